"""Work that must outlive the request which asked for it."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.schema import Id, Millis, metadata

job = sa.Table(
    "job",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("payload", sa.Text(), nullable=False),
    sa.Column("run_at", Millis, nullable=False),
    sa.Column("locked_until", Millis, nullable=False),
    sa.Column("attempts", sa.Integer(), nullable=False),
    sa.Column("last_error", sa.Text(), nullable=True),
    sa.Column("created_at", Millis, nullable=False),
    sa.Index("ix_job_run_at_locked_until", "run_at", "locked_until"),
)
