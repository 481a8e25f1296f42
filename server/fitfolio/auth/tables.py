"""Accounts, sessions and one-time sign-in tokens. Secrets are stored as SHA-256 only."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.schema import Id, Millis, metadata, owner_column

user_account = sa.Table(
    "user_account",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("email", sa.String(320), nullable=False),
    sa.Column("email_key", sa.String(320), nullable=False, unique=True),
    sa.Column("is_admin", sa.Boolean(), nullable=False),
    sa.Column("is_active", sa.Boolean(), nullable=False),
    sa.Column("is_email_verified", sa.Boolean(), nullable=False),
    sa.Column("created_at", Millis, nullable=False),
    sa.Column("last_login_at", Millis, nullable=True),
    sa.Column("display_name", sa.String(80), nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("weight_unit", sa.String(2), nullable=False),
    sa.Column("length_unit", sa.String(2), nullable=False),
    sa.Column("distance_unit", sa.String(2), nullable=False),
    sa.Column("time_zone", sa.String(64), nullable=False),
    sa.Column("week_start", sa.Integer(), nullable=False),
    sa.Column("weekly_goal", sa.Integer(), nullable=False),
    sa.Column("equipment", sa.Text(), nullable=False),
    sa.Column("welcomed", sa.Boolean(), nullable=False),
    sa.Column("effort_scale", sa.String(4), nullable=False),
    sa.Column("rest", sa.Text(), nullable=False),
    sa.Column("timer_sound", sa.Boolean(), nullable=False),
    sa.Column("timer_vibration", sa.Boolean(), nullable=False),
    sa.Column("keep_awake", sa.Boolean(), nullable=False),
    sa.Column("gym", sa.Text(), nullable=False),
    sa.Column("rev", sa.BigInteger(), nullable=False),
)

user_session = sa.Table(
    "user_session",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(index=True),
    sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("created_at", Millis, nullable=False),
    sa.Column("last_seen_at", Millis, nullable=False),
    sa.Column("expires_at", Millis, nullable=False),
    sa.Column("revoked_at", Millis, nullable=True),
    sa.Column("user_agent", sa.String(512), nullable=False),
)

sign_in_token = sa.Table(
    "sign_in_token",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("email", sa.String(320), nullable=False),
    sa.Column("email_key", sa.String(320), nullable=False, index=True),
    sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("code_hash", sa.String(64), nullable=True),
    sa.Column("attempts", sa.Integer(), nullable=False),
    sa.Column("created_at", Millis, nullable=False),
    sa.Column("expires_at", Millis, nullable=False),
    sa.Column("used_at", Millis, nullable=True),
)
