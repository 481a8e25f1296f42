"""The life of an import: uploaded → read → answered → taken in → undone.

Every step is safe to repeat. Taking in is one transaction, in which the account gets all
of the file or nothing, and the import's own row says which.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

import fitfolio.imports.errors  # noqa: F401  # registers the codes
from fitfolio.core.clock import to_iso
from fitfolio.core.errors import Conflict, NotFound, Refused, TooMany
from fitfolio.core.jobs import enqueue
from fitfolio.exercises import service as exercise_service
from fitfolio.imports import queries
from fitfolio.imports.document import FORMAT as EXPORT_FORMAT
from fitfolio.imports.files import StoredFile
from fitfolio.imports.queries import Row, update_import
from fitfolio.imports.schemas import ImportPreview, ImportRead, ImportResult
from fitfolio.imports.tables import import_file

READ_JOB = "imports.read"
TAKE_JOB = "imports.take"
UNDO_JOB = "imports.undo"
MAX_UNFINISHED = 10


def create_import(
    conn: sa.Connection,
    viewer: str,
    import_id: str,
    file_name: str,
    stored: StoredFile,
    options: dict[str, Any],
    now_ms: int,
) -> None:
    """Note an uploaded file and ask for it to be read. The same id again changes nothing."""
    if queries.find_import(conn, viewer, import_id) is not None:
        return
    if queries.id_exists(conn, import_id):
        raise Conflict("import.id_taken", "This id belongs to another import.")
    check_room(conn, viewer)
    insert_row(conn, viewer, import_id, file_name, stored, options, now_ms, status="reading")
    enqueue(conn, READ_JOB, {"import_id": import_id, "user_id": viewer}, now_ms)


def insert_row(
    conn: sa.Connection,
    viewer: str,
    import_id: str,
    file_name: str,
    stored: StoredFile,
    options: dict[str, Any],
    now_ms: int,
    *,
    status: str,
) -> None:
    """The row of an import; used at once by the command line, which needs no preview."""
    conn.execute(
        sa.insert(import_file),
        {"id": import_id, "user_id": viewer, "status": status, "file_name": file_name[:200],
         "size_bytes": stored.size_bytes, "sha256": stored.sha256, "format": None,
         "options": json.dumps(options), "preview": None, "result": None, "progress": 0.0,
         "error_code": None, "error_detail": None, "created_at": now_ms, "finished_at": None,
         "undone_at": None},
    )  # fmt: skip


def check_room(conn: sa.Connection, viewer: str) -> None:
    """Refuse an upload while many others wait for an answer."""
    if queries.count_unfinished(conn, viewer) >= MAX_UNFINISHED:
        raise TooMany("import.too_many", "Finish or delete an earlier import first.", 60)


def get_import(conn: sa.Connection, viewer: str, import_id: str) -> Row:
    """The viewer's import, or NotFound."""
    row = queries.find_import(conn, viewer, import_id)
    if row is None:
        raise NotFound("import.not_found", "There is no such import.")
    return row


def store_preview(
    conn: sa.Connection, import_id: str, options: str, preview: ImportPreview
) -> None:
    """Keep what was read with `options`, unless other answers were given meanwhile.

    Each answer given while a file is read asks for another reading.
    """
    conn.execute(
        sa.update(import_file)
        .where(
            import_file.c.id == import_id,
            import_file.c.status == "reading",
            import_file.c.options == options,
        )
        .values(
            status="preview", format=preview.counts.format, preview=preview.model_dump_json(),
            error_code=None, error_detail=None,
        )
    )  # fmt: skip


def store_failure(conn: sa.Connection, import_id: str, code: str, detail: str, now_ms: int) -> None:
    """The import ends with one sentence; the account is untouched."""
    update_import(
        conn, import_id, status="failed", error_code=code, error_detail=detail, finished_at=now_ms
    )


def change_options(
    conn: sa.Connection, viewer: str, import_id: str, change: dict[str, Any], now_ms: int
) -> None:
    """Note answers. What affects reading reads the file again; names only change the preview."""
    row = get_import(conn, viewer, import_id)
    retry = row.status == "failed" and row.error_code == "import.columns"
    if row.status not in {"preview", "reading"} and not retry:
        raise Conflict("import.wrong_state", "This import has been decided already.")
    options = json.loads(row.options)
    names = change.pop("names", None)
    if names:
        _check_exercises(conn, viewer, names)
        options["names"] = (options.get("names") or {}) | names
    if change.get("time_zone", "") is None:
        del change["time_zone"]  # every file needs one
    reread = row.status == "reading" or any(
        options.get(key) != value for key, value in change.items()
    )
    options |= change
    values: dict[str, Any] = {"options": json.dumps(options)}
    if reread:
        values |= {"status": "reading", "progress": 0.0}
        enqueue(conn, READ_JOB, {"import_id": import_id, "user_id": viewer}, now_ms)
    elif names and row.preview is not None:
        values["preview"] = _renamed(row.preview, names)
    update_import(conn, import_id, **values)


def _check_exercises(conn: sa.Connection, viewer: str, names: dict[str, str | None]) -> None:
    known = exercise_service.tracking_of(conn, viewer)
    for name, exercise_id in names.items():
        if exercise_id is not None and exercise_id not in known:
            raise Refused(
                "import.unknown_exercise", f"The exercise chosen for “{name}” does not exist."
            )


def _renamed(preview_json: str, names: dict[str, str | None]) -> str:
    preview = ImportPreview.model_validate_json(preview_json)
    for match in preview.names:
        if match.name in names:
            match.exercise_id = names[match.name]
            match.decision = "matched" if match.exercise_id else "create"
            match.chosen_by_you = True
    return preview.model_dump_json()


def confirm(conn: sa.Connection, viewer: str, import_id: str, now_ms: int) -> None:
    """Start taking the file in. Confirming again changes nothing."""
    row = get_import(conn, viewer, import_id)
    if row.status in {"importing", "done"}:
        return
    if row.status != "preview":
        raise Conflict("import.wrong_state", "This import is not ready to be taken in.")
    preview = ImportPreview.model_validate_json(row.preview)
    options = json.loads(row.options)
    if preview.needs_columns:
        raise Refused("import.needs_answer", "Choose which column holds what first.")
    if preview.needs_unit and not (options.get("unit") or preview.guessed_unit):
        raise Refused("import.needs_answer", "Choose kilograms or pounds first.")
    update_import(conn, import_id, status="importing", progress=0.0)
    enqueue(conn, TAKE_JOB, {"import_id": import_id, "user_id": viewer}, now_ms)


def start_undo(conn: sa.Connection, viewer: str, import_id: str, now_ms: int) -> None:
    """Take an import back out. Undoing again changes nothing."""
    row = get_import(conn, viewer, import_id)
    if row.status in {"undoing", "undone"}:
        return
    if row.status != "done":
        raise Conflict("import.wrong_state", "Only a finished import can be undone.")
    if row.format == EXPORT_FORMAT:
        # What it brought keeps the import it first came with, so nothing marks it as restored.
        raise Conflict(
            "import.wrong_state", "A FitFolio export that was put back cannot be undone."
        )
    update_import(conn, import_id, status="undoing", progress=0.0)
    enqueue(conn, UNDO_JOB, {"import_id": import_id, "user_id": viewer}, now_ms)


def delete_import(conn: sa.Connection, viewer: str, import_id: str) -> None:
    """Give up an import that was not taken in, or clear a finished one from the list.

    What a finished import brought stays; so does its provenance, or importing the same
    file again would double it. Hence only unfinished, failed and undone ones can go, and
    those that brought nothing.
    """
    row = get_import(conn, viewer, import_id)
    if row.status in {"importing", "undoing", "done"} and not (
        row.status == "done" and queries.brought_nothing(row)
    ):
        raise Conflict("import.wrong_state", "Undo this import before deleting it from the list.")
    conn.execute(sa.delete(import_file).where(import_file.c.id == import_id))


@dataclass(frozen=True)
class ReadContext:
    """What a job needs to know about its import."""

    row: Row
    options: dict[str, Any]


def read_context(conn: sa.Connection, viewer: str, import_id: str) -> ReadContext | None:
    """The import and its options; None if it was deleted meanwhile."""
    row = queries.find_import(conn, viewer, import_id)
    return None if row is None else ReadContext(row, json.loads(row.options))


def read_import(row: Row, *, full: bool, progress: float | None = None) -> ImportRead:
    """The wire shape of an import; `full` adds the preview."""
    options = json.loads(row.options)
    preview = ImportPreview.model_validate_json(row.preview) if full and row.preview else None
    result = ImportResult.model_validate_json(row.result) if row.result else None
    return ImportRead(
        id=row.id, status=row.status, format=row.format, file_name=row.file_name, size_bytes=row.size_bytes,
        created_at=to_iso(row.created_at),
        finished_at=None if row.finished_at is None else to_iso(row.finished_at),
        undone_at=None if row.undone_at is None else to_iso(row.undone_at),
        progress=row.progress if progress is None else progress,
        unit=options.get("unit"), time_zone=options.get("time_zone"),
        error_code=row.error_code, error_detail=row.error_detail, preview=preview, result=result,
    )  # fmt: skip
