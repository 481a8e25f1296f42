"""Cursors of lists: where the last page ended, opaque to clients."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

from fitfolio.workouts.errors import InvalidCursor


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
    return values
