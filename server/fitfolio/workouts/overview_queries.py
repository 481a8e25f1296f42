"""Sums over the rollups for the home page; each reads an index range, never sets."""

from __future__ import annotations

from typing import NamedTuple

import sqlalchemy as sa

from fitfolio.workouts.tables import exercise_day, workout

_between = (
    exercise_day.c.user_id == sa.bindparam("owner"),
    exercise_day.c.local_date >= sa.bindparam("first"),
    exercise_day.c.local_date <= sa.bindparam("last"),
)
_hard_sets = (
    sa.select(exercise_day.c.exercise_id, sa.func.sum(exercise_day.c.hard_sets))
    .where(*_between)
    .group_by(exercise_day.c.exercise_id)
)
_live = (workout.c.user_id == sa.bindparam("owner"), workout.c.deleted_at.is_(None))
_dates = (
    sa.select(workout.c.local_date)
    .where(
        *_live,
        workout.c.local_date >= sa.bindparam("first"),
        workout.c.local_date <= sa.bindparam("last"),
    )
    .distinct()
)
_workouts = sa.select(sa.func.count()).select_from(workout).where(*_live)
_sets = sa.select(sa.func.coalesce(sa.func.sum(exercise_day.c.sets), 0)).where(
    exercise_day.c.user_id == sa.bindparam("owner")
)


class Totals(NamedTuple):
    """Everything a lifter ever logged; sets without warm-ups and flagged ones."""

    workouts: int
    sets: int


def hard_sets_by_exercise(
    conn: sa.Connection, user_id: str, first_day: str, last_day: str
) -> dict[str, int]:
    """Hard sets by exercise id between two days `YYYY-MM-DD`, both included."""
    values = {"owner": user_id, "first": first_day, "last": last_day}
    return {row[0]: int(row[1]) for row in conn.execute(_hard_sets, values)}


def training_dates(conn: sa.Connection, user_id: str, first_day: str, last_day: str) -> set[str]:
    """Days with a workout between two days, both included."""
    values = {"owner": user_id, "first": first_day, "last": last_day}
    return set(conn.execute(_dates, values).scalars())


def totals(conn: sa.Connection, user_id: str) -> Totals:
    """Counts over the whole account."""
    owner = {"owner": user_id}
    return Totals(
        conn.execute(_workouts, owner).scalar_one(), int(conn.execute(_sets, owner).scalar_one())
    )
