"""Enrolments and their facts. Where a lifter stands is derived from them and stored nowhere."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.schema import Id, LocalDate, Millis, metadata, owner_column, revision_columns

enrolment = sa.Table(
    "enrolment",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(),
    sa.Column("program_id", Id, nullable=False),
    sa.Column("program_version_id", Id, nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("unit", sa.String(2), nullable=False),
    sa.Column("starts", sa.Text(), nullable=False),
    sa.Column("exercises", sa.Text(), nullable=False),
    sa.Column("started_on", LocalDate, nullable=False),
    sa.Column("ended_at", Millis, nullable=True),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("created_at", Millis, nullable=False),
    *revision_columns(),
    sa.Index("ix_enrolment_user_id_rev", "user_id", "rev"),
)

enrolment_fact = sa.Table(
    "enrolment_fact",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column(
        "enrolment_id", Id, sa.ForeignKey("enrolment.id", ondelete="CASCADE"), nullable=False
    ),
    sa.Column("user_id", Id, nullable=False),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("at", Millis, nullable=False),
    sa.Column("date", LocalDate, nullable=False),
    sa.Column("week", sa.Integer(), nullable=False),
    sa.Column("day", sa.Integer(), nullable=False),
    sa.Column("key", sa.String(200), nullable=False),
    sa.Column("value", sa.Double(), nullable=False),
    sa.Column("lift", sa.String(120), nullable=False),
    sa.Column("exercise", sa.String(200), nullable=False),
    sa.Column("workout_id", Id, nullable=True),
    sa.Column("track", sa.String(120), nullable=False),
    sa.Column("program_version_id", Id, nullable=True),
    sa.Column("deleted_at", Millis, nullable=True),
    sa.Index("ix_enrolment_fact_enrolment_id", "enrolment_id"),
    sa.Index("ix_enrolment_fact_user_id", "user_id"),
)
