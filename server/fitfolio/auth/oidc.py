"""Signing in through an OpenID issuer: one try at a time, and whose account it is.

A try is a secret in a cookie of the browser that began it. State, nonce and the verifier of PKCE are
made of that secret, each by its own one-way function, so the database holds none of them: only the
hash that lets a try be used once.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from fitfolio.auth import audit, mails, queries, sessions, sign_in
from fitfolio.auth.account import require_other_admin
from fitfolio.auth.caller import Caller
from fitfolio.auth.oidc_issuer import Statement
from fitfolio.auth.secrets import email_key, hash_secret, new_token
from fitfolio.auth.service import Viewer, lock_accounts
from fitfolio.auth.sessions import NewSession, SessionTerms
from fitfolio.auth.tables import oidc_attempt, oidc_identity, user_account
from fitfolio.core.errors import AppError, Conflict, Forbidden, NotFound
from fitfolio.core.ids import uuid7
from fitfolio.core.revisions import next_revision

ATTEMPT_MS = 10 * 60_000
SUBJECT_LIMIT = 255


@dataclass(frozen=True)
class Attempt:
    """What belongs to the secret of a try."""

    secret: str

    def _derive(self, what: str) -> str:
        digest = hmac.digest(self.secret.encode(), f"fitfolio-oidc-{what}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

    @property
    def state(self) -> str:
        """Comes back with the answer: it is one to this browser."""
        return self._derive("state")

    @property
    def nonce(self) -> str:
        """Stands in the ID token: it was made for this try."""
        return self._derive("nonce")

    @property
    def verifier(self) -> str:
        """Shown when the code is redeemed: it is the one whom the code was made for."""
        return self._derive("verifier")


@dataclass(frozen=True)
class Rules:
    """Whom the host lets in."""

    signup: sign_in.Signup
    creates_accounts: bool
    admin_group: str | None


def rules_of(settings: Any) -> Rules:  # the composition root's Settings
    """The host's rules from the settings."""
    return Rules(settings.signup, settings.oidc_create_accounts, settings.oidc_admin_group)


def start(conn: sa.Connection, next_path: str, now_ms: int) -> Attempt:
    """Remember a new try."""
    conn.execute(sa.delete(oidc_attempt).where(oidc_attempt.c.expires_at < now_ms))
    attempt = Attempt(new_token())
    conn.execute(
        sa.insert(oidc_attempt),
        {"id": uuid7(), "secret_hash": hash_secret(attempt.secret), "next_path": next_path,
         "expires_at": now_ms + ATTEMPT_MS},
    )  # fmt: skip
    return attempt


def spend(conn: sa.Connection, secret: str, now_ms: int) -> str | None:
    """Where a try wanted to go, once; None for one that was used, is too old or was never made."""
    row = conn.execute(
        sa.delete(oidc_attempt)
        .where(oidc_attempt.c.secret_hash == hash_secret(secret),
               oidc_attempt.c.expires_at > now_ms)
        .returning(oidc_attempt.c.next_path)
    ).one_or_none()  # fmt: skip
    return None if row is None else str(row.next_path)


def note_failure(conn: sa.Connection, reason: str, now_ms: int, caller: Caller) -> None:
    """Record that somebody did not get in."""
    audit.record(conn, now_ms, "oidc_login_failed", caller, outcome="failed", reason=reason)


def enter(
    conn: sa.Connection, stated: Statement, rules: Rules, now_ms: int, terms: SessionTerms,
    caller: Caller,
) -> NewSession | AppError:  # fmt: skip
    """A session for whom the issuer has stated; a refusal is returned, so that it is recorded."""
    lock_accounts(conn)
    identity = _find(conn, stated.issuer, stated.subject)
    found = _meet(conn, stated, rules, now_ms, caller) if identity is None else identity.user_id
    if isinstance(found, AppError):
        return _refuse(conn, found, stated, now_ms, caller)
    user: Any = queries.find_user(conn, found)
    if not sign_in.is_let_in(user):
        refusal = Forbidden("oidc.refused", "This account may not be used.")
        return _refuse(conn, refusal, stated, now_ms, caller, account_id=user.id)
    caller = caller.acting_as(user.id)
    if rules.admin_group is not None:
        _follow_group(conn, user, stated, rules.admin_group, now_ms, caller)
    conn.execute(
        sa.update(oidc_identity)
        .where(oidc_identity.c.issuer == stated.issuer, oidc_identity.c.subject == stated.subject)
        .values(last_used_at=now_ms, email=stated.email[:320])
    )
    audit.record(conn, now_ms, "oidc_login", caller, account_id=user.id, email=user.email_key)
    # The issuer may have let somebody pass who signed in there days ago: that proves nothing now.
    proven_at = min(now_ms, (stated.auth_time or 0) * 1000)
    return sessions.open_session(
        conn, user.id, now_ms, terms, caller=caller, method="oidc", proven_at=proven_at
    )


def _refuse(
    conn: sa.Connection, refusal: AppError, stated: Statement, now_ms: int, caller: Caller,
    account_id: str | None = None,
) -> AppError:  # fmt: skip
    audit.record(
        conn, now_ms, "oidc_login_failed", caller, outcome="refused", account_id=account_id,
        email=email_key(stated.email) or "", reason=refusal.code,
    )  # fmt: skip
    return refusal


def _find(conn: sa.Connection, issuer: str, subject: str) -> Any | None:
    return conn.execute(
        sa.select(oidc_identity).where(
            oidc_identity.c.issuer == issuer, oidc_identity.c.subject == subject
        )
    ).one_or_none()


def _meet(
    conn: sa.Connection, stated: Statement, rules: Rules, now_ms: int, caller: Caller
) -> str | AppError:
    """The account of somebody who comes from the issuer for the first time; found by the address
    that the issuer has verified, or made."""
    key = email_key(stated.email)
    if key is None or not stated.is_email_verified or len(stated.subject) > SUBJECT_LIMIT:
        return Forbidden("oidc.email_unverified", "The issuer has not verified your address.")
    user: Any = queries.find_user_by_key(conn, key)
    if user is None:
        if not (rules.creates_accounts or sign_in.may_sign_in(conn, key, now_ms, rules.signup)):
            return Forbidden("oidc.no_account", "There is no account with your address.")
        user_id = sign_in.take_in(conn, stated.email, key, now_ms, caller)
    else:
        user_id = str(user.id)
        if not user.is_active:
            return Forbidden("oidc.refused", "This account may not be used.")
        # An address that was given to somebody else there must not open the account of the first.
        if any(row.issuer == stated.issuer for row in list_identities(conn, user_id)):
            return Conflict("oidc.other_identity", "The account belongs to another identity.")
    if user is None or not user.is_email_verified:
        sign_in.note_verified(conn, user_id, key, now_ms, caller)
    _link(conn, user_id, stated, now_ms, caller, is_told=user is not None)
    return user_id


def _link(
    conn: sa.Connection, user_id: str, stated: Statement, now_ms: int, caller: Caller,
    *, is_told: bool,
) -> None:  # fmt: skip
    conn.execute(
        sa.insert(oidc_identity),
        {"id": uuid7(), "user_id": user_id, "issuer": stated.issuer, "subject": stated.subject,
         "email": stated.email[:320], "gave_admin": False, "created_at": now_ms,
         "last_used_at": None},
    )  # fmt: skip
    audit.record(
        conn, now_ms, "oidc_identity_linked", caller.acting_as(user_id),
        account_id=user_id, email=email_key(stated.email) or "", issuer=stated.issuer,
    )  # fmt: skip
    if is_told:
        mails.notify(conn, user_id, "identity_linked", caller, now_ms, detail=stated.issuer)


def _follow_group(
    conn: sa.Connection, user: Any, stated: Statement, group: str, now_ms: int, caller: Caller
) -> None:
    """Give the role of an administrator to whom the issuer has in the group, and take back what was
    given so, never what an administrator or the host gave, and never the last one's."""
    identity: Any = _find(conn, stated.issuer, stated.subject)
    is_in = group in stated.groups
    if is_in == user.is_admin or (not is_in and not identity.gave_admin):
        return
    if not is_in:
        try:
            require_other_admin(conn, user.id)
        except Conflict:
            return
    conn.execute(
        sa.update(user_account)
        .where(user_account.c.id == user.id)
        .values(is_admin=is_in, rev=next_revision(conn, user.id))
    )
    conn.execute(
        sa.update(oidc_identity).where(oidc_identity.c.id == identity.id).values(gave_admin=is_in)
    )
    audit.record(
        conn, now_ms, "user_role_changed", caller, account_id=user.id, email=user.email_key,
        role="admin" if is_in else "user", by="oidc",
    )  # fmt: skip


def list_identities(conn: sa.Connection, user_id: str) -> Sequence[Any]:
    """What an account can be entered with at issuers, oldest first."""
    return conn.execute(
        sa.select(oidc_identity)
        .where(oidc_identity.c.user_id == user_id)
        .order_by(oidc_identity.c.id)
    ).all()


def unlink(
    conn: sa.Connection, viewer: Viewer, identity_id: str, now_ms: int, caller: Caller
) -> None:
    """Let an identity no longer enter the account; the mailbox still signs in."""
    row = conn.execute(
        sa.delete(oidc_identity)
        .where(oidc_identity.c.id == identity_id, oidc_identity.c.user_id == viewer.id)
        .returning(oidc_identity.c.issuer)
    ).one_or_none()
    if row is None:
        raise NotFound("identities.not_found", "There is no such identity.")
    audit.record(
        conn, now_ms, "oidc_identity_unlinked", caller.acting_as(viewer.id),
        account_id=viewer.id, issuer=row.issuer,
    )  # fmt: skip
    mails.notify(conn, viewer.id, "identity_unlinked", caller, now_ms, detail=row.issuer)
