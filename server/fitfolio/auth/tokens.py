"""API tokens for scripts: named, scoped, expiring, shown once and stored as a hash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from fitfolio.auth import audit
from fitfolio.auth.caller import Caller
from fitfolio.auth.secrets import hash_secret, new_token
from fitfolio.auth.tables import api_token, user_account
from fitfolio.core.errors import Conflict
from fitfolio.core.ids import uuid7

PREFIX = "ffp_"
"""So that a secret scanner, or a person who finds one, knows what it is."""
MAX_TOKENS = 50
SEEN_EVERY_MS = 5 * 60_000

_find = (
    sa.select(
        user_account,
        api_token.c.id.label("session_id"),
        api_token.c.created_at.label("session_created_at"),
        api_token.c.last_used_at.label("session_last_seen_at"),
        api_token.c.expires_at.label("session_expires_at"),
        api_token.c.scopes.label("token_scopes"),
    )
    .join_from(api_token, user_account, api_token.c.user_id == user_account.c.id)
    .where(
        api_token.c.token_hash == sa.bindparam("token_hash"),
        api_token.c.revoked_at.is_(None),
        sa.or_(api_token.c.expires_at.is_(None), api_token.c.expires_at > sa.bindparam("now")),
        user_account.c.is_active,
        user_account.c.paused_at.is_(None),
    )
)


def find_token(conn: sa.Connection, token_hash: str, now: int) -> Any | None:
    """Account and token of a secret, if it lives and the account is active."""
    return conn.execute(_find, {"token_hash": token_hash, "now": now}).one_or_none()


def needs_touch(row: Any, now_ms: int) -> bool:
    """Whether `touch` is due (at most every five minutes)."""
    last = row.session_last_seen_at
    return last is None or now_ms - last > SEEN_EVERY_MS


def touch(conn: sa.Connection, token_id: str, now_ms: int, caller: Caller) -> None:
    """Note when and from where a token was used last."""
    conn.execute(
        sa.update(api_token)
        .where(api_token.c.id == token_id)
        .values(last_used_at=now_ms, last_address=caller.address)
    )


def list_tokens(conn: sa.Connection, user_id: str) -> Sequence[Any]:
    """An account's tokens that were not revoked, newest first; also those that have expired."""
    return conn.execute(
        sa.select(api_token)
        .where(api_token.c.user_id == user_id, api_token.c.revoked_at.is_(None))
        .order_by(api_token.c.id.desc())
    ).all()


def create_token(
    conn: sa.Connection, user_id: str, name: str, scopes: Sequence[str], now_ms: int, caller: Caller,
    *, expires_at: int | None,
) -> tuple[str, str]:  # fmt: skip
    """Make a token and return its id and its secret, which is nowhere else."""
    if len(list_tokens(conn, user_id)) >= MAX_TOKENS:
        raise Conflict("tokens.too_many", f"An account may have at most {MAX_TOKENS} API tokens.")
    token_id, secret = uuid7(), PREFIX + new_token()
    conn.execute(
        sa.insert(api_token),
        {"id": token_id, "user_id": user_id, "name": name, "token_hash": hash_secret(secret),
         "hint": secret[:8], "scopes": " ".join(sorted(set(scopes))), "created_at": now_ms,
         "expires_at": expires_at, "last_used_at": None, "last_address": "", "revoked_at": None},
    )  # fmt: skip
    audit.record(
        conn, now_ms, "api_token_created", caller, account_id=user_id, token_id=token_id,
        name=name, scopes=sorted(set(scopes)),
    )  # fmt: skip
    return token_id, secret


def revoke_token(
    conn: sa.Connection, user_id: str, token_id: str, now_ms: int, caller: Caller
) -> bool:
    """End a token; False when the account has none such."""
    row = conn.execute(
        sa.update(api_token)
        .where(
            api_token.c.id == token_id, api_token.c.user_id == user_id,
            api_token.c.revoked_at.is_(None),
        )
        .values(revoked_at=now_ms)
        .returning(api_token.c.name)
    ).one_or_none()  # fmt: skip
    if row is None:
        return False
    audit.record(
        conn, now_ms, "api_token_revoked", caller, account_id=user_id, token_id=token_id,
        name=row.name,
    )  # fmt: skip
    return True
