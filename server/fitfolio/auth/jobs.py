"""What is done without anybody waiting: deleting accounts whose time has come, and clearing up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import sqlalchemy as sa

from fitfolio.auth import audit, queries, service
from fitfolio.auth.account import DELETE_JOB
from fitfolio.auth.caller import Caller
from fitfolio.auth.tables import email_change, invitation, oidc_attempt, passkey_challenge
from fitfolio.core import outbox
from fitfolio.core.clock import DAY_MS
from fitfolio.core.http import State
from fitfolio.core.jobs import ensure

CLEAN_UP_JOB = "auth.clean_up"
WORKER = Caller(address="", user_agent="worker")

deletion_listeners: set[Callable[[State, str], Awaitable[None]]] = set()
"""Told after an account is gone: what lies outside the database goes too."""


def _delete_if_due(conn: sa.Connection, user_id: str, now_ms: int) -> bool:
    user: Any = queries.find_user(conn, user_id)
    if user is None or user.delete_after is None or user.delete_after > now_ms:
        return False  # kept after all, or asked for again later
    service.delete_user(conn, user_id)
    conn.execute(sa.delete(outbox.outbox_mail).where(outbox.outbox_mail.c.recipient == user.email))
    audit.record(conn, now_ms, "account_deleted", WORKER, account_id=user_id, email=user.email_key)
    return True


async def delete_account(state: State, payload: dict[str, Any]) -> None:
    """Job: delete an account with everything in it, if that is still wanted."""
    if await state.db.write(_delete_if_due, payload["user_id"], state.clock.now_ms()):
        for listener in deletion_listeners:
            await listener(state, payload["user_id"])


def _clean_up(conn: sa.Connection, now_ms: int, audit_days: int) -> None:
    audit.delete_old(conn, now_ms, audit_days)
    outbox.delete_old(conn, now_ms)
    for table in (email_change, oidc_attempt, passkey_challenge):
        conn.execute(sa.delete(table).where(table.c.expires_at < now_ms))
    conn.execute(sa.delete(invitation).where(invitation.c.expires_at < now_ms - 30 * DAY_MS))
    ensure(conn, CLEAN_UP_JOB, now_ms, now_ms + DAY_MS)


async def clean_up(state: State, _payload: dict[str, Any]) -> None:
    """Job: forget what is too old, and come back tomorrow."""
    await state.db.write(_clean_up, state.clock.now_ms(), state.settings.audit_days)


HANDLERS = {DELETE_JOB: delete_account, CLEAN_UP_JOB: clean_up}
