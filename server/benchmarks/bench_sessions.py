"""What finding out who is asking adds to a request, on SQLite with a thousand sessions.

Once by itself, and once as the difference between two routes of the whole application that do
nothing, one of which asks who is there.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from fastapi import FastAPI, Response
from starlette.requests import Request

from benchmarks.figures import Figure
from fitfolio.app import create_app, make_state
from fitfolio.auth import service, sessions
from fitfolio.auth.access import ViewerDep, require_viewer
from fitfolio.auth.caller import Caller
from fitfolio.auth.tokens import create_token
from fitfolio.core.clock import DAY_MS, ManualClock
from fitfolio.core.http import State
from fitfolio.core.migrate import migrate
from fitfolio.settings import Settings

SESSIONS = 1000
ROUNDS = 2000
NOW = 1_795_000_000_000
LIMIT_MS = 0.3
ASKING, SILENT = "/api/v1/bench/asking", "/api/v1/bench/silent"


def request_with(state: State, header: bytes, value: str) -> Request:
    """A request as the framework would hand it over."""
    app = SimpleNamespace(state=SimpleNamespace(fitfolio=state))
    headers = [(b"user-agent", b"Mozilla/5.0 (X11; Linux x86_64)"), (header, value.encode())]
    scope: dict[str, Any] = {
        "type": "http", "method": "GET", "path": "/", "headers": headers, "app": app,
        "client_address": "127.0.0.1", "set_cookies": [],
    }  # fmt: skip
    return Request(scope)


async def measure(state: State, header: bytes, value: str) -> float:
    """Median time of one look-up [ms]."""
    request = request_with(state, header, value)
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await require_viewer(request, state)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


async def _nothing() -> Response:
    return Response("x" * 36)


async def _nothing_private(viewer: ViewerDep) -> Response:
    return Response(viewer.id)


def _scope(path: str, cookie: str) -> dict[str, Any]:
    headers = [(b"host", b"localhost"), (b"cookie", cookie.encode()),
               (b"user-agent", b"Mozilla/5.0 (X11; Linux x86_64)")]  # fmt: skip
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET",
        "scheme": "http", "path": path, "raw_path": path.encode(), "query_string": b"",
        "root_path": "", "headers": headers, "client": ("127.0.0.1", 1),
        "server": ("localhost", 80), "state": {},
    }  # fmt: skip


async def _one(app: FastAPI, path: str, cookie: str) -> float:
    """Time of one whole request [ms], which must be answered well."""
    statuses = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    began = time.perf_counter()
    await app(_scope(path, cookie), receive, send)
    taken = (time.perf_counter() - began) * 1000
    if statuses != [200]:
        raise RuntimeError(f"{path} answered {statuses}")
    return taken


async def measure_difference(app: FastAPI, cookie: str) -> float:
    """Median time of the route that asks, less that of the one that does not [ms]; taken in turn."""
    times: dict[str, list[float]] = {ASKING: [], SILENT: []}
    for _ in range(ROUNDS):
        for path, taken in times.items():
            taken.append(await _one(app, path, cookie))
    return statistics.median(times[ASKING]) - statistics.median(times[SILENT])


def run() -> list[Figure]:
    """Medians for a cookie and for an API token."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            data_dir=Path(folder), public_url="http://localhost", rate_limit_enabled=False
        )
        clock = ManualClock(NOW)
        state = make_state(settings, clock)
        try:
            migrate(state.db)
            app = create_app(settings, clock=clock, db=state.db, run_jobs=False)
            app.add_api_route(ASKING, _nothing_private)
            app.add_api_route(SILENT, _nothing)
            return _figures(state, app)
        finally:
            state.db.close()


def _figures(state: State, app: FastAPI) -> list[Figure]:
    db = state.db
    user_id = db.write_now(service.create_user, "ada@example.org", NOW)
    terms = sessions.SessionTerms(14 * DAY_MS, 90 * DAY_MS)
    for _ in range(SESSIONS):
        opened = db.write_now(
            sessions.open_session, user_id, NOW, terms, caller=Caller(), method="link"
        )
    _, token = db.write_now(
        create_token, user_id, "bench", ["read"], NOW, Caller(), expires_at=None
    )
    note = f"{SESSIONS} sessions, median of {ROUNDS}"
    return [
        Figure(
            "who is asking, by cookie",
            asyncio.run(measure(state, b"cookie", f"ff_sess={opened.secret}")), LIMIT_MS, "ms", note,
        ),
        Figure(
            "what asking adds to a whole request",
            asyncio.run(measure_difference(app, f"ff_sess={opened.secret}")), LIMIT_MS, "ms",
            f"{note}, with and without in turn",
        ),
        Figure(
            "who is asking, by API token",
            asyncio.run(measure(state, b"authorization", f"Bearer {token}")), None, "ms", note,
        ),
    ]  # fmt: skip
