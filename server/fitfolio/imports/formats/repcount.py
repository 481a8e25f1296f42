"""RepCount: one row is one set; the unit is a setting of the app and not in the file.

A negative weight is assistance and kept as it is. Rows without weight, reps, distance and
duration are not sets. Cardio durations are seconds.
"""

from __future__ import annotations

from typing import Final

from fitfolio.imports.dates import judge_order, parse_datetime
from fitfolio.imports.durations import parse_duration_s
from fitfolio.imports.formats.set_table import (
    Columns,
    Names,
    add_set,
    cell,
    has_columns,
    open_table,
)
from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    DistanceUnit,
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
    RowProblem,
)
from fitfolio.imports.numbers import parse_number, parse_reps
from fitfolio.imports.reading import Source
from fitfolio.imports.units import guess_unit

NAME: Final = "repcount"
LABEL: Final = "RepCount"

_NAMES: Final[Names] = {
    "start": ("workout start", "start", "start time", "träningspass start", "trainingsbeginn"),
    "end": ("workout end", "end", "end time"),
    "exercise": ("exercise", "exercise name", "övning", "übung"),
    "weight": ("weight", "weight (kg)", "weight (lb)", "weight (lbs)", "vikt", "gewicht"),
    "reps": ("reps", "repetitions", "wiederholungen"),
    "notes": ("notes", "note", "anteckningar", "notizen"),
    "kcal": ("kcal", "calories"),
    "distance": ("distance", "distans", "distanz"),
    "duration": ("duration", "time", "tid", "dauer"),
    "category": ("category", "kategori", "kategorie"),
    "name": ("name", "workout name", "workout", "namn"),
    "bodyweight": ("bodyweight", "body weight", "kroppsvikt", "körpergewicht"),
}
_REQUIRED: Final = ("start", "end", "exercise", "weight", "reps")
_SHORTEST_METRES: Final = 100
"""A distance from here on is metres (2000 on a rower), below it kilometres or miles."""


def detect(source: Source) -> float:
    if not has_columns(source, _NAMES, _REQUIRED):
        return 0.0
    native = has_columns(source, {"a": ("workout start",), "b": ("workout end",)}, ("a", "b"))
    return 0.9 if native else 0.6


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """All sets, grouped by the start and name of their workout."""
    columns, records = open_table(source, _NAMES, _REQUIRED)
    table = list(records)
    order = judge_order(cell(cells, columns, "start") for _, cells in table)
    parsed = ParsedFile(format=NAME)
    workouts: dict[tuple[str, str], ParsedWorkout] = {}
    for line, cells in table:
        performed = _read_set(line, cells, columns)
        if performed is None:
            continue
        start, title = cell(cells, columns, "start"), cell(cells, columns, "name")
        name = cell(cells, columns, "exercise")
        workout = workouts.get((start, title))
        if workout is None:
            started_at = parse_datetime(start, order)
            if started_at is None:
                parsed.skipped.append(
                    RowProblem(line, "row.date", f"The date {start[:40]!r} cannot be read.")
                )
                continue
            workout = workouts[start, title] = ParsedWorkout(
                started_at=started_at,
                finished_at=parse_datetime(cell(cells, columns, "end"), order),
                source_key=source_key("repcount", started_at, title),
                line=line,
                title=title,
                bodyweight=parse_number(cell(cells, columns, "bodyweight")) or None,
            )
            if workout.finished_at and (workout.finished_at.tzinfo is None) != (
                started_at.tzinfo is None
            ):
                workout.finished_at = None
        if not name:
            parsed.skipped.append(RowProblem(line, "row.no_exercise", "The row names no exercise."))
            continue
        add_set(workout, name, performed)
    parsed.workouts = [workout for workout in workouts.values() if workout.exercises]
    _settle_units(parsed, options)
    return parsed


def _read_set(line: int, cells: list[str], columns: Columns) -> ParsedSet | None:
    weight = parse_number(cell(cells, columns, "weight"))
    reps = parse_reps(cell(cells, columns, "reps"))
    distance = parse_number(cell(cells, columns, "distance"))
    duration_s = parse_duration_s(cell(cells, columns, "duration"))
    if weight is None and reps is None and not distance and not duration_s:
        return None
    return ParsedSet(
        line=line,
        weight=weight or None,
        reps=reps or None if distance or duration_s else reps,
        distance=distance or None,
        duration_s=duration_s or None,
        notes=cell(cells, columns, "notes"),
    )


def _settle_units(parsed: ParsedFile, options: ParseOptions) -> None:
    rows = [row for workout in parsed.workouts for block in workout.exercises for row in block.sets]
    weights = [abs(row.weight) for row in rows if row.weight]
    parsed.needs_unit = bool(weights)
    parsed.guessed_unit = guess_unit(weights)
    unit = options.unit or parsed.guessed_unit
    far: DistanceUnit = "mi" if unit == "lb" else "km"
    for row in rows:
        if row.distance is not None:
            row.distance_unit = "m" if row.distance >= _SHORTEST_METRES else far
