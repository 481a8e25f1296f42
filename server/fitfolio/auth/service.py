"""Accounts and profiles, and who is asking."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

import fitfolio.auth.errors  # noqa: F401  # registers the codes
from fitfolio.auth import queries
from fitfolio.auth.gym import STANDARD_REST
from fitfolio.auth.schemas import Language, Me, ProfileChange
from fitfolio.auth.secrets import email_key
from fitfolio.auth.tables import user_account
from fitfolio.core.clock import to_iso
from fitfolio.core.errors import Conflict, Refused
from fitfolio.core.ids import uuid7
from fitfolio.core.revisions import create_clock, next_revision
from fitfolio.core.schema import metadata


@dataclass(frozen=True)
class Viewer:
    """The signed-in person of a request, with the profile fields other slices need."""

    id: str
    email: str
    is_admin: bool
    language: Language
    weight_unit: str
    length_unit: str
    distance_unit: str
    time_zone: str
    week_start: int
    weekly_goal: int
    session_id: str
    row: Any
    scopes: frozenset[str] | None = None
    """What an API token may do; None for somebody at a browser, who may do everything."""


def viewer_of(row: Any, scopes: frozenset[str] | None = None) -> Viewer:  # a joined row
    """The viewer of a session's or a token's row."""
    return Viewer(
        id=row.id, email=row.email, is_admin=row.is_admin, language=row.language,
        weight_unit=row.weight_unit, length_unit=row.length_unit,
        distance_unit=row.distance_unit, time_zone=row.time_zone, week_start=row.week_start,
        weekly_goal=row.weekly_goal, session_id=row.session_id, row=row, scopes=scopes,
    )  # fmt: skip


def create_user(
    conn: sa.Connection, email: str, now_ms: int, *, is_admin: bool = False, verified: bool = False
) -> str:
    """Make an account and return its id. The first account becomes the administrator."""
    key = email_key(email)
    if key is None:
        raise Refused("auth.invalid_email", f"{email[:80]!r} is not an e-mail address.")
    lock_accounts(conn)
    if queries.find_user_by_key(conn, key) is not None:
        raise Conflict("auth.exists", f"There is an account for {email} already.")
    user_id = uuid7()
    conn.execute(
        sa.insert(user_account),
        {"id": user_id, "email": email.strip(), "email_key": key,
         "is_admin": is_admin or queries.count_users(conn) == 0, "is_active": True,
         "is_email_verified": verified, "created_at": now_ms, "last_login_at": None,
         "display_name": "", "language": "en", "weight_unit": "kg", "length_unit": "cm",
         "distance_unit": "km", "time_zone": "UTC", "week_start": 1, "weekly_goal": 3,
         "equipment": "null", "welcomed": False, "effort_scale": "rpe",
         "rest": json.dumps(STANDARD_REST), "timer_sound": True, "timer_vibration": True,
         "keep_awake": True, "gym": "null", "rev": 0, "passkey_handle": None, "paused_at": None,
         "delete_after": None},
    )  # fmt: skip
    create_clock(conn, user_id)
    return user_id


def lock_accounts(conn: sa.Connection) -> None:
    """Two first sign-ins at the same moment must not make two administrators.

    Only as the first statement it helps: the one who waits must not have looked before.
    """
    if conn.dialect.name == "postgresql":
        conn.exec_driver_sql("LOCK TABLE user_account IN SHARE ROW EXCLUSIVE MODE")


def delete_user(conn: sa.Connection, user_id: str) -> None:
    """Delete an account with everything in it, in every slice; there is no way back."""
    # Children first and by their owner's index: cascades would look for each child by itself.
    for table in reversed(metadata.sorted_tables):
        if "user_id" in table.c:
            conn.execute(sa.delete(table).where(table.c.user_id == user_id))
    conn.execute(sa.delete(user_account).where(user_account.c.id == user_id))


def profile_values(body: ProfileChange) -> dict[str, Any]:
    """The fields a request changes; null means something for the `CLEARABLE` ones only."""
    sent = body.model_dump(exclude_unset=True)
    return {name: value for name, value in sent.items() if value is not None or name in CLEARABLE}


def change_profile(conn: sa.Connection, user_id: str, change: dict[str, Any]) -> None:
    """Change the named profile fields; of `rest` only the times named in it."""
    values = dict(change)
    if "rest" in values:
        row: Any = queries.find_user(conn, user_id)
        values["rest"] = json.loads(row.rest) | values["rest"]
    for name in JSON_FIELDS & values.keys():
        values[name] = json.dumps(values[name])
    if values:
        values["rev"] = next_revision(conn, user_id)
        conn.execute(sa.update(user_account).where(user_account.c.id == user_id).values(**values))


CLEARABLE = frozenset({"equipment", "gym"})
JSON_FIELDS = frozenset({"equipment", "rest", "gym"})
PROFILE_FIELDS = (
    "display_name", "language", "weight_unit", "length_unit", "distance_unit", "time_zone",
    "week_start", "weekly_goal", "welcomed",
)  # fmt: skip
TRAINING_FIELDS = ("effort_scale", "timer_sound", "timer_vibration", "keep_awake")


def profile_document(row: Any) -> dict[str, Any]:  # an account row
    """The profile as devices keep it: no session, no secrets."""
    return {
        "id": row.id,
        "email": row.email,
        "is_admin": row.is_admin,
        "delete_after": _iso_or_none(row.delete_after),
        **{name: getattr(row, name) for name in (*PROFILE_FIELDS, *TRAINING_FIELDS)},
        **{name: json.loads(getattr(row, name)) for name in ("equipment", "rest", "gym")},
    }


def me_of(row: Any, session: Any) -> Me:  # an account row, a joined session row
    """Profile and session of the person asking."""
    return Me(
        **profile_document(row),
        is_email_verified=row.is_email_verified,
        created_at=to_iso(row.created_at),
        last_login_at=_iso_or_none(row.last_login_at),
        session_created_at=to_iso(session.session_created_at),
        session_expires_at=_iso_or_none(session.session_expires_at),
    )


def _iso_or_none(ms: int | None) -> str | None:
    return None if ms is None else to_iso(ms)
