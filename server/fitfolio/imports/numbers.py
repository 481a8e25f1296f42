"""Numbers as export files write them: decimal commas, blanks, unit words."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from fitfolio.imports.model import DistanceUnit, WeightUnit

MAX_ABSOLUTE: Final = 1e9
"""Beyond this a cell is not a training value but damage (`1e300`)."""

UNREAL: Final = 2e9
"""Stands for `nan`, `inf` and everything beyond `MAX_ABSOLUTE` until `plausible` lists and drops it."""

WEIGHT_UNITS: Final[dict[str, WeightUnit]] = {
    **dict.fromkeys(
        ("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramm", "кг", "公斤", "千克"),
        "kg",
    ),
    **dict.fromkeys(
        ("lb", "lbs", "lb.", "lbs.", "pound", "pounds", "pfund", "libras", "livres", "#", "磅"),
        "lb",
    ),
}

_METRE_WORDS: Final = "m meter meters metre metres mtr mètre mètres metro metros metri 米 公尺 メートル 미터 м метры метров"
_KILOMETRE_WORDS: Final = (
    "km kms kilometer kilometers kilometre kilometres kilomètres kilómetros quilômetros chilometri "
    "公里 千米 км"
)
_MILE_WORDS: Final = "mi mi. mile miles meilen millas milhas miglia 英里 мили"
DISTANCE_UNITS: Final[dict[str, DistanceUnit]] = {
    **dict.fromkeys(_METRE_WORDS.split(), "m"),
    **dict.fromkeys(_KILOMETRE_WORDS.split(), "km"),
    **dict.fromkeys(_MILE_WORDS.split(), "mi"),
    **dict.fromkeys(("yd", "yds", "yard", "yards"), "yd"),
    **dict.fromkeys(("ft", "feet", "foot"), "ft"),
}


@lru_cache(maxsize=16_384)
def parse_number(text: str) -> float | None:
    """The finite number in a cell, or None for an empty or other cell.

    Accepts blanks around it, a decimal comma (`17,5`), thousands separators where both
    signs occur (`1.234,5`), an apostrophe that a spreadsheet put in front. `nan`, `inf`
    and anything beyond ± `MAX_ABSOLUTE` come as ± `UNREAL`, so that nobody loses them unseen.
    """
    try:
        value = float(text)
    except ValueError:
        return _parse_loose(text)
    return None if "_" in text else _bounded(value)


def is_unreal(value: float | None) -> bool:
    """Whether a parsed value stands for one that cannot be kept."""
    return value is not None and not -MAX_ABSOLUTE <= value <= MAX_ABSOLUTE


def _bounded(value: float) -> float:
    if -MAX_ABSOLUTE <= value <= MAX_ABSOLUTE:
        return value
    return -UNREAL if value < 0 else UNREAL


@lru_cache(maxsize=16_384)
def parse_quantity(text: str) -> tuple[float, str] | None:
    """A number followed by an optional unit word: `80,00 kg` → (80.0, "kg"), `12` → (12.0, "")."""
    text = " ".join(text.split())
    number = parse_number(text)
    if number is not None:
        return number, ""
    end = len(text)
    while end and not text[end - 1].isdigit():
        end -= 1
    value = parse_number(text[:end])
    return None if value is None else (value, text[end:].strip().casefold())


def parse_reps(text: str) -> int | None:
    """Whole repetitions; a fraction is cut (7.5 is seven full ones)."""
    value = parse_number(text)
    return None if value is None else int(value)


def parse_weight_unit(text: str) -> WeightUnit | None:
    """kg or lb from a unit word in any spelling seen, else None."""
    return WEIGHT_UNITS.get(text.strip().casefold())


def parse_distance_unit(text: str) -> DistanceUnit | None:
    """m, km, mi, yd or ft from a unit word, else None."""
    return DISTANCE_UNITS.get(text.strip().casefold())


def _parse_loose(text: str) -> float | None:
    cleaned = (
        "".join(text.split())
        .lstrip("'")
        .replace("\u2212", "-")
        .replace("'", "")
        .replace("\u2019", "")
    )
    if not cleaned or len(cleaned) > 40:
        return None
    comma, point = cleaned.rfind(","), cleaned.rfind(".")
    if comma > point:
        cleaned = (
            cleaned.replace(".", "").replace(",", ".")
            if cleaned.count(",") == 1
            else cleaned.replace(",", "")
        )
    elif comma >= 0:
        cleaned = cleaned.replace(",", "")
    try:
        value = float(cleaned)
    except ValueError:
        return None
    return None if "_" in cleaned else _bounded(value)
