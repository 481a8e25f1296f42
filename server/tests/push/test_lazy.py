from __future__ import annotations

import subprocess
import sys

import pytest

LATE = ("cryptography", "psycopg", "alembic")


@pytest.mark.parametrize("name", LATE)
def test_a_server_on_sqlite_starts_without_what_it_may_never_need(name, tmp_path):
    """Memory at rest and the time to start are promised; each of these costs 10 MB or more."""
    program = f"import sys, fitfolio.app; sys.exit({name!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=False)
    assert done.returncode == 0
