"""`/api/v1/rest-timer`: the rest that is running, so that it can be announced when no page is open."""

from __future__ import annotations

from fastapi import Request

from fitfolio.auth.access import ViewerDep
from fitfolio.core.clock import to_millis
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.limits import Rule
from fitfolio.core.schemas import EntityId
from fitfolio.timers import service
from fitfolio.timers.schemas import RestTimerState, RestTimerWrite

router = PrefixRouter(prefix="/api/v1/rest-timer", tags=["rest timer"])

RULES = (Rule("rest-timer", "/api/v1/rest-timer*", 120),)

READ = problem_responses(["auth.required"])
WRITE = problem_responses(["auth.required", "request.csrf", "request.rate_limited"])
SET = problem_responses(
    ["auth.required", "request.csrf", "request.rate_limited", "rest_timer.too_long"]
)


@router.get("", operation_id="rest_timer.get", responses=READ)
async def get_timer(viewer: ViewerDep, state: StateDep) -> RestTimerState:
    """The running timer, and the server's time to count it down by."""
    return await state.db.read(service.get_timer, viewer.id, state.clock.now_ms())


@router.put("", operation_id="rest_timer.set", responses=SET)
async def set_timer(
    body: RestTimerWrite, request: Request, viewer: ViewerDep, state: StateDep
) -> RestTimerState:
    """Start or change the timer; it replaces any other of the account. Safe to repeat."""
    values = body.model_dump() | {"ends_at": to_millis(body.ends_at)}
    answer = await state.db.write(
        service.set_timer, viewer.id, viewer.session_id, values, state.clock.now_ms()
    )
    request.app.state.rest_timers.wake()
    return answer


@router.delete("/{timer_id}", operation_id="rest_timer.end", status_code=204, responses=WRITE)
async def end_timer(timer_id: EntityId, viewer: ViewerDep, state: StateDep) -> None:
    """Stop this timer. Safe to repeat; a newer one goes on."""
    await state.db.write(service.end_timer, viewer.id, viewer.session_id, timer_id)
