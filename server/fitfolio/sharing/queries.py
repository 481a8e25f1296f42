"""Reads of links; statements are built once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from fitfolio.sharing.tables import share

Row = sa.Row[tuple[Any, ...]]

_own = sa.select(share).where(share.c.user_id == sa.bindparam("viewer"))
_newest_first = _own.order_by(share.c.created_at.desc(), share.c.id.desc())
_one = _own.where(share.c.id == sa.bindparam("id"))
_owner = sa.select(share.c.user_id).where(share.c.id == sa.bindparam("id"))
_count = (
    sa.select(sa.func.count())
    .select_from(share)
    .where(share.c.user_id == sa.bindparam("viewer"), share.c.revoked_at.is_(None))
)
_open = sa.select(share).where(
    share.c.revoked_at.is_(None),
    sa.or_(share.c.expires_at.is_(None), share.c.expires_at > sa.bindparam("now")),
)
_by_token = _open.where(share.c.token == sa.bindparam("token"))
_on_shelf = (
    _open.where(share.c.on_shelf)
    .order_by(share.c.created_at.desc(), share.c.id.desc())
    .limit(sa.bindparam("count"))
)


def list_shares(conn: sa.Connection, viewer: str) -> Sequence[Row]:
    """Links of the viewer, newest first, revoked ones included."""
    return conn.execute(_newest_first, {"viewer": viewer}).all()


def find_share(conn: sa.Connection, viewer: str, share_id: str) -> Row | None:
    """One link of the viewer."""
    return conn.execute(_one, {"viewer": viewer, "id": share_id}).one_or_none()


def is_taken(conn: sa.Connection, share_id: str) -> bool:
    """Whether anybody has a link of this id."""
    return conn.execute(_owner, {"id": share_id}).one_or_none() is not None


def count_shares(conn: sa.Connection, viewer: str) -> int:
    """Links that were not revoked."""
    return conn.execute(_count, {"viewer": viewer}).scalar_one()


def find_open(conn: sa.Connection, token: str, now_ms: int) -> Row | None:
    """The link of a token, whoever's; none that was revoked or has expired."""
    return conn.execute(_by_token, {"token": token, "now": now_ms}).one_or_none()


def list_on_shelf(conn: sa.Connection, now_ms: int, count: int) -> Sequence[Row]:
    """Open links that this instance's people are shown, newest first."""
    return conn.execute(_on_shelf, {"now": now_ms, "count": count}).all()
