"""The live socket against other pages, other people and ended sessions; tests/live has the rest."""

from __future__ import annotations

import socket

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from fitfolio.core.middleware import SECURITY_HEADERS
from tests.attack.wire import request, send
from tests.live.conftest import next_message

UPGRADE = (b"Connection: Upgrade", b"Upgrade: websocket", b"Sec-WebSocket-Version: 13",
           b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")  # fmt: skip


def refused(device, **options):
    """The answer instead of a socket."""
    with pytest.raises(InvalidStatus) as caught, device.live(**options):
        pass
    return caught.value.response


@pytest.mark.parametrize(
    "options",
    [
        {"origin": "https://evil.example"}, {"origin": "null"}, {"origin": "http://127.0.0.1:1"},
        {"origin": "http://127.0.0.1.evil.example"}, {"origin": "http://evil@127.0.0.1"},
        {"headers": {"Sec-Fetch-Site": "cross-site"}}, {"headers": {"Sec-Fetch-Site": "same-site"}},
    ],
)  # fmt: skip
def test_a_page_of_another_origin_hears_nothing_with_the_victims_cookie(running, options):
    answer = refused(running.sign_in(), **options)
    assert answer.status_code == 403
    assert b"request.csrf" in answer.body
    for name in SECURITY_HEADERS:
        assert name in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"


def test_who_has_no_living_session_hears_nothing(running):
    device = running.sign_in()
    secret = device.secret
    made = device.client.post(
        "/api/v1/auth/tokens", json={"name": "t", "scopes": ["read"], "expires_at": None}
    )
    token = made.json()["token"]
    device.client.post("/api/v1/auth/logout").raise_for_status()
    for cookie, headers in (
        ("", {}), ("made-up", {}), (secret, {}), (secret[:-1], {}), (token, {}),
        ("", {"Authorization": f"Bearer {token}"}), ("", {"Authorization": f"Bearer {secret}"}),
    ):  # fmt: skip
        device.secret = cookie
        answer = refused(device, headers={"Cookie": f"ff_sess={cookie}"} | headers)
        assert (answer.status_code, b"auth.required" in answer.body) == (401, True), (
            cookie,
            headers,
        )


def test_nothing_said_over_a_socket_is_done_or_told_on(running):
    ada, eve = running.sign_in(), running.sign_in("eve@example.org")
    messages = [
        f'{{"subscribe": "{ada.user_id}"}}',
        "subscribe *",
        "ping\x00",
        "p" * 70,
        "<script>",
    ]
    for message in messages:
        with eve.live() as opened:
            next_message(opened, "hello")
            opened.send(message)
            with pytest.raises(ConnectionClosed) as caught:
                next_message(opened, "revision", "rest_timer")
            assert caught.value.rcvd.code == 1008


@pytest.mark.parametrize("size", [5_000, 10_000_000])
def test_a_message_of_any_size_ends_the_connection_and_nothing_else(running, size):
    device = running.sign_in()
    with device.live() as opened:
        next_message(opened, "hello")
        opened.send("x" * size)
        with pytest.raises(ConnectionClosed):
            next_message(opened, "revision")
    with device.live() as again:
        next_message(again, "hello")


def test_a_handshake_that_is_none_is_a_refusal(running):
    for lines in ((), UPGRADE[:2], UPGRADE[:3], (UPGRADE[0], b"Upgrade: h2c")):
        data = b"\r\n".join([b"GET /api/v1/live HTTP/1.1", b"Host: x", *lines, b"", b""])
        host, _, port = running.base.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port)), 10) as connection:
            connection.sendall(data)
            status = int(connection.recv(4096).split()[1])
        assert 400 <= status < 500, lines
    elsewhere = send(running.base, request(b"/api/v1/auth/me", *UPGRADE[1:]))
    assert elsewhere is not None
    assert 400 <= elsewhere.status < 500
