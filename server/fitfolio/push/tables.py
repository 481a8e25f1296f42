"""Browsers that want notifications, and the key this server signs its pushes with."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.schema import Id, Millis, metadata, owner_column

push_key = sa.Table(
    "push_key",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
    sa.Column("private_key", sa.String(100), nullable=False),
    sa.Column("created_at", Millis, nullable=False),
)

push_subscription = sa.Table(
    "push_subscription",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(index=True),
    sa.Column("session_id", Id, nullable=False),
    # Addresses are longer than an index may be; their hash is not.
    sa.Column("endpoint_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("endpoint", sa.Text(), nullable=False),
    sa.Column("p256dh", sa.String(100), nullable=False),
    sa.Column("auth", sa.String(40), nullable=False),
    sa.Column("created_at", Millis, nullable=False),
    sa.Column("failures", sa.Integer(), nullable=False),
    sa.Column("retry_at", Millis, nullable=False),
)
