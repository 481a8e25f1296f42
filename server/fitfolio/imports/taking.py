"""Taking a file into the account and back out: each one transaction, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import sqlalchemy as sa

from fitfolio.core.garbage import collector_paused
from fitfolio.core.ids import uuid7
from fitfolio.exercises import service as exercise_service
from fitfolio.imports.document import ExportDocument
from fitfolio.imports.model import ParsedFile
from fitfolio.imports.naming import Meaning, name_key
from fitfolio.imports.plan import Answers, Plan, Planned, new_workouts, provenance
from fitfolio.imports.queries import find_import, update_import
from fitfolio.imports.reader import Reading
from fitfolio.imports.restore import restore
from fitfolio.imports.schemas import ImportResult
from fitfolio.imports.tables import import_name_choice, import_workout
from fitfolio.recovery import service as recovery_service
from fitfolio.recovery.service import ImportedMetric
from fitfolio.workouts.bulk import insert_workouts
from fitfolio.workouts.imported import (
    exercises_in_use,
    extend_workouts,
    live_workouts,
    remove_import,
)

Progress = Callable[[float], None]
"""Told 0…1 while workouts are written."""


def no_progress(_share: float) -> None:
    """For callers that show none."""


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
    with collector_paused():
        return _take_in(conn, viewer, import_id, reading, time_zone, now_ms, progress)


def _take_in(
    conn: sa.Connection,
    viewer: str,
    import_id: str,
    reading: Reading,
    time_zone: str,
    now_ms: int,
    progress: Progress,
) -> ImportResult:
    if reading.parsed.document is not None:
        result = _put_back(conn, viewer, reading.parsed.document, progress)
        _finish(conn, import_id, reading.parsed.format, result, now_ms)
        return result
    parsed, plan = reading.parsed, reading.plan
    new = [item for item in plan.workouts if item.is_new]
    # A workout the lifter has deleted by hand stays deleted.
    live = live_workouts(conn, viewer, (i.workout_id for i in plan.workouts if not i.is_new))
    extended = [item for item in plan.workouts if item.workout_id in live]
    taken = Plan([*new, *extended], unstated=plan.unstated)
    used = taken.used_names()
    # A name of sets that are all there already (in another language, say) makes no exercise.
    meanings = [item for item in reading.meanings if item.exercise_id or item.use.name in used]
    created, exercise_ids = _create_exercises(conn, viewer, import_id, meanings, now_ms)
    _remember(conn, viewer, reading.meanings)
    answers = Answers(reading.unit, time_zone, exercise_ids)
    tracking = exercise_service.tracking_of(conn, viewer)
    fresh = new_workouts(_counted(new, progress), parsed.format, answers)
    inserted = insert_workouts(conn, viewer, fresh, tracking, import_id)
    additions = new_workouts(extended, parsed.format, answers)
    sets_extended = extend_workouts(conn, viewer, additions, tracking, import_id)
    rows = provenance(taken.workouts, answers, viewer, import_id, unstated=plan.unstated)
    _insert_provenance(conn, rows)
    result = ImportResult(
        workouts_added=inserted.workouts,
        workouts_extended=len(extended),
        sets_added=inserted.sets + sets_extended,
        duplicates_skipped=plan.duplicates + len(plan.workouts) - len(new) - len(extended),
        matched_exercises=len(meanings) - created,
        created_exercises=created,
        measurements_added=_take_measurements(conn, viewer, parsed, import_id, time_zone),
        flagged_total=len(parsed.flagged),
    )
    _finish(conn, import_id, parsed.format, result, now_ms)
    return result


def _finish(
    conn: sa.Connection, import_id: str, format_name: str, result: ImportResult, now_ms: int
) -> None:
    update_import(
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


def undo(conn: sa.Connection, viewer: str, import_id: str, now_ms: int) -> None:
    """Delete every set the import brought; workouts left empty go, and what only it made."""
    row = find_import(conn, viewer, import_id)
    if row is None or row.status == "undone":
        return
    remove_import(conn, viewer, import_id, exercise_service.tracking_of(conn, viewer), now_ms)
    recovery_service.remove_import(conn, viewer, import_id, now_ms)
    exercise_service.archive_import(conn, viewer, import_id, exercises_in_use(conn, viewer), now_ms)
    conn.execute(
        sa.delete(import_workout).where(
            import_workout.c.user_id == viewer, import_workout.c.import_id == import_id
        )
    )
    update_import(conn, import_id, status="undone", progress=1.0, undone_at=now_ms)
