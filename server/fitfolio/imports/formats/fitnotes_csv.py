"""FitNotes tables: Android (three headers) and FitNotes 2 on iOS, one workout a day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from fitfolio.imports.dates import DateOrder, judge_order, parse_moment
from fitfolio.imports.durations import parse_duration_s
from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    ParsedExercise,
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
    RowProblem,
    WeightUnit,
)
from fitfolio.imports.numbers import (
    parse_distance_unit,
    parse_number,
    parse_reps,
    parse_weight_unit,
)
from fitfolio.imports.reading import ImportRefused, Source, header_index, rows
from fitfolio.imports.repair import all_numeric, merge_surplus
from fitfolio.imports.units import guess_unit, is_converted

NAME: Final = "fitnotes"
LABEL: Final = "FitNotes"

_SYNONYMS: Final = {
    "date": ("date",),
    "exercise": ("exercise", "exercise name"),
    "category": ("category",),
    "weight": ("weight",),
    "weight_unit": ("weight unit",),
    "reps": ("reps",),
    "distance": ("distance",),
    "distance_unit": ("distance unit",),
    "time": ("time",),
    "notes": ("comment", "comments", "notes", "note"),
}
_NUMERIC: Final = frozenset(("weight", "weight_kg", "weight_lb", "reps", "distance"))


def detect(source: Source) -> float:
    """By the header: date, exercise and category, then weight, reps, distance unit or time."""
    if source.kind != "text":
        return 0.0
    for _, header in islice(rows(source.text), 1):
        columns = _find_columns(header)
        if columns.keys() >= {"date", "exercise", "category", "reps"} and (
            columns.keys() & {"weight", "weight_kg", "weight_lb"}
        ):
            return 0.95 if columns.keys() & {"distance_unit", "time"} else 0.6
    return 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """All days of a FitNotes table; rows of one exercise on one day form one block."""
    records = rows(source.text)
    _, header = next(records, (0, []))
    columns = _find_columns(header)
    if not columns.keys() >= {"date", "exercise", "reps"}:
        raise ImportRefused(
            "import.unknown_format", "The columns of a FitNotes export were not found."
        )
    table = [(line, _repair(cells, len(header), columns)) for line, cells in records]
    dates = (cells[columns["date"]] for _, cells in table if len(cells) > columns["date"])
    reader = _Reader(columns, options, judge_order(dates), _typed_unit(table, columns))
    for line, cells in table:
        reader.take(line, cells)
    return reader.finish()


def _find_columns(header: Sequence[str]) -> dict[str, int]:
    index = header_index(list(header))
    columns = {
        field: index[name] for field, names in _SYNONYMS.items() for name in names if name in index
    }
    for name, position in index.items():
        base, _, bracket = name.partition("(")
        unit = parse_weight_unit(bracket.rstrip(") "))
        if base.strip() == "weight" and unit:
            columns.setdefault(f"weight_{unit}", position)
    return columns


def _repair(cells: list[str], width: int, columns: dict[str, int]) -> list[str]:
    """Undo the commas that FitNotes leaves unquoted in exercise names (a category has none)."""
    numeric = [at for field, at in columns.items() if field in _NUMERIC]
    return merge_surplus(
        cells,
        width,
        text_columns=[columns["exercise"]],
        fits=lambda row: all_numeric(row, numeric),
    )


def _typed_unit(table: Sequence[tuple[int, list[str]]], columns: dict[str, int]) -> WeightUnit:
    """Of the two weight columns on iOS, the one the person typed: the other is a conversion."""
    at = columns.get("weight_kg")
    if at is None:
        return "lb"
    weights = [parse_number(cells[at]) for _, cells in table if len(cells) > at]
    filled = [weight for weight in weights if weight]
    if "weight_lb" in columns and (not filled or is_converted(filled, "lb")):
        return "lb"
    return "kg"


class _Reader:
    """Takes one record after the other; columns the file lacks read as empty."""

    def __init__(
        self,
        columns: dict[str, int],
        options: ParseOptions,
        order: DateOrder | None,
        typed_unit: WeightUnit,
    ) -> None:
        self.columns = columns
        self.options = options
        self.order = order
        self.parsed = ParsedFile(format=NAME)
        self.workouts: dict[str, ParsedWorkout] = {}
        self.blocks: dict[tuple[str, str], ParsedExercise] = {}
        self.unstated: list[float] = []
        other: WeightUnit = "lb" if typed_unit == "kg" else "kg"
        self.weight_columns: list[tuple[str, WeightUnit]] = [
            (f"weight_{unit}", unit) for unit in (typed_unit, other) if f"weight_{unit}" in columns
        ]

    def take(self, line: int, cells: list[str]) -> None:
        """Add one record as a set of its day and exercise."""
        printed = self._cell(cells, "date")
        workout = self.workouts.get(printed) or self._open_workout(line, printed)
        if workout is None:
            return
        name = self._cell(cells, "exercise")
        if not name:
            self._skip(line, "row.no_exercise", "The row names no exercise.")
            return
        block = self.blocks.get((printed, name))
        if block is None:
            block = self.blocks[printed, name] = ParsedExercise(name)
            workout.exercises.append(block)
        block.sets.append(self._set(line, cells))

    def finish(self) -> ParsedFile:
        """The file read so far."""
        self.parsed.workouts = list(self.workouts.values())
        if self.unstated:
            self.parsed.needs_unit = True
            self.parsed.guessed_unit = guess_unit(self.unstated)
        return self.parsed

    def _set(self, line: int, cells: list[str]) -> ParsedSet:
        weight, unit = self._weight(cells)
        distance = parse_number(self._cell(cells, "distance")) or None
        seconds = parse_duration_s(self._cell(cells, "time")) or None
        reps = parse_reps(self._cell(cells, "reps"))
        return ParsedSet(
            line,
            weight=weight,
            weight_unit=unit,
            reps=None if reps == 0 and (seconds or distance) else reps,
            duration_s=seconds,
            distance=distance,
            # Custom exercises may hold anything as a unit (`kg` was seen): metres then.
            distance_unit=(parse_distance_unit(self._cell(cells, "distance_unit")) or "m")
            if distance
            else None,
            notes=self._cell(cells, "notes"),
        )

    def _weight(self, cells: list[str]) -> tuple[float | None, WeightUnit | None]:
        for column, unit in self.weight_columns:
            weight = parse_number(self._cell(cells, column))
            if weight:
                return weight, unit
        weight = parse_number(self._cell(cells, "weight"))
        if not weight:
            return None, None
        stated = parse_weight_unit(self._cell(cells, "weight_unit"))
        if stated is None:
            self.unstated.append(weight)
        return weight, stated or self.options.unit

    def _open_workout(self, line: int, printed: str) -> ParsedWorkout | None:
        moment = parse_moment(printed, self.order)
        if moment is None:
            self._skip(line, "row.date", f"“{printed[:40]}” is not a date.")
            return None
        started_at, has_time = moment
        workout = ParsedWorkout(
            started_at=started_at,
            source_key=source_key("fitnotes", started_at, has_time=has_time),
            line=line,
            has_time=has_time,
        )
        self.workouts[printed] = workout
        return workout

    def _cell(self, cells: list[str], field: str) -> str:
        at = self.columns.get(field)
        return cells[at].strip() if at is not None and at < len(cells) else ""

    def _skip(self, line: int, code: str, reason: str) -> None:
        self.parsed.skipped.append(RowProblem(line, code, reason))
