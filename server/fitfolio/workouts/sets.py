"""Sets: log, change, delete, restore. The hottest writes of the program."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from fitfolio.core.clock import to_millis
from fitfolio.core.prepared import Prepared
from fitfolio.core.stamps import Origin
from fitfolio.exercises import service as exercises
from fitfolio.workouts import queries
from fitfolio.workouts.bulk import derived
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
)
from fitfolio.workouts.errors import (
    EntryNotFound,
    IdTaken,
    NegativeWeight,
    UnitMissing,
    WorkoutNotFound,
)
from fitfolio.workouts.merging import Merge, first_edit
from fitfolio.workouts.queries import Row
from fitfolio.workouts.schemas import Saved, SetChange, SetWrite
from fitfolio.workouts.service import check_units
from fitfolio.workouts.stale import mark_stale
from fitfolio.workouts.tables import workout, workout_exercise, workout_set

MEASURED = ("weight", "weight_unit", "reps", "duration_s", "distance", "distance_unit")
"""What a flag doubts: a change of any of these is a correction and lifts it."""

UNITS = ("weight_unit", "distance_unit")

# One statement for everything that logging must know, because it is asked for every set.
_log_place = Prepared(
    sa.select(
        workout.c.rev,
        workout.c.deleted_at,
        workout.c.local_date,
        workout_exercise.c.exercise_id,
        workout_exercise.c.deleted_at.label("entry_deleted_at"),
        workout_set.c.user_id.label("known_user"),
        workout_set.c.workout_exercise_id.label("known_entry"),
    )
    .join_from(
        workout,
        workout_exercise,
        sa.and_(
            workout_exercise.c.id == sa.bindparam("entry"),
            workout_exercise.c.workout_id == workout.c.id,
        ),
        isouter=True,
    )
    .join(workout_set, workout_set.c.id == sa.bindparam("set"), isouter=True)
    .where(workout.c.id == sa.bindparam("workout"), workout.c.user_id == sa.bindparam("owner"))
)
_UNSET = {"flagged", "import_id", "deleted_at"}
_insert = Prepared(
    sa.insert(workout_set).values(
        {name: sa.bindparam(name) for name in workout_set.c.keys() if name not in _UNSET}  # noqa: SIM118
    )
)


def log_set(
    conn: sa.Connection,
    viewer: str,
    workout_id: str,
    entry_id: str,
    body: SetWrite,
    origin: Origin,
) -> Saved:
    """Store a set. Sending the same id again changes nothing."""
    # The fields as they are: a dump would copy and check them once more.
    values: dict[str, Any] = dict(body.__dict__)
    check_units(values)
    rev = begin(conn, viewer)
    key = {"owner": viewer, "workout": workout_id, "entry": entry_id, "set": body.id}
    row = _log_place.one_or_none(conn, key)
    if row is None or (origin.is_here and row.deleted_at is not None):
        raise WorkoutNotFound
    if row.known_user is not None:
        if (row.known_user, row.known_entry) != (viewer, entry_id):
            raise IdTaken
        return Saved(id=body.id, workout_id=workout_id, rev=row.rev)
    if row.exercise_id is None or (origin.is_here and row.entry_deleted_at is not None):
        raise EntryNotFound
    if body.weight is not None and body.weight < 0:
        check_load(conn, viewer, row.exercise_id)
    values.update(
        derived(values),
        workout_exercise_id=entry_id,
        workout_id=workout_id,
        user_id=viewer,
        exercise_id=row.exercise_id,
        local_date=row.local_date,
        logged_at=None if body.logged_at is None else to_millis(body.logged_at),
        merge=first_edit(origin.mark(rev)),
    )
    _insert.run(conn, values)
    touched = {row.exercise_id}
    if row.deleted_at is not None or row.entry_deleted_at is not None:
        place = find_place(conn, viewer, origin, workout_id, set_id=body.id)
        touched |= bring_back(conn, viewer, place, origin, rev, queries.set_document(place.set))
    touch(conn, workout_id, rev)
    mark_stale(conn, viewer, touched, row.local_date)
    return Saved(id=body.id, workout_id=workout_id, rev=rev)


def change_set(
    conn: sa.Connection,
    viewer: str,
    workout_id: str,
    set_id: str,
    body: SetChange,
    origin: Origin,
) -> Saved:
    """Change the fields sent and leave the others; a corrected value loses its flag."""
    rev = begin(conn, viewer)
    place, stored = _find(conn, viewer, origin, workout_id, set_id)
    check_live(place, origin)
    sent = _sent_values(body, stored, origin)
    if not sent:
        return Saved(id=set_id, workout_id=workout_id, rev=place.workout.rev)
    if sent.get("weight") is not None and sent["weight"] < 0:
        check_load(conn, viewer, stored.exercise_id)
    merge = Merge(stored.merge)
    won, lost = merge.take(sent, stored, origin, rev)
    merge.note_edit(origin.mark(rev, merge.edited))
    typed = {name: won.get(name, getattr(stored, name)) for name in MEASURED}
    check_units(typed)
    if any(name in sent for name in MEASURED):
        won["flagged"] = None
    conn.execute(
        sa.update(workout_set)
        .where(workout_set.c.id == set_id)
        .values(**won, **derived(typed), merge=merge.to_text())
    )
    keep_lost_values(conn, viewer, Part("set", stored), workout_id, lost)
    edit = body.model_dump(mode="json", include=set(sent))
    touched = bring_back(conn, viewer, place, origin, rev, edit)
    touch(conn, workout_id, rev)
    mark_stale(conn, viewer, touched | {stored.exercise_id}, place.workout.local_date)
    return Saved(id=set_id, workout_id=workout_id, rev=rev)


def delete_set(
    conn: sa.Connection, viewer: str, workout_id: str, set_id: str, origin: Origin
) -> Saved:
    """Delete a set so that it can be restored. Doing it again changes nothing."""
    rev = begin(conn, viewer)
    place, stored = _find(conn, viewer, origin, workout_id, set_id)
    if origin.is_here and stored.deleted_at is not None:
        return Saved(id=set_id, workout_id=workout_id, rev=place.workout.rev)
    remove(conn, viewer, place, [], origin, rev)
    touch(conn, workout_id, rev)
    mark_stale(conn, viewer, [stored.exercise_id], place.workout.local_date)
    return Saved(id=set_id, workout_id=workout_id, rev=rev)


def restore_set(
    conn: sa.Connection, viewer: str, workout_id: str, set_id: str, origin: Origin
) -> Saved:
    """Undo the deletion."""
    rev = begin(conn, viewer)
    place, stored = _find(conn, viewer, origin, workout_id, set_id)
    if origin.is_here:
        if stored.deleted_at is None:
            return Saved(id=set_id, workout_id=workout_id, rev=place.workout.rev)
        # It comes back to where it was; an exercise that is deleted stays so.
        place = Place(place.workout, None, stored)
    merge = Merge(stored.merge, stored.deleted_at)
    merge.note_edit(origin.mark(rev, merge.deleted))
    conn.execute(
        sa.update(workout_set).where(workout_set.c.id == set_id).values(merge=merge.to_text())
    )
    touched = bring_back(conn, viewer, place, origin, rev, queries.set_document(stored))
    touch(conn, workout_id, rev)
    mark_stale(conn, viewer, touched | {stored.exercise_id}, place.workout.local_date)
    return Saved(id=set_id, workout_id=workout_id, rev=rev)


def check_load(conn: sa.Connection, viewer: str, exercise_id: str) -> None:
    """A weight below zero is help, which only exercises with one's own weight have."""
    if exercises.find_tracking(conn, viewer, exercise_id) != "bodyweight_reps":
        raise NegativeWeight


def _find(
    conn: sa.Connection, viewer: str, origin: Origin, workout_id: str, set_id: str
) -> tuple[Place, Row]:
    place = find_place(conn, viewer, origin, workout_id, set_id=set_id)
    assert place.set is not None  # noqa: S101  # it was asked for
    return place, place.set


def _sent_values(body: SetChange, stored: Row, origin: Origin) -> dict[str, Any]:
    """Columns to change. Values that are there already are a change only when a device sends them:
    another device's may still arrive that is older.
    """
    sent: dict[str, Any] = {}
    for name in body.model_fields_set:
        value = getattr(body, name)
        if name in UNITS and value is None:
            # A cleared number keeps its unit, or clearing and typing in two places would leave
            # a number that nobody can read.
            if origin.is_here and _number_of(name, body, stored) is not None:
                raise UnitMissing
            continue
        if name == "logged_at" and value is not None:
            value = to_millis(value)
        if not origin.is_here or value != getattr(stored, name):
            sent[name] = value
    return sent


def _number_of(unit: str, body: SetChange, stored: Row) -> Any:
    name = unit.removesuffix("_unit")
    return getattr(body if name in body.model_fields_set else stored, name)
