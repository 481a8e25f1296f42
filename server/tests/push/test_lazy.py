from __future__ import annotations

import subprocess
import sys

import pytest

LATE = ("cryptography", "psycopg", "alembic", "webauthn", "authlib", "joserfc", "redis")


@pytest.mark.parametrize("name", LATE)
def test_a_server_on_sqlite_starts_without_what_it_may_never_need(name, tmp_path):
    """Memory at rest and the time to start are promised; these cost from 4 to 40 MB."""
    program = f"import sys, fitfolio.app; sys.exit({name!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=False)
    assert done.returncode == 0
