"""The log called "Fit Notes" with named sessions: `Name,StartTime,EndTime,…,Status,…`."""

from __future__ import annotations

from itertools import islice
from typing import Final

from fitfolio.imports.dates import parse_datetime
from fitfolio.imports.durations import parse_duration_s
from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    ParsedExercise,
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
    RowProblem,
)
from fitfolio.imports.numbers import parse_number, parse_reps
from fitfolio.imports.reading import Source, header_index, rows
from fitfolio.imports.units import guess_unit

NAME: Final = "fitnotes_sessions"
LABEL: Final = "Fit Notes (sessions)"

_YES: Final = frozenset(("true", "1", "yes", "wahr", "vrai"))
_DONE: Final = frozenset(("done", "completed", "complete", ""))


def detect(source: Source) -> float:
    """By the header."""
    if source.kind != "text":
        return 0.0
    for _, header in islice(rows(source.text), 1):
        names = header_index(header).keys()
        if names >= {"name", "starttime", "exercise", "reps", "weight"}:
            return 0.95 if names & {"status", "iswarmup", "rir"} else 0.6
    return 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """Sets whose status is done; planned, failed and skipped rows are not sets."""
    parsed = ParsedFile(format=NAME)
    records = rows(source.text)
    index = header_index(next(records, (0, []))[1])
    workouts: dict[tuple[str, str], ParsedWorkout] = {}
    unstated: list[float] = []
    for line, cells in records:
        row = {name: cells[at].strip() for name, at in index.items() if at < len(cells)}
        if row.get("status", "").casefold() not in _DONE:
            continue
        key = (row.get("name", ""), row.get("starttime", ""))
        workout = workouts.get(key) or _workout(line, row, options)
        if workout is None:
            parsed.skipped.append(RowProblem(line, "row.date", f"“{key[1][:40]}” is not a date."))
            continue
        if not row.get("exercise"):
            parsed.skipped.append(RowProblem(line, "row.no_exercise", "The row names no exercise."))
            continue
        workouts[key] = workout
        _add_set(workout, line, row, options)
        weight = parse_number(row.get("weight", ""))
        if weight:
            unstated.append(weight)
    parsed.workouts = list(workouts.values())
    parsed.needs_unit = bool(unstated)
    parsed.guessed_unit = guess_unit(unstated)
    return parsed


def _workout(line: int, row: dict[str, str], options: ParseOptions) -> ParsedWorkout | None:
    started_at = parse_datetime(row.get("starttime", ""))
    if started_at is None:
        return None
    finished_at = parse_datetime(row.get("endtime", ""))
    if finished_at and (finished_at.tzinfo is None) != (started_at.tzinfo is None):
        finished_at = None
    title = row.get("name", "")
    bodyweight = parse_number(row.get("bodyweight", "")) or None
    return ParsedWorkout(
        started_at=started_at,
        source_key=source_key("fitnotes_sessions", started_at, title),
        line=line,
        finished_at=finished_at,
        title=title,
        bodyweight=bodyweight,
        bodyweight_unit=options.unit if bodyweight else None,
    )


def _add_set(workout: ParsedWorkout, line: int, row: dict[str, str], options: ParseOptions) -> None:
    name = row["exercise"]
    if not workout.exercises or workout.exercises[-1].name != name:
        workout.exercises.append(ParsedExercise(name, equipment_hint=row.get("equipment", "")))
    weight = parse_number(row.get("weight", "")) or None
    distance = parse_number(row.get("distance", "")) or None
    workout.exercises[-1].sets.append(
        ParsedSet(
            line,
            kind="warm_up" if row.get("iswarmup", "").casefold() in _YES else "working",
            weight=weight,
            weight_unit=options.unit if weight else None,
            reps=parse_reps(row.get("reps", "")),
            duration_s=parse_duration_s(row.get("time", "")) or None,
            distance=distance,
            distance_unit="m" if distance else None,
            rpe=parse_number(row.get("rpe", "")),
            rir=parse_number(row.get("rir", "")),
            notes=row.get("note", ""),
        )
    )
