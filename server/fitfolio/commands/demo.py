"""`fitfolio demo`: an account with three years of training, to look at every screen."""

from __future__ import annotations

import argparse
import sys

from fitfolio.commands.runtime import CommandError, now_ms, open_database, settings_or_exit

EMAIL = "demo@fitfolio.local"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `demo`."""
    parser = commands.add_parser("demo", help="make an account with three years of training")
    parser.add_argument("--email", default=EMAIL, help=f"its address (default {EMAIL})")
    parser.add_argument("--seed", type=int, default=1, help="another number, another lifter")
    parser.add_argument(
        "--force", action="store_true", help="delete an account with this address first"
    )
    parser.set_defaults(run=make_demo)


def make_demo(args: argparse.Namespace) -> int:
    """Make the account unless it exists, and print a link to sign in either way."""
    # Lazy, see package: `--help` must not load the slices.
    from fitfolio.auth.mails import print_sign_in  # noqa: PLC0415
    from fitfolio.auth.sign_in import make_sign_in  # noqa: PLC0415
    from fitfolio.core.clock import local_day  # noqa: PLC0415
    from fitfolio.core.errors import AppError  # noqa: PLC0415
    from fitfolio.demo import service  # noqa: PLC0415
    from fitfolio.demo.body import ZONE  # noqa: PLC0415

    settings = settings_or_exit()
    now = now_ms()
    with open_database(settings) as db:
        try:
            demo = db.write_now(
                service.make_demo, args.email, args.seed, local_day(now, ZONE), now,
                force=args.force,
            )  # fmt: skip
            secrets = db.write_now(make_sign_in, args.email, now)
        except AppError as error:
            raise CommandError(error.detail) from None
    if demo.is_new:
        text = f"made {args.email} with {demo.workouts} workouts and {demo.sets} sets"
    else:
        text = f"{args.email} exists already and was left alone; --force makes it anew"
    sys.stdout.write(f"{text}\n")
    print_sign_in(settings.base_url, secrets)
    return 0
