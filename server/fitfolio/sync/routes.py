"""`/api/v1/sync`: what changed since a device last asked, and what it did meanwhile."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Response
from starlette.concurrency import run_in_threadpool

import fitfolio.sync.errors  # noqa: F401  # registers the codes used below
from fitfolio.auth.access import ViewerDep
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.schemas import EntityId
from fitfolio.programs.texts import problems_of
from fitfolio.sync import push, service
from fitfolio.sync.schemas import ChangeFeed, PushAnswer, PushRequest, RecoveredList
from fitfolio.workouts import recovered

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
    now = state.clock.now_ms()
    body = await state.db.read_heavy(service.change_feed, viewer.id, since, limit, now)
    return Response(body, media_type="application/json")


@router.post(
    "/operations",
    operation_id="sync.push",
    response_model=PushAnswer,
    responses=problem_responses(["auth.required", "request.csrf", "sync.schema_unsupported"]),
)
async def push_operations(body: PushRequest, viewer: ViewerDep, state: StateDep) -> Response:
    """Do what a device did offline; a repeated operation is answered and not done again."""
    push.check_schema(body.schema_)
    texts = push.texts_to_read(body)
    if texts:
        # Read before the transaction, which keeps others waiting.
        await run_in_threadpool(lambda: [problems_of(text) for text in texts])
    answer = await state.db.write(push.push, viewer, body, state.clock.now_ms())
    return Response(answer, media_type="application/json")


@router.get(
    "/recovered",
    operation_id="sync.list_recovered",
    responses=problem_responses(["auth.required"]),
)
async def list_recovered(viewer: ViewerDep, state: StateDep) -> RecoveredList:
    """Values that lost against another device's, until they are dismissed."""
    found = await state.db.read_heavy(recovered.list_recovered, viewer.id)
    return RecoveredList.model_validate({"recovered": found})


@router.delete(
    "/recovered/{recovered_id}",
    operation_id="sync.dismiss_recovered",
    status_code=204,
    responses=problem_responses(["auth.required", "request.csrf", "workouts.recovered_not_found"]),
)
async def dismiss_recovered(recovered_id: EntityId, viewer: ViewerDep, state: StateDep) -> None:
    """Take a value off the list; doing it again changes nothing."""
    await state.db.write(recovered.dismiss, viewer.id, recovered_id, state.clock.now_ms())
