"""What is derived from the log: an exercise's history under `/api/v1/exercises`, and `/api/v1/records`."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

import fitfolio.exercises.errors
import fitfolio.workouts.errors  # noqa: F401  # registers the codes used below
from fitfolio.auth.access import ViewerDep
from fitfolio.core.clock import local_day
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.schemas import EntityId
from fitfolio.workouts import exercise_history
from fitfolio.workouts.exercise_history import Range
from fitfolio.workouts.record_list import list_records
from fitfolio.workouts.schemas import ExerciseHistory, RecordPage, SessionPage
from fitfolio.workouts.stale import read_settled

history_router = PrefixRouter(prefix="/api/v1/exercises", tags=["exercises"])
records_router = PrefixRouter(prefix="/api/v1/records", tags=["records"])

HISTORY = problem_responses(["auth.required", "exercise.not_found"])
PAGES = problem_responses(["auth.required", "workouts.invalid_cursor"])

Cursor = Annotated[str | None, Query(max_length=300)]


@history_router.get(
    "/{exercise_id}/history", operation_id="exercises.get_history", responses=HISTORY
)
async def get_history(
    exercise_id: EntityId,
    viewer: ViewerDep,
    state: StateDep,
    span: Annotated[Range, Query(alias="range")] = "3m",
) -> ExerciseHistory:
    """Charts, records and the newest sessions of an exercise."""
    today = local_day(state.clock.now_ms(), viewer.time_zone)
    return await read_settled(
        state.db, viewer.id, exercise_history.get_history, viewer.id, exercise_id, span, today
    )


@history_router.get(
    "/{exercise_id}/sessions", operation_id="exercises.list_sessions", responses=PAGES
)
async def list_sessions(
    exercise_id: EntityId,
    viewer: ViewerDep,
    state: StateDep,
    cursor: Cursor = None,
    limit: Annotated[int, Query(ge=1, le=50)] = exercise_history.SESSIONS,
) -> SessionPage:
    """Workouts with the exercise, newest first."""
    return await state.db.read_heavy(
        exercise_history.list_sessions, viewer.id, exercise_id, cursor, limit
    )


@records_router.get("", operation_id="records.list", responses=PAGES)
async def get_records(
    viewer: ViewerDep,
    state: StateDep,
    exercise_id: EntityId | None = None,
    workout_id: EntityId | None = None,
    current: Annotated[bool, Query()] = False,  # noqa: FBT002  # a query parameter
    improved: Annotated[bool, Query()] = False,  # noqa: FBT002  # a query parameter
    cursor: Cursor = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> RecordPage:
    """Records, newest first; `current` for those that stand, `improved` without first times."""
    return await read_settled(
        state.db,
        viewer.id,
        list_records,
        viewer.id,
        exercise_id=exercise_id,
        workout_id=workout_id,
        current=current,
        improved=improved,
        cursor=cursor,
        limit=limit,
    )
