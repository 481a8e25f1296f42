"""Accounts, sessions, passkeys, identities, tokens and the audit log. Secrets are stored as SHA-256 only."""

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
    # 64 random bytes in base64url: authenticators store it, so it says nothing about the person.
    sa.Column("passkey_handle", sa.String(88), nullable=True, unique=True),
    sa.Column("paused_at", Millis, nullable=True),
    sa.Column("delete_after", Millis, nullable=True),
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
    sa.Column("address", sa.String(64), nullable=False),
    sa.Column("method", sa.String(16), nullable=False),
    sa.Column("proven_at", Millis, nullable=False),
    sa.Column("rotated_at", Millis, nullable=False),
    sa.Column("previous_hash", sa.String(64), nullable=True, index=True),
    sa.Column("next_hash", sa.String(64), nullable=True, index=True),
    sa.Column("next_at", Millis, nullable=True),
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
    sa.Column("purpose", sa.String(16), nullable=False),
    sa.Column("about_id", Id, nullable=True),
)

email_change = sa.Table(
    "email_change",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(index=True),
    sa.Column("email", sa.String(320), nullable=False),
    sa.Column("email_key", sa.String(320), nullable=False),
    sa.Column("created_at", Millis, nullable=False),
    sa.Column("expires_at", Millis, nullable=False),
    sa.Column("old_confirmed_at", Millis, nullable=True),
    sa.Column("new_confirmed_at", Millis, nullable=True),
)

invitation = sa.Table(
    "invitation",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("email", sa.String(320), nullable=False),
    sa.Column("email_key", sa.String(320), nullable=False, index=True),
    sa.Column("is_admin", sa.Boolean(), nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("invited_by", Id, nullable=False),
    sa.Column("created_at", Millis, nullable=False),
    sa.Column("expires_at", Millis, nullable=False),
    sa.Column("accepted_at", Millis, nullable=True),
    sa.Column("revoked_at", Millis, nullable=True),
)

passkey = sa.Table(
    "passkey",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(index=True),
    # At most 1,023 bytes (WebAuthn), in base64url; a hash of it is what an index can hold.
    sa.Column("credential_id", sa.Text(), nullable=False),
    sa.Column("credential_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("public_key", sa.Text(), nullable=False),
    sa.Column("sign_count", sa.BigInteger(), nullable=False),
    sa.Column("transports", sa.Text(), nullable=False),
    sa.Column("aaguid", sa.String(36), nullable=False),
    sa.Column("nickname", sa.String(100), nullable=False),
    sa.Column("backup_eligible", sa.Boolean(), nullable=False),
    sa.Column("backup_state", sa.Boolean(), nullable=False),
    sa.Column("created_at", Millis, nullable=False),
    sa.Column("last_used_at", Millis, nullable=True),
    sa.Column("clone_suspected_at", Millis, nullable=True),
)

passkey_challenge = sa.Table(
    "passkey_challenge",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("purpose", sa.String(16), nullable=False),
    sa.Column("session_id", Id, nullable=True),
    sa.Column("challenge", sa.String(100), nullable=False),
    sa.Column("expires_at", Millis, nullable=False, index=True),
)

# Somebody at an OpenID issuer; the issuer's name for them never changes, their address may.
oidc_identity = sa.Table(
    "oidc_identity",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(index=True),
    sa.Column("issuer", sa.String(500), nullable=False),
    sa.Column("subject", sa.String(255), nullable=False),
    sa.Column("email", sa.String(320), nullable=False),
    sa.Column("gave_admin", sa.Boolean(), nullable=False),
    sa.Column("created_at", Millis, nullable=False),
    sa.Column("last_used_at", Millis, nullable=True),
    sa.UniqueConstraint("issuer", "subject"),
)

oidc_attempt = sa.Table(
    "oidc_attempt",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("secret_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("next_path", sa.String(500), nullable=False),
    sa.Column("expires_at", Millis, nullable=False, index=True),
)

api_token = sa.Table(
    "api_token",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(index=True),
    sa.Column("name", sa.String(100), nullable=False),
    sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("hint", sa.String(12), nullable=False),
    sa.Column("scopes", sa.String(40), nullable=False),
    sa.Column("created_at", Millis, nullable=False),
    sa.Column("expires_at", Millis, nullable=True),
    sa.Column("last_used_at", Millis, nullable=True),
    sa.Column("last_address", sa.String(64), nullable=False),
    sa.Column("revoked_at", Millis, nullable=True),
)

# It outlives the accounts it speaks about, so it has no foreign keys and no `user_id`.
audit_event = sa.Table(
    "audit_event",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("at", Millis, nullable=False, index=True),
    sa.Column("event_type", sa.String(48), nullable=False, index=True),
    sa.Column("outcome", sa.String(8), nullable=False),
    sa.Column("account_id", Id, nullable=True, index=True),
    sa.Column("actor_id", Id, nullable=True),
    sa.Column("email", sa.String(320), nullable=False),
    sa.Column("address", sa.String(64), nullable=False),
    sa.Column("user_agent", sa.String(512), nullable=False),
    sa.Column("request_id", sa.String(64), nullable=False),
    sa.Column("extra", sa.Text(), nullable=False),
    sa.Index("ix_audit_event_email_at", "email", "at"),
)
