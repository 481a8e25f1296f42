"""Alpha Progression: not a table but blocks of lines, in two generations.

2023 (English): title line, `"2023-02-21 5:46 pm",1:04 hr`, plan line, then per exercise
`"1. Lat Pulldowns … Cable","25 x 20⏎40 x 15"`, a target line, `#,LBS,REPS[,RIR]` and rows.
2026 (European): `"title";"2026-02-19 4:54 h";"1:02 hr"`, `"1. Hack Squats · Machine ·
8 reps";"WU1 · 37,5 kg · 9 reps<br>…"`, `#;KG;REPS;RIR` and rows, decimal commas.
The newer generation lists warm-ups with load and repetitions (`WU1 · …`): they are sets, before
the others. The older one has a free note there (`25 x 20`, `10 each side`): it stays a note.
A load of `+35` was added to the body's weight. `-` is a set that was not done.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from fitfolio.imports.dates import parse_moment
from fitfolio.imports.durations import parse_duration_s
from fitfolio.imports.formats.set_table import add_note
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
from fitfolio.imports.numbers import parse_number, parse_reps, parse_weight_unit
from fitfolio.imports.reading import Source, rows

NAME: Final = "alpha_progression"
LABEL: Final = "Alpha Progression"

_TABLE_HEAD: Final = re.compile(r"(?m)^\ufeff?\"?#\"?([,;\t])\"?[^\W\d_]")
_EXERCISE: Final = re.compile(r"^(\d{1,3})\.\s+(\S.*)$", re.DOTALL)
_SESSION_DATE: Final = re.compile(
    r"^\d{4}-\d{2}-\d{2}\s+\d{1,2}:\d{2}|^\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+\d{1,2}:\d{2}"
)
_TARGET: Final = re.compile(r"^\d+(?:\s*[-–]\s*\d+)?\s+[^\W\d_]+\.?$")
_SUPERSET: Final = re.compile(r"\b(?:superset|supersatz)\s*(\d+)", re.IGNORECASE)
_DROP_SETS: Final = re.compile(
    r"\b(\d+)\s+(?:dropsets?|drop sets?|dropsätze|dropsatz)\b", re.IGNORECASE
)
_WARM_UP: Final = re.compile(
    r"^WU\s?\d*\s*·\s*(?P<load>[+\d.,]+)\s*(?P<unit>kgs?|lbs?)\s*·\s*(?P<reps>\d{1,4})\s+[^\W\d_]+\.?$",
    re.IGNORECASE,
)
_LINE_BREAK: Final = re.compile(r"\s*(?:<br\s*/?>|\n)\s*", re.IGNORECASE)
_SNIFF_CHARS: Final = 200_000
_RIR_WORDS: Final = frozenset(("rir",))
_TIME_WORDS: Final = frozenset(
    ("sec", "secs", "seconds", "s", "time", "sek", "zeit", "min", "duration", "dauer")
)


@dataclass(slots=True)
class _State:
    """Where the reader is: the text before a date line may be the next title."""

    parsed: ParsedFile
    delimiter: str
    workout: ParsedWorkout | None = None
    exercise: ParsedExercise | None = None
    columns: dict[str, int] = field(default_factory=dict)
    unit: WeightUnit | None = None
    drop_sets: int = 0
    superset_number: int = 0
    superset_place: int = 0
    pending: str = ""


def detect(source: Source) -> float:
    if source.kind != "text":
        return 0.0
    head = source.text[:_SNIFF_CHARS]
    if not _TABLE_HEAD.search(head):
        return 0.0
    return 0.9 if re.search(r"(?m)^\"?\d{1,3}\.\s", head) else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:  # noqa: ARG001 - units stand above every table
    """All sessions; an exercise without rows keeps its notes."""
    match = _TABLE_HEAD.search(source.text)
    state = _State(ParsedFile(format=NAME), match[1] if match else ",")
    for line, cells in rows(source.text, state.delimiter):
        _take(state, line, _mend_name(cells, state.delimiter))
    _close_exercise(state)
    return state.parsed


def _mend_name(cells: list[str], delimiter: str) -> list[str]:
    """Trimmed cells; a quoted title or name that was taken apart at `, ` is one cell again."""
    is_text = _EXERCISE.match(cells[0]) or not cells[0][:1].isdigit()
    while is_text and len(cells) > 1 and cells[1].startswith(" "):
        cells = [f"{cells[0]}{delimiter}{cells[1]}", *cells[2:]]
    return [cell.strip() for cell in cells]


def _take(state: _State, line: int, cells: list[str]) -> None:
    first = cells[0]
    session_at = next(
        (at for at in range(min(len(cells), 2)) if _SESSION_DATE.match(cells[at])), None
    )
    exercise = _EXERCISE.match(first)
    if first.startswith("#"):
        _read_columns(state, cells)
    elif first.isdigit() and state.columns and state.exercise is not None:
        _read_row(state, line, cells)
    elif session_at is not None:
        _open_session(state, line, cells, session_at)
    elif exercise and state.workout is not None:
        _open_exercise(state, line, exercise[2], cells[1:])
    elif state.workout is not None and not state.workout.exercises and state.exercise is None:
        add_note(state.workout, state.delimiter.join(cells))
    elif not _TARGET.match(first):
        state.pending = f"{state.delimiter} ".join(cell for cell in cells if cell)


def _open_session(state: _State, line: int, cells: list[str], date_at: int) -> None:
    if not date_at and not state.pending and state.exercise and not state.columns:
        # A title such as "1. Push" looked like an exercise until the date followed.
        state.pending, state.exercise = state.exercise.name, None
    _close_exercise(state)
    title = cells[0] if date_at else state.pending
    state.pending, state.workout, state.superset_place = "", None, 0
    moment = parse_moment(cells[date_at], "dmy")
    if moment is None:
        problem = RowProblem(line, "row.date", f"The date {cells[date_at][:40]!r} cannot be read.")
        state.parsed.skipped.append(problem)
        return
    started_at = moment[0]
    duration_s = (
        parse_duration_s(cells[date_at + 1], two_parts="h:mm") if len(cells) > date_at + 1 else None
    )
    state.workout = ParsedWorkout(
        started_at=started_at,
        finished_at=started_at + timedelta(seconds=duration_s)
        if duration_s and duration_s < 1e7
        else None,
        source_key=source_key("alpha_progression", started_at),
        line=line,
        title=title,
    )
    state.parsed.workouts.append(state.workout)


def _open_exercise(state: _State, line: int, text: str, beside: list[str]) -> None:
    _close_exercise(state)
    parts = [part.strip() for part in text.split(" · ")]
    extras = [part for part in parts[1:] if part[:1].isdigit() or _SUPERSET.search(part)]
    equipment = next((part for part in parts[1:] if part not in extras), "")
    name = f"{parts[0]} ({equipment})" if equipment else parts[0]
    state.exercise = ParsedExercise(name=name, equipment_hint=equipment)
    state.columns, state.drop_sets = {}, 0
    notes = [part for part in extras if _DROP_SETS.search(part) or not _TARGET.match(part)]
    notes += [_warm_ups(state.exercise, line, cell) for cell in beside if cell]
    _place_in_superset(state, " ".join([*extras, *beside]))
    for note in notes:
        drop_sets = _DROP_SETS.search(note)
        state.drop_sets = int(drop_sets[1][:3]) if drop_sets else state.drop_sets
        if note and not _SUPERSET.fullmatch(note):
            add_note(state.exercise, _as_warm_up(note))


def _warm_ups(exercise: ParsedExercise, line: int, cell: str) -> str:
    """Take the warm-up sets out of the cell beside an exercise; the rest of its lines is a note."""
    rest = []
    for part in _LINE_BREAK.sub("\n", cell).split("\n"):
        match = _WARM_UP.match(part.strip())
        if match is None:
            rest.append(part)
            continue
        weight = parse_number(match["load"]) or None
        unit = parse_weight_unit(match["unit"]) if weight else None
        exercise.sets.append(
            ParsedSet(line, "warm_up", weight, unit, reps=parse_reps(match["reps"]))
        )
    return "\n".join(rest)


def _as_warm_up(note: str) -> str:
    """`25 x 20` over several lines → `Warm-up: 25 x 20, 40 x 15`; other remarks as they are."""
    looks_loaded = re.search(r"\d\s*[x×]\s*\d|^WU\d", note)
    listed = ", ".join(part for part in note.split("\n") if part)
    return f"Warm-up: {listed}" if looks_loaded and "warm" not in note.casefold() else listed


def _place_in_superset(state: _State, text: str) -> None:
    """`Superset 1` and `Superset 2` are places inside one superset: a place not above the last opens another."""
    match = _SUPERSET.search(text)
    place = int(match[1][:3]) if match else 0
    if place and state.exercise is not None:
        if place <= state.superset_place or not state.superset_place:
            state.superset_number += 1
        state.exercise.superset = state.superset_number
    state.superset_place = place


def _read_columns(state: _State, cells: list[str]) -> None:
    state.columns, state.unit = {}, None
    for position, raw in enumerate(cells[1:], start=1):
        word = raw.casefold()
        unit = parse_weight_unit(word)
        if unit:
            state.columns["weight"], state.unit = position, unit
        elif word in _RIR_WORDS:
            state.columns["rir"] = position
        elif word in _TIME_WORDS:
            state.columns["seconds"] = position
        elif word:
            state.columns.setdefault("reps", position)


def _read_row(state: _State, line: int, cells: list[str]) -> None:
    values = {name: cells[at] if at < len(cells) else "" for name, at in state.columns.items()}
    printed = values.get("reps", "")
    reps = parse_reps(printed.rstrip("+"))
    duration_s = parse_duration_s(values.get("seconds", "")) or None
    if printed and reps is None and printed.strip("-–— "):
        problem = RowProblem(
            line, "row.bad_number", f"{printed[:40]!r} is not a number of repetitions."
        )
        state.parsed.skipped.append(problem)
    if state.exercise is None or (reps is None and duration_s is None):
        return
    weight = parse_number(values.get("weight", "")) or None
    state.exercise.sets.append(
        ParsedSet(
            line=line,
            weight=weight,
            weight_unit=state.unit if weight else None,
            reps=reps,
            duration_s=duration_s,
            rir=parse_number(values.get("rir", "")),
        )
    )


def _close_exercise(state: _State) -> None:
    """Keep the exercise; its last rows are drop sets where it announces them and their loads fall."""
    exercise, state.exercise, state.columns = state.exercise, None, {}
    if exercise is None or state.workout is None:
        return
    if exercise.sets and all(row.kind == "warm_up" for row in exercise.sets):
        # Nothing below them was done, so the warm-ups were only planned, too.
        listed = ", ".join(f"{row.weight or 0:g} x {row.reps}" for row in exercise.sets)
        add_note(exercise, f"Warm-up: {listed}")
        exercise.sets = []
    done = [row for row in exercise.sets if row.kind != "warm_up"]
    tail = done[-state.drop_sets :] if 0 < state.drop_sets < len(done) else []
    before = done[-len(tail) - 1 : -1] if tail else []
    if tail and all(
        (row.weight or 0) < (previous.weight or 0)
        for previous, row in zip(before, tail, strict=True)
    ):
        for row in tail:
            row.kind = "drop"
    state.workout.exercises.append(exercise)
