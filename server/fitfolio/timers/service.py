"""Setting and ending the rest timer of an account, and taking those that are due.

The page counts down by itself; this is for the moment when it cannot, and for other devices.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

import fitfolio.timers.errors  # noqa: F401  # registers the codes
from fitfolio.core.announcements import announce
from fitfolio.core.clock import to_iso
from fitfolio.core.errors import Refused
from fitfolio.timers import queries
from fitfolio.timers.queries import Row
from fitfolio.timers.schemas import RestTimerRead, RestTimerState
from fitfolio.timers.tables import rest_timer

LONGEST_MS = 2 * 3_600_000
LATE_MS = 60_000
"""A rest that ended this long ago [ms] helps nobody any more."""
LOCK_MS = 30_000
BATCH = 50


def get_timer(conn: sa.Connection, viewer: str, now_ms: int) -> RestTimerState:
    """The running timer, if there is one."""
    row = queries.find_timer(conn, viewer)
    running = row is not None and row.ends_at > now_ms
    return RestTimerState(timer=read_timer(row) if running else None, server_time_ms=now_ms)


def set_timer(
    conn: sa.Connection, viewer: str, session_id: str, values: dict[str, Any], now_ms: int
) -> RestTimerState:
    """Start or change a timer; it replaces any other. One that has ended already is not kept.

    `values`: id, ends_at [ms], exercise_name, next. Refused when it ends more than two hours
    from now.
    """
    if values["ends_at"] > now_ms + LONGEST_MS:
        raise Refused("rest_timer.too_long", "A rest timer ends within two hours.")
    if values["ends_at"] <= now_ms:
        # A late request must not stop the timer that has begun since.
        end_timer(conn, viewer, session_id, values["id"])
        return get_timer(conn, viewer, now_ms)
    row = values | {"locked_until": 0}
    known = queries.find_timer(conn, viewer)
    if known is None:
        conn.execute(sa.insert(rest_timer), row | {"user_id": viewer})
    else:
        conn.execute(sa.update(rest_timer).where(rest_timer.c.user_id == viewer).values(**row))
    state = get_timer(conn, viewer, now_ms)
    _announce(conn, viewer, session_id, state.timer.model_dump() if state.timer else {})
    return state


def end_timer(conn: sa.Connection, viewer: str, session_id: str, timer_id: str) -> None:
    """Stop a timer; another one that has begun since goes on. Doing it again changes nothing."""
    ended = conn.execute(
        sa.delete(rest_timer).where(rest_timer.c.user_id == viewer, rest_timer.c.id == timer_id)
    )
    if ended.rowcount:
        stopped = {"id": timer_id, "ends_at": None, "exercise_name": "", "next": ""}
        _announce(conn, viewer, session_id, stopped)


def _announce(conn: sa.Connection, viewer: str, session_id: str, timer: dict[str, Any]) -> None:
    announce(conn, viewer, "rest_timer", timer, session=session_id)


def read_timer(row: Row | None) -> RestTimerRead | None:
    """The wire shape of a row."""
    if row is None:
        return None
    return RestTimerRead(
        id=row.id, ends_at=to_iso(row.ends_at), exercise_name=row.exercise_name, next=row.next
    )


def take_due(conn: sa.Connection, now_ms: int) -> Sequence[Row]:
    """Timers that have just ended, held for `LOCK_MS` by the caller; too late ones are dropped."""
    conn.execute(sa.delete(rest_timer).where(rest_timer.c.ends_at < now_ms - LATE_MS))
    due = (
        sa.select(rest_timer.c.user_id)
        .where(rest_timer.c.ends_at <= now_ms, rest_timer.c.locked_until <= now_ms)
        .order_by(rest_timer.c.ends_at)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    statement = (
        sa.update(rest_timer)
        .where(rest_timer.c.user_id.in_(due.scalar_subquery()))
        .values(locked_until=now_ms + LOCK_MS)
        .returning(rest_timer)
    )
    return conn.execute(statement).all()


def finish(conn: sa.Connection, row: Row) -> None:
    """A timer has been announced; one that was set anew meanwhile stays."""
    conn.execute(
        sa.delete(rest_timer).where(
            rest_timer.c.user_id == row.user_id,
            rest_timer.c.id == row.id,
            rest_timer.c.ends_at == row.ends_at,
        )
    )


def release_all(conn: sa.Connection) -> None:
    """Forget locks of a process that died; only for the single-process SQLite server."""
    conn.execute(sa.update(rest_timer).where(rest_timer.c.locked_until > 0).values(locked_until=0))
