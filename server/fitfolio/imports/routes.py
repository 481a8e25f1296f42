"""`/api/v1/imports`: upload → preview → confirm → undo."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from fitfolio.auth.access import ViewerDep
from fitfolio.core.errors import AppError
from fitfolio.core.http import PrefixRouter, State, StateDep, problem_responses
from fitfolio.core.limits import Rule
from fitfolio.core.schemas import EntityId, ShortText
from fitfolio.imports import queries, service
from fitfolio.imports.files import remove, store, upload_path
from fitfolio.imports.progress import PROGRESS
from fitfolio.imports.schemas import ImportList, ImportOptions, ImportRead

router = PrefixRouter(prefix="/api/v1/imports", tags=["imports"])

RULES = (Rule("imports", "/api/v1/imports", 20, method="POST"),)

ONE = problem_responses(["auth.required", "import.not_found"])
WRITE = problem_responses(
    ["auth.required", "request.csrf", "import.not_found", "import.wrong_state",
     "import.needs_answer", "import.unknown_exercise"]
)  # fmt: skip


async def _read(state: State, viewer_id: str, import_id: str) -> ImportRead:
    row = await state.db.read(service.get_import, viewer_id, import_id)
    return service.read_import(row, full=True, progress=PROGRESS.get(import_id))


@router.post(
    "",
    operation_id="imports.upload",
    status_code=201,
    responses=problem_responses(
        ["auth.required", "request.csrf", "import.too_large", "import.too_many", "import.id_taken"]
    ),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
            },
        }
    },
)
async def upload(
    request: Request,
    viewer: ViewerDep,
    state: StateDep,
    import_id: Annotated[EntityId, Query(alias="id")],
    file_name: Annotated[ShortText, Query()] = "",
) -> ImportRead:
    """Send the file as the body. Reading it goes on in the background; ask for the import to follow."""
    path = upload_path(state.settings.data_dir, viewer.id, import_id)
    if await state.db.read(queries.find_import, viewer.id, import_id) is None:
        await state.db.read(service.check_room, viewer.id)
        limit = state.settings.max_import_mb * 1024 * 1024
        stored = await store(path, request.stream(), limit)
        options = {"time_zone": viewer.time_zone}
        try:
            await state.db.write(
                service.create_import, viewer.id, import_id, file_name, stored, options,
                state.clock.now_ms(),
            )  # fmt: skip
        except AppError:
            remove(path)
            raise
        state.jobs.wake()
    return await _read(state, viewer.id, import_id)


@router.get("", operation_id="imports.list", responses=problem_responses(["auth.required"]))
async def list_imports(viewer: ViewerDep, state: StateDep) -> ImportList:
    """All imports, newest first, without previews."""
    rows = await state.db.read(queries.list_imports, viewer.id)
    return ImportList(
        imports=[
            service.read_import(row, full=False, progress=PROGRESS.get(row.id)) for row in rows
        ]
    )


@router.get("/{import_id}", operation_id="imports.get", responses=ONE)
async def get_import(import_id: EntityId, viewer: ViewerDep, state: StateDep) -> ImportRead:
    """One import with its preview or result."""
    return await _read(state, viewer.id, import_id)


@router.patch("/{import_id}", operation_id="imports.answer", responses=WRITE)
async def answer(
    import_id: EntityId, body: ImportOptions, viewer: ViewerDep, state: StateDep
) -> ImportRead:
    """Say what the file does not: unit, zone, columns, what names mean."""
    change = body.model_dump(exclude_unset=True)
    now = state.clock.now_ms()
    await state.db.write(service.change_options, viewer.id, import_id, change, now)
    state.jobs.wake()
    return await _read(state, viewer.id, import_id)


@router.post(
    "/{import_id}/confirm", operation_id="imports.confirm", status_code=202, responses=WRITE
)
async def confirm(import_id: EntityId, viewer: ViewerDep, state: StateDep) -> ImportRead:
    """Take the file in."""
    await state.db.write(service.confirm, viewer.id, import_id, state.clock.now_ms())
    state.jobs.wake()
    return await _read(state, viewer.id, import_id)


@router.post("/{import_id}/undo", operation_id="imports.undo", status_code=202, responses=WRITE)
async def undo(import_id: EntityId, viewer: ViewerDep, state: StateDep) -> ImportRead:
    """Take everything this import brought back out."""
    await state.db.write(service.start_undo, viewer.id, import_id, state.clock.now_ms())
    state.jobs.wake()
    return await _read(state, viewer.id, import_id)


@router.delete("/{import_id}", operation_id="imports.delete", status_code=204, responses=WRITE)
async def delete_import(import_id: EntityId, viewer: ViewerDep, state: StateDep) -> Response:
    """Give up an unfinished import, or clear a failed or undone one from the list."""
    await state.db.write(service.delete_import, viewer.id, import_id)
    remove(upload_path(state.settings.data_dir, viewer.id, import_id))
    return Response(status_code=204)
