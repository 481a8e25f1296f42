"""What every change of a workout does around its own rows: lock, count up, keep rollups true."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from fitfolio.core.revisions import next_revision
from fitfolio.exercises import service as exercises
from fitfolio.training.sets import Tracking
from fitfolio.workouts import queries
from fitfolio.workouts.errors import EntryNotFound, UnknownExercise, WorkoutNotFound
from fitfolio.workouts.queries import Row
from fitfolio.workouts.rollups import FIRST_DAY, recompute
from fitfolio.workouts.tables import workout

_touch = (
    sa.update(workout).where(workout.c.id == sa.bindparam("key")).values(rev=sa.bindparam("at"))
)


def begin(conn: sa.Connection, viewer: str) -> int:
    """Lock the viewer's clock until commit and take the revision of this change.

    A change that turns out to be a repetition leaves a gap in the numbers, which harms nobody.
    """
    return next_revision(conn, viewer)


def touch(conn: sa.Connection, workout_id: str, rev: int) -> None:
    """Give the workout the revision, so that every device pulls it."""
    conn.execute(_touch, {"key": workout_id, "at": rev})


def live_workout(conn: sa.Connection, viewer: str, workout_id: str) -> Row:
    """The viewer's workout; WorkoutNotFound when it is deleted or somebody else's."""
    row = queries.find_workout(conn, viewer, workout_id)
    if row is None or row.deleted_at is not None:
        raise WorkoutNotFound
    return row


def live_entry(conn: sa.Connection, viewer: str, workout_id: str, entry_id: str) -> Row:
    """The exercise of the workout; EntryNotFound when it is deleted or elsewhere."""
    row = queries.find_entry(conn, viewer, entry_id)
    if row is None or row.workout_id != workout_id or row.deleted_at is not None:
        raise EntryNotFound
    return row


def tracking_by_id(
    conn: sa.Connection, viewer: str, exercise_ids: Iterable[str]
) -> dict[str, Tracking]:
    """Tracking kinds of exercises; UnknownExercise for one the viewer does not have."""
    wanted = set(exercise_ids)
    found = exercises.trackings(conn, viewer, wanted)
    if wanted - found.keys():
        raise UnknownExercise(min(wanted - found.keys()))
    return found


def refresh(conn: sa.Connection, viewer: str, exercise_ids: Iterable[str], since: str) -> None:
    """Recompute days and records of exercises from the day `since` on."""
    for exercise_id in sorted(set(exercise_ids)):
        tracking = exercises.find_tracking(conn, viewer, exercise_id) or "weight_reps"
        recompute(conn, viewer, exercise_id, tracking, since)


def refresh_all_days(conn: sa.Connection, viewer: str, exercise_id: str) -> None:
    """Recompute an exercise from its first day on: its sets mean something else now."""
    refresh(conn, viewer, [exercise_id], FIRST_DAY)
