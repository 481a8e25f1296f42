"""`fitfolio user …` and `fitfolio sign-in-link`."""

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


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `user` and `sign-in-link`."""
    user = commands.add_parser("user", help="make and list accounts")
    actions = user.add_subparsers(dest="action", required=True, metavar="ACTION")
    create = actions.add_parser("create", help="make an account")
    create.add_argument("email", help="the e-mail address of the account")
    create.add_argument("--admin", action="store_true", help="as an administrator")
    create.set_defaults(run=create_account)
    listing = actions.add_parser("list", help="list all accounts")
    listing.set_defaults(run=list_accounts)
    link = commands.add_parser("sign-in-link", help="print a sign-in link and code for an account")
    link.add_argument("email", help="the e-mail address of the account")
    link.set_defaults(run=sign_in_link)


def create_account(args: argparse.Namespace) -> int:
    """Make an account; an address that has one already is an error."""
    from fitfolio.auth import service  # noqa: PLC0415  # lazy, see package
    from fitfolio.core.errors import AppError  # noqa: PLC0415

    with open_database(settings_or_exit()) as db:
        try:
            user_id = db.write_now(service.create_user, args.email, now_ms(), is_admin=args.admin)
        except AppError as error:
            raise CommandError(error.detail) from None
    sys.stdout.write(f"{user_id}\n")
    return 0


def list_accounts(_args: argparse.Namespace) -> int:
    """One line per account: id, address, role, state."""
    from fitfolio.auth import queries  # noqa: PLC0415  # lazy, see package

    with open_database(settings_or_exit()) as db:
        for row in db.read_now(queries.list_users):
            role = "admin" if row.is_admin else "user"
            state = "active" if row.is_active else "inactive"
            sys.stdout.write(f"{row.id}  {row.email}  {role}  {state}\n")
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
