"""A cap on request bodies that answers with a problem document.

The framework's own cap answers in plain text and outside every other middleware, without
security headers; hence this one.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fitfolio.core.errors import CODES, TooLarge
from fitfolio.core.http import problem


@dataclass(frozen=True)
class Cap:
    """At most `size` bytes to exactly this path; more is answered with `code` and `detail`."""

    path: str
    size: int
    code: str = "request.too_large"
    detail: str = CODES["request.too_large"][1]


class BodyLimit:
    """Middleware: a stated length over the cap is refused at once, an unstated one when it gets there."""

    def __init__(self, app: ASGIApp, *, size: int, caps: tuple[Cap, ...]) -> None:
        self.app = app
        self.other = Cap("", size)
        self.by_path = {cap.path: cap for cap in caps}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        cap = self.by_path.get(scope["path"], self.other)
        stated = Headers(scope=scope).get("content-length", "")
        # A number of hundreds of digits is too large without being read.
        if stated.isdecimal() and (len(stated) > 18 or int(stated) > cap.size):
            await problem(cap.code, cap.detail)(scope, receive, send)
            return
        received = 0

        async def receive_counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > cap.size:
                if cap.code != self.other.code:
                    raise TooLarge(cap.code, cap.detail)
                # The framework, which reads these bodies, turns any other error into a 400.
                raise HTTPException(413)
            return message

        await self.app(scope, receive_counted, send)
