"""The parts of an export that say which programs were run and what they asked for (since version 3)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from fitfolio.enrolments.schemas import FactKind
from fitfolio.imports.document_types import (
    NO_NUL,
    Count,
    Day,
    Id,
    Line,
    Moment,
    Number,
    Part,
    Text,
    Word,
)
from fitfolio.training.units import WeightUnit

TrackName = Annotated[str, Meta(min_length=1, max_length=120, pattern=NO_NUL)]
Label = Annotated[str, Meta(max_length=400, pattern=NO_NUL)]
Place = Annotated[int, Meta(ge=0, le=100_000)]


ProgramText = Annotated[str, Meta(max_length=262_144, pattern=NO_NUL)]


class WorkoutProgram(Part):
    """Which session of which enrolment a workout is; `name` is the day's."""

    enrolment_id: Id
    program_version_id: Id
    cycle: Place
    week: Place
    day: Place
    name: Label


class Reason(Part):
    """Why a number is what it is: a code with the values of its sentence."""

    code: Word
    values: dict[Word, float | int | bool | Label | None]


class PrescribedSet(Part):
    """One set as asked for; `weight` in the prescription's unit."""

    kind: Word
    goal: Word
    low: Number
    high: Number
    weight: Number | None
    unrounded: Number | None
    rpe: Number | None
    rir: Number | None
    rest_s: Place | None
    tempo: Label | None
    label: Label | None
    reasons: list[Reason]


class Prescription(Part):
    """What a program asked of one exercise when it was added to the workout."""

    lift: TrackName
    exercise: Label
    unit: WeightUnit
    stage: Place
    note: Label | None
    reasons: list[Reason]
    sets: list[PrescribedSet]


class Provenance(Part):
    """Where a program comes from."""

    kind: Literal["library", "share", "file"]
    slug: Label | None
    token: Label | None
    version_id: Id | None
    title: Line
    by: Line | None


class ProgramVersion(Part):
    """An edition: a text that never changed."""

    id: Id
    number: Annotated[int, Meta(ge=1, le=100_000)]
    title: Label
    text: ProgramText
    note: Text
    parent_version_id: Id | None
    created_at: Moment


class Program(Part):
    """A program with its editions. Deleted ones are kept where an enrolment goes by them."""

    id: Id
    title: Line
    folder: Line
    position: Count
    draft_text: ProgramText | None
    provenance: Provenance | None
    created_at: Moment
    deleted_at: Moment | None
    versions: list[ProgramVersion]


class Fact(Part):
    """Something logged that sessions are derived from."""

    id: Id
    kind: FactKind
    at: Moment
    date: Day
    week: Place
    day: Place
    key: Line
    value: Number
    lift: Label
    exercise: Line
    workout_id: Id | None
    track: Label
    program_version_id: Id | None


class Enrolment(Part):
    """A program being followed; `program_version_id` is the edition it began with."""

    id: Id
    program_id: Id
    program_version_id: Id
    name: Line
    unit: WeightUnit
    starts: dict[Line, Number]
    exercises: dict[Line, Id]
    started_on: Day
    ended_at: Moment | None
    position: Count
    created_at: Moment
    facts: list[Fact]


def impossible_programs(programs: list[Program], enrolments: list[Enrolment]) -> Iterator[str]:
    """What types alone cannot say."""
    owner = {version.id: item.id for item in programs for version in item.versions}
    for item in programs:
        numbers = [version.number for version in item.versions]
        if len(set(numbers)) < len(numbers):
            yield f"two editions of program {item.id} have the same number"
    for enrolment in enrolments:
        named = {enrolment.program_version_id}
        named.update(fact.program_version_id for fact in enrolment.facts if fact.program_version_id)
        for version_id in sorted(named):
            if owner.get(version_id) != enrolment.program_id:
                yield f"enrolment {enrolment.id} goes by an edition {version_id} that its program lacks"


def program_moments(programs: list[Program], enrolments: list[Enrolment]) -> Iterator[datetime]:
    """Every time that programs and enrolments name."""
    for program in programs:
        yield program.created_at
        yield from (version.created_at for version in program.versions)
    for enrolment in enrolments:
        yield enrolment.created_at
        yield from (fact.at for fact in enrolment.facts)


def as_text(part: Part) -> str:
    """The column's value, as `workouts.program_link` writes it."""
    return json.dumps(msgspec.to_builtins(part), ensure_ascii=False)
