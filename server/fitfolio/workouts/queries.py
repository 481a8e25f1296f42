"""Reads of workouts as documents: one workout with its exercises and sets inside.

Documents are plain dictionaries in the wire shape of `schemas.WorkoutRead`, so that the
change feed and the export can write thousands of them without building models.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from fitfolio.core.clock import to_iso
from fitfolio.workouts.tables import workout, workout_exercise, workout_set

Row = sa.Row[Any]

CHUNK = 500
"""Ids in one IN list; SQLite takes at most 32,766."""

_mine = workout.c.user_id == sa.bindparam("owner")
_one = sa.select(workout).where(_mine, workout.c.id == sa.bindparam("id"))
_by_id = sa.select(workout).where(_mine, workout.c.id.in_(sa.bindparam("ids", expanding=True)))
_live_by_id = _by_id.where(workout.c.deleted_at.is_(None))
_exercises = (
    sa.select(workout_exercise)
    .where(
        workout_exercise.c.workout_id.in_(sa.bindparam("ids", expanding=True)),
        workout_exercise.c.deleted_at.is_(None),
    )
    .order_by(workout_exercise.c.position, workout_exercise.c.id)
)
_sets = (
    sa.select(workout_set)
    .where(
        workout_set.c.workout_id.in_(sa.bindparam("ids", expanding=True)),
        workout_set.c.deleted_at.is_(None),
    )
    .order_by(workout_set.c.position, workout_set.c.id)
)
_changed = (
    sa.select(workout.c.id, workout.c.rev, workout.c.deleted_at)
    .where(_mine, workout.c.rev > sa.bindparam("since"))
    .order_by(workout.c.rev)
    .limit(sa.bindparam("count"))
)
_ids = (
    sa.select(workout.c.id)
    .where(_mine, workout.c.deleted_at.is_(None))
    .order_by(workout.c.started_at, workout.c.id)
)
_entry = sa.select(workout_exercise).where(
    workout_exercise.c.user_id == sa.bindparam("owner"), workout_exercise.c.id == sa.bindparam("id")
)
_set = sa.select(workout_set).where(
    workout_set.c.user_id == sa.bindparam("owner"), workout_set.c.id == sa.bindparam("id")
)


def find_workout(conn: sa.Connection, user_id: str, workout_id: str) -> Row | None:
    """The workout row, deleted or not."""
    return conn.execute(_one, {"owner": user_id, "id": workout_id}).one_or_none()


def find_entry(conn: sa.Connection, user_id: str, entry_id: str) -> Row | None:
    """The row of an exercise in a workout, deleted or not."""
    return conn.execute(_entry, {"owner": user_id, "id": entry_id}).one_or_none()


def find_set(conn: sa.Connection, user_id: str, set_id: str) -> Row | None:
    """The row of a set, deleted or not."""
    return conn.execute(_set, {"owner": user_id, "id": set_id}).one_or_none()


def workout_ids(conn: sa.Connection, user_id: str) -> list[str]:
    """Ids of all workouts that are not deleted, oldest first."""
    return list(conn.execute(_ids, {"owner": user_id}).scalars())


def changed_since(
    conn: sa.Connection, user_id: str, since: int, count: int
) -> Sequence[sa.Row[str, int, int | None]]:
    """(id, rev, deleted_at) of at most `count` workouts changed after revision `since`, in order."""
    return conn.execute(_changed, {"owner": user_id, "since": since, "count": count}).all()


def find_document(conn: sa.Connection, user_id: str, workout_id: str) -> dict[str, Any] | None:
    """One workout as a document, or None when it is deleted or somebody else's."""
    return next(iter(documents(conn, user_id, [workout_id])), None)


def documents(
    conn: sa.Connection, user_id: str, ids: Iterable[str], *, with_deleted: bool = False
) -> list[dict[str, Any]]:
    """Workouts as documents in the order of `ids`; unknown and deleted ones are left out.

    Three statements whatever the number; callers hand in some hundred ids at a time, because
    everything asked for is held in memory.
    """
    wanted = list(ids)
    if not wanted:
        return []
    statement = _by_id if with_deleted else _live_by_id
    rows = conn.execute(statement, {"owner": user_id, "ids": wanted}).all()
    document_by_id = {row.id: _workout(row) for row in rows}
    sets_by_entry: dict[str, list[dict[str, Any]]] = {}
    known = list(document_by_id)
    for row in conn.execute(_exercises, {"ids": known}):
        entry = _entry_document(row)
        document_by_id[row.workout_id]["exercises"].append(entry)
        sets_by_entry[row.id] = entry["sets"]
    for row in conn.execute(_sets, {"ids": known}):
        sets = sets_by_entry.get(row.workout_exercise_id)
        if sets is not None:
            sets.append(set_document(row))
    return [document_by_id[key] for key in wanted if key in document_by_id]


def set_document(row: Any) -> dict[str, Any]:
    """A set in its wire shape."""
    return {
        "id": row.id,
        "position": row.position,
        "kind": row.kind,
        "completed": row.completed,
        "weight": row.weight,
        # A cleared number keeps its unit in the row (see merging), which is nobody else's business.
        "weight_unit": None if row.weight is None else row.weight_unit,
        "load_kg": row.load_kg,
        "reps": row.reps,
        "duration_s": row.duration_s,
        "distance": row.distance,
        "distance_unit": None if row.distance is None else row.distance_unit,
        "distance_m": row.distance_m,
        "rpe": row.rpe,
        "rir": row.rir,
        "side": row.side,
        "notes": row.notes,
        "flagged": row.flagged,
        "logged_at": None if row.logged_at is None else to_iso(row.logged_at),
    }


def part_document(entity: str, row: Any) -> dict[str, Any]:
    """A set, an exercise without its sets or a workout without its exercises, in its wire shape."""
    document = {"workout": _workout, "exercise": _entry_document, "set": set_document}[entity](row)
    return {name: value for name, value in document.items() if name not in {"sets", "exercises"}}


def _entry_document(row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "exercise_id": row.exercise_id,
        "position": row.position,
        "superset": row.superset,
        "notes": row.notes,
        "track": row.track,
        "prescription": None if row.prescription is None else msgspec.json.decode(row.prescription),
        "sets": [],
    }


def _workout(row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "rev": row.rev,
        "started_at": to_iso(row.started_at),
        "finished_at": None if row.finished_at is None else to_iso(row.finished_at),
        "has_time": row.has_time,
        "time_zone": row.time_zone,
        "local_date": row.local_date,
        "title": row.title,
        "notes": row.notes,
        "bodyweight_kg": row.bodyweight_kg,
        "source": row.source,
        "template_id": row.template_id,
        "program": None if row.program is None else msgspec.json.decode(row.program),
        "exercises": [],
    }
