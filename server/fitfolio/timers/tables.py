"""Running rest timers: at most one per account, gone when it has ended."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.schema import Id, Millis, metadata

rest_timer = sa.Table(
    "rest_timer",
    metadata,
    sa.Column(
        "user_id", Id, sa.ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("id", Id, nullable=False),
    sa.Column("ends_at", Millis, nullable=False),
    sa.Column("exercise_name", sa.String(200), nullable=False),
    sa.Column("next", sa.String(200), nullable=False),
    sa.Column("locked_until", Millis, nullable=False),
    sa.Index("ix_rest_timer_ends_at", "ends_at"),
)
