"""The life of an import: uploaded → read → answered → taken in → undone.

Every step is safe to repeat. Taking in is one transaction, in which the account gets all
of the file or nothing, and the import's own row says which.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import sqlalchemy as sa

import fitfolio.imports.errors  # noqa: F401  # registers the codes
from fitfolio.core.clock import to_iso
from fitfolio.core.errors import Conflict, NotFound, Refused, TooMany
from fitfolio.core.ids import uuid7
from fitfolio.core.jobs import enqueue
from fitfolio.exercises import service as exercise_service
from fitfolio.imports import queries
from fitfolio.imports.document import FORMAT as EXPORT_FORMAT
from fitfolio.imports.document import ExportDocument
from fitfolio.imports.files import StoredFile
from fitfolio.imports.model import ParsedFile
from fitfolio.imports.naming import Meaning, name_key
from fitfolio.imports.plan import Answers, Planned, new_workouts, provenance
from fitfolio.imports.queries import Row
from fitfolio.imports.reader import Reading
from fitfolio.imports.restore import restore
from fitfolio.imports.schemas import ImportPreview, ImportRead, ImportResult
from fitfolio.imports.tables import import_file, import_name_choice, import_workout
from fitfolio.recovery import service as recovery_service
from fitfolio.recovery.service import ImportedMetric
from fitfolio.workouts.bulk import insert_workouts
from fitfolio.workouts.imported import (
    exercises_in_use,
    extend_workouts,
    live_workouts,
    remove_import,
)

READ_JOB = "imports.read"
TAKE_JOB = "imports.take"
UNDO_JOB = "imports.undo"
MAX_UNFINISHED = 10

Progress = Callable[[float], None]
"""Told 0…1 while workouts are written."""


def no_progress(_share: float) -> None:
    """For callers that show none."""


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


def _update(conn: sa.Connection, import_id: str, **values: Any) -> None:
    conn.execute(sa.update(import_file).where(import_file.c.id == import_id).values(**values))


def store_preview(conn: sa.Connection, import_id: str, preview: ImportPreview) -> None:
    """Keep what was read, unless the import was deleted or decided meanwhile."""
    conn.execute(
        sa.update(import_file)
        .where(import_file.c.id == import_id, import_file.c.status == "reading")
        .values(
            status="preview", format=preview.counts.format, preview=preview.model_dump_json(),
            error_code=None, error_detail=None,
        )
    )  # fmt: skip


def store_failure(conn: sa.Connection, import_id: str, code: str, detail: str, now_ms: int) -> None:
    """The import ends with one sentence; the account is untouched."""
    _update(
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
    reread = any(options.get(key) != value for key, value in change.items())
    options |= change
    values: dict[str, Any] = {"options": json.dumps(options)}
    if reread:
        values |= {"status": "reading", "progress": 0.0}
        enqueue(conn, READ_JOB, {"import_id": import_id, "user_id": viewer}, now_ms)
    elif names and row.preview is not None:
        values["preview"] = _renamed(row.preview, names)
    _update(conn, import_id, **values)


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
    _update(conn, import_id, status="importing", progress=0.0)
    enqueue(conn, TAKE_JOB, {"import_id": import_id, "user_id": viewer}, now_ms)


def take_in(
    conn: sa.Connection,
    viewer: str,
    import_id: str,
    reading: Reading,
    time_zone: str,
    now_ms: int,
    progress: Progress = no_progress,
) -> ImportResult:
    """Write the whole file: exercises, workouts, rollups, records, measurements, provenance."""
    if reading.parsed.document is not None:
        result = _put_back(conn, viewer, reading.parsed.document, progress)
        _finish(conn, import_id, reading.parsed.format, result, now_ms)
        return result
    parsed, plan = reading.parsed, reading.plan
    created, exercise_ids = _create_exercises(conn, viewer, import_id, reading.meanings, now_ms)
    _remember(conn, viewer, reading.meanings)
    answers = Answers(reading.unit, time_zone, exercise_ids)
    tracking = exercise_service.tracking_of(conn, viewer)
    new = [item for item in plan.workouts if item.is_new]
    # A workout the lifter has deleted by hand stays deleted.
    live = live_workouts(conn, viewer, (i.workout_id for i in plan.workouts if not i.is_new))
    extended = [item for item in plan.workouts if item.workout_id in live]
    fresh = new_workouts(_counted(new, progress), parsed.format, answers)
    inserted = insert_workouts(conn, viewer, fresh, tracking, import_id)
    additions = new_workouts(extended, parsed.format, answers)
    sets_extended = extend_workouts(conn, viewer, additions, tracking, import_id)
    _insert_provenance(conn, provenance([*new, *extended], viewer, import_id))
    result = ImportResult(
        workouts_added=inserted.workouts,
        workouts_extended=len(extended),
        sets_added=inserted.sets + sets_extended,
        duplicates_skipped=plan.duplicates + len(plan.workouts) - len(new) - len(extended),
        matched_exercises=len(reading.meanings) - created,
        created_exercises=created,
        measurements_added=_take_measurements(conn, viewer, parsed, import_id, time_zone),
        flagged_total=len(parsed.flagged),
    )
    _finish(conn, import_id, parsed.format, result, now_ms)
    return result


def _finish(
    conn: sa.Connection, import_id: str, format_name: str, result: ImportResult, now_ms: int
) -> None:
    _update(
        conn, import_id, status="done", progress=1.0, finished_at=now_ms, format=format_name,
        result=result.model_dump_json(), error_code=None, error_detail=None,
    )  # fmt: skip


def _put_back(
    conn: sa.Connection, viewer: str, document: ExportDocument, progress: Progress
) -> ImportResult:
    """FitFolio's own export is not matched but restored; what is there already stays."""
    whole = max(1, len(document.workouts))
    restored = restore(conn, viewer, document, lambda count: progress(count / whole))
    return ImportResult(
        workouts_added=restored.workouts, workouts_extended=0, sets_added=restored.sets,
        duplicates_skipped=restored.workouts_there, matched_exercises=0,
        created_exercises=restored.exercises, measurements_added=restored.metrics,
        flagged_total=0,
    )  # fmt: skip


def _counted(items: list[Planned], progress: Progress) -> Iterator[Planned]:
    for index, item in enumerate(items):
        if index % 50 == 0:
            progress(index / len(items))
        yield item


def _take_measurements(
    conn: sa.Connection, viewer: str, parsed: ParsedFile, import_id: str, time_zone: str
) -> int:
    values = (
        ImportedMetric(item.at, item.metric, item.value, item.unit, parsed.format, item.notes)
        for item in parsed.measurements
    )
    return recovery_service.insert_imported(conn, viewer, values, import_id, time_zone)


def _insert_provenance(conn: sa.Connection, entries: Iterator[dict[str, Any]]) -> None:
    while batch := list(islice(entries, 1000)):
        conn.execute(sa.insert(import_workout), batch)


def _create_exercises(
    conn: sa.Connection, viewer: str, import_id: str, meanings: list[Meaning], now_ms: int
) -> tuple[int, dict[str, str]]:
    ids: dict[str, str] = {}
    new: dict[str, dict[str, Any]] = {}
    for meaning in meanings:
        if meaning.exercise_id is not None:
            ids[meaning.use.name] = meaning.exercise_id
            continue
        # Spellings that differ only in case or blanks are one exercise.
        key = name_key(meaning.use.name)
        item = new.setdefault(
            key, {"id": uuid7(), "name": meaning.use.name[:200], "tracking": meaning.use.tracking}
        )
        ids[meaning.use.name] = item["id"]
    exercise_service.create_many(conn, viewer, list(new.values()), now_ms, import_id)
    return len(new), ids


def _remember(conn: sa.Connection, viewer: str, meanings: list[Meaning]) -> None:
    chosen = {
        name_key(item.use.name): item.exercise_id
        for item in meanings
        if item.chosen and item.exercise_id is not None
    }
    if not chosen:
        return
    conn.execute(
        sa.delete(import_name_choice).where(
            import_name_choice.c.user_id == viewer, import_name_choice.c.name_key.in_(chosen)
        )
    )
    conn.execute(
        sa.insert(import_name_choice),
        [
            {"user_id": viewer, "name_key": key, "exercise_id": value}
            for key, value in chosen.items()
        ],
    )


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
    _update(conn, import_id, status="undoing", progress=0.0)
    enqueue(conn, UNDO_JOB, {"import_id": import_id, "user_id": viewer}, now_ms)


def undo(conn: sa.Connection, viewer: str, import_id: str, now_ms: int) -> None:
    """Delete every set the import brought; workouts left empty go, and what only it made."""
    row = get_import(conn, viewer, import_id)
    if row.status == "undone":
        return
    remove_import(conn, viewer, import_id, exercise_service.tracking_of(conn, viewer), now_ms)
    recovery_service.remove_import(conn, viewer, import_id, now_ms)
    exercise_service.archive_import(conn, viewer, import_id, exercises_in_use(conn, viewer), now_ms)
    conn.execute(
        sa.delete(import_workout).where(
            import_workout.c.user_id == viewer, import_workout.c.import_id == import_id
        )
    )
    _update(conn, import_id, status="undone", progress=1.0, undone_at=now_ms)


def delete_import(conn: sa.Connection, viewer: str, import_id: str) -> None:
    """Give up an import that was not taken in, or clear a finished one from the list.

    What a finished import brought stays; so does its provenance, or importing the same
    file again would double it. Hence only unfinished, failed and undone ones can go.
    """
    row = get_import(conn, viewer, import_id)
    if row.status in {"importing", "undoing", "done"}:
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
        id=row.id, status=row.status, file_name=row.file_name, size_bytes=row.size_bytes,
        created_at=to_iso(row.created_at),
        finished_at=None if row.finished_at is None else to_iso(row.finished_at),
        undone_at=None if row.undone_at is None else to_iso(row.undone_at),
        progress=row.progress if progress is None else progress,
        unit=options.get("unit"), time_zone=options.get("time_zone"),
        error_code=row.error_code, error_detail=row.error_detail, preview=preview, result=result,
    )  # fmt: skip
