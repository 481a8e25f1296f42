"""StrongLifts' old spreadsheet: one row is one workout, exercises side by side.

After date, note and body weight each exercise has its name, its weight in kilograms and
pounds and up to five (or more) repetition counts; header names repeat, rows may be longer
than the header. Both weights are filled, or only one; kilograms count unless the person
says pounds, since the pounds are then the rounded twin. An empty count, or zero, is no set.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from fitfolio.imports.dates import judge_order, parse_datetime
from fitfolio.imports.formats.set_table import add_set
from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
    RowProblem,
    WeightUnit,
)
from fitfolio.imports.numbers import parse_number, parse_quantity, parse_reps, parse_weight_unit
from fitfolio.imports.reading import ImportRefused, Source, rows
from fitfolio.imports.records import normalise_header

NAME: Final = "stronglifts_old"
LABEL: Final = "StrongLifts (old spreadsheet)"

_EXERCISE: Final = re.compile(r"^exercise \d+$")
_SET: Final = re.compile(r"^set \d+$")
_UNIT: Final = re.compile(r"\b(kgs?|lbs?)\b")


@dataclass(frozen=True, slots=True)
class _Layout:
    """`starts` are the exercise columns; within a block weights and sets lie at fixed offsets."""

    header: list[str]
    starts: list[int]
    weights: dict[WeightUnit, int]
    first_set: int
    block_width: int


def detect(source: Source) -> float:
    if source.kind != "text":
        return 0.0
    return 0.98 if _find_layout(next(rows(source.text), (0, []))[1]) else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """Every row with a date and a counted set is a workout."""
    records = rows(source.text)
    layout = _find_layout(next(records, (0, []))[1])
    if layout is None:
        raise ImportRefused(
            "import.unknown_format", "The columns of a StrongLifts spreadsheet were not found."
        )
    table = list(records)
    date_column = layout.header.index("date")
    order = judge_order(cells[date_column] for _, cells in table if len(cells) > date_column)
    parsed = ParsedFile(format=NAME)
    for line, cells in table:
        text = _cell(cells, date_column)
        started_at = parse_datetime(text, order)
        if started_at is None:
            parsed.skipped.append(
                RowProblem(line, "row.date", f"The date {text[:40]!r} cannot be read.")
            )
            continue
        workout = _open_workout(line, started_at, cells, layout)
        for name, performed in _read_sets(line, cells, layout, options.unit):
            add_set(workout, name, performed)
        parsed.workouts.append(workout)
    return parsed


def _find_layout(header: list[str]) -> _Layout | None:
    names = [normalise_header(name) for name in header]
    starts = [position for position, name in enumerate(names) if _EXERCISE.match(name)]
    if not starts or "date" not in names:
        return None
    end = starts[1] if len(starts) > 1 else len(names)
    block = names[starts[0] : end]
    set_offsets = [offset for offset, name in enumerate(block) if _SET.match(name)]
    weights = {
        unit: offset
        for offset, name in enumerate(block)
        for unit in [_stated_unit(name)]
        if unit and name.startswith("weight")
    }
    if not set_offsets:
        return None
    width = starts[1] - starts[0] if len(starts) > 1 else set_offsets[-1] + 1
    return _Layout(names, starts, weights, set_offsets[0], width)


def _stated_unit(column: str) -> WeightUnit | None:
    match = _UNIT.search(column)
    return parse_weight_unit(match[1]) if match else None


def _open_workout(line: int, day: datetime, cells: list[str], layout: _Layout) -> ParsedWorkout:
    leading = dict(zip(layout.header[: layout.starts[0]], cells, strict=False))
    letter = leading.get("workout", "").strip()
    bodyweight, unit = _bodyweight(cells, layout)
    return ParsedWorkout(
        started_at=day,
        has_time=False,
        source_key=source_key("stronglifts", day, has_time=False),
        line=line,
        title=f"Workout {letter}" if len(letter) == 1 else letter,
        notes=(leading.get("note") or leading.get("notes") or "").strip(),
        bodyweight=bodyweight,
        bodyweight_unit=unit,
    )


def _bodyweight(cells: list[str], layout: _Layout) -> tuple[float | None, WeightUnit | None]:
    """`183lb` in one column, or a plain number in the column of its unit."""
    for position, name in enumerate(layout.header[: layout.starts[0]]):
        if not name.startswith(("body weight", "bodyweight")):
            continue
        quantity = parse_quantity(_cell(cells, position))
        if quantity and quantity[0] > 0:
            return quantity[0], parse_weight_unit(quantity[1]) or _stated_unit(name)
    return None, None


def _read_sets(
    line: int, cells: list[str], layout: _Layout, preferred: WeightUnit | None
) -> Iterator[tuple[str, ParsedSet]]:
    for start in _block_starts(cells, layout):
        name = _cell(cells, start)
        if not name or parse_number(name) is not None:
            continue
        weight, unit = _weight(cells, start, layout, preferred)
        for position in range(
            start + layout.first_set, min(start + layout.block_width, len(cells))
        ):
            reps = parse_reps(_cell(cells, position))
            if reps:
                yield (
                    name,
                    ParsedSet(
                        line=line, weight=weight, weight_unit=unit if weight else None, reps=reps
                    ),
                )


def _block_starts(cells: list[str], layout: _Layout) -> Iterator[int]:
    yield from layout.starts
    # Accessories beyond the header repeat the block.
    yield from range(layout.starts[-1] + layout.block_width, len(cells), layout.block_width)


def _weight(
    cells: list[str], start: int, layout: _Layout, preferred: WeightUnit | None
) -> tuple[float | None, WeightUnit | None]:
    units: tuple[WeightUnit, ...] = ("lb", "kg") if preferred == "lb" else ("kg", "lb")
    for unit in units:
        if unit in layout.weights:
            weight = parse_number(_cell(cells, start + layout.weights[unit]))
            if weight:
                return weight, unit
    return None, None


def _cell(cells: list[str], position: int) -> str:
    return cells[position].strip() if position < len(cells) else ""
