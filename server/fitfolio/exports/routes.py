"""`/api/v1/export`: everything one has, to take away."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import IO

from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from fitfolio.auth.access import ViewerDep
from fitfolio.core.clock import local_day
from fitfolio.core.http import PrefixRouter, State, StateDep, problem_responses
from fitfolio.core.limits import Rule
from fitfolio.exports.csv_export import export_csv
from fitfolio.exports.json_export import export_json
from fitfolio.exports.streaming import FLUSH_BYTES, Pieces, write_whole

router = PrefixRouter(prefix="/api/v1/export", tags=["export"])

RULES = (Rule("export", "/api/v1/export*", 20),)


async def _read_in_threads(file: IO[bytes]) -> AsyncIterator[bytes]:
    try:
        while part := await run_in_threadpool(file.read, FLUSH_BYTES):
            yield part
    finally:
        file.close()


async def _download(state: State, pieces: Pieces, media_type: str, name: str) -> StreamingResponse:
    file, size = await run_in_threadpool(write_whole, state.db, pieces, state.settings.data_dir)
    # The name is made of our own letters and digits only, so it needs no escaping.
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(size)
    }  # fmt: skip
    return StreamingResponse(_read_in_threads(file), headers=headers, media_type=media_type)


ANSWERS = problem_responses(["auth.required", "request.rate_limited"])


@router.get("", operation_id="export.get_json", response_class=StreamingResponse, responses=ANSWERS)
async def get_json(viewer: ViewerDep, state: StateDep) -> StreamingResponse:
    """The whole account in FitFolio's own format (docs/export.md), which can be imported again."""
    day = local_day(state.clock.now_ms(), viewer.time_zone).isoformat()
    return await _download(
        state, lambda conn: export_json(conn, viewer.id), "application/json",
        f"fitfolio-{day}.json",
    )  # fmt: skip


@router.get(
    "/sets.csv", operation_id="export.get_sets_csv", response_class=StreamingResponse,
    responses=ANSWERS,
)  # fmt: skip
async def get_sets_csv(viewer: ViewerDep, state: StateDep) -> StreamingResponse:
    """All sets as a table for spreadsheets."""
    day = local_day(state.clock.now_ms(), viewer.time_zone).isoformat()
    return await _download(
        state, lambda conn: export_csv(conn, viewer.id, viewer.language),
        "text/csv; charset=utf-8", f"fitfolio-sets-{day}.csv",
    )  # fmt: skip
