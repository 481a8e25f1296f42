"""`/api/v1/auth/webauthn`: registering, using and keeping passkeys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Request
from pydantic import Field, StringConstraints

from fitfolio.auth import passkeys, sessions
from fitfolio.auth.access import ProvenDep, SessionDep
from fitfolio.auth.caller import CallerDep
from fitfolio.auth.cookies import give_cookies, session_secret, terms_of
from fitfolio.auth.passkey_rules import origin, passkeys_possible, rp_id
from fitfolio.auth.schemas import Message
from fitfolio.core.clock import to_iso
from fitfolio.core.errors import AppError, Conflict
from fitfolio.core.http import PrefixRouter, State, StateDep, problem_responses
from fitfolio.core.limits import Rule
from fitfolio.core.schemas import EntityId, Input, Output, ShortText

if TYPE_CHECKING:
    from fitfolio.auth.ceremonies import RelyingParty

router = PrefixRouter(prefix="/api/v1/auth/webauthn", tags=["auth"])

BASE = "/api/v1/auth/webauthn"
RULES = (
    Rule("webauthn-start", f"{BASE}/register/start", 10),
    Rule("webauthn-start", f"{BASE}/authenticate/start", 10),
    Rule("webauthn-start", f"{BASE}/prove/start", 10),
    Rule("webauthn-finish", f"{BASE}/register/finish", 20),
    Rule("webauthn-finish", f"{BASE}/authenticate/finish", 20),
    Rule("webauthn-finish", f"{BASE}/prove/finish", 20),
)
SIGN_IN_PATHS = (f"{BASE}/authenticate/start", f"{BASE}/authenticate/finish")

PRIVATE = ["auth.required", "auth.session_required"]
CHANGING = [*PRIVATE, "request.csrf", "request.rate_limited"]
Nickname = Annotated[ShortText, StringConstraints(min_length=1, max_length=90)]


class PasskeyChallenge(Output):
    """What `navigator.credentials.create()` or `.get()` is asked with, in its JSON form."""

    options: dict[str, Any]
    challenge_id: str


class PasskeyAnswer(Input):
    """What the browser answered, in its JSON form (`PublicKeyCredential.toJSON()`)."""

    credential: Annotated[dict[str, Any], Field(max_length=20)]
    challenge_id: EntityId


class NewPasskey(PasskeyAnswer):
    """The same for a new passkey, with a name for it or none for one made from the device."""

    nickname: Nickname | None = None


class PasskeyCreated(Output):
    """The new passkey's id."""

    message: str
    credential_id: str


class PasskeyChange(Input):
    """Another name."""

    nickname: Nickname


class PasskeyRead(Output):
    """A passkey. `backup_state` says whether a copy is kept elsewhere ("synchronised")."""

    id: str
    credential_id: str
    nickname: str
    created_at: str
    last_used_at: str | None
    backup_eligible: bool
    backup_state: bool
    transports: list[str]
    aaguid: str
    clone_suspected_at: str | None


class PasskeyList(Output):
    """An account's passkeys, and its handle for `PublicKeyCredential.signalAllAcceptedCredentials`."""

    passkeys: list[PasskeyRead]
    rp_id: str
    user_handle: str | None


def _party(state: State) -> RelyingParty:
    from fitfolio.auth.ceremonies import RelyingParty  # noqa: PLC0415  # lazy, see the module

    if not passkeys_possible(state.settings):
        raise Conflict("passkeys.impossible", "Passkeys need https or localhost, and a host name.")
    return RelyingParty(rp_id(state.settings), origin(state.settings))


def _read(row: Any) -> PasskeyRead:
    def moment(ms: int | None) -> str | None:
        return None if ms is None else to_iso(ms)

    return PasskeyRead(
        id=row.id, credential_id=row.credential_id, nickname=row.nickname,
        created_at=to_iso(row.created_at), last_used_at=moment(row.last_used_at),
        backup_eligible=row.backup_eligible, backup_state=row.backup_state,
        transports=json.loads(row.transports), aaguid=row.aaguid,
        clone_suspected_at=moment(row.clone_suspected_at),
    )  # fmt: skip


@router.post(
    "/register/start",
    operation_id="auth.start_passkey_registration",
    responses=problem_responses(
        [*CHANGING, "auth.proof_required", "passkeys.impossible", "passkeys.too_many"]
    ),
)
async def register_start(viewer: ProvenDep, state: StateDep, caller: CallerDep) -> PasskeyChallenge:
    """Begin to add a passkey to one's own account; asks for a recent proof."""
    challenge_id, options = await state.db.write(
        passkeys.start_registration, viewer, _party(state), state.clock.now_ms(), caller
    )
    return PasskeyChallenge(options=options, challenge_id=challenge_id)


@router.post(
    "/register/finish",
    operation_id="auth.finish_passkey_registration",
    responses=problem_responses(
        [*CHANGING, "auth.proof_required", "passkeys.not_accepted", "passkeys.exists",
         "passkeys.too_many", "passkeys.impossible"]
    ),
)  # fmt: skip
async def register_finish(
    body: NewPasskey, request: Request, viewer: ProvenDep, state: StateDep, caller: CallerDep
) -> PasskeyCreated:
    """Add the passkey. The session's secret is exchanged soon after."""
    now = state.clock.now_ms()
    made = await state.db.write(
        passkeys.finish_registration, viewer, _party(state), body.challenge_id, body.credential,
        body.nickname or "", now, caller,
    )  # fmt: skip
    if isinstance(made, AppError):
        raise made
    offered = await state.db.write(
        sessions.offer_secret, viewer.session_id, viewer.id, session_secret(request, state) or "",
        now, viewer.row.session_expires_at,
    )  # fmt: skip
    if offered is not None:
        give_cookies(request, state, offered)
    return PasskeyCreated(message="The passkey was added.", credential_id=made)


@router.post(
    "/authenticate/start",
    operation_id="auth.start_passkey_sign_in",
    responses=problem_responses(["request.csrf", "request.rate_limited", "passkeys.impossible"]),
)
async def authenticate_start(state: StateDep) -> PasskeyChallenge:
    """Begin to sign in; no address is asked for, the authenticator knows whose it is."""
    challenge_id, options = await state.db.write(
        passkeys.start_authentication, None, _party(state), state.clock.now_ms()
    )
    return PasskeyChallenge(options=options, challenge_id=challenge_id)


@router.post(
    "/authenticate/finish",
    operation_id="auth.finish_passkey_sign_in",
    responses=problem_responses(
        ["request.csrf", "request.rate_limited", "passkeys.not_accepted", "passkeys.impossible"]
    ),
)
async def authenticate_finish(
    body: PasskeyAnswer, request: Request, state: StateDep, caller: CallerDep
) -> Message:
    """Trade the authenticator's answer for a session cookie."""
    now = state.clock.now_ms()
    outcome = await state.db.write(
        passkeys.sign_in, _party(state), body.challenge_id, body.credential, now, terms_of(state),
        caller,
    )  # fmt: skip
    state.jobs.wake()
    if isinstance(outcome, AppError):
        raise outcome
    old = session_secret(request, state)
    if old is not None:
        await state.db.write(sessions.sign_out, old, now, caller)
    give_cookies(request, state, outcome)
    return Message(message="Signed in.")


@router.post(
    "/prove/start",
    operation_id="auth.start_passkey_proof",
    responses=problem_responses([*CHANGING, "passkeys.impossible"]),
)
async def prove_start(viewer: SessionDep, state: StateDep) -> PasskeyChallenge:
    """Begin to prove again who sits here, with one of the account's own passkeys."""
    challenge_id, options = await state.db.write(
        passkeys.start_authentication, viewer, _party(state), state.clock.now_ms()
    )
    return PasskeyChallenge(options=options, challenge_id=challenge_id)


@router.post(
    "/prove/finish",
    operation_id="auth.finish_passkey_proof",
    responses=problem_responses([*CHANGING, "passkeys.not_accepted", "passkeys.impossible"]),
)
async def prove_finish(
    body: PasskeyAnswer, viewer: SessionDep, state: StateDep, caller: CallerDep
) -> Message:
    """Take the proof; for the next ten minutes this session may do dangerous things."""
    refusal = await state.db.write(
        passkeys.prove, viewer, _party(state), body.challenge_id, body.credential,
        state.clock.now_ms(), caller,
    )  # fmt: skip
    if refusal is not None:
        raise refusal
    return Message(message="Thank you.")


@router.get("/credentials", operation_id="auth.list_passkeys", responses=problem_responses(PRIVATE))
async def list_passkeys(viewer: SessionDep, state: StateDep) -> PasskeyList:
    """The account's passkeys, oldest first."""
    rows = await state.db.read(passkeys.list_passkeys, viewer.id)
    return PasskeyList(
        passkeys=[_read(row) for row in rows], rp_id=rp_id(state.settings),
        user_handle=viewer.row.passkey_handle,
    )  # fmt: skip


@router.patch(
    "/credentials/{passkey_id}",
    operation_id="auth.rename_passkey",
    responses=problem_responses([*CHANGING, "passkeys.not_found", "passkeys.name_taken"]),
)
async def rename_passkey(
    passkey_id: EntityId, body: PasskeyChange, viewer: SessionDep, state: StateDep,
    caller: CallerDep,
) -> PasskeyRead:  # fmt: skip
    """Give a passkey another name."""
    row = await state.db.write(
        passkeys.rename, viewer, passkey_id, body.nickname, state.clock.now_ms(), caller
    )
    return _read(row)


@router.delete(
    "/credentials/{passkey_id}",
    operation_id="auth.remove_passkey",
    responses=problem_responses([*CHANGING, "auth.proof_required", "passkeys.not_found"]),
)
async def remove_passkey(
    passkey_id: EntityId, viewer: ProvenDep, state: StateDep, caller: CallerDep
) -> Message:
    """Remove a passkey; asks for a recent proof. Sessions it has opened stay (see sessions)."""
    await state.db.write(passkeys.remove, viewer, passkey_id, state.clock.now_ms(), caller)
    state.jobs.wake()
    return Message(message="The passkey was removed.")
