"""What imports need of workouts beyond inserting them: adding to known ones and taking back out."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from fitfolio.core.revisions import next_revision, next_revisions
from fitfolio.training.sets import Tracking
from fitfolio.workouts.bulk import NewWorkout, add_entries
from fitfolio.workouts.rollups import recompute
from fitfolio.workouts.tables import workout, workout_exercise, workout_set

BATCH = 500
"""Ids in one IN list; SQLite takes at most 32,766."""


def live_workouts(conn: sa.Connection, user_id: str, ids: Iterable[str]) -> set[str]:
    """Those of `ids` that the user has and has not deleted."""
    wanted = list(ids)
    found: set[str] = set()
    for start in range(0, len(wanted), BATCH):
        statement = sa.select(workout.c.id).where(
            workout.c.user_id == user_id,
            workout.c.deleted_at.is_(None),
            workout.c.id.in_(wanted[start : start + BATCH]),
        )
        found.update(conn.execute(statement).scalars())
    return found


def exercises_in_use(conn: sa.Connection, user_id: str) -> set[str]:
    """Exercises that stand in a workout which is not deleted."""
    statement = (
        sa.select(workout_exercise.c.exercise_id)
        .join_from(workout_exercise, workout, workout.c.id == workout_exercise.c.workout_id)
        .where(
            workout_exercise.c.user_id == user_id,
            workout_exercise.c.deleted_at.is_(None),
            workout.c.deleted_at.is_(None),
        )
        .distinct()
    )
    return set(conn.execute(statement).scalars())


def extend_workouts(
    conn: sa.Connection,
    user_id: str,
    additions: Iterable[NewWorkout],
    tracking_by_exercise: dict[str, Tracking],
    import_id: str,
) -> int:
    """Add the exercises and sets of each addition to the stored workout of its id; returns the sets added."""
    first_day: dict[str, str] = {}
    added = 0
    for addition in additions:
        row = conn.execute(
            sa.select(workout).where(workout.c.id == addition.id, workout.c.user_id == user_id)
        ).one()
        last = conn.execute(
            sa.select(sa.func.max(workout_exercise.c.position)).where(
                workout_exercise.c.workout_id == addition.id
            )
        ).scalar_one()
        position = 0 if last is None else last + 1
        days = add_entries(conn, user_id, row, addition.entries, import_id, position)
        for exercise_id, day in days.items():
            first_day[exercise_id] = min(day, first_day.get(exercise_id, day))
        added += sum(len(entry.sets) for entry in addition.entries)
        conn.execute(
            sa.update(workout)
            .where(workout.c.id == addition.id)
            .values(rev=next_revision(conn, user_id))
        )
    _recompute(conn, user_id, first_day, tracking_by_exercise)
    return added


def remove_import(
    conn: sa.Connection,
    user_id: str,
    import_id: str,
    tracking_by_exercise: dict[str, Tracking],
    now_ms: int,
) -> None:
    """Delete every set an import brought; exercises and workouts left without sets go with them.

    Workouts to which other imports or the lifter added sets keep those.
    """
    brought = (
        workout_set.c.user_id == user_id,
        workout_set.c.import_id == import_id,
        workout_set.c.deleted_at.is_(None),
    )
    touched = conn.execute(
        sa.select(workout_set.c.exercise_id, sa.func.min(workout_set.c.local_date))
        .where(*brought)
        .group_by(workout_set.c.exercise_id)
    ).all()
    workouts = sorted(
        conn.execute(sa.select(workout_set.c.workout_id).where(*brought).distinct()).scalars()
    )
    conn.execute(sa.update(workout_set).where(*brought).values(deleted_at=now_ms))
    revision = next_revisions(conn, user_id, len(workouts)) if workouts else 0
    for start in range(0, len(workouts), BATCH):
        batch = workouts[start : start + BATCH]
        _delete_empty(conn, batch, now_ms)
        conn.execute(
            sa.update(workout)
            .where(workout.c.id == sa.bindparam("key"))
            .values(rev=sa.bindparam("r")),
            [{"key": key, "r": revision + start + index} for index, key in enumerate(batch)],
        )
    _recompute(conn, user_id, {row[0]: row[1] for row in touched}, tracking_by_exercise)


def _delete_empty(conn: sa.Connection, workouts: list[str], now_ms: int) -> None:
    live_sets = (
        sa.select(workout_set.c.id)
        .where(
            workout_set.c.workout_exercise_id == workout_exercise.c.id,
            workout_set.c.deleted_at.is_(None),
        )
        .correlate(workout_exercise)
    )
    conn.execute(
        sa.update(workout_exercise)
        .where(
            workout_exercise.c.workout_id.in_(workouts),
            workout_exercise.c.deleted_at.is_(None),
            ~live_sets.exists(),
        )
        .values(deleted_at=now_ms)
    )
    live_exercises = (
        sa.select(workout_exercise.c.id)
        .where(
            workout_exercise.c.workout_id == workout.c.id, workout_exercise.c.deleted_at.is_(None)
        )
        .correlate(workout)
    )
    conn.execute(
        sa.update(workout)
        .where(workout.c.id.in_(workouts), workout.c.deleted_at.is_(None), ~live_exercises.exists())
        .values(deleted_at=now_ms)
    )


def _recompute(
    conn: sa.Connection,
    user_id: str,
    first_day: dict[str, str],
    tracking_by_exercise: dict[str, Tracking],
) -> None:
    for exercise_id, day in sorted(first_day.items()):
        tracking = tracking_by_exercise.get(exercise_id, "weight_reps")
        recompute(conn, user_id, exercise_id, tracking, day)
