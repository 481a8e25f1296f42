"""`/api/v1/programs` and `/api/v1/program-versions`: the lifter's programs and their editions."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from starlette.concurrency import run_in_threadpool

from fitfolio.auth.access import ViewerDep
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.schemas import EntityId
from fitfolio.programs import editions, previews, shelf
from fitfolio.programs.library_schemas import CheckedText, Preview, PreviewRequest, TextCheck
from fitfolio.programs.program_schemas import (
    ProgramChange,
    ProgramCreate,
    ProgramList,
    ProgramRead,
    ProgramVersionCreate,
    ProgramVersionDiff,
    ProgramVersionList,
    ProgramVersionRead,
)
from fitfolio.programs.texts import problems_of

router = PrefixRouter(prefix="/api/v1/programs", tags=["programs"])
version_router = PrefixRouter(prefix="/api/v1/program-versions", tags=["program versions"])

_WRITE = ["auth.required", "request.csrf", "programs.not_found"]
LIST = problem_responses(["auth.required"])
READ = problem_responses(["auth.required", "programs.not_found"])
WRITE = problem_responses(_WRITE)
CHANGE = problem_responses([*_WRITE, "programs.text_too_long"])
CREATE = problem_responses(
    ["auth.required", "request.csrf", "programs.id_taken", "programs.too_many",
     "programs.text_too_long"]
)  # fmt: skip
CHECK = problem_responses(["auth.required", "request.csrf", "programs.text_too_long"])
PREVIEW = problem_responses(
    ["auth.required", "request.csrf", "programs.text_invalid", "programs.text_too_long",
     "programs.nothing_to_preview", "programs.not_in_library", "program_versions.not_found"]
)  # fmt: skip
READ_VERSION = problem_responses(["auth.required", "program_versions.not_found"])
COMPARE = problem_responses(
    ["auth.required", "program_versions.not_found", "programs.text_invalid"]
)
CREATE_VERSION = problem_responses(
    [*_WRITE, "program_versions.not_found", "program_versions.id_taken",
     "program_versions.too_many", "programs.text_invalid", "programs.text_too_long"]
)  # fmt: skip


@router.get("", operation_id="programs.list", responses=LIST)
async def list_programs(viewer: ViewerDep, state: StateDep) -> ProgramList:
    """All programs in the lifter's order."""
    return await state.db.read_heavy(shelf.list_programs, viewer.id)


@router.post("", operation_id="programs.create", status_code=201, responses=CREATE)
async def create_program(body: ProgramCreate, viewer: ViewerDep, state: StateDep) -> ProgramRead:
    """Put a program on the shelf; it has no edition yet."""
    return await state.db.write(shelf.create_program, viewer.id, body, state.clock.now_ms())


@router.post("/check", operation_id="programs.check", responses=CHECK)
async def check_text(body: TextCheck, viewer: ViewerDep, state: StateDep) -> CheckedText:
    """Everything that is wrong with a text; nothing is stored."""
    return await state.db.read_heavy(previews.check_text, viewer.id, body.text)


@router.post("/preview", operation_id="programs.preview", responses=PREVIEW)
async def preview(body: PreviewRequest, viewer: ViewerDep, state: StateDep) -> Preview:
    """The sessions ahead with the lifter's own numbers and gym; nothing is stored."""
    return await state.db.read_heavy(previews.preview_program, viewer.id, body)


@router.get("/{program_id}", operation_id="programs.get", responses=READ)
async def get_program(program_id: EntityId, viewer: ViewerDep, state: StateDep) -> ProgramRead:
    """One program with its draft."""
    return await state.db.read(shelf.get_program, viewer.id, program_id)


@router.patch("/{program_id}", operation_id="programs.change", responses=CHANGE)
async def change_program(
    program_id: EntityId, body: ProgramChange, viewer: ViewerDep, state: StateDep
) -> ProgramRead:
    """Change the fields that are sent. A draft takes any text, so nothing typed is lost."""
    return await state.db.write(shelf.change_program, viewer.id, program_id, body)


@router.delete("/{program_id}", operation_id="programs.delete", status_code=204, responses=WRITE)
async def delete_program(program_id: EntityId, viewer: ViewerDep, state: StateDep) -> None:
    """Take a program off the shelf; it can be restored, and whoever runs it goes on."""
    await state.db.write(shelf.delete_program, viewer.id, program_id, state.clock.now_ms())


@router.post("/{program_id}/restore", operation_id="programs.restore", responses=WRITE)
async def restore_program(program_id: EntityId, viewer: ViewerDep, state: StateDep) -> ProgramRead:
    """Undo the deletion."""
    return await state.db.write(shelf.restore_program, viewer.id, program_id)


@version_router.get("", operation_id="program_versions.list", responses=READ)
async def list_versions(
    program_id: Annotated[EntityId, Query()], viewer: ViewerDep, state: StateDep
) -> ProgramVersionList:
    """The editions of a program, newest first."""
    return await state.db.read_heavy(editions.list_versions, viewer.id, program_id)


@version_router.post(
    "", operation_id="program_versions.create", status_code=201, responses=CREATE_VERSION
)
async def create_version(
    body: ProgramVersionCreate, viewer: ViewerDep, state: StateDep
) -> ProgramVersionRead:
    """Save an edition; a text with errors is refused with all of them."""
    # Read before the transaction, which keeps others waiting.
    await run_in_threadpool(problems_of, body.text)
    return await state.db.write(editions.create_version, viewer.id, body, state.clock.now_ms())


@version_router.get("/{version_id}", operation_id="program_versions.get", responses=READ_VERSION)
async def get_version(
    version_id: EntityId, viewer: ViewerDep, state: StateDep
) -> ProgramVersionRead:
    """One edition."""
    return await state.db.read(editions.get_version, viewer.id, version_id)


@version_router.get(
    "/{version_id}/diff", operation_id="program_versions.get_diff", responses=COMPARE
)
async def get_diff(
    version_id: EntityId, viewer: ViewerDep, state: StateDep, against: EntityId | None = None
) -> ProgramVersionDiff:
    """What an edition changed `against` another one, or against that it was made from."""
    return await state.db.read_heavy(editions.compare_versions, viewer.id, version_id, against)
