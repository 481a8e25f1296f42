"""Reads and single-row writes of accounts, sessions and tokens; statements are built once."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from fitfolio.auth.tables import sign_in_token, user_account, user_session
from fitfolio.core.prepared import Prepared

_user_by_key = sa.select(user_account).where(user_account.c.email_key == sa.bindparam("key"))
_user_by_id = sa.select(user_account).where(user_account.c.id == sa.bindparam("id"))
_session_columns = (
    user_account,
    user_session.c.id.label("session_id"),
    user_session.c.created_at.label("session_created_at"),
    user_session.c.last_seen_at.label("session_last_seen_at"),
    user_session.c.expires_at.label("session_expires_at"),
    user_session.c.proven_at.label("session_proven_at"),
    user_session.c.rotated_at.label("session_rotated_at"),
    user_session.c.next_hash.label("session_next_hash"),
)
_lives = sa.and_(
    user_session.c.revoked_at.is_(None),
    user_session.c.expires_at > sa.bindparam("now"),
    user_account.c.is_active,
)
_joined = sa.select(*_session_columns).join_from(
    user_session, user_account, user_session.c.user_id == user_account.c.id
)
SESSION = Prepared(_joined.where(user_session.c.token_hash == sa.bindparam("token_hash"), _lives))
"""Account and session of a cookie; asked for by every private request."""
_session_in_change = _joined.where(
    sa.or_(
        user_session.c.token_hash == sa.bindparam("token_hash"),
        user_session.c.next_hash == sa.bindparam("token_hash"),
        sa.and_(
            user_session.c.previous_hash == sa.bindparam("token_hash"),
            user_session.c.rotated_at > sa.bindparam("since"),
        ),
    ),
    _lives,
)
_session_by_id = _joined.where(user_session.c.id == sa.bindparam("session"), _lives)
_living = sa.select(user_session.c.id).where(
    user_session.c.user_id == sa.bindparam("user"),
    user_session.c.revoked_at.is_(None),
    user_session.c.expires_at > sa.bindparam("now"),
)
_purpose = sign_in_token.c.purpose.in_(sa.bindparam("purposes", expanding=True))
_usable = sa.and_(
    sign_in_token.c.used_at.is_(None), sign_in_token.c.expires_at > sa.bindparam("now"), _purpose
)
_spend = (
    sa.update(sign_in_token)
    .where(sign_in_token.c.token_hash == sa.bindparam("hash"), _usable)
    .values(used_at=sa.bindparam("now"))
    .returning(
        sign_in_token.c.email, sign_in_token.c.email_key, sign_in_token.c.purpose,
        sign_in_token.c.about_id,
    )
)  # fmt: skip
_spend_others = (
    sa.update(sign_in_token)
    .where(sign_in_token.c.email_key == sa.bindparam("key"), _usable)
    .values(used_at=sa.bindparam("now"))
)
_newest = (
    sa.select(sign_in_token)
    .where(sign_in_token.c.email_key == sa.bindparam("key"), _usable)
    .order_by(sign_in_token.c.created_at.desc(), sign_in_token.c.id.desc())
    .limit(1)
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


def living_sessions(conn: sa.Connection, user_id: str, now: int) -> set[str]:
    """Ids of an account's sessions that have neither ended nor been ended."""
    return set(conn.execute(_living, {"user": user_id, "now": now}).scalars())


def find_session_in_change(
    conn: sa.Connection, token_hash: str, now: int, grace_ms: int
) -> sa.Row[tuple[object, ...]] | None:
    """Account and session of a secret that is offered, in force, or was until `grace_ms` ago [ms]."""
    values = {"token_hash": token_hash, "now": now, "since": now - grace_ms}
    return conn.execute(_session_in_change, values).one_or_none()


def find_session_by_id(
    conn: sa.Connection, session_id: str, now: int
) -> sa.Row[tuple[object, ...]] | None:
    """Account and session of an id, if the session lives and the account is active."""
    return conn.execute(_session_by_id, {"session": session_id, "now": now}).one_or_none()


def spend_token(
    conn: sa.Connection, token_hash: str, now: int, purposes: Sequence[str]
) -> sa.Row[tuple[str, str, str, str | None]] | None:
    """Use a token of one of the purposes up; of any number of parallel calls exactly one gets it.

    All others of the address and these purposes are used up with it.
    """
    values = {"hash": token_hash, "now": now, "purposes": list(purposes)}
    spent = conn.execute(_spend, values).one_or_none()
    if spent is not None:
        values = {"key": spent.email_key, "now": now, "purposes": list(purposes)}
        conn.execute(_spend_others, values)
    return spent


def newest_token(
    conn: sa.Connection, key: str, now: int, purposes: Sequence[str]
) -> sa.Row[tuple[object, ...]] | None:
    """The newest usable token of an address and purpose: the only one whose code counts."""
    values = {"key": key, "now": now, "purposes": list(purposes)}
    return conn.execute(_newest, values).one_or_none()


def changed_since(
    conn: sa.Connection, user_id: str, since: int
) -> sa.Row[tuple[object, ...]] | None:
    """The profile, if it changed after revision `since` (the feed's `profile` document)."""
    return conn.execute(
        sa.select(user_account).where(user_account.c.id == user_id, user_account.c.rev > since)
    ).one_or_none()
