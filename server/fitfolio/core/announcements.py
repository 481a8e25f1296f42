"""What open connections of an account must hear as soon as, and only if, a change is committed.

`announce` is called inside the transaction that makes the change. `core.db` delivers after the
commit: what was rolled back, by a savepoint too, is never heard. PostgreSQL carries it to every
process (NOTIFY is part of the transaction); SQLite has only one.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import event

CHANNEL = "fitfolio"
_PENDING = "announcements"
_SAVEPOINTS = "announcement savepoints"
_texts = sa.func.unnest(sa.bindparam("texts", type_=sa.ARRAY(sa.Text()))).column_valued("notice")
_notify_all = sa.select(sa.func.pg_notify(CHANNEL, _texts))


class Announcement(NamedTuple):
    """`session` is the sign-in the change came from, for news that it does not need itself."""

    owner: str
    kind: str
    value: Any
    session: str | None


def announce(
    conn: sa.Connection, owner: str, kind: str, value: Any, *, session: str | None = None
) -> None:
    """Tell the owner's devices after the commit. `value` is JSON of at most some kilobytes."""
    conn.info.setdefault(_PENDING, []).append(Announcement(owner, kind, value, session))


def follow_transactions(engine: sa.Engine) -> None:
    """Make rollbacks, of savepoints too, forget what was announced inside.

    Savepoints are nested, so a stack of how much was announced before each is enough.
    """

    @event.listens_for(engine, "begin")
    def _begin(conn: sa.Connection) -> None:
        conn.info[_PENDING] = []
        conn.info[_SAVEPOINTS] = []

    @event.listens_for(engine, "savepoint")
    def _savepoint(conn: sa.Connection, _name: str) -> None:
        conn.info[_SAVEPOINTS].append(len(conn.info[_PENDING]))

    @event.listens_for(engine, "release_savepoint")
    def _release(conn: sa.Connection, _name: str, _context: None) -> None:
        conn.info[_SAVEPOINTS].pop()

    @event.listens_for(engine, "rollback_savepoint")
    def _rollback(conn: sa.Connection, _name: str, _context: None) -> None:
        del conn.info[_PENDING][conn.info[_SAVEPOINTS].pop() :]


def mark(conn: sa.Connection) -> int:
    """How much was announced so far, for `forget`: who sets savepoints by plain SQL says so here."""
    pending: list[Announcement] = conn.info[_PENDING]
    return len(pending)


def forget(conn: sa.Connection, marked: int) -> None:
    """Take back what was announced since `mark`."""
    del conn.info[_PENDING][marked:]


def take(conn: sa.Connection) -> list[Announcement]:
    """What this transaction announces: of revisions only the newest of each owner."""
    pending: list[Announcement] = conn.info.get(_PENDING) or []
    conn.info[_PENDING] = []
    newest = {item.owner: item for item in pending if item.kind == "revision"}
    return [*newest.values(), *(item for item in pending if item.kind != "revision")]


def notify(conn: sa.Connection) -> None:
    """PostgreSQL: hand everything over inside the transaction; the server delivers at its commit."""
    texts = [json.dumps(item) for item in take(conn)]
    if texts:
        conn.execute(_notify_all, {"texts": texts})


def from_notice(payload: str) -> Announcement | None:
    """An announcement of another process; None for what an older or newer program sent."""
    try:
        owner, kind, value, session = json.loads(payload)
    except (ValueError, TypeError):
        return None
    return Announcement(str(owner), str(kind), value, session)
