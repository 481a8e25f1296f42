"""What an administrator, or the host on the command line, does with other people's accounts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import sqlalchemy as sa

from fitfolio.auth import audit, mails, queries, sessions
from fitfolio.auth.account import require_other_admin
from fitfolio.auth.caller import Caller
from fitfolio.auth.secrets import email_key
from fitfolio.auth.service import lock_accounts
from fitfolio.auth.sign_in import Signup
from fitfolio.auth.tables import api_token, invitation, passkey, user_account, user_session
from fitfolio.core.clock import DAY_MS
from fitfolio.core.errors import Conflict, NotFound, Refused
from fitfolio.core.ids import uuid7
from fitfolio.core.outbox import post
from fitfolio.core.revisions import next_revision

INVITE_MS = mails.INVITE_DAYS * DAY_MS


Standing = Literal["active", "paused", "deactivated", "leaving"]
"""Where an account stands; who is to be deleted is leaving, whatever else is true."""

_standing = sa.case(
    (user_account.c.delete_after.is_not(None), "leaving"),
    (sa.not_(user_account.c.is_active), "deactivated"),
    (user_account.c.paused_at.is_not(None), "paused"),
    else_="active",
)


def count_accounts(conn: sa.Connection) -> tuple[dict[str, int], int]:
    """How many accounts stand where, and how many administrators there are."""
    rows = conn.execute(sa.select(_standing, sa.func.count()).group_by(_standing)).all()
    administrators = sa.select(sa.func.count()).where(user_account.c.is_admin)
    return {str(row[0]): int(row[1]) for row in rows}, conn.execute(administrators).scalar_one()


def list_accounts(
    conn: sa.Connection, now_ms: int, search: str, standing: Standing | None,
    after: tuple[int, str] | None, limit: int,
) -> Sequence[Any]:  # fmt: skip
    """A page of accounts, oldest first, with how many sessions, passkeys and tokens each has."""
    last_seen = sa.select(sa.func.max(user_session.c.last_seen_at)).where(
        user_session.c.user_id == user_account.c.id
    )

    def count(table: sa.Table, *conditions: sa.ColumnElement[bool]) -> sa.ScalarSelect[int]:
        return (
            sa.select(sa.func.count())
            .select_from(table)
            .where(table.c.user_id == user_account.c.id, *conditions)
            .scalar_subquery()
        )

    statement = sa.select(
        user_account,
        count(
            user_session, user_session.c.revoked_at.is_(None), user_session.c.expires_at > now_ms
        ).label("sessions"),
        count(passkey).label("passkeys"),
        count(api_token, api_token.c.revoked_at.is_(None)).label("tokens"),
        sa.func.coalesce(last_seen.scalar_subquery(), user_account.c.last_login_at).label(
            "last_seen_at"
        ),
        _standing.label("standing"),
    )
    if search:
        statement = statement.where(
            user_account.c.email_key.contains(search.lower(), autoescape=True)
        )
    if standing is not None:
        statement = statement.where(_standing == standing)
    if after is not None:
        at, last = after
        statement = statement.where(
            sa.or_(
                user_account.c.created_at > at,
                sa.and_(user_account.c.created_at == at, user_account.c.id > last),
            )
        )
    statement = statement.order_by(user_account.c.created_at, user_account.c.id).limit(limit)
    return conn.execute(statement).all()


def _account(conn: sa.Connection, user_id: str) -> Any:
    lock_accounts(conn)
    user = queries.find_user(conn, user_id)
    if user is None:
        raise NotFound("admin.user_not_found", "There is no such account.")
    return user


def deactivate(conn: sa.Connection, user_id: str, now_ms: int, caller: Caller) -> None:
    """Nobody signs in to the account and everybody in it is signed out; the data stays."""
    user = _account(conn, user_id)
    if user.is_admin:
        require_other_admin(conn, user_id)
    conn.execute(
        sa.update(user_account).where(user_account.c.id == user_id).values(is_active=False)
    )
    sessions.end_sessions(conn, user_id, now_ms)
    audit.record(conn, now_ms, "user_deactivated", caller, account_id=user_id, email=user.email_key)


def reactivate(conn: sa.Connection, user_id: str, now_ms: int, caller: Caller) -> None:
    """Let the account be used again."""
    user = _account(conn, user_id)
    conn.execute(sa.update(user_account).where(user_account.c.id == user_id).values(is_active=True))
    audit.record(conn, now_ms, "user_reactivated", caller, account_id=user_id, email=user.email_key)


def set_role(
    conn: sa.Connection, user_id: str, now_ms: int, caller: Caller, *, is_admin: bool
) -> None:
    """Make an account an administrator's or an ordinary one; it counts from the next request on."""
    user = _account(conn, user_id)
    if user.is_admin and not is_admin:
        require_other_admin(conn, user_id)
    conn.execute(
        sa.update(user_account)
        .where(user_account.c.id == user_id)
        .values(is_admin=is_admin, rev=next_revision(conn, user_id))
    )
    audit.record(
        conn, now_ms, "user_role_changed", caller, account_id=user_id, email=user.email_key,
        role="admin" if is_admin else "user",
    )  # fmt: skip


def sign_out(conn: sa.Connection, user_id: str, now_ms: int, caller: Caller) -> int:
    """End all sessions of an account and count them; its API tokens stay."""
    user = _account(conn, user_id)
    count = len(sessions.end_sessions(conn, user_id, now_ms))
    audit.record(
        conn, now_ms, "sessions_revoked_by_admin", caller, account_id=user_id,
        email=user.email_key, revoked_count=count,
    )  # fmt: skip
    return count


def invite(
    conn: sa.Connection, email: str, now_ms: int, caller: Caller, *, is_admin: bool,
    language: str, inviter: str, signup: Signup,
) -> str:  # fmt: skip
    """Let an address make an account within seven days and mail it a link; returns the invitation's id."""
    if signup == "closed":
        raise Conflict("admin.signup_closed", "FITFOLIO_SIGNUP=closed lets nobody be invited.")
    key = email_key(email)
    if key is None:
        raise Refused("auth.invalid_email", "This is not an e-mail address.")
    if queries.find_user_by_key(conn, key) is not None:
        raise Conflict("auth.exists", "There is an account with this e-mail address already.")
    conn.execute(
        sa.update(invitation)
        .where(invitation.c.email_key == key, invitation.c.accepted_at.is_(None))
        .values(revoked_at=now_ms)
    )
    invitation_id = uuid7()
    conn.execute(
        sa.insert(invitation),
        {"id": invitation_id, "email": email.strip(), "email_key": key, "is_admin": is_admin,
         "language": language, "invited_by": caller.actor_id or "", "created_at": now_ms,
         "expires_at": now_ms + INVITE_MS, "accepted_at": None, "revoked_at": None},
    )  # fmt: skip
    data = {"invitation_id": invitation_id, "inviter": inviter}
    post(conn, mails.INVITE, email.strip(), language, data, now_ms)
    audit.record(
        conn, now_ms, "invitation_created", caller, email=key, invitation_id=invitation_id,
        role="admin" if is_admin else "user",
    )  # fmt: skip
    return invitation_id


def revoke_invitation(conn: sa.Connection, invitation_id: str, now_ms: int, caller: Caller) -> None:
    """Take an invitation back that was not accepted yet."""
    row = conn.execute(
        sa.update(invitation)
        .where(
            invitation.c.id == invitation_id, invitation.c.accepted_at.is_(None),
            invitation.c.revoked_at.is_(None),
        )
        .values(revoked_at=now_ms)
        .returning(invitation.c.email_key)
    ).one_or_none()  # fmt: skip
    if row is None:
        raise NotFound("admin.invitation_not_found", "There is no such invitation.")
    audit.record(
        conn, now_ms, "invitation_revoked", caller, email=row.email_key,
        invitation_id=invitation_id,
    )  # fmt: skip


def list_invitations(conn: sa.Connection) -> Sequence[Any]:
    """All invitations, newest first; old ones are cleared up by the worker."""
    return conn.execute(
        sa.select(invitation).order_by(invitation.c.created_at.desc(), invitation.c.id.desc())
    ).all()


def count_waiting_invitations(conn: sa.Connection, now_ms: int) -> int:
    """Invitations that can still be accepted."""
    return conn.execute(
        sa.select(sa.func.count())
        .select_from(invitation)
        .where(
            invitation.c.accepted_at.is_(None), invitation.c.revoked_at.is_(None),
            invitation.c.expires_at > now_ms,
        )
    ).scalar_one()  # fmt: skip
