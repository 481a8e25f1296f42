"""Wire shapes of templates: what is meant to be done, without a trace of what was done."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from fitfolio.core.schemas import EntityId, Input, LongText, Output, ShortText
from fitfolio.exercises.schemas import (
    Distance,
    Duration,
    Name,
    Position,
    Reps,
    Rir,
    Rpe,
    Side,
    Weight,
)
from fitfolio.training.sets import SetKind
from fitfolio.training.units import DistanceUnit, WeightUnit


class TemplateSet(Input):
    """A set as planned. Everything may be left open but its kind."""

    kind: SetKind = "working"
    reps: Reps | None = None
    weight: Weight | None = None
    weight_unit: WeightUnit | None = None
    duration_s: Duration | None = None
    distance: Distance | None = None
    distance_unit: DistanceUnit | None = None
    rpe: Rpe | None = None
    rir: Rir | None = None
    side: Side | None = None


class TemplateExercise(Input):
    """An exercise of a template in its place. Equal `superset` numbers belong together."""

    id: EntityId
    exercise_id: EntityId
    superset: Position | None = None
    notes: LongText = ""
    sets: Annotated[list[TemplateSet], Field(max_length=50, default_factory=list)]


Exercises = Annotated[list[TemplateExercise], Field(max_length=50)]


class TemplateCreate(Input):
    """A template with a client-made id; sending it again changes nothing."""

    id: EntityId
    name: Name
    folder: ShortText = ""
    notes: LongText = ""
    position: Position = 0
    exercises: Exercises = Field(default_factory=list)


class TemplateChange(Input):
    """Only the fields sent change; `exercises` is replaced as a whole."""

    name: Name | None = None
    folder: ShortText | None = None
    notes: LongText | None = None
    position: Position | None = None
    exercises: Exercises | None = None


class TemplateSetRead(Output):
    """A set as planned; null means "open"."""

    kind: SetKind
    reps: int | None
    weight: float | None
    weight_unit: WeightUnit | None
    duration_s: float | None
    distance: float | None
    distance_unit: DistanceUnit | None
    rpe: float | None
    rir: float | None
    side: Side | None


class TemplateExerciseRead(Output):
    """An exercise of a template in its place. Equal `superset` numbers belong together."""

    id: str
    exercise_id: str
    superset: int | None
    notes: str
    sets: list[TemplateSetRead]


class TemplateRead(Output):
    """A reusable single workout; the order of `exercises` and `sets` is theirs."""

    id: str
    rev: int
    name: str
    folder: str
    notes: str
    position: int
    exercises: list[TemplateExerciseRead]


class TemplateList(Output):
    """All templates in the lifter's order: position, then name."""

    templates: list[TemplateRead]
