"""Turning the records of a Strong export into workouts, blocks and sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from fitfolio.imports.dates import DateOrder, parse_moment
from fitfolio.imports.durations import parse_duration_s
from fitfolio.imports.formats.strong_layout import (
    DROP_MARKS,
    FAILURE_MARKS,
    WARM_UP_MARKS,
    StrongLayout,
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
from fitfolio.imports.numbers import parse_distance_unit, parse_number, parse_weight_unit
from fitfolio.imports.repair import all_numeric, merge_surplus
from fitfolio.imports.units import guess_unit

_REST_WORDS: Final = (
    "rest",
    "ruhe",
    "pause",
    "repos",
    "descanso",
    "recupero",
    "休息",
    "rust",
    "отдых",
    "휴식",
    "dinlenme",
)
_NOTE_WORDS: Final = frozenset(
    ("note", "notes", "notiz", "nota", "备注", "備註", "メモ", "메모", "заметка", "notitie", "not")
)
_KINDS: Final[dict[str, SetKind]] = {
    **dict.fromkeys(WARM_UP_MARKS, "warm_up"),
    **dict.fromkeys(DROP_MARKS, "drop"),
    **dict.fromkeys(FAILURE_MARKS, "failure"),
}


@dataclass(slots=True)
class _Open:
    """A workout under construction; its blocks grow in file order."""

    workout: ParsedWorkout
    block: ParsedExercise | None = None
    last_order: float = -1.0
    notes: set[str] = field(default_factory=set)


class StrongRows:
    """Takes one record after the other; columns that a layout lacks read as empty."""

    def __init__(
        self, layout: StrongLayout, options: ParseOptions, order: DateOrder | None
    ) -> None:
        columns = layout.columns
        self.layout = layout
        self.options = options
        self.order = order
        self.parsed = ParsedFile(format="strong")
        self.open: dict[tuple[str, str, str], _Open] = {}
        self.bad_dates: set[str] = set()
        self.unstated: list[float] = []
        self.width = max(columns.values()) + 1
        self.table_width = layout.width
        missing = self.width
        self.date, self.workout = columns["date"], columns.get("workout", missing)
        self.number, self.duration = (
            columns.get("number", missing),
            columns.get("duration", missing),
        )
        self.exercise, self.set_order = columns["exercise"], columns["order"]
        self.weight, self.reps = columns["weight"], columns["reps"]
        self.weight_unit = columns.get("weight_unit", missing)
        self.distance, self.distance_unit = (
            columns.get("distance", missing),
            columns.get("distance_unit", missing),
        )
        self.seconds, self.rpe = columns.get("seconds", missing), columns.get("rpe", missing)
        self.notes, self.workout_notes = (
            columns.get("notes", missing),
            columns.get("workout_notes", missing),
        )

    def take(self, line: int, cells: list[str]) -> None:
        """Add one record: a set, a note, or nothing."""
        short = self.width + 1 - len(cells)
        if short > 0:
            if len(cells) <= self.reps:
                self._skip(
                    line,
                    "row.too_short",
                    "The row has too few columns; the file may be cut off here.",
                )
                return
            cells += [""] * short
        else:
            cells = [*self._repair(cells), ""]
        opened = self.open.get((cells[self.date], cells[self.workout], cells[self.number]))
        if opened is None:
            opened = self._open_workout(line, cells)
            if opened is None:
                return
        name = cells[self.exercise].strip()
        mark = cells[self.set_order]
        order = parse_number(mark)
        kind: SetKind = "working"
        if order is None:
            mark = mark.strip().casefold()
            marked = _KINDS.get(mark) or self._unknown_mark(mark, opened, name, cells)
            if marked is None:
                return
            kind = marked
        if not name:
            self._skip(line, "row.no_exercise", "The row names no exercise.")
            return
        note = cells[self.workout_notes]
        if note and note not in opened.notes:
            _add_workout_note(opened, note)
        _block(opened, name, order).sets.append(self._set(line, kind, cells))

    def finish(self) -> ParsedFile:
        """The file read so far, with the question for the unit where it was never stated."""
        parsed = self.parsed
        parsed.workouts = [opened.workout for opened in self.open.values()]
        if self.unstated:
            parsed.needs_unit = True
            parsed.guessed_unit = guess_unit(self.unstated)
        if not self.layout.distance_unit:
            self._settle_distances(self.options.unit or parsed.guessed_unit)
        return parsed

    def _set(self, line: int, kind: SetKind, cells: list[str]) -> ParsedSet:
        weight = parse_number(cells[self.weight]) or None
        reps = parse_number(cells[self.reps])
        seconds = parse_number(cells[self.seconds]) or None
        distance = parse_number(cells[self.distance]) or None
        result = ParsedSet(line, kind, weight)
        if weight is not None:
            unit = parse_weight_unit(cells[self.weight_unit]) or self.layout.weight_unit
            if unit is None:
                self.unstated.append(weight)
                unit = self.options.unit
            result.weight_unit = unit
        if reps or (reps is not None and seconds is None and distance is None):
            result.reps = int(reps)
        if seconds is not None:
            result.duration_s = seconds
        if distance is not None:
            result.distance = distance
            result.distance_unit = (
                parse_distance_unit(cells[self.distance_unit]) or self.layout.distance_unit
            )
        rpe = cells[self.rpe]
        if rpe:
            result.rpe = parse_number(rpe)
        note = cells[self.notes]
        if note:
            result.notes = note.strip()
        return result

    def _repair(self, cells: list[str]) -> list[str]:
        """A row with more cells than columns: its quotes were lost, or a spreadsheet added some."""
        if len(cells) > self.table_width:
            named = (self.workout, self.exercise, self.notes, self.workout_notes)
            cells = merge_surplus(
                cells,
                self.table_width,
                text_columns=[at for at in named if at < self.width],
                fits=self._fits,
            )
        return cells[: self.width]

    def _fits(self, cells: list[str]) -> bool:
        mark = cells[self.set_order].strip().casefold()
        numeric = (self.weight, self.reps, self.distance, self.seconds, self.rpe)
        return (mark in _KINDS or parse_number(mark) is not None) and all_numeric(
            cells, [at for at in numeric if at < self.width]
        )

    def _open_workout(self, line: int, cells: list[str]) -> _Open | None:
        printed = cells[self.date]
        moment = parse_moment(printed, self.order)
        if moment is None:
            self._skip(line, "row.date", f"“{printed.strip()[:40]}” is not a date.")
            return None
        started_at, has_time = moment
        title = cells[self.workout].strip()
        workout = ParsedWorkout(
            started_at=started_at,
            source_key=source_key("strong", started_at, title, has_time=has_time),
            line=line,
            has_time=has_time,
            finished_at=_finish(started_at, cells[self.duration]),
            title=title,
        )
        opened = self.open[printed, cells[self.workout], cells[self.number]] = _Open(workout)
        return opened

    def _unknown_mark(
        self, mark: str, opened: _Open, name: str, cells: list[str]
    ) -> SetKind | None:
        """What a Set Order word of another language means: None for rest and note rows."""
        worked = (parse_number(cells[self.reps]) or 0) > 0 or (
            parse_number(cells[self.distance]) or 0
        ) > 0
        if any(word in mark for word in _REST_WORDS) and not worked:
            return None
        note = cells[self.notes].strip()
        seconds = parse_number(cells[self.seconds]) or 0
        if mark in _NOTE_WORDS or (note and not worked and not seconds):
            if note and name:
                block = _block(opened, name, None)
                block.notes = f"{block.notes}\n{note}" if block.notes else note
            return None
        return "working" if worked else None

    def _settle_distances(self, unit: WeightUnit | None) -> None:
        """Strong prints kilometres beside kilograms and miles beside pounds."""
        fallback: DistanceUnit = "mi" if unit == "lb" else "km"
        for opened in self.open.values():
            for exercise in opened.workout.exercises:
                for row in exercise.sets:
                    if row.distance is not None and row.distance_unit is None:
                        row.distance_unit = fallback

    def _skip(self, line: int, code: str, reason: str) -> None:
        self.parsed.skipped.append(RowProblem(line, code, reason))


def _block(opened: _Open, name: str, order: float | None) -> ParsedExercise:
    """The block a row belongs to: a new one when the name changes or its numbering starts again."""
    block = opened.block
    restarted = order is not None and order <= 1 and order < opened.last_order
    if block is None or block.name != name or restarted:
        block = ParsedExercise(name)
        opened.workout.exercises.append(block)
        opened.block, opened.last_order = block, -1.0
    if order is not None:
        opened.last_order = order
    return block


def _finish(started_at: datetime, printed: str) -> datetime | None:
    seconds = parse_duration_s(printed, two_parts="h:mm")
    try:
        return started_at + timedelta(seconds=seconds) if seconds else None
    except OverflowError:
        # Beyond the calendar (`99999999h`).
        return None


def _add_workout_note(opened: _Open, note: str) -> None:
    opened.notes.add(note)
    text = note.strip()
    if text:
        workout = opened.workout
        workout.notes = f"{workout.notes}\n{text}" if workout.notes else text
