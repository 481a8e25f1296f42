"""FitNotes backup (`.fitnotes`): a SQLite database, versions 14 to 22 seen."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from fitfolio.imports.dates import parse_datetime
from fitfolio.imports.formats.body_metrics import metric_from_words, unit_from_word
from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    ParsedExercise,
    ParsedFile,
    ParsedMeasurement,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
    RowProblem,
    WeightUnit,
)
from fitfolio.imports.numbers import parse_number
from fitfolio.imports.reading import ImportRefused, Source
from fitfolio.imports.sqlite_reading import open_database, table_columns
from fitfolio.training.units import kg_to_lb

NAME: Final = "fitnotes_backup"
LABEL: Final = "FitNotes backup"

_POUNDS: Final = 2
"""`training_log.unit`: 2 was typed in pounds; 0 follows the settings, stored is kilograms always."""

_LOG_COLUMNS: Final = (
    "_id",
    "exercise_id",
    "date",
    "metric_weight",
    "reps",
    "unit",
    "distance",
    "duration_seconds",
)
_Row = dict[str, object]


def detect(source: Source) -> float:
    """A SQLite file with the tables of the training log."""
    if source.kind != "sqlite":
        return 0.0
    try:
        with open_database(source) as connection:
            tables = table_columns(connection)
    except ImportRefused:
        # Cut off, but by its schema text still this app's: parsing then says what is wrong.
        return 0.6 if b"training_log" in source.data[:65536] else 0.0
    return 0.98 if tables.keys() >= {"training_log", "exercise"} else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:  # noqa: ARG001 - kilograms and zones are stored
    """Days, sets, supersets, comments, times and body measurements of a backup."""
    with open_database(source) as connection:
        tables = table_columns(connection)
        if "training_log" not in tables:
            raise ImportRefused(
                "import.unknown_format", "The database has no FitNotes training log."
            )
        parsed = ParsedFile(format=NAME)
        _read_log(connection, tables, parsed)
        _read_body(connection, tables, parsed)
    return parsed


def _select(
    connection: sqlite3.Connection, tables: dict[str, set[str]], table: str, columns: Sequence[str]
) -> Iterator[_Row]:
    """Rows of a table, with None for columns that this version lacks; nothing without the table."""
    present = tables.get(table.casefold())
    if not present:
        return
    names = [column for column in columns if column in present]
    if not names:
        return
    # Table and column names are constants of this module, checked against the schema above.
    statement = f"SELECT {', '.join(names)} FROM {table}"  # noqa: S608
    for row in connection.execute(statement):
        yield {**dict.fromkeys(columns), **dict(zip(names, row, strict=True))}


def _read_log(
    connection: sqlite3.Connection, tables: dict[str, set[str]], parsed: ParsedFile
) -> None:
    names = {
        row["_id"]: str(row["name"]).strip()
        for row in _select(connection, tables, "exercise", ("_id", "name"))
    }
    comments = {
        row["owner_id"]: str(row["comment"] or "").strip()
        for row in _select(connection, tables, "Comment", ("owner_id", "comment"))
    }
    groups = {
        (str(row["date"]), row["exercise_id"]): row["workout_group_id"]
        for row in _select(
            connection, tables, "WorkoutGroupExercise", ("exercise_id", "date", "workout_group_id")
        )
    }
    default_unit: WeightUnit = "kg"
    for row in _select(connection, tables, "settings", ("metric",)):
        default_unit = "lb" if row["metric"] == 0 else "kg"
    workouts: dict[str, ParsedWorkout] = {}
    blocks: dict[tuple[str, object], ParsedExercise] = {}
    numbers: dict[tuple[str, object], int] = {}
    orphans: Counter[object] = Counter()
    log = sorted(_select(connection, tables, "training_log", _LOG_COLUMNS), key=_log_order)
    for row in log:
        day, exercise_id = str(row["date"]).strip(), row["exercise_id"]
        line = _whole(row["_id"]) or 0
        workout = workouts.get(day) or _open_workout(day, line)
        if workout is None:
            parsed.skipped.append(RowProblem(line, "row.date", f"“{day[:40]}” is not a date."))
            continue
        workouts[day] = workout
        block = blocks.get((day, exercise_id))
        if block is None:
            name = names.get(exercise_id) or f"exercise #{exercise_id}"
            block = blocks[day, exercise_id] = ParsedExercise(name)
            group = groups.get((day, exercise_id))
            if group is not None:
                in_day = sum(1 for known in numbers if known[0] == day)
                block.superset = numbers.setdefault((day, group), in_day + 1)
            workout.exercises.append(block)
        if exercise_id not in names:
            orphans[exercise_id] += 1
        block.sets.append(_set(line, row, default_unit, comments))
    for exercise_id, count in orphans.items():
        reason = f"{count} sets belong to an exercise that was deleted in FitNotes; they are kept as “exercise #{exercise_id}”."
        parsed.flagged.append(RowProblem(0, "exercise.deleted", reason))
    _read_days(connection, tables, workouts)
    parsed.workouts = list(workouts.values())


def _log_order(row: _Row) -> tuple[str, int]:
    return str(row["date"]), _whole(row["_id"]) or 0


def _open_workout(day: str, line: int) -> ParsedWorkout | None:
    started_at = parse_datetime(day)
    if started_at is None:
        return None
    return ParsedWorkout(
        started_at=started_at,
        # The day alone: the same workout in a FitNotes table has the same key.
        source_key=source_key("fitnotes", started_at, has_time=False),
        line=line,
        has_time=False,
    )


def _set(line: int, row: _Row, default_unit: WeightUnit, comments: dict[object, str]) -> ParsedSet:
    load_kg = _number(row["metric_weight"]) or None
    unit: WeightUnit = "lb" if row["unit"] == _POUNDS else default_unit if not row["unit"] else "kg"
    weight = load_kg
    if load_kg is not None and unit == "lb":
        weight = round(kg_to_lb(load_kg), 2)
    seconds, metres = _number(row["duration_seconds"]) or None, _number(row["distance"]) or None
    reps = _whole(row["reps"])
    return ParsedSet(
        line,
        weight=weight,
        weight_unit=unit if weight is not None else None,
        reps=None if reps == 0 and (seconds or metres) else reps,
        duration_s=seconds,
        distance=metres,
        distance_unit="m" if metres else None,
        notes=comments.get(row["_id"], ""),
    )


def _read_days(
    connection: sqlite3.Connection, tables: dict[str, set[str]], workouts: dict[str, ParsedWorkout]
) -> None:
    """Comments and, where the timer ran, start and end of a day's workout."""
    for row in _select(connection, tables, "WorkoutComment", ("date", "comment")):
        workout = workouts.get(str(row["date"]))
        if workout and row["comment"]:
            workout.notes = str(row["comment"]).strip()
    times = ("workout_date", "start_date_time", "end_date_time")
    for row in _select(connection, tables, "WorkoutTime", times):
        started_at = parse_datetime(str(row["start_date_time"]))
        day = str(row["workout_date"] or row["start_date_time"])[:10]
        workout = workouts.get(day)
        if workout is None or workout.has_time or started_at is None:
            continue
        if started_at.date() != workout.started_at.date():
            continue
        finished_at = parse_datetime(str(row["end_date_time"]))
        if finished_at and (finished_at.tzinfo is None) == (started_at.tzinfo is None):
            workout.finished_at = finished_at
        workout.started_at, workout.has_time = started_at, True


def _read_body(
    connection: sqlite3.Connection, tables: dict[str, set[str]], parsed: ParsedFile
) -> None:
    units = {
        row["_id"]: unit_from_word(str(row["short_name"] or ""))
        for row in _select(connection, tables, "MeasurementUnit", ("_id", "short_name"))
    }
    measurements = {
        row["_id"]: (metric_from_words(str(row["name"])), units.get(row["unit_id"], ""))
        for row in _select(connection, tables, "Measurement", ("_id", "name", "unit_id"))
    }
    columns = ("_id", "measurement_id", "date", "time", "value", "comment")
    for row in _select(connection, tables, "MeasurementRecord", columns):
        at = parse_datetime(f"{row['date']} {row['time'] or ''}".strip())
        value, known = _number(row["value"]), measurements.get(row["measurement_id"])
        if at and value is not None and known:
            line, notes = _whole(row["_id"]) or 0, str(row["comment"] or "")
            parsed.measurements.append(
                ParsedMeasurement(line, at, *known[:1], value, known[1], notes)
            )
    for row in _select(
        connection, tables, "BodyWeight", ("_id", "date", "body_weight_metric", "body_fat")
    ):
        at = parse_datetime(str(row["date"]))
        line = _whole(row["_id"]) or 0
        for column, metric, unit in (
            ("body_weight_metric", "weight", "kg"),
            ("body_fat", "body_fat", "%"),
        ):
            value = _number(row[column])
            if at and value:
                parsed.measurements.append(ParsedMeasurement(line, at, metric, value, unit))


def _number(value: object) -> float | None:
    """SQLite columns hold any type: numbers, empty text, nothing."""
    return None if value is None or isinstance(value, bytes) else parse_number(str(value))


def _whole(value: object) -> int | None:
    number = _number(value)
    return None if number is None else int(number)
