"""Signing in and out, accounts and profiles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

import fitfolio.auth.errors  # noqa: F401  # registers the codes
from fitfolio.auth import queries
from fitfolio.auth.gym import STANDARD_REST
from fitfolio.auth.schemas import Language, Me, ProfileChange
from fitfolio.auth.secrets import (
    clean_code,
    email_key,
    hash_code,
    hash_secret,
    new_code,
    new_token,
)
from fitfolio.auth.tables import sign_in_token, user_account, user_session
from fitfolio.core.announcements import announce
from fitfolio.core.clock import DAY_MS, to_iso
from fitfolio.core.errors import AppError, Conflict, Refused, TooMany
from fitfolio.core.ids import uuid7
from fitfolio.core.revisions import create_clock, next_revision
from fitfolio.core.schema import metadata

TOKEN_MS = 10 * 60_000
CODE_ATTEMPTS = 5
WRONG_CODES_A_DAY = 20
SEEN_EVERY_MS = 5 * 60_000
USER_AGENT_LIMIT = 512


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


@dataclass(frozen=True)
class SignInSecrets:
    """What goes into the mail (or the console) and nowhere else."""

    email: str
    token: str
    code: str


def viewer_of(row: Any) -> Viewer:  # a joined row
    """The viewer of a session row."""
    return Viewer(
        id=row.id, email=row.email, is_admin=row.is_admin, language=row.language,
        weight_unit=row.weight_unit, length_unit=row.length_unit,
        distance_unit=row.distance_unit, time_zone=row.time_zone, week_start=row.week_start,
        weekly_goal=row.weekly_goal, session_id=row.session_id, row=row,
    )  # fmt: skip


def create_user(
    conn: sa.Connection, email: str, now_ms: int, *, is_admin: bool = False, verified: bool = False
) -> str:
    """Make an account and return its id. The first account becomes the administrator."""
    key = email_key(email)
    if key is None:
        raise Refused("auth.invalid_email", f"{email[:80]!r} is not an e-mail address.")
    _lock_accounts(conn)
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
         "keep_awake": True, "gym": "null", "rev": 0},
    )  # fmt: skip
    create_clock(conn, user_id)
    return user_id


def _lock_accounts(conn: sa.Connection) -> None:
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


def may_sign_in(conn: sa.Connection, email: str, *, signup_open: bool) -> bool:
    """Whether a link for this address leads anywhere: an active account, or one that may be made."""
    key = email_key(email)
    if key is None:
        return False
    user = queries.find_user_by_key(conn, key)
    if user is not None:
        return bool(user.is_active)
    return signup_open or queries.count_users(conn) == 0


def make_sign_in(conn: sa.Connection, email: str, now_ms: int) -> SignInSecrets:
    """Store a new one-time token with its code; older ones of the address stay valid as links."""
    key = email_key(email)
    if key is None:
        raise Refused("auth.invalid_email", f"{email[:80]!r} is not an e-mail address.")
    conn.execute(sa.delete(sign_in_token).where(sign_in_token.c.created_at < now_ms - DAY_MS))
    token, code = new_token(), new_code()
    token_hash = hash_secret(token)
    conn.execute(
        sa.insert(sign_in_token),
        {"id": uuid7(), "email": email.strip(), "email_key": key, "token_hash": token_hash,
         "code_hash": hash_code(token_hash, code), "attempts": 0, "created_at": now_ms,
         "expires_at": now_ms + TOKEN_MS, "used_at": None},
    )  # fmt: skip
    return SignInSecrets(email.strip(), token, code)


@dataclass(frozen=True)
class NewSession:
    """A fresh session; `secret` goes into the cookie."""

    user_id: str
    secret: str
    expires_at: int


@dataclass(frozen=True)
class SessionTerms:
    """How long a session lives [ms]: without use, and in any case."""

    idle_ms: int
    max_ms: int


def verify_token(
    conn: sa.Connection, token: str, now_ms: int, terms: SessionTerms,
    *, user_agent: str, signup_open: bool,
) -> NewSession | None:  # fmt: skip
    """Trade a link's token for a session; None if the token does not count."""
    _lock_accounts(conn)
    spent = queries.spend_token(conn, hash_secret(token), now_ms)
    if spent is None:
        return None
    return _open_session(
        conn, spent.email, now_ms, terms, user_agent=user_agent, signup_open=signup_open
    )


def verify_code(
    conn: sa.Connection, email: str, code: str, now_ms: int, terms: SessionTerms,
    *, user_agent: str, signup_open: bool,
) -> NewSession | AppError:  # fmt: skip
    """Trade a typed code for a session. A refusal is returned, not raised, so that it is counted."""
    wrong = Refused("auth.invalid_token", "The code is wrong, was used already or is too old.")
    key = email_key(email)
    if key is None:
        return wrong
    _lock_accounts(conn)
    if queries.wrong_codes(conn, key, now_ms - DAY_MS) >= WRONG_CODES_A_DAY:
        return TooMany(
            "auth.too_many_codes", "Too many wrong codes; use the link in the mail.", 3600
        )
    token = queries.newest_token(conn, key, now_ms)
    if token is None or token.attempts >= CODE_ATTEMPTS:
        return wrong
    if hash_code(token.token_hash, clean_code(code)) != token.code_hash:
        conn.execute(
            sa.update(sign_in_token)
            .where(sign_in_token.c.id == token.id)
            .values(attempts=sign_in_token.c.attempts + 1)
        )
        return wrong
    spent = queries.spend_token(conn, token.token_hash, now_ms)
    if spent is None:
        return wrong
    session = _open_session(
        conn, spent.email, now_ms, terms, user_agent=user_agent, signup_open=signup_open
    )
    return session or wrong


def _open_session(
    conn: sa.Connection, email: str, now_ms: int, terms: SessionTerms,
    *, user_agent: str, signup_open: bool,
) -> NewSession | None:  # fmt: skip
    if not may_sign_in(conn, email, signup_open=signup_open):
        return None
    key = email_key(email)
    user = queries.find_user_by_key(conn, key or "")
    user_id = create_user(conn, email, now_ms) if user is None else str(user.id)
    conn.execute(
        sa.update(user_account)
        .where(user_account.c.id == user_id)
        .values(is_email_verified=True, last_login_at=now_ms)
    )
    conn.execute(sa.delete(user_session).where(user_session.c.expires_at < now_ms - 30 * DAY_MS))
    secret = new_token()
    expires_at = now_ms + min(terms.idle_ms, terms.max_ms)
    conn.execute(
        sa.insert(user_session),
        {"id": uuid7(), "user_id": user_id, "token_hash": hash_secret(secret),
         "created_at": now_ms, "last_seen_at": now_ms, "expires_at": expires_at,
         "revoked_at": None, "user_agent": user_agent[:USER_AGENT_LIMIT].replace("\x00", "")},
    )  # fmt: skip
    return NewSession(user_id, secret, expires_at)


def needs_touch(viewer: Viewer, now_ms: int) -> bool:
    """Whether `touch_session` is due (at most every five minutes)."""
    return bool(now_ms - viewer.row.session_last_seen_at > SEEN_EVERY_MS)


def touch_session(conn: sa.Connection, viewer: Viewer, now_ms: int, terms: SessionTerms) -> None:
    """Note that a session is in use: it lives on, up to its absolute end."""
    expires_at = min(now_ms + terms.idle_ms, viewer.row.session_created_at + terms.max_ms)
    conn.execute(
        sa.update(user_session)
        .where(user_session.c.id == viewer.session_id)
        .values(last_seen_at=now_ms, expires_at=expires_at)
    )


def sign_out(conn: sa.Connection, secret: str, now_ms: int) -> None:
    """End the session of a cookie; doing it again is fine."""
    ended = conn.execute(
        sa.update(user_session)
        .where(
            user_session.c.token_hash == hash_secret(secret), user_session.c.revoked_at.is_(None)
        )
        .values(revoked_at=now_ms)
        .returning(user_session.c.id, user_session.c.user_id)
    ).one_or_none()
    if ended is not None:
        announce(conn, ended.user_id, "session_ended", ended.id)


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
        **{name: getattr(row, name) for name in (*PROFILE_FIELDS, *TRAINING_FIELDS)},
        **{name: json.loads(getattr(row, name)) for name in ("equipment", "rest", "gym")},
    }


def me_of(row: Any) -> Me:  # a joined row
    """Profile and session of a joined session row."""
    return Me(
        **profile_document(row),
        is_email_verified=row.is_email_verified,
        created_at=to_iso(row.created_at),
        last_login_at=None if row.last_login_at is None else to_iso(row.last_login_at),
        session_created_at=to_iso(row.session_created_at),
        session_expires_at=to_iso(row.session_expires_at),
    )
