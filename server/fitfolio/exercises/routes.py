"""`/api/v1/exercises`: the library, custom exercises, search and preferences."""

from __future__ import annotations

import functools
import hashlib
from typing import Annotated

from fastapi import Header, Query, Response

from fitfolio.auth.access import ViewerDep
from fitfolio.auth.schemas import Language
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.schemas import EntityId
from fitfolio.exercises import service
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.exercises.schemas import (
    Equipment,
    ExerciseChange,
    ExerciseCreate,
    ExercisePage,
    ExerciseRead,
    LibraryDocument,
    Muscle,
    PreferenceChange,
    PreferenceRead,
)
from fitfolio.exercises.search import search

router = PrefixRouter(prefix="/api/v1/exercises", tags=["exercises"])

READ = problem_responses(["auth.required"])
ONE = problem_responses(["auth.required", "exercise.not_found"])
WRITE = problem_responses(
    ["auth.required", "request.csrf", "exercise.not_found", "exercise.library_is_fixed",
     "exercise.same_muscle_twice", "exercise.id_taken", "exercise.step_without_unit"]
)  # fmt: skip


@functools.cache
def library_body(language: Language) -> tuple[str, bytes]:
    """Version and JSON of the library in one language; made once per process."""
    exercises = [service.read_library(item, language, None) for item in load_catalogue().exercises]
    digest = hashlib.sha256()
    for exercise in exercises:
        digest.update(exercise.model_dump_json().encode())
    version = digest.hexdigest()[:16]
    document = LibraryDocument(version=version, language=language, exercises=exercises)
    return version, document.model_dump_json().encode()


@router.get(
    "/library", operation_id="exercises.get_library", response_model=LibraryDocument, responses=READ
)
async def get_library(
    viewer: ViewerDep, if_none_match: Annotated[str, Header(include_in_schema=False)] = ""
) -> Response:
    """The whole library for offline use, revalidated by its version."""
    version, body = library_body(viewer.language)
    etag = f'"{version}-{viewer.language}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    if etag in if_none_match:
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


@router.get("", operation_id="exercises.list", responses=READ)
async def list_exercises(
    viewer: ViewerDep,
    state: StateDep,
    query: Annotated[str, Query(alias="search", max_length=100)] = "",
    muscle: Muscle | None = None,
    equipment: Equipment | None = None,
    favourites: bool = False,  # noqa: FBT001, FBT002  # a query parameter
    available: bool = False,  # noqa: FBT001, FBT002  # a query parameter
    cursor: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> ExercisePage:
    """Search and filter; `available` hides what needs equipment the lifter lacks."""
    found = await state.db.read_heavy(service.list_exercises, viewer.id, viewer.language)
    if favourites:
        found = [item for item in found if item.favourite]
    owned = service.owned_equipment(viewer)
    if available and owned is not None:
        found = [item for item in found if item.equipment in owned]
    hits = search(query, found, len(found), equipment=equipment, muscle=muscle)
    page = hits[cursor : cursor + limit]
    more = str(cursor + limit) if cursor + limit < len(hits) else None
    return ExercisePage(exercises=page, next_cursor=more)


@router.post("", operation_id="exercises.create", status_code=201, responses=WRITE)
async def create_exercise(body: ExerciseCreate, viewer: ViewerDep, state: StateDep) -> ExerciseRead:
    """Make a custom exercise."""
    values = body.model_dump()
    return await state.db.write(service.create_exercise, viewer.id, values, state.clock.now_ms())


@router.get("/{exercise_id}", operation_id="exercises.get", responses=ONE)
async def get_exercise(exercise_id: EntityId, viewer: ViewerDep, state: StateDep) -> ExerciseRead:
    """One exercise of the library or one's own."""
    return await state.db.read(service.get_exercise, viewer.id, viewer.language, exercise_id)


@router.patch("/{exercise_id}", operation_id="exercises.change", responses=WRITE)
async def change_exercise(
    exercise_id: EntityId, body: ExerciseChange, viewer: ViewerDep, state: StateDep
) -> ExerciseRead:
    """Change the fields that are sent."""
    change = body.model_dump(exclude_unset=True)
    return await state.db.write(service.change_exercise, viewer.id, exercise_id, change)


@router.delete("/{exercise_id}", operation_id="exercises.delete", status_code=204, responses=WRITE)
async def delete_exercise(exercise_id: EntityId, viewer: ViewerDep, state: StateDep) -> None:
    """Take a custom exercise off the lists; workouts go on naming it."""
    await state.db.write(service.archive_exercise, viewer.id, exercise_id, state.clock.now_ms())


@router.post("/{exercise_id}/restore", operation_id="exercises.restore", responses=WRITE)
async def restore_exercise(
    exercise_id: EntityId, viewer: ViewerDep, state: StateDep
) -> ExerciseRead:
    """Undo the deletion."""
    return await state.db.write(service.restore_exercise, viewer.id, exercise_id)


@router.patch(
    "/{exercise_id}/preferences", operation_id="exercises.change_preference", responses=WRITE
)
async def change_preference(
    exercise_id: EntityId, body: PreferenceChange, viewer: ViewerDep, state: StateDep
) -> PreferenceRead:
    """Favourite, unit override and own notes of any exercise."""
    change = body.model_dump(exclude_unset=True)
    return await state.db.write(service.change_preference, viewer.id, exercise_id, change)
