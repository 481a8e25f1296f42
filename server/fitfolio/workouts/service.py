"""Workouts as a whole: start, change, delete, restore; and making all rollups anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from fitfolio.core.clock import DAY_MS, local_day, to_millis
from fitfolio.core.stamps import Origin
from fitfolio.exercises import service as exercises
from fitfolio.training.sets import Tracking
from fitfolio.workouts import queries, rollups
from fitfolio.workouts.bulk import NewEntry, NewSet, NewWorkout, insert_rows
from fitfolio.workouts.changes import (
    Part,
    Place,
    begin,
    bring_back,
    exercises_of,
    find_place,
    keep_lost_values,
    remove,
    touch,
    tracking_by_id,
)
from fitfolio.workouts.errors import (
    EndsBeforeStart,
    IdTaken,
    InTheFuture,
    NegativeWeight,
    UnitMissing,
    WorkoutNotFound,
)
from fitfolio.workouts.merging import Merge
from fitfolio.workouts.program_link import enrolment_of, prescription_text, program_text
from fitfolio.workouts.queries import Row
from fitfolio.workouts.schemas import (
    Saved,
    SetWrite,
    WorkoutChange,
    WorkoutCreate,
    WorkoutExerciseWrite,
    WorkoutRead,
)
from fitfolio.workouts.stale import forget_stale, mark_stale
from fitfolio.workouts.tables import workout, workout_exercise, workout_set

OWN_SOURCE = "fitfolio"

_taken_workout = sa.select(workout.c.user_id, workout.c.rev).where(
    workout.c.id == sa.bindparam("id")
)
_taken_entries = sa.select(workout_exercise.c.id).where(
    workout_exercise.c.id.in_(sa.bindparam("ids", expanding=True))
)
_taken_sets = sa.select(workout_set.c.id).where(
    workout_set.c.id.in_(sa.bindparam("ids", expanding=True))
)
_all_entries = sa.select(workout_exercise).where(
    workout_exercise.c.workout_id == sa.bindparam("key")
)
_all_sets = sa.select(workout_set).where(workout_set.c.workout_id == sa.bindparam("key"))


def get_workout(conn: sa.Connection, viewer: str, workout_id: str) -> WorkoutRead:
    """The workout with everything in it."""
    document = queries.find_document(conn, viewer, workout_id)
    if document is None:
        raise WorkoutNotFound
    return WorkoutRead.model_validate(document)


def create_workout(
    conn: sa.Connection, viewer: str, body: WorkoutCreate, now_ms: int
) -> WorkoutRead:
    """Store a workout with what is in it. Sending the same id again returns what is stored."""
    store_workout(conn, viewer, body, now_ms)
    stored = queries.documents(conn, viewer, [body.id], with_deleted=True)
    return WorkoutRead.model_validate(stored[0])


def store_workout(conn: sa.Connection, viewer: str, body: WorkoutCreate, now_ms: int) -> Saved:
    """Store a workout with what is in it. Sending the same id again changes nothing."""
    started, finished = to_millis(body.started_at), None
    if body.finished_at is not None:
        finished = to_millis(body.finished_at)
    _check_times(started, finished, now_ms)
    rev = begin(conn, viewer)
    known = conn.execute(_taken_workout, {"id": body.id}).one_or_none()
    if known is not None:
        if known.user_id != viewer:
            raise IdTaken
        return Saved(id=body.id, workout_id=body.id, rev=known.rev)
    tracking = tracking_by_id(conn, viewer, (item.exercise_id for item in body.exercises))
    new = NewWorkout(
        id=body.id, started_at_ms=started, finished_at_ms=finished, title=body.title,
        time_zone=body.time_zone, local_date=local_day(started, body.time_zone).isoformat(),
        entries=new_entries(conn, body.exercises, tracking), notes=body.notes, source=OWN_SOURCE,
        template_id=body.template_id, program=program_text(body.program),
    )  # fmt: skip
    first_day = insert_rows(conn, viewer, [new], rev)
    mark_stale(conn, viewer, first_day, new.local_date)
    return Saved(id=body.id, workout_id=body.id, rev=rev)


def change_and_read(
    conn: sa.Connection,
    viewer: str,
    workout_id: str,
    body: WorkoutChange,
    origin: Origin,
    now_ms: int,
) -> WorkoutRead:
    """`change_workout`, answered with the whole workout."""
    change_workout(conn, viewer, workout_id, body, origin, now_ms)
    return get_workout(conn, viewer, workout_id)


def change_workout(
    conn: sa.Connection,
    viewer: str,
    workout_id: str,
    body: WorkoutChange,
    origin: Origin,
    now_ms: int,
) -> Saved:
    """Change the fields sent; a new start or zone moves the sets to their new day."""
    rev = begin(conn, viewer)
    place = find_place(conn, viewer, origin, workout_id)
    row = place.workout
    sent = _sent_fields(row, body, origin)
    if not sent:
        return Saved(id=workout_id, workout_id=workout_id, rev=row.rev)
    merge = Merge(row.merge)
    _check_sent_times(sent, row, merge, origin, now_ms)
    won, lost = merge.take(sent, row, origin, rev)
    merge.note_edit(origin.mark(rev, merge.edited))
    started = won.get("started_at", row.started_at)
    if "program" in won:
        won["enrolment_id"] = enrolment_of(won["program"])
    if "started_at" in won:
        # A day without a clock time gets one as soon as somebody states it.
        won["has_time"] = True
    day = row.local_date
    if won.get("has_time", row.has_time):
        day = local_day(started, won.get("time_zone", row.time_zone)).isoformat()
    conn.execute(
        sa.update(workout)
        .where(workout.c.id == workout_id)
        .values(**won, local_date=day, merge=merge.to_text(), rev=rev)
    )
    touched: set[str] = set()
    if day != row.local_date:
        conn.execute(
            sa.update(workout_set)
            .where(workout_set.c.workout_id == workout_id)
            .values(local_date=day)
        )
    part = Part("workout", row)
    if day != row.local_date or "started_at" in won:
        touched.update(exercises_of(conn, part))
    keep_lost_values(conn, viewer, part, workout_id, lost)
    edit = body.model_dump(mode="json", include=set(sent))
    touched |= bring_back(conn, viewer, place, origin, rev, edit)
    mark_stale(conn, viewer, touched, min(day, row.local_date))
    return Saved(id=workout_id, workout_id=workout_id, rev=rev)


def delete_workout(conn: sa.Connection, viewer: str, workout_id: str, origin: Origin) -> Saved:
    """Delete a workout so that it can be restored. Doing it again changes nothing."""
    rev = begin(conn, viewer)
    row = _own_workout(conn, viewer, workout_id)
    if origin.is_here and row.deleted_at is not None:
        return Saved(id=workout_id, workout_id=workout_id, rev=row.rev)
    inside = [Part("exercise", each) for each in conn.execute(_all_entries, {"key": workout_id})]
    inside += [Part("set", each) for each in conn.execute(_all_sets, {"key": workout_id})]
    remove(conn, viewer, Place(row), inside, origin, rev)
    return _saved(conn, viewer, row, rev)


def restore_workout(conn: sa.Connection, viewer: str, workout_id: str, origin: Origin) -> Saved:
    """Undo the deletion; exercises and sets that were deleted on their own stay deleted."""
    rev = begin(conn, viewer)
    row = _own_workout(conn, viewer, workout_id)
    if origin.is_here and row.deleted_at is None:
        return Saved(id=workout_id, workout_id=workout_id, rev=row.rev)
    merge = Merge(row.merge, row.deleted_at)
    merge.note_edit(origin.mark(rev, merge.deleted))
    conn.execute(sa.update(workout).where(workout.c.id == workout_id).values(merge=merge.to_text()))
    bring_back(conn, viewer, Place(row), origin, rev, queries.part_document("workout", row))
    return _saved(conn, viewer, row, rev)


def rebuild(conn: sa.Connection, user_id: str) -> None:
    """Make every rollup of a lifter anew from the sets."""
    forget_stale(conn, user_id)
    known = exercises.tracking_of(conn, user_id)
    rollups.rebuild(
        conn,
        user_id,
        {
            exercise_id: known.get(exercise_id, "weight_reps")
            for exercise_id in rollups.trained_exercise_ids(conn, user_id)
        },
    )


def new_entries(
    conn: sa.Connection, items: list[WorkoutExerciseWrite], tracking_by_id: Mapping[str, Tracking]
) -> list[NewEntry]:
    """Exercises of a request, checked: ids are free, every number has its unit, help its kind."""
    entry_ids = [item.id for item in items]
    set_ids = [row.id for item in items for row in item.sets]
    _check_free(conn, _taken_entries, entry_ids)
    _check_free(conn, _taken_sets, set_ids)
    for item in items:
        if tracking_by_id[item.exercise_id] != "bodyweight_reps" and any(map(_is_help, item.sets)):
            raise NegativeWeight
    return [
        NewEntry(
            item.exercise_id, [new_set(row) for row in sorted(item.sets, key=_place)], item.superset, item.notes,
            item.id, item.position, item.track, prescription_text(item.prescription),
        )
        for item in sorted(items, key=_place)
    ]  # fmt: skip


def new_set(body: SetWrite) -> NewSet:
    """A set of a request; UnitMissing when a weight or distance has none."""
    check_units(body.model_dump())
    return NewSet(
        body.kind, body.completed, body.weight, body.weight_unit, body.reps, body.duration_s,
        body.distance, body.distance_unit, body.rpe, body.rir, body.notes,
        logged_at_ms=None if body.logged_at is None else to_millis(body.logged_at),
        id=body.id, position=body.position, side=body.side,
    )  # fmt: skip


def check_units(values: dict[str, Any]) -> None:
    """A number without its unit means nothing later."""
    for name in ("weight", "distance"):
        if values[name] is not None and values[f"{name}_unit"] is None:
            raise UnitMissing


def _is_help(body: SetWrite) -> bool:
    return body.weight is not None and body.weight < 0


def _place(item: WorkoutExerciseWrite | SetWrite) -> tuple[int, str]:
    return item.position, item.id


def _check_free(conn: sa.Connection, statement: sa.Select[Any], ids: list[str]) -> None:
    if len(set(ids)) < len(ids):
        raise IdTaken
    if ids and conn.execute(statement, {"ids": ids}).first() is not None:
        raise IdTaken


def _check_times(started: int, finished: int | None, now_ms: int) -> None:
    if finished is not None and finished < started:
        raise EndsBeforeStart
    if started > now_ms + DAY_MS:
        raise InTheFuture


def _check_sent_times(
    sent: Mapping[str, Any], row: Row, merge: Merge, origin: Origin, now_ms: int
) -> None:
    """Refuse an end before the start, as far as its sender could know both.

    Two devices may each have changed one of them; refusing one would depend on which came first.
    """
    if not sent.keys() & {"started_at", "finished_at"}:
        # Imported times may be odd; that must not keep anybody from naming a workout.
        return
    started = sent.get("started_at", row.started_at)
    finished = sent.get("finished_at", row.finished_at)
    unknown = [
        name
        for name in ("started_at", "finished_at")
        if name not in sent and name in merge.fields and origin.did_not_know(merge.fields[name])
    ]
    _check_times(started, None if unknown else finished, now_ms)


def _sent_fields(row: Row, body: WorkoutChange, origin: Origin) -> dict[str, Any]:
    """Columns to change; null means something for the end (it runs again) and the program (none)."""
    sent: dict[str, Any] = {}
    for name in body.model_fields_set:
        value = getattr(body, name)
        if name in ("started_at", "finished_at") and value is not None:
            value = to_millis(value)
        if name == "program":
            value = program_text(value)
        if value is None and name not in ("finished_at", "program"):
            continue
        if not origin.is_here or value != getattr(row, name):
            sent[name] = value
    return sent


def _own_workout(conn: sa.Connection, viewer: str, workout_id: str) -> Row:
    row = queries.find_workout(conn, viewer, workout_id)
    if row is None:
        raise WorkoutNotFound
    return row


def _saved(conn: sa.Connection, viewer: str, row: Row, rev: int) -> Saved:
    touch(conn, row.id, rev)
    mark_stale(conn, viewer, exercises_of(conn, Part("workout", row)), row.local_date)
    return Saved(id=row.id, workout_id=row.id, rev=rev)
