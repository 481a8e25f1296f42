"""Workouts, their exercises and sets, and the rollups derived from them.

A set row repeats `user_id`, `exercise_id` and `local_date` of its workout so that one
covering index answers every question about an exercise. `exercise_day` and
`exercise_record` are caches: `fitfolio rebuild` makes them anew from the sets.

Sets and exercises hang on their workout alone: one parent is one check per row when a
hundred thousand come in, and its index serves the cascade when an account is deleted.

`merge` remembers which device changed what when (see `merging`); NULL means never since it was
made. `stale_exercise` names the exercises whose caches are due (see `stale`).
"""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.schema import Id, LocalDate, Millis, metadata, owner_column, revision_columns

workout = sa.Table(
    "workout",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(),
    sa.Column("started_at", Millis, nullable=False),
    sa.Column("finished_at", Millis, nullable=True),
    sa.Column("has_time", sa.Boolean(), nullable=False),
    sa.Column("time_zone", sa.String(64), nullable=False),
    sa.Column("local_date", LocalDate, nullable=False),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("notes", sa.Text(), nullable=False),
    sa.Column("bodyweight_kg", sa.Double(), nullable=True),
    sa.Column("source", sa.String(40), nullable=False),
    sa.Column("import_id", Id, nullable=True),
    sa.Column("template_id", Id, nullable=True),
    # Which session of which program it is; `enrolment_id` repeats a part of it for its index.
    sa.Column("program", sa.Text(), nullable=True),
    sa.Column("enrolment_id", Id, nullable=True),
    sa.Column("merge", sa.Text(), nullable=True),
    *revision_columns(),
    sa.Index("ix_workout_user_id_rev", "user_id", "rev"),
    sa.Index("ix_workout_user_id_started_at_id", "user_id", "started_at", "id"),
    sa.Index("ix_workout_user_id_local_date", "user_id", "local_date"),
    sa.Index("ix_workout_import_id", "import_id"),
    sa.Index("ix_workout_enrolment_id", "enrolment_id"),
)

workout_exercise = sa.Table(
    "workout_exercise",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("workout_id", Id, sa.ForeignKey("workout.id", ondelete="CASCADE"), nullable=False),
    sa.Column("user_id", Id, nullable=False),
    sa.Column("exercise_id", Id, nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("superset", sa.Integer(), nullable=True),
    sa.Column("notes", sa.Text(), nullable=False),
    # What a program asked for, copied when the exercise was added: no later edit of a plan reaches it.
    sa.Column("track", sa.String(120), nullable=True),
    sa.Column("prescription", sa.Text(), nullable=True),
    sa.Column("merge", sa.Text(), nullable=True),
    sa.Column("deleted_at", Millis, nullable=True),
    sa.Index("ix_workout_exercise_workout_id", "workout_id"),
    sa.Index("ix_workout_exercise_user_id_exercise_id", "user_id", "exercise_id"),
)

workout_set = sa.Table(
    "workout_set",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("workout_exercise_id", Id, nullable=False),
    sa.Column("workout_id", Id, sa.ForeignKey("workout.id", ondelete="CASCADE"), nullable=False),
    sa.Column("user_id", Id, nullable=False),
    sa.Column("exercise_id", Id, nullable=False),
    sa.Column("local_date", LocalDate, nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("completed", sa.Boolean(), nullable=False),
    sa.Column("weight", sa.Double(), nullable=True),
    sa.Column("weight_unit", sa.String(2), nullable=True),
    sa.Column("load_kg", sa.Double(), nullable=True),
    sa.Column("reps", sa.Integer(), nullable=True),
    sa.Column("duration_s", sa.Double(), nullable=True),
    sa.Column("distance", sa.Double(), nullable=True),
    sa.Column("distance_unit", sa.String(2), nullable=True),
    sa.Column("distance_m", sa.Double(), nullable=True),
    sa.Column("rpe", sa.Double(), nullable=True),
    sa.Column("rir", sa.Double(), nullable=True),
    sa.Column("side", sa.String(5), nullable=True),
    sa.Column("notes", sa.Text(), nullable=False),
    sa.Column("flagged", sa.String(40), nullable=True),
    sa.Column("logged_at", Millis, nullable=True),
    sa.Column("import_id", Id, nullable=True),
    sa.Column("merge", sa.Text(), nullable=True),
    sa.Column("deleted_at", Millis, nullable=True),
    sa.Index("ix_workout_set_workout_id", "workout_id"),
    sa.Index(
        "ix_workout_set_user_id_exercise_id_local_date", "user_id", "exercise_id", "local_date"
    ),
)

exercise_day = sa.Table(
    "exercise_day",
    metadata,
    sa.Column(
        "user_id", Id, sa.ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("exercise_id", Id, primary_key=True),
    sa.Column("local_date", LocalDate, primary_key=True),
    sa.Column("sets", sa.Integer(), nullable=False),
    sa.Column("hard_sets", sa.Integer(), nullable=False),
    sa.Column("reps", sa.Integer(), nullable=False),
    sa.Column("tonnage_kg", sa.Double(), nullable=False),
    sa.Column("duration_s", sa.Double(), nullable=False),
    sa.Column("distance_m", sa.Double(), nullable=False),
    sa.Column("top_load_kg", sa.Double(), nullable=True),
    sa.Column("top_reps", sa.Integer(), nullable=True),
    sa.Column("top_workout_id", Id, nullable=True),
    sa.Column("e1rm_kg", sa.Double(), nullable=True),
    # State of the trend filter after this day (training.trend.TrendState), so that a new day
    # costs one step and any range of the chart can be smoothed without the days before it.
    sa.Column("trend_level", sa.Double(), nullable=True),
    sa.Column("trend_slope", sa.Double(), nullable=True),
    sa.Column("trend_var_level", sa.Double(), nullable=True),
    sa.Column("trend_cov", sa.Double(), nullable=True),
    sa.Column("trend_var_slope", sa.Double(), nullable=True),
    sa.Index("ix_exercise_day_user_id_local_date", "user_id", "local_date"),
)

exercise_record = sa.Table(
    "exercise_record",
    metadata,
    sa.Column(
        "user_id", Id, sa.ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("exercise_id", Id, primary_key=True),
    sa.Column("kind", sa.String(12), primary_key=True),
    sa.Column("reps", sa.Integer(), primary_key=True),
    sa.Column("sequence", sa.Integer(), primary_key=True),
    sa.Column("value", sa.Double(), nullable=False),
    sa.Column("previous_value", sa.Double(), nullable=True),
    sa.Column("is_current", sa.Boolean(), nullable=False),
    sa.Column("set_id", Id, nullable=True),
    sa.Column("workout_id", Id, nullable=False),
    sa.Column("achieved_at", Millis, nullable=False),
    sa.Column("local_date", LocalDate, nullable=False),
    sa.Index("ix_exercise_record_user_id_achieved_at", "user_id", "achieved_at"),
)

stale_exercise = sa.Table(
    "stale_exercise",
    metadata,
    sa.Column(
        "user_id", Id, sa.ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("exercise_id", Id, primary_key=True),
    sa.Column("since", LocalDate, nullable=False),
)

recovered_value = sa.Table(
    "recovered_value",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("workout_id", Id, nullable=False),
    sa.Column("entity", sa.String(8), nullable=False),
    sa.Column("entity_id", Id, nullable=False),
    sa.Column("field", sa.String(40), nullable=True),
    sa.Column("lost_value", sa.Text(), nullable=False),
    sa.Column("kept_value", sa.Text(), nullable=False),
    sa.Column("lost_stamp", sa.BigInteger(), nullable=False),
    sa.Column("device_id", Id, nullable=False),
    *revision_columns(),
    sa.Index("ix_recovered_value_user_id_rev", "user_id", "rev"),
    sa.Index("ix_recovered_value_user_id_entity_id", "user_id", "entity_id"),
)
