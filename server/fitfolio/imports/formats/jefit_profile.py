"""Body values of JEFIT's PROFILE table; a zero means not measured."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from fitfolio.imports.dates import parse_datetime
from fitfolio.imports.formats.body_metrics import metric_from_words
from fitfolio.imports.formats.jefit_sections import Sections
from fitfolio.imports.model import ParsedMeasurement, WeightUnit
from fitfolio.imports.numbers import parse_number

_LENGTHS: Final = (
    "chest",
    "arms",
    "waist",
    "calves",
    "hips",
    "thighs",
    "shoulders",
    "neck",
    "forearms",
)


def read_measurements(sections: Sections, unit: WeightUnit | None) -> list[ParsedMeasurement]:
    """Weight in the unit of `SETTING.mass`, body fat in percent, girths in that of `SETTING.length`."""
    lengths = [record.get("length", "").strip().casefold() for _, record in sections["SETTING"]]
    length_unit = "in" if lengths and lengths[0].startswith("in") else "cm"
    units = {"weight": unit or "kg", "fatpercent": "%"} | dict.fromkeys(_LENGTHS, length_unit)
    found: list[ParsedMeasurement] = []
    for line, record in sections["PROFILE"]:
        at: datetime | None = parse_datetime(record.get("mydate", "").strip(), "ymd")
        for name, own_unit in units.items():
            value = parse_number(record.get(name, ""))
            if at is not None and value is not None and value > 0:
                metric = "body_fat" if name == "fatpercent" else metric_from_words(name)
                found.append(ParsedMeasurement(line, at, metric, value, own_unit))
    return found
