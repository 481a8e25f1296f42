"""JEFIT ("Export Data"): one text of many tables, one row of `EXERCISE LOGS` per exercise.

Loads are in the unit of `SETTING.mass`. A workout is a day (`mydate`, the lifter's own
calendar); sessions give Unix times, which count only where they fall on that day in the
lifter's zone, since some were saved after midnight. Empty names are found by exercise id.
Timed and cardio entries hold minutes and calories in set clothing; they become notes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fitfolio.imports.dates import parse_datetime
from fitfolio.imports.formats.jefit_profile import read_measurements
from fitfolio.imports.formats.jefit_sections import (
    EXERCISE_LOGS,
    Record,
    Sections,
    read_sections,
    section_names,
)
from fitfolio.imports.formats.jefit_sets import LogText, build_sets, read_logs, unix_moment
from fitfolio.imports.formats.set_table import add_note
from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    ParsedExercise,
    ParsedFile,
    ParsedWorkout,
    ParseOptions,
    RowProblem,
    WeightUnit,
)
from fitfolio.imports.numbers import parse_weight_unit
from fitfolio.imports.reading import Source
from fitfolio.imports.units import guess_unit

NAME: Final = "jefit"
LABEL: Final = "JEFIT"

ExerciseId = tuple[str, str]
"""`belongsys` (1 = JEFIT's own list, 0 = custom) and `eid`."""


@dataclass(frozen=True, slots=True)
class _Lookup:
    """What other tables tell about the rows of EXERCISE LOGS."""

    names: dict[ExerciseId, str]
    cardio: set[tuple[ExerciseId, str]]
    sessions: dict[str, Record]
    set_logs: dict[str, list[Record]]
    unit: WeightUnit | None


def detect(source: Source) -> float:
    if source.kind != "text" or "###" not in source.text[:5000]:
        return 0.0
    names = section_names(source.text)
    return 0.95 if EXERCISE_LOGS in names else 0.6 if {"SETTING", "ROUTINES"} <= names else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """One workout a day, exercises in the order of the file."""
    sections = read_sections(source.text)
    lookup = _read_lookup(sections)
    parsed = ParsedFile(format=NAME)
    workouts: dict[str, ParsedWorkout] = {}
    blocks: dict[tuple[str, ExerciseId], ParsedExercise] = {}
    used_sessions: dict[str, set[str]] = {}
    for line, record in sections[EXERCISE_LOGS]:
        day = record.get("mydate", "").strip()
        workout = workouts.get(day) or _open_workout(line, day)
        if workout is None:
            parsed.skipped.append(
                RowProblem(line, "row.date", f"The date {day[:40]!r} cannot be read.")
            )
            continue
        workouts[day] = workout
        exercise_id = _exercise_id(record)
        log = read_logs(record.get("logs", ""), is_cardio=(exercise_id, day) in lookup.cardio)
        block = ParsedExercise(name=_name(record, exercise_id, lookup))
        block.sets = build_sets(line, log, lookup.unit, _set_logs(record, lookup))
        _report(parsed, line, log, block)
        workout.exercises.append(block)
        blocks.setdefault((day, exercise_id), block)
        used_sessions.setdefault(day, set()).add(record.get("belongsession", "").strip())
    _attach_notes(sections, workouts, blocks)
    parsed.workouts = list(workouts.values())
    parsed.measurements = read_measurements(sections, lookup.unit or options.unit)
    zone = _zone(options.time_zone)
    for day, workout in workouts.items():
        _set_times(
            workout,
            [lookup.sessions[key] for key in used_sessions[day] if key in lookup.sessions],
            zone,
        )
    if lookup.unit is None:
        weights = [
            row.weight
            for w in parsed.workouts
            for block in w.exercises
            for row in block.sets
            if row.weight
        ]
        parsed.needs_unit, parsed.guessed_unit = bool(weights), guess_unit(weights)
    return parsed


def _read_lookup(sections: Sections) -> _Lookup:
    names: dict[ExerciseId, str] = {}
    for _, record in sections[EXERCISE_LOGS]:
        if record.get("ename", "").strip():
            names.setdefault(_exercise_id(record), record["ename"].strip())
    for _, record in sections["CUSTOM EXERCISES"]:
        if record.get("name", "").strip():
            names.setdefault(("0", record.get("_id", "").strip()), record["name"].strip())
    for _, record in sections["NOTES"]:
        if record.get("title", "").strip():
            names.setdefault(_exercise_id(record), record["title"].strip())
    set_logs: dict[str, list[Record]] = {}
    for _, record in sections["EXERCISE SET LOGS"]:
        set_logs.setdefault(record.get("exercise_log_id", "").strip(), []).append(record)
    units = [parse_weight_unit(record.get("mass", "")) for _, record in sections["SETTING"]]
    return _Lookup(
        names=names,
        cardio={
            (_exercise_id(record), record.get("mydate", "").strip())
            for table in ("CARDIO LOGS", "CARDIO EXERCISE LOGS")
            for _, record in sections[table]
        },
        sessions={
            record.get("_id", "").strip(): record for _, record in sections["WORKOUT SESSIONS"]
        },
        set_logs=set_logs,
        unit=next((unit for unit in units if unit), None),
    )


def _exercise_id(record: Record) -> ExerciseId:
    return record.get("belongsys", "").strip(), record.get("eid", "").strip()


def _set_logs(record: Record, lookup: _Lookup) -> list[Record]:
    found = [lookup.set_logs.get(record.get(key, "").strip()) for key in ("_id", "row_id")]
    return found[0] or found[1] or []


def _name(record: Record, exercise_id: ExerciseId, lookup: _Lookup) -> str:
    return (
        record.get("ename", "").strip()
        or lookup.names.get(exercise_id)
        or f"exercise #{exercise_id[1]}"
    )


def _open_workout(line: int, day: str) -> ParsedWorkout | None:
    moment = parse_datetime(day, "ymd")
    if moment is None:
        return None
    start = moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    return ParsedWorkout(
        started_at=start,
        has_time=False,
        source_key=source_key("jefit", start, has_time=False),
        line=line,
    )


def _report(parsed: ParsedFile, line: int, log: LogText, block: ParsedExercise) -> None:
    if log.seconds:
        seconds = ", ".join(f"{value:g} s" for value in log.seconds)
        block.notes = seconds
        parsed.skipped.append(
            RowProblem(
                line, "row.timed", f"{block.name}: the timed entry ({seconds}) was kept as a note."
            )
        )
    for token in log.unreadable:
        parsed.skipped.append(
            RowProblem(line, "row.bad_number", f"{token!r} is not a weight and repetitions.")
        )


def _attach_notes(
    sections: Sections,
    workouts: dict[str, ParsedWorkout],
    blocks: dict[tuple[str, ExerciseId], ParsedExercise],
) -> None:
    for _, record in sections["NOTES"]:
        day, note = record.get("mydate", "").strip(), record.get("mynote", "").strip()
        block = blocks.get((day, _exercise_id(record)))
        if block is not None:
            add_note(block, note)
        elif note and day in workouts:
            title = record.get("title", "").strip()
            add_note(workouts[day], f"{title}: {note}" if title else note)


def _zone(name: str | None) -> tzinfo:
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def _set_times(workout: ParsedWorkout, sessions: list[Record], zone: tzinfo) -> None:
    starts = [
        unix_moment(record.get("starttime") or record.get("starttimie") or "")
        for record in sessions
    ]
    ends = [unix_moment(record.get("endtime", "")) for record in sessions]
    known = [moment.astimezone(zone) for moment in starts if moment]
    if not known or min(known).date() != workout.started_at.date():
        return
    workout.started_at, workout.has_time = min(known), True
    finished: list[datetime] = [moment.astimezone(zone) for moment in ends if moment]
    if len(sessions) == 1 and finished and finished[0] > workout.started_at:
        workout.finished_at = finished[0]
