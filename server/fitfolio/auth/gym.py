"""What stands in the lifter's gym, and how long the lifter rests: the parts of a profile that training uses.

The same shapes come in and go out. Weights stand in their own unit, as they are stamped on
the iron; kilograms and pounds may be mixed.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from fitfolio.core.schemas import Input, Output, ShortText

WeightUnit = Literal["kg", "lb"]
EffortScale = Literal["rpe", "rir", "off"]
EquipmentName = Literal[
    "barbell", "ez_bar", "trap_bar", "dumbbell", "kettlebell", "cable", "machine", "smith_machine",
    "plate", "band", "bodyweight", "medicine_ball", "exercise_ball", "foam_roller", "sled", "other",
]  # fmt: skip
"""The equipment vocabulary; here because a profile lists what its owner has."""

BarId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
"""Names a bar of the gym: made by the client, unique in the gym."""

MAX_STEPS = 1000
"""Weights in one row of dumbbells or one stack; more is a typing error."""


class Bar(Input):
    """A bar with its own weight: 0 where a machine carries it."""

    id: BarId
    name: Annotated[ShortText, StringConstraints(min_length=1, max_length=80)]
    weight: Annotated[float, Field(ge=0, le=250)]
    unit: WeightUnit
    equipment: EquipmentName


class Plate(Input):
    """A size of plate and how many pairs there are."""

    weight: Annotated[float, Field(gt=0, le=250)]
    unit: WeightUnit
    pairs: Annotated[int, Field(ge=0, le=50)]


class _Range(Input):
    unit: WeightUnit
    min: Annotated[float, Field(ge=0, le=1000)]
    max: Annotated[float, Field(gt=0, le=1000)]
    step: Annotated[float, Field(ge=0.1, le=250)]

    @model_validator(mode="after")
    def _goes_up(self) -> Self:
        if self.min > self.max:
            msg = "the smallest weight is above the largest"
            raise ValueError(msg)
        if (self.max - self.min) / self.step > MAX_STEPS:
            msg = f"more than {MAX_STEPS} weights lie between the smallest and the largest"
            raise ValueError(msg)
        return self


class Dumbbells(_Range):
    """A row of dumbbells from `min` to `max` in steps of `step`."""


class MachineSteps(_Range):
    """What the stacks of machines and cables offer."""


class Collar(Input):
    """The weight of one collar; a bar takes two."""

    weight: Annotated[float, Field(ge=0, le=25)]
    unit: WeightUnit


class Gym(Input):
    """Everything that can be loaded."""

    bars: Annotated[list[Bar], Field(max_length=30)]
    plates: Annotated[list[Plate], Field(max_length=40)]
    dumbbells: Annotated[list[Dumbbells], Field(max_length=20)]
    machine_steps: Annotated[list[MachineSteps], Field(max_length=20)]
    collar: Collar | None

    @model_validator(mode="after")
    def _nothing_twice(self) -> Self:
        _refuse_twice("bar", (bar.id for bar in self.bars))
        _refuse_twice("plate", ((plate.weight, plate.unit) for plate in self.plates))
        return self


def _refuse_twice(what: str, keys: Iterable[Hashable]) -> None:
    seen = set()
    for key in keys:
        if key in seen:
            msg = f"the same {what} stands in the gym twice"
            raise ValueError(msg)
        seen.add(key)


RestSeconds = Annotated[int, Field(ge=0, le=3600)]


class Rest(Output):
    """Rest after a set of each kind [s]; null means `default_s`, 0 means no timer."""

    default_s: int
    warm_up_s: int
    working_s: int | None
    drop_s: int
    back_off_s: int | None
    amrap_s: int | None
    failure_s: int | None


class RestChange(Input):
    """Only the times sent change."""

    default_s: RestSeconds = 120
    warm_up_s: RestSeconds = 60
    working_s: RestSeconds | None = None
    drop_s: RestSeconds = 0
    back_off_s: RestSeconds | None = None
    amrap_s: RestSeconds | None = None
    failure_s: RestSeconds | None = None


STANDARD_REST: dict[str, Any] = RestChange().model_dump()
