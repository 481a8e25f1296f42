"""Exercises inside a workout: add, change, reorder, delete, restore."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.workouts import queries
from fitfolio.workouts.bulk import add_entries
from fitfolio.workouts.changes import (
    begin,
    live_entry,
    live_workout,
    refresh,
    touch,
    tracking_by_id,
)
from fitfolio.workouts.errors import EntryNotFound, IdTaken
from fitfolio.workouts.schemas import Saved, WorkoutExerciseChange, WorkoutExerciseWrite
from fitfolio.workouts.service import new_entries
from fitfolio.workouts.tables import workout_exercise, workout_set

_owner = sa.select(workout_exercise.c.user_id, workout_exercise.c.workout_id).where(
    workout_exercise.c.id == sa.bindparam("id")
)


def add_entry(
    conn: sa.Connection, viewer: str, workout_id: str, body: WorkoutExerciseWrite
) -> Saved:
    """Add an exercise with its sets. Sending the same id again changes nothing."""
    rev = begin(conn, viewer)
    row = live_workout(conn, viewer, workout_id)
    known = conn.execute(_owner, {"id": body.id}).one_or_none()
    if known is not None:
        if (known.user_id, known.workout_id) != (viewer, workout_id):
            raise IdTaken
        return Saved(id=body.id, workout_id=workout_id, rev=row.rev)
    tracking_by_id(conn, viewer, [body.exercise_id])
    add_entries(conn, viewer, row, new_entries(conn, [body]), None, body.position)
    touch(conn, workout_id, rev)
    refresh(conn, viewer, [body.exercise_id], row.local_date)
    return Saved(id=body.id, workout_id=workout_id, rev=rev)


def change_entry(
    conn: sa.Connection,
    viewer: str,
    workout_id: str,
    entry_id: str,
    body: WorkoutExerciseChange,
) -> Saved:
    """Change the fields sent; another exercise takes the sets along."""
    rev = begin(conn, viewer)
    row = live_workout(conn, viewer, workout_id)
    entry = live_entry(conn, viewer, workout_id, entry_id)
    values = {
        name: value
        for name in body.model_fields_set
        if (value := getattr(body, name)) != getattr(entry, name)
        and (value is not None or name == "superset")
    }
    if not values:
        return Saved(id=entry_id, workout_id=workout_id, rev=row.rev)
    touched = [entry.exercise_id] if "position" in values else []
    if "exercise_id" in values:
        tracking_by_id(conn, viewer, [values["exercise_id"]])
        conn.execute(
            sa.update(workout_set)
            .where(workout_set.c.workout_exercise_id == entry_id)
            .values(exercise_id=values["exercise_id"])
        )
        touched = [entry.exercise_id, values["exercise_id"]]
    conn.execute(
        sa.update(workout_exercise).where(workout_exercise.c.id == entry_id).values(**values)
    )
    touch(conn, workout_id, rev)
    refresh(conn, viewer, touched, row.local_date)
    return Saved(id=entry_id, workout_id=workout_id, rev=rev)


def reorder_entries(
    conn: sa.Connection, viewer: str, workout_id: str, entry_ids: list[str]
) -> Saved:
    """Put exercises into the given order; exercises not named follow in their old order."""
    rev = begin(conn, viewer)
    row = live_workout(conn, viewer, workout_id)
    statement = (
        sa.select(workout_exercise)
        .where(workout_exercise.c.workout_id == workout_id, workout_exercise.c.deleted_at.is_(None))
        .order_by(workout_exercise.c.position, workout_exercise.c.id)
    )
    entry_by_id = {entry.id: entry for entry in conn.execute(statement)}
    if not entry_by_id.keys() >= set(entry_ids):
        raise EntryNotFound
    order = [*dict.fromkeys(entry_ids), *(key for key in entry_by_id if key not in entry_ids)]
    moved = [
        {"key": key, "place": place}
        for place, key in enumerate(order)
        if entry_by_id[key].position != place
    ]
    if not moved:
        return Saved(id=workout_id, workout_id=workout_id, rev=row.rev)
    conn.execute(
        sa.update(workout_exercise)
        .where(workout_exercise.c.id == sa.bindparam("key"))
        .values(position=sa.bindparam("place")),
        moved,
    )
    touch(conn, workout_id, rev)
    # Of equal sets the first performed keeps a record, so the order matters to rollups.
    refresh(conn, viewer, (entry.exercise_id for entry in entry_by_id.values()), row.local_date)
    return Saved(id=workout_id, workout_id=workout_id, rev=rev)


def delete_entry(
    conn: sa.Connection, viewer: str, workout_id: str, entry_id: str, now_ms: int
) -> Saved:
    """Take an exercise out of a workout so that it can come back with its sets."""
    return _set_deleted(conn, viewer, workout_id, entry_id, now_ms)


def restore_entry(conn: sa.Connection, viewer: str, workout_id: str, entry_id: str) -> Saved:
    """Undo the deletion; sets that were deleted on their own stay deleted."""
    return _set_deleted(conn, viewer, workout_id, entry_id, None)


def _set_deleted(
    conn: sa.Connection, viewer: str, workout_id: str, entry_id: str, deleted_at: int | None
) -> Saved:
    rev = begin(conn, viewer)
    row = live_workout(conn, viewer, workout_id)
    entry = queries.find_entry(conn, viewer, entry_id)
    if entry is None or entry.workout_id != workout_id:
        raise EntryNotFound
    if (entry.deleted_at is None) == (deleted_at is None):
        return Saved(id=entry_id, workout_id=workout_id, rev=row.rev)
    conn.execute(
        sa.update(workout_exercise)
        .where(workout_exercise.c.id == entry_id)
        .values(deleted_at=deleted_at)
    )
    touch(conn, workout_id, rev)
    refresh(conn, viewer, [entry.exercise_id], row.local_date)
    return Saved(id=entry_id, workout_id=workout_id, rev=rev)
