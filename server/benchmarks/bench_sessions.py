"""What finding out who is asking adds to a request, on SQLite with a thousand sessions."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from starlette.requests import Request

from benchmarks.figures import Figure
from fitfolio.app import make_state
from fitfolio.auth import service, sessions
from fitfolio.auth.access import require_viewer
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


def run() -> list[Figure]:
    """Medians for a cookie and for an API token."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), public_url="http://localhost")
        state = make_state(settings, ManualClock(NOW))
        try:
            migrate(state.db)
            return _figures(state)
        finally:
            state.db.close()


def _figures(state: State) -> list[Figure]:
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
            "who is asking, by API token",
            asyncio.run(measure(state, b"authorization", f"Bearer {token}")), None, "ms", note,
        ),
    ]  # fmt: skip
