"""The sets of one exercise on one day: warm-ups, what the program asks, and what the body gives."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fitfolio.demo.lifts import LIFTS, Lift
from fitfolio.demo.programs import Slot
from fitfolio.demo.strength import Strength, load_for, most_reps
from fitfolio.training.sets import SetKind
from fitfolio.training.units import KG_PER_LB
from fitfolio.workouts.bulk import NewSet

FATIGUE = 0.012
"""Strength lost per working set within an exercise."""

WARM_UPS = ((0.45, 6), (0.65, 4), (0.82, 2))
SET_NOTES = (
    "paused", "belt", "grip slipped", "slow on the way down", "last rep ugly", "felt light",
    "wide grip", "elbow sleeves",
)  # fmt: skip


class Today(NamedTuple):
    """What a session's sets depend on besides the program."""

    day: date
    is_deload: bool
    is_novice: bool
    bodyweight_kg: float


class SetMaker:
    """Makes sets; remembers the working weights of the novice's linear progression."""

    def __init__(self, rng: random.Random, strength: Strength) -> None:
        self._rng = rng
        self._strength = strength
        self._working: dict[str, float] = {}
        self._failures: dict[str, int] = {}

    def sets_of(self, slot: Slot, today: Today) -> list[NewSet]:
        """All sets of a slot, warm-ups first."""
        lift = LIFTS[slot.lift]
        best = self._strength.of(slot.lift, today.day)
        if slot.style == "cardio":
            return [self._cardio(slot, best, lift)]
        if slot.style == "hold":
            return list(self._holds(slot, best, lift, today))
        if lift.tracking != "weight_reps":
            return list(self._with_body(slot, best, lift, today))
        load = self._load(slot, best, lift, today)
        warm_ups = list(self._warm_ups(load, lift))
        working = list(self._working_sets(slot, best, load, lift, today))
        if slot.style == "linear":
            self._progress(slot, load, working)
        return warm_ups + working

    # -- weights

    def _load(self, slot: Slot, best: float, lift: Lift, today: Today) -> float:
        if slot.style == "linear":
            first = 0.92 * load_for(lift.first, slot.reps, 3)
            return rounded(self._working.setdefault(slot.lift, first), lift)
        rir = slot.rir + (3.0 if today.is_deload else 0.0)
        # Straight sets must leave room for the fatigue of the sets before the last one.
        room = 0.0 if slot.style in {"top_set", "amrap"} else FATIGUE * (slot.sets - 1)
        return rounded(load_for(best * (1 - room), slot.reps, rir), lift)

    def _progress(self, slot: Slot, load: float, done: list[NewSet]) -> None:
        """Linear progression: up after success, ten per cent down after the third failure."""
        if all((new.reps or 0) >= slot.reps for new in done):
            heavy = LIFTS[slot.lift].pattern in {"squat", "hinge"}
            self._working[slot.lift] = load + (5.0 if heavy and load < 100 else 2.5)
            self._failures[slot.lift] = 0
            return
        self._failures[slot.lift] = self._failures.get(slot.lift, 0) + 1
        if self._failures[slot.lift] >= 3:
            self._working[slot.lift] = load * 0.9
            self._failures[slot.lift] = 0

    def _warm_ups(self, load: float, lift: Lift) -> Iterator[NewSet]:
        if lift.least < 20 or lift.unit == "lb" or load < 50:
            return
        seen = lift.least
        yield NewSet("warm_up", weight=lift.least, weight_unit="kg", reps=8)
        for share, reps in WARM_UPS:
            weight = rounded(load * share, lift)
            if seen < weight < load:
                seen = weight
                yield NewSet("warm_up", weight=weight, weight_unit="kg", reps=reps)

    def _working_sets(
        self, slot: Slot, best: float, load: float, lift: Lift, today: Today
    ) -> Iterator[NewSet]:
        count = slot.sets - 1 if today.is_deload and slot.sets > 2 else slot.sets
        for index in range(count):
            kind: SetKind = "working"
            weight, rir_wanted = load, 0.0
            fresh = best * (1 - FATIGUE * index)
            if slot.style == "top_set" and index > 0:
                kind, weight, rir_wanted = "back_off", rounded(load * 0.88, lift), 2.0
                fresh = best * (1 - FATIGUE)
            elif slot.style == "amrap" and index == count - 1 and not today.is_deload:
                kind, rir_wanted = "amrap", 99.0
            yield self._performed(slot, kind, fresh, weight, lift, rir_wanted, today)
        if slot.style == "drop" and not today.is_deload:
            yield from self._drops(slot, best, load, lift)

    def _performed(
        self, slot: Slot, kind: SetKind, fresh: float, weight: float, lift: Lift, more: float,
        today: Today,
    ) -> NewSet:  # fmt: skip
        """One set. An AMRAP set goes on until one rep is left, others stop at the target."""
        limit = most_reps(fresh, in_kg(weight, lift))
        wanted = slot.reps + (math.floor(more) if kind == "back_off" else 0)
        reps = math.floor(limit - self._rng.random()) if kind == "amrap" else wanted
        reps = max(1, min(reps, math.floor(limit)))
        return NewSet(
            kind, weight=weight, weight_unit=lift.unit, reps=reps, notes=self._note(),
            rpe=None if today.is_novice else self._rpe(limit - reps, kind),
        )  # fmt: skip

    def _drops(self, slot: Slot, best: float, load: float, lift: Lift) -> Iterator[NewSet]:
        for share in (0.78, 0.6):
            weight = rounded(load * share, lift)
            tired = best * (1 - FATIGUE * slot.sets) * 0.86
            reps = max(4, min(15, math.floor(most_reps(tired, in_kg(weight, lift)))))
            yield NewSet("drop", weight=weight, weight_unit=lift.unit, reps=reps)

    # -- the body as weight

    def _with_body(self, slot: Slot, best: float, lift: Lift, today: Today) -> Iterator[NewSet]:
        body = today.bodyweight_kg
        helped = lift.tracking == "assisted_reps"
        rir = slot.rir + (3.0 if today.is_deload else 0.0)
        wanted = load_for(best * (1 - FATIGUE * (slot.sets - 1)), slot.reps, rir)
        weight = max(0.0, rounded(body - wanted if helped else wanted - body, lift))
        total = body - weight if helped else body + weight
        for index in range(slot.sets):
            kind: SetKind = "working"
            limit = most_reps(best * (1 - FATIGUE * index), total)
            reps = slot.reps + (2 if not helped and weight == 0 else 0)
            if slot.style == "amrap" and index == slot.sets - 1 and not today.is_deload:
                kind, reps = "amrap", math.floor(limit)
            reps = max(1, min(reps, math.floor(limit)))
            yield NewSet(
                kind, weight=weight or None, weight_unit="kg" if weight else None, reps=reps,
                rpe=None if today.is_novice else self._rpe(limit - reps, kind),
            )  # fmt: skip

    # -- time and distance

    def _holds(self, slot: Slot, best_s: float, lift: Lift, today: Today) -> Iterator[NewSet]:
        share = 0.6 if today.is_deload else 0.85
        for index in range(slot.sets):
            seconds = best_s * share * (1 - 0.1 * index) * self._rng.uniform(0.97, 1.03)
            yield NewSet(duration_s=float(max(lift.least, round(seconds / lift.step) * lift.step)))

    def _cardio(self, slot: Slot, best_mps: float, lift: Lift) -> NewSet:
        minutes = slot.reps * self._rng.uniform(0.85, 1.2)
        metres = 60 * minutes * best_mps * self._rng.uniform(0.93, 1.0)
        duration_s = float(round(60 * minutes))
        if lift.slug == "running":
            return NewSet(
                distance=round(metres / 1000, 2), distance_unit="km", duration_s=duration_s
            )
        return NewSet(distance=round(metres / 10) * 10.0, distance_unit="m", duration_s=duration_s)

    def _rpe(self, left: float, kind: SetKind) -> float | None:
        """Effort is noted on two of three heavy sets, in halves."""
        if kind == "back_off" or self._rng.random() < 0.34:
            return None
        return min(10.0, max(6.0, round((10 - left) * 2) / 2))

    def _note(self) -> str:
        return self._rng.choice(SET_NOTES) if self._rng.random() < 0.012 else ""


def in_kg(weight: float, lift: Lift) -> float:
    """Kilograms of a weight in the lift's unit."""
    return weight * KG_PER_LB if lift.unit == "lb" else weight


def rounded(load_kg: float, lift: Lift) -> float:
    """The nearest load that can be put on, in the lift's unit."""
    in_unit = load_kg / KG_PER_LB if lift.unit == "lb" else load_kg
    return max(lift.least, round(in_unit / lift.step) * lift.step)
