"""What can be loaded: weights of a program become weights that exist in the lifter's gym."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from fitfolio.training.gym import FREE_STEP
from fitfolio.training.plates import (
    Loadable,
    StepLoad,
    StepRange,
    nearest_loadable,
    to_ticks,
)
from fitfolio.training.programs.numbers import tidy
from fitfolio.training.units import WeightUnit
from fitfolio.training.warmup import warm_up_sets


class WarmUpWeight(NamedTuple):
    """One warm-up set: a loadable weight in the enrolment's unit, and reps."""

    weight: float
    reps: int


class Loading(Protocol):
    """A gym as programs see it; exercises by slug, weights in the enrolment's unit."""

    def rounded(self, exercise: str, weight: float) -> float:
        """The loadable weight nearest to one, the lighter of two."""

    def warm_ups(self, exercise: str, weight: float, reps: int) -> list[WarmUpWeight]:
        """Warm-up sets before a first working set, lightest first."""


_RAMP = ((0.4, 5), (0.6, 3), (0.8, 2))


class StepLoading(NamedTuple):
    """Every exercise is loaded in steps of one size from 0."""

    step: float

    def rounded(self, exercise: str, weight: float) -> float:  # noqa: ARG002  # all alike
        """The nearest step; halfway the lighter one."""
        steps = -((-tidy(weight / self.step) + 0.5) // 1)
        return tidy(steps * self.step)

    def warm_ups(self, exercise: str, weight: float, reps: int) -> list[WarmUpWeight]:  # noqa: ARG002
        """40, 60 and 80 % for 5, 3 and 2 reps, where those are different weights."""
        found: list[WarmUpWeight] = []
        for share, count in _RAMP:
            one = self.rounded(exercise, weight * share)
            if 0 < one < weight and (not found or one > found[-1].weight):
                found.append(WarmUpWeight(one, count))
        return found


class GymLoading(NamedTuple):
    """A lifter's gym: what each exercise is loaded with; one that is not known in free steps."""

    loadables: Mapping[str, Loadable]
    unit: WeightUnit

    def rounded(self, exercise: str, weight: float) -> float:
        """The nearest weight that can be loaded, halfway the lighter; as asked where nothing can."""
        found = nearest_loadable(self._loadable(exercise), weight, self.unit)
        return weight if found is None else found

    def warm_ups(self, exercise: str, weight: float, reps: int) -> list[WarmUpWeight]:
        """The general ramp of the training core."""
        found = warm_up_sets(self._loadable(exercise), weight, self.unit, reps)
        return [WarmUpWeight(one.weight, one.reps) for one in found]

    def _loadable(self, exercise: str) -> Loadable:
        known = self.loadables.get(exercise)
        if known is not None:
            return known
        return StepLoad((StepRange(0, to_ticks(FREE_STEP[self.unit], self.unit), None, 0),))
