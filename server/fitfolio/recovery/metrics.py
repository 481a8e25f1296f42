"""The body values FitFolio knows: their units, and the range in which a number is believable."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

CUSTOM_PREFIX = "custom:"
KEY_LIMIT = 40
UNIT_LIMIT = 8

_CUSTOM = re.compile(r"custom:\w{1,33}")


class Metric(NamedTuple):
    """A kind of body value; the range [low, high] holds for the first unit."""

    key: str
    units: tuple[str, ...]
    low: float
    high: float


def _length(key: str, low_cm: float, high_cm: float) -> Metric:
    return Metric(key, ("cm", "in"), low_cm, high_cm)


# Ranges are wide on purpose: they catch a missing decimal point or a wrong unit, not a rare body.
KNOWN = (
    Metric("weight", ("kg", "lb"), 15, 500),
    Metric("body_fat", ("%",), 1, 80),
    Metric("lean_mass", ("kg", "lb"), 10, 300),
    _length("neck", 15, 100),
    _length("shoulders", 40, 250),
    _length("chest", 30, 300),
    _length("left_biceps", 8, 100),
    _length("right_biceps", 8, 100),
    _length("left_forearm", 8, 80),
    _length("right_forearm", 8, 80),
    _length("abdomen", 30, 350),
    _length("waist", 30, 350),
    _length("hips", 30, 350),
    _length("left_thigh", 15, 150),
    _length("right_thigh", 15, 150),
    _length("left_calf", 10, 100),
    _length("right_calf", 10, 100),
)
KNOWN_BY_KEY = {metric.key: metric for metric in KNOWN}

_TO_FIRST_UNIT = {"lb": 0.45359237, "in": 2.54}


def metric_key(name: str) -> str:
    """A known key unchanged; any other name as `custom:<slug>`, so that an import drops nothing.

    >>> metric_key("waist"), metric_key("Upper arm")
    ('waist', 'custom:upper_arm')
    """
    if name in KNOWN_BY_KEY or _CUSTOM.fullmatch(name):
        return name
    words = unicodedata.normalize("NFKC", name.removeprefix(CUSTOM_PREFIX)).casefold()
    slug = re.sub(r"\W+", "_", words).strip("_")[: KEY_LIMIT - len(CUSTOM_PREFIX)]
    return CUSTOM_PREFIX + (slug or "value")


def problem_of(key: str, value: float, unit: str) -> tuple[str, str] | None:
    """Why a value cannot be taken, as (error code, sentence); None when it can.

    A custom metric takes any unit of at most eight characters, the empty one included.
    """
    metric = KNOWN_BY_KEY.get(key)
    if metric is None:
        if not _CUSTOM.fullmatch(key):
            return "metric.unknown", f"{key[:KEY_LIMIT]!r} is not a metric."
        if len(unit) > UNIT_LIMIT:
            return "metric.wrong_unit", f"{unit[:20]!r} is too long for a unit."
        return None
    if unit not in metric.units:
        wanted = " or ".join(metric.units)
        return "metric.wrong_unit", f"{key} is measured in {wanted}, not in {unit[:20]!r}."
    in_first_unit = value * _TO_FIRST_UNIT.get(unit, 1.0)
    if not metric.low <= in_first_unit <= metric.high:
        return "metric.implausible", f"{value:g} {unit} is not a believable value of {key}."
    return None
