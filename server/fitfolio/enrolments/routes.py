"""`/api/v1/enrolments`: following programs, and the facts logged for them."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query

import fitfolio.programs.program_errors  # registers codes used below
import fitfolio.workouts.errors  # noqa: F401  # as above
from fitfolio.auth.access import ViewerDep
from fitfolio.core.clock import local_day
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.schemas import EntityId
from fitfolio.enrolments import facts, running, service
from fitfolio.enrolments.run_schemas import ChangeList, NextRead, StartList
from fitfolio.enrolments.schemas import (
    EnrolmentChange,
    EnrolmentCreate,
    EnrolmentList,
    EnrolmentRead,
    FactCreate,
)
from fitfolio.enrolments.starts import library_starts, suggested_starts
from fitfolio.training.units import WeightUnit
from fitfolio.workouts.stale import read_settled

router = PrefixRouter(prefix="/api/v1/enrolments", tags=["enrolments"])
start_router = PrefixRouter(prefix="/api/v1/program-versions", tags=["program versions"])
library_router = PrefixRouter(prefix="/api/v1/program-library", tags=["program library"])

_WRITE = ["auth.required", "request.csrf", "enrolments.not_found"]
LIST = problem_responses(["auth.required"])
READ = problem_responses(["auth.required", "enrolments.not_found"])
WRITE = problem_responses(_WRITE)
CREATE = problem_responses(
    ["auth.required", "request.csrf", "program_versions.not_found", "enrolments.id_taken",
     "enrolments.too_many", "enrolments.unknown_key", "enrolments.unknown_exercise"]
)  # fmt: skip
CHANGE = problem_responses([*_WRITE, "enrolments.unknown_key", "enrolments.unknown_exercise"])
ADD_FACT = problem_responses(
    [*_WRITE, "program_versions.not_found", "enrolments.id_taken", "enrolments.too_many_facts",
     "enrolments.unknown_key", "enrolments.fact_incomplete"]
)  # fmt: skip
NEXT = problem_responses(
    ["auth.required", "enrolments.not_found", "program_versions.not_found",
     "programs.text_invalid"]
)  # fmt: skip
CHANGES = problem_responses(
    ["auth.required", "enrolments.not_found", "program_versions.not_found", "workouts.not_found",
     "programs.text_invalid"]
)  # fmt: skip
STARTS = problem_responses(["auth.required", "program_versions.not_found", "programs.text_invalid"])
LIBRARY_STARTS = problem_responses(["auth.required", "programs.not_in_library"])
DELETE_FACT = problem_responses([*_WRITE, "enrolments.fact_not_found"])


@router.get("", operation_id="enrolments.list", responses=LIST)
async def list_enrolments(viewer: ViewerDep, state: StateDep) -> EnrolmentList:
    """All enrolments, running and ended, with their facts."""
    return await state.db.read_heavy(service.list_enrolments, viewer.id)


@router.post("", operation_id="enrolments.create", status_code=201, responses=CREATE)
async def create_enrolment(
    body: EnrolmentCreate, viewer: ViewerDep, state: StateDep
) -> EnrolmentRead:
    """Begin an edition of a program with start values."""
    return await state.db.write(service.create_enrolment, viewer.id, body, state.clock.now_ms())


@router.get("/{enrolment_id}", operation_id="enrolments.get", responses=READ)
async def get_enrolment(
    enrolment_id: EntityId, viewer: ViewerDep, state: StateDep
) -> EnrolmentRead:
    """One enrolment with its facts."""
    return await state.db.read_heavy(service.get_enrolment, viewer.id, enrolment_id)


@router.patch("/{enrolment_id}", operation_id="enrolments.change", responses=CHANGE)
async def change_enrolment(
    enrolment_id: EntityId, body: EnrolmentChange, viewer: ViewerDep, state: StateDep
) -> EnrolmentRead:
    """Change the fields that are sent; `starts` and `exercises` are replaced as a whole."""
    return await state.db.write(service.change_enrolment, viewer.id, enrolment_id, body)


@router.delete(
    "/{enrolment_id}", operation_id="enrolments.delete", status_code=204, responses=WRITE
)
async def delete_enrolment(enrolment_id: EntityId, viewer: ViewerDep, state: StateDep) -> None:
    """Delete an enrolment; it can be restored. Its workouts stay as they are."""
    now = state.clock.now_ms()
    await state.db.write(service.delete_enrolment, viewer.id, enrolment_id, now)


@router.post("/{enrolment_id}/restore", operation_id="enrolments.restore", responses=WRITE)
async def restore_enrolment(
    enrolment_id: EntityId, viewer: ViewerDep, state: StateDep
) -> EnrolmentRead:
    """Undo the deletion."""
    return await state.db.write(service.restore_enrolment, viewer.id, enrolment_id)


@router.post(
    "/{enrolment_id}/facts", operation_id="enrolments.add_fact", status_code=201,
    responses=ADD_FACT,
)  # fmt: skip
async def add_fact(
    enrolment_id: EntityId, body: FactCreate, viewer: ViewerDep, state: StateDep
) -> EnrolmentRead:
    """Log a skip, a swap, a training max set by hand, a change to another edition and the like."""
    return await state.db.write(facts.add_fact, viewer.id, enrolment_id, body)


@router.delete(
    "/{enrolment_id}/facts/{fact_id}", operation_id="enrolments.delete_fact", status_code=204,
    responses=DELETE_FACT,
)  # fmt: skip
async def delete_fact(
    enrolment_id: EntityId, fact_id: EntityId, viewer: ViewerDep, state: StateDep
) -> None:
    """Take a fact back; adding the same id again restores it."""
    now = state.clock.now_ms()
    await state.db.write(facts.delete_fact, viewer.id, enrolment_id, fact_id, now)


@router.get("/{enrolment_id}/next", operation_id="enrolments.get_next", responses=NEXT)
async def get_next(enrolment_id: EntityId, viewer: ViewerDep, state: StateDep) -> NextRead:
    """The session that comes next: targets, each with its reasons. Derived anew, never stored."""
    return await state.db.read_heavy(running.next_of, viewer.id, enrolment_id)


@router.get("/{enrolment_id}/changes", operation_id="enrolments.get_changes", responses=CHANGES)
async def get_changes(
    enrolment_id: EntityId,
    workout_id: Annotated[EntityId, Query()],
    viewer: ViewerDep,
    state: StateDep,
) -> ChangeList:
    """What a finished workout changed, and why."""
    return await state.db.read_heavy(running.changes_of, viewer.id, enrolment_id, workout_id)


@start_router.get(
    "/{version_id}/starts", operation_id="program_versions.get_starts", responses=STARTS
)
async def get_starts(
    version_id: EntityId, viewer: ViewerDep, state: StateDep, unit: WeightUnit | None = None
) -> StartList:
    """Which start values an edition asks for, with suggestions from the log; in the profile's unit without one."""
    today = local_day(state.clock.now_ms(), viewer.time_zone)
    wanted = unit or viewer.row.weight_unit
    return await read_settled(
        state.db, viewer.id, suggested_starts, viewer.id, version_id, wanted, today
    )


@library_router.get(
    "/{slug}/starts", operation_id="program_library.get_starts", responses=LIBRARY_STARTS
)
async def get_library_starts(
    slug: Annotated[str, Path(max_length=100)],
    viewer: ViewerDep,
    state: StateDep,
    unit: WeightUnit | None = None,
) -> StartList:
    """The same for a program of the library, before anything of it is copied."""
    today = local_day(state.clock.now_ms(), viewer.time_zone)
    wanted = unit or viewer.row.weight_unit
    return await read_settled(state.db, viewer.id, library_starts, viewer.id, slug, wanted, today)
