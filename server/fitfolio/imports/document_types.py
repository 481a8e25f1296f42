"""The words and numbers every part of an export is made of."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final

import msgspec
from msgspec import Meta

NO_NUL: Final = r"^[^\x00]*$"
Id = Annotated[str, Meta(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Moment = Annotated[datetime, Meta(tz=True)]
Line = Annotated[str, Meta(max_length=200, pattern=NO_NUL)]
Text = Annotated[str, Meta(max_length=20_000, pattern=NO_NUL)]
Word = Annotated[str, Meta(max_length=40, pattern=NO_NUL)]
Zone = Annotated[str, Meta(max_length=64, pattern=r"^[A-Za-z0-9_+/-]+$")]
Number = Annotated[float, Meta(ge=-1e12, le=1e12)]
Count = Annotated[int, Meta(ge=0, le=2_147_483_647)]
Bytes = Annotated[int, Meta(ge=0, le=2**53)]


class Part(msgspec.Struct, forbid_unknown_fields=True):
    """Every field must be there and none besides."""
