"""What an owner does with the whole account: moving it to another address, pausing and deleting it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from fitfolio.auth import audit, mails, queries, sessions
from fitfolio.auth.caller import Caller
from fitfolio.auth.secrets import email_key, hash_secret
from fitfolio.auth.service import Viewer, lock_accounts
from fitfolio.auth.tables import email_change, sign_in_token, user_account
from fitfolio.core.clock import DAY_MS, to_datetime
from fitfolio.core.errors import AppError, Conflict, NotFound, Refused
from fitfolio.core.ids import uuid7
from fitfolio.core.jobs import enqueue
from fitfolio.core.outbox import post
from fitfolio.core.revisions import next_revision

EMAIL_CHANGE_MS = mails.HOURS * 3_600_000
DELETE_JOB = "auth.delete_account"


def find_change(conn: sa.Connection, user_id: str, now_ms: int) -> Any | None:
    """The change of address that waits for its confirmations."""
    return conn.execute(
        sa.select(email_change).where(
            email_change.c.user_id == user_id, email_change.c.expires_at > now_ms
        )
    ).one_or_none()


def start_change(
    conn: sa.Connection, viewer: Viewer, email: str, now_ms: int, caller: Caller
) -> Any:
    """Ask both mailboxes; a change to another address that waits is given up.

    Asking for the same address again mails those who have not confirmed yet, and gives them a new day.
    Whether the new address has an account is said only to who proves to own it.
    """
    key = email_key(email)
    if key is None:
        raise Refused("auth.invalid_email", "This is not an e-mail address.")
    if key == viewer.row.email_key:
        raise Refused("account.same_email", "This is the account's address already.")
    change = find_change(conn, viewer.id, now_ms)
    # Both have confirmed and it still waits: the new address turned out to have an account then.
    if change is None or change.email_key != key or not _missing_sides(change):
        change = _new_change(conn, viewer, email.strip(), key, now_ms)
    expiry = sa.update(email_change).values(expires_at=now_ms + EMAIL_CHANGE_MS)
    conn.execute(expiry.where(email_change.c.id == change.id))
    for side in _missing_sides(change):
        recipient = viewer.email if side == "old" else change.email
        data = {"change_id": change.id, "side": side}
        post(conn, mails.CONFIRM_EMAIL, recipient, viewer.language, data, now_ms)
    audit.record(
        conn, now_ms, "email_change_started", caller.acting_as(viewer.id),
        account_id=viewer.id, email=viewer.row.email_key, new_email=key,
    )  # fmt: skip
    return find_change(conn, viewer.id, now_ms)


def _missing_sides(change: Any) -> list[str]:
    at = {"old": change.old_confirmed_at, "new": change.new_confirmed_at}
    return [side for side, confirmed_at in at.items() if confirmed_at is None]


def _new_change(conn: sa.Connection, viewer: Viewer, email: str, key: str, now_ms: int) -> Any:
    cancel_change(conn, viewer)
    change = {
        "id": uuid7(), "user_id": viewer.id, "email": email, "email_key": key,
        "created_at": now_ms, "expires_at": now_ms + EMAIL_CHANGE_MS, "old_confirmed_at": None,
        "new_confirmed_at": None,
    }  # fmt: skip
    conn.execute(sa.insert(email_change), change)
    return find_change(conn, viewer.id, now_ms)


def cancel_change(conn: sa.Connection, viewer: Viewer) -> None:
    """Give up a change of address; doing it again is fine."""
    conn.execute(sa.delete(email_change).where(email_change.c.user_id == viewer.id))


@dataclass(frozen=True)
class Confirmed:
    """One side has confirmed; `done` when the account has moved."""

    done: bool


def confirm(conn: sa.Connection, token: str, now_ms: int, caller: Caller) -> Confirmed | AppError:
    """Take a confirmation of either mailbox. A refusal is returned so that what was spent stays so."""
    lock_accounts(conn)
    wrong = Refused("auth.invalid_token", "The link is wrong, was used already or is too old.")
    spent = queries.spend_token(conn, hash_secret(token), now_ms, ["email_old", "email_new"])
    if spent is None:
        return wrong
    is_old = spent.purpose == "email_old"
    column = email_change.c.old_confirmed_at if is_old else email_change.c.new_confirmed_at
    change: Any = conn.execute(
        sa.update(email_change)
        .where(email_change.c.id == spent.about_id, email_change.c.expires_at > now_ms)
        .values({column: now_ms})
        .returning(email_change)
    ).one_or_none()
    if change is None:
        return wrong
    audit.record(
        conn, now_ms, "email_change_confirmed", caller, account_id=change.user_id,
        email=spent.email_key, side="old" if is_old else "new",
    )  # fmt: skip
    if change.old_confirmed_at is None or change.new_confirmed_at is None:
        return Confirmed(done=False)
    if queries.find_user_by_key(conn, change.email_key) is not None:
        return Conflict("auth.exists", "There is an account with this e-mail address already.")
    _move(conn, change, now_ms, caller)
    return Confirmed(done=True)


def _move(conn: sa.Connection, change: Any, now_ms: int, caller: Caller) -> None:
    user: Any = queries.find_user(conn, change.user_id)
    mails.notify(
        conn, user.id, "email_changed", caller, now_ms, detail=change.email, email=user.email
    )
    conn.execute(
        sa.update(user_account)
        .where(user_account.c.id == user.id)
        .values(
            email=change.email, email_key=change.email_key, is_email_verified=True,
            rev=next_revision(conn, user.id),
        )
    )  # fmt: skip
    conn.execute(sa.delete(email_change).where(email_change.c.id == change.id))
    # Links that wait in the old mailbox must not open an account that may be made there later.
    conn.execute(sa.delete(sign_in_token).where(sign_in_token.c.email_key == user.email_key))
    audit.record(
        conn, now_ms, "email_changed", caller, account_id=user.id, email=change.email_key,
        old_email=user.email_key,
    )  # fmt: skip


def pause(conn: sa.Connection, viewer: Viewer, now_ms: int, caller: Caller) -> None:
    """Sign out everywhere and stop API tokens; signing in again is all it takes to go on."""
    conn.execute(
        sa.update(user_account).where(user_account.c.id == viewer.id).values(paused_at=now_ms)
    )
    sessions.end_sessions(conn, viewer.id, now_ms)
    audit.record(conn, now_ms, "account_paused", caller.acting_as(viewer.id), account_id=viewer.id)


def require_other_admin(conn: sa.Connection, user_id: str, *, or_alone: bool = False) -> None:
    """Conflict `admin.last_admin` if no other account could administrate.

    `or_alone` lets the act pass when nobody else could use the server either.
    """
    others = conn.execute(
        sa.select(user_account.c.is_admin).where(
            user_account.c.id != user_id, user_account.c.is_active
        )
    ).scalars()
    flags = list(others)
    if not any(flags) and not (or_alone and not flags):
        raise Conflict("admin.last_admin", "There is always at least one administrator.")


def schedule_deletion(
    conn: sa.Connection, viewer: Viewer, email: str, now_ms: int, days: int, caller: Caller
) -> int:
    """Delete the account in `days` [d] unless its owner comes back and keeps it; returns when [ms]."""
    lock_accounts(conn)
    if email_key(email) != viewer.row.email_key:
        raise Refused("account.not_confirmed", "Type the account's address to confirm.")
    if viewer.is_admin:
        require_other_admin(conn, viewer.id, or_alone=True)
    caller = caller.acting_as(viewer.id)
    at = now_ms + days * DAY_MS
    conn.execute(
        sa.update(user_account)
        .where(user_account.c.id == viewer.id)
        .values(delete_after=at, rev=next_revision(conn, viewer.id))
    )
    enqueue(conn, DELETE_JOB, {"user_id": viewer.id}, now_ms, run_at_ms=at)
    detail = to_datetime(at).strftime("%Y-%m-%d")
    mails.notify(conn, viewer.id, "deletion_scheduled", caller, now_ms, detail=detail)
    sessions.end_sessions(conn, viewer.id, now_ms)
    audit.record(
        conn, now_ms, "account_deletion_scheduled", caller, account_id=viewer.id,
        email=viewer.row.email_key, at=at,
    )  # fmt: skip
    return at


def keep(conn: sa.Connection, viewer: Viewer, now_ms: int, caller: Caller) -> None:
    """Do not delete the account after all."""
    kept = conn.execute(
        sa.update(user_account)
        .where(user_account.c.id == viewer.id, user_account.c.delete_after.is_not(None))
        .values(delete_after=None, rev=next_revision(conn, viewer.id))
        .returning(user_account.c.id)
    ).one_or_none()
    if kept is None:
        raise NotFound("account.not_leaving", "The account is not waiting to be deleted.")
    audit.record(
        conn, now_ms, "account_deletion_cancelled", caller.acting_as(viewer.id),
        account_id=viewer.id,
    )  # fmt: skip
