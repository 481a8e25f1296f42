"""Guessing kilograms or pounds from the weights themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from statistics import median
from typing import Final

from fitfolio.imports.model import WeightUnit
from fitfolio.imports.numbers import MAX_ABSOLUTE
from fitfolio.training.units import KG_PER_LB

_LB_THRESHOLD: Final = 0.35
_CONVERTED_SHARE: Final = 0.3


def guess_unit(weights: Iterable[float]) -> WeightUnit | None:
    """The likelier unit of a column of loads, None when there is none to judge by.

    Pound bars carry 45 plus pairs of plates, so loads of 95 and more that end in 5
    (135, 185, 225) speak for pounds; whole numbers off the 5-step, halves and quarters
    for kilograms. Weights that only make sense after conversion (20.4117 = 45 lb) show
    the unit they are stored in. Weights of the terms were fitted on logs of known unit.
    """
    loads = [weight for weight in weights if 0 < weight <= MAX_ABSOLUTE]
    if not loads:
        return None
    share = {name: count / len(loads) for name, count in Counter(map(_shape, loads)).items()}
    if share.get("from_lb", 0) >= _CONVERTED_SHARE:
        return "kg"
    if share.get("from_kg", 0) >= _CONVERTED_SHARE:
        return "lb"
    score = (
        6 * share.get("high_five", 0)
        + share.get("high_ten", 0)
        - 1.5 * share.get("whole", 0)
        - share.get("half", 0)
        - 3 * share.get("quarter", 0)
        + (median(loads) - 55) / 100
    )
    return "lb" if score > _LB_THRESHOLD else "kg"


def is_converted(weights: Iterable[float], source: WeightUnit) -> bool:
    """Whether many of the loads only make sense as conversions from the `source` unit."""
    shapes = [_shape(weight) for weight in weights if weight > 0]
    return bool(shapes) and shapes.count(f"from_{source}") >= _CONVERTED_SHARE * len(shapes)


def _shape(load: float) -> str:
    quarters = load * 4
    if abs(quarters - round(quarters)) > 0.02:
        return _converted_shape(load)
    if round(quarters) % 4 == 2:
        return "half"
    if round(quarters) % 4:
        return "quarter"
    whole = round(load)
    if whole % 5:
        return "whole"
    if whole < 95:
        return "low"
    return "high_five" if whole % 10 else "high_ten"


def _converted_shape(load: float) -> str:
    as_lb, as_kg = load / KG_PER_LB, load * KG_PER_LB
    # Printed with two decimals the pound value is off by up to 0.011.
    if abs(as_lb * 2 - round(as_lb * 2)) < 0.03:
        return "from_lb"
    if abs(as_kg * 4 - round(as_kg * 4)) < 0.03:
        return "from_kg"
    return "odd"
