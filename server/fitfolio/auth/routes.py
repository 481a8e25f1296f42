"""`/api/v1/auth`: signing in by link or code, signing out, one's own profile."""

from __future__ import annotations

from typing import Annotated

from fastapi import Header, Request, Response
from fastapi.responses import JSONResponse

from fitfolio import __version__
from fitfolio.auth import queries, service
from fitfolio.auth.access import ViewerDep, session_cookie, session_secret, terms_of
from fitfolio.auth.mails import SIGN_IN_JOB
from fitfolio.auth.schemas import (
    Me,
    Message,
    ProfileChange,
    SignInConfig,
    SignInStart,
    SignInStarted,
    SignInVerify,
)
from fitfolio.auth.secrets import email_key, hash_secret
from fitfolio.core.errors import AppError, Refused, TooMany
from fitfolio.core.http import PrefixRouter, State, StateDep, problem_responses
from fitfolio.core.jobs import enqueue
from fitfolio.core.limits import Rule
from fitfolio.core.origin import CSRF_COOKIE, csrf_token

router = PrefixRouter(prefix="/api/v1/auth", tags=["auth"])

RULES = (
    Rule("magic-link-start", "/api/v1/auth/magic-link/start", 5),
    Rule("magic-link-verify", "/api/v1/auth/magic-link/verify", 10),
    Rule("logout", "/api/v1/auth/logout", 10),
)
SIGN_IN_PATHS = ("/api/v1/auth/magic-link/start", "/api/v1/auth/magic-link/verify")
MAILBOX_RULE = Rule("mailbox", "-", 10, seconds=3600)

Agent = Annotated[str, Header(alias="user-agent", include_in_schema=False)]
AcceptLanguage = Annotated[str, Header(alias="accept-language", include_in_schema=False)]


def _set_cookies(response: Response, state: State, session: service.NewSession) -> None:
    https = state.settings.is_https
    seconds = max(0, session.expires_at - state.clock.now_ms()) // 1000
    # The cookie outlives idle renewals; the server decides when the session ends.
    seconds = max(seconds, terms_of(state).max_ms // 1000)
    response.set_cookie(
        session_cookie(https=https), session.secret, max_age=seconds, path="/",
        secure=https, httponly=True, samesite="lax",
    )  # fmt: skip
    response.set_cookie(
        CSRF_COOKIE, csrf_token(session.secret), max_age=seconds, path="/",
        secure=https, httponly=False, samesite="lax",
    )  # fmt: skip


@router.get("/config", operation_id="auth.get_config")
async def get_config(state: StateDep) -> SignInConfig:
    """What the sign-in page must know."""
    count = await state.db.read(queries.count_users)
    return SignInConfig(
        delivery=state.settings.delivery, first_account=count == 0, version=__version__
    )


@router.post(
    "/magic-link/start",
    operation_id="auth.start_magic_link",
    responses=problem_responses(["auth.invalid_email", "request.rate_limited", "request.csrf"]),
)
async def start_magic_link(
    body: SignInStart, request: Request, state: StateDep, accept_language: AcceptLanguage = ""
) -> SignInStarted:
    """Send a link and a code. The answer is the same whether the address has an account or not."""
    key = email_key(body.email)
    if key is None:
        raise Refused("auth.invalid_email", "This is not an e-mail address.")
    standing = request.app.state.limiter.hit(MAILBOX_RULE, key)
    if not standing.allowed:
        raise TooMany(
            "request.rate_limited", "Too many links for this address; try again later.",
            standing.retry_after_s,
        )  # fmt: skip
    now = state.clock.now_ms()
    language = "de" if accept_language.lower().startswith("de") else "en"
    payload = {"email": body.email, "language": language, "requested_at": now}
    await state.db.write(enqueue, SIGN_IN_JOB, payload, now)
    state.jobs.wake()
    return SignInStarted(
        message="If this address can sign in, a link and a code are on their way.",
        delivery=state.settings.delivery,
    )


@router.post(
    "/magic-link/verify",
    operation_id="auth.verify_magic_link",
    responses=problem_responses(["auth.invalid_token", "auth.too_many_codes", "request.csrf"]),
)
async def verify_magic_link(
    body: SignInVerify, response: Response, request: Request, state: StateDep,
    user_agent: Agent = "",
) -> Message:  # fmt: skip
    """Trade the link's token, or address and code, for a session cookie."""
    now, terms = state.clock.now_ms(), terms_of(state)
    is_open = state.settings.signup == "open"
    outcome: service.NewSession | AppError | None = None
    if body.token:
        outcome = await state.db.write(
            service.verify_token, body.token, now, terms, user_agent=user_agent, signup_open=is_open
        )
    elif body.email and body.code:
        outcome = await state.db.write(
            service.verify_code,
            body.email,
            body.code,
            now,
            terms,
            user_agent=user_agent,
            signup_open=is_open,
        )
    if isinstance(outcome, AppError):
        raise outcome
    if outcome is None:
        raise Refused("auth.invalid_token", "The link is wrong, was used already or is too old.")
    old = session_secret(request, state)
    if old is not None:
        await state.db.write(service.sign_out, old, now)
    _set_cookies(response, state, outcome)
    return Message(message="Signed in.")


@router.post("/logout", operation_id="auth.logout", responses=problem_responses(["request.csrf"]))
async def logout(request: Request, state: StateDep) -> Message:
    """End this session on the server and forget its cookies. Safe to repeat."""
    secret = session_secret(request, state)
    if secret is not None:
        await state.db.write(service.sign_out, secret, state.clock.now_ms())
    message = Message(message="Signed out.")
    https = state.settings.is_https
    response = JSONResponse(message.model_dump())
    response.delete_cookie(
        session_cookie(https=https), path="/", secure=https, httponly=True, samesite="lax"
    )
    response.delete_cookie(CSRF_COOKIE, path="/", secure=https, samesite="lax")
    return response  # type: ignore[return-value]  # the declared model is what the body holds


@router.get("/me", operation_id="auth.get_me", responses=problem_responses(["auth.required"]))
async def get_me(viewer: ViewerDep) -> Me:
    """The signed-in person."""
    return service.me_of(viewer.row)


@router.patch(
    "/me",
    operation_id="auth.change_profile",
    responses=problem_responses(["auth.required", "request.csrf"]),
)
async def change_profile(
    body: ProfileChange, request: Request, viewer: ViewerDep, state: StateDep
) -> Me:
    """Change the fields that are sent."""
    await state.db.write(service.change_profile, viewer.id, service.profile_values(body))
    from_cookie = session_secret(request, state) or ""
    row = await state.db.read(queries.find_session, hash_secret(from_cookie), state.clock.now_ms())
    return service.me_of(row)
