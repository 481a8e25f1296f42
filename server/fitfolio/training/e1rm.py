"""Estimated one-repetition maximum: seven published curves, one default with its error, the RPE chart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from fitfolio.training.sets import PerformedSet, effective_reps, is_counted, stated_rir

MAX_EFFECTIVE_REPS = 12.0
"""Beyond this no equation is unbiased (Mayhew 1995, Reynolds 2006): no estimate is made."""

TREND_MAX_RIR = 3.0
"""Sets further from failure (RPE < 7) say too little about strength to steer a trend."""

TREND_GOOD_REPS = 10.0
"""Sets up to this many effective reps are preferred as a day's estimate."""

_SD_LN_BY_REPS = ((5.0, 0.025), (8.0, 0.04), (MAX_EFFECTIVE_REPS, 0.06))
"""Standard deviation of ln(e1RM) of a set to failure, up to so many effective reps.

Within-person retest noise of reps at a load (Mitter 2022) through the slope of Wathan's
curve, widened with the spread between people that grows with reps (Nuzzo 2024).
"""

_RIR_ERROR_REPS = 1.0
"""People misjudge reps in reserve by about one (Halperin 2022, doi:10.1007/s40279-021-01559-x)."""

_RPE_CHART = (
    100, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85, 83.7, 82.4, 81.1, 79.9, 78.6, 77.4,
    76.2, 75.1, 73.9, 72.3, 70.7, 69.4, 68, 66.7, 65.3, 64, 62.6, 61.3, 59.9, 58.6, 57.2,
)  # fmt: skip
"""Tuchscherer's chart: one rep more and one point of RPE less are the same step of two cells."""


class Estimate(NamedTuple):
    """An e1RM [kg] with the standard deviation of its natural logarithm."""

    e1rm_kg: float
    sd_ln: float


def epley(load_kg: float, reps: float) -> float:
    """w·(1 + r/30) [kg], reps to failure ≥ 1. Epley 1985, Poundage Chart."""
    return load_kg * (1 + reps / 30)


def brzycki(load_kg: float, reps: float) -> float:
    """36·w/(37 − r) [kg], 1 ≤ reps < 37; NaN from the pole on. Brzycki 1993, JOPERD 64(1)."""
    return load_kg * 36 / (37 - reps) if reps < 37 else math.nan


def lombardi(load_kg: float, reps: float) -> float:
    """w·r^0.10 [kg], reps ≥ 1. Lombardi 1989, Beginning Weight Training."""
    return load_kg * math.pow(reps, 0.10)


def mayhew(load_kg: float, reps: float) -> float:
    """100·w/(52.2 + 41.9·e^(−0.055·r)) [kg], reps ≥ 1. Mayhew et al. 1992, J Appl Sport Sci Res 6(4)."""
    return 100 * load_kg / (52.2 + 41.9 * math.exp(-0.055 * reps))


def oconner(load_kg: float, reps: float) -> float:
    """w·(1 + r/40) [kg], reps ≥ 1. O'Conner, Simmons, O'Shea 1989, Weight Training Today."""
    return load_kg * (1 + reps / 40)


def wathan(load_kg: float, reps: float) -> float:
    """100·w/(48.8 + 53.8·e^(−0.075·r)) [kg], reps ≥ 1. Wathan 1994, NSCA Essentials."""
    return 100 * load_kg / (48.8 + 53.8 * math.exp(-0.075 * reps))


def lander(load_kg: float, reps: float) -> float:
    """100·w/(101.3 − 2.67123·r) [kg], 1 ≤ reps < 37; NaN from there on. Lander 1985, NSCA J 6(6)."""
    return 100 * load_kg / (101.3 - 2.67123 * reps) if reps < 37 else math.nan


def estimate(load_kg: float, reps: int, rir: float | None = None) -> Estimate | None:
    """The default estimate: mean of Brzycki and Wathan on effective reps, with its error.

    Parameters
    ----------
    load_kg
        External load [kg], > 0.
    reps
        Repetitions done, ≥ 1.
    rir
        Repetitions left in reserve [reps, ≥ 0]; None when unknown, then 0 is assumed and the
        error of a guess is added, since the lifter may have stopped early.

    Returns
    -------
    Estimate | None
        None outside the valid range: no load, no reps, or more than 12 effective reps. A
        single with nothing in reserve is its own maximum: a rep count of 1 never goes
        through a formula, and between 1 and 2 the curve is a straight line.

    References
    ----------
    Mayhew et al. 1995, J Sports Med Phys Fitness 35(2): Brzycki best up to 10 reps, a mean of
    two equations better than one. LeSuer et al. 1997, J Strength Cond Res 11(4): Wathan unbiased.

    >>> estimate(100, 1, 0)
    Estimate(e1rm_kg=100.0, sd_ln=0.025)
    >>> round(estimate(100, 5, 0).e1rm_kg, 2)
    114.54
    """
    if load_kg <= 0 or reps < 1:
        return None
    curve = _curve(float(reps), rir)
    return Estimate(load_kg * curve[0], curve[1]) if curve else None


def estimate_set(performed: PerformedSet) -> Estimate | None:
    """Estimate of a counted weight × reps set good enough for a trend (RIR ≤ 3 or unknown), else None."""
    if (
        performed.tracking != "weight_reps"
        or performed.load_kg is None
        or performed.reps is None
        or not is_counted(performed)
    ):
        return None
    rir = stated_rir(performed)
    if rir is not None and rir > TREND_MAX_RIR:
        return None
    return estimate(performed.load_kg, performed.reps, rir)


def best_estimate(sets: Sequence[PerformedSet]) -> tuple[int, Estimate] | None:
    """The day's point of the trend: index and estimate of the set with the highest estimate.

    Sets up to 10 effective reps come before longer ones however high those are, because the
    longer ones are less sure; of equal estimates the surer one is taken, then the first.
    """
    best: tuple[int, Estimate] | None = None
    best_rank = (False, 0.0, 0.0)
    for index, performed in enumerate(sets):
        found = estimate_set(performed)
        if found is None:
            continue
        rank = (
            (effective_reps(performed) or 0.0) <= TREND_GOOD_REPS,
            found.e1rm_kg,
            -found.sd_ln,
        )
        if best is None or rank > best_rank:
            best, best_rank = (index, found), rank
    return best


def rpe_percentage(reps: int, rpe: float) -> float | None:
    """Share of the maximum [%] that `reps` at `rpe` stand for, or None outside the chart.

    Valid for 1–12 reps and RPE 6–10 in half steps. The chart is one sequence, indexed by
    2·(reps − 1) + 2·(10 − RPE).

    References
    ----------
    Tuchscherer 2008, The Reactive Training Manual.

    >>> rpe_percentage(5, 8)
    81.1
    """
    half_steps = (10 - rpe) * 2
    if not 1 <= reps <= 12 or not 0 <= half_steps <= 8 or half_steps != int(half_steps):
        return None
    return _RPE_CHART[2 * (reps - 1) + int(half_steps)]


def rpe_estimate(load_kg: float, reps: int, rpe: float) -> float | None:
    """E1RM [kg] by the RPE chart, or None outside of it.

    >>> round(rpe_estimate(100, 5, 8), 2)
    123.3
    """
    percentage = rpe_percentage(reps, rpe)
    return None if percentage is None else 100 * load_kg / percentage


@lru_cache(maxsize=512)  # an import asks for the same few rep counts a hundred thousand times
def _curve(reps: float, rir: float | None) -> tuple[float, float] | None:
    """Multiple of the load and sd of its logarithm, or None beyond 12 effective reps."""
    effective = reps + max(rir or 0.0, 0.0)
    if effective > MAX_EFFECTIVE_REPS:
        return None
    if effective < 2:
        factor = 1 + (effective - 1) * (_mean_curve(2.0) - 1)
    else:
        factor = _mean_curve(effective)
    to_failure = next(sd for limit, sd in _SD_LN_BY_REPS if effective <= limit)
    guess = 0.0 if rir == 0 else _RIR_ERROR_REPS * _ln_slope_per_rep(effective)
    return factor, math.sqrt(to_failure * to_failure + guess * guess)


def _mean_curve(reps: float) -> float:
    return (brzycki(1.0, reps) + wathan(1.0, reps)) / 2


def _ln_slope_per_rep(effective_reps: float) -> float:
    """Change of ln(e1RM) by one rep: .033 up to 4 reps, falling to .027 at 9 (Wathan's curve)."""
    return 0.033 - 0.0012 * max(effective_reps - 4.0, 0.0)
