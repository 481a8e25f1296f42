"""Reads of imports and of what they took in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from fitfolio.imports.plan import Kept, Known
from fitfolio.imports.schemas import ImportResult
from fitfolio.imports.tables import import_file, import_name_choice, import_workout

Row = sa.Row[tuple[Any, ...]]

_visible = sa.select(import_file).where(import_file.c.user_id == sa.bindparam("viewer"))
_one = _visible.where(import_file.c.id == sa.bindparam("id"))
# A preview may be megabytes, and lists do not show it.
_list: sa.Select[tuple[Any, ...]] = (
    sa.select(
        *(column for column in import_file.c if column.name != "preview"),
        sa.null().label("preview"),
    )
    .where(import_file.c.user_id == sa.bindparam("viewer"))
    .order_by(import_file.c.created_at.desc(), import_file.c.id.desc())
)
_known = sa.select(
    import_workout.c.source_key,
    import_workout.c.workout_id,
    import_workout.c.content_hash,
    import_workout.c.set_keys,
).where(import_workout.c.user_id == sa.bindparam("viewer"))

UNFINISHED = ("reading", "preview", "importing")


def find_import(conn: sa.Connection, viewer: str, import_id: str) -> Row | None:
    """One import of the viewer."""
    return conn.execute(_one, {"viewer": viewer, "id": import_id}).one_or_none()


def id_exists(conn: sa.Connection, import_id: str) -> bool:
    """Whether anybody has an import with this id."""
    found = sa.select(import_file.c.id).where(import_file.c.id == import_id)
    return conn.execute(found).one_or_none() is not None


def list_imports(conn: sa.Connection, viewer: str) -> Sequence[Row]:
    """All imports of the viewer, newest first."""
    return conn.execute(_list, {"viewer": viewer}).all()


def count_unfinished(conn: sa.Connection, viewer: str) -> int:
    """Imports that still hold an uploaded file."""
    return conn.execute(
        sa.select(sa.func.count()).where(
            import_file.c.user_id == viewer, import_file.c.status.in_(UNFINISHED)
        )
    ).scalar_one()


def known_workouts(conn: sa.Connection, viewer: str) -> dict[str, Known]:
    """What earlier imports took in, by source key; several imports may have fed one workout."""
    found: dict[str, Known] = {}
    for row in conn.execute(_known, {"viewer": viewer}):
        before = found.get(row.source_key)
        kept = (*(before.kept if before else ()), Kept(row.content_hash, row.set_keys))
        found[row.source_key] = Known(row.workout_id, kept)
    return found


def remembered_names(conn: sa.Connection, viewer: str) -> dict[str, str]:
    """Earlier decisions about names, by name key."""
    rows = conn.execute(
        sa.select(import_name_choice.c.name_key, import_name_choice.c.exercise_id).where(
            import_name_choice.c.user_id == viewer
        )
    )
    return {row.name_key: row.exercise_id for row in rows}


def brought_nothing(row: Row) -> bool:
    """Whether an import was taken in and all of it was there already."""
    return row.result is not None and ImportResult.model_validate_json(row.result).is_empty


def update_import(conn: sa.Connection, import_id: str, **values: Any) -> None:
    """Change fields of one import."""
    conn.execute(sa.update(import_file).where(import_file.c.id == import_id).values(**values))
