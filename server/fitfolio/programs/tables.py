"""Templates. What is in one is read and written as a whole, so its exercises are one text."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.schema import Id, Millis, metadata, owner_column, revision_columns

template = sa.Table(
    "template",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("folder", sa.String(200), nullable=False),
    sa.Column("notes", sa.Text(), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("exercises", sa.Text(), nullable=False),
    sa.Column("created_at", Millis, nullable=False),
    *revision_columns(),
    sa.Index("ix_template_user_id_rev", "user_id", "rev"),
)
