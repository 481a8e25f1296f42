"""Passkeys: registered from a proven session, used without an e-mail address, watched for copies.

Challenges are rows that are deleted when they are used, so each is good for one ceremony of one kind;
one for registering or proving is also bound to the session that asked.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import sqlalchemy as sa

from fitfolio.auth import audit, mails, queries, sessions
from fitfolio.auth.caller import Caller
from fitfolio.auth.devices import device_name
from fitfolio.auth.secrets import hash_secret, new_handle, new_token
from fitfolio.auth.service import Viewer
from fitfolio.auth.sessions import NewSession, SessionTerms
from fitfolio.auth.sign_in import is_let_in
from fitfolio.auth.tables import passkey, passkey_challenge, user_account, user_session
from fitfolio.core.errors import AppError, Conflict, NotFound, Refused
from fitfolio.core.ids import uuid7

if TYPE_CHECKING:
    from fitfolio.auth.ceremonies import RelyingParty, Stated

Purpose = Literal["register", "authenticate"]

CHALLENGE_MS = 5 * 60_000
TIMEOUT_MS = CHALLENGE_MS
MAX_PASSKEYS = 20


def not_accepted(reason: Exception) -> Refused:
    """The one answer to whatever is wrong with a passkey: it tells nothing about who has which.

    Only that nobody has a passkey of this (unguessable) id is said, so that the authenticator can
    be told to offer it no longer.
    """
    from fitfolio.auth import ceremonies  # noqa: PLC0415  # lazy, see the module

    extra = {"unknown_credential": True} if isinstance(reason, ceremonies.Unknown) else {}
    return Refused("passkeys.not_accepted", "The passkey was not accepted.", **extra)


def list_passkeys(conn: sa.Connection, user_id: str) -> Sequence[Any]:
    """An account's passkeys, oldest first."""
    return conn.execute(
        sa.select(passkey).where(passkey.c.user_id == user_id).order_by(passkey.c.id)
    ).all()


def _remember(
    conn: sa.Connection, purpose: Purpose, session_id: str | None, now_ms: int
) -> tuple[str, str]:
    conn.execute(sa.delete(passkey_challenge).where(passkey_challenge.c.expires_at < now_ms))
    challenge_id, challenge = uuid7(), new_token()
    conn.execute(
        sa.insert(passkey_challenge),
        {"id": challenge_id, "purpose": purpose, "session_id": session_id,
         "challenge": challenge, "expires_at": now_ms + CHALLENGE_MS},
    )  # fmt: skip
    return challenge_id, challenge


def _spend(
    conn: sa.Connection, challenge_id: str, purpose: Purpose, session_id: str | None, now_ms: int
) -> str:
    """The challenge, once; of any number of parallel calls exactly one gets it, others an empty one."""
    row = conn.execute(
        sa.delete(passkey_challenge)
        .where(
            passkey_challenge.c.id == challenge_id,
            passkey_challenge.c.purpose == purpose,
            passkey_challenge.c.session_id.is_not_distinct_from(session_id),
            passkey_challenge.c.expires_at > now_ms,
        )
        .returning(passkey_challenge.c.challenge)
    ).one_or_none()
    return "" if row is None else str(row.challenge)


# -- registering


def start_registration(
    conn: sa.Connection, viewer: Viewer, rp: RelyingParty, now_ms: int, caller: Caller
) -> tuple[str, dict[str, Any]]:
    """Challenge id and options for `navigator.credentials.create()`."""
    rows = list_passkeys(conn, viewer.id)
    if len(rows) >= MAX_PASSKEYS:
        raise Conflict("passkeys.too_many", f"An account may have at most {MAX_PASSKEYS} passkeys.")
    handle = viewer.row.passkey_handle
    if handle is None:
        handle = new_handle()
        conn.execute(
            sa.update(user_account)
            .where(user_account.c.id == viewer.id, user_account.c.passkey_handle.is_(None))
            .values(passkey_handle=handle)
        )
        user: Any = queries.find_user(conn, viewer.id)
        handle = user.passkey_handle
    challenge_id, challenge = _remember(conn, "register", viewer.session_id, now_ms)
    from fitfolio.auth import ceremonies  # noqa: PLC0415  # lazy, see the module

    options = ceremonies.creation_options(
        rp, challenge, handle, viewer.email, viewer.row.display_name or viewer.email, rows,
        TIMEOUT_MS,
    )  # fmt: skip
    audit.record(
        conn, now_ms, "webauthn_register_start", caller.acting_as(viewer.id),
        account_id=viewer.id, challenge_id=challenge_id, credential_count=len(rows),
    )  # fmt: skip
    return challenge_id, options


def finish_registration(
    conn: sa.Connection, viewer: Viewer, rp: RelyingParty, challenge_id: str,
    credential: dict[str, Any], nickname: str, now_ms: int, caller: Caller,
) -> str | AppError:  # fmt: skip
    """Store the new passkey and return its id; a refusal is returned so that it is recorded."""
    from fitfolio.auth import ceremonies  # noqa: PLC0415  # lazy, see the module

    caller = caller.acting_as(viewer.id)
    challenge = _spend(conn, challenge_id, "register", viewer.session_id, now_ms)
    try:
        made = ceremonies.check_creation(rp, challenge, credential)
    except ceremonies.NotAccepted as error:
        audit.record(
            conn, now_ms, "webauthn_register_failed", caller, account_id=viewer.id,
            outcome="failed", reason=str(error),
        )  # fmt: skip
        return not_accepted(error)
    known = conn.execute(
        sa.select(passkey.c.id).where(passkey.c.credential_hash == hash_secret(made.credential_id))
    ).one_or_none()
    if known is not None:
        return Conflict("passkeys.exists", "This passkey is registered already.")
    taken = {row.nickname for row in list_passkeys(conn, viewer.id)}
    if len(taken) >= MAX_PASSKEYS:
        return Conflict(
            "passkeys.too_many", f"An account may have at most {MAX_PASSKEYS} passkeys."
        )
    name = _free_name(nickname or device_name(caller.user_agent) or "Passkey", taken)
    passkey_id = uuid7()
    conn.execute(
        sa.insert(passkey),
        {"id": passkey_id, "user_id": viewer.id, "credential_id": made.credential_id,
         "credential_hash": hash_secret(made.credential_id), "public_key": made.public_key,
         "sign_count": made.sign_count, "aaguid": made.aaguid, "nickname": name,
         "transports": json.dumps(ceremonies.transports_of(credential)),
         "backup_eligible": made.backup_eligible, "backup_state": made.backup_state,
         "created_at": now_ms, "last_used_at": None, "clone_suspected_at": None},
    )  # fmt: skip
    audit.record(
        conn, now_ms, "webauthn_credential_created", caller, account_id=viewer.id,
        credential_id=passkey_id, nickname=name,
    )  # fmt: skip
    mails.notify(conn, viewer.id, "passkey_added", caller, now_ms, detail=name)
    return passkey_id


def _free_name(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    return next(
        name for number in range(2, MAX_PASSKEYS + 3) if (name := f"{wanted} {number}") not in taken
    )


# -- signing in and proving


def start_authentication(
    conn: sa.Connection, viewer: Viewer | None, rp: RelyingParty, now_ms: int
) -> tuple[str, dict[str, Any]]:
    """Challenge id and options for `navigator.credentials.get()`.

    Nobody is asked for an address: authenticators offer what they hold. For somebody signed in (a
    proof) only the own passkeys count.
    """
    session_id = None if viewer is None else viewer.session_id
    challenge_id, challenge = _remember(conn, "authenticate", session_id, now_ms)
    from fitfolio.auth import ceremonies  # noqa: PLC0415  # lazy, see the module

    own = [] if viewer is None else list_passkeys(conn, viewer.id)
    return challenge_id, ceremonies.request_options(rp, challenge, own, TIMEOUT_MS)


def _verified(
    conn: sa.Connection, rp: RelyingParty, challenge: str, credential: dict[str, Any],
    now_ms: int, caller: Caller,
) -> Any:  # fmt: skip
    """The account of a good assertion, or NotAccepted."""
    from fitfolio.auth import ceremonies  # noqa: PLC0415  # lazy, see the module

    row: Any = conn.execute(
        sa.select(passkey).where(
            passkey.c.credential_hash == hash_secret(str(credential.get("id")))
        )
    ).one_or_none()
    if row is None:
        raise ceremonies.Unknown("unknown passkey")
    stated = ceremonies.check_assertion(rp, challenge, credential, row.public_key)
    user: Any = queries.find_user(conn, row.user_id)
    handle = credential["response"].get("userHandle")
    if handle is not None and str(handle).rstrip("=") != user.passkey_handle:
        raise ceremonies.NotAccepted("handle of another account")
    if stated.backup_eligible != row.backup_eligible:
        raise ceremonies.NotAccepted("whether it can be backed up has changed")
    _judge_count(conn, row, stated, now_ms, caller)
    return user


def _judge_count(
    conn: sa.Connection, row: Any, stated: Stated, now_ms: int, caller: Caller
) -> None:
    """Note the use. A count that did not rise is what a copy would send: refused, kept and told.

    Synchronised passkeys always send 0, which says nothing.
    """
    from fitfolio.auth import ceremonies  # noqa: PLC0415  # lazy, see the module

    counts = stated.sign_count > 0 or row.sign_count > 0
    is_suspect = counts and stated.sign_count <= row.sign_count
    values: dict[str, Any] = {"clone_suspected_at": now_ms}
    if not is_suspect:
        values = {
            "sign_count": stated.sign_count, "last_used_at": now_ms,
            "backup_state": stated.backup_state,
        }  # fmt: skip
    conn.execute(sa.update(passkey).where(passkey.c.id == row.id).values(**values))
    if not is_suspect:
        return
    audit.record(
        conn, now_ms, "webauthn_clone_suspected", caller, account_id=row.user_id,
        outcome="refused", credential_id=row.id, stored=row.sign_count, given=stated.sign_count,
    )  # fmt: skip
    if row.clone_suspected_at is None:
        mails.notify(conn, row.user_id, "passkey_clone", caller, now_ms, detail=row.nickname)
    raise ceremonies.NotAccepted("may be a copy")


def sign_in(
    conn: sa.Connection, rp: RelyingParty, challenge_id: str, credential: dict[str, Any],
    now_ms: int, terms: SessionTerms, caller: Caller,
) -> NewSession | AppError:  # fmt: skip
    """Trade an assertion for a session; every refusal looks the same and is recorded."""
    from fitfolio.auth import ceremonies  # noqa: PLC0415  # lazy, see the module

    challenge = _spend(conn, challenge_id, "authenticate", None, now_ms)
    try:
        user = _verified(conn, rp, challenge, credential, now_ms, caller)
        if not is_let_in(user):
            raise ceremonies.NotAccepted("the account may not sign in")
    except ceremonies.NotAccepted as error:
        audit.record(
            conn, now_ms, "webauthn_auth_failed", caller, outcome="failed", reason=str(error)
        )
        return not_accepted(error)
    caller = caller.acting_as(user.id)
    if not _is_known_device(conn, user.id, caller):
        mails.notify(conn, user.id, "new_device", caller, now_ms)
    audit.record(conn, now_ms, "webauthn_login", caller, account_id=user.id, email=user.email_key)
    return sessions.open_session(conn, user.id, now_ms, terms, caller=caller, method="passkey")


def _is_known_device(conn: sa.Connection, user_id: str, caller: Caller) -> bool:
    agents = conn.execute(
        sa.select(user_session.c.user_agent).where(user_session.c.user_id == user_id)
    ).scalars()
    return device_name(caller.user_agent) in {device_name(agent) for agent in agents}


def prove(
    conn: sa.Connection, viewer: Viewer, rp: RelyingParty, challenge_id: str,
    credential: dict[str, Any], now_ms: int, caller: Caller,
) -> AppError | None:  # fmt: skip
    """Take an assertion of the viewer's own passkey as proof that it is still them."""
    from fitfolio.auth import ceremonies  # noqa: PLC0415  # lazy, see the module

    caller = caller.acting_as(viewer.id)
    challenge = _spend(conn, challenge_id, "authenticate", viewer.session_id, now_ms)
    try:
        if _verified(conn, rp, challenge, credential, now_ms, caller).id != viewer.id:
            raise ceremonies.NotAccepted("passkey of another account")
    except ceremonies.NotAccepted as error:
        audit.record(
            conn, now_ms, "proof_failed", caller, account_id=viewer.id, outcome="failed",
            by="passkey",
        )  # fmt: skip
        return not_accepted(error)
    sessions.note_proof(conn, viewer.session_id, now_ms)
    audit.record(conn, now_ms, "proof_given", caller, account_id=viewer.id, by="passkey")
    return None


# -- keeping


def rename(
    conn: sa.Connection, viewer: Viewer, passkey_id: str, nickname: str, now_ms: int, caller: Caller
) -> Any:
    """Give a passkey another name and return its row."""
    rows = {row.id: row for row in list_passkeys(conn, viewer.id)}
    if passkey_id not in rows:
        raise NotFound("passkeys.not_found", "There is no such passkey.")
    if any(row.nickname == nickname for row in rows.values() if row.id != passkey_id):
        raise Conflict("passkeys.name_taken", "Another passkey has this name already.")
    conn.execute(sa.update(passkey).where(passkey.c.id == passkey_id).values(nickname=nickname))
    audit.record(
        conn, now_ms, "webauthn_credential_renamed", caller.acting_as(viewer.id),
        account_id=viewer.id, credential_id=passkey_id, nickname=nickname,
    )  # fmt: skip
    return conn.execute(sa.select(passkey).where(passkey.c.id == passkey_id)).one()


def remove(
    conn: sa.Connection, viewer: Viewer, passkey_id: str, now_ms: int, caller: Caller
) -> None:
    """Remove a passkey; the mailbox still signs in."""
    row = conn.execute(
        sa.delete(passkey)
        .where(passkey.c.id == passkey_id, passkey.c.user_id == viewer.id)
        .returning(passkey.c.nickname)
    ).one_or_none()
    if row is None:
        raise NotFound("passkeys.not_found", "There is no such passkey.")
    caller = caller.acting_as(viewer.id)
    audit.record(
        conn, now_ms, "webauthn_credential_removed", caller, account_id=viewer.id,
        credential_id=passkey_id, nickname=row.nickname,
    )  # fmt: skip
    mails.notify(conn, viewer.id, "passkey_removed", caller, now_ms, detail=row.nickname)
