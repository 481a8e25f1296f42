"""`/api/v1/auth/oidc` and `/api/v1/auth/identities`: signing in through an OpenID issuer."""

from __future__ import annotations

import hmac
import logging
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query, Request
from fastapi.responses import RedirectResponse
from pydantic import StringConstraints

from fitfolio.auth import oidc, sessions
from fitfolio.auth.access import ProvenDep, SessionDep
from fitfolio.auth.caller import CallerDep
from fitfolio.auth.cookies import give_cookies, session_secret, terms_of
from fitfolio.auth.oidc_issuer import Issuer, Statement, Unreachable
from fitfolio.auth.schemas import Message
from fitfolio.core.clock import to_iso
from fitfolio.core.errors import AppError, Conflict, Unavailable
from fitfolio.core.http import PrefixRouter, State, StateDep, problem_responses
from fitfolio.core.limits import Rule
from fitfolio.core.origin import read_cookie
from fitfolio.core.schemas import EntityId, Input, Output

logger = logging.getLogger(__name__)

router = PrefixRouter(prefix="/api/v1/auth/oidc", tags=["auth"])
identities_router = PrefixRouter(prefix="/api/v1/auth/identities", tags=["auth"])

BASE = "/api/v1/auth/oidc"
RULES = (Rule("oidc-start", f"{BASE}/start", 10), Rule("oidc-callback", f"{BASE}/callback", 20))
SIGN_IN_PATHS = (f"{BASE}/start",)
PRIVATE = ["auth.required", "auth.session_required"]
OUT_OF_REACH = "the OpenID issuer is out of reach"
ARRIVAL = "/auth/oidc"
"""The page of the app that people come back to."""

# A path of this app: neither another host (`//x`, `/\x`) nor anything a browser would shorten to one.
Path = Annotated[
    str, StringConstraints(max_length=500, pattern=r"^/([!#-.0-;=?-\[\]-~][!#-;=?-\[\]-~]*)?$")
]
Word = Annotated[str, Query(max_length=4096)]


class OidcStart(Input):
    """Where in the app to go on after signing in."""

    next: Path = "/"


class OidcStarted(Output):
    """Where the browser goes to sign in."""

    url: str


class IdentityRead(Output):
    """Somebody at an issuer who may enter the account; `email` is what the issuer said last."""

    id: str
    issuer: str
    email: str
    created_at: str
    last_used_at: str | None


class IdentityList(Output):
    """The account's identities, oldest first."""

    identities: list[IdentityRead]


def _cookie(state: State) -> str:
    return "__Host-ff_oidc" if state.settings.is_https else "ff_oidc"


def _put_cookie(request: Request, state: State, secret: str) -> None:
    """Let the answer carry the secret of a try, or take it away."""
    seconds = oidc.ATTEMPT_MS // 1000 if secret else 0
    # Strict would not come along when the issuer's page leads back here.
    end = f"Max-Age={seconds}; Path=/; SameSite=lax; HttpOnly"
    end += "; Secure" if state.settings.is_https else ""
    request.scope["set_cookies"].append(f"{_cookie(state)}={secret}; {end}")


@router.post(
    "/start",
    operation_id="auth.start_oidc_sign_in",
    responses=problem_responses(
        ["oidc.off", "oidc.unreachable", "request.csrf", "request.rate_limited"]
    ),
)
async def start_oidc(body: OidcStart, request: Request, state: StateDep) -> OidcStarted:
    """Begin to sign in through the issuer. A POST of our own page: no link can begin it."""
    from fitfolio.auth.oidc_tokens import NotAccepted  # noqa: PLC0415  # lazy, see the module

    issuer: Issuer = request.app.state.oidc
    if not issuer.is_on:
        raise Conflict("oidc.off", "Signing in through an issuer is not set up here.")
    attempt = await state.db.write(oidc.start, body.next, state.clock.now_ms())
    try:
        url = await issuer.authorization_url(
            state=attempt.state, nonce=attempt.nonce, verifier=attempt.verifier
        )
    except (Unreachable, NotAccepted) as error:
        logger.warning(OUT_OF_REACH, extra={"reason": str(error)})
        raise Unavailable("oidc.unreachable", "The issuer cannot be reached.") from None
    _put_cookie(request, state, attempt.secret)
    return OidcStarted(url=url)


class _Refusal(Exception):
    """Nobody gets in: what the person is told, and what the audit log is."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


@router.get(
    "/callback",
    operation_id="auth.finish_oidc_sign_in",
    status_code=303,
    response_class=RedirectResponse,
    responses=problem_responses(["request.rate_limited"])
    | {303: {"description": "To the app: signed in, or with a code as `error` in the fragment."}},
)
async def finish_oidc(
    request: Request, state: StateDep, caller: CallerDep, code: Word = "", error: Word = "",
    iss: Word = "", given_state: Annotated[str, Query(alias="state", max_length=4096)] = "",
) -> RedirectResponse:  # fmt: skip
    """Where the issuer sends the browser back to."""
    now = state.clock.now_ms()
    place = {"next": "/"}
    try:
        attempt = _own_attempt(request, state, given_state)
        _put_cookie(request, state, "")
        place["next"] = await _spend(state, attempt, now)
        stated = await _redeem(request.app.state.oidc, attempt, code, error, iss)
    except _Refusal as refusal:
        await state.db.write(oidc.note_failure, refusal.reason, now, caller)
        return _lead_on(place | {"error": refusal.code})
    rules = oidc.rules_of(state.settings)
    outcome = await state.db.write(oidc.enter, stated, rules, now, terms_of(state), caller)
    state.jobs.wake()
    if isinstance(outcome, AppError):
        return _lead_on(place | {"error": outcome.code})
    old = session_secret(request, state)
    if old is not None:
        await state.db.write(sessions.sign_out, old, now, caller)
    give_cookies(request, state, outcome)
    _put_cookie(request, state, "")
    return _lead_on(place)


def _own_attempt(request: Request, state: State, given_state: str) -> oidc.Attempt:
    """The try of this browser that this is the answer to.

    Without it, somebody could sign a browser in to an account that is not its owner's.
    """
    if not request.app.state.oidc.is_on:
        raise _Refusal("oidc.off", "off")
    secret = read_cookie(request.headers, _cookie(state))
    attempt = oidc.Attempt(secret or "")
    if secret is None or not hmac.compare_digest(attempt.state.encode(), given_state.encode()):
        raise _Refusal("oidc.failed", "not asked for by this browser")
    return attempt


async def _spend(state: State, attempt: oidc.Attempt, now: int) -> str:
    next_path = await state.db.write(oidc.spend, attempt.secret, now)
    if next_path is None:
        raise _Refusal("oidc.failed", "used already or too old")
    return next_path


async def _redeem(
    issuer: Issuer, attempt: oidc.Attempt, code: str, error: str, iss: str
) -> Statement:
    from fitfolio.auth.oidc_tokens import NotAccepted  # noqa: PLC0415  # lazy, see the module

    if error == "access_denied":
        raise _Refusal("oidc.cancelled", "cancelled")
    if error or not code:
        said = "".join(char for char in error[:60] if char.isascii() and char.isprintable())
        raise _Refusal("oidc.failed", f"the issuer said {said!r}")
    try:
        return await issuer.redeem(code, iss, nonce=attempt.nonce, verifier=attempt.verifier)
    except NotAccepted as why:
        raise _Refusal("oidc.failed", str(why)) from None
    except Unreachable as why:
        logger.warning(OUT_OF_REACH, extra={"reason": str(why)})
        raise _Refusal("oidc.unreachable", "out of reach") from None


def _lead_on(place: dict[str, str]) -> RedirectResponse:
    """To the app's own page, which finds out who is signed in now. A fragment reaches no log."""
    return RedirectResponse(f"{ARRIVAL}#{urlencode(place)}", 303)


@identities_router.get(
    "", operation_id="auth.list_identities", responses=problem_responses(PRIVATE)
)
async def list_identities(viewer: SessionDep, state: StateDep) -> IdentityList:
    """Who at which issuer may enter the account."""
    rows = await state.db.read(oidc.list_identities, viewer.id)
    return IdentityList(
        identities=[
            IdentityRead(
                id=row.id, issuer=row.issuer, email=row.email, created_at=to_iso(row.created_at),
                last_used_at=None if row.last_used_at is None else to_iso(row.last_used_at),
            )
            for row in rows
        ]
    )  # fmt: skip


@identities_router.delete(
    "/{identity_id}",
    operation_id="auth.unlink_identity",
    responses=problem_responses(
        [*PRIVATE, "auth.proof_required", "identities.not_found", "request.csrf"]
    ),
)
async def unlink_identity(
    identity_id: EntityId, viewer: ProvenDep, state: StateDep, caller: CallerDep
) -> Message:
    """Let an identity no longer enter the account; asks for a recent proof."""
    await state.db.write(oidc.unlink, viewer, identity_id, state.clock.now_ms(), caller)
    state.jobs.wake()
    return Message(message="The identity can no longer enter the account.")
