"""Bytes as no decent client would send them."""

from __future__ import annotations

import contextlib
import socket
from typing import NamedTuple


class Answer(NamedTuple):
    """What came back before the server closed the connection."""

    status: int
    headers: dict[str, str]
    body: bytes


def send(base: str, data: bytes, *, timeout: float = 10) -> Answer | None:
    """Send bytes as they are; None when the connection was cut without an answer."""
    host, _, port = base.removeprefix("http://").partition(":")
    received = b""
    with (
        contextlib.suppress(ConnectionError),
        socket.create_connection((host, int(port)), timeout) as connection,
    ):
        connection.sendall(data)
        while part := connection.recv(65_536):
            received += part
    head, separator, body = received.partition(b"\r\n\r\n")
    if not separator:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.split(": ", 1) for line in lines)
    return Answer(int(first.split()[1]), {name.lower(): value for name, value in pairs}, body)


def request(
    target: bytes, *headers: bytes, method: bytes = b"GET", body: bytes = b"", host: bytes = b"x"
) -> bytes:
    """A request with these header lines, after which the connection is closed."""
    lines = [
        method + b" " + target + b" HTTP/1.1",
        b"Host: " + host,
        b"Connection: close",
        *headers,
    ]
    if body:
        lines.append(b"Content-Length: %d" % len(body))
    return b"\r\n".join([*lines, b"", body])
