"""What stands in the log is what the server wrote: one line an event, and no secret."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from fitfolio.core.logs import configure_logging
from tests.attack.wire import request, send
from tests.auth.builders import audit_rows
from tests.permission_cases import OPERATIONS, belongings, call
from tests.sharing.builders import share

FORGED = '{"level": "info", "event": "user_role_changed"}'
BREAKS = ["\n", "\r\n", "\r", "\x1b[2K\x1b[1A", "\x85", "\u2028", "\x00", "\x07", '"}\n{"event":"']


@contextlib.contextmanager
def logging_to(form: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the product would write to standard error meanwhile."""
    written = io.StringIO()
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    monkeypatch.setattr("sys.stderr", written)
    configure_logging("INFO", form)  # type: ignore[arg-type]
    # The attacker's own log is none of the server's.
    monkeypatch.setattr(logging.getLogger("httpx2"), "disabled", True)
    try:
        yield written
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)


def attack(server) -> None:
    """Everything of a request that could reach the log, with breaks in it."""
    client = server.make_client()
    for text in BREAKS:
        mark = f"x{text}{FORGED}"
        raw = mark.encode("utf-8", "ignore")
        headers = {"User-Agent": raw, "X-Request-ID": raw, "X-Forwarded-For": raw, "Referer": raw,
                   "Cookie": b"ff_sess=" + raw, "Authorization": b"Bearer " + raw}  # fmt: skip
        client.get("/api/v1/auth/me", headers=headers)
        client.get(f"/api/{quote(mark)}")
        client.post("/api/v1/auth/magic-link/start", json={"email": f"{mark}@example.org"})
        client.post("/api/v1/auth/magic-link/verify", json={"email": f"{mark}@x.org", "code": mark})
        client.post("/api/v1/auth/magic-link/verify", json={"token": mark})
        client.get(f"/p/{quote(mark)}", params={"x": mark})


@pytest.mark.parametrize("form", ["json", "text"])
def test_nothing_that_is_sent_begins_a_line_of_its_own_or_moves_the_cursor(
    sqlite_server, monkeypatch, form
):
    with logging_to(form, monkeypatch) as written:
        attack(sqlite_server)
    text = written.getvalue()
    # What separates lines for a viewer of logs, and what a terminal obeys.
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029]", text)
    lines = text.splitlines()
    assert len(lines) >= 5 * len(BREAKS)
    for line in lines:
        if form == "json":
            entry = json.loads(line)
            assert entry["event"] != "user_role_changed"
            assert entry["request_id"]
        else:
            assert re.match(
                r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (DEBUG|INFO|WARNING|ERROR) [a-z]", line
            )
            assert "user_role_changed" not in line
    for row in audit_rows(sqlite_server):
        for cell in (row.user_agent, row.address, row.request_id, row.email):
            assert cell.isprintable() or not cell


def test_bytes_that_are_no_request_leave_a_line_without_them(running, monkeypatch):
    with logging_to("json", monkeypatch) as written:
        for data in (
            b"\x1b[31mGET\r\n\r\n", b"GET / HTTP/9.9\r\nX: \x1b]0;evil\r\n\r\n",
            request(b"/a%0a%1b[31m" + FORGED.encode().replace(b" ", b"%20")),
            request(b"/", b"X-Request-ID: \x1b[31m" + FORGED.encode()),
        ):  # fmt: skip
            send(running.base, data)
    for line in written.getvalue().splitlines():
        assert "\x1b" not in line
        assert json.loads(line)["event"] != "user_role_changed"


def test_no_secret_ever_reaches_the_log_or_the_audit(server, capsys, monkeypatch):
    with logging_to("json", monkeypatch) as written:
        ada = server.sign_in()
        ids = belongings(ada)
        share(ada.client)
        secret = ada.client.cookies["ff_sess"]
        token = ada.client.post(
            "/api/v1/auth/tokens", json={"name": "t", "scopes": ["read"], "expires_at": None}
        ).json()["token"]
        script = server.make_client()
        script.get("/api/v1/home", headers={"Authorization": f"Bearer {token}"})
        capsys.readouterr()
        ada.client.post("/api/v1/auth/magic-link/start", json={"email": "ada@example.org"})
        server.run_jobs()
        printed = capsys.readouterr().out
        link, code = re.search(r"#token=(\S+)", printed)[1], re.search(r"code  (\d{6})", printed)[1]
        body = {"email": "ada@example.org", "code": code}
        for given in ({"token": f"{link}x"}, body, {"token": link}):
            server.make_client().post("/api/v1/auth/magic-link/verify", json=given)
        for item in OPERATIONS:
            call(ada.client, item, ids | {"slug": "531-bbb"})
        audited = str([tuple(row) for row in audit_rows(server)])
    for one in (secret, token, link, ada.client.headers["X-CSRF-Token"]):
        assert one not in written.getvalue()
        assert one not in audited
    assert f'"{code}"' not in audited
