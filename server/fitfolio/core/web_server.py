"""The web server around the application, with a limit on what comes before a request's body.

The parser underneath takes request lines and headers of any size and keeps them in memory; and its own
refusals are plain text without security headers, outside every middleware. Both are mended here.
"""

from __future__ import annotations

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from fitfolio.core.http import problem
from fitfolio.core.middleware import security_headers

HEAD_LIMIT = 65_536
"""Most bytes of a request line with its headers; browsers send a few thousand."""
_PART = 16_384
"""Bytes given to the parser at once while it reads a head; ordinary heads are smaller."""


class BoundedProtocol(HttpToolsProtocol):
    """HTTP/1.1 that answers 431 to heads over `HEAD_LIMIT`, and 400 to what is no HTTP, as problems."""

    refusal_headers: tuple[tuple[bytes, bytes], ...] = ()
    _in_head = True
    _head_bytes = 0
    _heads = 0

    def data_received(self, data: bytes) -> None:
        while data:
            was_in_head, heads = self._in_head, self._heads
            part = data[:_PART] if was_in_head else data
            data = data[len(part) :]
            super().data_received(part)
            if self.transport.is_closing() or self.transport.get_protocol() is not self:
                return  # refused, or a socket from here on
            # A part in which a head ended says nothing about how long the next one is.
            counts = was_in_head and self._in_head and heads == self._heads
            self._head_bytes = self._head_bytes + len(part) if counts else 0
            if self._head_bytes > HEAD_LIMIT:
                self._refuse(431, "request.headers_too_large")
                return

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._heads += 1
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._in_head = True
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  # the framework's signature
        self._refuse(400, "request.unreadable")

    def _refuse(self, status: int, code: str) -> None:
        answer = problem(code)
        reason = {400: b"Bad Request", 431: b"Request Header Fields Too Large"}[status]
        headers = [
            *self.server_state.default_headers, *answer.raw_headers, *self.refusal_headers,
            (b"connection", b"close"),
        ]  # fmt: skip
        lines = [b"HTTP/1.1 %d %b" % (status, reason), *(b"%b: %b" % one for one in headers)]
        self.transport.write(b"\r\n".join([*lines, b"", bytes(answer.body)]))
        self.transport.close()


def web_server_config(app: ASGIApp, *, https: bool) -> uvicorn.Config:
    """How the product is served; `https` says whether its public address is."""

    class Protocol(BoundedProtocol):
        refusal_headers = tuple(security_headers(https=https))

    return uvicorn.Config(
        app, http=Protocol, log_config=None, access_log=False, server_header=False,
        # Forwarded headers are read in one place only, by `core.middleware`.
        proxy_headers=False, timeout_graceful_shutdown=10, ws_max_size=4096, ws_max_queue=4,
    )  # fmt: skip
