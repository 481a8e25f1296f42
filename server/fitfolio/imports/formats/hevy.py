"""Hevy: `workout_data.csv`, one row a set, dates in the phone's language."""

from __future__ import annotations

from itertools import chain, islice
from typing import Final

from fitfolio.imports.dates import DateOrder, judge_order, parse_moment
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
from fitfolio.imports.numbers import parse_number, parse_reps
from fitfolio.imports.reading import ImportRefused, Source, header_index, rows
from fitfolio.imports.repair import all_numeric, merge_surplus
from fitfolio.imports.units import guess_unit

NAME: Final = "hevy"
LABEL: Final = "Hevy"

_SYNONYMS: Final = {
    "title": ("title", "workout_title", "workout_name"),
    "start": ("start_time", "started_at"),
    "end": ("end_time", "ended_at"),
    "description": ("description", "workout_description"),
    "exercise": ("exercise_title", "exercise_name"),
    "superset": ("superset_id", "supersets_id"),
    "exercise_notes": ("exercise_notes",),
    "index": ("set_index",),
    "kind": ("set_type",),
    "reps": ("reps",),
    "seconds": ("duration_seconds", "duration_s"),
    "rpe": ("rpe",),
}
_WEIGHTS: Final[dict[str, WeightUnit | None]] = {
    "weight_kg": "kg",
    "weight_kgs": "kg",
    "weight_lbs": "lb",
    "weight_lb": "lb",
    "weight": None,
}
_DISTANCES: Final[dict[str, DistanceUnit]] = {
    "distance_km": "km",
    "distance_miles": "mi",
    "distance_mi": "mi",
    "distance_meters": "m",
    "distance_metres": "m",
}
_KINDS: Final[dict[str, SetKind]] = {
    "warmup": "warm_up",
    "warm_up": "warm_up",
    "warm up": "warm_up",
    "dropset": "drop",
    "drop_set": "drop",
    "drop set": "drop",
    "failure": "failure",
}
_HEAD_RECORDS: Final = 1


def detect(source: Source) -> float:
    """By the header, which is English in every language of the app."""
    if source.kind != "text":
        return 0.0
    for _, header in islice(rows(source.text), _HEAD_RECORDS):
        columns = _find_columns(header_index([name.replace(" ", "_") for name in header]))
        if columns.keys() >= {"start", "exercise"} and columns.keys() & {"weight", "index", "kind"}:
            return 0.97 if columns.keys() >= {"title", "index"} else 0.7
    return 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """All workouts of a Hevy export; an empty weight is a bodyweight set."""
    records = rows(source.text)
    _, header = next(records, (0, []))
    index = header_index([name.replace(" ", "_") for name in header])
    columns = _find_columns(index)
    if not columns.keys() >= {"start", "exercise"}:
        raise ImportRefused("import.unknown_format", "The columns of a Hevy export were not found.")
    reader = _Reader(columns, index, options, _date_order(source, columns["start"]))
    for line, cells in records:
        reader.take(line, cells)
    return reader.finish()


def _find_columns(index: dict[str, int]) -> dict[str, int]:
    columns = {
        field: index[name]
        for field, names in _SYNONYMS.items()
        for name in reversed(names)
        if name in index
    }
    for field, names in (("weight", _WEIGHTS), ("distance", _DISTANCES)):
        for name in names:
            if name in index:
                columns.setdefault(field, index[name])
    return columns


def _date_order(source: Source, column: int) -> DateOrder | None:
    """Month names settle the order; only re-saved copies with numeric dates need judging."""
    records = islice(rows(source.text), 1, None)
    head = list(islice(records, 20))
    if not any(len(cells) > column and cells[column][:1].isdigit() for _, cells in head):
        return None
    if all(any(ch.isalpha() for ch in cells[column]) for _, cells in head if len(cells) > column):
        return None
    return judge_order(cells[column] for _, cells in chain(head, records) if len(cells) > column)


class _Reader:
    """Takes one record after the other; columns the file lacks read as empty."""

    def __init__(
        self,
        columns: dict[str, int],
        index: dict[str, int],
        options: ParseOptions,
        order: DateOrder | None,
    ) -> None:
        self.options = options
        self.order = order
        self.parsed = ParsedFile(format=NAME)
        self.width = max(columns.values()) + 1
        self.table_width = max(index.values()) + 1
        self.workouts: dict[tuple[str, str, str], ParsedWorkout] = {}
        self.supersets: dict[int, dict[str, int]] = {}
        self.unstated: list[float] = []
        names = {position: name for name, position in index.items()}
        self.unit = _WEIGHTS.get(names.get(columns.get("weight", -1), ""))
        self.distance_unit = _DISTANCES.get(names.get(columns.get("distance", -1), ""))
        at = {field: columns.get(field, self.width) for field in (*_SYNONYMS, "weight", "distance")}
        self.title, self.start, self.end = at["title"], at["start"], at["end"]
        self.description, self.exercise = at["description"], at["exercise"]
        self.superset, self.exercise_notes = at["superset"], at["exercise_notes"]
        self.index, self.kind, self.reps = at["index"], at["kind"], at["reps"]
        self.weight, self.distance = at["weight"], at["distance"]
        self.seconds, self.rpe = at["seconds"], at["rpe"]

    def take(self, line: int, cells: list[str]) -> None:
        """Add one record as a set of its workout and block."""
        if len(cells) <= max(self.start, self.exercise):
            self._skip(
                line, "row.too_short", "The row has too few columns; the file may be cut off here."
            )
            return
        if len(cells) > self.width:
            cells = self._repair(cells)
        cells += [""] * (self.width + 1 - len(cells))
        workout = self.workouts.get((cells[self.title], cells[self.start], cells[self.end]))
        if workout is None:
            workout = self._open_workout(line, cells)
            if workout is None:
                return
        name = cells[self.exercise].strip()
        if not name:
            self._skip(line, "row.no_exercise", "The row names no exercise.")
            return
        block = workout.exercises[-1] if workout.exercises else None
        if block is None or block.name != name or (cells[self.index].strip() == "0" and block.sets):
            block = ParsedExercise(
                name,
                superset=self._superset(workout, cells[self.superset].strip()),
                notes=cells[self.exercise_notes].strip(),
            )
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
        weight = parse_number(cells[self.weight])
        result = ParsedSet(line, _KINDS.get(cells[self.kind].strip().casefold(), "working"), weight)
        if weight is not None:
            result.weight_unit = self.unit or self.options.unit
            if self.unit is None:
                self.unstated.append(weight)
        result.reps = parse_reps(cells[self.reps])
        result.duration_s = parse_number(cells[self.seconds])
        distance = parse_number(cells[self.distance])
        if distance is not None:
            result.distance, result.distance_unit = distance, self.distance_unit or "km"
        result.rpe = parse_number(cells[self.rpe])
        return result

    def _repair(self, cells: list[str]) -> list[str]:
        """A row with more cells than columns: its quotes were lost, or a spreadsheet added some."""
        if len(cells) > self.table_width:
            named = (self.title, self.description, self.exercise, self.exercise_notes)
            cells = merge_surplus(
                cells,
                self.table_width,
                text_columns=[at for at in named if at < self.width],
                fits=self._fits,
            )
        return cells[: self.width]

    def _fits(self, cells: list[str]) -> bool:
        numeric = (
            self.superset,
            self.index,
            self.weight,
            self.reps,
            self.distance,
            self.seconds,
            self.rpe,
        )
        kind_at_home = self.kind >= self.width or parse_number(cells[self.kind]) is None
        return (
            kind_at_home
            and bool(cells[self.exercise].strip())
            and parse_moment(cells[self.start], self.order) is not None
            and all_numeric(cells, [at for at in numeric if at < self.width])
        )

    def _open_workout(self, line: int, cells: list[str]) -> ParsedWorkout | None:
        moment = parse_moment(cells[self.start], self.order)
        if moment is None:
            printed = cells[self.start].strip()[:40]
            self._skip(line, "row.date", f"“{printed}” is not a date.")
            return None
        started_at, has_time = moment
        ended = parse_moment(cells[self.end], self.order)
        finished_at = (
            ended[0] if ended and (ended[0].tzinfo is None) == (started_at.tzinfo is None) else None
        )
        title = cells[self.title].strip()
        workout = ParsedWorkout(
            started_at=started_at,
            source_key=source_key("hevy", started_at, title, has_time=has_time),
            line=line,
            has_time=has_time,
            finished_at=finished_at,
            title=title,
            notes=cells[self.description].strip(),
        )
        self.workouts[cells[self.title], cells[self.start], cells[self.end]] = workout
        return workout

    def _superset(self, workout: ParsedWorkout, printed: str) -> int | None:
        """Hevy's id is unique inside one workout only; groups are numbered from 1 here."""
        if not printed:
            return None
        groups = self.supersets.setdefault(id(workout), {})
        return groups.setdefault(printed, len(groups) + 1)

    def _skip(self, line: int, code: str, reason: str) -> None:
        self.parsed.skipped.append(RowProblem(line, code, reason))
