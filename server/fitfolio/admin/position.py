"""Cursors of the administration's lists: when the last row shown was made, and its id."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from fitfolio.core.errors import Refused
from fitfolio.core.ids import is_uuid

MAX_CURSOR = 80
Cursor = Annotated[str | None, Query(max_length=MAX_CURSOR)]


def position_of(cursor: str | None) -> tuple[int, str] | None:
    """Time [ms] and id behind a cursor; 400 `admin.bad_cursor` for anything else."""
    if cursor is None:
        return None
    at, _, last = cursor.partition(".")
    if not (at.isdecimal() and len(at) <= 15 and is_uuid(last)):
        raise Refused("admin.bad_cursor", "This is not a cursor of this list.")
    return int(at), last


def cursor_of(at_ms: int, row_id: str) -> str:
    """The cursor of a row."""
    return f"{at_ms}.{row_id}"
