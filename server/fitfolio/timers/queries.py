"""Reads of running rest timers; statements are built once."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from fitfolio.timers.tables import rest_timer

Row = sa.Row[tuple[Any, ...]]

_of_user = sa.select(rest_timer).where(rest_timer.c.user_id == sa.bindparam("viewer"))
_next_end = sa.select(sa.func.min(rest_timer.c.ends_at)).where(
    rest_timer.c.locked_until <= sa.bindparam("now")
)


def find_timer(conn: sa.Connection, viewer: str) -> Row | None:
    """The timer of an account, also one that has just ended."""
    return conn.execute(_of_user, {"viewer": viewer}).one_or_none()


def next_end(conn: sa.Connection, now_ms: int) -> int | None:
    """When the next timer ends that no process has taken."""
    ends_at: int | None = conn.execute(_next_end, {"now": now_ms}).scalar_one()
    return ends_at
