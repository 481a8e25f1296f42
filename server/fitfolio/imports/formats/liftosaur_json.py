"""Liftosaur's JSON backup: the app's whole state, of which only `history` is read.

Times are Unix milliseconds. Exercises are ids in camel case with equipment; custom ones
are named in the settings. A set without `completedReps` was not done; without
`completedWeight` the planned weight was lifted.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from fitfolio.imports.dates import parse_datetime
from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    ParsedExercise,
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
    RowProblem,
)
from fitfolio.imports.numbers import parse_number, parse_weight_unit
from fitfolio.imports.reading import ImportRefused, Source

NAME: Final = "liftosaur_json"
LABEL: Final = "Liftosaur (JSON)"

_LAST_MS: Final = 4_102_444_800_000
"""2100-01-01."""

_LONGEST: Final = timedelta(hours=12)
_WORD_START: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SNIFF_CHARS: Final = 2_000_000

Object = dict[str, Any]


def detect(source: Source) -> float:
    if source.kind != "text" or not source.text[:200].lstrip().startswith("{"):
        return 0.0
    head = source.text[:_SNIFF_CHARS]
    if '"history"' not in head:
        return 0.0
    marks = sum(
        mark in head for mark in ('"completedReps"', '"programName"', '"dayName"', '"warmupSets"')
    )
    return 0.9 if marks >= 2 else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:  # noqa: ARG001 - the file states units and times
    """Every history record with a performed set; `line` is the record's place in the history."""
    try:
        document = json.loads(source.text)
    except (ValueError, RecursionError) as error:
        raise ImportRefused("import.truncated", "The JSON file is cut off or damaged.") from error
    storage = _object(document)
    if not isinstance(storage.get("history"), list):
        storage = _object(storage.get("storage"))
    history = storage.get("history")
    if not isinstance(history, list):
        raise ImportRefused("import.unknown_format", "The JSON file holds no Liftosaur history.")
    own_names = _own_names(storage)
    parsed = ParsedFile(format=NAME)
    for line, record in enumerate(history, start=1):
        workout = _read_workout(line, _object(record), own_names)
        if workout is None:
            parsed.skipped.append(
                RowProblem(line, "row.date", "The history record has no readable time.")
            )
        elif workout.exercises:
            parsed.workouts.append(workout)
    return parsed


def _own_names(storage: Object) -> dict[str, str]:
    exercises = _object(_object(storage.get("settings")).get("exercises"))
    return {key: _text(_object(value).get("name")) for key, value in exercises.items()}


def _read_workout(line: int, record: Object, own_names: dict[str, str]) -> ParsedWorkout | None:
    # The CSV export prints `date`, so it makes the key of both.
    printed = record.get("date")
    started_at = (parse_datetime(printed) if isinstance(printed, str) else None) or _moment(
        record.get("startTime")
    )
    if started_at is None:
        return None
    workout = ParsedWorkout(
        started_at=started_at,
        source_key=source_key("liftosaur", started_at),
        line=line,
        title=" · ".join(
            part
            for part in (_text(record.get("programName")), _text(record.get("dayName")))
            if part
        ),
        notes=_text(record.get("notes")),
    )
    finished_at = _moment(record.get("endTime"))
    if finished_at and started_at.tzinfo and started_at < finished_at <= started_at + _LONGEST:
        workout.finished_at = finished_at
    entries = record.get("entries")
    for entry in map(_object, entries if isinstance(entries, list) else []):
        exercise = _read_exercise(line, entry, own_names)
        if exercise.sets:
            workout.exercises.append(exercise)
    return workout


def _read_exercise(line: int, entry: Object, own_names: dict[str, str]) -> ParsedExercise:
    exercise_type = _object(entry.get("exercise"))
    exercise_id = _text(exercise_type.get("id"))
    equipment = _words(_text(exercise_type.get("equipment")))
    name = own_names.get(exercise_id) or _words(exercise_id) or "Unnamed exercise"
    exercise = ParsedExercise(
        name=f"{name}, {equipment}" if equipment else name,
        equipment_hint=equipment,
        notes=_text(entry.get("notes")),
    )
    for warm_up, key in ((True, "warmupSets"), (False, "sets")):
        rows = entry.get(key)
        for row in map(_object, rows if isinstance(rows, list) else []):
            performed = _read_set(line, row, warm_up=warm_up)
            if performed is not None:
                exercise.sets.append(performed)
    return exercise


def _read_set(line: int, row: Object, *, warm_up: bool) -> ParsedSet | None:
    reps = _number(row.get("completedReps"))
    if reps is None or row.get("isCompleted") is False:
        return None
    load = _object(row.get("completedWeight")) or _object(row.get("weight"))
    weight = _number(load.get("value")) or None
    return ParsedSet(
        line=line,
        kind="warm_up" if warm_up else "amrap" if row.get("isAmrap") is True else "working",
        weight=weight,
        weight_unit=parse_weight_unit(_text(load.get("unit"))) if weight else None,
        reps=int(reps),
        rpe=_number(row.get("completedRpe")),
        logged_at=_moment(row.get("timestamp")),
    )


def _words(identifier: str) -> str:
    """`romanianDeadlift` → `Romanian Deadlift`."""
    spaced = _WORD_START.sub(" ", identifier)
    return spaced[:1].upper() + spaced[1:]


def _moment(value: object) -> datetime | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < _LAST_MS:
        return None
    return datetime.fromtimestamp(value / 1000, UTC)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    return parse_number(str(value))


def _object(value: object) -> Object:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value.replace("\x00", "").strip() if isinstance(value, str) else ""
