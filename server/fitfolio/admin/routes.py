"""`/api/v1/admin`: for administrators with a recent proof, or with a token of the scope `admin`."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Annotated

import sqlalchemy as sa
from fastapi import Query, Request

from fitfolio.admin import queries, service
from fitfolio.admin.schemas import (
    AdminUserPage,
    AuditPage,
    AuditTypes,
    Done,
    EmailGiven,
    InvitationCreate,
    InvitationCreated,
    InvitationList,
    Lockout,
    LockoutList,
    MailList,
    RoleChange,
    SignedOut,
    SystemRead,
)
from fitfolio.auth import administration, audit, audit_queries, mails
from fitfolio.auth import queries as auth_queries
from fitfolio.auth.access import AdminDep
from fitfolio.auth.caller import Caller, CallerDep
from fitfolio.auth.secrets import email_key
from fitfolio.auth.service import Viewer
from fitfolio.core import outbox
from fitfolio.core.clock import to_millis
from fitfolio.core.errors import NotFound, Refused
from fitfolio.core.http import PrefixRouter, State, StateDep, problem_responses
from fitfolio.core.ids import is_uuid
from fitfolio.core.limits import Rule
from fitfolio.core.migrate import stored_revision
from fitfolio.core.schemas import EntityId, Moment, ShortText

router = PrefixRouter(prefix="/api/v1/admin", tags=["admin"])

ADMIN = ["auth.required", "auth.admin_required", "auth.proof_required", "auth.scope_missing"]
CHANGING = [*ADMIN, "request.csrf"]
USER = problem_responses([*CHANGING, "admin.user_not_found"])
ACTING = problem_responses([*CHANGING, "admin.user_not_found", "admin.last_admin"])
RULES = (Rule("mail-test", "/api/v1/admin/mail/test", 5),)

Search = Annotated[ShortText, Query()]
MAX_CURSOR = 80


def _acting(caller: Caller, viewer: Viewer) -> Caller:
    return replace(caller, actor_id=viewer.id)


def _position(cursor: str | None) -> tuple[int, str] | None:
    if cursor is None:
        return None
    at, _, last = cursor.partition(".")
    if not (at.isdecimal() and len(at) <= 15 and is_uuid(last)):
        raise Refused("admin.bad_cursor", "This is not a cursor of this list.")
    return int(at), last


@router.get(
    "/users", operation_id="admin.list_users",
    responses=problem_responses([*ADMIN, "admin.bad_cursor"]),
)  # fmt: skip
async def list_users(
    _viewer: AdminDep, state: StateDep, search: Search = "",
    cursor: Annotated[str | None, Query(max_length=MAX_CURSOR)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> AdminUserPage:  # fmt: skip
    """Accounts, oldest first."""
    rows = await state.db.read_heavy(
        administration.list_accounts, state.clock.now_ms(), search, _position(cursor), limit + 1
    )
    page = rows[:limit]
    more = f"{page[-1].created_at}.{page[-1].id}" if len(rows) > limit else None
    total = await state.db.read(auth_queries.count_users)
    return AdminUserPage(
        users=[service.user_of(row) for row in page], total=total, next_cursor=more
    )


@router.post("/users/{user_id}/deactivate", operation_id="admin.deactivate_user", responses=ACTING)
async def deactivate_user(
    user_id: EntityId, viewer: AdminDep, state: StateDep, caller: CallerDep
) -> Done:
    """Sign an account out at once and let nobody in; its data stays."""
    await state.db.write(
        administration.deactivate, user_id, state.clock.now_ms(), _acting(caller, viewer)
    )
    return Done(message="The account is inactive.")


@router.post("/users/{user_id}/reactivate", operation_id="admin.reactivate_user", responses=USER)
async def reactivate_user(
    user_id: EntityId, viewer: AdminDep, state: StateDep, caller: CallerDep
) -> Done:
    """Let an account in again."""
    await state.db.write(
        administration.reactivate, user_id, state.clock.now_ms(), _acting(caller, viewer)
    )
    return Done(message="The account is active.")


@router.post("/users/{user_id}/sign-out", operation_id="admin.sign_out_user", responses=USER)
async def sign_out_user(
    user_id: EntityId, viewer: AdminDep, state: StateDep, caller: CallerDep
) -> SignedOut:
    """End all sessions of an account, its open connections too."""
    count = await state.db.write(
        administration.sign_out, user_id, state.clock.now_ms(), _acting(caller, viewer)
    )
    return SignedOut(message="All sessions have been ended.", revoked_count=count)


@router.put("/users/{user_id}/role", operation_id="admin.set_role", responses=ACTING)
async def set_role(
    user_id: EntityId, body: RoleChange, viewer: AdminDep, state: StateDep, caller: CallerDep
) -> Done:
    """Change what an account may do; it counts from its next request on."""
    await state.db.write(
        administration.set_role, user_id, state.clock.now_ms(), _acting(caller, viewer),
        is_admin=body.role == "admin",
    )  # fmt: skip
    return Done(message="The role was changed.")


@router.get(
    "/invitations", operation_id="admin.list_invitations", responses=problem_responses(ADMIN)
)
async def list_invitations(_viewer: AdminDep, state: StateDep) -> InvitationList:
    """Invitations, newest first."""
    rows, now = await state.db.read(administration.list_invitations), state.clock.now_ms()
    return InvitationList(invitations=[service.invitation_of(row, now) for row in rows])


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
    made = await state.db.write(
        administration.invite, body.email, state.clock.now_ms(), _acting(caller, viewer),
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
        _acting(caller, viewer),
    )  # fmt: skip
    return Done(message="The invitation was taken back.")


@router.get(
    "/audit/events", operation_id="admin.list_audit_events", responses=problem_responses(ADMIN)
)
async def list_audit_events(
    _viewer: AdminDep, state: StateDep,
    user_id: Annotated[EntityId | None, Query()] = None,
    email: Search = "",
    event_type: Annotated[ShortText | None, Query()] = None,
    outcome: Annotated[str | None, Query(pattern="^(ok|failed|refused)$")] = None,
    start_date: Annotated[Moment | None, Query()] = None,
    end_date: Annotated[Moment | None, Query()] = None,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    page_size: Annotated[int, Query(ge=1, le=1000)] = 50,
) -> AuditPage:  # fmt: skip
    """What was done, tried and refused, newest first; it can be read and never changed."""
    wanted = audit_queries.Wanted(
        user_id, email_key(email) or email, event_type, outcome,
        None if start_date is None else to_millis(start_date),
        None if end_date is None else to_millis(end_date),
    )  # fmt: skip
    rows, total = await state.db.read_heavy(
        audit_queries.list_events, wanted, (page - 1) * page_size, page_size
    )
    return AuditPage(
        entries=[service.audit_of(row) for row in rows], total=total, page=page,
        page_size=page_size, has_more=page * page_size < total,
    )  # fmt: skip


@router.get(
    "/audit/event-types", operation_id="admin.list_audit_types", responses=problem_responses(ADMIN)
)
async def list_audit_types(_viewer: AdminDep) -> AuditTypes:
    """All types of event."""
    return AuditTypes(event_types=sorted(audit.EVENT_TYPES))


@router.get("/mail", operation_id="admin.list_mail", responses=problem_responses(ADMIN))
async def list_mail(_viewer: AdminDep, state: StateDep) -> MailList:
    """The outbox: what waits, what was sent, what was given up and why."""
    rows, waiting, failed = await state.db.read_heavy(queries.list_mails)
    settings = state.settings
    server = f"{settings.smtp_host}:{settings.smtp_port}" if settings.smtp_host else None
    return MailList(
        mails=[service.mail_of(row) for row in rows], waiting=waiting, failed=failed,
        delivery=settings.delivery, server=server,
    )  # fmt: skip


def _post_test(conn: sa.Connection, viewer: Viewer, now_ms: int, caller: Caller) -> None:
    outbox.post(conn, mails.TEST, viewer.email, viewer.language, {}, now_ms)
    audit.record(conn, now_ms, "mail_tested", caller, account_id=viewer.id)


@router.post("/mail/test", operation_id="admin.test_mail", responses=problem_responses(CHANGING))
async def test_mail(viewer: AdminDep, state: StateDep, caller: CallerDep) -> Done:
    """Send a test mail to one's own address and to no other."""
    await state.db.write(_post_test, viewer, state.clock.now_ms(), _acting(caller, viewer))
    state.jobs.wake()
    return Done(message="A test mail is on its way; the outbox says what becomes of it.")


def _retry(conn: sa.Connection, mail_id: str, now_ms: int, caller: Caller) -> bool:
    if not outbox.retry(conn, mail_id, now_ms):
        return False
    audit.record(conn, now_ms, "mail_retried", caller, mail_id=mail_id)
    return True


@router.post(
    "/mail/{mail_id}/retry", operation_id="admin.retry_mail",
    responses=problem_responses([*CHANGING, "admin.mail_not_found"]),
)  # fmt: skip
async def retry_mail(
    mail_id: EntityId, viewer: AdminDep, state: StateDep, caller: CallerDep
) -> Done:
    """Try a letter again that was given up."""
    now = state.clock.now_ms()
    if not await state.db.write(_retry, mail_id, now, _acting(caller, viewer)):
        raise NotFound("admin.mail_not_found", "There is no such letter, or it was not given up.")
    state.jobs.wake()
    return Done(message="The letter is tried again.")


@router.get("/lockouts", operation_id="admin.list_lockouts", responses=problem_responses(ADMIN))
async def list_lockouts(_viewer: AdminDep, request: Request, state: StateDep) -> LockoutList:
    """Addresses that have typed wrong codes, and the limits in force."""
    found = await state.db.read_heavy(audit_queries.list_lockouts, state.clock.now_ms())
    rules: tuple[Rule, ...] = request.app.state.rules
    return LockoutList(
        lockouts=[Lockout(**one) for one in found], limits_enabled=state.settings.rate_limit_enabled,
        limits=[
            {"name": rule.name, "path": rule.path, "amount": rule.amount, "seconds": rule.seconds}
            for rule in rules
        ],
    )  # fmt: skip


@router.post(
    "/lockouts/clear", operation_id="admin.clear_lockout",
    responses=problem_responses([*CHANGING, "auth.invalid_email"]),
)  # fmt: skip
async def clear_lockout(
    body: EmailGiven, viewer: AdminDep, state: StateDep, caller: CallerDep
) -> Done:
    """Let an address type codes again."""
    key = email_key(body.email)
    if key is None:
        raise Refused("auth.invalid_email", "This is not an e-mail address.")
    await state.db.write(
        audit.record, state.clock.now_ms(), "lockout_cleared", _acting(caller, viewer), email=key
    )
    return Done(message="The address may type codes again.")


@router.get("/system", operation_id="admin.get_system", responses=problem_responses(ADMIN))
async def get_system(_viewer: AdminDep, state: StateDep) -> SystemRead:
    """Versions, storage, jobs and backups."""
    return await _system(state)


async def _system(state: State) -> SystemRead:
    size = await state.db.read_heavy(queries.database_size)
    jobs = await state.db.read_heavy(queries.list_jobs)
    users = await state.db.read(auth_queries.count_users)
    revision = await asyncio.to_thread(stored_revision, state.db)
    return await asyncio.to_thread(
        service.system_of, state.settings, state.db.display_url, size, revision or "", users,
        jobs, state.clock.now_ms(),
    )  # fmt: skip
