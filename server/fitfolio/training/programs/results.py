"""What a done slot amounts to: reps by set, success or failure, the top set."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from fitfolio.training.e1rm import TREND_MAX_RIR, estimate, rpe_estimate
from fitfolio.training.programs.facts import DoneSet, DoneSlot
from fitfolio.training.programs.model import SetGroup
from fitfolio.training.programs.numbers import tidy
from fitfolio.training.units import WeightUnit, from_kg, load_kg

Outcome = Literal["success", "failure", "between"]


class Wanted(NamedTuple):
    """One set asked for: amounts (reps, seconds or metres) and whether it is at the working weight."""

    goal: str
    low: float
    high: float
    rpe: float | None
    is_work: bool


class Result(NamedTuple):
    """A done slot: amounts by set (0 for a missing one), and what rules ask for."""

    outcome: Outcome
    goal: str
    amounts: tuple[float, ...]
    total: float
    target: float
    top: float | None
    used: float | None
    rpe: float | None
    sets: int

    def value(self, name: str) -> float | None:
        """A quantity of the result by its name in formulas."""
        if name.startswith("reps("):
            place = int(name[5:-1]) - 1
            return self.amounts[place] if 0 <= place < len(self.amounts) else 0.0
        if name in ("first", "last"):
            return self.amounts[0 if name == "first" else -1]
        if name == "lowest":
            return min(self.amounts)
        if name == "sets":
            return float(self.sets)
        found = {"total": self.total, "target": self.target, "top": self.top, "rpe": self.rpe}
        return found.get(name)


def wanted_sets(groups: Sequence[SetGroup], reps: float) -> tuple[Wanted, ...]:
    """Every single set of the groups; `reps` are those that climb."""
    sets: list[Wanted] = []
    for group in groups:
        low, high = (reps, reps) if group.goal == "climb" else (group.low, group.high)
        rpe = 10 - group.rir if group.rpe is None and group.rir is not None else group.rpe
        for place in range(group.sets):
            is_last = place == group.sets - 1
            is_ramp = group.ramp_pct is not None and not is_last
            is_work = group.load.kind == "work" and group.goal != "rm" and not is_ramp
            sets.append(Wanted(group.goal, low, high, rpe, is_work))
    return tuple(sets)


def result_of(wanted: Sequence[Wanted], done: DoneSlot, unit: WeightUnit) -> Result:
    """Compare what was done with what was asked, set by set; a missing set counts as missed."""
    sets = [one for one in done.sets if one.kind != "warm_up"]
    total = 0.0
    amounts: list[float] = []
    succeeded, failed = True, False
    used: float | None = None
    top: float | None = None
    completed = 0
    for place, one in enumerate(sets):
        if not one.completed:
            continue
        completed += 1
        goal = wanted[min(place, len(wanted) - 1)].goal
        total += amount(one, goal)
        weight = weight_of(one, unit)
        if weight is not None:
            top = weight if top is None else max(top, weight)
            if place < len(wanted) and wanted[place].is_work:
                used = weight if used is None else min(used, weight)
    for place, want in enumerate(wanted):
        found = sets[place] if place < len(sets) and sets[place].completed else None
        if want.goal == "total":
            amounts.append(total)
            low, high = want.low, want.low
            too_hard = False
        else:
            amounts.append(0.0 if found is None else amount(found, want.goal))
            low, high = want.low, want.high
            too_hard = _is_too_hard(found, want)
        if amounts[-1] < high or too_hard:
            succeeded = False
        if amounts[-1] < low or too_hard:
            failed = True
    outcome: Outcome = "success" if succeeded else "failure" if failed else "between"
    last = sets[min(len(wanted), len(sets)) - 1] if sets else None
    rpe = None if last is None else _rpe(last)
    final = wanted[-1]
    return Result(outcome, final.goal, tuple(amounts), total, final.low, top, used, rpe, completed)


def amount(done: DoneSet, goal: str) -> float:
    """Reps, or seconds or metres where the goal is in those."""
    if goal == "seconds":
        return done.seconds or 0.0
    return (done.metres or 0.0) if goal == "metres" else float(done.reps or 0)


def weight_of(done: DoneSet, unit: WeightUnit) -> float | None:
    """The weight in the enrolment's unit."""
    if done.weight is None or done.unit is None or done.unit == unit:
        return done.weight
    return tidy(from_kg(load_kg(done.weight, done.unit), unit))


def _rpe(done: DoneSet) -> float | None:
    if done.rpe is not None:
        return done.rpe
    return None if done.rir is None else 10 - done.rir


def _is_too_hard(done: DoneSet | None, want: Wanted) -> bool:
    if done is None or want.rpe is None:
        return False
    rpe = _rpe(done)
    return rpe is not None and rpe > want.rpe


def session_e1rm(
    wanted: Sequence[Wanted], sets: Iterable[DoneSet], unit: WeightUnit
) -> float | None:
    """The best e1RM [unit] of sets whose effort is known: stated, or taken to the maximum by the plan.

    By the RPE chart where the RPE is on it, else by the default estimate; to the nearest thousandth,
    so that both languages come to the same number.
    """
    best: float | None = None
    working = [one for one in sets if one.kind != "warm_up"]
    for place, one in enumerate(working):
        found = _set_e1rm(one, wanted[place].goal if place < len(wanted) else "reps", unit)
        if found is not None and (best is None or found > best):
            best = math.floor(found * 1000 + 0.5) / 1000
    return best


_TO_THE_MAXIMUM = frozenset({"amrap", "max", "rm"})


def _set_e1rm(one: DoneSet, goal: str, unit: WeightUnit) -> float | None:
    if one.rir is not None:
        rir = one.rir
    elif one.rpe is not None:
        rir = 10 - one.rpe
    elif one.kind in ("amrap", "failure") or goal in _TO_THE_MAXIMUM:
        rir = 0.0
    else:
        return None
    weight, reps = weight_of(one, unit), one.reps
    if not one.completed or weight is None or weight <= 0 or not reps or rir > TREND_MAX_RIR:
        return None
    found = rpe_estimate(weight, reps, 10 - rir)
    if found is None:
        default = estimate(weight, reps, rir)
        found = None if default is None else default.e1rm_kg
    return found
