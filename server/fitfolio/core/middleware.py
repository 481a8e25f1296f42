"""The pure-ASGI layers around every request: request id, security headers, access log, metrics."""

from __future__ import annotations

import itertools
import logging
import re
import time
from collections.abc import Callable
from ipaddress import ip_address, ip_network

from prometheus_client import Counter, Gauge, Histogram
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fitfolio.core.ids import uuid7
from fitfolio.core.logs import request_id

access_log = logging.getLogger("fitfolio.access")

_PROCESS = uuid7()[:24]
_numbers = itertools.count(1)
"""Request ids are UUIDs that only count: they tell requests apart, and asking the system for chance
each time costs as much as a query."""

_SAFE_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")

REQUESTS = Counter(
    "fitfolio_http_requests_total", "Requests by route and status.", ["method", "route", "status"]
)
SECONDS = Histogram(
    "fitfolio_http_request_seconds", "Time to the last byte of the answer [s].", ["method", "route"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)  # fmt: skip
IN_FLIGHT = Gauge("fitfolio_http_requests_in_flight", "Requests being answered.")

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; "
    "require-trusted-types-for 'script'; trusted-types default"
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    # Everything a page shows comes from here, so nothing of another origin can get into its process.
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": ", ".join(
        [*(f"{feature}=()" for feature in (
            "accelerometer", "ambient-light-sensor", "autoplay", "bluetooth", "browsing-topics",
            "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope", "hid",
            "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer",
            "microphone", "midi", "payment", "picture-in-picture", "serial", "usb",
            "xr-spatial-tracking",
        )),
         *(f"{feature}=(self)" for feature in (
            "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock",
        ))]
    ),
}  # fmt: skip


def security_headers(*, https: bool) -> list[tuple[bytes, bytes]]:
    """As they stand on the wire: encoding eight headers anew for each answer costs as much as a query."""
    headers = dict(SECURITY_HEADERS)
    if https:
        headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]


def client_address(scope: Scope, trusted: tuple[str, ...]) -> str:
    """The address a request comes from; forwarded headers count only behind a trusted proxy."""
    peer: str = scope["client"][0] if scope.get("client") else ""
    if not trusted or not _is_trusted(peer, trusted):
        return peer
    forwarded = Headers(scope=scope).get("x-forwarded-for", "")
    for hop in reversed([part.strip() for part in forwarded.split(",") if part.strip()]):
        if not _is_address(hop):
            break
        peer = hop
        if not _is_trusted(hop, trusted):
            break
    return peer


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _is_trusted(address: str, trusted: tuple[str, ...]) -> bool:
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return any(parsed in ip_network(network, strict=False) for network in trusted)


def route_template(scope: Scope) -> str:
    """The path with its parameters unfilled, so that metrics have few labels."""
    context = scope.get("fastapi", {}).get("effective_route_context")
    path = getattr(context, "path", None)
    return path if isinstance(path, str) else "other"


class RequestContext:
    """Outermost layer: gives the request its id, the answer its headers, and writes the log line."""

    def __init__(
        self, app: ASGIApp, *, https: bool, trusted_proxies: tuple[str, ...],
        clock_ns: Callable[[], int] = time.perf_counter_ns,
    ) -> None:  # fmt: skip
        self.app = app
        self.trusted = trusted_proxies
        self.clock_ns = clock_ns
        self.headers = security_headers(https=https)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self.app(scope, receive, self._refusing(send))
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        rid = given if _SAFE_ID.fullmatch(given) else f"{_PROCESS}{next(_numbers):012x}"
        token = request_id.set(rid)
        scope["client_address"] = client_address(scope, self.trusted)
        cookies: list[str] = []
        # Whoever finds out that a session changes is not always who makes the answer.
        scope["set_cookies"] = cookies
        started = self.clock_ns()
        status = 500

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = message["headers"] = list(message.get("headers", ()))
                known = {name for name, _ in headers}
                headers += [header for header in self.headers if header[0] not in known]
                headers += [(b"set-cookie", cookie.encode()) for cookie in cookies]
                headers.append((b"x-request-id", rid.encode()))
                if b"cache-control" not in known and scope["path"].startswith("/api/"):
                    headers.append((b"cache-control", b"no-store"))
            await send(message)

        IN_FLIGHT.inc()
        try:
            await self.app(scope, receive, send_with_headers)
        finally:
            IN_FLIGHT.dec()
            seconds = (self.clock_ns() - started) / 1e9
            route = route_template(scope)
            REQUESTS.labels(scope["method"], route, str(status)).inc()
            SECONDS.labels(scope["method"], route).observe(seconds)
            access_log.info(
                "request",
                extra={"method": scope["method"], "path": scope["path"][:200], "status": status,
                       "ms": round(seconds * 1000, 2), "client": scope["client_address"]},
            )  # fmt: skip
            request_id.reset(token)

    def _refusing(self, send: Send) -> Send:
        """A socket that is turned away gets an ordinary answer, with the headers of one."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "websocket.http.response.start":
                headers = [*message.get("headers", ()), *self.headers]
                message["headers"] = [*headers, (b"cache-control", b"no-store")]
            await send(message)

        return send_with_headers
