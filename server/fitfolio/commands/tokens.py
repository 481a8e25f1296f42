"""`fitfolio token …` and `fitfolio mail-test`."""

from __future__ import annotations

import argparse
import sys

from fitfolio.commands.runtime import (
    CommandError,
    now_ms,
    open_database,
    settings_or_exit,
    user_by_email,
)

EMAIL_HELP = "the e-mail address of the account"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `token` and `mail-test`."""
    token = commands.add_parser("token", help="make, list and revoke API tokens")
    actions = token.add_subparsers(dest="action", required=True, metavar="ACTION")
    create = actions.add_parser("create", help="make a token and print it, once")
    create.add_argument("email", help=EMAIL_HELP)
    create.add_argument("--name", required=True, help="what the token is for")
    create.add_argument(
        "--scope", action="append", choices=["read", "write", "admin"],
        help="what it may do; may be given several times (default: read)",
    )  # fmt: skip
    create.add_argument("--days", type=int, default=90, help="how long it lives [d]; 0: for ever")
    create.set_defaults(run=create_token)
    listing = actions.add_parser("list", help="list the tokens of an account")
    listing.add_argument("email", help=EMAIL_HELP)
    listing.set_defaults(run=list_tokens)
    revoke = actions.add_parser("revoke", help="end a token at once")
    revoke.add_argument("email", help=EMAIL_HELP)
    revoke.add_argument("id", help="the id that `token list` shows")
    revoke.set_defaults(run=revoke_token)
    test = commands.add_parser("mail-test", help="send a test mail now and say what happened")
    test.add_argument("email", help="the address to send to")
    test.set_defaults(run=mail_test)


def create_token(args: argparse.Namespace) -> int:
    """Print the new token."""
    from fitfolio.auth import queries, tokens  # noqa: PLC0415  # lazy, see package
    from fitfolio.auth.caller import HOST  # noqa: PLC0415
    from fitfolio.core.clock import DAY_MS  # noqa: PLC0415
    from fitfolio.core.errors import AppError  # noqa: PLC0415

    scopes, name = args.scope or ["read"], args.name.strip()
    if not 0 < len(name) <= 100 or not name.isprintable():
        raise CommandError("The name of a token has 1 to 100 printable characters.")
    if not 0 <= args.days <= 3650:
        raise CommandError("A token lives 0 (for ever) to 3650 days.")
    with open_database(settings_or_exit()) as db:
        user_id = user_by_email(db, args.email)
        user = db.read_now(queries.find_user, user_id)
        if "admin" in scopes and not user.is_admin:  # type: ignore[union-attr]  # it was just found
            raise CommandError(f"{args.email} is no administrator.")
        expires_at = now_ms() + args.days * DAY_MS if args.days else None
        try:
            _, secret = db.write_now(
                tokens.create_token, user_id, name, scopes, now_ms(), HOST, expires_at=expires_at
            )
        except AppError as error:
            raise CommandError(error.detail) from None
    sys.stdout.write(f"{secret}\n")
    return 0


def list_tokens(args: argparse.Namespace) -> int:
    """One line per token: id, how it begins, scopes, end, last use, name."""
    from fitfolio.auth import tokens  # noqa: PLC0415  # lazy, see package
    from fitfolio.core.clock import to_iso  # noqa: PLC0415

    with open_database(settings_or_exit()) as db:
        for row in db.read_now(tokens.list_tokens, user_by_email(db, args.email)):
            ends = to_iso(row.expires_at) if row.expires_at else "never"
            used = to_iso(row.last_used_at) if row.last_used_at else "never"
            sys.stdout.write(
                f"{row.id}  {row.hint}…  {row.scopes}  ends {ends}  used {used}  {row.name}\n"
            )
    return 0


def revoke_token(args: argparse.Namespace) -> int:
    """End a token."""
    from fitfolio.auth import tokens  # noqa: PLC0415  # lazy, see package
    from fitfolio.auth.caller import HOST  # noqa: PLC0415

    with open_database(settings_or_exit()) as db:
        user_id = user_by_email(db, args.email)
        if not db.write_now(tokens.revoke_token, user_id, args.id, now_ms(), HOST):
            raise CommandError(f"{args.email} has no token {args.id}.")
    sys.stdout.write(f"{args.id}: revoked\n")
    return 0


def mail_test(args: argparse.Namespace) -> int:
    """Hand a test mail over at once, without the outbox; what the mail server says is the error."""
    import smtplib  # noqa: PLC0415  # lazy, see package

    from fitfolio.auth.mails import compose  # noqa: PLC0415
    from fitfolio.auth.secrets import email_key  # noqa: PLC0415
    from fitfolio.core.ids import uuid7  # noqa: PLC0415
    from fitfolio.core.outbox import send_letter  # noqa: PLC0415

    settings = settings_or_exit()
    where = f"{settings.smtp_host}:{settings.smtp_port}"
    if settings.smtp_host is None:
        raise CommandError("There is no mail server: FITFOLIO_SMTP_HOST is not set.", 2)
    if email_key(args.email) is None:
        raise CommandError(f"{args.email!r} is not an e-mail address.")
    try:
        send_letter(settings, uuid7(), args.email, compose("test", "en"))
    except (OSError, smtplib.SMTPException) as error:
        reason = " ".join(str(error).split()).rstrip(".")
        raise CommandError(f"The mail server {where} did not take the mail: {reason}.") from None
    sys.stdout.write(f"{where} took the mail for {args.email}.\n")
    return 0
