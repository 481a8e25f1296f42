"""Answers only under the names this server has: no page of another name can be this server's."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from fitfolio.core.http import problem

ALWAYS = ("/healthz", "/readyz", "/metrics")
"""Asked by machines that know this one by an address of its own."""


def host_name(header: str) -> str:
    """The name in a `Host` header, lower-case, without port and brackets."""
    text = header.strip().lower()
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0].rstrip(".")


class AllowedHosts:
    """Middleware: 421 `request.wrong_host` for a host name that is not among `names`."""

    def __init__(self, app: ASGIApp, *, names: frozenset[str]) -> None:
        self.app = app
        self.exact = frozenset(name for name in names if not name.startswith("*."))
        self.endings = tuple(name[1:] for name in names if name.startswith("*."))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in {"http", "websocket"} and scope["path"] not in ALWAYS:
            name = host_name(Headers(scope=scope).get("host", ""))
            if name not in self.exact and not name.endswith(self.endings or ("\x00",)):
                await problem("request.wrong_host")(scope, receive, send)
                return
        await self.app(scope, receive, send)
