"""Sessions: how they begin, live on, change their secret, and end.

The secret in the cookie changes every few days. The new one is only offered at first; the old one
counts until the new one comes back for the first time, and a minute longer for calls under way. So
neither an answer lost in a basement gym nor eight calls at once ever sign anybody out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from fitfolio.auth import audit, queries
from fitfolio.auth.caller import Caller
from fitfolio.auth.secrets import hash_secret, new_token, next_secret
from fitfolio.auth.tables import user_account, user_session
from fitfolio.core.announcements import announce
from fitfolio.core.clock import DAY_MS
from fitfolio.core.ids import uuid7

Method = Literal["link", "code", "passkey", "oidc"]

SEEN_EVERY_MS = 5 * 60_000
GRACE_MS = 60_000
"""How long the old secret still counts after the new one was used."""
OFFER_AGAIN_MS = SEEN_EVERY_MS
"""An offer that was not taken up for this long is taken to be lost."""
PROOF_MS = 10 * 60_000
"""How long a proof of who sits there is good for dangerous acts."""
KEEP_ENDED_MS = 30 * DAY_MS


@dataclass(frozen=True)
class SessionTerms:
    """How long a session lives [ms]: without use, in any case; and how old its secret gets."""

    idle_ms: int
    max_ms: int
    rotate_ms: int = 7 * DAY_MS


@dataclass(frozen=True)
class NewSession:
    """A fresh session; `secret` goes into the cookie."""

    user_id: str
    secret: str
    expires_at: int


def open_session(
    conn: sa.Connection, user_id: str, now_ms: int, terms: SessionTerms,
    *, caller: Caller, method: Method, proven_at: int | None = None,
) -> NewSession:  # fmt: skip
    """Begin a session; whoever calls this has made sure that the account may sign in.

    `proven_at` is when the person last showed who they are [ms], if that was not just now.
    """
    conn.execute(
        sa.update(user_account)
        .where(user_account.c.id == user_id)
        .values(last_login_at=now_ms, paused_at=None)
    )
    conn.execute(sa.delete(user_session).where(user_session.c.expires_at < now_ms - KEEP_ENDED_MS))
    secret = new_token()
    expires_at = now_ms + min(terms.idle_ms, terms.max_ms)
    conn.execute(
        sa.insert(user_session),
        {"id": uuid7(), "user_id": user_id, "token_hash": hash_secret(secret),
         "created_at": now_ms, "last_seen_at": now_ms, "expires_at": expires_at,
         "revoked_at": None, "user_agent": caller.user_agent, "address": caller.address,
         "method": method, "proven_at": now_ms if proven_at is None else proven_at, "rotated_at": now_ms, "previous_hash": None,
         "next_hash": None, "next_at": None},
    )  # fmt: skip
    return NewSession(user_id, secret, expires_at)


def needs_touch(row: Any, now_ms: int) -> bool:
    """Whether `touch` is due (at most every five minutes)."""
    return bool(now_ms - row.session_last_seen_at > SEEN_EVERY_MS)


def touch(
    conn: sa.Connection, row: Any, secret: str, now_ms: int, terms: SessionTerms, caller: Caller
) -> NewSession | None:
    """Note that a session is in use: it lives on, up to its absolute end.

    Returns a new secret to offer when the old one has served its days.
    """
    expires_at = min(now_ms + terms.idle_ms, row.session_created_at + terms.max_ms)
    conn.execute(
        sa.update(user_session)
        .where(user_session.c.id == row.session_id)
        .values(last_seen_at=now_ms, expires_at=expires_at, address=caller.address)
    )
    if now_ms - row.session_rotated_at < terms.rotate_ms:
        return None
    return offer_secret(conn, row.session_id, row.id, secret, now_ms, expires_at)


def offer_secret(
    conn: sa.Connection, session_id: str, user_id: str, secret: str, now_ms: int, expires_at: int
) -> NewSession | None:
    """A new secret beside the old one, unless one is on its way already."""
    offered = next_secret(secret)
    changed = conn.execute(
        sa.update(user_session)
        .where(
            user_session.c.id == session_id,
            user_session.c.token_hash == hash_secret(secret),
            sa.or_(
                user_session.c.next_at.is_(None), user_session.c.next_at < now_ms - OFFER_AGAIN_MS
            ),
        )
        .values(next_hash=hash_secret(offered), next_at=now_ms)
        .returning(user_session.c.id)
    ).one_or_none()
    return None if changed is None else NewSession(user_id, offered, expires_at)


def take_up(
    conn: sa.Connection, row: Any, token_hash: str, now_ms: int, terms: SessionTerms, caller: Caller
) -> None:
    """The offered secret came back: from now on it is the session's; of parallel calls one does it."""
    expires_at = min(now_ms + terms.idle_ms, row.session_created_at + terms.max_ms)
    taken = conn.execute(
        sa.update(user_session)
        .where(user_session.c.next_hash == token_hash)
        .values(previous_hash=user_session.c.token_hash, token_hash=token_hash, rotated_at=now_ms,
                next_hash=None, next_at=None, last_seen_at=now_ms, expires_at=expires_at)
        .returning(user_session.c.id)
    ).one_or_none()  # fmt: skip
    if taken is not None:
        audit.record(
            conn, now_ms, "session_rotated", caller, account_id=row.id, session_id=row.session_id
        )


def note_proof(conn: sa.Connection, session_id: str, now_ms: int) -> None:
    """Who sits there has just been proven again."""
    conn.execute(
        sa.update(user_session).where(user_session.c.id == session_id).values(proven_at=now_ms)
    )


def end_sessions(
    conn: sa.Connection, user_id: str, now_ms: int, *, only: str | None = None,
    but: str | None = None,
) -> list[str]:  # fmt: skip
    """End all living sessions of an account, `only` one, or all `but` one; open sockets close too."""
    wanted = [user_session.c.user_id == user_id, user_session.c.revoked_at.is_(None)]
    if only is not None:
        wanted.append(user_session.c.id == only)
    if but is not None:
        wanted.append(user_session.c.id != but)
    ended = conn.execute(
        sa.update(user_session)
        .where(*wanted, user_session.c.expires_at > now_ms)
        .values(revoked_at=now_ms)
        .returning(user_session.c.id)
    ).scalars()
    ids = [str(session_id) for session_id in ended]
    for session_id in ids:
        announce(conn, user_id, "session_ended", session_id)
    return ids


def sign_out(conn: sa.Connection, secret: str, now_ms: int, caller: Caller) -> None:
    """End the session of a cookie; doing it again is fine."""
    row = queries.find_session_in_change(conn, hash_secret(secret), now_ms, GRACE_MS)
    if row is not None:
        end_sessions(conn, row.id, now_ms, only=row.session_id)
        audit.record(
            conn, now_ms, "logout", caller, account_id=row.id, email=row.email_key,
            session_id=row.session_id,
        )  # fmt: skip


def revoke(conn: sa.Connection, user_id: str, session_id: str, now_ms: int, caller: Caller) -> bool:
    """End one of an account's sessions; False when there is none such."""
    ended = end_sessions(conn, user_id, now_ms, only=session_id)
    if ended:
        audit.record(
            conn, now_ms, "session_revoked", caller, account_id=user_id,
            revoked_session_id=session_id,
        )  # fmt: skip
    return bool(ended)


def revoke_others(conn: sa.Connection, user_id: str, kept: str, now_ms: int, caller: Caller) -> int:
    """End every session of an account but `kept`, and count them."""
    ended = end_sessions(conn, user_id, now_ms, but=kept)
    audit.record(
        conn, now_ms, "sessions_revoked_all_others", caller, account_id=user_id,
        kept_session_id=kept, revoked_count=len(ended),
    )  # fmt: skip
    return len(ended)


def list_living(conn: sa.Connection, user_id: str, now_ms: int) -> Sequence[Any]:
    """An account's living sessions, newest first."""
    return conn.execute(
        sa.select(user_session)
        .where(
            user_session.c.user_id == user_id,
            user_session.c.revoked_at.is_(None),
            user_session.c.expires_at > now_ms,
        )
        .order_by(user_session.c.created_at.desc(), user_session.c.id.desc())
    ).all()
