"""`/api/v1/push`: which browsers want notifications."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from fitfolio.auth.access import ViewerDep
from fitfolio.core.errors import Conflict
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.limits import Rule
from fitfolio.push import service, texts
from fitfolio.push.schemas import (
    Endpoint,
    PushKey,
    SubscriptionRead,
    SubscriptionWrite,
    TestResult,
)

router = PrefixRouter(prefix="/api/v1/push", tags=["push"])

RULES = (
    Rule("push-test", "/api/v1/push/test", 5),
    Rule("push-subscriptions", "/api/v1/push/subscriptions", 30),
)

READ = problem_responses(["auth.required"])
WRITE = problem_responses(["auth.required", "request.csrf", "request.rate_limited"])
SUBSCRIBE = problem_responses(
    ["auth.required", "request.csrf", "request.rate_limited", "push.invalid_endpoint",
     "push.invalid_keys"]
)  # fmt: skip
TEST = problem_responses(
    ["auth.required", "request.csrf", "request.rate_limited", "push.no_subscription"]
)


@router.get("/key", operation_id="push.get_key", responses=READ)
async def get_key(viewer: ViewerDep, state: StateDep) -> PushKey:  # noqa: ARG001  # only for the signed-in
    """The key to subscribe with. A browser subscribed with another one must subscribe anew."""
    return PushKey(public_key=await service.public_key(state))


@router.put("/subscriptions", operation_id="push.subscribe", responses=SUBSCRIBE)
async def subscribe(
    body: SubscriptionWrite, viewer: ViewerDep, state: StateDep
) -> SubscriptionRead:
    """Notify this browser from now on, until it signs out. Safe to repeat."""
    keys = body.keys
    service.check_subscription(
        body.endpoint, keys.p256dh, keys.auth, allow_private=state.settings.push_allow_private
    )
    return await state.db.write(
        service.subscribe, viewer.id, viewer.session_id, body.endpoint, keys.p256dh, keys.auth,
        state.clock.now_ms(),
    )  # fmt: skip


@router.delete("/subscriptions", operation_id="push.unsubscribe", status_code=204, responses=WRITE)
async def unsubscribe(
    viewer: ViewerDep, state: StateDep, endpoint: Annotated[Endpoint, Query()]
) -> None:
    """Notify this browser no more. Safe to repeat."""
    await state.db.write(service.unsubscribe, viewer.id, endpoint)


@router.post("/test", operation_id="push.test", responses=TEST)
async def send_test(viewer: ViewerDep, state: StateDep) -> TestResult:
    """Send a notification to every browser of the account now."""
    delivery = await service.send_to_all(state, viewer.id, texts.test_message(viewer.language))
    if not delivery.sent and not delivery.failed:
        raise Conflict("push.no_subscription", "No browser of this account wants notifications.")
    return TestResult(sent=delivery.sent, failed=len(delivery.failed))
