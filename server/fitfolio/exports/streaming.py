"""An export in parts, so that its size never matters for memory."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import sqlalchemy as sa

from fitfolio.core.db import Database

FLUSH_BYTES = 65_536
MEMORY_BYTES = 1 << 20
"""A larger export waits on the disk for its reader."""

Pieces = Callable[[sa.Connection], Iterator[bytes]]


def stream(db: Database, pieces: Pieces) -> Iterator[bytes]:
    """An export in parts of about 64 KiB, all from one snapshot; memory stays constant."""
    with db.reading() as conn:
        held: list[bytes] = []
        size = 0
        for piece in pieces(conn):
            held.append(piece)
            size += len(piece)
            if size >= FLUSH_BYTES:
                yield b"".join(held)
                held, size = [], 0
        yield b"".join(held)


def write_whole(db: Database, pieces: Pieces, folder: Path) -> tuple[IO[bytes], int]:
    """The finished export in a file without a name, at its beginning, and its size [bytes].

    A reader may take hours; meanwhile no connection is held, which the server has few of, and
    no snapshot, which keeps SQLite's log growing. And a failure is told before the answer begins.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = tempfile.SpooledTemporaryFile(max_size=MEMORY_BYTES, dir=str(folder))  # noqa: SIM115  # the answer closes it
    try:
        for part in stream(db, pieces):
            file.write(part)
        size = file.tell()
        file.seek(0, os.SEEK_SET)
    except BaseException:
        file.close()
        raise
    return file, size
