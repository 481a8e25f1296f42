"""Cursors of lists: where the last page ended, opaque to clients."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

from fitfolio.core.schemas import is_storable
from fitfolio.workouts.errors import InvalidCursor

LARGEST = 2**53
"""More than any time or place; the databases' integers end soon after."""


def write_cursor(*values: str | float) -> str:
    """A cursor for the place after a row with these sort values."""
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def read_cursor(cursor: str, *types: type) -> list[Any]:
    """The sort values of a cursor; InvalidCursor for anything `write_cursor` did not make."""
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError):
        raise InvalidCursor from None
    if not isinstance(values, list) or [type(value) for value in values] != list(types):
        raise InvalidCursor
    if not all(map(_is_storable, values)):
        raise InvalidCursor
    return values


def _is_storable(value: str | int) -> bool:
    return is_storable(value) if isinstance(value, str) else abs(value) < LARGEST
