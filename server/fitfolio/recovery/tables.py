"""Dated body values: weight and measurements (sleep and wellness join them later)."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.schema import Id, LocalDate, Millis, metadata, owner_column, revision_columns

metric_entry = sa.Table(
    "metric_entry",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(),
    sa.Column("metric", sa.String(40), nullable=False),
    sa.Column("measured_at", Millis, nullable=False),
    sa.Column("local_date", LocalDate, nullable=False),
    sa.Column("value", sa.Double(), nullable=False),
    sa.Column("unit", sa.String(8), nullable=False),
    sa.Column("notes", sa.Text(), nullable=False),
    sa.Column("source", sa.String(40), nullable=False),
    sa.Column("source_key", sa.String(120), nullable=True),
    sa.Column("import_id", Id, nullable=True),
    *revision_columns(),
    sa.UniqueConstraint("user_id", "source_key"),
    sa.Index("ix_metric_entry_user_id_rev", "user_id", "rev"),
    sa.Index("ix_metric_entry_user_id_metric_measured_at", "user_id", "metric", "measured_at"),
)
