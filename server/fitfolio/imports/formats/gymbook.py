"""GymBook (iOS): one row is one set, with headers, unit words and exercise names in the phone's language.

The columns come in one order in every language, and three headers name two or three
things with slashes (`Set / Warm-up set / Cool-down set`, `Reps / Time`, `Weight /
Distance`), so the layout is known by its shape. Skipped sets are rows and left out. The
clock is that of the set; a workout is a day's sets of one programme.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from fitfolio.imports.dates import judge_order, parse_moment
from fitfolio.imports.durations import parse_duration_s
from fitfolio.imports.formats.set_table import add_set
from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
    RowProblem,
    SetKind,
)
from fitfolio.imports.numbers import parse_distance_unit, parse_quantity, parse_weight_unit
from fitfolio.imports.reading import ImportRefused, Source, rows
from fitfolio.imports.records import normalise_header
from fitfolio.imports.units import guess_unit

NAME: Final = "gymbook"
LABEL: Final = "GymBook"

_YES: Final = frozenset(
    ("si", "sì", "sí", "ja", "yes", "oui", "sim", "true", "wahr", "vrai", "vero", "1", "x")
)
_WARM_UP_WORDS: Final = (
    "riscald",
    "aufwärm",
    "warm",
    "échauff",
    "echauff",
    "calent",
    "aquec",
    "opwarm",
)
_COOL_DOWN_WORDS: Final = (
    "defatic",
    "abkühl",
    "cool",
    "récup",
    "recup",
    "retour au calme",
    "enfri",
    "relax",
)
_TIME_WORDS: Final = (
    "sec",
    "sek",
    "seg",
    "min",
    "std",
    "stunde",
    "ore",
    "ora",
    "hour",
    "hr",
    "heure",
    "hora",
    "h",
)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Positions of the columns; the last four hang together, the first four start the row."""

    kind: int
    kind_words: tuple[str, str, str]

    @property
    def amount(self) -> int:
        return self.kind + 1

    @property
    def load(self) -> int:
        return self.kind + 2

    @property
    def notes(self) -> int:
        return self.kind + 3

    @property
    def skipped(self) -> int:
        return self.kind + 4


_DATE, _PROGRAMME, _CLOCK, _EXERCISE = range(4)


def detect(source: Source) -> float:
    if source.kind != "text":
        return 0.0
    header = next(rows(source.text), (0, []))[1]
    return 0.9 if _find_layout(header) else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:  # noqa: ARG001 - the unit stands in the cell
    """All sets that were not skipped."""
    records = rows(source.text)
    layout = _find_layout(next(records, (0, []))[1])
    if layout is None:
        raise ImportRefused(
            "import.unknown_format", "The columns of a GymBook export were not found."
        )
    table = list(records)
    order = judge_order(cells[_DATE] for _, cells in table)
    parsed = ParsedFile(format=NAME)
    workouts: dict[tuple[str, str], ParsedWorkout] = {}
    for line, printed in table:
        cells = printed + [""] * (layout.skipped + 1 - len(printed))
        if cells[layout.skipped].strip().casefold() in _YES:
            continue
        moment = parse_moment(f"{cells[_DATE]} {cells[_CLOCK]}", order)
        name = cells[_EXERCISE].strip()
        if moment is None:
            problem = RowProblem(
                line, "row.date", f"The date {cells[_DATE][:40]!r} cannot be read."
            )
            parsed.skipped.append(problem)
            continue
        if not name:
            parsed.skipped.append(RowProblem(line, "row.no_exercise", "The row names no exercise."))
            continue
        performed = _read_set(line, cells, layout)
        if performed is None:
            parsed.skipped.append(
                RowProblem(line, "row.empty_set", "The row has no repetitions, time or distance.")
            )
            continue
        performed.logged_at = moment[0] if moment[1] else None
        title = cells[_PROGRAMME].strip()
        key = (cells[_DATE].strip(), title)
        workout = workouts.get(key)
        if workout is None:
            workout = workouts[key] = _open_workout(line, moment, title)
        add_set(workout, name, performed)
    parsed.workouts = list(workouts.values())
    for workout in parsed.workouts:
        _set_times(workout)
    rows_read = [
        row for workout in parsed.workouts for block in workout.exercises for row in block.sets
    ]
    unstated = [row.weight for row in rows_read if row.weight and row.weight_unit is None]
    if unstated:
        parsed.needs_unit, parsed.guessed_unit = True, guess_unit(unstated)
    return parsed


def _find_layout(header: list[str]) -> _Layout | None:
    names = [normalise_header(name) for name in header]
    for position in range(4, len(names) - 2):
        words = [part.strip() for part in names[position].split("/")]
        followers = names[position + 1 : position + 3]
        if len(words) == 3 and all(words) and all(name.count("/") == 1 for name in followers):
            return _Layout(position, (words[0], words[1], words[2]))
    return None


def _open_workout(line: int, moment: tuple[datetime, bool], title: str) -> ParsedWorkout:
    started_at, has_time = moment
    return ParsedWorkout(
        started_at=started_at,
        has_time=has_time,
        # The clock of the first set would move when an earlier set is added; the day does not.
        source_key=source_key("gymbook", started_at, title, has_time=False),
        line=line,
        title=title,
    )


def _set_times(workout: ParsedWorkout) -> None:
    logged = [row.logged_at for block in workout.exercises for row in block.sets if row.logged_at]
    if logged:
        workout.started_at, last = min(logged), max(logged)
        workout.finished_at = last if last > workout.started_at else None


def _read_set(line: int, cells: list[str], layout: _Layout) -> ParsedSet | None:
    row = ParsedSet(
        line=line, kind=_kind(cells[layout.kind], layout), notes=cells[layout.notes].strip()
    )
    if _is_cool_down(cells[layout.kind], layout):
        row.notes = f"Cool-down. {row.notes}".strip()
    _read_amount(row, cells[layout.amount])
    load = parse_quantity(cells[layout.load])
    if load and load[0]:
        value, word = load
        distance_unit = parse_distance_unit(word)
        if distance_unit:
            row.distance, row.distance_unit = value, distance_unit
        else:
            row.weight, row.weight_unit = value, parse_weight_unit(word)
    return None if row.reps is None and row.duration_s is None and row.distance is None else row


def _read_amount(row: ParsedSet, text: str) -> None:
    """`20 ripetizioni` or `4 Wiederholungen` are repetitions, `60 secondi` or `1:30 min` a time."""
    quantity = parse_quantity(text)
    word = quantity[1] if quantity else ""
    if ":" in text or (any(word.startswith(start) for start in _TIME_WORDS) or not quantity):
        row.duration_s = parse_duration_s(text) or None
    if row.duration_s is None and quantity:
        # `0 secondi` of a set that was not skipped is a set without repetitions.
        row.reps = int(quantity[0])


def _kind(text: str, layout: _Layout) -> SetKind:
    word = normalise_header(text)
    if word == layout.kind_words[1] or any(stem in word for stem in _WARM_UP_WORDS):
        return "warm_up"
    return "working"


def _is_cool_down(text: str, layout: _Layout) -> bool:
    word = normalise_header(text)
    return word == layout.kind_words[2] or any(stem in word for stem in _COOL_DOWN_WORDS)
