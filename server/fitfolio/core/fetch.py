"""One HTTP exchange with another server: no redirects, bounded in time and size.

The connection goes to the address that was checked, whatever the name leads to meanwhile.
"""

from __future__ import annotations

import asyncio
import http.client
import socket
import ssl
import time
from typing import NamedTuple

from fitfolio.core.addresses import Endpoint

TIMEOUT_S = 10
ANSWER_LIMIT = 512 * 1024
CHUNK = 64 * 1024


class Answer(NamedTuple):
    """Status and body."""

    status: int
    body: bytes


class _Connection(http.client.HTTPConnection):
    """A connection to one address, under the name of the place."""

    def __init__(self, place: Endpoint, address: str) -> None:
        super().__init__(place.host, place.port, timeout=TIMEOUT_S)
        self.place = place
        self.address = address

    def connect(self) -> None:
        self.sock = socket.create_connection((self.address, self.place.port), TIMEOUT_S)
        if self.place.scheme == "https":
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.place.host)


async def exchange(
    place: Endpoint, address: str, *, method: str = "GET",
    headers: dict[str, str] | None = None, body: str = "",
) -> Answer:  # fmt: skip
    """Ask and read the whole answer; raises OSError, TimeoutError or ValueError."""
    fields = {"Accept": "application/json", "User-Agent": "FitFolio", **(headers or {})}
    return await asyncio.to_thread(_exchange, place, address, method, fields, body)


def _exchange(
    place: Endpoint, address: str, method: str, headers: dict[str, str], body: str
) -> Answer:
    until = time.monotonic() + TIMEOUT_S
    connection = _Connection(place, address)
    try:
        connection.request(method, place.target, body.encode() if body else None, headers)
        with connection.getresponse() as answer:
            return Answer(answer.status, _read(answer, until))
    except http.client.HTTPException:
        msg = "it does not speak HTTP"
        raise ValueError(msg) from None
    finally:
        connection.close()


def _read(answer: http.client.HTTPResponse, until: float) -> bytes:
    whole = b""
    while chunk := answer.read1(CHUNK):
        whole += chunk
        if len(whole) > ANSWER_LIMIT:
            msg = "the answer is too long"
            raise ValueError(msg)
        if time.monotonic() > until:
            raise TimeoutError
    if answer.length:
        msg = "the answer was cut short"
        raise ValueError(msg)
    return whole
