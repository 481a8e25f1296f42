"""Making a lifter's rollups anew, and saying how many of them were wrong."""

from __future__ import annotations

import math
from typing import Any

import sqlalchemy as sa

from fitfolio.workouts.service import rebuild
from fitfolio.workouts.tables import exercise_day, exercise_record

_Key = tuple[Any, ...]
_Rows = dict[_Key, _Key]

TOLERANCE = 1e-9
"""Two ways to the same sum may differ in the last bits; that is not a changed row."""


def rebuild_and_count(conn: sa.Connection, user_id: str) -> int:
    """Make every rollup anew from the sets; returns the rows that are new, gone or different."""
    before = _rows(conn, user_id)
    rebuild(conn, user_id)
    after = _rows(conn, user_id)
    return sum(not _same(before.get(key), after.get(key)) for key in before.keys() | after.keys())


def _rows(conn: sa.Connection, user_id: str) -> _Rows:
    found: _Rows = {}
    for table in (exercise_day, exercise_record):
        keys = len(table.primary_key)
        for row in conn.execute(sa.select(table).where(table.c.user_id == user_id)):
            found[table.name, *row[:keys]] = tuple(row[keys:])
    return found


def _same(one: _Key | None, other: _Key | None) -> bool:
    if one is None or other is None:
        return False
    return all(
        math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
        if isinstance(a, float) and isinstance(b, float)
        else a == b
        for a, b in zip(one, other, strict=True)
    )
