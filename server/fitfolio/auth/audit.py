"""Who did what, when and from where, including what failed and what was refused.

Events outlive the accounts they speak about and can be read, never changed, through the API. They
hold no secret and nothing that was typed but an address.
"""

from __future__ import annotations

import json
from typing import Any, Literal

import sqlalchemy as sa

from fitfolio.auth.caller import Caller
from fitfolio.auth.tables import audit_event
from fitfolio.core.clock import DAY_MS
from fitfolio.core.ids import uuid7

Outcome = Literal["ok", "failed", "refused"]

EVENT_TYPES = frozenset({
    "account_deleted", "account_deletion_cancelled", "account_deletion_scheduled",
    "account_paused", "account_resumed", "admin_refused", "api_token_created",
    "api_token_revoked", "email_change_confirmed", "email_change_started", "email_changed",
    "email_verified", "invitation_created", "invitation_revoked", "lockout_cleared",
    "login_attempt_locked", "logout", "magic_link_requested", "magic_link_verified_failed",
    "magic_link_verified_success", "mail_retried", "mail_tested", "oidc_identity_linked",
    "oidc_identity_unlinked", "oidc_login", "oidc_login_failed", "proof_failed", "proof_given",
    "proof_requested", "session_revoked", "session_rotated", "sessions_revoked_all_others",
    "sessions_revoked_by_admin", "user_created", "user_deactivated", "user_reactivated",
    "user_role_changed", "webauthn_auth_failed", "webauthn_clone_suspected",
    "webauthn_credential_created", "webauthn_credential_removed", "webauthn_credential_renamed",
    "webauthn_login", "webauthn_register_failed", "webauthn_register_start",
})  # fmt: skip

_insert = sa.insert(audit_event)


def record(
    conn: sa.Connection, /, now_ms: int, event_type: str, caller: Caller, *,
    account_id: str | None = None, email: str = "", outcome: Outcome = "ok", **extra: Any,
) -> None:  # fmt: skip
    """Write an event inside the transaction of what it tells. An unknown type is a bug: LookupError."""
    if event_type not in EVENT_TYPES:
        raise LookupError(event_type)
    conn.execute(
        _insert,
        {"id": uuid7(), "at": now_ms, "event_type": event_type, "outcome": outcome,
         "account_id": account_id, "actor_id": caller.actor_id or account_id,
         "email": email[:320], "address": caller.address, "user_agent": caller.user_agent,
         "request_id": caller.request_id, "extra": json.dumps(extra)},
    )  # fmt: skip


def delete_old(conn: sa.Connection, now_ms: int, keep_days: int) -> None:
    """Forget events older than `keep_days` [d]."""
    conn.execute(sa.delete(audit_event).where(audit_event.c.at < now_ms - keep_days * DAY_MS))


_last_cleared = (
    sa.select(sa.func.coalesce(sa.func.max(audit_event.c.at), 0))
    .where(
        audit_event.c.email == sa.bindparam("key"), audit_event.c.event_type == "lockout_cleared"
    )
    .scalar_subquery()
)
_wrong_codes = (
    sa.select(sa.func.count())
    .select_from(audit_event)
    .where(
        audit_event.c.email == sa.bindparam("key"),
        audit_event.c.at > sa.bindparam("after"),
        audit_event.c.at > _last_cleared,
        audit_event.c.event_type.in_(("magic_link_verified_failed", "proof_failed")),
    )
)


def wrong_codes(conn: sa.Connection, email_key: str, after: int) -> int:
    """Wrong codes typed for an address since a moment, whether it has an account or not."""
    return conn.execute(_wrong_codes, {"key": email_key, "after": after}).scalar_one()
