"""Boostcamp: the history table (`workout;date;week;day;exercise;set;weight;unit;reps`) and the flat form.

Sets without weight and reps were planned and not done. Slash dates are day first for
kilogram rows and month first for pound rows, unless a date of the file can only be the
other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from fitfolio.imports.dates import DateOrder, parse_moment
from fitfolio.imports.durations import parse_duration_s
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
    WeightUnit,
)
from fitfolio.imports.numbers import parse_number, parse_reps, parse_weight_unit
from fitfolio.imports.reading import Source
from fitfolio.imports.units import guess_unit

NAME: Final = "boostcamp"
LABEL: Final = "Boostcamp"

_NAMES: Final[Names] = {
    "workout": (
        "workout",
        "workout name",
        "session_title",
        "session_name",
        "program",
        "program name",
    ),
    "date": ("date", "session_date", "session date", "workout date"),
    "week": ("week", "session_week"),
    "day": ("day", "session_day"),
    "exercise": ("exercise", "exercise_name", "exercise name"),
    "set": ("set", "set_index", "set number", "set #"),
    "weight": (
        "weight",
        "set_value_weight",
        "value",
        "weight_value",
        "weight (kg)",
        "weight (lb)",
        "weight (lbs)",
    ),
    "unit": ("unit", "set_weight_unit", "weight_unit", "weight unit"),
    "reps": ("reps", "set_amount_reps", "amount", "repetitions"),
    "target": ("set_target_type", "exercise_target_type", "target_type"),
    "kind": ("set_type", "set type", "type", "warmup", "iswarmup", "set_iswarmup"),
    "skipped": ("skipped", "set_skipped"),
    "rpe": ("rpe", "set_rpe", "intensity"),
    "notes": ("notes", "note", "exercise_notes"),
}
_FLAT_REQUIRED: Final = ("date", "exercise", "weight", "reps")
_REQUIRED: Final = (*_FLAT_REQUIRED, "set")
_SLASHED: Final = re.compile(r"^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}")
_YES: Final = frozenset(("true", "1", "yes", "warmup", "warm_up", "warm-up", "warm up", "w"))
_KINDS: Final[dict[str, SetKind]] = {
    **dict.fromkeys(("drop", "dropset", "drop set", "drop_set", "d"), "drop"),
    **dict.fromkeys(("amrap", "a"), "amrap"),
    **dict.fromkeys(("failure", "f", "to failure"), "failure"),
}


def detect(source: Source) -> float:
    if has_columns(source, _NAMES, (*_REQUIRED, "workout", "week", "day", "unit")):
        return 0.9
    flat = {"date": ("session_date",), "exercise": ("exercise_name",)}
    return 0.85 if has_columns(source, flat, ("date", "exercise")) else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """All performed sets, grouped by date, workout, week and day."""
    columns, records = open_table(source, _NAMES, _FLAT_REQUIRED)
    table = list(records)
    order = _certain_order(cell(cells, columns, "date") for _, cells in table)
    parsed = ParsedFile(format=NAME)
    workouts: dict[tuple[str, ...], ParsedWorkout] = {}
    for line, cells in table:
        performed = _read_set(line, cells, columns)
        if performed is None:
            continue
        key = tuple(cell(cells, columns, name) for name in ("date", "workout", "week", "day"))
        workout = workouts.get(key) or _open_workout(line, key, order, performed, options)
        name = cell(cells, columns, "exercise")
        if workout is None:
            parsed.skipped.append(
                RowProblem(line, "row.date", f"The date {key[0][:40]!r} cannot be read.")
            )
            continue
        workouts[key] = workout
        if not name:
            parsed.skipped.append(RowProblem(line, "row.no_exercise", "The row names no exercise."))
            continue
        add_note(add_set(workout, name, performed), cell(cells, columns, "notes"))
    parsed.workouts = [workout for workout in workouts.values() if workout.exercises]
    rows = [row for workout in parsed.workouts for block in workout.exercises for row in block.sets]
    unstated = [row.weight for row in rows if row.weight and row.weight_unit is None]
    if unstated:
        parsed.needs_unit, parsed.guessed_unit = True, guess_unit(unstated)
    return parsed


def _certain_order(texts: Iterable[str]) -> DateOrder | None:
    for text in texts:
        match = _SLASHED.match(text)
        if match and int(match[1]) > 12 >= int(match[2]):
            return "dmy"
        if match and int(match[2]) > 12 >= int(match[1]):
            return "mdy"
    return None


def _open_workout(
    line: int,
    key: tuple[str, ...],
    order: DateOrder | None,
    first: ParsedSet,
    options: ParseOptions,
) -> ParsedWorkout | None:
    date, title, week, day = key
    if order is None:
        order = "mdy" if (first.weight_unit or options.unit) == "lb" else "dmy"
    moment = parse_moment(date, order)
    if moment is None:
        return None
    started_at, has_time = moment
    full_title = " · ".join(
        part for part in (title, _numbered("Week", week), _numbered("Day", day)) if part
    )
    return ParsedWorkout(
        started_at=started_at,
        has_time=has_time,
        source_key=source_key("boostcamp", started_at, full_title, has_time=has_time),
        line=line,
        title=full_title,
    )


def _numbered(word: str, text: str) -> str:
    return f"{word} {text}" if text.isdigit() else text


def _read_set(line: int, cells: list[str], columns: Columns) -> ParsedSet | None:
    if cell(cells, columns, "skipped").casefold() in ("true", "1", "yes"):
        return None
    weight = parse_number(cell(cells, columns, "weight"))
    amount = cell(cells, columns, "reps")
    timed = "time" in cell(cells, columns, "target").casefold() or ":" in amount
    reps = None if timed else parse_reps(amount)
    duration_s = parse_duration_s(amount) if timed else None
    if reps is None and not duration_s:
        return None
    word = cell(cells, columns, "kind").casefold()
    return ParsedSet(
        line=line,
        kind="warm_up" if word in _YES else _KINDS.get(word, "working"),
        weight=weight or None,
        weight_unit=_unit(cells, columns) if weight else None,
        reps=reps,
        duration_s=duration_s,
        rpe=parse_number(cell(cells, columns, "rpe")) or None,
    )


def _unit(cells: list[str], columns: Columns) -> WeightUnit | None:
    return parse_weight_unit(cell(cells, columns, "unit"))
