"""What a program asked of an exercise, as it is copied into a workout: targets with their reasons.

A copy is a fact of the log. It is stored as it was shown, so no later edition, fact or server
changes what a lifter was asked for.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from fitfolio.core.schemas import EntityId, Input, Output, Text
from fitfolio.training.units import WeightUnit

Word = Annotated[Text, StringConstraints(min_length=1, max_length=40)]
Line = Annotated[Text, StringConstraints(max_length=400)]
Label = Annotated[Text, StringConstraints(max_length=200)]
TrackKey = Annotated[Text, StringConstraints(min_length=1, max_length=120)]
Number = Annotated[float, Field(ge=-1e9, le=1e9)]
Seconds = Annotated[int, Field(ge=0, le=86_400)]
ReasonValue = Annotated[float | int | bool | Line | None, Field()]


class WorkoutProgram(Input):
    """Which session of which enrolment a workout is; `name` is the day's."""

    enrolment_id: EntityId
    program_version_id: EntityId
    cycle: Annotated[int, Field(ge=1, le=100_000)]
    week: Annotated[int, Field(ge=1, le=1000)]
    day: Annotated[int, Field(ge=1, le=1000)]
    name: Line = ""


class WorkoutProgramRead(Output):
    """Which session of which enrolment a workout is; `name` is the day's."""

    enrolment_id: str
    program_version_id: str
    cycle: int
    week: int
    day: int
    name: str


class GivenReason(Input):
    """Why a number is what it is: a code with the values of its sentence."""

    code: Word
    values: Annotated[dict[Word, ReasonValue], Field(max_length=20)]


Reasons = Annotated[list[GivenReason], Field(max_length=20)]


class PrescribedSet(Input):
    """One set as asked for; `weight` in the prescription's unit, null where the lifter chose."""

    kind: Word
    goal: Word
    low: Number
    high: Number
    weight: Number | None
    unrounded: Number | None
    rpe: Number | None = None
    rir: Number | None = None
    rest_s: Seconds | None = None
    tempo: Label | None = None
    label: Label | None = None
    reasons: Reasons = Field(default_factory=list)


class Prescription(Input):
    """Everything asked of one exercise of a session; `exercise` is the program's text for it."""

    lift: TrackKey
    exercise: Label
    unit: WeightUnit
    stage: Annotated[int, Field(ge=0, le=1000)]
    note: Line | None = None
    reasons: Reasons = Field(default_factory=list)
    sets: Annotated[list[PrescribedSet], Field(max_length=100)]


class ReasonRead(Output):
    """Why a number is what it is: a code with the values of its sentence."""

    code: str
    values: dict[str, float | int | bool | str | None]


class PrescribedSetRead(Output):
    """One set as asked for; `weight` in the prescription's unit, null where the lifter chose."""

    kind: str
    goal: str
    low: float
    high: float
    weight: float | None
    unrounded: float | None
    rpe: float | None
    rir: float | None
    rest_s: int | None
    tempo: str | None
    label: str | None
    reasons: list[ReasonRead]


class PrescriptionRead(Output):
    """Everything asked of one exercise of a session; `exercise` is the program's text for it."""

    lift: str
    exercise: str
    unit: Literal["kg", "lb"]
    stage: int
    note: str | None
    reasons: list[ReasonRead]
    sets: list[PrescribedSetRead]
