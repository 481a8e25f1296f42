"""Mail that waits to be handed over: a table written with the change that causes it, and a job.

A row holds what the letter is about and never a secret: link and code are made when it is written,
at the moment of sending, so they stand in no table and no backup. Each row has its own job, whose
retries (2 s to an hour apart) outlive a mail server that is away.
"""

from __future__ import annotations

import asyncio
import json
import logging
import smtplib
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from prometheus_client import Counter, Gauge

from fitfolio.core import mail
from fitfolio.core.clock import DAY_MS
from fitfolio.core.http import State
from fitfolio.core.ids import uuid7
from fitfolio.core.jobs import MAX_ATTEMPTS, enqueue
from fitfolio.core.schema import Id, Millis, metadata

logger = logging.getLogger(__name__)

SEND_JOB = "mail.send"
KEEP_MS = 14 * DAY_MS
"""How long it is remembered that a letter was sent."""

SENT = Counter("fitfolio_mails_total", "Letters by what became of them.", ["outcome"])
WAITING = Gauge("fitfolio_mail_oldest_waiting_seconds", "Age of the letter tried last [s].")

outbox_mail = sa.Table(
    "outbox_mail",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("recipient", sa.String(320), nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("data", sa.Text(), nullable=False),
    sa.Column("created_at", Millis, nullable=False, index=True),
    sa.Column("attempts", sa.Integer(), nullable=False),
    sa.Column("sent_at", Millis, nullable=True),
    sa.Column("failed_at", Millis, nullable=True),
    sa.Column("last_error", sa.Text(), nullable=True),
)


@dataclass(frozen=True)
class Order:
    """What a writer of letters is told; `data` is what the slice put in."""

    kind: str
    recipient: str
    language: str
    data: dict[str, Any]
    created_at: int


@dataclass(frozen=True)
class Letter:
    """Subject and both bodies; `console` is printed instead where there is no mail server."""

    subject: str
    text: str
    html: str
    console: str = ""


Writer = Callable[[State, Order], Awaitable[Letter | None]]
"""Writes a letter, or answers None when there is (by now) nothing to say."""


def post(
    conn: sa.Connection, kind: str, recipient: str, language: str, data: dict[str, Any], now_ms: int
) -> str:
    """Put a letter into the outbox inside the caller's transaction; wake the jobs afterwards."""
    mail_id = uuid7()
    conn.execute(
        sa.insert(outbox_mail),
        {"id": mail_id, "kind": kind, "recipient": recipient, "language": language,
         "data": json.dumps(data), "created_at": now_ms, "attempts": 0, "sent_at": None,
         "failed_at": None, "last_error": None},
    )  # fmt: skip
    enqueue(conn, SEND_JOB, {"mail_id": mail_id}, now_ms)
    return mail_id


def retry(conn: sa.Connection, mail_id: str, now_ms: int) -> bool:
    """Try a letter again that was given up; False when there is none such."""
    again = conn.execute(
        sa.update(outbox_mail)
        .where(outbox_mail.c.id == mail_id, outbox_mail.c.failed_at.is_not(None))
        .values(failed_at=None, attempts=0)
        .returning(outbox_mail.c.id)
    ).one_or_none()
    if again is None:
        return False
    enqueue(conn, SEND_JOB, {"mail_id": mail_id}, now_ms)
    return True


def delete_old(conn: sa.Connection, now_ms: int) -> None:
    """Forget letters of two weeks ago, whatever became of them."""
    conn.execute(sa.delete(outbox_mail).where(outbox_mail.c.created_at < now_ms - KEEP_MS))


def _find(conn: sa.Connection, mail_id: str) -> Any:
    return conn.execute(
        sa.select(outbox_mail).where(outbox_mail.c.id == mail_id, outbox_mail.c.sent_at.is_(None))
    ).one_or_none()


def _drop(conn: sa.Connection, mail_id: str) -> None:
    conn.execute(sa.delete(outbox_mail).where(outbox_mail.c.id == mail_id))


def _note(conn: sa.Connection, /, mail_id: str, **values: Any) -> None:
    conn.execute(
        sa.update(outbox_mail)
        .where(outbox_mail.c.id == mail_id)
        .values(attempts=outbox_mail.c.attempts + 1, **values)
    )


async def deliver(state: State, writers: Mapping[str, Writer], payload: dict[str, Any]) -> None:
    """Job: write the letter and hand it over; raises what the mail server said, to be tried again."""
    mail_id = payload["mail_id"]
    row = await state.db.read(_find, mail_id)
    if row is None:
        return
    order = Order(row.kind, row.recipient, row.language, json.loads(row.data), row.created_at)
    letter = await writers[row.kind](state, order)
    if letter is None:
        await state.db.write(_drop, mail_id)
        return
    now = state.clock.now_ms()
    WAITING.set((now - row.created_at) / 1000)
    if state.settings.delivery == "console":
        sys.stdout.write(letter.console or f"\n{letter.subject}\n\n{letter.text}\n")
        sys.stdout.flush()
    else:
        try:
            await asyncio.to_thread(send_letter, state.settings, mail_id, order.recipient, letter)
        except (OSError, smtplib.SMTPException) as error:
            final = is_final(error)
            given_up = final or row.attempts + 1 >= MAX_ATTEMPTS
            await state.db.write(
                _note, mail_id, last_error=str(error)[:500], failed_at=now if given_up else None
            )
            SENT.labels("failed" if given_up else "postponed").inc()
            if final:
                logger.warning("mail refused for good", extra={"mail": mail_id})
                return
            raise
    SENT.labels("sent").inc()
    await state.db.write(_note, mail_id, sent_at=state.clock.now_ms(), last_error=None)


def is_final(error: Exception) -> bool:
    """Whether the mail server will never take this letter (5xx for the recipient or the content)."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    return isinstance(error, smtplib.SMTPDataError) and error.smtp_code >= 500


def mail_server(settings: Any) -> mail.MailServer:  # the composition root's Settings
    """The mail server of the settings."""
    password = settings.smtp_password
    return mail.MailServer(
        settings.smtp_host, settings.smtp_port, settings.smtp_security, settings.mail_from,
        settings.smtp_username, password.get_secret_value() if password else None,
    )  # fmt: skip


def send_letter(settings: Any, mail_id: str, recipient: str, letter: Letter) -> None:
    """Hand a letter over now; its Message-ID stays the same however often it is tried."""
    server = mail_server(settings)
    message = mail.compose(
        server.sender, recipient, letter.subject, letter.text, letter.html, mail_id
    )
    mail.send(server, message)
