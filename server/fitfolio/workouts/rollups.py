"""The caches per exercise, `exercise_day` and `exercise_record`, kept in the writer's transaction.

One function serves everything: it recomputes an exercise from a day on, continuing from what
the days before left behind. Logging today's set touches one day; correcting a typo of last
year recomputes last year; a rebuild starts at the beginning of time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from fitfolio.core.insert_many import insert_many
from fitfolio.training.history import Before, ExerciseDay, day_number, exercise_days
from fitfolio.training.records import RecordKey
from fitfolio.training.sets import DatedSet, PerformedSet, Tracking
from fitfolio.training.trend import TrendState
from fitfolio.training.volume import DayTotals
from fitfolio.workouts.tables import (
    exercise_day,
    exercise_record,
    workout,
    workout_exercise,
    workout_set,
)

FIRST_DAY = ""
"""Sorts before every date: recompute the whole history."""

_sets = (
    sa.select(
        workout_set.c.id,
        workout_set.c.workout_id,
        workout_set.c.local_date,
        workout.c.started_at,
        workout_set.c.kind,
        workout_set.c.load_kg,
        workout_set.c.reps,
        workout_set.c.duration_s,
        workout_set.c.distance_m,
        workout_set.c.rpe,
        workout_set.c.rir,
        workout_set.c.completed,
        workout_set.c.flagged,
    )
    .join_from(
        workout_set, workout_exercise, workout_exercise.c.id == workout_set.c.workout_exercise_id
    )
    .join(workout, workout.c.id == workout_set.c.workout_id)
    .where(
        workout_set.c.user_id == sa.bindparam("owner"),
        workout_set.c.exercise_id == sa.bindparam("exercise"),
        workout_set.c.local_date >= sa.bindparam("since"),
        workout_set.c.deleted_at.is_(None),
        workout_exercise.c.deleted_at.is_(None),
        workout.c.deleted_at.is_(None),
    )
    .order_by(
        workout_set.c.local_date,
        workout.c.started_at,
        workout.c.id,
        workout_exercise.c.position,
        workout_exercise.c.id,
        workout_set.c.position,
        workout_set.c.id,
    )
)

_days = exercise_day.c
_of_exercise = (
    _days.user_id == sa.bindparam("owner"),
    _days.exercise_id == sa.bindparam("exercise"),
)
_STATE = (
    _days.local_date,
    _days.trend_level,
    _days.trend_slope,
    _days.trend_var_level,
    _days.trend_cov,
    _days.trend_var_slope,
)
_last_state = (
    sa.select(*_STATE)
    .where(*_of_exercise, _days.local_date < sa.bindparam("since"), _days.trend_level.is_not(None))
    .order_by(_days.local_date.desc())
    .limit(1)
)
_state_of_day = sa.select(*_STATE).where(*_of_exercise, _days.local_date == sa.bindparam("day"))
_delete_days = sa.delete(exercise_day).where(
    *_of_exercise, _days.local_date >= sa.bindparam("since")
)

_records = exercise_record.c
_of_exercise_record = (
    _records.user_id == sa.bindparam("owner"),
    _records.exercise_id == sa.bindparam("exercise"),
)
_standing = sa.select(
    _records.kind,
    _records.reps,
    _records.sequence,
    _records.value,
    _records.local_date,
    _records.is_current,
).where(*_of_exercise_record)
_current = _standing.where(_records.is_current)
_earlier = _standing.where(_records.local_date < sa.bindparam("since")).order_by(_records.sequence)
_delete_records = sa.delete(exercise_record).where(
    *_of_exercise_record, _records.local_date >= sa.bindparam("since")
)
_set_current = (
    sa.update(exercise_record)
    .where(
        *_of_exercise_record,
        _records.kind == sa.bindparam("of_kind"),
        _records.reps == sa.bindparam("of_reps"),
        _records.sequence == sa.bindparam("of_sequence"),
    )
    .values(is_current=sa.bindparam("current"))
)

_DAY_COLUMNS = (
    "user_id", "exercise_id", "local_date", *DayTotals._fields, "e1rm_kg", "trend_level",
    "trend_slope", "trend_var_level", "trend_cov", "trend_var_slope",
)  # fmt: skip
_NO_STATE = (None,) * 5
_RECORD_COLUMNS = (
    "user_id", "exercise_id", "kind", "reps", "value", "previous_value", "set_id", "workout_id",
    "local_date", "achieved_at", "sequence", "is_current",
)  # fmt: skip


class _Standing(NamedTuple):
    """A record as it stood before the recomputed days."""

    sequence: int
    value: float
    local_date: str
    is_current: bool


def recompute(
    conn: sa.Connection,
    user_id: str,
    exercise_id: str,
    tracking: Tracking,
    since: str = FIRST_DAY,
    sets: list[DatedSet] | None = None,
) -> None:
    """Make days and records of one exercise true again from the day `since` (`YYYY-MM-DD`) on.

    `sets` spares reading them when the caller has just written all there are since that day.
    """
    of = {"owner": user_id, "exercise": exercise_id}
    standing = _standing_before(conn, of, since)
    before = Before(
        _find_state(conn, _last_state, {**of, "since": since}) if since else None,
        _e1rm_state(conn, of, standing),
        {key: row.value for key, row in standing.items() if key[0] != "e1rm"},
    )
    conn.execute(_delete_days, {**of, "since": since})
    conn.execute(_delete_records, {**of, "since": since})
    found = _dated_sets(conn, of, tracking, since) if sets is None else sets
    days = list(exercise_days(found, before))
    rows = [_day_row(user_id, exercise_id, day) for day in days]
    insert_many(conn, exercise_day, _DAY_COLUMNS, rows)
    _write_records(conn, of, days, standing)


def rebuild(
    conn: sa.Connection, user_id: str, tracking_by_exercise: Mapping[str, Tracking]
) -> None:
    """Make every rollup of a lifter anew from the sets."""
    conn.execute(sa.delete(exercise_day).where(_days.user_id == user_id))
    conn.execute(sa.delete(exercise_record).where(_records.user_id == user_id))
    for exercise_id, tracking in sorted(tracking_by_exercise.items()):
        recompute(conn, user_id, exercise_id, tracking)


def trained_exercise_ids(conn: sa.Connection, user_id: str) -> list[str]:
    """Every exercise the lifter ever logged a set of, deleted ones included."""
    return list(
        conn.execute(
            sa.select(workout_set.c.exercise_id).where(workout_set.c.user_id == user_id).distinct()
        ).scalars()
    )


def trend_state(row: Any) -> TrendState:
    """The filter's state of an `exercise_day` row that has one."""
    return TrendState(
        day_number(row.local_date),
        row.trend_level,
        row.trend_slope,
        row.trend_var_level,
        row.trend_cov,
        row.trend_var_slope,
    )


def _standing_before(
    conn: sa.Connection, of: dict[str, str], since: str
) -> dict[RecordKey, _Standing]:
    if not since:
        return {}
    rows = conn.execute(_current, of).all()
    if any(row.local_date >= since for row in rows):
        # Some of today's records fall with the day; what stood before them must be found.
        rows = conn.execute(_earlier, {**of, "since": since}).all()
    return {
        (row.kind, row.reps): _Standing(row.sequence, row.value, row.local_date, row.is_current)
        for row in rows
    }


def _e1rm_state(
    conn: sa.Connection, of: dict[str, str], standing: Mapping[RecordKey, _Standing]
) -> TrendState | None:
    record = standing.get(("e1rm", 0))
    if record is None:
        return None
    return _find_state(conn, _state_of_day, {**of, "day": record.local_date})


def _find_state(
    conn: sa.Connection, statement: sa.Select[Any], values: dict[str, str]
) -> TrendState | None:
    row = conn.execute(statement, values).one_or_none()
    return None if row is None else trend_state(row)


def _dated_sets(
    conn: sa.Connection, of: dict[str, str], tracking: Tracking, since: str
) -> Iterator[DatedSet]:
    # All at once: fetching rows one by one costs more than the rows.
    rows = conn.execute(_sets, {**of, "since": since}).all()
    for (
        set_id, workout_id, local_date, started_at, kind, load_kg, reps, duration_s, distance_m,
        rpe, rir, completed, flagged,
    ) in rows:  # fmt: skip
        performed = PerformedSet(
            kind, tracking, load_kg, reps, duration_s, distance_m, rpe, rir, completed,
            flagged is not None,
        )  # fmt: skip
        yield DatedSet(set_id, workout_id, local_date, started_at, performed)


def _day_row(user_id: str, exercise_id: str, day: ExerciseDay) -> tuple[Any, ...]:
    """A row in the order of `_DAY_COLUMNS`."""
    estimate = None if day.estimate is None else day.estimate.e1rm_kg
    state = _NO_STATE if day.trend is None else day.trend[1:]
    return (user_id, exercise_id, day.local_date, *day.totals, estimate, *state)


def _write_records(
    conn: sa.Connection,
    of: dict[str, str],
    days: Iterable[ExerciseDay],
    standing: Mapping[RecordKey, _Standing],
) -> None:
    sequence = {key: row.sequence for key, row in standing.items()}
    events = [event for day in days for event in day.events]
    newest = {(event.kind, event.reps): event for event in events}
    rows: list[tuple[Any, ...]] = []
    for event in events:
        key: RecordKey = (event.kind, event.reps)
        sequence[key] = sequence.get(key, -1) + 1
        rows.append((of["owner"], of["exercise"], *event, sequence[key], newest[key] is event))
    changed = [
        {**of, "of_kind": key[0], "of_reps": key[1], "of_sequence": row.sequence, "current": stands}
        for key, row in standing.items()
        if (stands := key not in newest) != row.is_current
    ]
    if changed:
        conn.execute(_set_current, changed)
    insert_many(conn, exercise_record, _RECORD_COLUMNS, rows)
