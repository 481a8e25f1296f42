"""Warm-up sets before the first working set: a ramp of loadable weights with falling reps."""

from __future__ import annotations

import math
from typing import NamedTuple

from fitfolio.training.plates import (
    TICKS_PER,
    BarLoad,
    Loadable,
    from_ticks,
    in_one_unit,
    lightest,
    nearest_loadable,
    to_ticks,
)
from fitfolio.training.units import WeightUnit

EMPTY_BAR_REPS = 10

Ramp = tuple[tuple[float, int], ...]
"""Shares of the working weight and reps at them."""

BAR_RAMPS: tuple[tuple[float, Ramp], ...] = (
    (1.5, ()),
    (2.5, ((0.75, 3),)),
    (4.0, ((0.55, 5), (0.8, 3))),
    (6.0, ((0.5, 5), (0.7, 3), (0.85, 2))),
    (9.0, ((0.4, 5), (0.55, 4), (0.7, 3), (0.85, 2))),
    (math.inf, ((0.4, 5), (0.55, 4), (0.7, 3), (0.82, 2), (0.92, 1))),
)
"""By how many empty bars the working weight is: after the empty bar, roughly even jumps."""

STEP_RAMPS: tuple[tuple[float, Ramp], ...] = (
    (1.5, ()),
    (3.0, ((0.6, 6),)),
    (6.0, ((0.5, 8), (0.75, 4))),
    (math.inf, ((0.4, 8), (0.6, 5), (0.8, 3))),
)
"""For dumbbells and stacks, by how many times ten kilograms the working weight is."""

BAR_SCALE_TICKS = 20 * TICKS_PER["kg"]
"""Stands for the bar where it weighs nothing of its own."""

STEP_SCALE_TICKS = 10 * TICKS_PER["kg"]

MANY_REPS = 10
HIGH_SHARE = 0.8
"""Sets of more than ten reps are far from the maximum: their ramp ends below this share."""

MAX_SHARE = 0.95
"""A warm-up this near to the working weight is a working set."""


class WarmUpSet(NamedTuple):
    """Weight in the asked unit, always loadable and below the working weight, and reps."""

    weight: float
    reps: int


def warm_up_sets(
    loadable: Loadable, target: float, unit: WeightUnit, reps: int | None
) -> list[WarmUpSet]:
    """Warm-up sets for a first working set of `target` [`unit`] × `reps`.

    Parameters
    ----------
    loadable
        What the exercise is loaded with.
    target
        Working weight in `unit`; 0 or less (the own body, help) needs no ramp.
    reps
        Of the working set, None when unknown.

    Returns
    -------
    list[WarmUpSet]
        Lightest first, each heavier than the one before, with plates of one unit; none where the target is hardly more
        than the empty bar or the first dumbbell.
    """
    ticks, first = to_ticks(target, unit), lightest(loadable)
    if ticks <= 0 or first is None or ticks <= first:
        return []
    is_bar = isinstance(loadable, BarLoad)
    scale = (first or BAR_SCALE_TICKS) if is_bar else STEP_SCALE_TICKS
    ramps = BAR_RAMPS if is_bar else STEP_RAMPS
    ramp = next(shares for limit, shares in ramps if ticks / scale < limit or limit == math.inf)
    if reps is not None and reps > MANY_REPS:
        ramp = tuple(step for step in ramp if step[0] < HIGH_SHARE)
    simple = in_one_unit(loadable, unit)
    heaviest = math.floor(ticks * MAX_SHARE)
    found: list[WarmUpSet] = []
    if is_bar and 0 < first <= heaviest:
        found.append(WarmUpSet(from_ticks(first, unit), EMPTY_BAR_REPS))
    for share, count in ramp:
        weight = nearest_loadable(simple, target * share, unit)
        if weight is None or to_ticks(weight, unit) > heaviest:
            continue
        if weight > (found[-1].weight if found else 0):
            found.append(WarmUpSet(weight, count))
    return found
