"""The sign-in mail, and its console twin for servers without a mail server."""

from __future__ import annotations

import asyncio
import html
import sys
from email.message import EmailMessage
from typing import Any

from fitfolio.auth import service
from fitfolio.auth.service import SignInSecrets
from fitfolio.core import mail
from fitfolio.core.http import State

SIGN_IN_JOB = "auth.sign_in"
MINUTES = service.TOKEN_MS // 60_000

_TEXTS = {
    "en": {
        "subject": "Sign in to FitFolio: {code}",
        "hello": "Somebody, hopefully you, wants to sign in to FitFolio with this address.",
        "link": "Open this link and press the button:",
        "code": "Or type this code where you asked for it:",
        "end": "Both work once and for {minutes} minutes. If it was not you, do nothing.",
        "button": "Sign in",
    },
    "de": {
        "subject": "Bei FitFolio anmelden: {code}",
        "hello": "Jemand, hoffentlich du, möchte sich mit dieser Adresse bei FitFolio anmelden.",
        "link": "Öffne diesen Link und drücke den Knopf:",
        "code": "Oder tippe diesen Code dort ein, wo du ihn angefordert hast:",
        "end": "Beides gilt einmal und {minutes} Minuten lang. Warst du es nicht, tu nichts.",
        "button": "Anmelden",
    },
}


def sign_in_link(base_url: str, token: str) -> str:
    """The token stands in the fragment, which browsers send to no server and write to no log."""
    return f"{base_url}/auth/verify#token={token}"


def sign_in_mail(sender: str, base_url: str, secrets: SignInSecrets, language: str) -> EmailMessage:
    """The message with link and code in the person's language."""
    words = _TEXTS.get(language, _TEXTS["en"])
    link = sign_in_link(base_url, secrets.token)
    end = words["end"].format(minutes=MINUTES)
    text = (
        f"{words['hello']}\n\n{words['link']}\n{link}\n\n{words['code']}\n{secrets.code}\n\n{end}\n"
    )
    body = (
        f"<p>{html.escape(words['hello'])}</p>"
        f'<p><a href="{html.escape(link)}">{html.escape(words["button"])}</a></p>'
        f"<p>{html.escape(words['code'])}</p><p><strong>{secrets.code}</strong></p>"
        f"<p>{html.escape(end)}</p>"
    )
    return mail.compose(
        sender, secrets.email, words["subject"].format(code=secrets.code), text, body
    )


def print_sign_in(base_url: str, secrets: SignInSecrets) -> None:
    """Write link and code to standard output, where only the host can read them."""
    sys.stdout.write(
        f"\nSign in as {secrets.email} within {MINUTES} minutes:\n"
        f"  link  {sign_in_link(base_url, secrets.token)}\n"
        f"  code  {secrets.code}\n\n"
    )
    sys.stdout.flush()


async def deliver_sign_in(state: State, payload: dict[str, Any]) -> None:
    """Job: make link and code and hand them over. Nothing secret is ever in the jobs table."""
    settings = state.settings
    email = payload["email"]
    now = state.clock.now_ms()
    if payload["requested_at"] < now - service.TOKEN_MS:
        return  # the mail server was away too long; the person has asked again or given up
    allowed = await state.db.read(service.may_sign_in, email, signup_open=settings.signup == "open")
    if not allowed:
        if settings.delivery == "console":
            sys.stdout.write(f"\nNo account for {email!r}; make one with: fitfolio user create\n\n")
            sys.stdout.flush()
        return
    secrets = await state.db.write(service.make_sign_in, email, now)
    if settings.delivery == "console":
        print_sign_in(settings.base_url, secrets)
        return
    message = sign_in_mail(settings.mail_from, settings.base_url, secrets, payload["language"])
    password = settings.smtp_password
    server = mail.MailServer(
        settings.smtp_host, settings.smtp_port, settings.smtp_security, settings.mail_from,
        settings.smtp_username, password.get_secret_value() if password else None,
    )  # fmt: skip
    await asyncio.to_thread(mail.send, server, message)
