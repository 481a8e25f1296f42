"""Body weight and measurements of the made-up lifter: trend, weekend, noise, and forgotten days."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

ZONE = "Europe/Berlin"

COURSE = ((0.0, 77.5), (0.3, 82.0), (0.55, 85.5), (0.7, 80.5), (0.85, 82.5), (1.0, 83.5))
"""(share of the three years, kg): two bulks with a cut between."""


class BodyValue(NamedTuple):
    """One dated value as typed."""

    at: datetime
    metric: str
    value: float
    unit: str


def trend_kg(share: float) -> float:
    """Body weight without noise [kg] at a share 0…1 of the three years."""
    for (left, low), (right, high) in itertools.pairwise(COURSE):
        if share <= right:
            return low + (high - low) * (share - left) / (right - left)
    return COURSE[-1][1]


def weights_by_day(rng: random.Random, first_day: date, last_day: date) -> dict[date, float]:
    """Morning weights [kg, one decimal]; five days of seven, none in the summer holidays."""
    days = (last_day - first_day).days
    water = 0.0
    found = {}
    for offset in range(days + 1):
        day = first_day + timedelta(days=offset)
        water = 0.7 * water + rng.gauss(0, 0.25)
        weekend = 0.35 if day.weekday() in {6, 0} else 0.0
        forgotten = rng.random() < 0.28 or (day.month == 8 and day.day < 20)
        if not forgotten:
            found[day] = round(trend_kg(offset / days) + water + weekend, 1)
    return found


def weight_entries(rng: random.Random, weights: dict[date, float]) -> Iterator[BodyValue]:
    """The weights with the minute the lifter stood on the scale."""
    for day, value in weights.items():
        yield BodyValue(_morning(rng, day), "weight", value, "kg")


def measurements(
    rng: random.Random, first_day: date, last_day: date, muscle: float = 1.0
) -> Iterator[BodyValue]:
    """Tape and calliper on the first Sunday of each month.

    Waist follows the body weight, limbs follow the training years (`muscle` scales the gain).
    """
    days = (last_day - first_day).days
    for offset in range(days + 1):
        day = first_day + timedelta(days=offset)
        if day.weekday() != 6 or day.day > 7:
            continue
        share = offset / days
        grown = muscle * (1 - math.exp(-2.2 * share))
        heavy = trend_kg(share) - 80.0
        at = _morning(rng, day)
        values = {
            "body_fat": 17.5 + 0.75 * heavy - 3.0 * grown,
            "waist": 84.0 + 0.9 * heavy - 1.5 * grown,
            "chest": 97.0 + 0.3 * heavy + 7.5 * grown,
            "hips": 96.5 + 0.5 * heavy + 1.5 * grown,
            "left_biceps": 33.0 + 0.12 * heavy + 4.2 * grown,
            "right_biceps": 33.4 + 0.12 * heavy + 4.2 * grown,
            "left_thigh": 54.0 + 0.35 * heavy + 5.5 * grown,
            "right_thigh": 54.4 + 0.35 * heavy + 5.4 * grown,
        }
        for metric, value in values.items():
            unit = "%" if metric == "body_fat" else "cm"
            step = 0.1 if metric == "body_fat" else 0.5
            noisy = value + rng.gauss(0, 0.3)
            yield BodyValue(at, metric, round(round(noisy / step) * step, 1), unit)


def _morning(rng: random.Random, day: date) -> datetime:
    minute = rng.randint(0, 55)
    at = datetime.combine(day, time(6 + (day.weekday() >= 5) * 2, minute), ZoneInfo(ZONE))
    return at.astimezone(UTC)
