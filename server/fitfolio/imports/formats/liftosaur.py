"""Liftosaur's CSV: one row is one planned set, done where `Completed Reps` is filled.

Times are UTC. Units are stated per set. The completed weight may be empty although the
set was done; then the required one was lifted. Equipment follows the name after a comma.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from fitfolio.imports.dates import parse_datetime
from fitfolio.imports.formats.set_table import (
    Columns,
    Names,
    add_note,
    add_set,
    cell,
    has_columns,
    open_table,
)
from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
    RowProblem,
    SetKind,
)
from fitfolio.imports.numbers import parse_number, parse_reps, parse_weight_unit
from fitfolio.imports.reading import Source

NAME: Final = "liftosaur"
LABEL: Final = "Liftosaur (CSV)"

_NAMES: Final[Names] = {
    "start": ("workout datetime", "workout date time", "workout date", "datetime"),
    "program": ("program", "program name"),
    "day": ("day name", "day"),
    "exercise": ("exercise", "exercise name"),
    "warm_up": ("is warmup set?", "is warm-up set?", "is warmup set", "warmup"),
    "reps": ("completed reps",),
    "amrap": ("is amrap?", "is amrap", "amrap"),
    "rpe": ("completed rpe",),
    "planned_weight": ("required weight value", "required weight"),
    "planned_unit": ("required weight unit",),
    "weight": ("completed weight value", "completed weight"),
    "unit": ("completed weight unit",),
    "logged_at": ("completed reps time", "completed time"),
    "notes": ("notes", "note"),
}
_REQUIRED: Final = ("start", "exercise", "reps", "planned_weight")
_LONGEST: Final = timedelta(hours=12)
_TRUE: Final = frozenset(("1", "true", "yes", "wahr"))


def detect(source: Source) -> float:
    return 0.95 if has_columns(source, _NAMES, _REQUIRED) else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:  # noqa: ARG001 - the file states units and zone
    """Performed sets; planned ones that were not done are left out."""
    columns, records = open_table(source, _NAMES, _REQUIRED)
    parsed = ParsedFile(format=NAME)
    workouts: dict[str, ParsedWorkout] = {}
    for line, cells in records:
        reps = parse_reps(cell(cells, columns, "reps"))
        if reps is None:
            continue
        start, name = cell(cells, columns, "start"), cell(cells, columns, "exercise")
        workout = workouts.get(start) or _open_workout(line, cells, columns)
        if workout is None:
            parsed.skipped.append(
                RowProblem(line, "row.date", f"The date {start[:40]!r} cannot be read.")
            )
            continue
        workouts[start] = workout
        if not name:
            parsed.skipped.append(RowProblem(line, "row.no_exercise", "The row names no exercise."))
            continue
        block = add_set(workout, name, _read_set(line, cells, columns, reps))
        block.equipment_hint = name.rpartition(", ")[2] if ", " in name else ""
        add_note(block, cell(cells, columns, "notes"))
    parsed.workouts = [workout for workout in workouts.values() if workout.exercises]
    for workout in parsed.workouts:
        _close(workout)
    return parsed


def _open_workout(line: int, cells: list[str], columns: Columns) -> ParsedWorkout | None:
    started_at = parse_datetime(cell(cells, columns, "start"))
    if started_at is None:
        return None
    program, day = cell(cells, columns, "program"), cell(cells, columns, "day")
    return ParsedWorkout(
        started_at=started_at,
        source_key=source_key("liftosaur", started_at),
        line=line,
        title=" · ".join(part for part in (program, day) if part),
    )


def _read_set(line: int, cells: list[str], columns: Columns, reps: int) -> ParsedSet:
    kind: SetKind = "working"
    if cell(cells, columns, "warm_up").casefold() in _TRUE:
        kind = "warm_up"
    elif cell(cells, columns, "amrap").casefold() in _TRUE:
        kind = "amrap"
    weight = parse_number(cell(cells, columns, "weight"))
    unit = parse_weight_unit(cell(cells, columns, "unit"))
    if weight is None:
        weight = parse_number(cell(cells, columns, "planned_weight"))
        unit = parse_weight_unit(cell(cells, columns, "planned_unit")) or unit
    return ParsedSet(
        line=line,
        kind=kind,
        weight=weight or None,
        weight_unit=unit if weight else None,
        reps=reps,
        rpe=parse_number(cell(cells, columns, "rpe")),
        logged_at=parse_datetime(cell(cells, columns, "logged_at")),
    )


def _close(workout: ParsedWorkout) -> None:
    """The workout ends with its last logged set, unless that was ticked off long afterwards."""
    logged = [row.logged_at for block in workout.exercises for row in block.sets if row.logged_at]
    if logged and workout.started_at.tzinfo and all(moment.tzinfo for moment in logged):
        last = max(logged)
        if workout.started_at < last <= workout.started_at + _LONGEST:
            workout.finished_at = last
