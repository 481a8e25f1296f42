"""`fitfolio user …` and `fitfolio sign-in-link`: accounts as their host sees them."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from fitfolio.commands.runtime import (
    CommandError,
    now_ms,
    open_database,
    settings_or_exit,
    user_by_email,
)

if TYPE_CHECKING:
    from collections.abc import Callable

EMAIL_HELP = "the e-mail address of the account"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `user` and `sign-in-link`."""
    user = commands.add_parser("user", help="make, list and change accounts")
    actions = user.add_subparsers(dest="action", required=True, metavar="ACTION")
    create = actions.add_parser("create", help="make an account")
    create.add_argument("email", help=EMAIL_HELP)
    create.add_argument("--admin", action="store_true", help="as an administrator")
    create.set_defaults(run=create_account)
    listing = actions.add_parser("list", help="list all accounts")
    listing.set_defaults(run=list_accounts)
    for name, about, run in (
        ("deactivate", "sign an account out and let nobody in; its data stays", deactivate),
        ("reactivate", "let a deactivated account in again", reactivate),
        ("sign-out", "end all sessions of an account", sign_out),
    ):
        action = actions.add_parser(name, help=about)
        action.add_argument("email", help=EMAIL_HELP)
        action.set_defaults(run=run)
    role = actions.add_parser("set-role", help="make an account an administrator's or not")
    role.add_argument("email", help=EMAIL_HELP)
    role.add_argument("role", choices=["user", "admin"], help="what the account may do")
    role.set_defaults(run=set_role)
    link = commands.add_parser("sign-in-link", help="print a sign-in link and code for an account")
    link.add_argument("email", help=EMAIL_HELP)
    link.set_defaults(run=sign_in_link)


def create_account(args: argparse.Namespace) -> int:
    """Make an account; an address that has one already is an error."""
    from fitfolio.auth import audit, service  # noqa: PLC0415  # lazy, see package
    from fitfolio.auth.caller import HOST  # noqa: PLC0415
    from fitfolio.auth.secrets import email_key  # noqa: PLC0415
    from fitfolio.core.errors import AppError  # noqa: PLC0415

    with open_database(settings_or_exit()) as db:
        try:
            user_id = db.write_now(service.create_user, args.email, now_ms(), is_admin=args.admin)
        except AppError as error:
            raise CommandError(error.detail) from None
        db.write_now(
            audit.record, now_ms(), "user_created", HOST, account_id=user_id,
            email=email_key(args.email) or "",
        )  # fmt: skip
    sys.stdout.write(f"{user_id}\n")
    return 0


def list_accounts(_args: argparse.Namespace) -> int:
    """One line per account: id, address, role, state."""
    from fitfolio.auth import queries  # noqa: PLC0415  # lazy, see package

    with open_database(settings_or_exit()) as db:
        for row in db.read_now(queries.list_users):
            role = "admin" if row.is_admin else "user"
            sys.stdout.write(f"{row.id}  {row.email}  {role}  {_state(row)}\n")
    return 0


def _state(row: Any) -> str:
    if not row.is_active:
        return "inactive"
    if row.delete_after is not None:
        return "leaving"
    return "paused" if row.paused_at is not None else "active"


def _change(email: str, fn: Callable[..., Any], **values: Any) -> Any:
    """Do something to the account of an address; what the rules refuse is the command's error."""
    from fitfolio.auth.caller import HOST  # noqa: PLC0415  # lazy, see package
    from fitfolio.core.errors import AppError  # noqa: PLC0415

    with open_database(settings_or_exit()) as db:
        user_id = user_by_email(db, email)
        try:
            return db.write_now(fn, user_id, now_ms(), HOST, **values)
        except AppError as error:
            raise CommandError(error.detail) from None


def deactivate(args: argparse.Namespace) -> int:
    """Sign an account out everywhere and let nobody in."""
    from fitfolio.auth import administration  # noqa: PLC0415  # lazy, see package

    _change(args.email, administration.deactivate)
    sys.stdout.write(f"{args.email}: inactive\n")
    return 0


def reactivate(args: argparse.Namespace) -> int:
    """Let a deactivated account in again."""
    from fitfolio.auth import administration  # noqa: PLC0415  # lazy, see package

    _change(args.email, administration.reactivate)
    sys.stdout.write(f"{args.email}: active\n")
    return 0


def set_role(args: argparse.Namespace) -> int:
    """Make an account an administrator's or an ordinary one."""
    from fitfolio.auth import administration  # noqa: PLC0415  # lazy, see package

    _change(args.email, administration.set_role, is_admin=args.role == "admin")
    sys.stdout.write(f"{args.email}: {args.role}\n")
    return 0


def sign_out(args: argparse.Namespace) -> int:
    """End all sessions of an account."""
    from fitfolio.auth import administration  # noqa: PLC0415  # lazy, see package

    count = _change(args.email, administration.sign_out)
    sys.stdout.write(f"{args.email}: {count} sessions ended\n")
    return 0


def sign_in_link(args: argparse.Namespace) -> int:
    """Print a link and a code that work once."""
    from fitfolio.auth.mails import print_sign_in  # noqa: PLC0415  # lazy, see package
    from fitfolio.auth.sign_in import make_sign_in  # noqa: PLC0415

    settings = settings_or_exit()
    with open_database(settings) as db:
        user_by_email(db, args.email)
        secrets = db.write_now(make_sign_in, args.email, now_ms())
    print_sign_in(settings.base_url, secrets)
    return 0
