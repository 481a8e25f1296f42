"""One request to a push service that may be anything."""

from __future__ import annotations

import asyncio
import contextlib

import pytest

from fitfolio.push import sending


def post_to(answer, **options):
    """Send to a server that says these bytes, and return the answer and what it got."""
    got = []

    async def run():
        async def serve(reader, writer):
            # Who has heard enough hangs up in the middle.
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                head = await reader.readuntil(b"\r\n\r\n")
                got.append(head + await reader.readexactly(3))
                await answer(writer) if callable(answer) else writer.write(answer)
                await writer.drain()
                writer.close()
                await writer.wait_closed()
            served.set()

        served = asyncio.Event()
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        try:
            return await sending.post(
                f"http://127.0.0.1:{port}/a?b=c", {"TTL": "60"}, b"abc", allow_private=True
            )
        finally:
            await asyncio.wait_for(served.wait(), 5)
            server.close()
            await server.wait_closed()

    return asyncio.run(run()), got[0]


def test_the_request_is_plain_http():
    answer, request = post_to(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")
    assert answer == (201, 0)
    lines = request.decode().split("\r\n")
    assert lines[0] == "POST /a?b=c HTTP/1.1"
    assert lines[1].startswith("Host: 127.0.0.1:")
    assert {"TTL: 60", "Content-Length: 3", "Connection: close"} <= set(lines)
    assert lines[-1] == "abc"


@pytest.mark.parametrize(
    ("head", "status", "pause"),
    [
        (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n", 302, 0),
        (b"HTTP/1.1 429 Slow down\r\nRetry-After: 7\r\n\r\n", 429, 7),
        (b"HTTP/1.1 429 x\r\nretry-after: 99999999\r\n\r\n", 429, 86_400),
        (b"HTTP/1.1 503 x\r\nRetry-After: tomorrow\r\n\r\n", 503, 0),
        (b"HTTP/1.0 410\r\n\r\n", 410, 0),
        (b"HTTP/1.1 103 Early\r\nX: y\r\n\r\nHTTP/1.1 204 No\r\n\r\n", 204, 0),
    ],
)
def test_only_status_and_pause_matter(head, status, pause):
    assert post_to(head)[0] == (status, pause)


@pytest.mark.parametrize(
    "noise",
    [b"", b"SSH-2.0-x\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/2 200\r\n\r\n", b"X" * 100_000],
)
def test_what_is_no_http_is_an_error(noise):
    with pytest.raises((ValueError, ConnectionError)):
        post_to(noise)


def test_a_service_that_drips_is_given_up(monkeypatch):
    monkeypatch.setattr(sending, "TIMEOUT_S", 0.2)

    async def drip(writer):
        for _ in range(20):
            writer.write(b"H")
            await writer.drain()
            await asyncio.sleep(0.05)

    with pytest.raises(TimeoutError):
        post_to(drip)
