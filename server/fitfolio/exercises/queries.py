"""Reads of custom exercises and preferences; statements are built once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from fitfolio.exercises.tables import custom_exercise, exercise_preference

Row = sa.Row[tuple[Any, ...]]

_visible = custom_exercise.c.user_id == sa.bindparam("viewer")
_custom = sa.select(custom_exercise).where(_visible)
_one = _custom.where(custom_exercise.c.id == sa.bindparam("id"))
_changed = (
    _custom.where(custom_exercise.c.rev > sa.bindparam("since"))
    .order_by(custom_exercise.c.rev)
    .limit(sa.bindparam("count"))
)
_preferences = sa.select(exercise_preference).where(
    exercise_preference.c.user_id == sa.bindparam("viewer")
)
_preference = _preferences.where(exercise_preference.c.exercise_id == sa.bindparam("exercise"))
_changed_preferences = (
    _preferences.where(exercise_preference.c.rev > sa.bindparam("since"))
    .order_by(exercise_preference.c.rev)
    .limit(sa.bindparam("count"))
)


def list_custom(conn: sa.Connection, viewer: str) -> Sequence[Row]:
    """All custom exercises, archived ones included: workouts may name them."""
    return conn.execute(_custom, {"viewer": viewer}).all()


def find_custom(conn: sa.Connection, viewer: str, exercise_id: str) -> Row | None:
    """One custom exercise of the viewer."""
    return conn.execute(_one, {"viewer": viewer, "id": exercise_id}).one_or_none()


def id_exists(conn: sa.Connection, exercise_id: str) -> bool:
    """Whether anybody has a custom exercise with this id."""
    found = sa.select(custom_exercise.c.id).where(custom_exercise.c.id == exercise_id)
    return conn.execute(found).one_or_none() is not None


def owners_of(conn: sa.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Owner of each custom exercise among at most some hundred `ids`."""
    statement = sa.select(custom_exercise.c.id, custom_exercise.c.user_id).where(
        custom_exercise.c.id.in_(list(ids))
    )
    return {row.id: row.user_id for row in conn.execute(statement)}


def names_of(conn: sa.Connection, viewer: str, ids: Iterable[str]) -> dict[str, str]:
    """Names of the viewer's custom exercises among `ids`."""
    wanted = list(set(ids))
    if not wanted:
        return {}
    statement = sa.select(custom_exercise.c.id, custom_exercise.c.name).where(
        custom_exercise.c.user_id == viewer, custom_exercise.c.id.in_(wanted)
    )
    return {row.id: row.name for row in conn.execute(statement)}


def trackings_of(conn: sa.Connection, viewer: str, ids: Iterable[str]) -> dict[str, Any]:
    """Tracking kinds of the viewer's custom exercises among `ids`."""
    wanted = list(ids)
    if not wanted:
        return {}
    statement = sa.select(custom_exercise.c.id, custom_exercise.c.tracking).where(
        custom_exercise.c.user_id == viewer, custom_exercise.c.id.in_(wanted)
    )
    return {row.id: row.tracking for row in conn.execute(statement)}


def changed_exercises(conn: sa.Connection, viewer: str, since: int, count: int) -> Sequence[Row]:
    """Custom exercises changed after revision `since`, oldest change first."""
    return conn.execute(_changed, {"viewer": viewer, "since": since, "count": count}).all()


def list_preferences(conn: sa.Connection, viewer: str) -> dict[str, Row]:
    """The viewer's preferences by exercise id."""
    return {row.exercise_id: row for row in conn.execute(_preferences, {"viewer": viewer})}


def find_preference(conn: sa.Connection, viewer: str, exercise_id: str) -> Row | None:
    """The viewer's preference for one exercise."""
    return conn.execute(_preference, {"viewer": viewer, "exercise": exercise_id}).one_or_none()


def changed_preferences(conn: sa.Connection, viewer: str, since: int, count: int) -> Sequence[Row]:
    """Preferences changed after revision `since`, oldest change first."""
    values = {"viewer": viewer, "since": since, "count": count}
    return conn.execute(_changed_preferences, values).all()
