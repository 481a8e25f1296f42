"""Reads of the audit log for administrators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from fitfolio.auth import audit
from fitfolio.auth.sign_in import WRONG_CODES_A_DAY
from fitfolio.auth.tables import audit_event
from fitfolio.core.clock import DAY_MS, to_iso

MAX_LOCKOUTS = 200


@dataclass(frozen=True)
class Wanted:
    """Which events: None and the empty text leave a thing open; times in ms, the end excluded."""

    user_id: str | None
    email: str
    event_type: str | None
    outcome: str | None
    start_ms: int | None
    end_ms: int | None


def list_events(
    conn: sa.Connection, wanted: Wanted, offset: int, limit: int
) -> tuple[Sequence[Any], int]:
    """A page of events, newest first, and how many there are in all."""
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.user_id is not None:
        conditions.append(
            sa.or_(
                audit_event.c.account_id == wanted.user_id,
                audit_event.c.actor_id == wanted.user_id,
            )
        )
    if wanted.email:
        conditions.append(audit_event.c.email == wanted.email)
    if wanted.event_type is not None:
        conditions.append(audit_event.c.event_type == wanted.event_type)
    if wanted.outcome is not None:
        conditions.append(audit_event.c.outcome == wanted.outcome)
    if wanted.start_ms is not None:
        conditions.append(audit_event.c.at >= wanted.start_ms)
    if wanted.end_ms is not None:
        conditions.append(audit_event.c.at < wanted.end_ms)
    total = conn.execute(
        sa.select(sa.func.count()).select_from(audit_event).where(*conditions)
    ).scalar_one()
    rows = conn.execute(
        sa.select(audit_event)
        .where(*conditions)
        .order_by(audit_event.c.at.desc(), audit_event.c.id.desc())
        .offset(offset)
        .limit(limit)
    ).all()
    return rows, total


def list_lockouts(conn: sa.Connection, now_ms: int) -> list[dict[str, Any]]:
    """Addresses with wrong codes within the last day, the latest first."""
    rows = conn.execute(
        sa.select(audit_event.c.email, sa.func.max(audit_event.c.at).label("last_at"))
        .where(
            audit_event.c.at > now_ms - DAY_MS,
            audit_event.c.email != "",
            audit_event.c.event_type.in_(("magic_link_verified_failed", "proof_failed")),
        )
        .group_by(audit_event.c.email)
        .order_by(sa.desc("last_at"))
        .limit(MAX_LOCKOUTS)
    ).all()
    found = []
    for row in rows:
        count = audit.wrong_codes(conn, row.email, now_ms - DAY_MS)
        if count:
            found.append(
                {"email": row.email, "wrong_codes": count,
                 "is_locked": count >= WRONG_CODES_A_DAY, "last_at": to_iso(row.last_at)}
            )  # fmt: skip
    return found
