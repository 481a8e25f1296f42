"""`/api/v1/sync`: everything that changed since a device last asked."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Response

from fitfolio.auth.access import ViewerDep
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.sync import service
from fitfolio.sync.schemas import ChangeFeed

router = PrefixRouter(prefix="/api/v1/sync", tags=["sync"])


@router.get(
    "",
    operation_id="sync.get_changes",
    response_model=ChangeFeed,
    responses=problem_responses(["auth.required", "request.invalid"]),
)
async def get_changes(
    viewer: ViewerDep,
    state: StateDep,
    since: Annotated[int, Query(ge=0, le=2**53)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 200,
) -> Response:
    """Changes after revision `since`, in the order they were committed."""
    body = await state.db.read_heavy(service.change_feed, viewer.id, since, limit)
    return Response(body, media_type="application/json")
