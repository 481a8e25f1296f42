"""Reads and single-row writes of accounts, sessions and tokens; statements are built once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from fitfolio.auth.tables import sign_in_token, user_account, user_session
from fitfolio.core.prepared import Prepared

_user_by_key = sa.select(user_account).where(user_account.c.email_key == sa.bindparam("key"))
_user_by_id = sa.select(user_account).where(user_account.c.id == sa.bindparam("id"))
SESSION = Prepared(
    sa.select(
        user_account,
        user_session.c.id.label("session_id"),
        user_session.c.created_at.label("session_created_at"),
        user_session.c.last_seen_at.label("session_last_seen_at"),
        user_session.c.expires_at.label("session_expires_at"),
    )
    .join_from(user_session, user_account, user_session.c.user_id == user_account.c.id)
    .where(
        user_session.c.token_hash == sa.bindparam("token_hash"),
        user_session.c.revoked_at.is_(None),
        user_session.c.expires_at > sa.bindparam("now"),
        user_account.c.is_active,
    )
)
"""Account and session of a cookie; asked for by every private request."""
_living = sa.select(user_session.c.id).where(
    user_session.c.user_id == sa.bindparam("user"),
    user_session.c.revoked_at.is_(None),
    user_session.c.expires_at > sa.bindparam("now"),
)
_usable = sa.and_(
    sign_in_token.c.used_at.is_(None), sign_in_token.c.expires_at > sa.bindparam("now")
)
_spend = (
    sa.update(sign_in_token)
    .where(sign_in_token.c.token_hash == sa.bindparam("hash"), _usable)
    .values(used_at=sa.bindparam("now"))
    .returning(sign_in_token.c.email, sign_in_token.c.email_key)
)
_newest = (
    sa.select(sign_in_token)
    .where(sign_in_token.c.email_key == sa.bindparam("key"), _usable)
    .order_by(sign_in_token.c.created_at.desc(), sign_in_token.c.id.desc())
    .limit(1)
)
_failures = sa.select(sa.func.coalesce(sa.func.sum(sign_in_token.c.attempts), 0)).where(
    sign_in_token.c.email_key == sa.bindparam("key"),
    sign_in_token.c.created_at > sa.bindparam("after"),
)


def find_user_by_key(conn: sa.Connection, key: str) -> sa.Row[tuple[object, ...]] | None:
    """The account of a normalised address."""
    return conn.execute(_user_by_key, {"key": key}).one_or_none()


def find_user(conn: sa.Connection, user_id: str) -> sa.Row[tuple[object, ...]] | None:
    """The account of an id."""
    return conn.execute(_user_by_id, {"id": user_id}).one_or_none()


def list_users(conn: sa.Connection) -> Sequence[sa.Row[tuple[object, ...]]]:
    """All accounts, oldest first."""
    return conn.execute(sa.select(user_account).order_by(user_account.c.created_at)).all()


def count_users(conn: sa.Connection) -> int:
    """How many accounts there are."""
    return conn.execute(sa.select(sa.func.count()).select_from(user_account)).scalar_one()


def find_session(conn: sa.Connection, token_hash: str, now: int) -> Any:
    """Account and session of a cookie, if the session lives and the account is active."""
    return SESSION.one_or_none(conn, {"token_hash": token_hash, "now": now})


def living_sessions(conn: sa.Connection, user_id: str, now: int) -> set[str]:
    """Ids of an account's sessions that have neither ended nor been ended."""
    return set(conn.execute(_living, {"user": user_id, "now": now}).scalars())


def spend_token(conn: sa.Connection, token_hash: str, now: int) -> sa.Row[tuple[str, str]] | None:
    """Use a token up; of any number of parallel calls exactly one gets the row."""
    return conn.execute(_spend, {"hash": token_hash, "now": now}).one_or_none()


def newest_token(conn: sa.Connection, key: str, now: int) -> sa.Row[tuple[object, ...]] | None:
    """The newest usable token of an address: the only one whose code counts."""
    return conn.execute(_newest, {"key": key, "now": now}).one_or_none()


def wrong_codes(conn: sa.Connection, key: str, after: int) -> int:
    """Wrong codes typed for an address since a moment."""
    return int(conn.execute(_failures, {"key": key, "after": after}).scalar_one())


def changed_since(
    conn: sa.Connection, user_id: str, since: int
) -> sa.Row[tuple[object, ...]] | None:
    """The profile, if it changed after revision `since` (the feed's `profile` document)."""
    return conn.execute(
        sa.select(user_account).where(user_account.c.id == user_id, user_account.c.rev > since)
    ).one_or_none()
