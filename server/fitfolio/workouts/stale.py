"""Rollups that are due: written beside the change, made up for before anybody reads.

Logging a set only notes, in its own transaction, from which day on an exercise's days and records
are no longer true. Whoever reads rollups asks for them through `read_settled`, which makes them
true first; so a set costs one small row and a number is never wrong when it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from fitfolio.core.db import Database
from fitfolio.core.prepared import Prepared
from fitfolio.exercises import service as exercises
from fitfolio.workouts.rollups import recompute
from fitfolio.workouts.tables import stale_exercise

P = ParamSpec("P")
T = TypeVar("T")

_values: dict[str, sa.BindParameter[str]] = {
    "user_id": sa.bindparam("owner"),
    "exercise_id": sa.bindparam("exercise"),
    "since": sa.bindparam("day"),
}
_KEY = ("user_id", "exercise_id")


def _earlier(new: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    return sa.case((new < stale_exercise.c.since, new), else_=stale_exercise.c.since)


_sqlite_insert = sqlite.insert(stale_exercise).values(_values)
_postgresql_insert = postgresql.insert(stale_exercise).values(_values)
_note = {
    "sqlite": Prepared(
        _sqlite_insert.on_conflict_do_update(
            index_elements=_KEY, set_={"since": _earlier(_sqlite_insert.excluded.since)}
        )
    ),
    "postgresql": Prepared(
        _postgresql_insert.on_conflict_do_update(
            index_elements=_KEY, set_={"since": _earlier(_postgresql_insert.excluded.since)}
        )
    ),
}
_any = (
    sa.select(stale_exercise.c.exercise_id)
    .where(stale_exercise.c.user_id == sa.bindparam("owner"))
    .limit(1)
)
_take = (
    sa.delete(stale_exercise)
    .where(stale_exercise.c.user_id == sa.bindparam("owner"))
    .returning(stale_exercise.c.exercise_id, stale_exercise.c.since)
)


def mark_stale(conn: sa.Connection, user_id: str, exercise_ids: Iterable[str], since: str) -> None:
    """Note that days and records of exercises are due from the day `since` (`YYYY-MM-DD`) on."""
    for exercise_id in sorted(set(exercise_ids)):
        _note[conn.dialect.name].run(
            conn, {"owner": user_id, "exercise": exercise_id, "day": since}
        )


def settle(conn: sa.Connection, user_id: str) -> None:
    """Make every rollup that is due true again; needs a connection that writes."""
    for exercise_id, since in sorted(conn.execute(_take, {"owner": user_id})):
        tracking = exercises.find_tracking(conn, user_id, exercise_id) or "weight_reps"
        recompute(conn, user_id, exercise_id, tracking, since)


def forget_stale(conn: sa.Connection, user_id: str) -> None:
    """Nothing is due: everything is being made anew."""
    conn.execute(sa.delete(stale_exercise).where(stale_exercise.c.user_id == user_id))


class _Answer(NamedTuple):
    """What a read found; `value` is None when `is_due`, because it would have been wrong."""

    is_due: bool
    value: object


async def read_settled(
    db: Database,
    user_id: str,
    read: Callable[Concatenate[sa.Connection, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """Run a read of the user's rollups; they are true in the snapshot it sees."""

    def read_if_true(conn: sa.Connection) -> _Answer:
        if conn.execute(_any, {"owner": user_id}).first() is not None:
            return _Answer(True, None)
        return _Answer(False, read(conn, *args, **kwargs))

    def settle_and_read(conn: sa.Connection) -> T:
        settle(conn, user_id)
        return read(conn, *args, **kwargs)

    answer = await db.read_heavy(read_if_true)
    if answer.is_due:
        return await db.write(settle_and_read)
    return answer.value  # type: ignore[return-value]  # T, when it is not due
