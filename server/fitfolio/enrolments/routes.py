"""`/api/v1/enrolments`: following programs, and the facts logged for them."""

from __future__ import annotations

import fitfolio.programs.program_errors  # noqa: F401  # registers codes used below
from fitfolio.auth.access import ViewerDep
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.schemas import EntityId
from fitfolio.enrolments import facts, service
from fitfolio.enrolments.schemas import (
    EnrolmentChange,
    EnrolmentCreate,
    EnrolmentList,
    EnrolmentRead,
    FactCreate,
)

router = PrefixRouter(prefix="/api/v1/enrolments", tags=["enrolments"])

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
