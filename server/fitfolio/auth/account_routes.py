"""`/api/v1/auth/email*`, `/account/*` and `/tokens`: the whole account, and scripts that use it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Request
from pydantic import Field, StringConstraints

from fitfolio.auth import account, mails, tokens
from fitfolio.auth.access import ProvenDep, SessionDep
from fitfolio.auth.caller import CallerDep
from fitfolio.auth.cookies import take_cookies
from fitfolio.auth.routes import AcceptLanguage, ask_for_link, spend_mailbox_budget
from fitfolio.auth.schemas import Message
from fitfolio.auth.secrets import email_key
from fitfolio.core.clock import to_iso, to_millis
from fitfolio.core.errors import AppError, Forbidden, NotFound, Refused
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.limits import Rule
from fitfolio.core.schemas import EntityId, Input, Moment, Output, ShortText, Text

router = PrefixRouter(prefix="/api/v1/auth", tags=["auth"])

RULES = (
    Rule("email-verify", "/api/v1/auth/email/verify", 10),
    Rule("magic-link-start", "/api/v1/auth/email/resend-verification", 5),
    Rule("email-change", "/api/v1/auth/email/change", 10, method="POST"),
)
SIGN_IN_PATHS = ("/api/v1/auth/email/verify", "/api/v1/auth/email/resend-verification")

PRIVATE = ["auth.required", "auth.session_required"]
PROVEN = [*PRIVATE, "auth.proof_required", "request.csrf"]
Address = Annotated[Text, StringConstraints(max_length=320, strip_whitespace=True)]
Scope = Literal["read", "write", "admin"]


class EmailGiven(Input):
    """An address."""

    email: Address


class TokenGiven(Input):
    """The token of a link."""

    token: Annotated[Text, StringConstraints(max_length=200)]


class EmailChangeRead(Output):
    """A change of address that waits for both mailboxes."""

    email: str
    expires_at: str
    old_confirmed: bool
    new_confirmed: bool


class EmailChangeState(Output):
    """The change that waits, or null."""

    change: EmailChangeRead | None


class EmailVerified(Output):
    """`done` when both mailboxes have confirmed and the account has moved."""

    message: str
    done: bool


class DeletionScheduled(Output):
    """When the account will be deleted."""

    delete_after: str


class ApiTokenCreate(Input):
    """A name, what it may do, and when it ends (null: never)."""

    name: Annotated[ShortText, StringConstraints(min_length=1, max_length=100)]
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=3)]
    expires_at: Moment | None


class ApiTokenRead(Output):
    """A token without its secret; `hint` is how it begins."""

    id: str
    name: str
    hint: str
    scopes: list[Scope]
    created_at: str
    expires_at: str | None
    last_used_at: str | None
    last_ip: str


class ApiTokenCreated(Output):
    """The only answer that ever holds the secret."""

    id: str
    token: str


class ApiTokenList(Output):
    """The account's tokens, newest first."""

    tokens: list[ApiTokenRead]


def _iso(ms: int | None) -> str | None:
    return None if ms is None else to_iso(ms)


def _change(row: Any | None) -> EmailChangeState:
    if row is None:
        return EmailChangeState(change=None)
    return EmailChangeState(
        change=EmailChangeRead(
            email=row.email, expires_at=to_iso(row.expires_at),
            old_confirmed=row.old_confirmed_at is not None,
            new_confirmed=row.new_confirmed_at is not None,
        )
    )  # fmt: skip


@router.get(
    "/email/change", operation_id="auth.get_email_change", responses=problem_responses(PRIVATE)
)
async def get_email_change(viewer: SessionDep, state: StateDep) -> EmailChangeState:
    """Which change of address waits."""
    return _change(await state.db.read(account.find_change, viewer.id, state.clock.now_ms()))


@router.post(
    "/email/change",
    operation_id="auth.start_email_change",
    responses=problem_responses(
        [*PROVEN, "auth.invalid_email", "account.same_email", "request.rate_limited"]
    ),
)
async def start_email_change(
    body: EmailGiven, request: Request, viewer: ProvenDep, state: StateDep, caller: CallerDep
) -> EmailChangeState:
    """Ask the old and the new mailbox; the account moves when both have confirmed."""
    await spend_mailbox_budget(request, email_key(body.email) or "")
    row = await state.db.write(
        account.start_change, viewer, body.email, state.clock.now_ms(), caller
    )
    state.jobs.wake()
    return _change(row)


@router.delete(
    "/email/change",
    operation_id="auth.cancel_email_change",
    responses=problem_responses([*PRIVATE, "request.csrf"]),
)
async def cancel_email_change(viewer: SessionDep, state: StateDep) -> EmailChangeState:
    """Give the change up."""
    await state.db.write(account.cancel_change, viewer)
    return _change(None)


@router.post(
    "/email/verify",
    operation_id="auth.verify_email",
    responses=problem_responses(
        ["auth.invalid_token", "auth.exists", "request.csrf", "request.rate_limited"]
    ),
)
async def verify_email(body: TokenGiven, state: StateDep, caller: CallerDep) -> EmailVerified:
    """Confirm one side of a change of address; nobody needs to be signed in where the link is opened."""
    outcome = await state.db.write(account.confirm, body.token, state.clock.now_ms(), caller)
    if isinstance(outcome, AppError):
        raise outcome
    state.jobs.wake()
    text = "The account has moved." if outcome.done else "Confirmed; the other address is missing."
    return EmailVerified(message=text, done=outcome.done)


@router.post(
    "/email/resend-verification",
    operation_id="auth.resend_verification",
    responses=problem_responses(["auth.invalid_email", "request.csrf", "request.rate_limited"]),
)
async def resend_verification(
    body: EmailGiven, request: Request, state: StateDep, caller: CallerDep,
    accept_language: AcceptLanguage = "",
) -> Message:  # fmt: skip
    """Mail a sign-in link, which verifies the address; the answer is the same for every address."""
    await ask_for_link(body.email, request, state, caller, accept_language)
    return Message(message="If this address can sign in, a link and a code are on their way.")


@router.post(
    "/account/pause", operation_id="auth.pause_account", responses=problem_responses(PROVEN)
)
async def pause_account(
    request: Request, viewer: ProvenDep, state: StateDep, caller: CallerDep
) -> Message:
    """Sign out everywhere and stop API tokens until the next sign-in."""
    await state.db.write(account.pause, viewer, state.clock.now_ms(), caller)
    take_cookies(request, state)
    return Message(message="The account is paused; sign in to go on.")


@router.post(
    "/account/delete",
    operation_id="auth.delete_account",
    responses=problem_responses([*PROVEN, "account.not_confirmed", "admin.last_admin"]),
)
async def delete_account(
    body: EmailGiven, request: Request, viewer: ProvenDep, state: StateDep, caller: CallerDep
) -> DeletionScheduled:
    """Delete the account after a time in which it can be kept; `email` repeats its address."""
    at = await state.db.write(
        account.schedule_deletion, viewer, body.email, state.clock.now_ms(),
        state.settings.account_delete_days, caller,
    )  # fmt: skip
    state.jobs.wake()
    take_cookies(request, state)
    return DeletionScheduled(delete_after=to_iso(at))


@router.post(
    "/account/keep",
    operation_id="auth.keep_account",
    responses=problem_responses([*PRIVATE, "request.csrf", "account.not_leaving"]),
)
async def keep_account(viewer: SessionDep, state: StateDep, caller: CallerDep) -> Message:
    """Do not delete the account after all."""
    await state.db.write(account.keep, viewer, state.clock.now_ms(), caller)
    return Message(message="The account stays.")


@router.get("/tokens", operation_id="auth.list_tokens", responses=problem_responses(PRIVATE))
async def list_tokens(viewer: SessionDep, state: StateDep) -> ApiTokenList:
    """The account's API tokens."""
    rows = await state.db.read(tokens.list_tokens, viewer.id)
    found = [
        ApiTokenRead(
            id=row.id, name=row.name, hint=row.hint, scopes=row.scopes.split(),
            created_at=to_iso(row.created_at), expires_at=_iso(row.expires_at),
            last_used_at=_iso(row.last_used_at), last_ip=row.last_address,
        )
        for row in rows
    ]  # fmt: skip
    return ApiTokenList(tokens=found)


@router.post(
    "/tokens",
    operation_id="auth.create_token",
    responses=problem_responses(
        [*PROVEN, "auth.admin_required", "tokens.expired", "tokens.too_many"]
    ),
    status_code=201,
)
async def create_token(
    body: ApiTokenCreate, viewer: ProvenDep, state: StateDep, caller: CallerDep
) -> ApiTokenCreated:
    """Make a token; this answer is the only one that shows it."""
    now = state.clock.now_ms()
    expires_at = None if body.expires_at is None else to_millis(body.expires_at)
    if expires_at is not None and expires_at <= now:
        raise Refused("tokens.expired", "The token would have expired already.")
    if "admin" in body.scopes and not viewer.is_admin:
        raise Forbidden("auth.admin_required", "Only an administrator may have the scope admin.")
    caller = caller.acting_as(viewer.id)
    token_id, secret = await state.db.write(
        tokens.create_token, viewer.id, body.name, body.scopes, now, caller, expires_at=expires_at
    )
    await state.db.write(mails.notify, viewer.id, "token_created", caller, now, detail=body.name)
    state.jobs.wake()
    return ApiTokenCreated(id=token_id, token=secret)


@router.delete(
    "/tokens/{token_id}",
    operation_id="auth.revoke_token",
    responses=problem_responses([*PRIVATE, "request.csrf", "tokens.not_found"]),
)
async def revoke_token(
    token_id: EntityId, viewer: SessionDep, state: StateDep, caller: CallerDep
) -> Message:
    """End a token at once."""
    caller, now = caller.acting_as(viewer.id), state.clock.now_ms()
    if not await state.db.write(tokens.revoke_token, viewer.id, token_id, now, caller):
        raise NotFound("tokens.not_found", "There is no such API token.")
    return Message(message="The token was revoked.")
