"""Numbers that come out alike in both languages, and how they are written."""

from __future__ import annotations

import math

from fitfolio.training.programs.model import Weight
from fitfolio.training.units import WeightUnit, from_kg, load_kg

LARGEST = 1e6
"""Nothing in a program is larger: a formula that grows beyond it stays there."""


def tidy(value: float) -> float:
    """The value to the nearest millionth, within ±1,000,000; 0 for what is no number.

    >>> tidy(92.5 * 0.65)
    60.125
    """
    if math.isnan(value):
        return 0.0
    bounded = min(max(value, -LARGEST), LARGEST)
    return math.floor(bounded * 1e6 + 0.5) / 1e6


def written(value: float) -> str:
    """At most three decimals, none that are zero.

    >>> written(102.50), written(7.0), written(-0.1234)
    ('102.5', '7', '-0.123')
    """
    thousandths = math.floor(abs(value) * 1000 + 0.5)
    whole, rest = divmod(thousandths, 1000)
    fraction = f"{rest:03d}".rstrip("0")
    sign = "-" if value < 0 and thousandths else ""
    return f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}"


def weight_in(weight: Weight, unit: WeightUnit) -> float:
    """The weight in a unit: as the author gave it, else converted exactly."""
    own = weight.kg if unit == "kg" else weight.lb
    if own is not None:
        return own
    other: WeightUnit = "lb" if unit == "kg" else "kg"
    given = weight.lb if unit == "kg" else weight.kg
    return tidy(from_kg(load_kg(given or 0.0, other), unit))
