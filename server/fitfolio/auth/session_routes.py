"""`/api/v1/auth/sessions`: the devices that are signed in."""

from __future__ import annotations

from fitfolio.auth import sessions
from fitfolio.auth.access import SessionDep
from fitfolio.auth.caller import CallerDep
from fitfolio.auth.devices import device_name
from fitfolio.auth.schemas import SessionList, SessionRead, SessionRevoked, SessionsRevoked
from fitfolio.core.clock import to_iso
from fitfolio.core.errors import NotFound, Refused
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.schemas import EntityId

router = PrefixRouter(prefix="/api/v1/auth/sessions", tags=["auth"])

PRIVATE = ["auth.required", "auth.session_required"]


@router.get("", operation_id="auth.list_sessions", responses=problem_responses(PRIVATE))
async def list_sessions(viewer: SessionDep, state: StateDep) -> SessionList:
    """Every device that is signed in, the newest first."""
    rows = await state.db.read(sessions.list_living, viewer.id, state.clock.now_ms())
    found = [
        SessionRead(
            id=row.id, created_at=to_iso(row.created_at), expires_at=to_iso(row.expires_at),
            last_seen_at=to_iso(row.last_seen_at), ip=row.address, user_agent=row.user_agent,
            device=device_name(row.user_agent), place=None, method=row.method,
            is_current=row.id == viewer.session_id,
        )
        for row in rows
    ]  # fmt: skip
    return SessionList(sessions=found, total=len(found))


@router.post(
    "/revoke-all-others",
    operation_id="auth.revoke_other_sessions",
    responses=problem_responses([*PRIVATE, "request.csrf"]),
)
async def revoke_other_sessions(
    viewer: SessionDep, state: StateDep, caller: CallerDep
) -> SessionsRevoked:
    """Sign out every other device at once, its open connections too."""
    caller = caller.acting_as(viewer.id)
    count = await state.db.write(
        sessions.revoke_others, viewer.id, viewer.session_id, state.clock.now_ms(), caller
    )
    return SessionsRevoked(message="All other sessions have been ended.", revoked_count=count)


@router.delete(
    "/{session_id}",
    operation_id="auth.revoke_session",
    responses=problem_responses(
        [*PRIVATE, "auth.current_session", "auth.session_not_found", "request.csrf"]
    ),
)
async def revoke_session(
    session_id: EntityId, viewer: SessionDep, state: StateDep, caller: CallerDep
) -> SessionRevoked:
    """Sign out one other device."""
    if session_id == viewer.session_id:
        raise Refused("auth.current_session", "Cannot revoke current session. Use logout instead.")
    caller = caller.acting_as(viewer.id)
    now = state.clock.now_ms()
    if not await state.db.write(sessions.revoke, viewer.id, session_id, now, caller):
        raise NotFound("auth.session_not_found", "Session not found or already revoked")
    return SessionRevoked(message="The session has been ended.", revoked_session_id=session_id)
