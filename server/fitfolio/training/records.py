"""Records as a chronology: what was best, at what, since when, recomputed from the sets alone.

Nothing here is ever stored as truth. A record is an *event*: on this day this set beat
everything before it. The newest event of each kind is the record that stands now.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from fitfolio.training.sets import (
    DatedSet,
    PerformedSet,
    is_counted,
    ranked_load_kg,
    tonnage_kg,
)
from fitfolio.training.trend import TrendState, probability_above

MAX_RECORD_REPS = 20
"""Rep records are kept for 1 to 20 reps; longer sets count for 20."""

E1RM_RECORD_PROBABILITY = 0.8
"""An e1RM record is announced only when the level is this likely to be above the old one.

A flat series of 100 sessions sets five "records" by chance alone; this rule hides them.
"""

RecordKind = Literal["load", "tonnage", "e1rm", "reps", "duration", "distance", "assistance"]

RecordKey = tuple[RecordKind, int]
"""Kind and rep count; the rep count is 0 for all kinds that have none."""


class RecordEvent(NamedTuple):
    """Something was better than ever before.

    `value` is kg for load, assistance, tonnage and e1rm, reps, seconds or metres otherwise;
    less is better for assistance only. `previous` is the value it beat, None the first time.
    `set_id` is None for tonnage, which a whole workout brought.
    """

    kind: RecordKind
    reps: int
    value: float
    previous: float | None
    set_id: str | None
    workout_id: str
    local_date: str
    at_ms: int


class _Candidate(NamedTuple):
    value: float
    set_id: str | None
    dated: DatedSet


def set_events(sets: Iterable[DatedSet], bests: Mapping[RecordKey, float]) -> list[RecordEvent]:
    """Records a day's sets set, against the best values before the day.

    Parameters
    ----------
    sets
        One exercise's sets of one day, in the order performed. Only the best of the day is a
        record, and of equal sets the first, so the order changes no value and no date.
    bests
        Best value of each kind before the day. `advance_bests` gives those after it.

    Returns
    -------
    list[RecordEvent]
        At most one event per kind and rep count, ordered by kind and reps.

    Notes
    -----
    A set of five with 100 kg proves 100 kg for 1 to 5 reps: the rep record at r is the
    heaviest load done for *at least* r reps. Bests therefore never rise with r, and the
    first rep count a set does not improve ends the search.
    """
    found: dict[RecordKey, _Candidate] = {}
    tonnage_by_workout: dict[str, float] = {}
    first_by_workout: dict[str, DatedSet] = {}
    for dated in sets:
        performed = dated.performed
        if not is_counted(performed):
            continue
        for kind, most_reps, value in _achievements(performed):
            reps = most_reps
            while _improves((kind, reps), value, found, bests):
                found[kind, reps] = _Candidate(value, dated.set_id, dated)
                reps -= 1
                if reps < 1:
                    break
        workout_id, tonnage = dated.workout_id, tonnage_kg(performed)
        if workout_id in tonnage_by_workout:
            tonnage_by_workout[workout_id] += tonnage
        else:
            tonnage_by_workout[workout_id], first_by_workout[workout_id] = tonnage, dated
    for workout_id, tonnage in tonnage_by_workout.items():
        if tonnage > 0 and _improves(("tonnage", 0), tonnage, found, bests):
            found["tonnage", 0] = _Candidate(tonnage, None, first_by_workout[workout_id])
    return [_event(key, candidate, bests.get(key)) for key, candidate in sorted(found.items())]


def e1rm_event(state: TrendState, best: TrendState | None, dated: DatedSet) -> RecordEvent | None:
    """An e1RM record, if the trend's level is likely enough (≥ 80 %) above that of the last one.

    Parameters
    ----------
    state
        Trend after the day, looking only backwards.
    best
        Trend on the day of the last e1RM record, None before the first.
    dated
        The set the day's estimate came from.
    """
    if best is not None and probability_above(state, best) < E1RM_RECORD_PROBABILITY:
        return None
    candidate = _Candidate(math.exp(state.level), dated.set_id, dated)
    return _event(("e1rm", 0), candidate, None if best is None else math.exp(best.level))


def advance_bests(
    bests: Mapping[RecordKey, float], events: Iterable[RecordEvent]
) -> dict[RecordKey, float]:
    """Best values after the events."""
    return {**bests, **{(event.kind, event.reps): event.value for event in events}}


def _achievements(performed: PerformedSet) -> list[tuple[RecordKind, int, float]]:
    """What one counted set could be a record in: kind, most reps it stands for (0: none), value."""
    reps, tracking = performed.reps or 0, performed.tracking
    load = ranked_load_kg(performed)
    found: list[tuple[RecordKind, int, float]] = []
    if tracking in ("weight_reps", "bodyweight_reps"):
        if load is not None and reps >= 1:
            found.append(("load", min(reps, MAX_RECORD_REPS), load))
    elif tracking == "assisted_reps":
        if load is not None and reps >= 1:
            found.append(("assistance", min(reps, MAX_RECORD_REPS), -load))
    elif load is not None and (performed.duration_s or performed.distance_m):
        found.append(("load", 0, load))
    if tracking in ("reps", "bodyweight_reps") and reps >= 1 and (load or 0.0) >= 0:
        found.append(("reps", 0, float(reps)))
    if tracking in ("duration", "weight_duration", "distance_duration") and performed.duration_s:
        found.append(("duration", 0, performed.duration_s))
    if tracking in ("distance_duration", "weight_distance") and performed.distance_m:
        found.append(("distance", 0, performed.distance_m))
    return found


def _improves(
    key: RecordKey,
    value: float,
    found: Mapping[RecordKey, _Candidate],
    bests: Mapping[RecordKey, float],
) -> bool:
    standing = found[key].value if key in found else bests.get(key)
    if standing is None:
        return True
    return value < standing if key[0] == "assistance" else value > standing


def _event(key: RecordKey, candidate: _Candidate, previous: float | None) -> RecordEvent:
    dated = candidate.dated
    return RecordEvent(
        key[0],
        key[1],
        candidate.value,
        previous,
        candidate.set_id,
        dated.workout_id,
        dated.local_date,
        dated.at_ms,
    )
