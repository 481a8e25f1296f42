"""`/api/v1/live`: the socket that says when there is something to pull."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.websockets import WebSocket

from fitfolio.auth import queries
from fitfolio.auth.cookies import session_cookie
from fitfolio.auth.secrets import hash_secret
from fitfolio.auth.sessions import GRACE_MS
from fitfolio.core.http import State, problem
from fitfolio.core.limits import Rule, network_of
from fitfolio.core.middleware import client_address
from fitfolio.core.origin import read_cookie
from fitfolio.live import service
from fitfolio.live.hub import Hub, Socket

router = APIRouter()

CONNECT_RULE = Rule("live", "-", 60)


@router.websocket("/api/v1/live")
async def live(websocket: WebSocket) -> None:
    """`hello`, then `revision` after each committed change and `rest_timer` from other devices.

    Before the upgrade: 401 without a session, 403 from another site, 429 for too many sockets or
    tries. After it: 4401 when the session ends, 1013 for a device that takes nothing, 1008 for
    anything a device says but `ping`.
    """
    state: State = websocket.app.state.fitfolio
    hub: Hub = websocket.app.state.live
    address = network_of(client_address(websocket.scope, state.settings.trusted_proxies))
    standing = await websocket.app.state.limiter.hit(CONNECT_RULE, address)
    if not standing.allowed:
        await websocket.send_denial_response(
            problem("request.rate_limited", headers={"Retry-After": str(standing.retry_after_s)})
        )
        return
    secret = read_cookie(websocket.headers, session_cookie(https=state.settings.is_https))
    token_hash = hash_secret(secret or "")
    row = await state.db.read(
        queries.find_session_in_change, token_hash, state.clock.now_ms(), GRACE_MS
    )
    if row is None:
        await websocket.send_denial_response(problem("auth.required"))
        return
    socket = Socket(row.id, row.session_id)
    if not hub.add(socket):
        await websocket.send_denial_response(problem("request.rate_limited"))
        return
    try:
        await websocket.accept()
        await service.serve(websocket, state, socket)
    finally:
        hub.remove(socket)
