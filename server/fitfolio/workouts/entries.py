"""Exercises inside a workout: add, change, reorder, delete, restore."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from fitfolio.core.stamps import Origin
from fitfolio.workouts import queries
from fitfolio.workouts.bulk import add_entries
from fitfolio.workouts.changes import (
    Part,
    Place,
    begin,
    bring_back,
    check_live,
    find_place,
    keep_lost_values,
    remove,
    touch,
    tracking_by_id,
)
from fitfolio.workouts.errors import EntryNotFound, IdTaken
from fitfolio.workouts.merging import Merge, first_edit
from fitfolio.workouts.queries import Row
from fitfolio.workouts.schemas import Saved, WorkoutExerciseChange, WorkoutExerciseWrite
from fitfolio.workouts.service import new_entries
from fitfolio.workouts.stale import mark_stale
from fitfolio.workouts.tables import workout, workout_exercise, workout_set

_owner = sa.select(workout_exercise.c.user_id, workout_exercise.c.workout_id).where(
    workout_exercise.c.id == sa.bindparam("id")
)
_entries = (
    sa.select(workout_exercise)
    .where(workout_exercise.c.workout_id == sa.bindparam("of"))
    .order_by(workout_exercise.c.position, workout_exercise.c.id)
)
_sets = sa.select(workout_set).where(workout_set.c.workout_exercise_id == sa.bindparam("of"))
_set_merge = (
    sa.update(workout_exercise)
    .where(workout_exercise.c.id == sa.bindparam("key"))
    .values(merge=sa.bindparam("text"))
)


def add_entry(
    conn: sa.Connection, viewer: str, workout_id: str, body: WorkoutExerciseWrite, origin: Origin
) -> Saved:
    """Add an exercise with its sets. Sending the same id again changes nothing."""
    rev = begin(conn, viewer)
    place = find_place(conn, viewer, origin, workout_id)
    known = conn.execute(_owner, {"id": body.id}).one_or_none()
    if known is not None:
        if (known.user_id, known.workout_id) != (viewer, workout_id):
            raise IdTaken
        return Saved(id=body.id, workout_id=workout_id, rev=place.workout.rev)
    tracking = tracking_by_id(conn, viewer, [body.exercise_id])
    entries = new_entries(conn, [body], tracking)
    add_entries(conn, viewer, place.workout, entries, None, body.position)
    conn.execute(_set_merge, {"key": body.id, "text": first_edit(origin.mark(rev))})
    touched = {body.exercise_id}
    if place.workout.deleted_at is not None:
        place = find_place(conn, viewer, origin, workout_id, entry_id=body.id)
        touched |= bring_back(conn, viewer, place, origin, rev, body.model_dump(mode="json"))
    touch(conn, workout_id, rev)
    mark_stale(conn, viewer, touched, place.workout.local_date)
    return Saved(id=body.id, workout_id=workout_id, rev=rev)


def change_entry(
    conn: sa.Connection,
    viewer: str,
    workout_id: str,
    entry_id: str,
    body: WorkoutExerciseChange,
    origin: Origin,
) -> Saved:
    """Change the fields sent; another exercise takes the sets along."""
    rev = begin(conn, viewer)
    place, entry = _find(conn, viewer, origin, workout_id, entry_id)
    check_live(place, origin)
    sent = {
        name: value
        for name in body.model_fields_set
        if (value := getattr(body, name)) is not None or name == "superset"
        if not origin.is_here or value != getattr(entry, name)
    }
    if not sent:
        return Saved(id=entry_id, workout_id=workout_id, rev=place.workout.rev)
    if "exercise_id" in sent:
        tracking_by_id(conn, viewer, [sent["exercise_id"]])
    merge = Merge(entry.merge)
    won, lost = merge.take(sent, entry, origin, rev)
    merge.note_edit(origin.mark(rev, merge.edited))
    touched = {entry.exercise_id} if won.keys() & {"position", "exercise_id"} else set()
    if "exercise_id" in won:
        touched.add(won["exercise_id"])
        conn.execute(
            sa.update(workout_set)
            .where(workout_set.c.workout_exercise_id == entry_id)
            .values(exercise_id=won["exercise_id"])
        )
    conn.execute(
        sa.update(workout_exercise)
        .where(workout_exercise.c.id == entry_id)
        .values(**won, merge=merge.to_text())
    )
    keep_lost_values(conn, viewer, Part("exercise", entry), workout_id, lost)
    edit = body.model_dump(mode="json", include=set(sent))
    touched |= bring_back(conn, viewer, place, origin, rev, edit)
    touch(conn, workout_id, rev)
    mark_stale(conn, viewer, touched, place.workout.local_date)
    return Saved(id=entry_id, workout_id=workout_id, rev=rev)


def reorder_entries(
    conn: sa.Connection, viewer: str, workout_id: str, entry_ids: list[str], origin: Origin
) -> Saved:
    """Put exercises into the given order.

    Exercises not named follow in their old order when they were seen; those a device does not
    know of keep their place. An order brings a deleted workout back, but no deleted exercise.
    """
    rev = begin(conn, viewer)
    place = find_place(conn, viewer, origin, workout_id)
    rows = conn.execute(_entries, {"of": workout_id}).all()
    entry_by_id = {row.id: row for row in rows if not origin.is_here or row.deleted_at is None}
    if not entry_by_id.keys() >= set(entry_ids):
        raise EntryNotFound
    order = list(dict.fromkeys(entry_ids))
    if origin.is_here:
        order += [key for key in entry_by_id if key not in set(entry_ids)]
    moved = [
        change
        for at, key in enumerate(order)
        if (change := _move(conn, viewer, entry_by_id[key], at, origin, rev)) is not None
    ]
    if origin.is_here and not moved:
        return Saved(id=workout_id, workout_id=workout_id, rev=place.workout.rev)
    if moved:
        conn.execute(
            sa.update(workout_exercise)
            .where(workout_exercise.c.id == sa.bindparam("key"))
            .values(position=sa.bindparam("at"), merge=sa.bindparam("text")),
            moved,
        )
    merge = Merge(place.workout.merge)
    merge.note_edit(origin.mark(rev, merge.edited))
    conn.execute(sa.update(workout).where(workout.c.id == workout_id).values(merge=merge.to_text()))
    touched = bring_back(conn, viewer, place, origin, rev, {"ids": entry_ids})
    touch(conn, workout_id, rev)
    # Of equal sets the first performed keeps a record, so the order matters to rollups.
    touched |= {row.exercise_id for row in rows}
    mark_stale(conn, viewer, touched, place.workout.local_date)
    return Saved(id=workout_id, workout_id=workout_id, rev=rev)


def delete_entry(
    conn: sa.Connection, viewer: str, workout_id: str, entry_id: str, origin: Origin
) -> Saved:
    """Take an exercise out of a workout so that it can come back with its sets."""
    rev = begin(conn, viewer)
    place, entry = _find(conn, viewer, origin, workout_id, entry_id)
    if origin.is_here and entry.deleted_at is not None:
        return Saved(id=entry_id, workout_id=workout_id, rev=place.workout.rev)
    inside = [Part("set", row) for row in conn.execute(_sets, {"of": entry_id})]
    remove(conn, viewer, place, inside, origin, rev)
    touch(conn, workout_id, rev)
    mark_stale(conn, viewer, [entry.exercise_id], place.workout.local_date)
    return Saved(id=entry_id, workout_id=workout_id, rev=rev)


def restore_entry(
    conn: sa.Connection, viewer: str, workout_id: str, entry_id: str, origin: Origin
) -> Saved:
    """Undo the deletion; sets that were deleted on their own stay deleted."""
    rev = begin(conn, viewer)
    place, entry = _find(conn, viewer, origin, workout_id, entry_id)
    if origin.is_here and entry.deleted_at is None:
        return Saved(id=entry_id, workout_id=workout_id, rev=place.workout.rev)
    merge = Merge(entry.merge, entry.deleted_at)
    merge.note_edit(origin.mark(rev, merge.deleted))
    conn.execute(_set_merge, {"key": entry_id, "text": merge.to_text()})
    document = queries.part_document("exercise", entry)
    touched = bring_back(conn, viewer, place, origin, rev, document)
    touch(conn, workout_id, rev)
    mark_stale(conn, viewer, touched | {entry.exercise_id}, place.workout.local_date)
    return Saved(id=entry_id, workout_id=workout_id, rev=rev)


def _move(
    conn: sa.Connection, viewer: str, entry: Row, at: int, origin: Origin, rev: int
) -> dict[str, Any] | None:
    """The update that puts an exercise into place `at`, or None when nothing is to be written."""
    if origin.is_here and entry.position == at:
        return None
    merge = Merge(entry.merge)
    won, lost = merge.take({"position": at}, entry, origin, rev)
    keep_lost_values(conn, viewer, Part("exercise", entry), entry.workout_id, lost)
    return {"key": entry.id, "at": at, "text": merge.to_text()} if won else None


def _find(
    conn: sa.Connection, viewer: str, origin: Origin, workout_id: str, entry_id: str
) -> tuple[Place, Row]:
    place = find_place(conn, viewer, origin, workout_id, entry_id=entry_id)
    assert place.entry is not None  # noqa: S101  # it was asked for
    return place, place.entry
