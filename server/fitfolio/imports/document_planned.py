"""The parts of an export that say what is to be done: gym, rest times and templates (since version 2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec
from msgspec import Meta
from pydantic import ValidationError

from fitfolio.auth import gym as wire
from fitfolio.auth.gym import EquipmentName
from fitfolio.imports.document_types import Count, Id, Line, Moment, Number, Part, Text
from fitfolio.training.sets import SetKind
from fitfolio.training.units import DistanceUnit, WeightUnit

Seconds = Annotated[int, Meta(ge=0, le=3600)]
BarId = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]


class Rest(Part):
    """Rest after a set of each kind [s]; null means `default_s`."""

    default_s: Seconds = 120
    warm_up_s: Seconds = 60
    working_s: Seconds | None = None
    drop_s: Seconds = 0
    back_off_s: Seconds | None = None
    amrap_s: Seconds | None = None
    failure_s: Seconds | None = None


class Bar(Part):
    """A bar with its own weight."""

    id: BarId
    name: Line
    weight: Number
    unit: WeightUnit
    equipment: EquipmentName


class Plate(Part):
    """A size of plate and how many pairs there are."""

    weight: Number
    unit: WeightUnit
    pairs: Count


class Weights(Part):
    """Dumbbells or the stack of a machine, from `min` to `max` in steps."""

    unit: WeightUnit
    min: Number
    max: Number
    step: Number


class Collar(Part):
    """The weight of one collar."""

    weight: Number
    unit: WeightUnit


class Gym(Part):
    """Everything that can be loaded."""

    bars: list[Bar]
    plates: list[Plate]
    dumbbells: list[Weights]
    machine_steps: list[Weights]
    collar: Collar | None


class TemplateSet(Part):
    """A set as planned; null means "open"."""

    kind: SetKind
    reps: Count | None
    weight: Number | None
    weight_unit: WeightUnit | None
    duration_s: Number | None
    distance: Number | None
    distance_unit: DistanceUnit | None
    rpe: Number | None
    rir: Number | None
    side: Literal["left", "right"] | None


class TemplateExercise(Part):
    """An exercise of a template. Equal `superset` numbers belong together."""

    id: Id
    exercise_id: Id
    superset: Count | None
    notes: Text
    sets: list[TemplateSet]


class Template(Part):
    """A reusable single workout."""

    id: Id
    name: Line
    folder: Line
    notes: Text
    position: Count
    created_at: Moment
    exercises: list[TemplateExercise]


def impossible_plans(gym: Gym | None, templates: list[Template]) -> Iterator[str]:
    """What types alone cannot say."""
    try:
        wire.Gym.model_validate(msgspec.to_builtins(gym)) if gym is not None else None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "gym"
        yield f"the gym in it is impossible ({place}: {first['msg']})"
    for template in templates:
        ids = [item.id for item in template.exercises]
        if len(set(ids)) < len(ids):
            yield f"template {template.id} has the same exercise id twice"
        for row in (row for item in template.exercises for row in item.sets):
            # A unit may stand alone here: it says in what the weight is to be typed.
            if (row.weight is not None and row.weight_unit is None) or (
                row.distance is not None and row.distance_unit is None
            ):
                yield f"template {template.id} has a weight or distance without its unit"
