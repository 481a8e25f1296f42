"""The session's cookie and its readable companion, written and deleted in one place."""

from __future__ import annotations

from fastapi import Request

from fitfolio.auth.sessions import NewSession, SessionTerms
from fitfolio.core.clock import DAY_MS
from fitfolio.core.http import State
from fitfolio.core.origin import CSRF_COOKIE, csrf_token, read_cookie


def session_cookie(*, https: bool) -> str:
    """`__Host-` pins the cookie to this host and to TLS where there is TLS."""
    return "__Host-ff_sess" if https else "ff_sess"


def terms_of(state: State) -> SessionTerms:
    """Session lifetimes from the settings."""
    settings = state.settings
    return SessionTerms(
        settings.session_days * DAY_MS, settings.session_max_days * DAY_MS,
        settings.session_rotate_days * DAY_MS,
    )  # fmt: skip


def session_secret(request: Request, state: State) -> str | None:
    """The session cookie's value."""
    return read_cookie(request.headers, session_cookie(https=state.settings.is_https))


def give_cookies(request: Request, state: State, session: NewSession) -> None:
    """Let the answer, whatever makes it, carry the session and its companion."""
    # The cookie outlives idle renewals; the server decides when the session ends.
    _put(request, state, session.secret, terms_of(state).max_ms // 1000)


def take_cookies(request: Request, state: State) -> None:
    """Let the answer delete both cookies."""
    _put(request, state, None, 0)


def _put(request: Request, state: State, secret: str | None, seconds: int) -> None:
    https = state.settings.is_https
    end = f"; Max-Age={seconds}; Path=/; SameSite=lax" + ("; Secure" if https else "")
    token = "" if secret is None else csrf_token(secret)
    request.scope["set_cookies"][:] = [
        f"{session_cookie(https=https)}={secret or ''}{end}; HttpOnly",
        f"{CSRF_COOKIE}={token}{end}",
    ]
