"""Base classes of everything on the wire, and its shared field types.

Inputs forbid unknown fields and are strict about types; outputs have no defaults, so
that generated clients never see a falsely optional field.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from fitfolio.core.clock import to_iso, to_millis
from fitfolio.core.ids import is_uuid

EARLIEST_YEAR = 1950
LATEST_YEAR = 2100

_DAY_AND_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]")


class Input(BaseModel):
    """A request body: unknown fields are refused, strings are not numbers."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, strict=True)


class Output(BaseModel):
    """A response body; every field is always present."""

    model_config = ConfigDict(extra="forbid")


def is_storable(text: str) -> bool:
    """Whether both databases take the text: no NUL (PostgreSQL), no half of a character (drivers)."""
    return "\x00" not in text and (
        text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)
    )


def _clean(text: str) -> str:
    if not is_storable(text):
        msg = "contains characters that cannot be stored"
        raise ValueError(msg)
    return text


def _uuid(text: str) -> str:
    if not is_uuid(text):
        msg = "must be a lower-case UUID"
        raise ValueError(msg)
    return text


def _zone(name: str) -> str:
    if name not in available_timezones():
        msg = "is not a known IANA time zone"
        raise ValueError(msg)
    return name


def _day(text: str) -> str:
    day = date.fromisoformat(text)
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        msg = f"must lie between {EARLIEST_YEAR} and {LATEST_YEAR}"
        raise ValueError(msg)
    return day.isoformat()


def _iso_text(value: object) -> object:
    # Lenient parsing is needed for text; it would also take numbers for seconds since 1970.
    if isinstance(value, datetime) or (isinstance(value, str) and _DAY_AND_TIME.match(value)):
        return value
    msg = "must be an ISO 8601 time such as 2026-11-23T10:00:00Z"
    raise ValueError(msg)


def _moment(value: AwareDatetime) -> AwareDatetime:
    if not EARLIEST_YEAR <= value.year <= LATEST_YEAR:
        msg = f"must lie between {EARLIEST_YEAR} and {LATEST_YEAR}"
        raise ValueError(msg)
    return value


EntityId = Annotated[str, AfterValidator(_uuid), Field(json_schema_extra={"format": "uuid"})]
Text = Annotated[str, AfterValidator(_clean)]
ShortText = Annotated[
    str, StringConstraints(max_length=200, strip_whitespace=True), AfterValidator(_clean)
]
LongText = Annotated[str, StringConstraints(max_length=10_000), AfterValidator(_clean)]
TimeZoneName = Annotated[str, StringConstraints(max_length=64), AfterValidator(_zone)]
Day = Annotated[
    str,
    StringConstraints(max_length=10),
    AfterValidator(_day),
    Field(json_schema_extra={"format": "date"}),
]
Moment = Annotated[
    AwareDatetime, Field(strict=False), BeforeValidator(_iso_text), AfterValidator(_moment)
]
"""An aware time between 1950 and 2100; on the wire always UTC with `Z`."""


class Page(Output):
    """What every list answer adds: the cursor of the next page, or null at the end."""

    next_cursor: str | None


__all__ = [
    "Day",
    "EntityId",
    "Input",
    "LongText",
    "Moment",
    "Output",
    "Page",
    "ShortText",
    "Text",
    "TimeZoneName",
    "is_storable",
    "to_iso",
    "to_millis",
]
