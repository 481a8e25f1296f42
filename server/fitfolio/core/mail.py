"""Sends mail over SMTP with certificates verified; blocking, for use in a thread."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate, parseaddr
from typing import Literal

TIMEOUT_S = 20


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed over, and as whom."""

    host: str
    port: int
    security: Literal["none", "starttls", "tls"]
    sender: str
    username: str | None
    password: str | None


def compose(
    sender: str, recipient: str, subject: str, text: str, html: str, mail_id: str
) -> EmailMessage:
    """A message with both parts, a date and an id. Line breaks in headers raise ValueError."""
    name, address = parseaddr(sender)
    message = EmailMessage()
    message["From"] = Address(name, addr_spec=address)
    message["To"] = Address(addr_spec=recipient)
    message["Subject"] = subject
    message["Date"] = formatdate(localtime=False)
    message["Message-ID"] = f"<{mail_id}@{address.rpartition('@')[2] or 'localhost'}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    return message


def send(server: MailServer, message: EmailMessage) -> None:
    """Hand the message over; raises OSError or smtplib.SMTPException when that fails."""
    context = ssl.create_default_context()
    if server.security == "tls":
        client: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=TIMEOUT_S, context=context
        )
    else:
        client = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_S)
    with client:
        if server.security == "starttls":
            client.starttls(context=context)
        if server.username:
            client.login(server.username, server.password or "")
        client.send_message(message)
