"""What was done for an enrolment, as far as the fold reads it: two statements, whatever the number of workouts.

A document has much that progress does not hang on (notes, who wrote what, the whole prescription); for
a lifter five years in a program, reading it took ten times as long as deriving the next session.
"""

from __future__ import annotations

from typing import Any

import msgspec
import sqlalchemy as sa

from fitfolio.core.clock import to_iso
from fitfolio.workouts.tables import workout, workout_exercise, workout_set

_mine = (
    workout.c.user_id == sa.bindparam("owner"),
    workout.c.enrolment_id == sa.bindparam("enrolment"),
    workout.c.deleted_at.is_(None),
)
_trained = workout_exercise.c.track.is_not(None) & workout_exercise.c.deleted_at.is_(None)
_workouts = (
    sa.select(
        workout.c.id, workout.c.finished_at, workout.c.local_date, workout.c.program,
        workout_exercise.c.id.label("entry_id"), workout_exercise.c.exercise_id,
        workout_exercise.c.position, workout_exercise.c.track, workout_exercise.c.prescription,
    )
    .outerjoin(workout_exercise, (workout_exercise.c.workout_id == workout.c.id) & _trained)
    .where(*_mine)
    .order_by(workout.c.started_at, workout.c.id, workout_exercise.c.position, workout_exercise.c.id)
)  # fmt: skip
_sets = (
    sa.select(
        workout_set.c.workout_exercise_id, workout_set.c.position, workout_set.c.kind,
        workout_set.c.completed, workout_set.c.weight, workout_set.c.weight_unit, workout_set.c.reps,
        workout_set.c.duration_s, workout_set.c.distance_m, workout_set.c.rpe, workout_set.c.rir,
        workout_set.c.side,
    )
    .join(workout, workout.c.id == workout_set.c.workout_id)
    .where(*_mine, workout_set.c.deleted_at.is_(None))
    .order_by(workout_set.c.position, workout_set.c.id)
)  # fmt: skip
_SET_FIELDS = (
    "position", "kind", "completed", "weight", "weight_unit", "reps", "duration_s", "distance_m",
    "rpe", "rir", "side",
)  # fmt: skip


class _Planned(msgspec.Struct):
    """The one part of a prescription that says which exercise was meant."""

    exercise: str = ""


_planned = msgspec.json.Decoder(_Planned)


def done_for_enrolment(conn: sa.Connection, owner: str, enrolment_id: str) -> list[dict[str, Any]]:
    """Every workout done for an enrolment, finished or running, oldest first.

    They have the shape of the wire as far as `training.programs.logged` reads it: exercises without a
    track are left out.
    """
    who = {"owner": owner, "enrolment": enrolment_id}
    found: dict[str, dict[str, Any]] = {}
    sets_by_entry: dict[str, list[dict[str, Any]]] = {}
    for row in conn.execute(_workouts, who):
        one = found.get(row.id)
        if one is None:
            one = found[row.id] = {
                "id": row.id,
                "finished_at": None if row.finished_at is None else to_iso(row.finished_at),
                "local_date": row.local_date,
                "program": None if row.program is None else msgspec.json.decode(row.program),
                "exercises": [],
            }
        if row.entry_id is None:
            continue
        planned = "" if row.prescription is None else _planned.decode(row.prescription).exercise
        sets = sets_by_entry[row.entry_id] = []
        one["exercises"].append(
            {"exercise_id": row.exercise_id, "position": row.position, "track": row.track,
             "prescription": {"exercise": planned}, "sets": sets}
        )  # fmt: skip
    for entry_id, *values in conn.execute(_sets, who):
        if entry_id in sets_by_entry:
            sets_by_entry[entry_id].append(dict(zip(_SET_FIELDS, values, strict=True)))
    return list(found.values())
