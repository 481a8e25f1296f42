"""One HTTP request to a push service: no redirects, bounded in time and size.

Written on plain streams because the connection must go to the address that was checked, and
because only the status of the answer matters.
"""

from __future__ import annotations

import asyncio
import ssl
from typing import NamedTuple

from fitfolio.core import addresses

TIMEOUT_S = 10
ANSWER_LIMIT = 16 * 1024


class Answer(NamedTuple):
    """Status of the push service, and how long it wants to be left alone [s]."""

    status: int
    retry_after_s: int


async def post(
    endpoint: str, headers: dict[str, str], body: bytes, *, allow_private: bool
) -> Answer:
    """Send a push; raises addresses.Refused, OSError, TimeoutError or ValueError."""
    place = addresses.parse(endpoint, allow_private=allow_private)
    async with asyncio.timeout(TIMEOUT_S):
        address = await addresses.resolve(place, allow_private=allow_private)
        secure = ssl.create_default_context() if place.scheme == "https" else None
        reader, writer = await asyncio.open_connection(
            address, place.port, ssl=secure, limit=ANSWER_LIMIT,
            server_hostname=place.host if secure else None,
        )  # fmt: skip
        try:
            writer.write(_request(place, headers, body))
            await writer.drain()
            return await _answer(reader)
        finally:
            writer.transport.abort()  # nothing more is wanted, not even a polite end


def _request(place: addresses.Endpoint, headers: dict[str, str], body: bytes) -> bytes:
    fields = {
        "Host": place.authority, **headers, "Content-Length": str(len(body)),
        "Connection": "close", "User-Agent": "FitFolio",
    }  # fmt: skip
    lines = [f"POST {place.target} HTTP/1.1", *(f"{key}: {value}" for key, value in fields.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii") + body


async def _answer(reader: asyncio.StreamReader) -> Answer:
    while True:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            msg = "the push service does not speak HTTP"
            raise ValueError(msg) from None
        first, *lines = head.decode("latin-1").split("\r\n")
        version, _, rest = first.partition(" ")
        if not version.startswith("HTTP/1.") or not rest[:3].isdecimal():
            msg = "the push service does not speak HTTP"
            raise ValueError(msg)
        status = int(rest[:3])
        if status >= 200:  # before it, answers may announce that one is coming
            return Answer(status, _retry_after(lines))


def _retry_after(lines: list[str]) -> int:
    for line in lines:
        name, _, value = line.partition(":")
        if name.lower() == "retry-after" and value.strip().isdecimal():
            return min(int(value.strip()[:6]), 86_400)
    return 0
