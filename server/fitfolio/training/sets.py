"""What a set is, and which sets count for what."""

from __future__ import annotations

from typing import Literal, NamedTuple

SetKind = Literal["warm_up", "working", "drop", "back_off", "amrap", "failure"]
Tracking = Literal[
    "weight_reps",
    "bodyweight_reps",
    "assisted_reps",
    "reps",
    "duration",
    "weight_duration",
    "distance_duration",
    "weight_distance",
]

HARD_SET_MAX_RIR = 4.0
"""Reps in reserve up to which a set counts as hard, i.e. RPE ≥ 6 (Pelland et al. 2024)."""

_REP_TRACKINGS = frozenset({"weight_reps", "bodyweight_reps", "assisted_reps", "reps"})
_TO_FAILURE = frozenset({"amrap", "failure"})


class PerformedSet(NamedTuple):
    """One set as it was done.

    `load_kg` [kg] is what stands beside the exercise's tracking kind: the bar's load, the
    added load of a bodyweight exercise (negative: help) or the assistance (positive: help).
    `duration_s` [s], `distance_m` [m], `rpe` 1–10, `rir` ≥ 0 reps; None is "not known".
    `flagged` marks a value that is not believed (877,777 reps): kept, but counted nowhere.
    """

    kind: SetKind
    tracking: Tracking
    load_kg: float | None = None
    reps: int | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    rpe: float | None = None
    rir: float | None = None
    completed: bool = True
    flagged: bool = False


class DatedSet(NamedTuple):
    """A performed set with where and when it happened.

    `local_date` is the training day `YYYY-MM-DD`, `at_ms` [ms since 1970 UTC] the moment that
    records show. Lists of dated sets are ordered by day and, inside a day, as performed.
    """

    set_id: str
    workout_id: str
    local_date: str
    at_ms: int
    performed: PerformedSet


def is_counted(performed: PerformedSet) -> bool:
    """Whether volume and records see the set: completed, believed and not a warm-up."""
    return performed.completed and not performed.flagged and performed.kind != "warm_up"


def stated_rir(performed: PerformedSet) -> float | None:
    """Reps in reserve [reps, ≥ 0] the lifter stated, or None when nothing says it.

    RIR wins over RPE (RIR = 10 − RPE, Zourdos et al. 2016, doi:10.1519/JSC.0000000000001049);
    an AMRAP or failure set without either was taken to failure by its name.
    """
    if performed.rir is not None:
        return performed.rir
    if performed.rpe is not None:
        return 10.0 - performed.rpe
    return 0.0 if performed.kind in _TO_FAILURE else None


def effective_reps(performed: PerformedSet) -> float | None:
    """Reps the set would have had at failure: reps + RIR, with an unknown RIR taken as 0.

    Returns None for a set without reps. The true number can only be higher when RIR is
    unknown, so estimates made from it err on the low side.
    """
    if not performed.reps or performed.reps < 1:
        return None
    return performed.reps + (stated_rir(performed) or 0.0)


def is_hard_set(performed: PerformedSet) -> bool:
    """Whether the set is near enough to failure to count as training volume.

    Counted sets with RIR ≤ 4 (RPE ≥ 6); an unknown effort counts, since most logs hold
    none and their sets are working sets. Cardio (distance over time) never does, and a set
    in which nothing was moved or held does not either.

    References
    ----------
    Pelland et al. 2024, The Resistance Training Dose-Response, doi:10.51224/SRXIV.460.
    """
    if not is_counted(performed) or performed.tracking == "distance_duration":
        return False
    if performed.tracking in _REP_TRACKINGS:
        done = bool(performed.reps)
    else:
        done = bool(performed.duration_s) or bool(performed.distance_m)
    if not done:
        return False
    rir = stated_rir(performed)
    return rir is None or rir <= HARD_SET_MAX_RIR


def tonnage_kg(performed: PerformedSet) -> float:
    """Load × reps [kg] of a counted set; 0 where no external load was moved for reps.

    Assistance is not load, and of a bodyweight exercise only the added load counts: the
    lifter's own weight is not always known, and a total must not change when it is.
    """
    if not is_counted(performed) or performed.tracking == "assisted_reps":
        return 0.0
    load = performed.load_kg
    if load is None or load <= 0 or not performed.reps:
        return 0.0
    return load * performed.reps


def ranked_load_kg(performed: PerformedSet) -> float | None:
    """Load [kg] on a scale where more is always better, or None where load has no meaning.

    Assistance becomes negative (20 kg of help is −20 kg), a bodyweight set without added
    load is 0, and an exercise with weights needs a positive weight.

    >>> ranked_load_kg(PerformedSet("working", "assisted_reps", load_kg=20, reps=5))
    -20
    """
    load = performed.load_kg
    match performed.tracking:
        case "weight_reps" | "weight_duration" | "weight_distance":
            return load if load is not None and load > 0 else None
        case "bodyweight_reps":
            return load or 0.0
        case "assisted_reps":
            return -load if load is not None else None
        case _:
            return None
