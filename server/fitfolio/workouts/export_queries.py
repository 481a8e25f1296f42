"""What an export of workouts needs beyond their documents, and what putting one back must know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from fitfolio.workouts.queries import documents, workout_ids
from fitfolio.workouts.tables import workout, workout_exercise, workout_set

CHUNK = 100

_ids: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_workout_imports = sa.select(workout.c.id, workout.c.import_id).where(
    workout.c.id.in_(_ids), workout.c.import_id.is_not(None)
)
_set_imports = sa.select(workout_set.c.id, workout_set.c.import_id).where(
    workout_set.c.workout_id.in_(_ids), workout_set.c.import_id.is_not(None)
)
_owners = sa.select(workout.c.id, workout.c.user_id).where(workout.c.id.in_(_ids))
_entries = sa.select(workout_exercise.c.id).where(workout_exercise.c.id.in_(_ids))
_sets = sa.select(workout_set.c.id).where(workout_set.c.id.in_(_ids))


def iter_documents(conn: sa.Connection, user_id: str) -> Iterator[dict[str, Any]]:
    """Every workout that is not deleted, oldest first, with `import_id` on workout and sets."""
    ids = workout_ids(conn, user_id)
    for start in range(0, len(ids), CHUNK):
        wanted = ids[start : start + CHUNK]
        by_workout = _pairs(conn, _workout_imports, wanted)
        by_set = _pairs(conn, _set_imports, wanted)
        for document in documents(conn, user_id, wanted):
            document["import_id"] = by_workout.get(document["id"])
            for entry in document["exercises"]:
                for row in entry["sets"]:
                    row["import_id"] = by_set.get(row["id"])
            yield document


def owners_of(conn: sa.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Owner of each workout among some hundred `ids` that exists, deleted ones included."""
    return _pairs(conn, _owners, list(ids))


def taken_entries(conn: sa.Connection, ids: Iterable[str]) -> set[str]:
    """Those ids that stand for an exercise in anybody's workout."""
    return set(conn.execute(_entries, {"ids": list(ids)}).scalars())


def taken_sets(conn: sa.Connection, ids: Iterable[str]) -> set[str]:
    """Those ids that stand for anybody's set."""
    return set(conn.execute(_sets, {"ids": list(ids)}).scalars())


def _pairs(conn: sa.Connection, statement: sa.Select[Any], ids: list[str]) -> dict[str, str]:
    return {row[0]: row[1] for row in conn.execute(statement, {"ids": ids})}
