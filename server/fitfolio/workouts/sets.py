"""Sets: log, change, delete, restore. The hottest writes of the program."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from fitfolio.core.clock import to_millis
from fitfolio.workouts import queries
from fitfolio.workouts.bulk import derived
from fitfolio.workouts.changes import begin, live_entry, live_workout, refresh, touch
from fitfolio.workouts.errors import IdTaken, SetNotFound
from fitfolio.workouts.queries import Row
from fitfolio.workouts.schemas import Saved, SetChange, SetWrite
from fitfolio.workouts.service import check_units
from fitfolio.workouts.tables import workout_exercise, workout_set

MEASURED = ("weight", "weight_unit", "reps", "duration_s", "distance", "distance_unit")
"""What a flag doubts: a change of any of these is a correction and lifts it."""

_owner = sa.select(workout_set.c.user_id, workout_set.c.workout_exercise_id).where(
    workout_set.c.id == sa.bindparam("id")
)
_insert = sa.insert(workout_set)
_entry_deleted_at = sa.select(workout_exercise.c.deleted_at).where(
    workout_exercise.c.id == sa.bindparam("id")
)


def log_set(
    conn: sa.Connection, viewer: str, workout_id: str, entry_id: str, body: SetWrite
) -> Saved:
    """Store a set. Sending the same id again changes nothing."""
    values: dict[str, Any] = body.model_dump()
    check_units(values)
    rev = begin(conn, viewer)
    row = live_workout(conn, viewer, workout_id)
    known = conn.execute(_owner, {"id": body.id}).one_or_none()
    if known is not None:
        if (known.user_id, known.workout_exercise_id) != (viewer, entry_id):
            raise IdTaken
        return Saved(id=body.id, workout_id=workout_id, rev=row.rev)
    entry = live_entry(conn, viewer, workout_id, entry_id)
    conn.execute(
        _insert,
        values
        | derived(values)
        | {
            "workout_exercise_id": entry_id,
            "workout_id": workout_id,
            "user_id": viewer,
            "exercise_id": entry.exercise_id,
            "local_date": row.local_date,
            "logged_at": None if body.logged_at is None else to_millis(body.logged_at),
        },
    )
    touch(conn, workout_id, rev)
    refresh(conn, viewer, [entry.exercise_id], row.local_date)
    return Saved(id=body.id, workout_id=workout_id, rev=rev)


def change_set(
    conn: sa.Connection, viewer: str, workout_id: str, set_id: str, body: SetChange
) -> Saved:
    """Change the fields sent and leave the others; a corrected value loses its flag."""
    rev = begin(conn, viewer)
    row = live_workout(conn, viewer, workout_id)
    stored = _find(conn, viewer, workout_id, set_id)
    if stored.deleted_at is not None or _is_in_deleted_entry(conn, stored):
        raise SetNotFound
    values: dict[str, Any] = {
        name: value
        for name in body.model_fields_set
        if (value := getattr(body, name)) != getattr(stored, name)
    }
    if not values:
        return Saved(id=set_id, workout_id=workout_id, rev=row.rev)
    typed = {name: values.get(name, getattr(stored, name)) for name in MEASURED}
    check_units(typed)
    values |= derived(typed)
    if any(name in values for name in MEASURED):
        values["flagged"] = None
    conn.execute(sa.update(workout_set).where(workout_set.c.id == set_id).values(**values))
    touch(conn, workout_id, rev)
    refresh(conn, viewer, [stored.exercise_id], row.local_date)
    return Saved(id=set_id, workout_id=workout_id, rev=rev)


def delete_set(
    conn: sa.Connection, viewer: str, workout_id: str, set_id: str, now_ms: int
) -> Saved:
    """Delete a set so that it can be restored. Doing it again changes nothing."""
    return _set_deleted(conn, viewer, workout_id, set_id, now_ms)


def restore_set(conn: sa.Connection, viewer: str, workout_id: str, set_id: str) -> Saved:
    """Undo the deletion."""
    return _set_deleted(conn, viewer, workout_id, set_id, None)


def _set_deleted(
    conn: sa.Connection, viewer: str, workout_id: str, set_id: str, deleted_at: int | None
) -> Saved:
    rev = begin(conn, viewer)
    row = live_workout(conn, viewer, workout_id)
    stored = _find(conn, viewer, workout_id, set_id)
    if (stored.deleted_at is None) == (deleted_at is None):
        return Saved(id=set_id, workout_id=workout_id, rev=row.rev)
    conn.execute(
        sa.update(workout_set).where(workout_set.c.id == set_id).values(deleted_at=deleted_at)
    )
    touch(conn, workout_id, rev)
    refresh(conn, viewer, [stored.exercise_id], row.local_date)
    return Saved(id=set_id, workout_id=workout_id, rev=rev)


def _find(conn: sa.Connection, viewer: str, workout_id: str, set_id: str) -> Row:
    stored = queries.find_set(conn, viewer, set_id)
    if stored is None or stored.workout_id != workout_id:
        raise SetNotFound
    return stored


def _is_in_deleted_entry(conn: sa.Connection, stored: Row) -> bool:
    deleted = conn.execute(_entry_deleted_at, {"id": stored.workout_exercise_id}).scalar_one()
    return deleted is not None
