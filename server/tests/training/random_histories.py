"""Histories as lifters log them, and as no lifter would: the input of the comparison of both languages."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any, get_args

from fitfolio.training.sets import SetKind, Tracking
from fitfolio.training.units import load_kg

GAPS = (0, 1, 2, 3, 4, 7, 7, 10, 21, 60, 400, 1500)
"""Days between two workouts: twice a day, the same weekday, a holiday, a year, four."""

ODD_LOADS = (None, 0, -20, 0.25, 1e-3, 877.5, 2000)
FLAGGED_SHARE = 0.04
OPEN_SHARE = 0.05
ODD_SHARE = 0.05


def random_history(chance: random.Random) -> list[dict[str, Any]]:
    """Sets of one exercise as rows, ordered by day and as performed."""
    tracking = chance.choice(get_args(Tracking))
    if chance.random() < 0.4:
        tracking = "weight_reps"
    lifter = _Lifter(chance, tracking)
    day = date(2015, 1, 1) + timedelta(days=chance.randrange(4000))
    rows: list[dict[str, Any]] = []
    for workout in range(chance.choice((0, 1, 2, 3, 5, 8, 13, 30))):
        day += timedelta(days=chance.choice(GAPS))
        for _ in range(chance.choice((1, 1, 2, 3, 4, 6))):
            rows.append(
                {
                    "set_id": f"s{len(rows)}",
                    "workout_id": f"w{workout}",
                    "local_date": day.isoformat(),
                    "at_ms": workout * 3_600_000,
                    "tracking": tracking,
                    **lifter.lift(),
                }
            )
        lifter.train()
    return rows


class _Lifter:
    """Draws sets near a strength that drifts; few distinct loads, so that equal sets are common."""

    def __init__(self, chance: random.Random, tracking: Tracking) -> None:
        self._chance = chance
        self._tracking = tracking
        self._unit = chance.choice(("kg", "kg", "lb"))
        self._step = chance.choice((1.25, 2.5, 5, 10))
        self._load = chance.choice((5, 20, 60, 100, 180))
        self._drift = chance.choice((-0.02, 0, 0, 0.005, 0.03))
        self._says = chance.choice(("nothing", "rpe", "rir", "both", "sometimes"))

    def train(self) -> None:
        self._load *= 1 + self._drift

    def lift(self) -> dict[str, Any]:
        chance = self._chance
        row: dict[str, Any] = {"kind": chance.choice((*get_args(SetKind), *["working"] * 6))}
        row |= self._numbers()
        row |= self._effort()
        if chance.random() < OPEN_SHARE:
            row["completed"] = False
        if chance.random() < FLAGGED_SHARE:
            row["flagged"] = True
        return row

    def _numbers(self) -> dict[str, Any]:
        chance, numbers = self._chance, {}
        if "duration" in self._tracking or chance.random() < ODD_SHARE:
            numbers["duration_s"] = chance.choice((None, 0, 30, 45.5, 60, chance.uniform(1, 7200)))
        if "distance" in self._tracking or chance.random() < ODD_SHARE:
            numbers["distance_m"] = chance.choice(
                (None, 0, 20, 402.336, 1609.344, 5000, chance.uniform(1, 42_195))
            )
        if "reps" in self._tracking or chance.random() < ODD_SHARE:
            numbers["reps"] = chance.choice(
                (None, 0, 1, 2, 3, 5, 5, 5, 8, 8, 10, 12, 13, 20, 21, 60)
            )
        if self._tracking not in ("reps", "duration") or chance.random() < ODD_SHARE:
            numbers["load_kg"] = self._drawn_load()
        return numbers

    def _drawn_load(self) -> float | None:
        chance = self._chance
        if chance.random() < ODD_SHARE:
            return chance.choice(ODD_LOADS)
        steps = round(self._load / self._step) + chance.randint(-3, 3)
        weight = max(steps, 0) * self._step
        if self._tracking == "bodyweight_reps":
            weight = chance.choice((None, 0, weight, -weight))
        return None if weight is None else load_kg(weight, self._unit)

    def _effort(self) -> dict[str, Any]:
        chance, says = self._chance, self._says
        effort: dict[str, Any] = {}
        if says in ("rpe", "both") or (says == "sometimes" and chance.random() < 0.4):
            effort["rpe"] = chance.choice((None, 6, 7, 7.5, 8, 8.5, 9, 9.5, 10))
        if says in ("rir", "both") or (says == "sometimes" and chance.random() < 0.4):
            effort["rir"] = chance.choice((None, 0, 0, 0.5, 1, 2, 3, 3.5, 4, 5))
        return effort
