"""Wire shapes of enrolments and their facts. Weights in the enrolment's unit, as they were typed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from fitfolio.core.schemas import Day, EntityId, Input, Moment, Output, ShortText, Text
from fitfolio.exercises.schemas import Position
from fitfolio.training.units import WeightUnit

FactKind = Literal["skip", "repeat", "move", "break", "set", "swap", "suppress", "edition"]
Key = Annotated[Text, StringConstraints(min_length=1, max_length=200)]
Named = Annotated[Text, StringConstraints(max_length=120)]
ExerciseText = Annotated[Text, StringConstraints(min_length=1, max_length=200)]
Value = Annotated[float, Field(ge=-1_000_000, le=1_000_000)]
Place = Annotated[int, Field(ge=0, le=1000)]
Starts = Annotated[dict[Key, Annotated[float, Field(ge=0, le=100_000)]], Field(max_length=500)]
Exercises = Annotated[dict[ExerciseText, EntityId], Field(max_length=200)]


class FactCreate(Input):
    """Something logged that sessions are derived from, with a client-made id.

    The fields are those of `training.programs.facts`. Sending the same id again changes nothing,
    or brings the fact back if it was taken back.
    """

    id: EntityId
    kind: FactKind
    at: Moment
    date: Day
    week: Place = 0
    day: Place = 0
    key: Annotated[Text, StringConstraints(max_length=200)] = ""
    value: Value = 0.0
    lift: Named = ""
    exercise: Annotated[Text, StringConstraints(max_length=200)] = ""
    workout_id: EntityId | None = None
    track: Named = ""
    program_version_id: EntityId | None = None


class FactRead(Output):
    """A fact; which fields say something depends on its kind."""

    id: str
    kind: FactKind
    at: str
    date: str
    week: int
    day: int
    key: str
    value: float
    lift: str
    exercise: str
    workout_id: str | None
    track: str
    program_version_id: str | None


class EnrolmentCreate(Input):
    """An enrolment with a client-made id; sending it again changes nothing.

    `starts` by key (`squat.1rm`, `bench`), `exercises` by the program's text for an exercise that
    the library does not have.
    """

    id: EntityId
    program_id: EntityId
    program_version_id: EntityId
    name: ShortText = ""
    unit: WeightUnit
    starts: Starts = Field(default_factory=dict)
    exercises: Exercises = Field(default_factory=dict)
    started_on: Day
    ended_at: Moment | None = None
    position: Position = 0


class EnrolmentChange(Input):
    """Only the fields sent change; `ended_at` null lets it go on. The unit stays for good."""

    name: ShortText = ""
    starts: Starts = Field(default_factory=dict)
    exercises: Exercises = Field(default_factory=dict)
    started_on: Day = "1970-01-01"
    ended_at: Moment | None = None
    position: Position = 0


class EnrolmentRead(Output):
    """A lifter following a program. `program_version_id` is the edition it began with."""

    id: str
    rev: int
    program_id: str
    program_version_id: str
    name: str
    unit: WeightUnit
    starts: dict[str, float]
    exercises: dict[str, str]
    started_on: str
    ended_at: str | None
    position: int
    created_at: str
    facts: list[FactRead]


class EnrolmentList(Output):
    """All enrolments, running and ended, in the lifter's order: position, then the day they began."""

    enrolments: list[EnrolmentRead]
