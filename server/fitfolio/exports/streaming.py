"""An export in parts, so that its size never matters for memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sqlalchemy as sa

from fitfolio.core.db import Database

FLUSH_BYTES = 65_536

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
