"""`/api/v1/admin/users` and `…/invitations`: for administrators with a recent proof, or by token."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from fitfolio.admin import service
from fitfolio.admin.acting import ADMIN, CHANGING, act
from fitfolio.admin.position import Cursor, cursor_of, position_of
from fitfolio.admin.schemas import (
    AdminUserPage,
    Done,
    InvitationCreate,
    InvitationCreated,
    InvitationList,
    RoleChange,
    SignedOut,
)
from fitfolio.auth import administration
from fitfolio.auth import queries as auth_queries
from fitfolio.auth.access import AdminDep
from fitfolio.auth.caller import CallerDep
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.schemas import EntityId, ShortText

router = PrefixRouter(prefix="/api/v1/admin", tags=["admin"])

USER = problem_responses([*CHANGING, "admin.user_not_found"])
ACTING = problem_responses([*CHANGING, "admin.user_not_found", "admin.last_admin"])


@router.get(
    "/users", operation_id="admin.list_users",
    responses=problem_responses([*ADMIN, "admin.bad_cursor"]),
)  # fmt: skip
async def list_users(
    _viewer: AdminDep, state: StateDep,
    search: Annotated[ShortText, Query()] = "",
    standing: Annotated[administration.Standing | None, Query()] = None,
    cursor: Cursor = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> AdminUserPage:  # fmt: skip
    """Accounts, oldest first."""
    rows = await state.db.read_heavy(
        administration.list_accounts, state.clock.now_ms(), search, standing, position_of(cursor),
        limit + 1,
    )  # fmt: skip
    page = rows[:limit]
    more = cursor_of(page[-1].created_at, page[-1].id) if len(rows) > limit else None
    total = await state.db.read(auth_queries.count_users)
    return AdminUserPage(
        users=[service.user_of(row) for row in page], total=total, next_cursor=more
    )


@router.post("/users/{user_id}/deactivate", operation_id="admin.deactivate_user", responses=ACTING)
async def deactivate_user(
    user_id: EntityId, viewer: AdminDep, state: StateDep, caller: CallerDep
) -> Done:
    """Sign an account out at once and let nobody in; its data stays."""
    caller = caller.acting_as(viewer.id)
    await act(state, caller, administration.deactivate, user_id, state.clock.now_ms(), caller)
    return Done(message="The account is inactive.")


@router.post("/users/{user_id}/reactivate", operation_id="admin.reactivate_user", responses=USER)
async def reactivate_user(
    user_id: EntityId, viewer: AdminDep, state: StateDep, caller: CallerDep
) -> Done:
    """Let an account in again."""
    await state.db.write(
        administration.reactivate, user_id, state.clock.now_ms(), caller.acting_as(viewer.id)
    )
    return Done(message="The account is active.")


@router.post("/users/{user_id}/sign-out", operation_id="admin.sign_out_user", responses=USER)
async def sign_out_user(
    user_id: EntityId, viewer: AdminDep, state: StateDep, caller: CallerDep
) -> SignedOut:
    """End all sessions of an account, its open connections too."""
    count = await state.db.write(
        administration.sign_out, user_id, state.clock.now_ms(), caller.acting_as(viewer.id)
    )
    return SignedOut(message="All sessions have been ended.", revoked_count=count)


@router.put("/users/{user_id}/role", operation_id="admin.set_role", responses=ACTING)
async def set_role(
    user_id: EntityId, body: RoleChange, viewer: AdminDep, state: StateDep, caller: CallerDep
) -> Done:
    """Change what an account may do; it counts from its next request on."""
    caller = caller.acting_as(viewer.id)
    await act(
        state, caller, administration.set_role, user_id, state.clock.now_ms(), caller,
        is_admin=body.role == "admin",
    )  # fmt: skip
    return Done(message="The role was changed.")


@router.get(
    "/invitations", operation_id="admin.list_invitations", responses=problem_responses(ADMIN)
)
async def list_invitations(_viewer: AdminDep, state: StateDep) -> InvitationList:
    """Invitations, newest first."""
    rows, now = await state.db.read(administration.list_invitations), state.clock.now_ms()
    return InvitationList(
        invitations=[service.invitation_of(row, now) for row in rows], signup=state.settings.signup
    )


@router.post(
    "/invitations", operation_id="admin.create_invitation", status_code=201,
    responses=problem_responses(
        [*CHANGING, "auth.invalid_email", "auth.exists", "admin.signup_closed"]
    ),
)  # fmt: skip
async def create_invitation(
    body: InvitationCreate, viewer: AdminDep, state: StateDep, caller: CallerDep
) -> InvitationCreated:
    """Mail somebody a link that makes an account; an earlier invitation is replaced."""
    caller = caller.acting_as(viewer.id)
    made = await act(
        state, caller, administration.invite, body.email, state.clock.now_ms(), caller,
        is_admin=body.role == "admin", language=body.language,
        inviter=viewer.row.display_name or viewer.email, signup=state.settings.signup,
    )  # fmt: skip
    state.jobs.wake()
    return InvitationCreated(id=made)


@router.delete(
    "/invitations/{invitation_id}", operation_id="admin.revoke_invitation",
    responses=problem_responses([*CHANGING, "admin.invitation_not_found"]),
)  # fmt: skip
async def revoke_invitation(
    invitation_id: EntityId, viewer: AdminDep, state: StateDep, caller: CallerDep
) -> Done:
    """Take an invitation back."""
    await state.db.write(
        administration.revoke_invitation, invitation_id, state.clock.now_ms(),
        caller.acting_as(viewer.id),
    )  # fmt: skip
    return Done(message="The invitation was taken back.")
