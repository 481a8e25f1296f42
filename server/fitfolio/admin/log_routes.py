"""`/api/v1/admin/audit`, `…/lockouts`: what was done, tried and refused, and who is locked out."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request

from fitfolio.admin import service
from fitfolio.admin.acting import ADMIN, CHANGING
from fitfolio.admin.position import Cursor, cursor_of, position_of
from fitfolio.admin.schemas import (
    AuditPage,
    AuditTypes,
    Done,
    EmailGiven,
    LimitRule,
    Lockout,
    LockoutList,
)
from fitfolio.auth import audit, audit_queries
from fitfolio.auth.access import AdminDep
from fitfolio.auth.caller import CallerDep
from fitfolio.auth.secrets import email_key
from fitfolio.auth.sign_in import WRONG_CODES_A_DAY
from fitfolio.core.clock import to_millis
from fitfolio.core.errors import Refused
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.limits import Rule
from fitfolio.core.schemas import EntityId, Moment, ShortText

router = PrefixRouter(prefix="/api/v1/admin", tags=["admin"])

Search = Annotated[ShortText, Query()]


@router.get(
    "/audit/events", operation_id="admin.list_audit_events",
    responses=problem_responses([*ADMIN, "admin.bad_cursor"]),
)  # fmt: skip
async def list_audit_events(
    _viewer: AdminDep, state: StateDep,
    user_id: Annotated[EntityId | None, Query()] = None,
    email: Search = "",
    ip: Annotated[ShortText, Query(description="How the address begins.")] = "",
    event_type: Annotated[ShortText | None, Query()] = None,
    outcome: Annotated[str | None, Query(pattern="^(ok|failed|refused)$")] = None,
    start_date: Annotated[Moment | None, Query()] = None,
    end_date: Annotated[Moment | None, Query()] = None,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    page_size: Annotated[int, Query(ge=1, le=1000)] = 50,
    cursor: Cursor = None,
) -> AuditPage:  # fmt: skip
    """What was done, tried and refused, newest first; it can be read and never changed.

    `cursor` goes on behind the last event shown, whatever has happened since; `page` counts from the
    newest event of the moment.
    """
    wanted = audit_queries.Wanted(
        user_id, email_key(email) or email, ip, event_type, outcome,
        None if start_date is None else to_millis(start_date),
        None if end_date is None else to_millis(end_date),
    )  # fmt: skip
    rows, total = await state.db.read_heavy(
        audit_queries.list_events, wanted, position_of(cursor), (page - 1) * page_size,
        page_size + 1,
    )  # fmt: skip
    shown, has_more = rows[:page_size], len(rows) > page_size
    return AuditPage(
        entries=[service.audit_of(row) for row in shown], total=total, page=page,
        page_size=page_size, has_more=has_more,
        next_cursor=cursor_of(shown[-1].at, shown[-1].id) if has_more else None,
    )  # fmt: skip


@router.get(
    "/audit/event-types", operation_id="admin.list_audit_types", responses=problem_responses(ADMIN)
)
async def list_audit_types(_viewer: AdminDep) -> AuditTypes:
    """All types of event."""
    return AuditTypes(event_types=sorted(audit.EVENT_TYPES))


@router.get("/lockouts", operation_id="admin.list_lockouts", responses=problem_responses(ADMIN))
async def list_lockouts(_viewer: AdminDep, request: Request, state: StateDep) -> LockoutList:
    """Addresses that have typed wrong codes, and the limits in force."""
    found = await state.db.read_heavy(audit_queries.list_lockouts, state.clock.now_ms())
    rules: tuple[Rule, ...] = request.app.state.rules
    return LockoutList(
        lockouts=[Lockout(**one) for one in found], limits_enabled=state.settings.rate_limit_enabled,
        wrong_codes_a_day=WRONG_CODES_A_DAY,
        limits=[
            LimitRule(name=rule.name, path=rule.path, amount=rule.amount, seconds=rule.seconds)
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
        audit.record,
        state.clock.now_ms(),
        "lockout_cleared",
        caller.acting_as(viewer.id),
        email=key,
    )
    return Done(message="The address may type codes again.")
