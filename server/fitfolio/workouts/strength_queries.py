"""How strong a lifter is by now, as far as start values of a program need it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import sqlalchemy as sa

from fitfolio.workouts.tables import exercise_day

_days = exercise_day.c
_series = (
    sa.select(
        _days.exercise_id, _days.local_date, _days.e1rm_kg, _days.top_load_kg, _days.top_reps,
        _days.top_workout_id,
    )
    .where(
        _days.user_id == sa.bindparam("owner"),
        _days.exercise_id.in_(sa.bindparam("ids", expanding=True)),
        _days.local_date >= sa.bindparam("since"),
    )
    .order_by(_days.exercise_id, _days.local_date)
)  # fmt: skip


class Best(NamedTuple):
    """The highest e1RM [kg] of some time and its day."""

    e1rm_kg: float
    local_date: str


class Last(NamedTuple):
    """The heaviest set of the last day with one; its workout if that is known."""

    load_kg: float
    reps: int | None
    local_date: str
    workout_id: str | None


class Strength(NamedTuple):
    """What is known of one exercise."""

    best: Best | None
    last: Last | None


def recent_strength(
    conn: sa.Connection, user_id: str, exercise_ids: Iterable[str], since: str
) -> dict[str, Strength]:
    """By exercise, from the day `since` on; those not trained since are left out. Reads rollups."""
    found: dict[str, Strength] = {}
    for row in conn.execute(
        _series, {"owner": user_id, "ids": sorted(set(exercise_ids)), "since": since}
    ):
        best, last = found.get(row.exercise_id, Strength(None, None))
        # Of equal ones the newer: it says more about today.
        if row.e1rm_kg is not None and (best is None or row.e1rm_kg >= best.e1rm_kg):
            best = Best(row.e1rm_kg, row.local_date)
        if row.top_load_kg is not None:
            last = Last(row.top_load_kg, row.top_reps, row.local_date, row.top_workout_id)
        found[row.exercise_id] = Strength(best, last)
    return found
