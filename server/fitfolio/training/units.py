"""Exact conversions between what lifters type and the units everything is computed in."""

from __future__ import annotations

import math
from typing import Literal

WeightUnit = Literal["kg", "lb"]
DistanceUnit = Literal["m", "km", "mi", "yd", "ft"]
LengthUnit = Literal["cm", "in"]

KG_PER_LB = 0.45359237
"""International avoirdupois pound, exact by definition (1959 agreement)."""

CM_PER_IN = 2.54
"""International inch, exact by definition."""

METRES_PER_UNIT: dict[DistanceUnit, float] = {
    "m": 1.0,
    "km": 1000.0,
    "mi": 1609.344,
    "yd": 0.9144,
    "ft": 0.3048,
}
"""Metric length of each distance unit, all exact by definition."""


def lb_to_kg(weight_lb: float) -> float:
    """Kilograms of a weight in pounds.

    >>> lb_to_kg(45)
    20.41165665
    """
    return weight_lb * KG_PER_LB


def kg_to_lb(weight_kg: float) -> float:
    """Pounds of a weight in kilograms, not rounded.

    >>> round(kg_to_lb(100), 3)
    220.462
    """
    return weight_kg / KG_PER_LB


def load_kg(weight: float, unit: WeightUnit) -> float:
    """Kilograms of a weight as it was typed.

    Parameters
    ----------
    weight
        Signed number as entered, in `unit`.
    unit
        `kg` or `lb`.

    Returns
    -------
    float
        Load [kg]; kilograms come back unchanged, so nothing typed in kg is ever rounded.

    >>> load_kg(225, "lb")
    102.05828325
    """
    return weight if unit == "kg" else lb_to_kg(weight)


def from_kg(weight_kg: float, unit: WeightUnit) -> float:
    """Weight in the wanted unit, not rounded; the inverse of `load_kg`."""
    return weight_kg if unit == "kg" else kg_to_lb(weight_kg)


def distance_m(distance: float, unit: DistanceUnit) -> float:
    """Metres of a distance as it was typed.

    >>> distance_m(26.2, "mi")
    42164.8128
    """
    return distance * METRES_PER_UNIT[unit]


def length_cm(length: float, unit: LengthUnit) -> float:
    """Centimetres of a body measurement as it was typed.

    >>> length_cm(16, "in")
    40.64
    """
    return length if unit == "cm" else length * CM_PER_IN


def round_for_display(value: float) -> float:
    """Nearest 0.01, halves away from zero, for showing only; never stored, never computed with.

    Python's own `round` goes to the even neighbour and other languages do not, hence a rule
    that every twin can follow.

    >>> round_for_display(102.05828325)
    102.06
    """
    return math.copysign(math.floor(abs(value) * 100 + 0.5) / 100, value)
