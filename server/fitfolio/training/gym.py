"""A gym's inventory, and what it lets an exercise be loaded with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from fitfolio.training.plates import (
    Loadable,
    PlateSize,
    StepLoad,
    StepRange,
    bar_load,
    to_ticks,
)
from fitfolio.training.units import WeightUnit


class Bar(TypedDict):
    """A bar with its own weight in `unit`: 0 where a machine carries it."""

    id: str
    name: str
    weight: float
    unit: WeightUnit
    equipment: str


class Plate(TypedDict):
    """A size of plate and how many pairs there are."""

    weight: float
    unit: WeightUnit
    pairs: int


class Steps(TypedDict):
    """Weights from `min` to `max` in steps of `step`, all in `unit`."""

    min: float
    max: float
    step: float
    unit: WeightUnit


class Collar(TypedDict):
    """One collar; a bar takes two."""

    weight: float
    unit: WeightUnit


class Gym(TypedDict):
    """Everything that can be loaded, as the profile carries it."""

    bars: Sequence[Bar]
    plates: Sequence[Plate]
    dumbbells: Sequence[Steps]
    machine_steps: Sequence[Steps]
    collar: Collar | None


class OwnStep(TypedDict):
    """A step the lifter set for one exercise."""

    step: float
    unit: WeightUnit


PLATE_LOADED = frozenset({"barbell", "ez_bar", "trap_bar", "smith_machine", "sled"})
"""Equipment that is a bar, or is loaded like one."""

FREE_STEP: dict[WeightUnit, float] = {"kg": 1.25, "lb": 2.5}
"""Where nothing says how weights grow: bands, belts, single plates."""

KETTLEBELLS: dict[WeightUnit, tuple[Steps, ...]] = {
    "kg": (
        {"min": 4, "max": 20, "step": 2, "unit": "kg"},
        {"min": 24, "max": 48, "step": 4, "unit": "kg"},
    ),
    "lb": ({"min": 5, "max": 105, "step": 5, "unit": "lb"},),
}
"""Sold sizes; an inventory has no kettlebells of its own."""


def _bars(unit: WeightUnit, weights: dict[str, float]) -> list[Bar]:
    return [
        {
            "id": name.replace(" ", "-").replace("_", "-"),
            "name": f"{weight:g} {unit}",
            "weight": weight,
            "unit": unit,
            "equipment": name.split()[0],
        }
        for name, weight in weights.items()
    ]


def _plates(unit: WeightUnit, pairs_by_weight: dict[float, int]) -> list[Plate]:
    return [{"weight": w, "unit": unit, "pairs": pairs} for w, pairs in pairs_by_weight.items()]


STANDARD_GYM: dict[WeightUnit, Gym] = {
    "kg": {
        "bars": _bars(
            "kg",
            {"barbell": 20, "barbell light": 15, "ez_bar": 10, "trap_bar": 25, "smith_machine": 15},
        ),
        "plates": _plates("kg", {25: 4, 20: 4, 15: 2, 10: 2, 5: 2, 2.5: 2, 1.25: 2}),
        "dumbbells": [
            {"min": 1, "max": 10, "step": 1, "unit": "kg"},
            {"min": 12.5, "max": 50, "step": 2.5, "unit": "kg"},
        ],
        "machine_steps": [{"min": 5, "max": 150, "step": 5, "unit": "kg"}],
        "collar": None,
    },
    "lb": {
        "bars": _bars(
            "lb",
            {"barbell": 45, "barbell light": 35, "ez_bar": 25, "trap_bar": 55, "smith_machine": 35},
        ),
        "plates": _plates("lb", {45: 8, 35: 2, 25: 2, 10: 4, 5: 2, 2.5: 2}),
        "dumbbells": [{"min": 5, "max": 100, "step": 5, "unit": "lb"}],
        "machine_steps": [{"min": 10, "max": 300, "step": 10, "unit": "lb"}],
        "collar": None,
    },
}
"""What a lifter who never said anything about the gym is taken to have."""


def loadable_for(
    gym: Gym | None,
    equipment: str,
    unit: WeightUnit,
    bar_id: str | None = None,
    own_step: OwnStep | None = None,
) -> Loadable:
    """What an exercise can be loaded with.

    Parameters
    ----------
    gym
        The lifter's inventory, None for the standard gym of `unit`.
    equipment
        Of the exercise, in the words of the exercise library.
    unit
        In which the lifter thinks for this exercise; where an inventory has steps in both, these are taken.
    bar_id
        The bar chosen for the exercise; one that the gym no longer has counts as none. It makes any
        exercise plate-loaded, a machine too.
    own_step
        The lifter's step for the exercise: from the bar on where there is one, else from 0.
    """
    standard = STANDARD_GYM[unit]
    own = standard if gym is None else gym
    bar = _bar(own, standard, equipment, bar_id)
    if own_step is not None and own_step["step"] > 0:
        step = to_ticks(own_step["step"], own_step["unit"])
        if bar is not None:
            first = _bar_ticks(bar, own)
            return StepLoad((StepRange(first, step, None, first),))
        return StepLoad((StepRange(None if equipment == "bodyweight" else 0, step, None, 0),))
    if bar is not None:
        plates = [PlateSize(one["weight"], one["unit"], one["pairs"]) for one in own["plates"]]
        return bar_load(_bar_ticks(bar, own), plates)
    if equipment == "dumbbell":
        return _steps(own["dumbbells"] or standard["dumbbells"], unit)
    if equipment == "kettlebell":
        return _steps(KETTLEBELLS[unit], unit)
    if equipment in ("machine", "cable"):
        return _steps(own["machine_steps"] or standard["machine_steps"], unit)
    free = to_ticks(FREE_STEP[unit], unit)
    # The own body may be helped: its added weight goes below 0.
    return StepLoad((StepRange(None if equipment == "bodyweight" else 0, free, None, 0),))


def _bar(own: Gym, standard: Gym, equipment: str, bar_id: str | None) -> Bar | None:
    """The chosen bar, else the first one for the equipment, else the standard one; None without plates."""
    chosen = next((bar for bar in own["bars"] if bar["id"] == bar_id), None)
    if chosen is not None or equipment not in PLATE_LOADED:
        return chosen
    fitting = [bar for bar in (*own["bars"], *standard["bars"]) if bar["equipment"] == equipment]
    if fitting:
        return fitting[0]
    # A sled is loaded like a bar that weighs nothing.
    return {"id": equipment, "name": "", "weight": 0, "unit": "kg", "equipment": equipment}


def _bar_ticks(bar: Bar, gym: Gym) -> int:
    """The bar with its two collars; one that weighs nothing has no sleeves to put them on."""
    ticks = to_ticks(bar["weight"], bar["unit"])
    collar = gym["collar"]
    return (
        ticks
        if collar is None or ticks == 0
        else ticks + 2 * to_ticks(collar["weight"], collar["unit"])
    )


def _steps(ranges: Sequence[Steps], unit: WeightUnit) -> StepLoad:
    """Those in the lifter's unit, or all where there are none."""
    wanted = [one for one in ranges if one["unit"] == unit] or ranges
    return StepLoad(tuple(_range(one) for one in wanted))


def _range(steps: Steps) -> StepRange:
    first, step = to_ticks(steps["min"], steps["unit"]), to_ticks(steps["step"], steps["unit"])
    last = to_ticks(steps["max"], steps["unit"])
    return StepRange(first, step, first + (last - first) // step * step, first)
