"""Who is asking: the dependencies that private routes declare.

`ViewerDep` takes a session or an API token, `SessionDep` a session only, `ProvenDep` a session whose
owner has proven within the last minutes who sits there, `AdminDep` an administrator.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from fitfolio.auth import audit, queries, service, sessions, tokens
from fitfolio.auth.caller import CallerDep, caller_of
from fitfolio.auth.cookies import give_cookies, session_secret, terms_of
from fitfolio.auth.secrets import hash_secret
from fitfolio.auth.service import Viewer
from fitfolio.core.errors import Forbidden, Unauthorised
from fitfolio.core.http import State, StateDep
from fitfolio.core.origin import SAFE_METHODS

ACCOUNT_HEADER = "x-fitfolio-account"
"""Whose data the asking page works with, by the account's id; left out or empty: whoever is signed in."""


async def require_viewer(request: Request, state: StateDep) -> Viewer:
    """The signed-in person, or 401 `auth.required`."""
    given = request.headers.get("authorization", "")
    if given[:7].lower() == "bearer ":
        return await _by_token(request, state, given[7:].strip())
    secret = session_secret(request, state)
    viewer = None if secret is None else await _by_session(request, state, secret)
    if viewer is None:
        raise Unauthorised("auth.required", "Please sign in.")
    return viewer


async def _by_session(request: Request, state: State, secret: str) -> Viewer | None:
    token_hash, now = hash_secret(secret), state.clock.now_ms()
    row = await state.db.look_up(queries.SESSION, {"token_hash": token_hash, "now": now})
    if row is None:
        # Not the secret in force, but perhaps the one before it or the one after it.
        row = await state.db.read(
            queries.find_session_in_change, token_hash, now, sessions.GRACE_MS
        )
        if row is None:
            return None
        if row.session_next_hash == token_hash:
            await state.db.write(
                sessions.take_up, row, token_hash, now, terms_of(state), caller_of(request)
            )
    elif sessions.needs_touch(row, now):
        offered = await state.db.write(
            sessions.touch, row, secret, now, terms_of(state), caller_of(request)
        )
        if offered is not None:
            give_cookies(request, state, offered)
    # Cookies belong to a browser: a page that works with another account's data must not use them.
    if request.headers.get(ACCOUNT_HEADER) not in {None, "", row.id}:
        return None
    return service.viewer_of(row)


async def _by_token(request: Request, state: State, token: str) -> Viewer:
    now = state.clock.now_ms()
    row = await state.db.read(tokens.find_token, hash_secret(token), now)
    if row is None:
        raise Unauthorised("auth.required", "This API token is wrong, revoked or too old.")
    scopes = frozenset(row.token_scopes.split())
    needed = "read" if request.method in SAFE_METHODS else "write"
    if needed not in scopes:
        raise Forbidden("auth.scope_missing", f"This API token lacks the scope {needed}.")
    if tokens.needs_touch(row, now):
        await state.db.write(tokens.touch, row.session_id, now, caller_of(request))
    return service.viewer_of(row, scopes)


ViewerDep = Annotated[Viewer, Depends(require_viewer)]


async def require_session(viewer: ViewerDep) -> Viewer:
    """Somebody signed in at a browser; what an API token must never do is behind this."""
    if viewer.scopes is not None:
        raise Forbidden("auth.session_required", "An API token cannot do this; sign in.")
    return viewer


SessionDep = Annotated[Viewer, Depends(require_session)]


async def require_proof(viewer: SessionDep, state: StateDep) -> Viewer:
    """Somebody who has proven within the last ten minutes who sits there."""
    if state.clock.now_ms() - viewer.row.session_proven_at > sessions.PROOF_MS:
        raise Forbidden("auth.proof_required", "Please prove again that it is you.")
    return viewer


ProvenDep = Annotated[Viewer, Depends(require_proof)]


async def require_admin(
    request: Request, viewer: ViewerDep, state: StateDep, caller: CallerDep
) -> Viewer:
    """An administrator: at a browser with recent proof, or by a token with the scope `admin`."""
    if viewer.is_admin and viewer.scopes is None:
        return await require_proof(viewer, state)
    if viewer.is_admin and viewer.scopes is not None and "admin" in viewer.scopes:
        return viewer
    await state.db.write(
        audit.record, state.clock.now_ms(), "admin_refused", caller, account_id=viewer.id,
        outcome="refused", method=request.method, path=request.url.path[:200],
    )  # fmt: skip
    if not viewer.is_admin:
        raise Forbidden("auth.admin_required", "Only an administrator may do this.")
    raise Forbidden("auth.scope_missing", "This API token lacks the scope admin.")


AdminDep = Annotated[Viewer, Depends(require_admin)]
