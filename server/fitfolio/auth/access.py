"""Who is asking: the dependency every private route declares."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from fitfolio.auth import queries, service
from fitfolio.auth.secrets import hash_secret
from fitfolio.auth.service import SessionTerms, Viewer
from fitfolio.core.clock import DAY_MS
from fitfolio.core.errors import Forbidden, Unauthorised
from fitfolio.core.http import State, StateDep
from fitfolio.core.origin import read_cookie


def session_cookie(*, https: bool) -> str:
    """`__Host-` pins the cookie to this host and to TLS where there is TLS."""
    return "__Host-ff_sess" if https else "ff_sess"


def terms_of(state: State) -> SessionTerms:
    """Session lifetimes from the settings."""
    day = DAY_MS
    return SessionTerms(state.settings.session_days * day, state.settings.session_max_days * day)


def session_secret(request: Request, state: State) -> str | None:
    """The session cookie's value."""
    return read_cookie(request.headers, session_cookie(https=state.settings.is_https))


async def require_viewer(request: Request, state: StateDep) -> Viewer:
    """The signed-in person, or 401 `auth.required`."""
    secret = session_secret(request, state)
    now = state.clock.now_ms()
    row = None
    if secret is not None:
        known = {"token_hash": hash_secret(secret), "now": now}
        row = await state.db.look_up(queries.SESSION, known)
    if row is None:
        raise Unauthorised("auth.required", "Please sign in.")
    viewer = service.viewer_of(row)
    if service.needs_touch(viewer, now):
        await state.db.write(service.touch_session, viewer, now, terms_of(state))
    return viewer


ViewerDep = Annotated[Viewer, Depends(require_viewer)]


async def require_admin(viewer: ViewerDep) -> Viewer:
    """The signed-in administrator, or 403 `auth.admin_required`."""
    if not viewer.is_admin:
        raise Forbidden("auth.admin_required", "Only an administrator may do this.")
    return viewer


AdminDep = Annotated[Viewer, Depends(require_admin)]
