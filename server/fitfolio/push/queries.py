"""Reads of subscriptions and of the server's key; statements are built once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from fitfolio.push.tables import push_key, push_subscription

Row = sa.Row[tuple[Any, ...]]

_key = sa.select(push_key.c.private_key)
_of_user = (
    sa.select(push_subscription)
    .where(push_subscription.c.user_id == sa.bindparam("viewer"))
    .order_by(push_subscription.c.created_at, push_subscription.c.id)
)
_by_endpoint = sa.select(push_subscription).where(
    push_subscription.c.endpoint_hash == sa.bindparam("hash")
)


def find_key(conn: sa.Connection) -> str | None:
    """The private key made at first use."""
    return conn.execute(_key).scalar_one_or_none()


def list_subscriptions(conn: sa.Connection, viewer: str) -> Sequence[Row]:
    """The browsers of an account, oldest first."""
    return conn.execute(_of_user, {"viewer": viewer}).all()


def find_by_endpoint(conn: sa.Connection, endpoint_hash: str) -> Row | None:
    """The subscription of an address, whoever has it."""
    return conn.execute(_by_endpoint, {"hash": endpoint_hash}).one_or_none()
