"""One live connection from its greeting to its end."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

import sqlalchemy as sa
from starlette.websockets import WebSocket, WebSocketDisconnect

from fitfolio.auth import queries as auth_queries
from fitfolio.core.http import State
from fitfolio.core.revisions import current_revision
from fitfolio.live.hub import Socket
from fitfolio.live.schemas import LiveHello, LivePing, LiveRestTimer, LiveRevision
from fitfolio.timers import service as timer_service

HEARTBEAT_S = 25.0
"""Longest silence [s]; at each the session is looked at anew."""
QUIET_S = 0.05
"""Changes that follow one another faster than this [s] are told together."""
SEND_S = 10.0
"""A device that takes longer [s] for a message is disconnected; it comes back when it can."""
MESSAGE_LIMIT = 64
PINGS = 60
"""Messages taken from a device between two heartbeats."""

SESSION_ENDED = 4401
TOO_SLOW = 1013
NOT_UNDERSTOOD = 1008


class Ended(Exception):
    """The connection is to be closed with this code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


async def serve(websocket: WebSocket, state: State, socket: Socket) -> None:
    """Talk to an accepted connection until either side ends it."""
    tasks = [
        asyncio.create_task(_tell(websocket, state, socket), name="live sender"),
        asyncio.create_task(_listen(websocket), name="live receiver"),
    ]
    code = None
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            error = task.exception()
            if isinstance(error, Ended):
                code = error.code
            elif error is not None and not isinstance(error, WebSocketDisconnect):
                raise error
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if code is not None:
        # A device that takes nothing will not take the end either.
        with contextlib.suppress(TimeoutError, RuntimeError, WebSocketDisconnect):
            async with asyncio.timeout(SEND_S):
                await websocket.close(code)


def _standing(conn: sa.Connection, owner: str, session_id: str, now_ms: int) -> tuple[bool, int]:
    """Whether the session lives, and the newest revision."""
    session = auth_queries.find_session_by_id(conn, session_id, now_ms)
    return session is not None, current_revision(conn, owner)


async def _tell(websocket: WebSocket, state: State, socket: Socket) -> None:
    told = await _look(state, socket)
    await _send(websocket, LiveHello(type="hello", revision=told))
    now_ms = state.clock.now_ms()
    running = await state.db.read(timer_service.get_timer, socket.owner, now_ms)
    if running.timer is not None and socket.timer is None:
        socket.timer = running.timer.model_dump()
        socket.news.set()
    while True:
        try:
            async with asyncio.timeout(HEARTBEAT_S):
                await socket.news.wait()
        except TimeoutError:
            newest = await _look(state, socket)
            await _send(websocket, LivePing(type="ping"))
        else:
            socket.news.clear()
            newest = await _look(state, socket) if socket.stale else socket.revision or 0
        socket.stale = False
        if socket.ended:
            raise Ended(SESSION_ENDED)
        if newest > told:
            told = newest
            await _send(websocket, LiveRevision(type="revision", revision=told))
        timer, socket.timer = socket.timer, None
        if timer is not None:
            await _send(websocket, LiveRestTimer(type="rest_timer", **timer))
        await asyncio.sleep(QUIET_S)


async def _look(state: State, socket: Socket) -> int:
    """The newest revision; Ended when the session is over."""
    lives, revision = await state.db.read(
        _standing, socket.owner, socket.session_id, state.clock.now_ms()
    )
    if not lives:
        raise Ended(SESSION_ENDED)
    return revision


async def _send(websocket: WebSocket, message: Any) -> None:
    try:
        async with asyncio.timeout(SEND_S):
            await websocket.send_text(message.model_dump_json())
    except TimeoutError:
        raise Ended(TOO_SLOW) from None


async def _listen(websocket: WebSocket) -> None:
    """Nothing a device says is read but `ping`, which proves that both ways are open."""
    count = 0
    loop = asyncio.get_running_loop()
    since = loop.time()
    while True:
        message = await websocket.receive()
        if message["type"] == "websocket.disconnect":
            return
        if loop.time() - since > HEARTBEAT_S:
            count, since = 0, loop.time()
        count += 1
        text = message.get("text") or ""
        if text != "ping" or count > PINGS:
            raise Ended(NOT_UNDERSTOOD)
