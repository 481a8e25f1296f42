"""FitFolio's own export, version 3: its exact shape, and reading it strictly.

The same classes make the JSON Schema in docs/export.schema.json. Derived values (kilograms,
metres, days, records) are not in it: they are made anew. What versions 2 and 3 added has a default
here, so older exports are still read. Order is meaning: exercises in a
workout and sets in an exercise stand as they were done.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Annotated, Any, Final, Literal
from zoneinfo import available_timezones

import msgspec
from msgspec import Meta
from pydantic import ValidationError

from fitfolio.auth.gym import EffortScale, EquipmentName
from fitfolio.auth.schemas import DistanceUnitChoice, Language, LengthUnit
from fitfolio.core.clock import to_millis
from fitfolio.core.schemas import EARLIEST_YEAR, LATEST_YEAR
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.exercises.schemas import Muscle, Side, Tracking
from fitfolio.imports.document_planned import BarId, Gym, Rest, Seconds, Template, impossible_plans
from fitfolio.imports.document_programs import (
    Enrolment,
    Prescription,
    Program,
    TrackName,
    WorkoutProgram,
    impossible_programs,
    program_moments,
)
from fitfolio.imports.document_types import (
    NO_NUL,
    Bytes,
    Count,
    Day,
    Id,
    Line,
    Moment,
    Number,
    Part,
    Text,
    Word,
    Zone,
)
from fitfolio.imports.refused import ImportRefused
from fitfolio.imports.schemas import ImportResult
from fitfolio.training.sets import SetKind
from fitfolio.training.units import DistanceUnit, WeightUnit

FORMAT: Final = "fitfolio"
VERSION: Final = 3


class Profile(Part):
    """The account's settings; who it belongs to is not part of an export."""

    display_name: Annotated[str, Meta(max_length=80, pattern=NO_NUL)]
    language: Language
    weight_unit: WeightUnit
    length_unit: LengthUnit
    distance_unit: DistanceUnitChoice
    time_zone: Zone
    week_start: Annotated[int, Meta(ge=1, le=7)]
    weekly_goal: Annotated[int, Meta(ge=1, le=14)]
    equipment: list[EquipmentName] | None
    welcomed: bool
    effort_scale: EffortScale = "rpe"
    rest: Rest = msgspec.field(default_factory=Rest)
    timer_sound: bool = True
    timer_vibration: bool = True
    keep_awake: bool = True
    gym: Gym | None = None


class Exercise(Part):
    """A custom exercise; `archived_at` is when it was taken off the lists."""

    id: Id
    name: Line
    equipment: EquipmentName
    tracking: Tracking
    primary_muscles: list[Muscle]
    secondary_muscles: list[Muscle]
    unilateral: bool
    notes: Text
    created_at: Moment
    archived_at: Moment | None
    import_id: Id | None


class Preference(Part):
    """Own settings for one exercise of the library or one's own."""

    exercise_id: Id
    favourite: bool
    weight_unit: WeightUnit | None
    notes: Text
    rest_s: Seconds | None = None
    rest_warm_up_s: Seconds | None = None
    bar_id: BarId | None = None
    step: Annotated[float, Meta(gt=0, le=250)] | None = None
    step_unit: WeightUnit | None = None


class Set(Part):
    """A set as typed. `flagged` says why its values are not believed."""

    id: Id
    kind: SetKind
    completed: bool
    weight: Number | None
    weight_unit: WeightUnit | None
    reps: Count | None
    duration_s: Number | None
    distance: Number | None
    distance_unit: DistanceUnit | None
    rpe: Number | None
    rir: Number | None
    notes: Text
    flagged: Word | None
    logged_at: Moment | None
    import_id: Id | None
    side: Side | None = None


class WorkoutExercise(Part):
    """One exercise inside a workout. Equal `superset` numbers belong together."""

    id: Id
    exercise_id: Id
    superset: Count | None
    notes: Text
    sets: list[Set]
    track: TrackName | None = None
    prescription: Prescription | None = None


class Workout(Part):
    """One training session; `local_date` is its day in `time_zone`."""

    id: Id
    started_at: Moment
    finished_at: Moment | None
    has_time: bool
    time_zone: Zone
    local_date: Day
    title: Line
    notes: Text
    bodyweight_kg: Number | None
    source: Word
    import_id: Id | None
    exercises: list[WorkoutExercise]
    template_id: Id | None = None
    program: WorkoutProgram | None = None


class MetricValue(Part):
    """A dated body value. Deleted ones are kept where a later import would bring them back."""

    id: Id
    metric: Word
    measured_at: Moment
    local_date: Day
    value: Number
    unit: Annotated[str, Meta(max_length=8, pattern=NO_NUL)]
    notes: Text
    source: Word
    source_key: Annotated[str, Meta(max_length=120, pattern=NO_NUL)] | None
    import_id: Id | None
    deleted_at: Moment | None


class ImportedWorkout(Part):
    """By what a workout of an imported file is known again."""

    workout_id: Id
    source_key: Annotated[str, Meta(max_length=64, pattern=NO_NUL)]
    content_hash: Annotated[str, Meta(max_length=64, pattern=NO_NUL)]
    set_keys: list[Line]


class PastImport(Part):
    """A file that was imported once, its answers and its result."""

    id: Id
    file_name: Line
    size_bytes: Bytes
    sha256: Annotated[str, Meta(max_length=64, pattern=r"^[0-9a-f]*$")]
    format: Word | None
    options: dict[str, Any]
    result: dict[str, Any] | None
    created_at: Moment
    finished_at: Moment | None
    undone_at: Moment | None
    workouts: list[ImportedWorkout]


class ExportDocument(Part):
    """A whole account."""

    format: Literal["fitfolio"]
    version: Literal[1, 2, 3]
    profile: Profile
    exercises: list[Exercise]
    preferences: list[Preference]
    workouts: list[Workout]
    metrics: list[MetricValue]
    imports: list[PastImport]
    name_choices: dict[Line, Id]
    templates: list[Template] = msgspec.field(default_factory=list)
    programs: list[Program] = msgspec.field(default_factory=list)
    enrolments: list[Enrolment] = msgspec.field(default_factory=list)


def json_schema() -> dict[str, Any]:
    """The machine-readable form of this module (JSON Schema 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"FitFolio export, version {VERSION}",
        **msgspec.json.schema(ExportDocument),
    }


def looks_like_export(data: bytes) -> bool:
    """Whether the first bytes are those of a FitFolio export of any version."""
    head = b"".join(data[:200].split())
    return head.removeprefix(b"\xef\xbb\xbf").startswith(b'{"format":"fitfolio"')


def read_document(data: bytes) -> ExportDocument:
    """The export, checked as a whole; raises ImportRefused with the first thing that is wrong."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        document = msgspec.json.decode(data, type=ExportDocument)
    except msgspec.ValidationError as error:
        _refuse_other_version(data)
        raise _damaged(str(error)) from error
    except msgspec.DecodeError as error:
        raise _damaged(str(error)) from error
    except UnicodeDecodeError as error:
        raise _damaged("it is not UTF-8 text") from error
    except RecursionError as error:
        raise _damaged("it is nested too deeply") from error
    for sentence in _contradictions(document):
        raise _damaged(sentence)
    return document


def _damaged(what: str) -> ImportRefused:
    return ImportRefused(
        "import.damaged_export", f"This FitFolio export is damaged: {what.rstrip('.')}."
    )


def _refuse_other_version(data: bytes) -> None:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return
    version = found.get("version") if isinstance(found, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise ImportRefused(
            "import.newer_export",
            f"This export has version {version}; update this server, which reads version {VERSION}.",
        )


def _contradictions(document: ExportDocument) -> Iterator[str]:
    """What types alone cannot say."""
    yield from _twice("exercise", (item.id for item in document.exercises))
    yield from _twice("preference", (item.exercise_id for item in document.preferences))
    yield from _twice("workout", (item.id for item in document.workouts))
    entries = [entry for item in document.workouts for entry in item.exercises]
    yield from _twice("exercise of a workout", (entry.id for entry in entries))
    yield from _twice("set", (row.id for entry in entries for row in entry.sets))
    yield from _twice("metric", (item.id for item in document.metrics))
    keys = (item.source_key for item in document.metrics if item.source_key is not None)
    yield from _twice("metric key", keys)
    yield from _twice("import", (item.id for item in document.imports))
    for past in document.imports:
        yield from _twice("imported workout", (item.workout_id for item in past.workouts))
    for entry in entries:
        for row in entry.sets:
            if (row.weight is None) != (row.weight_unit is None):
                yield f"set {row.id} has a weight without a unit, or a unit without a weight"
            if (row.distance is None) != (row.distance_unit is None):
                yield f"set {row.id} has a distance without a unit, or a unit without a distance"
    yield from _twice("template", (item.id for item in document.templates))
    yield from _twice("program", (item.id for item in document.programs))
    editions = (version.id for item in document.programs for version in item.versions)
    yield from _twice("edition", editions)
    yield from _twice("enrolment", (item.id for item in document.enrolments))
    yield from _twice("fact", (fact.id for item in document.enrolments for fact in item.facts))
    yield from impossible_programs(document.programs, document.enrolments)
    yield from impossible_plans(document.profile.gym, document.templates)
    for item in document.preferences:
        if (item.step is None) != (item.step_unit is None):
            yield f"the step of exercise {item.exercise_id} has no unit, or is only a unit"
    yield from _unknown_exercises(document, entries)
    yield from _impossible_days(document)
    for past in document.imports:
        yield from _impossible_import(past)
    zones = {item.time_zone for item in document.workouts} | {document.profile.time_zone}
    for zone in sorted(zones - available_timezones()):
        yield f"{zone} is not a time zone"
    for moment in _moments(document):
        if not EARLIEST_YEAR - 100 <= moment.year <= LATEST_YEAR:
            yield f"the year {moment.year} is impossible"


def _unknown_exercises(
    document: ExportDocument, entries: Iterable[WorkoutExercise]
) -> Iterator[str]:
    named = {entry.exercise_id for entry in entries}
    named.update(item.exercise_id for item in document.preferences)
    named.update(row.exercise_id for item in document.templates for row in item.exercises)
    named.update(key for item in document.enrolments for key in item.exercises.values())
    named.update(document.name_choices.values())
    own = {item.id for item in document.exercises}
    for exercise_id in sorted(own & load_catalogue().by_id.keys()):
        yield f"exercise {exercise_id} has an id of the library"
    named -= own
    for exercise_id in sorted(named - load_catalogue().by_id.keys()):
        yield (
            f"exercise {exercise_id} is neither in it nor in the library (if a newer FitFolio "
            "made it, update this server first)"
        )


def _impossible_days(document: ExportDocument) -> Iterator[str]:
    days = {item.local_date for item in document.workouts}
    days.update(item.local_date for item in document.metrics)
    days.update(item.started_on for item in document.enrolments)
    days.update(fact.date for item in document.enrolments for fact in item.facts)
    for text in sorted(days):
        try:
            year = date.fromisoformat(text).year
        except ValueError:
            yield f"{text} is not a day"
            continue
        if not EARLIEST_YEAR - 101 <= year <= LATEST_YEAR + 1:
            yield f"the year {year} is impossible"


def _impossible_import(past: PastImport) -> Iterator[str]:
    """Past imports are listed like new ones, so they must read like them."""
    unit, zone = past.options.get("unit"), past.options.get("time_zone")
    if unit not in (None, "kg", "lb") or not isinstance(zone, str | None):
        yield f"the options of import {past.id} are none"
    try:
        if past.result is not None:
            ImportResult.model_validate(past.result)
    except ValidationError:
        yield f"the result of import {past.id} is none"


def _twice(what: str, keys: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            yield f"{what} {key} is in it twice"
        seen.add(key)


def _moments(document: ExportDocument) -> Iterator[datetime]:
    for workout in document.workouts:
        yield workout.started_at
        if workout.finished_at is not None:
            yield workout.finished_at
    for item in document.metrics:
        yield item.measured_at
    for template in document.templates:
        yield template.created_at
    yield from program_moments(document.programs, document.enrolments)


def millis(moment: datetime | None) -> int | None:
    """Epoch milliseconds of an optional moment."""
    return None if moment is None else to_millis(moment)
