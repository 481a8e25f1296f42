"""`/api/v1/auth`: signing in by link or code, signing out, proving oneself again, one's own profile."""

from __future__ import annotations

from typing import Annotated

from fastapi import Header, Request

from fitfolio import __version__
from fitfolio.auth import queries, service, sessions, sign_in
from fitfolio.auth.access import SessionDep, ViewerDep
from fitfolio.auth.caller import Caller, CallerDep
from fitfolio.auth.cookies import give_cookies, session_secret, take_cookies, terms_of
from fitfolio.auth.passkey_rules import passkeys_possible
from fitfolio.auth.proof import check_proof, start_proof
from fitfolio.auth.schemas import (
    Me,
    Message,
    ProfileChange,
    ProofGiven,
    SignInConfig,
    SignInStart,
    SignInStarted,
    SignInVerify,
)
from fitfolio.auth.secrets import email_key
from fitfolio.auth.sessions import NewSession
from fitfolio.core.errors import AppError, Refused, TooMany
from fitfolio.core.http import PrefixRouter, State, StateDep, problem_responses
from fitfolio.core.limits import Rule

router = PrefixRouter(prefix="/api/v1/auth", tags=["auth"])

RULES = (
    Rule("magic-link-start", "/api/v1/auth/magic-link/start", 5),
    Rule("magic-link-verify", "/api/v1/auth/magic-link/verify", 10),
    Rule("proof-start", "/api/v1/auth/proof/start", 5),
    Rule("proof-verify", "/api/v1/auth/proof/verify", 10),
    Rule("logout", "/api/v1/auth/logout", 10),
)
SIGN_IN_PATHS = ("/api/v1/auth/magic-link/start", "/api/v1/auth/magic-link/verify")
MAILBOX_RULE = Rule("mailbox", "-", 10, seconds=3600)

AcceptLanguage = Annotated[str, Header(alias="accept-language", include_in_schema=False)]


@router.get("/config", operation_id="auth.get_config")
async def get_config(state: StateDep) -> SignInConfig:
    """What the sign-in page must know."""
    count = await state.db.read(queries.count_users)
    return SignInConfig(
        delivery=state.settings.delivery, first_account=count == 0, version=__version__,
        signup=state.settings.signup, passkeys=passkeys_possible(state.settings),
        account_delete_days=state.settings.account_delete_days,
        oidc_name=state.settings.oidc_name if state.settings.oidc_issuer else None,
    )  # fmt: skip


@router.post(
    "/magic-link/start",
    operation_id="auth.start_magic_link",
    responses=problem_responses(["auth.invalid_email", "request.rate_limited", "request.csrf"]),
)
async def start_magic_link(
    body: SignInStart, request: Request, state: StateDep, caller: CallerDep,
    accept_language: AcceptLanguage = "",
) -> SignInStarted:  # fmt: skip
    """Send a link and a code. The answer is the same whether the address has an account or not."""
    await ask_for_link(body.email, request, state, caller, accept_language)
    return SignInStarted(
        message="If this address can sign in, a link and a code are on their way.",
        delivery=state.settings.delivery,
    )


async def ask_for_link(
    email: str, request: Request, state: State, caller: Caller, accept_language: str
) -> None:
    """The work behind asking for a link: the same for every address."""
    key = email_key(email)
    if key is None:
        raise Refused("auth.invalid_email", "This is not an e-mail address.")
    await spend_mailbox_budget(request, key)
    language = "de" if accept_language.lower().startswith("de") else "en"
    await state.db.write(sign_in.ask, email, key, language, state.clock.now_ms(), caller)
    state.jobs.wake()


async def spend_mailbox_budget(request: Request, key: str) -> None:
    """One mailbox gets so many letters an hour, whoever asks for them."""
    standing = await request.app.state.limiter.hit(MAILBOX_RULE, key)
    if not standing.allowed:
        raise TooMany(
            "request.rate_limited", "Too many mails for this address; try again later.",
            standing.retry_after_s,
        )  # fmt: skip


@router.post(
    "/magic-link/verify",
    operation_id="auth.verify_magic_link",
    responses=problem_responses(["auth.invalid_token", "auth.too_many_codes", "request.csrf"]),
)
async def verify_magic_link(
    body: SignInVerify, request: Request, state: StateDep, caller: CallerDep
) -> Message:
    """Trade the link's token, or address and code, for a session cookie."""
    now, terms, signup = state.clock.now_ms(), terms_of(state), state.settings.signup
    outcome: NewSession | AppError | None = None
    if body.token:
        outcome = await state.db.write(
            sign_in.verify_token, body.token, now, terms, caller=caller, signup=signup
        )
    elif body.email and body.code:
        outcome = await state.db.write(
            sign_in.verify_code, body.email, body.code, now, terms, caller=caller, signup=signup
        )
    if isinstance(outcome, AppError):
        raise outcome
    if outcome is None:
        raise Refused("auth.invalid_token", "The link is wrong, was used already or is too old.")
    old = session_secret(request, state)
    if old is not None:
        await state.db.write(sessions.sign_out, old, now, caller)
    give_cookies(request, state, outcome)
    return Message(message="Signed in.")


@router.post("/logout", operation_id="auth.logout", responses=problem_responses(["request.csrf"]))
async def logout(request: Request, state: StateDep, caller: CallerDep) -> Message:
    """End this session on the server and forget its cookies. Safe to repeat."""
    secret = session_secret(request, state)
    if secret is not None:
        await state.db.write(sessions.sign_out, secret, state.clock.now_ms(), caller)
    take_cookies(request, state)
    return Message(message="Signed out.")


@router.post(
    "/proof/start",
    operation_id="auth.start_proof",
    responses=problem_responses(
        ["auth.required", "auth.session_required", "request.rate_limited", "request.csrf"]
    ),
)
async def proof_start(
    request: Request, viewer: SessionDep, state: StateDep, caller: CallerDep
) -> SignInStarted:
    """Mail a code that proves again who sits here; a passkey does the same without mail."""
    await spend_mailbox_budget(request, viewer.row.email_key)
    await state.db.write(start_proof, viewer, state.clock.now_ms(), caller)
    state.jobs.wake()
    return SignInStarted(message="A code is on its way.", delivery=state.settings.delivery)


@router.post(
    "/proof/verify",
    operation_id="auth.verify_proof",
    responses=problem_responses(
        ["auth.required", "auth.session_required", "auth.invalid_token", "auth.too_many_codes",
         "request.csrf"]
    ),
)  # fmt: skip
async def proof_verify(
    body: ProofGiven, viewer: SessionDep, state: StateDep, caller: CallerDep
) -> Message:
    """Take the code; for the next ten minutes this session may do dangerous things."""
    refusal = await state.db.write(check_proof, viewer, body.code, state.clock.now_ms(), caller)
    if refusal is not None:
        raise refusal
    return Message(message="Thank you.")


@router.get("/me", operation_id="auth.get_me", responses=problem_responses(["auth.required"]))
async def get_me(viewer: ViewerDep) -> Me:
    """The signed-in person."""
    return service.me_of(viewer.row, viewer.row)


@router.patch(
    "/me",
    operation_id="auth.change_profile",
    responses=problem_responses(["auth.required", "request.csrf"]),
)
async def change_profile(body: ProfileChange, viewer: ViewerDep, state: StateDep) -> Me:
    """Change the fields that are sent."""
    await state.db.write(service.change_profile, viewer.id, service.profile_values(body))
    row = await state.db.read(queries.find_user, viewer.id)
    return service.me_of(row, viewer.row)
