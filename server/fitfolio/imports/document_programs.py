"""The parts of an export that say which programs were run and what they asked for (since version 3)."""

from __future__ import annotations

import json
from typing import Annotated

import msgspec
from msgspec import Meta

from fitfolio.imports.document_types import NO_NUL, Id, Number, Part, Word
from fitfolio.training.units import WeightUnit

TrackName = Annotated[str, Meta(min_length=1, max_length=120, pattern=NO_NUL)]
Label = Annotated[str, Meta(max_length=400, pattern=NO_NUL)]
Place = Annotated[int, Meta(ge=0, le=100_000)]


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


def as_text(part: Part) -> str:
    """The column's value, as `workouts.program_link` writes it."""
    return json.dumps(msgspec.to_builtins(part), ensure_ascii=False)
