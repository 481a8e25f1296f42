"""`/api/v1/workouts`: the log, its list and calendar."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import Query, Response

import fitfolio.workouts.errors  # noqa: F401  # registers the codes used below
from fitfolio.auth.access import ViewerDep
from fitfolio.auth.direct import DirectRoute
from fitfolio.core.clock import local_day
from fitfolio.core.http import PrefixRouter, State, StateDep, problem_responses
from fitfolio.core.schemas import Day, EntityId, Text
from fitfolio.core.stamps import Origin, here
from fitfolio.workouts import entries, service, sets
from fitfolio.workouts.listing import Filters, get_calendar, list_workouts
from fitfolio.workouts.schemas import (
    Calendar,
    ExerciseOrder,
    Saved,
    SetChange,
    SetWrite,
    WorkoutChange,
    WorkoutCreate,
    WorkoutExerciseChange,
    WorkoutExerciseWrite,
    WorkoutPage,
    WorkoutRead,
)
from fitfolio.workouts.stale import read_settled

router = PrefixRouter(prefix="/api/v1/workouts", tags=["workouts"])

_PRIVATE = ["auth.required"]
_WRITE = [*_PRIVATE, "request.csrf", "workouts.not_found"]
LIST = problem_responses([*_PRIVATE, "workouts.invalid_cursor"])
READ = problem_responses([*_PRIVATE, "workouts.not_found"])
WRITE = problem_responses([*_WRITE, "workouts.ends_before_start", "workouts.in_the_future"])
CREATE = problem_responses(
    [
        *_PRIVATE,
        "request.csrf",
        "workouts.ends_before_start",
        "workouts.in_the_future",
        "workouts.unknown_exercise",
        "workouts.unit_missing",
        "workouts.negative_weight",
        "workouts.prescription_too_large",
        "workouts.id_taken",
    ]
)
ENTRY = problem_responses(
    [
        *_WRITE,
        "workouts.entry_not_found",
        "workouts.unknown_exercise",
        "workouts.unit_missing",
        "workouts.negative_weight",
        "workouts.prescription_too_large",
        "workouts.id_taken",
    ]
)
SET = problem_responses(
    [
        *_WRITE,
        "workouts.entry_not_found",
        "workouts.set_not_found",
        "workouts.unit_missing",
        "workouts.negative_weight",
        "workouts.id_taken",
    ]
)

CALENDAR_DAYS = 371
"""Without dates: a year of whole weeks."""


def _here(state: State) -> Origin:
    return here(state.clock.now_ms())


async def log_set(
    workout_id: EntityId, entry_id: EntityId, body: SetWrite, viewer: ViewerDep, state: StateDep
) -> Response:
    """Log a set under a client-made id; sending it again changes nothing."""
    saved = await state.db.write(sets.log_set, viewer.id, workout_id, entry_id, body, _here(state))
    return Response(saved.model_dump_json(), 201, media_type="application/json")


# The most frequent write: first, because routes are tried in turn, and past the framework's reading.
router.add_api_route(
    "/{workout_id}/exercises/{entry_id}/sets",
    log_set,
    methods=["POST"],
    operation_id="workouts.log_set",
    status_code=201,
    response_model=Saved,
    responses=SET,
    route_class_override=DirectRoute,
)


@router.get("", operation_id="workouts.list", responses=LIST)
async def get_list(
    viewer: ViewerDep,
    state: StateDep,
    search: Annotated[Text, Query(max_length=200)] = "",
    first_day: Annotated[Day | None, Query(alias="from")] = None,
    last_day: Annotated[Day | None, Query(alias="to")] = None,
    exercise_id: EntityId | None = None,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> WorkoutPage:
    """The history, newest first. `search` takes words: titles, notes, exercises, years, weights."""
    filters = Filters(search, first_day, last_day, exercise_id)
    return await read_settled(
        state.db, viewer.id, list_workouts, viewer.id, viewer.language, filters, cursor, limit
    )


@router.post("", operation_id="workouts.create", status_code=201, responses=CREATE)
async def create(body: WorkoutCreate, viewer: ViewerDep, state: StateDep) -> WorkoutRead:
    """Store a workout under a client-made id; sending it again returns what is stored."""
    return await state.db.write(service.create_workout, viewer.id, body, state.clock.now_ms())


@router.get(
    "/calendar", operation_id="workouts.get_calendar", responses=problem_responses(_PRIVATE)
)
async def calendar(
    viewer: ViewerDep,
    state: StateDep,
    first_day: Annotated[Day | None, Query(alias="from")] = None,
    last_day: Annotated[Day | None, Query(alias="to")] = None,
) -> Calendar:
    """Days with training; without dates the last year."""
    today = local_day(state.clock.now_ms(), viewer.time_zone)
    first = first_day or (today - timedelta(days=CALENDAR_DAYS)).isoformat()
    last = last_day or (today + timedelta(days=1)).isoformat()
    return await read_settled(state.db, viewer.id, get_calendar, viewer.id, first, last)


@router.get("/{workout_id}", operation_id="workouts.get", responses=READ)
async def get_one(workout_id: EntityId, viewer: ViewerDep, state: StateDep) -> WorkoutRead:
    """A workout with its exercises and sets."""
    return await state.db.read(service.get_workout, viewer.id, workout_id)


@router.patch("/{workout_id}", operation_id="workouts.change", responses=WRITE)
async def change(
    workout_id: EntityId, body: WorkoutChange, viewer: ViewerDep, state: StateDep
) -> WorkoutRead:
    """Change the fields that are sent; `finished_at: null` lets it run again."""
    now = state.clock.now_ms()
    return await state.db.write(
        service.change_and_read, viewer.id, workout_id, body, here(now), now
    )


@router.delete("/{workout_id}", operation_id="workouts.delete", responses=WRITE)
async def delete(workout_id: EntityId, viewer: ViewerDep, state: StateDep) -> Saved:
    """Delete a workout; it can be restored."""
    return await state.db.write(service.delete_workout, viewer.id, workout_id, _here(state))


@router.post("/{workout_id}/restore", operation_id="workouts.restore", responses=WRITE)
async def restore(workout_id: EntityId, viewer: ViewerDep, state: StateDep) -> Saved:
    """Undo the deletion."""
    return await state.db.write(service.restore_workout, viewer.id, workout_id, _here(state))


@router.post(
    "/{workout_id}/exercises",
    operation_id="workouts.add_exercise",
    status_code=201,
    responses=ENTRY,
)
async def add_exercise(
    workout_id: EntityId, body: WorkoutExerciseWrite, viewer: ViewerDep, state: StateDep
) -> Saved:
    """Add an exercise, with sets if there are any yet."""
    return await state.db.write(entries.add_entry, viewer.id, workout_id, body, _here(state))


@router.post(
    "/{workout_id}/exercises/order", operation_id="workouts.reorder_exercises", responses=ENTRY
)
async def reorder_exercises(
    workout_id: EntityId, body: ExerciseOrder, viewer: ViewerDep, state: StateDep
) -> Saved:
    """Put the exercises of a workout into an order."""
    return await state.db.write(
        entries.reorder_entries, viewer.id, workout_id, body.ids, _here(state)
    )


@router.patch(
    "/{workout_id}/exercises/{entry_id}", operation_id="workouts.change_exercise", responses=ENTRY
)
async def change_exercise(
    workout_id: EntityId,
    entry_id: EntityId,
    body: WorkoutExerciseChange,
    viewer: ViewerDep,
    state: StateDep,
) -> Saved:
    """Change the fields that are sent; another `exercise_id` takes the sets along."""
    return await state.db.write(
        entries.change_entry, viewer.id, workout_id, entry_id, body, _here(state)
    )


@router.delete(
    "/{workout_id}/exercises/{entry_id}", operation_id="workouts.delete_exercise", responses=ENTRY
)
async def delete_exercise(
    workout_id: EntityId, entry_id: EntityId, viewer: ViewerDep, state: StateDep
) -> Saved:
    """Take an exercise out of a workout; it can be restored with its sets."""
    return await state.db.write(entries.delete_entry, viewer.id, workout_id, entry_id, _here(state))


@router.post(
    "/{workout_id}/exercises/{entry_id}/restore",
    operation_id="workouts.restore_exercise",
    responses=ENTRY,
)
async def restore_exercise(
    workout_id: EntityId, entry_id: EntityId, viewer: ViewerDep, state: StateDep
) -> Saved:
    """Undo the deletion of an exercise."""
    return await state.db.write(
        entries.restore_entry, viewer.id, workout_id, entry_id, _here(state)
    )


@router.patch("/{workout_id}/sets/{set_id}", operation_id="workouts.change_set", responses=SET)
async def change_set(
    workout_id: EntityId, set_id: EntityId, body: SetChange, viewer: ViewerDep, state: StateDep
) -> Saved:
    """Change the fields that are sent; null clears a number."""
    return await state.db.write(sets.change_set, viewer.id, workout_id, set_id, body, _here(state))


@router.delete("/{workout_id}/sets/{set_id}", operation_id="workouts.delete_set", responses=SET)
async def delete_set(
    workout_id: EntityId, set_id: EntityId, viewer: ViewerDep, state: StateDep
) -> Saved:
    """Delete a set; it can be restored."""
    return await state.db.write(sets.delete_set, viewer.id, workout_id, set_id, _here(state))


@router.post(
    "/{workout_id}/sets/{set_id}/restore", operation_id="workouts.restore_set", responses=SET
)
async def restore_set(
    workout_id: EntityId, set_id: EntityId, viewer: ViewerDep, state: StateDep
) -> Saved:
    """Undo the deletion of a set."""
    return await state.db.write(sets.restore_set, viewer.id, workout_id, set_id, _here(state))
