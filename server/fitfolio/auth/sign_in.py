"""Signing in by a mailed link or code, and every other one-time secret that proves an address."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from fitfolio.auth import audit, queries
from fitfolio.auth.caller import Caller
from fitfolio.auth.devices import device_name
from fitfolio.auth.secrets import (
    clean_code,
    email_key,
    hash_code,
    hash_secret,
    new_code,
    new_token,
)
from fitfolio.auth.service import create_user, lock_accounts
from fitfolio.auth.sessions import Method, NewSession, SessionTerms, open_session
from fitfolio.auth.tables import api_token, invitation, passkey, sign_in_token, user_account
from fitfolio.core.clock import DAY_MS
from fitfolio.core.errors import AppError, Refused, TooMany
from fitfolio.core.ids import uuid7
from fitfolio.core.outbox import post

TOKEN_MS = 10 * 60_000
CODE_ATTEMPTS = 5
WRONG_CODES_A_DAY = 20

Signup = Literal["closed", "invite", "open"]
Purpose = Literal["sign_in", "invite", "proof", "email_old", "email_new"]
LOGIN: tuple[Purpose, ...] = ("sign_in", "invite")


@dataclass(frozen=True)
class OneTimeSecrets:
    """What goes into the mail (or the console) and nowhere else."""

    email: str
    token: str
    code: str


def make_secrets(
    conn: sa.Connection, email: str, now_ms: int, *, purpose: Purpose,
    about_id: str | None = None, lives_ms: int = TOKEN_MS,
) -> OneTimeSecrets:  # fmt: skip
    """Store a one-time token with its code, good for one purpose only. Older ones stay until one is used."""
    key = email_key(email)
    if key is None:
        raise Refused("auth.invalid_email", f"{email[:80]!r} is not an e-mail address.")
    conn.execute(sa.delete(sign_in_token).where(sign_in_token.c.expires_at < now_ms - DAY_MS))
    token, code = new_token(), new_code()
    token_hash = hash_secret(token)
    conn.execute(
        sa.insert(sign_in_token),
        {"id": uuid7(), "email": email.strip(), "email_key": key, "token_hash": token_hash,
         "code_hash": hash_code(token_hash, code), "attempts": 0, "created_at": now_ms,
         "expires_at": now_ms + lives_ms, "used_at": None, "purpose": purpose,
         "about_id": about_id},
    )  # fmt: skip
    return OneTimeSecrets(email.strip(), token, code)


def ask(
    conn: sa.Connection, email: str, key: str, language: str, now_ms: int, caller: Caller
) -> None:
    """Put the sign-in letter into the outbox; whether it will be written is decided there."""
    device = device_name(caller.user_agent)
    post(conn, "auth.sign_in", email.strip(), language, {"device": device}, now_ms)
    audit.record(conn, now_ms, "magic_link_requested", caller, email=key)


def make_sign_in(conn: sa.Connection, email: str, now_ms: int) -> OneTimeSecrets:
    """Link and code that sign in."""
    return make_secrets(conn, email, now_ms, purpose="sign_in")


def code_fits(
    conn: sa.Connection, key: str, code: str, now_ms: int, purpose: Purpose
) -> Any | None:
    """The newest usable token of an address if this is its code; a wrong one is counted.

    Where there is no token the work is the same, or its time would tell which addresses get letters.
    """
    token: Any = queries.newest_token(conn, key, now_ms, [purpose])
    usable = token is not None and token.attempts < CODE_ATTEMPTS
    right, hashed = (token.code_hash, token.token_hash) if usable else ("", "")
    if hmac.compare_digest(hash_code(hashed, clean_code(code)), right):
        return token
    conn.execute(
        sa.update(sign_in_token)
        .where(sign_in_token.c.id == (token.id if usable else ""))
        .values(attempts=sign_in_token.c.attempts + 1)
    )
    return None


def find_invitation(conn: sa.Connection, key: str, now_ms: int) -> Any | None:
    """The newest invitation of an address that still counts."""
    return conn.execute(
        sa.select(invitation)
        .where(
            invitation.c.email_key == key, invitation.c.expires_at > now_ms,
            invitation.c.accepted_at.is_(None), invitation.c.revoked_at.is_(None),
        )
        .order_by(invitation.c.created_at.desc(), invitation.c.id.desc())
        .limit(1)
    ).one_or_none()  # fmt: skip


def is_let_in(user: Any) -> bool:
    """Whether an account may be entered by what needs no mail: a passkey, an identity of an issuer.

    Wrong codes lock neither out, and a paused account or one about to be deleted may be entered.
    """
    return bool(user.is_active and user.is_email_verified)


def may_sign_in(conn: sa.Connection, email: str, now_ms: int, signup: Signup) -> bool:
    """Whether a link for this address leads anywhere: an active account, or one that may be made."""
    key = email_key(email)
    if key is None:
        return False
    user = queries.find_user_by_key(conn, key)
    if user is not None:
        return bool(user.is_active)
    if signup == "open" or queries.count_users(conn) == 0:
        return True
    return signup == "invite" and find_invitation(conn, key, now_ms) is not None


def verify_token(
    conn: sa.Connection, token: str, now_ms: int, terms: SessionTerms,
    *, caller: Caller, signup: Signup,
) -> NewSession | None:  # fmt: skip
    """Trade a link's token for a session; None, which is recorded, if the token does not count."""
    lock_accounts(conn)
    spent = queries.spend_token(conn, hash_secret(token), now_ms, LOGIN)
    session = None
    if spent is not None:
        session = _enter(conn, spent.email, now_ms, terms, caller, signup, "link")
    if session is None:
        audit.record(
            conn, now_ms, "magic_link_verified_failed", caller, outcome="failed", by="link"
        )
    return session


def verify_code(
    conn: sa.Connection, email: str, code: str, now_ms: int, terms: SessionTerms,
    *, caller: Caller, signup: Signup,
) -> NewSession | AppError:  # fmt: skip
    """Trade a typed code for a session. A refusal is returned, not raised, so that it is counted."""
    wrong = Refused("auth.invalid_token", "The code is wrong, was used already or is too old.")
    key = email_key(email)
    if key is None:
        return wrong
    lock_accounts(conn)
    # Counted for addresses without an account as well: the answer must not tell them apart.
    if audit.wrong_codes(conn, key, now_ms - DAY_MS) >= WRONG_CODES_A_DAY:
        audit.record(conn, now_ms, "login_attempt_locked", caller, email=key, outcome="refused")
        return TooMany(
            "auth.too_many_codes", "Too many wrong codes; use the link in the mail.", 3600
        )
    token = code_fits(conn, key, code, now_ms, "sign_in")
    session = None
    if token is not None:
        spent = queries.spend_token(conn, token.token_hash, now_ms, LOGIN)
        if spent is not None:
            session = _enter(conn, spent.email, now_ms, terms, caller, signup, "code")
    if session is None:
        audit.record(
            conn, now_ms, "magic_link_verified_failed", caller, email=key, outcome="failed",
            by="code",
        )  # fmt: skip
        return wrong
    return session


def _enter(
    conn: sa.Connection, email: str, now_ms: int, terms: SessionTerms, caller: Caller,
    signup: Signup, method: Method,
) -> NewSession | None:  # fmt: skip
    if not may_sign_in(conn, email, now_ms, signup):
        return None
    key = email_key(email) or ""
    user = queries.find_user_by_key(conn, key)
    user_id = take_in(conn, email, key, now_ms, caller) if user is None else str(user.id)
    if user is None or not user.is_email_verified:
        note_verified(conn, user_id, key, now_ms, caller)
    audit.record(
        conn, now_ms, "magic_link_verified_success", caller.acting_as(user_id),
        account_id=user_id, email=key, by=method,
    )  # fmt: skip
    return open_session(conn, user_id, now_ms, terms, caller=caller, method=method)


def take_in(conn: sa.Connection, email: str, key: str, now_ms: int, caller: Caller) -> str:
    """Make the account of an address that may have one, with what its invitation says."""
    invited = find_invitation(conn, key, now_ms)
    user_id = create_user(
        conn, email, now_ms, is_admin=bool(invited is not None and invited.is_admin)
    )
    if invited is not None:
        conn.execute(
            sa.update(invitation).where(invitation.c.id == invited.id).values(accepted_at=now_ms)
        )
        conn.execute(
            sa.update(user_account)
            .where(user_account.c.id == user_id)
            .values(language=invited.language)
        )
    audit.record(
        conn, now_ms, "user_created", caller, account_id=user_id, email=key,
        invitation_id=invited.id if invited is not None else None,
    )  # fmt: skip
    return user_id


def note_verified(conn: sa.Connection, user_id: str, key: str, now_ms: int, caller: Caller) -> None:
    """The address is proven for the first time: whatever somebody else may have attached goes."""
    for table in (passkey, api_token):
        conn.execute(sa.delete(table).where(table.c.user_id == user_id))
    conn.execute(
        sa.update(user_account).where(user_account.c.id == user_id).values(is_email_verified=True)
    )
    audit.record(conn, now_ms, "email_verified", caller, account_id=user_id, email=key)
