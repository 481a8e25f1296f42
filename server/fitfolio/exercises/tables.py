"""Custom exercises and each lifter's preferences. The shared library is data, not rows."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.schema import Id, Millis, metadata, owner_column, revision_columns

custom_exercise = sa.Table(
    "custom_exercise",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("equipment", sa.String(20), nullable=False),
    sa.Column("tracking", sa.String(20), nullable=False),
    sa.Column("primary_muscles", sa.Text(), nullable=False),
    sa.Column("secondary_muscles", sa.Text(), nullable=False),
    sa.Column("unilateral", sa.Boolean(), nullable=False),
    sa.Column("notes", sa.Text(), nullable=False),
    sa.Column("import_id", Id, nullable=True),
    sa.Column("created_at", Millis, nullable=False),
    *revision_columns(),
    sa.Index("ix_custom_exercise_user_id_rev", "user_id", "rev"),
)

exercise_preference = sa.Table(
    "exercise_preference",
    metadata,
    sa.Column(
        "user_id", Id, sa.ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("exercise_id", Id, primary_key=True),
    sa.Column("favourite", sa.Boolean(), nullable=False),
    sa.Column("weight_unit", sa.String(2), nullable=True),
    sa.Column("notes", sa.Text(), nullable=False),
    sa.Column("rest_s", sa.Integer(), nullable=True),
    sa.Column("rest_warm_up_s", sa.Integer(), nullable=True),
    sa.Column("bar_id", sa.String(40), nullable=True),
    sa.Column("step", sa.Double(), nullable=True),
    sa.Column("step_unit", sa.String(2), nullable=True),
    sa.Column("rev", sa.BigInteger(), nullable=False),
    sa.Index("ix_exercise_preference_user_id_rev", "user_id", "rev"),
)
