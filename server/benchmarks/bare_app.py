"""What logging a set is held against: the framework alone with one INSERT and its commit.

`python -m benchmarks.bare_app FILE` serves it on a free port. No sign-in, no checks beyond the body's
types, no revision, no records: a row of the same width in an SQLite file of the same kind (write-ahead
log, every commit synchronised), written where the request is handled.
"""

from __future__ import annotations

import socket
import sqlite3
import sys

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel

COLUMNS = ("id", "position", "kind", "completed", "weight", "weight_unit", "reps", "rpe", "notes")


class Row(BaseModel):
    """The body that the real server gets."""

    id: str
    position: int
    kind: str
    completed: bool
    weight: float
    weight_unit: str
    reps: int
    rpe: float
    notes: str


class Stored(BaseModel):
    """The answer."""

    id: str


def make_app(path: str) -> FastAPI:
    """One route."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"CREATE TABLE s ({', '.join(COLUMNS)}, PRIMARY KEY (id))")
    statement = f"INSERT INTO s VALUES ({', '.join('?' * len(COLUMNS))})"
    app = FastAPI()

    @app.post("/sets", status_code=201)
    async def log_set(row: Row) -> Stored:
        # Without an open transaction the statement is committed, and durable, when it returns.
        connection.execute(statement, tuple(getattr(row, name) for name in COLUMNS))
        return Stored(id=row.id)

    return app


if __name__ == "__main__":
    sock = socket.socket()
    sock.bind(("127.0.0.1", 0))
    print(sock.getsockname()[1], flush=True)
    config = uvicorn.Config(make_app(sys.argv[1]), log_config=None, access_log=False)
    uvicorn.Server(config).run(sockets=[sock])
