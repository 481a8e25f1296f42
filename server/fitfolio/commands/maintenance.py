"""`fitfolio migrate`, `rebuild` and `doctor`: keeping the data in order."""

from __future__ import annotations

import argparse
import sys

from fitfolio.commands.runtime import (
    CommandError,
    open_database,
    settings_or_exit,
    user_by_email,
)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `migrate`, `rebuild` and `doctor`."""
    migrate = commands.add_parser("migrate", help="bring the database to this version's schema")
    migrate.set_defaults(run=migrate_database)
    rebuild = commands.add_parser("rebuild", help="make days and records anew from the sets")
    rebuild.add_argument("--user", metavar="EMAIL", help="one account instead of all")
    rebuild.set_defaults(run=rebuild_rollups)
    doctor = commands.add_parser("doctor", help="check settings, database and files")
    doctor.set_defaults(run=run_doctor)


def migrate_database(_args: argparse.Namespace) -> int:
    """Upgrade the schema; saying so when there was nothing to do."""
    from fitfolio.core.migrate import stored_revision  # noqa: PLC0415  # lazy, see package

    settings = settings_or_exit()
    with open_database(settings, upgrade=False) as db:
        before = _stored(db)
    with open_database(settings) as db:
        after = stored_revision(db)
    text = "is current" if before == after else f"upgraded from {before or 'nothing'}"
    sys.stdout.write(f"schema {after}: {text}\n")
    return 0


def _stored(db: object) -> str | None:
    import sqlalchemy as sa  # noqa: PLC0415  # lazy, see package

    from fitfolio.core.migrate import stored_revision  # noqa: PLC0415

    try:
        return stored_revision(db)  # type: ignore[arg-type]  # a Database, imported lazily
    except sa.exc.DBAPIError as error:
        msg = f"The database cannot be reached: {str(error.orig).strip().splitlines()[0]}."
        raise CommandError(msg, 2) from None


def rebuild_rollups(args: argparse.Namespace) -> int:
    """One line per account: how many rows were not what the sets say."""
    from fitfolio.auth import queries  # noqa: PLC0415  # lazy, see package
    from fitfolio.workouts.rebuild import rebuild_and_count  # noqa: PLC0415

    with open_database(settings_or_exit()) as db:
        wanted = None if args.user is None else user_by_email(db, args.user)
        for row in db.read_now(queries.list_users):
            if wanted is None or row.id == wanted:
                changed = db.write_now(rebuild_and_count, str(row.id))
                sys.stdout.write(f"{row.email}: {changed} rows changed\n")
    return 0


def run_doctor(_args: argparse.Namespace) -> int:
    """Print one line per check; exit code 1 if any failed."""
    from fitfolio.commands.checks import run_checks  # noqa: PLC0415  # lazy, see package

    settings = settings_or_exit()
    failed = 0
    with open_database(settings) as db:
        for check in run_checks(settings, db):
            failed += not check.passed
            sys.stdout.write(f"{'ok  ' if check.passed else 'FAIL'}  {check.text}\n")
    return 1 if failed else 0
