"""`fitfolio import`: bring a file in from the command line."""

from __future__ import annotations

import argparse
import json
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
    from fitfolio.imports.reader import Reading
    from fitfolio.imports.schemas import ImportResult

COLUMNS_SHOWN = 12
"""Column names in the sentence about a table of no known app."""


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `import`."""
    parser = commands.add_parser("import", help="bring a file of another app into an account")
    parser.add_argument("file", help="the exported file")
    parser.add_argument("--user", required=True, metavar="EMAIL", help="whose account")
    parser.add_argument("--format", metavar="NAME", help="instead of recognising it by content")
    parser.add_argument("--unit", choices=("kg", "lb"), help="if the file does not say it")
    parser.add_argument("--timezone", metavar="ZONE", help="e.g. Europe/Berlin, for local times")
    parser.add_argument(
        "--column", action="append", default=[], metavar="FIELD=NAME",
        help="a table of no known app: which column holds what, e.g. exercise=Lift (repeatable)",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="read and count, change nothing")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=import_file)


def import_file(args: argparse.Namespace) -> int:
    """Read, compare and take in one file; one transaction."""
    # Lazy, see package: `--help` must not load the importers.
    from fitfolio.core.ids import uuid7  # noqa: PLC0415
    from fitfolio.imports import service, taking  # noqa: PLC0415
    from fitfolio.imports.files import stored_file  # noqa: PLC0415

    settings = settings_or_exit()
    with open_database(settings) as db:
        user_id = user_by_email(db, args.user)
        reading, options, path = _read(args, settings, db, user_id)
        result = None
        if not args.dry_run:
            import_id, now = uuid7(), now_ms()
            stored = stored_file(path)

            def take(conn: Any) -> ImportResult:
                service.insert_row(
                    conn, user_id, import_id, path.name, stored, options, now, status="importing"
                )
                result = taking.take_in(
                    conn, user_id, import_id, reading, options["time_zone"], now
                )
                if result.is_empty:
                    # Nobody will look at it: the account stays exactly as it was.
                    service.delete_import(conn, user_id, import_id)
                return result

            result = db.write_now(take)
    report = _report(reading, options.get("unit"), result)
    if args.json:
        sys.stdout.write(json.dumps(report, ensure_ascii=False) + "\n")
    else:
        _print(report, dry_run=args.dry_run)
    return 0


def _read(
    args: argparse.Namespace, settings: Any, db: Any, user_id: str
) -> tuple[Reading, dict[str, Any], Any]:
    from pathlib import Path  # noqa: PLC0415  # lazy, see package
    from zoneinfo import available_timezones  # noqa: PLC0415

    from fitfolio.auth import queries as auth_queries  # noqa: PLC0415
    from fitfolio.core.clock import to_datetime  # noqa: PLC0415
    from fitfolio.imports.reader import account_view, read_file  # noqa: PLC0415
    from fitfolio.imports.refused import ImportRefused  # noqa: PLC0415

    user = db.read_now(auth_queries.find_user, user_id)
    zone = args.timezone or user.time_zone
    if zone not in available_timezones():
        raise CommandError(f"{zone} is not a known time zone, such as Europe/Berlin.")
    path = Path(args.file)
    if not path.is_file():
        raise CommandError(f"There is no file {args.file}.")
    columns = _columns(args)
    options = {
        "time_zone": zone, "unit": args.unit, "format": "generic_csv" if columns else args.format,
    }  # fmt: skip
    account = db.read_now(account_view, user_id, user.language)

    def read() -> Reading:
        return read_file(
            path, options, account, now=to_datetime(now_ms()), profile_unit=user.weight_unit,
            limit_bytes=settings.max_import_mb * 1024 * 1024,
        )  # fmt: skip

    try:
        reading = read()
        if reading.parsed.needs_columns:
            # A table of no known app: its headers may still say what is what.
            options["columns"] = _complete(columns, reading)
            reading = read()
    except ImportRefused as refusal:
        raise CommandError(refusal.message) from None
    return reading, {key: value for key, value in options.items() if value is not None}, path


def _columns(args: argparse.Namespace) -> dict[str, str]:
    """What `--column` says: our field → the column's name."""
    from fitfolio.imports.formats.generic_columns import FIELDS  # noqa: PLC0415  # lazy, see package

    columns: dict[str, str] = {}
    for text in args.column:
        field, mark, name = (part.strip() for part in text.partition("="))
        if not mark or not name or field not in FIELDS:
            msg = f"--column takes FIELD=NAME, where FIELD is one of: {', '.join(FIELDS)}."
            raise CommandError(msg, 2)
        columns[field] = name
    if columns and args.format not in {None, "generic_csv"}:
        msg = f"--column is for tables of no known app and does not go with --format {args.format}."
        raise CommandError(msg, 2)
    return columns


def _complete(columns: dict[str, str], reading: Reading) -> dict[str, str]:
    """The columns that were named, and of the rest those whose own names say it."""
    from fitfolio.imports.formats.generic_columns import REQUIRED  # noqa: PLC0415  # lazy, see package

    guessed = reading.parsed.guessed_columns
    taken = {name.casefold() for name in columns.values()}
    rest = {field: name for field, name in guessed.items() if name.casefold() not in taken}
    complete = rest | columns
    missing = [field for field in REQUIRED if field not in complete]
    if not missing:
        return complete
    names = reading.parsed.needs_columns or []
    seen = ", ".join(f"“{name[:40]}”" for name in names[:COLUMNS_SHOWN])
    more = f" and {len(names) - COLUMNS_SHOWN} more" if len(names) > COLUMNS_SHOWN else ""
    wanted = " ".join(f"--column {field}=NAME" for field in missing)
    msg = (
        f"The file is no export of a training app that FitFolio knows but a table with the columns "
        f"{seen}{more}; if it holds sets, say which columns are what: {wanted}."
    )
    raise CommandError(msg)


def _report(reading: Reading, unit: Any, result: ImportResult | None) -> dict[str, Any]:
    from fitfolio.imports.reader import counts_of  # noqa: PLC0415  # lazy, see package
    from fitfolio.imports.summary import stated_unit  # noqa: PLC0415

    parsed = reading.parsed
    counts = counts_of(parsed, unit or reading.unit).model_dump()
    created = sum(item.exercise_id is None for item in reading.needed())
    return counts | {
        "unit": stated_unit(parsed, unit),
        "unit_assumed": reading.unit if parsed.needs_unit and unit is None else None,
        "matched_exercises": sum(item.exercise_id is not None for item in reading.meanings),
        "created_exercises": created,
        "duplicates_skipped": result.duplicates_skipped if result else reading.plan.duplicates,
        "workouts_added": result.workouts_added if result else 0,
        "workouts_extended": result.workouts_extended if result else 0,
        "sets_added": result.sets_added if result else 0,
        "measurements_added": result.measurements_added if result else 0,
        "skipped": [{"line": item.line, "reason": item.reason} for item in parsed.skipped],
        "flagged": [{"line": item.line, "reason": item.reason} for item in parsed.flagged],
    }


def _print(report: dict[str, Any], *, dry_run: bool) -> None:
    assumed = ""
    if report["unit_assumed"]:
        assumed = f" (weights taken as {report['unit_assumed']}; --unit changes that)"
    lines = [
        "{format}: {workouts} workouts, {sets} sets, {exercises} exercises, {first} to {last}"
        .format_map(report) + assumed,
        "{matched_exercises} exercises recognised, {created_exercises} made anew, "
        "{duplicates_skipped} workouts were there already".format_map(report),
    ]  # fmt: skip
    if dry_run:
        lines.append("dry run: nothing was changed")
    else:
        lines.append(
            "added {workouts_added} workouts, {sets_added} sets, {measurements_added} measurements"
            .format_map(report)
        )  # fmt: skip
    for word in ("skipped", "flagged"):
        lines.extend(f"{word} line {item['line']}: {item['reason']}" for item in report[word][:20])
        if len(report[word]) > 20:
            lines.append(f"{word}: {len(report[word]) - 20} more (--json lists all)")
    sys.stdout.write("\n".join(lines) + "\n")
