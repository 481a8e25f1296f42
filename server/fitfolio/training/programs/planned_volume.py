"""How many hard sets a week of a program plans for each muscle."""

from __future__ import annotations

import math
from collections.abc import Mapping

from fitfolio.training.programs.model import SetGroup
from fitfolio.training.programs.plan import Plan, groups_for, line_for
from fitfolio.training.sets import HARD_SET_MAX_RIR
from fitfolio.training.volume import hard_sets_by_muscle

REPS_OF_A_SET = 10
"""A total of reps is planned as sets of ten: how many it will be is the lifter's choice."""


def planned_volume(
    plan: Plan,
    week: int,
    shares: Mapping[str, Mapping[str, float]],
    stages: Mapping[str, int] | None = None,
) -> dict[str, float]:
    """Fractional hard sets [sets] of each muscle in one week of the program.

    Parameters
    ----------
    plan
        The program.
    week
        Week of the program from 1; a week it does not have is empty.
    shares
        Share of each muscle in a set, by the program's text of the exercise; one that is missing adds
        nothing.
    stages
        Stage of each track (its first where missing): stages may have other sets and exercises.

    Warm-ups never count, nor do sets that are planned with more than 4 reps in reserve (as in `is_hard_set`).
    """
    counts: dict[str, int] = {}
    days = plan.weeks[week - 1] if 1 <= week <= len(plan.weeks) else ()
    for slot in (slot for day in days for slot in day.slots):
        first = slot.scheme.stages[0] if slot.scheme.stages else 1
        stage = (stages or {}).get(slot.track, first)
        line = line_for(slot, week, stage)
        exercise = plan.lifts[slot.slot.lift].exercise
        if line is not None and line.exercise is not None:
            exercise = line.exercise
        hard = sum(_hard_sets(group) for group in groups_for(slot, week, stage))
        counts[exercise] = counts.get(exercise, 0) + hard
    volume = hard_sets_by_muscle(counts, shares)
    return {muscle: sets for muscle, sets in sorted(volume.items()) if sets}


def _hard_sets(group: SetGroup) -> int:
    rir = 10 - group.rpe if group.rir is None and group.rpe is not None else group.rir
    if rir is not None and rir > HARD_SET_MAX_RIR:
        return 0
    if group.goal == "total":
        return group.sets * math.ceil(group.low / REPS_OF_A_SET)
    return group.sets
