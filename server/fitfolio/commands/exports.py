"""`fitfolio export`: write an account to a file or to standard output."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path

from fitfolio.commands.runtime import (
    CommandError,
    open_database,
    settings_or_exit,
    user_by_email,
)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `export`."""
    parser = commands.add_parser("export", help="write everything of an account to a file")
    parser.add_argument("--user", required=True, metavar="EMAIL", help="whose account")
    parser.add_argument(
        "--format", choices=("json", "csv"), default="json",
        help="json: everything, can be imported again; csv: all sets as a table",
    )  # fmt: skip
    parser.add_argument("--output", metavar="FILE", help="instead of standard output")
    parser.set_defaults(run=export_account)


def export_account(args: argparse.Namespace) -> int:
    """Write the export; a file appears under its name only when it is complete."""
    # Lazy, see package: `--help` must not load the slices.
    from fitfolio.auth import queries as auth_queries  # noqa: PLC0415
    from fitfolio.exports.csv_export import export_csv  # noqa: PLC0415
    from fitfolio.exports.json_export import export_json  # noqa: PLC0415
    from fitfolio.exports.streaming import stream  # noqa: PLC0415

    settings = settings_or_exit()
    with open_database(settings) as db, ExitStack() as stack:
        user_id = user_by_email(db, args.user)
        language = str(db.read_now(auth_queries.find_user, user_id).language)  # type: ignore[union-attr]  # it was just found
        parts = stream(
            db,
            (lambda conn: export_csv(conn, user_id, language))
            if args.format == "csv"
            else (lambda conn: export_json(conn, user_id)),
        )
        if args.output is None:
            for part in parts:
                sys.stdout.buffer.write(part)
            sys.stdout.flush()
            return 0
        target = Path(args.output)
        part_file = target.with_name(f"{target.name}.part")
        try:
            stack.callback(part_file.unlink, missing_ok=True)
            with part_file.open("wb") as file:
                file.writelines(parts)
            part_file.replace(target)
        except OSError as error:
            raise CommandError(f"{args.output} cannot be written: {error.strerror}.") from None
    return 0
