"""Writes the letters of accounts; link and code are made here, at the moment of sending."""

from __future__ import annotations

import html
import sys
from typing import Any

import sqlalchemy as sa

from fitfolio.auth import queries, sign_in
from fitfolio.auth.caller import Caller
from fitfolio.auth.devices import device_name
from fitfolio.auth.mail_texts import TEXTS
from fitfolio.auth.sign_in import OneTimeSecrets, Purpose
from fitfolio.auth.tables import email_change, invitation
from fitfolio.core.clock import to_datetime
from fitfolio.core.http import State
from fitfolio.core.outbox import Letter, Order, Writer, post

SIGN_IN, PROOF, INVITE = "auth.sign_in", "auth.proof", "auth.invite"
CONFIRM_EMAIL, NOTICE, TEST = "auth.confirm_email", "auth.notice", "auth.test"
MINUTES = sign_in.TOKEN_MS // 60_000
HOURS = 24
INVITE_DAYS = 7


def sign_in_link(base_url: str, token: str) -> str:
    """The token stands in the fragment, which browsers send to no server and write to no log."""
    return f"{base_url}/auth/verify#token={token}"


def print_sign_in(base_url: str, secrets: OneTimeSecrets) -> None:
    """Write link and code to standard output, where only the host can read them."""
    sys.stdout.write(_console(base_url, secrets))
    sys.stdout.flush()


def _console(base_url: str, secrets: OneTimeSecrets) -> str:
    return (
        f"\nSign in as {secrets.email} within {MINUTES} minutes:\n"
        f"  link  {sign_in_link(base_url, secrets.token)}\n"
        f"  code  {secrets.code}\n\n"
    )


def compose(
    kind: str, language: str, *, link: str = "", code: str = "", console: str = "", **values: object
) -> Letter:
    """A letter from its sentences; whatever stands in `values` is escaped in the HTML part."""
    words = TEXTS.get(language, TEXTS["en"])[kind]
    filled = {name: text.format(code=code, **values) for name, text in words.items()}
    plain, rich = [filled["hello"]], [f"<p>{html.escape(filled['hello'])}</p>"]
    if link:
        plain += [f"{filled['link']}\n{link}"]
        rich += [f'<p><a href="{html.escape(link)}">{html.escape(filled["button"])}</a></p>']
    if code:
        plain += [f"{filled['code']}\n{code}"]
        rich += [f"<p>{html.escape(filled['code'])}</p><p><strong>{code}</strong></p>"]
    plain.append(filled["end"])
    rich.append(f"<p>{html.escape(filled['end'])}</p>")
    return Letter(filled["subject"], "\n\n".join(plain) + "\n", "".join(rich), console)


async def write_sign_in(state: State, order: Order) -> Letter | None:
    """Link and code, if the address may sign in."""
    settings, now = state.settings, state.clock.now_ms()
    if order.created_at < now - sign_in.TOKEN_MS:
        return None  # the mail server was away too long; the person has asked again or given up
    email = order.recipient
    if not await state.db.read(sign_in.may_sign_in, email, now, settings.signup):
        if settings.delivery == "console":
            sys.stdout.write(f"\nNo account for {email!r}; make one with: fitfolio user create\n\n")
            sys.stdout.flush()
        return None
    secrets = await state.db.write(sign_in.make_sign_in, email, now)
    return compose(
        "sign_in", order.language, link=sign_in_link(settings.base_url, secrets.token),
        code=secrets.code, minutes=MINUTES, console=_console(settings.base_url, secrets),
    )  # fmt: skip


async def write_proof(state: State, order: Order) -> Letter | None:
    """A code that proves again who sits at a session."""
    now = state.clock.now_ms()
    if order.created_at < now - sign_in.TOKEN_MS:
        return None
    secrets = await state.db.write(
        _make, order.recipient, now, "proof", order.data["session_id"], sign_in.TOKEN_MS
    )
    console = f"\nProof for {order.recipient}:\n  code  {secrets.code}\n\n"
    return compose("proof", order.language, code=secrets.code, minutes=MINUTES, console=console)


def _make(
    conn: sa.Connection, email: str, now_ms: int, purpose: Purpose, about_id: str, lives_ms: int
) -> OneTimeSecrets:
    return sign_in.make_secrets(
        conn, email, now_ms, purpose=purpose, about_id=about_id, lives_ms=lives_ms
    )


def _find_row(conn: sa.Connection, table: sa.Table, row_id: str) -> Any:
    return conn.execute(sa.select(table).where(table.c.id == row_id)).one_or_none()


async def write_invite(state: State, order: Order) -> Letter | None:
    """The link of an invitation that has neither been accepted nor taken back."""
    row = await state.db.read(_find_row, invitation, order.data["invitation_id"])
    now = state.clock.now_ms()
    if row is None or row.revoked_at or row.accepted_at or row.expires_at <= now:
        return None
    secrets = await state.db.write(
        _make, order.recipient, now, "invite", row.id, row.expires_at - now
    )
    return compose(
        "invite", order.language, link=sign_in_link(state.settings.base_url, secrets.token),
        inviter=order.data["inviter"], days=INVITE_DAYS,
    )  # fmt: skip


async def write_confirm_email(state: State, order: Order) -> Letter | None:
    """The link that confirms one side of a change of address."""
    row = await state.db.read(_find_row, email_change, order.data["change_id"])
    now = state.clock.now_ms()
    if row is None or row.expires_at <= now:
        return None
    purpose: Purpose = "email_old" if order.data["side"] == "old" else "email_new"
    secrets = await state.db.write(
        _make, order.recipient, now, purpose, row.id, row.expires_at - now
    )
    link = f"{state.settings.base_url}/auth/confirm-email#token={secrets.token}"
    return compose(purpose, order.language, link=link, email=row.email, hours=HOURS)


async def write_notice(_state: State, order: Order) -> Letter | None:
    """What happened to an account, for the case that somebody else did it."""
    what, device = order.data["what"], order.data["device"] or "–"
    at = to_datetime(order.created_at).strftime("%Y-%m-%d %H:%M UTC")
    return compose(what, order.language, detail=order.data["detail"], device=f"{at}, {device}")


async def write_test(_state: State, order: Order) -> Letter | None:
    """Nothing but the proof that mail works."""
    return compose("test", order.language)


WRITERS: dict[str, Writer] = {
    SIGN_IN: write_sign_in, PROOF: write_proof, INVITE: write_invite,
    CONFIRM_EMAIL: write_confirm_email, NOTICE: write_notice, TEST: write_test,
}  # fmt: skip


def notify(
    conn: sa.Connection, user_id: str, what: str, caller: Caller, now_ms: int, *,
    detail: str = "", email: str = "",
) -> None:  # fmt: skip
    """Tell an account's owner (or its former address) what was done, from which device and address."""
    user: Any = queries.find_user(conn, user_id)
    device = ", ".join(part for part in (device_name(caller.user_agent), caller.address) if part)
    data = {"what": what, "device": device, "detail": detail}
    post(conn, NOTICE, email or user.email, user.language, data, now_ms)
