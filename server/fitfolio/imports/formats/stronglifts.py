"""StrongLifts' current export: one row is one exercise, its sets side by side.

`Set n (Reps)` and `Set n (KG)` (or `(LB)`, `(Time)`) come in pairs; the unit is the column
name. Warm-ups are not exported. Zero or no repetitions mean a skipped set.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from fitfolio.imports.dates import DateOrder, judge_order, parse_datetime, parse_moment
from fitfolio.imports.durations import parse_duration_s
from fitfolio.imports.formats.set_table import add_note, add_set
from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
    RowProblem,
    WeightUnit,
)
from fitfolio.imports.numbers import parse_number, parse_reps
from fitfolio.imports.reading import ImportRefused, Source, rows
from fitfolio.imports.records import normalise_header

NAME: Final = "stronglifts"
LABEL: Final = "StrongLifts"

_SET: Final = re.compile(r"^set (\d{1,2}) \(([^)]*)\)$")
_TIME_WORDS: Final = ("time", "sec", "seconds", "s", "min", "mm:ss", "m:ss", "h:mm:ss")
_UNITS: Final[dict[str, WeightUnit]] = {"kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb"}


@dataclass(frozen=True, slots=True)
class _Layout:
    """`fields` maps the head of a column name (before its bracket) to a position; `sets` each set's parts."""

    fields: dict[str, int]
    bodyweight_unit: WeightUnit | None
    sets: dict[int, dict[str, int]]


def detect(source: Source) -> float:
    if source.kind != "text":
        return 0.0
    return 0.98 if _find_layout(next(rows(source.text), (0, []))[1]) else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """All performed sets, grouped by date, workout number and start."""
    records = rows(source.text)
    layout = _find_layout(next(records, (0, []))[1])
    if layout is None:
        raise ImportRefused(
            "import.unknown_format", "The columns of a StrongLifts export were not found."
        )
    table = list(records)
    order = judge_order(_field(cells, layout, "date") for _, cells in table)
    parsed = ParsedFile(format=NAME)
    workouts: dict[tuple[str, ...], ParsedWorkout] = {}
    for line, cells in table:
        name = _field(cells, layout, "exercise")
        if not name:
            parsed.skipped.append(RowProblem(line, "row.no_exercise", "The row names no exercise."))
            continue
        key = tuple(_field(cells, layout, part) for part in ("date", "workout", "start time"))
        workout = workouts.get(key) or _open_workout(line, cells, layout, order)
        if workout is None:
            parsed.skipped.append(
                RowProblem(line, "row.date", f"The date {key[0][:40]!r} cannot be read.")
            )
            continue
        workouts[key] = workout
        add_note(workout, _field(cells, layout, "notes"))
        for performed in _read_sets(line, cells, layout, options.unit):
            add_set(workout, name, performed)
    parsed.workouts = list(workouts.values())
    return parsed


def _find_layout(header: list[str]) -> _Layout | None:
    fields: dict[str, int] = {}
    sets: dict[int, dict[str, int]] = {}
    bodyweight_unit: WeightUnit | None = None
    for position, raw in enumerate(header):
        name = normalise_header(raw)
        match = _SET.match(name)
        if match:
            sets.setdefault(int(match[1]), {})[match[2].strip()] = position
            continue
        head, _, bracket = name.partition("(")
        fields.setdefault(head.strip(), position)
        if head.startswith(("body weight", "bodyweight")):
            bodyweight_unit = _UNITS.get(bracket.rstrip(") "))
    known = "date" in fields and "exercise" in fields
    if not known or not any("reps" in parts for parts in sets.values()):
        return None
    return _Layout(fields, bodyweight_unit, dict(sorted(sets.items())))


def _open_workout(
    line: int, cells: list[str], layout: _Layout, order: DateOrder | None
) -> ParsedWorkout | None:
    date, start, end = (_field(cells, layout, part) for part in ("date", "start time", "end time"))
    moment = parse_moment(f"{date} {start}".strip(), order) or parse_moment(date, order)
    if moment is None:
        return None
    started_at, has_time = moment
    finished_at = parse_datetime(f"{date} {end}", order) if has_time and end else None
    bodyweight = parse_number(_field(cells, layout, "body weight")) or None
    titles = [_field(cells, layout, part) for part in ("workout name", "program name")]
    return ParsedWorkout(
        started_at=started_at,
        has_time=has_time,
        finished_at=finished_at if finished_at and finished_at > started_at else None,
        # Keyed like the old spreadsheet, so that a change of exports adds nothing twice.
        source_key=source_key("stronglifts", started_at, has_time=False),
        line=line,
        title=" · ".join(title for title in titles if title),
        bodyweight=bodyweight,
        bodyweight_unit=layout.bodyweight_unit if bodyweight else None,
    )


def _read_sets(
    line: int, cells: list[str], layout: _Layout, preferred: WeightUnit | None
) -> Iterator[ParsedSet]:
    for parts in layout.sets.values():
        reps = parse_reps(_cell(cells, parts.get("reps"))) or None
        duration_s = next(
            (
                seconds
                for word in _TIME_WORDS
                if (seconds := parse_duration_s(_cell(cells, parts.get(word))))
            ),
            None,
        )
        if reps is None and duration_s is None:
            continue
        weight, unit = _weight(cells, parts, preferred)
        yield ParsedSet(
            line=line,
            weight=weight,
            weight_unit=unit,
            reps=reps,
            duration_s=None if reps else duration_s,
        )


def _weight(
    cells: list[str], parts: dict[str, int], preferred: WeightUnit | None
) -> tuple[float | None, WeightUnit | None]:
    found = [
        (parse_number(_cell(cells, parts[word])), unit)
        for word, unit in _UNITS.items()
        if word in parts
    ]
    filled = [(weight, unit) for weight, unit in found if weight]
    filled.sort(key=lambda entry: entry[1] != preferred)
    return filled[0] if filled else (None, None)


def _field(cells: list[str], layout: _Layout, name: str) -> str:
    return _cell(cells, layout.fields.get(name))


def _cell(cells: list[str], position: int | None) -> str:
    return cells[position].strip() if position is not None and position < len(cells) else ""
