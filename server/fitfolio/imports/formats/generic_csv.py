"""Any table with one set a row, its columns named by the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final

from fitfolio.imports.dates import DateOrder, judge_order, parse_moment
from fitfolio.imports.durations import parse_duration_s
from fitfolio.imports.formats.generic_columns import (
    FIELDS,
    REQUIRED,
    guess_columns,
    header_distance_unit,
    header_weight_unit,
)
from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    DistanceUnit,
    ParsedExercise,
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
    RowProblem,
    SetKind,
    WeightUnit,
)
from fitfolio.imports.numbers import (
    parse_distance_unit,
    parse_number,
    parse_quantity,
    parse_weight_unit,
)
from fitfolio.imports.reading import ImportRefused, Source, header_index, rows
from fitfolio.imports.records import normalise_header
from fitfolio.imports.units import guess_unit

NAME: Final = "generic_csv"
LABEL: Final = "Table (CSV)"

_SAMPLE_ROWS: Final = 30
_MIN_COLUMNS: Final = 3
_SHOWN_ROWS: Final = 5
_PER_SET_SHARE: Final = 0.6
"""More distinct times than this per row: each set has its own time, and a day is one workout."""

_KIND_WORDS: Final[dict[str, SetKind]] = {
    **dict.fromkeys(
        ("w", "warmup", "warm-up", "warm up", "warm_up", "aufwärmen", "aufwärmsatz"), "warm_up"
    ),
    **dict.fromkeys(
        ("échauffement", "calentamiento", "aquecimento", "riscaldamento", "true", "yes", "1"),
        "warm_up",
    ),
    **dict.fromkeys(("d", "drop", "dropset", "drop set", "drop_set", "drop-set"), "drop"),
    **dict.fromkeys(
        ("f", "failure", "to failure", "fail", "échec", "fallo", "falha", "versagen"), "failure"
    ),
    **dict.fromkeys(("amrap",), "amrap"),
    **dict.fromkeys(("backoff", "back-off", "back off", "back_off"), "back_off"),
}


def detect(source: Source) -> float:
    """A weak claim on delimited text: a header of three columns and rows as wide as it."""
    if source.kind != "text":
        return 0.0
    head = [cells for _, cells in islice(rows(source.text), _SAMPLE_ROWS)]
    if len(head) < 2 or len(head[0]) < _MIN_COLUMNS:
        return 0.0
    alike = sum(1 for cells in head[1:] if abs(len(cells) - len(head[0])) <= 1)
    return 0.1 if alike * 2 >= len(head) - 1 else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """Sets by the mapped columns; without a mapping only the question which column is what."""
    records = list(rows(source.text))
    header = records[0][1] if records else []
    if options.columns is None:
        return _question(records)
    columns = _mapped(options.columns, header)
    return read_mapped(records, columns, options, NAME)


def _question(records: list[tuple[int, list[str]]]) -> ParsedFile:
    """No sets yet: the columns found, the guess, and a few rows to judge it by."""
    header = [name.strip() for name in records[0][1]] if records else []
    at = [position for position, name in enumerate(header) if name]
    return ParsedFile(
        format=NAME,
        needs_columns=[header[position] for position in at],
        guessed_columns=guess_columns(header),
        sample_rows=[
            [cells[position] if position < len(cells) else "" for position in at]
            for _, cells in records[1 : _SHOWN_ROWS + 1]
        ],
    )


def read_mapped(
    records: list[tuple[int, list[str]]],
    columns: dict[str, int],
    options: ParseOptions,
    name: str,
) -> ParsedFile:
    """Sets of a table whose columns are known: our field → position; the first record is the header."""
    table = _Table(columns, records[0][1], options, name)
    table.read(records[1:])
    return table.finish()


def _mapped(mapping: dict[str, str], header: list[str]) -> dict[str, int]:
    index = header_index(header)
    columns: dict[str, int] = {}
    for field, name in mapping.items():
        position = index.get(normalise_header(name))
        if field not in FIELDS or position is None:
            raise ImportRefused(
                "import.columns", f"The file has no column “{name}” to read as {field}."
            )
        columns[field] = position
    missing = [field for field in REQUIRED if field not in columns]
    if missing:
        raise ImportRefused("import.columns", f"No column was chosen for: {', '.join(missing)}.")
    return columns


@dataclass(slots=True)
class _Row:
    line: int
    cells: list[str]
    moment: datetime
    has_time: bool


class _Table:
    """Reads rows in two passes: dates first, because they decide what one workout is."""

    def __init__(
        self, columns: dict[str, int], header: list[str], options: ParseOptions, name: str
    ) -> None:
        self.columns = columns
        self.options = options
        self.parsed = ParsedFile(format=name)
        self.app = "csv" if name == NAME else name
        self.unstated: list[float] = []
        self.header_unit: WeightUnit | None = None
        self.header_distance: DistanceUnit | None = None
        if "weight" in columns:
            self.header_unit = header_weight_unit(header[columns["weight"]])
        if "distance" in columns:
            self.header_distance = parse_distance_unit(
                header_distance_unit(header[columns["distance"]])
            )

    def read(self, records: list[tuple[int, list[str]]]) -> None:
        """Group the rows into workouts by day, by printed start and by the workout's name."""
        order = judge_order(self._cell(cells, "date") for _, cells in records)
        dated = [row for line, cells in records if (row := self._dated(line, cells, order))]
        moments = {row.moment for row in dated}
        per_set = len(moments) > _PER_SET_SHARE * len(dated) and len(dated) > 10
        workouts: dict[tuple[str, str], ParsedWorkout] = {}
        for row in dated:
            title = self._cell(row.cells, "workout")
            when = row.moment.date().isoformat() if per_set else row.moment.isoformat()
            workout = workouts.get((when, title))
            if workout is None:
                workout = workouts[when, title] = ParsedWorkout(
                    row.moment, "", row.line, row.has_time, title=title
                )
            elif row.moment < workout.started_at:
                workout.started_at = row.moment
            self._add(workout, row, logged_at=row.moment if per_set and row.has_time else None)
        self.parsed.workouts = list(workouts.values())
        for workout in self.parsed.workouts:
            timed = workout.has_time and not per_set
            workout.source_key = source_key(
                self.app, workout.started_at, workout.title, has_time=timed
            )

    def finish(self) -> ParsedFile:
        """The file read so far."""
        self.parsed.needs_unit = bool(self.unstated)
        self.parsed.guessed_unit = guess_unit(self.unstated)
        return self.parsed

    def _dated(self, line: int, cells: list[str], order: DateOrder | None) -> _Row | None:
        printed = self._cell(cells, "date")
        moment = parse_moment(printed, order)
        if moment is None:
            reason = f"“{printed[:40]}” is not a date."
            self.parsed.skipped.append(RowProblem(line, "row.date", reason))
            return None
        time = self._cell(cells, "time")
        if time and not moment[1]:
            moment = parse_moment(f"{moment[0].date().isoformat()} {time}") or moment
        return _Row(line, cells, *moment)

    def _add(self, workout: ParsedWorkout, row: _Row, logged_at: datetime | None) -> None:
        name = self._cell(row.cells, "exercise")
        if not name:
            self.parsed.skipped.append(
                RowProblem(row.line, "row.no_exercise", "The row names no exercise.")
            )
            return
        note = self._cell(row.cells, "workout_notes")
        if note and note not in workout.notes:
            workout.notes = f"{workout.notes}\n{note}" if workout.notes else note
        if not workout.exercises or workout.exercises[-1].name != name:
            workout.exercises.append(ParsedExercise(name))
        parsed = self._set(row)
        parsed.logged_at = logged_at
        workout.exercises[-1].sets.append(parsed)

    def _set(self, row: _Row) -> ParsedSet:
        weight, weight_word = parse_quantity(self._cell(row.cells, "weight")) or (None, "")
        distance, distance_word = parse_quantity(self._cell(row.cells, "distance")) or (None, "")
        reps = parse_quantity(self._cell(row.cells, "reps"))
        result = ParsedSet(
            row.line, _KIND_WORDS.get(self._cell(row.cells, "kind").casefold(), "working")
        )
        if weight:
            unit = (
                parse_weight_unit(weight_word)
                or parse_weight_unit(self._cell(row.cells, "weight_unit"))
                or self.header_unit
            )
            if unit is None:
                self.unstated.append(weight)
            result.weight, result.weight_unit = weight, unit or self.options.unit
        if distance:
            result.distance = distance
            result.distance_unit = (
                parse_distance_unit(distance_word)
                or parse_distance_unit(self._cell(row.cells, "distance_unit"))
                or self.header_distance
                or "m"
            )
        result.reps = int(reps[0]) if reps else None
        result.duration_s = parse_duration_s(self._cell(row.cells, "duration_s")) or None
        result.rpe = parse_number(self._cell(row.cells, "rpe"))
        result.rir = parse_number(self._cell(row.cells, "rir"))
        result.notes = self._cell(row.cells, "notes")
        return result

    def _cell(self, cells: list[str], field: str) -> str:
        position = self.columns.get(field, len(cells))
        return cells[position].strip() if position < len(cells) else ""
