"""What devices pushed before, so that a repetition is answered and not done again."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.schema import Id, Millis, metadata

sync_operation = sa.Table(
    "sync_operation",
    metadata,
    sa.Column(
        "user_id", Id, sa.ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("key", Id, primary_key=True),
    sa.Column("answer", sa.Text(), nullable=False),
    sa.Column("created_at", Millis, nullable=False),
    sa.Index("ix_sync_operation_user_id_created_at", "user_id", "created_at"),
)
