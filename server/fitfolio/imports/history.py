"""What past imports leave behind for the export and take back from it: files, keys, name choices.

Files still being decided, failed ones, those in which nothing was new, and exports that were
put back are left out: they brought nothing that must be known again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from fitfolio.core.clock import to_iso
from fitfolio.imports.document import FORMAT, PastImport, millis
from fitfolio.imports.queries import brought_nothing, list_imports, remembered_names
from fitfolio.imports.set_keys import with_renamed_exercises
from fitfolio.imports.tables import import_file, import_name_choice, import_workout

_workouts = (
    sa.select(import_workout)
    .where(import_workout.c.import_id == sa.bindparam("import_id"))
    .order_by(import_workout.c.workout_id)
    .execution_options(yield_per=500)
)
_taken = sa.select(import_file.c.id, import_file.c.user_id).where(
    import_file.c.id.in_(sa.bindparam("ids", expanding=True))
)


def iter_past_imports(conn: sa.Connection, viewer: str) -> Iterator[dict[str, Any]]:
    """Every import that was taken in, oldest first, in the shape of `document.PastImport`."""
    for row in reversed(list_imports(conn, viewer)):
        if row.status not in {"done", "undone"} or row.format == FORMAT or brought_nothing(row):
            continue
        yield {
            "id": row.id,
            "file_name": row.file_name,
            "size_bytes": row.size_bytes,
            "sha256": row.sha256,
            "format": row.format,
            "options": json.loads(row.options),
            "result": json.loads(row.result) if row.result else None,
            "created_at": to_iso(row.created_at),
            "finished_at": None if row.finished_at is None else to_iso(row.finished_at),
            "undone_at": None if row.undone_at is None else to_iso(row.undone_at),
            "workouts": [
                {
                    "workout_id": item.workout_id,
                    "source_key": item.source_key,
                    "content_hash": item.content_hash,
                    "set_keys": json.loads(item.set_keys),
                }
                for item in conn.execute(_workouts, {"import_id": row.id})
            ],
        }


def name_choices(conn: sa.Connection, viewer: str) -> dict[str, str]:
    """Remembered decisions about names, by name key, sorted."""
    return dict(sorted(remembered_names(conn, viewer).items()))


def owners_of(conn: sa.Connection, ids: list[str]) -> dict[str, str]:
    """Owner of each import among `ids` that exists."""
    return {row.id: row.user_id for row in conn.execute(_taken, {"ids": ids})}


def insert_past_import(
    conn: sa.Connection, viewer: str, past: PastImport, rename: Any
) -> None:  # rename: str -> str
    """Put one import back with the keys of its workouts; `rename` gives ids their new ones."""
    import_id = rename(past.id)
    conn.execute(
        sa.insert(import_file),
        {"id": import_id, "user_id": viewer, "file_name": past.file_name,
         "status": "done" if past.undone_at is None else "undone", "format": past.format,
         "size_bytes": past.size_bytes, "sha256": past.sha256, "preview": None,
         "options": json.dumps(past.options), "progress": 1.0, "error_code": None,
         "result": None if past.result is None else json.dumps(past.result),
         "error_detail": None, "created_at": millis(past.created_at),
         "finished_at": millis(past.finished_at), "undone_at": millis(past.undone_at)},
    )  # fmt: skip
    rows = [
        {"import_id": import_id, "user_id": viewer, "workout_id": rename(item.workout_id),
         "source_key": item.source_key, "content_hash": item.content_hash,
         "set_keys": json.dumps(
             with_renamed_exercises(item.set_keys, rename), separators=(",", ":"))}
        for item in past.workouts
    ]  # fmt: skip
    for start in range(0, len(rows), 1000):
        conn.execute(sa.insert(import_workout), rows[start : start + 1000])


def remember_names(conn: sa.Connection, viewer: str, choices: dict[str, str]) -> None:
    """Put name choices back; what the account has decided itself stays."""
    known = remembered_names(conn, viewer)
    rows = [
        {"user_id": viewer, "name_key": key, "exercise_id": exercise_id}
        for key, exercise_id in choices.items()
        if key not in known
    ]
    if rows:
        conn.execute(sa.insert(import_name_choice), rows)
