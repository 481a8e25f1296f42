"""Reads of the audit log for administrators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from fitfolio.auth import audit
from fitfolio.auth.sign_in import WRONG_CODES_A_DAY
from fitfolio.auth.tables import audit_event, user_account
from fitfolio.core.clock import DAY_MS, to_iso

MAX_LOCKOUTS = 200


@dataclass(frozen=True)
class Wanted:
    """Which events: None and the empty text leave a thing open; times in ms, the end excluded.

    `email` finds what was done by, to or in the name of an address; `address` is how an IP address begins.
    """

    user_id: str | None = None
    email: str = ""
    address: str = ""
    event_type: str | None = None
    outcome: str | None = None
    start_ms: int | None = None
    end_ms: int | None = None

    def conditions(self) -> list[sa.ColumnElement[bool]]:
        """The same as conditions on `audit_event`."""
        event = audit_event.c
        found: list[sa.ColumnElement[bool]] = []
        if self.user_id is not None:
            found.append(sa.or_(event.account_id == self.user_id, event.actor_id == self.user_id))
        if self.email:
            theirs = sa.select(user_account.c.id).where(user_account.c.email_key == self.email)
            found.append(
                sa.or_(
                    event.email == self.email, event.account_id.in_(theirs),
                    event.actor_id.in_(theirs),
                )
            )  # fmt: skip
        if self.address:
            found.append(event.address.startswith(self.address, autoescape=True))
        if self.event_type is not None:
            found.append(event.event_type == self.event_type)
        if self.outcome is not None:
            found.append(event.outcome == self.outcome)
        if self.start_ms is not None:
            found.append(event.at >= self.start_ms)
        if self.end_ms is not None:
            found.append(event.at < self.end_ms)
        return found


_owner, _actor = user_account.alias("owner"), user_account.alias("actor")
_with_names = sa.select(
    audit_event, _owner.c.email.label("owner_email"), _actor.c.email.label("actor_email")
).select_from(
    audit_event.outerjoin(_owner, _owner.c.id == audit_event.c.account_id).outerjoin(
        _actor, _actor.c.id == audit_event.c.actor_id
    )
)


def list_events(
    conn: sa.Connection, wanted: Wanted, after: tuple[int, str] | None, offset: int, limit: int
) -> tuple[Sequence[Any], int]:
    """Events, newest first, and how many there are in all; those behind `after`, else from `offset` on."""
    conditions = wanted.conditions()
    total = conn.execute(
        sa.select(sa.func.count()).select_from(audit_event).where(*conditions)
    ).scalar_one()
    page = _with_names.where(*conditions)
    if after is None:
        page = page.offset(offset)
    else:
        at, last = after
        page = page.where(
            sa.or_(
                audit_event.c.at < at,
                sa.and_(audit_event.c.at == at, audit_event.c.id < last),
            )
        )
    newest_first = (audit_event.c.at.desc(), audit_event.c.id.desc())
    return conn.execute(page.order_by(*newest_first).limit(limit)).all(), total


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
