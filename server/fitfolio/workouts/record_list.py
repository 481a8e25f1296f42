"""Reads of records: the newest events, and what stands now for an exercise."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from fitfolio.core.clock import to_iso
from fitfolio.workouts.cursors import read_cursor, write_cursor
from fitfolio.workouts.errors import InvalidCursor
from fitfolio.workouts.schemas import RecordPage, RecordRead
from fitfolio.workouts.tables import exercise_record, workout

END_OF_TIME_MS = 253_402_300_799_999
"""The last millisecond of the year 9999."""

LARGEST_COUNT = 2**31 - 1
"""What the columns of reps and sequence can hold."""

_records = exercise_record.c
_longer = exercise_record.alias("longer")

# A set of five brings up to five rep records; only the one with the most reps is news.
_is_headline = ~(
    sa.select(_longer.c.sequence)
    .where(
        _longer.c.user_id == _records.user_id,
        _longer.c.exercise_id == _records.exercise_id,
        _longer.c.kind == _records.kind,
        _longer.c.reps == _records.reps + 1,
        _longer.c.set_id == _records.set_id,
    )
    .correlate(exercise_record)
    .exists()
)
_order = (
    _records.achieved_at,
    _records.exercise_id,
    _records.kind,
    _records.reps,
    _records.sequence,
)
_standing = (
    sa.select(exercise_record)
    .where(
        _records.user_id == sa.bindparam("owner"),
        _records.exercise_id == sa.bindparam("exercise"),
        _records.is_current,
    )
    .order_by(_records.kind, _records.reps)
)
_counts = (
    sa.select(_records.workout_id, sa.func.count())
    .where(
        _records.user_id == sa.bindparam("owner"),
        _records.achieved_at >= sa.bindparam("first"),
        _records.achieved_at <= sa.bindparam("last"),
        _is_headline,
    )
    .group_by(_records.workout_id)
)


def list_records(
    conn: sa.Connection,
    viewer: str,
    *,
    exercise_id: str | None = None,
    workout_id: str | None = None,
    current: bool = False,
    improved: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> RecordPage:
    """Record events, newest first; of the rep records one set brought only the longest.

    `current` keeps those that still stand, with every rep count. `improved` leaves out first
    times, which beat nothing.
    """
    statement = sa.select(exercise_record).where(_records.user_id == viewer)
    statement = statement.where(_records.is_current if current else _is_headline)
    if exercise_id is not None:
        statement = statement.where(_records.exercise_id == exercise_id)
    if workout_id is not None:
        # Records carry their workout's start: with it only that moment of the index is read.
        moment = sa.select(workout.c.started_at).where(workout.c.id == workout_id)
        statement = statement.where(
            _records.workout_id == workout_id, _records.achieved_at == moment.scalar_subquery()
        )
    if improved:
        statement = statement.where(_records.previous_value.is_not(None))
    newest_ms = END_OF_TIME_MS
    if cursor is not None:
        place = read_cursor(cursor, int, str, str, int, int)
        if max(map(abs, place[3:])) > LARGEST_COUNT:
            raise InvalidCursor
        statement = statement.where(sa.tuple_(*_order) < sa.tuple_(*place))
        newest_ms = place[0]
    # The bound is always true; with it SQLite walks the index by time instead of sorting all.
    statement = statement.where(_records.achieved_at <= newest_ms)
    ordered = statement.order_by(*(column.desc() for column in _order)).limit(limit + 1)
    rows = conn.execute(ordered).all()
    page, more = rows[:limit], len(rows) > limit
    return RecordPage(
        records=[read_record(row) for row in page],
        next_cursor=write_cursor(*(getattr(page[-1], column.name) for column in _order))
        if more
        else None,
    )


def standing_records(conn: sa.Connection, viewer: str, exercise_id: str) -> list[RecordRead]:
    """Every record of an exercise that stands now, by kind and reps."""
    rows = conn.execute(_standing, {"owner": viewer, "exercise": exercise_id})
    return [read_record(row) for row in rows]


def headline_counts(
    conn: sa.Connection, viewer: str, first_ms: int, last_ms: int
) -> dict[str, int]:
    """How many records each workout between two moments brought."""
    values = {"owner": viewer, "first": first_ms, "last": last_ms}
    return {row[0]: row[1] for row in conn.execute(_counts, values)}


def read_record(row: Any) -> RecordRead:
    """The wire shape of a record row."""
    return RecordRead(
        exercise_id=row.exercise_id,
        kind=row.kind,
        reps=row.reps,
        value=row.value,
        previous_value=row.previous_value,
        is_current=row.is_current,
        workout_id=row.workout_id,
        set_id=row.set_id,
        achieved_at=to_iso(row.achieved_at),
        local_date=row.local_date,
    )
