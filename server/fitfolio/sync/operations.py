"""The operations a device may push: ordinary operations of the API under their own names.

Each entry names the body's model, the parameters of its path and the service function that the
route calls too, so there is one way to write.
"""

from __future__ import annotations

from typing import Any

from fitfolio.auth import service as auth
from fitfolio.auth.schemas import ProfileChange
from fitfolio.core.revisions import current_revision
from fitfolio.core.schemas import Input
from fitfolio.exercises import service as exercises
from fitfolio.exercises.schemas import ExerciseChange, ExerciseCreate, PreferenceChange
from fitfolio.programs import service as templates
from fitfolio.programs.schemas import TemplateChange, TemplateCreate
from fitfolio.recovery import service as metrics
from fitfolio.recovery.schemas import MetricChange, MetricWrite
from fitfolio.sync.calls import Call, Operation
from fitfolio.sync.program_operations import PROGRAM_OPERATIONS
from fitfolio.workouts import entries, recovered, sets
from fitfolio.workouts import service as workouts
from fitfolio.workouts.schemas import (
    ExerciseOrder,
    SetChange,
    SetWrite,
    WorkoutChange,
    WorkoutCreate,
    WorkoutExerciseChange,
    WorkoutExerciseWrite,
)


def _sent(body: Input) -> dict[str, Any]:
    return body.model_dump(exclude_unset=True)


def _create_workout(call: Call) -> int:
    return workouts.store_workout(call.conn, call.viewer.id, call.body, call.now_ms).rev


def _change_workout(call: Call) -> int:
    key = call.path["workout_id"]
    return workouts.change_workout(
        call.conn, call.viewer.id, key, call.body, call.origin, call.now_ms
    ).rev


def _delete_workout(call: Call) -> int:
    key = call.path["workout_id"]
    return workouts.delete_workout(call.conn, call.viewer.id, key, call.origin).rev


def _restore_workout(call: Call) -> int:
    key = call.path["workout_id"]
    return workouts.restore_workout(call.conn, call.viewer.id, key, call.origin).rev


def _add_exercise(call: Call) -> int:
    key = call.path["workout_id"]
    return entries.add_entry(call.conn, call.viewer.id, key, call.body, call.origin).rev


def _reorder_exercises(call: Call) -> int:
    key, order = call.path["workout_id"], call.body.ids
    return entries.reorder_entries(call.conn, call.viewer.id, key, order, call.origin).rev


def _change_exercise_of_workout(call: Call) -> int:
    ids = call.path["workout_id"], call.path["entry_id"]
    return entries.change_entry(call.conn, call.viewer.id, *ids, call.body, call.origin).rev


def _delete_exercise_of_workout(call: Call) -> int:
    ids = call.path["workout_id"], call.path["entry_id"]
    return entries.delete_entry(call.conn, call.viewer.id, *ids, call.origin).rev


def _restore_exercise_of_workout(call: Call) -> int:
    ids = call.path["workout_id"], call.path["entry_id"]
    return entries.restore_entry(call.conn, call.viewer.id, *ids, call.origin).rev


def _log_set(call: Call) -> int:
    ids = call.path["workout_id"], call.path["entry_id"]
    return sets.log_set(call.conn, call.viewer.id, *ids, call.body, call.origin).rev


def _change_set(call: Call) -> int:
    ids = call.path["workout_id"], call.path["set_id"]
    return sets.change_set(call.conn, call.viewer.id, *ids, call.body, call.origin).rev


def _delete_set(call: Call) -> int:
    ids = call.path["workout_id"], call.path["set_id"]
    return sets.delete_set(call.conn, call.viewer.id, *ids, call.origin).rev


def _restore_set(call: Call) -> int:
    ids = call.path["workout_id"], call.path["set_id"]
    return sets.restore_set(call.conn, call.viewer.id, *ids, call.origin).rev


def _create_exercise(call: Call) -> int:
    values = call.body.model_dump()
    exercises.create_exercise(call.conn, call.viewer.id, values, call.now_ms)
    return current_revision(call.conn, call.viewer.id)


def _change_exercise(call: Call) -> int:
    key = call.path["exercise_id"]
    exercises.change_exercise(call.conn, call.viewer.id, key, _sent(call.body))
    return current_revision(call.conn, call.viewer.id)


def _delete_exercise(call: Call) -> int:
    key = call.path["exercise_id"]
    exercises.archive_exercise(call.conn, call.viewer.id, key, call.now_ms)
    return current_revision(call.conn, call.viewer.id)


def _restore_exercise(call: Call) -> int:
    exercises.restore_exercise(call.conn, call.viewer.id, call.path["exercise_id"])
    return current_revision(call.conn, call.viewer.id)


def _change_preference(call: Call) -> int:
    key = call.path["exercise_id"]
    exercises.change_preference(call.conn, call.viewer.id, key, _sent(call.body))
    return current_revision(call.conn, call.viewer.id)


def _create_metric(call: Call) -> int:
    zone, values = call.viewer.time_zone, call.body.model_dump()
    return metrics.create_metric(call.conn, call.viewer.id, zone, values).rev


def _change_metric(call: Call) -> int:
    zone, key = call.viewer.time_zone, call.path["metric_id"]
    return metrics.change_metric(call.conn, call.viewer.id, zone, key, _sent(call.body)).rev


def _delete_metric(call: Call) -> int:
    metrics.delete_metric(call.conn, call.viewer.id, call.path["metric_id"], call.now_ms)
    return current_revision(call.conn, call.viewer.id)


def _restore_metric(call: Call) -> int:
    return metrics.restore_metric(call.conn, call.viewer.id, call.path["metric_id"]).rev


def _create_template(call: Call) -> int:
    values = call.body.model_dump()
    return templates.create_template(call.conn, call.viewer.id, values, call.now_ms).rev


def _change_template(call: Call) -> int:
    key, change = call.path["template_id"], templates.template_values(call.body)
    return templates.change_template(call.conn, call.viewer.id, key, change).rev


def _delete_template(call: Call) -> int:
    templates.delete_template(call.conn, call.viewer.id, call.path["template_id"], call.now_ms)
    return current_revision(call.conn, call.viewer.id)


def _restore_template(call: Call) -> int:
    return templates.restore_template(call.conn, call.viewer.id, call.path["template_id"]).rev


def _change_profile(call: Call) -> int:
    auth.change_profile(call.conn, call.viewer.id, auth.profile_values(call.body))
    return current_revision(call.conn, call.viewer.id)


def _dismiss_recovered(call: Call) -> int:
    key = call.path["recovered_id"]
    return recovered.dismiss(call.conn, call.viewer.id, key, call.now_ms)


_WORKOUT = ("workout_id",)
_ENTRY = ("workout_id", "entry_id")
_SET = ("workout_id", "set_id")
_EXERCISE = ("exercise_id",)
_METRIC = ("metric_id",)
_TEMPLATE = ("template_id",)

OPERATIONS: dict[str, Operation] = {
    "workouts.create": Operation(_create_workout, (), WorkoutCreate),
    "workouts.change": Operation(_change_workout, _WORKOUT, WorkoutChange),
    "workouts.delete": Operation(_delete_workout, _WORKOUT),
    "workouts.restore": Operation(_restore_workout, _WORKOUT),
    "workouts.add_exercise": Operation(_add_exercise, _WORKOUT, WorkoutExerciseWrite),
    "workouts.reorder_exercises": Operation(_reorder_exercises, _WORKOUT, ExerciseOrder),
    "workouts.change_exercise": Operation(
        _change_exercise_of_workout, _ENTRY, WorkoutExerciseChange
    ),
    "workouts.delete_exercise": Operation(_delete_exercise_of_workout, _ENTRY),
    "workouts.restore_exercise": Operation(_restore_exercise_of_workout, _ENTRY),
    "workouts.log_set": Operation(_log_set, _ENTRY, SetWrite),
    "workouts.change_set": Operation(_change_set, _SET, SetChange),
    "workouts.delete_set": Operation(_delete_set, _SET),
    "workouts.restore_set": Operation(_restore_set, _SET),
    "exercises.create": Operation(_create_exercise, (), ExerciseCreate),
    "exercises.change": Operation(_change_exercise, _EXERCISE, ExerciseChange),
    "exercises.delete": Operation(_delete_exercise, _EXERCISE),
    "exercises.restore": Operation(_restore_exercise, _EXERCISE),
    "exercises.change_preference": Operation(_change_preference, _EXERCISE, PreferenceChange),
    "metrics.create": Operation(_create_metric, (), MetricWrite),
    "metrics.change": Operation(_change_metric, _METRIC, MetricChange),
    "metrics.delete": Operation(_delete_metric, _METRIC),
    "metrics.restore": Operation(_restore_metric, _METRIC),
    "templates.create": Operation(_create_template, (), TemplateCreate),
    "templates.change": Operation(_change_template, _TEMPLATE, TemplateChange),
    "templates.delete": Operation(_delete_template, _TEMPLATE),
    "templates.restore": Operation(_restore_template, _TEMPLATE),
    **PROGRAM_OPERATIONS,
    "auth.change_profile": Operation(_change_profile, (), ProfileChange),
    "sync.dismiss_recovered": Operation(_dismiss_recovered, ("recovered_id",)),
}
"""By the operation id of the ordinary API."""
