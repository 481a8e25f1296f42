"""Cross-site request forgery: state changes must come from FitFolio's own pages.

Two proofs are asked of a state-changing request. The browser's own word (`Sec-Fetch-Site`,
else `Origin`) must not name another site. And a request that carries a session cookie must
repeat the readable `csrf_token` cookie in the `X-CSRF-Token` header; the token is a hash of
the lasting part of the session's secret, so it is bound to the session and stays the same for
all its tabs, also when the secret changes; a browser that lost it is given it again with the
next read. Signing in is exempt from the
second proof, or a browser with half of its cookies could never sign in again.
"""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fitfolio.core.http import problem

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
CSRF_COOKIE = "csrf_token"
CSRF_HEADER = "x-csrf-token"


def csrf_token(session_secret: str) -> str:
    """The token of a session: 43 URL-safe characters would do, 64 hex digits are simpler.

    A secret that follows another (`first.second`) keeps its first part, so a tab that has just read
    the token is not refused because another tab's answer brought the new secret meanwhile.
    """
    lasting = session_secret.partition(".")[0]
    return hashlib.sha256(b"fitfolio-csrf:" + lasting.encode()).hexdigest()


class OriginGuard:
    """Middleware that refuses state changes from elsewhere with 403 `request.csrf`."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        session_cookie: str,
        public_host: str,
        secure: bool,
        exempt: tuple[str, ...] = (),
    ) -> None:
        self.app = app
        self.session_cookie = session_cookie
        self.public_host = public_host
        self.secure = secure
        self.exempt = exempt

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if scope["type"] == "websocket":
            # A browser sends the cookies of this host along with a foreign page's socket.
            allowed = self._same_site(headers)
            await (self.app if allowed else problem("request.csrf"))(scope, receive, send)
        elif scope["method"] in SAFE_METHODS:
            await self.app(scope, receive, self._restoring(headers, send))
        elif not self._same_site(headers) or not (
            scope["path"] in self.exempt or self._token_matches(headers)
        ):
            await problem("request.csrf")(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _restoring(self, headers: Headers, send: Send) -> Send:
        secret = read_cookie(headers, self.session_cookie)
        if secret is None or read_cookie(headers, CSRF_COOKIE) == csrf_token(secret):
            return send

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and not _is_public(message):
                cookie = f"{CSRF_COOKIE}={csrf_token(secret)}; Path=/; SameSite=lax"
                if self.secure:
                    cookie += "; Secure"
                MutableHeaders(scope=message).append("Set-Cookie", cookie)
            await send(message)

        return send_with_cookie

    def _same_site(self, headers: Headers) -> bool:
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site in {"same-origin", "none"}
        origin = headers.get("origin")
        if origin is None:
            return True  # not a browser; a session cookie still needs its token
        try:
            host = urlsplit(origin).netloc
        except ValueError:
            return False
        return host in {headers.get("host"), self.public_host}

    def _token_matches(self, headers: Headers) -> bool:
        secret = read_cookie(headers, self.session_cookie)
        if secret is None:
            return True
        return hmac.compare_digest(
            headers.get(CSRF_HEADER, "").encode(), csrf_token(secret).encode()
        )


def _is_public(message: Message) -> bool:
    """Whether a cache may give this answer to others: nobody's cookie may stand in it."""
    return "public" in Headers(raw=message.get("headers", [])).get("cache-control", "")


def read_cookie(headers: Headers, name: str) -> str | None:
    """One cookie's value, or None.

    Our own cookies need no quotes or escapes, so the header is only split: the general parser
    costs more than looking the session up.
    """
    for part in headers.get("cookie", "").split(";"):
        key, equals, value = part.strip().partition("=")
        if equals and key == name:
            return value
    return None
