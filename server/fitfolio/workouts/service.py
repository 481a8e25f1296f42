"""Workouts as a whole: start, change, delete, restore; and making all rollups anew."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from fitfolio.core.clock import local_day, to_millis
from fitfolio.exercises import service as exercises
from fitfolio.workouts import queries, rollups
from fitfolio.workouts.bulk import NewEntry, NewSet, NewWorkout, insert_workouts
from fitfolio.workouts.changes import begin, live_workout, refresh, touch, tracking_by_id
from fitfolio.workouts.errors import (
    EndsBeforeStart,
    IdTaken,
    InTheFuture,
    UnitMissing,
    WorkoutNotFound,
)
from fitfolio.workouts.queries import Row
from fitfolio.workouts.schemas import (
    Saved,
    SetWrite,
    WorkoutChange,
    WorkoutCreate,
    WorkoutExerciseWrite,
    WorkoutRead,
)
from fitfolio.workouts.tables import workout, workout_exercise, workout_set

OWN_SOURCE = "fitfolio"
DAY_MS = 86_400_000

_taken_workout = sa.select(workout.c.user_id).where(workout.c.id == sa.bindparam("id"))
_taken_entries = sa.select(workout_exercise.c.id).where(
    workout_exercise.c.id.in_(sa.bindparam("ids", expanding=True))
)
_taken_sets = sa.select(workout_set.c.id).where(
    workout_set.c.id.in_(sa.bindparam("ids", expanding=True))
)
_exercise_ids = (
    sa.select(workout_exercise.c.exercise_id)
    .where(workout_exercise.c.workout_id == sa.bindparam("key"))
    .distinct()
)


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
    started, finished = to_millis(body.started_at), None
    if body.finished_at is not None:
        finished = to_millis(body.finished_at)
    _check_times(started, finished, now_ms)
    begin(conn, viewer)
    owner = conn.execute(_taken_workout, {"id": body.id}).scalar_one_or_none()
    if owner is None:
        tracking = tracking_by_id(conn, viewer, (item.exercise_id for item in body.exercises))
        new = NewWorkout(
            id=body.id, started_at_ms=started, finished_at_ms=finished, title=body.title,
            time_zone=body.time_zone, local_date=local_day(started, body.time_zone).isoformat(),
            entries=new_entries(conn, body.exercises), notes=body.notes, source=OWN_SOURCE,
        )  # fmt: skip
        insert_workouts(conn, viewer, [new], tracking)
    elif owner != viewer:
        raise IdTaken
    stored = queries.documents(conn, viewer, [body.id], with_deleted=True)
    return WorkoutRead.model_validate(stored[0])


def change_workout(
    conn: sa.Connection, viewer: str, workout_id: str, body: WorkoutChange, now_ms: int
) -> WorkoutRead:
    """Change the fields sent; a new start or zone moves the sets to their new day."""
    rev = begin(conn, viewer)
    row = live_workout(conn, viewer, workout_id)
    values = _changed_fields(row, body)
    if values:
        started = values.get("started_at", row.started_at)
        if values.keys() & {"started_at", "finished_at"}:
            # Imported times may be odd; that must not keep anybody from naming a workout.
            _check_times(started, values.get("finished_at", row.finished_at), now_ms)
        zone = values.get("time_zone", row.time_zone)
        day = local_day(started, zone).isoformat() if row.has_time else row.local_date
        if "started_at" in values:
            # A day without a clock time gets one as soon as somebody states it.
            day = local_day(started, zone).isoformat()
            values["has_time"] = True
        conn.execute(
            sa.update(workout)
            .where(workout.c.id == workout_id)
            .values(**values, local_date=day, rev=rev)
        )
        if day != row.local_date:
            conn.execute(
                sa.update(workout_set)
                .where(workout_set.c.workout_id == workout_id)
                .values(local_date=day)
            )
        if day != row.local_date or "started_at" in values:
            refresh(conn, viewer, _exercises_of(conn, workout_id), min(day, row.local_date))
    return get_workout(conn, viewer, workout_id)


def delete_workout(conn: sa.Connection, viewer: str, workout_id: str, now_ms: int) -> Saved:
    """Delete a workout so that it can be restored. Doing it again changes nothing."""
    rev = begin(conn, viewer)
    row = _own_workout(conn, viewer, workout_id)
    if row.deleted_at is not None:
        return Saved(id=workout_id, workout_id=workout_id, rev=row.rev)
    return _set_deleted(conn, viewer, row, rev, now_ms)


def restore_workout(conn: sa.Connection, viewer: str, workout_id: str) -> Saved:
    """Undo the deletion; exercises and sets that were deleted on their own stay deleted."""
    rev = begin(conn, viewer)
    row = _own_workout(conn, viewer, workout_id)
    if row.deleted_at is None:
        return Saved(id=workout_id, workout_id=workout_id, rev=row.rev)
    return _set_deleted(conn, viewer, row, rev, None)


def rebuild(conn: sa.Connection, user_id: str) -> None:
    """Make every rollup of a lifter anew from the sets."""
    known = exercises.tracking_of(conn, user_id)
    rollups.rebuild(
        conn,
        user_id,
        {
            exercise_id: known.get(exercise_id, "weight_reps")
            for exercise_id in rollups.trained_exercise_ids(conn, user_id)
        },
    )


def new_entries(conn: sa.Connection, items: list[WorkoutExerciseWrite]) -> list[NewEntry]:
    """Exercises of a request, checked: ids are free and every number has its unit."""
    entry_ids = [item.id for item in items]
    set_ids = [row.id for item in items for row in item.sets]
    _check_free(conn, _taken_entries, entry_ids)
    _check_free(conn, _taken_sets, set_ids)
    return [
        NewEntry(
            item.exercise_id, [new_set(row) for row in sorted(item.sets, key=_place)], item.superset, item.notes,
            item.id, item.position,
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
        id=body.id, position=body.position,
    )  # fmt: skip


def check_units(values: dict[str, Any]) -> None:
    """A number without its unit means nothing later."""
    for name in ("weight", "distance"):
        if values[name] is not None and values[f"{name}_unit"] is None:
            raise UnitMissing


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


def _changed_fields(row: Row, body: WorkoutChange) -> dict[str, Any]:
    """Columns whose value changes; null means something for the end only (it runs again)."""
    values: dict[str, Any] = {}
    for name in body.model_fields_set:
        value = getattr(body, name)
        if name in ("started_at", "finished_at") and value is not None:
            value = to_millis(value)
        if (value is not None or name == "finished_at") and value != getattr(row, name):
            values[name] = value
    return values


def _own_workout(conn: sa.Connection, viewer: str, workout_id: str) -> Row:
    row = queries.find_workout(conn, viewer, workout_id)
    if row is None:
        raise WorkoutNotFound
    return row


def _set_deleted(
    conn: sa.Connection, viewer: str, row: Row, rev: int, deleted_at: int | None
) -> Saved:
    conn.execute(sa.update(workout).where(workout.c.id == row.id).values(deleted_at=deleted_at))
    touch(conn, row.id, rev)
    refresh(conn, viewer, _exercises_of(conn, row.id), row.local_date)
    return Saved(id=row.id, workout_id=row.id, rev=rev)


def _exercises_of(conn: sa.Connection, workout_id: str) -> list[str]:
    return list(conn.execute(_exercise_ids, {"key": workout_id}).scalars())
