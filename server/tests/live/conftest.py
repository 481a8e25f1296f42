"""A real web server on a loopback port, with people who have real cookies."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
import uvicorn
from websockets.sync.client import ClientConnection, connect

from fitfolio.app import create_app
from fitfolio.auth import service as auth_service
from fitfolio.auth import sign_in
from fitfolio.auth.caller import Caller
from fitfolio.auth.cookies import terms_of
from fitfolio.core.clock import SystemClock
from fitfolio.core.http import State
from fitfolio.core.origin import CSRF_COOKIE, csrf_token
from fitfolio.core.web_server import web_server_config
from tests.conftest import make_settings


@dataclass
class Device:
    """A signed-in browser: a session of its own."""

    user_id: str
    secret: str
    base: str
    client: httpx2.Client

    @contextlib.contextmanager
    def live(self, **options: Any) -> Iterator[ClientConnection]:
        """An open live socket."""
        headers = {"Cookie": f"ff_sess={self.secret}"} | options.pop("headers", {})
        url = self.base.replace("http", "ws", 1) + "/api/v1/live"
        options = {"origin": self.base, "ping_interval": None} | options
        with connect(url, additional_headers=headers, **options) as opened:
            yield opened


@dataclass
class Running:
    """One process's worth of server."""

    base: str
    state: State
    app: Any
    stop: Callable[[], float]
    clients: contextlib.ExitStack

    def sign_in(self, email: str = "ada@example.org") -> Device:
        """A new session of a person, whose account is made if there is none."""
        db, now = self.state.db, self.state.clock.now_ms()
        user = db.read_now(auth_service.queries.find_user_by_key, email)
        user_id = user.id if user else db.write_now(auth_service.create_user, email, now)
        token = db.write_now(sign_in.make_sign_in, email, now).token
        session = db.write_now(
            sign_in.verify_token, token, now, terms_of(self.state), caller=Caller(),
            signup="closed",
        )  # fmt: skip
        csrf = csrf_token(session.secret)
        client = httpx2.Client(
            base_url=self.base,
            cookies={"ff_sess": session.secret, CSRF_COOKIE: csrf},
            headers={"X-CSRF-Token": csrf},
        )
        self.clients.enter_context(client)
        return Device(user_id, session.secret, self.base, client)


@contextlib.contextmanager
def run_server(
    database_url: str, folder: Any, *, web: Path | None = None,
    certificate: tuple[Path, Path] | None = None, **changes: object,
) -> Iterator[Running]:  # fmt: skip
    """Serve on a free port until the block ends, over TLS with a certificate and its key.

    The end must be quick and quiet.
    """
    listening = socket.socket()
    # Little fits between the two, so that a reader who does not read is noticed soon.
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    listening.bind(("127.0.0.1", 0))
    base = f"http://127.0.0.1:{listening.getsockname()[1]}"
    settings = make_settings(database_url, folder, **({"public_url": base} | changes))
    app = create_app(settings, clock=SystemClock(), web=web)
    config = web_server_config(app, https=settings.is_https)
    config.ssl_certfile, config.ssl_keyfile = certificate or (None, None)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.01)

    def stop() -> float:
        started = time.monotonic()
        server.should_exit = True
        thread.join(20)
        assert not thread.is_alive(), "the server hangs"
        return time.monotonic() - started

    try:
        with contextlib.ExitStack() as clients:
            yield Running(base, app.state.fitfolio, app, stop, clients)
    finally:
        stop()
        listening.close()


@pytest.fixture
def running(database_url, tmp_path) -> Iterator[Running]:
    """A server on each database."""
    with run_server(database_url, tmp_path) as found:
        yield found


def next_message(opened: ClientConnection, *kinds: str, timeout: float = 5) -> dict[str, Any]:
    """The next message of one of these kinds."""
    deadline = time.monotonic() + timeout
    while True:
        message = json.loads(opened.recv(max(0.01, deadline - time.monotonic())))
        if message["type"] in kinds:
            return message
