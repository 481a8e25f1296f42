"""Putting a FitFolio export back: ids are kept, what is there already is left alone.

The same export twice adds nothing. On the server it came from, another account may hold the
same ids; then the copy gets ids of its own, always the same ones for the same account.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple
from uuid import UUID, uuid5

import msgspec
import sqlalchemy as sa

from fitfolio.auth import service as auth_service
from fitfolio.exercises import queries as exercise_queries
from fitfolio.exercises import service as exercise_service
from fitfolio.imports import history
from fitfolio.imports.document import (
    ExportDocument,
    MetricValue,
    Set,
    Workout,
    WorkoutExercise,
    millis,
)
from fitfolio.imports.document_planned import Template
from fitfolio.imports.document_programs import as_text
from fitfolio.imports.restore_programs import (
    CHUNK,
    Lookup,
    Rename,
    existing,
    program_owners,
    restore_enrolments,
    restore_programs,
)
from fitfolio.programs import program_queries as plan_queries
from fitfolio.programs import queries as program_queries
from fitfolio.programs import service as program_service
from fitfolio.recovery import queries as metric_queries
from fitfolio.recovery import service as metric_service
from fitfolio.workouts import export_queries, overview_queries
from fitfolio.workouts.bulk import NewEntry, NewSet, NewWorkout, insert_workouts

Progress = Callable[[int], None]


class Restored(NamedTuple):
    """How much of an export was new."""

    exercises: int
    workouts: int
    workouts_there: int
    sets: int
    metrics: int
    imports: int


def restore(
    conn: sa.Connection, viewer: str, document: ExportDocument,
    progress: Progress = lambda _count: None,
) -> Restored:  # fmt: skip
    """Put everything back in the caller's transaction.

    The account's settings are those of the export only where the account is still empty.
    """
    if _is_empty(conn, viewer):
        auth_service.change_profile(conn, viewer, msgspec.to_builtins(document.profile))
    rename = _renaming(conn, viewer, document)
    known_imports = existing(history.owners_of, conn, map(rename, _ids(document.imports)))
    imports = [item for item in document.imports if rename(item.id) not in known_imports]
    for past in imports:
        history.insert_past_import(conn, viewer, past, rename)
    exercises = _restore_exercises(conn, viewer, document, rename)
    _restore_preferences(conn, viewer, document, rename)
    _restore_templates(conn, viewer, document.templates, rename)
    restore_programs(conn, viewer, document.programs, rename)
    restore_enrolments(conn, viewer, document.enrolments, rename)
    known = existing(export_queries.owners_of, conn, map(rename, _ids(document.workouts)))
    missing = [item for item in document.workouts if rename(item.id) not in known]
    new = _new_workouts(conn, viewer, missing, rename, progress)
    inserted = insert_workouts(conn, viewer, new, exercise_service.tracking_of(conn, viewer))
    metrics = _restore_metrics(conn, viewer, document.metrics, rename)
    choices = {key: rename(value) for key, value in document.name_choices.items()}
    history.remember_names(conn, viewer, choices)
    there = len(document.workouts) - len(missing)
    return Restored(exercises, inserted.workouts, there, inserted.sets, metrics, len(imports))


def _is_empty(conn: sa.Connection, viewer: str) -> bool:
    return not (
        overview_queries.totals(conn, viewer).workouts
        or exercise_queries.list_custom(conn, viewer)
        or metric_queries.changed_since(conn, viewer, 0, 1)
        or program_queries.count_templates(conn, viewer)
        or plan_queries.count_programs(conn, viewer)
    )


def _ids(items: Iterable[Any]) -> list[str]:
    return [item.id for item in items]


def _renaming(conn: sa.Connection, viewer: str, document: ExportDocument) -> Rename:
    """Ids that belong to somebody else get one made from the account and the old id."""
    foreign: set[str] = set()
    owned: tuple[tuple[Lookup, list[str]], ...] = (
        (exercise_queries.owners_of, _ids(document.exercises)),
        (program_queries.owners_of, _ids(document.templates)),
        *program_owners(document),
        (export_queries.owners_of, _ids(document.workouts)),
        (metric_queries.owners_of, _ids(document.metrics)),
        (history.owners_of, _ids(document.imports)),
    )
    for lookup, ids in owned:
        for start in range(0, len(ids), CHUNK):
            owners = lookup(conn, ids[start : start + CHUNK])
            foreign.update(key for key, owner in owners.items() if owner != viewer)
    namespace = UUID(viewer)
    return lambda key: str(uuid5(namespace, key)) if key in foreign else key


def _restore_exercises(
    conn: sa.Connection, viewer: str, document: ExportDocument, rename: Rename
) -> int:
    known = {row.id for row in exercise_queries.list_custom(conn, viewer)}
    items = [
        {"id": rename(item.id), "name": item.name, "equipment": item.equipment,
         "tracking": item.tracking, "primary_muscles": item.primary_muscles,
         "secondary_muscles": item.secondary_muscles, "unilateral": item.unilateral,
         "notes": item.notes, "created_at": millis(item.created_at),
         "deleted_at": millis(item.archived_at),
         "import_id": None if item.import_id is None else rename(item.import_id)}
        for item in document.exercises
        if rename(item.id) not in known
    ]  # fmt: skip
    exercise_service.restore_many(conn, viewer, items)
    return len(items)


def _restore_preferences(
    conn: sa.Connection, viewer: str, document: ExportDocument, rename: Rename
) -> None:
    known = exercise_queries.list_preferences(conn, viewer)
    for item in document.preferences:
        exercise_id = rename(item.exercise_id)
        if exercise_id not in known:
            change = msgspec.structs.asdict(item)
            del change["exercise_id"]
            exercise_service.change_preference(conn, viewer, exercise_id, change)


def _restore_templates(
    conn: sa.Connection, viewer: str, templates: list[Template], rename: Rename
) -> None:
    known = existing(program_queries.owners_of, conn, map(rename, _ids(templates)))
    items = []
    for item in templates:
        if rename(item.id) in known:
            continue
        exercises = msgspec.to_builtins(item.exercises)
        for entry in exercises:
            entry["exercise_id"] = rename(entry["exercise_id"])
            if rename(item.id) != item.id:  # a copy shares no id with what it is a copy of
                entry["id"] = str(uuid5(UUID(viewer), entry["id"]))
        items.append(
            {"id": rename(item.id), "name": item.name, "folder": item.folder,
             "notes": item.notes, "position": item.position,
             "created_at": millis(item.created_at), "exercises": exercises}
        )  # fmt: skip
    program_service.restore_many(conn, viewer, items)


def _new_workouts(
    conn: sa.Connection, viewer: str, missing: list[Workout], rename: Rename, progress: Progress
) -> Iterator[NewWorkout]:
    namespace = UUID(viewer)
    for start in range(0, len(missing), CHUNK):
        chunk = missing[start : start + CHUNK]
        entries = [entry for item in chunk for entry in item.exercises]
        taken = existing(export_queries.taken_entries, conn, _ids(entries))
        sets = (row.id for entry in entries for row in entry.sets)
        taken |= existing(export_queries.taken_sets, conn, sets)
        fresh = {key: str(uuid5(namespace, key)) for key in taken}
        for item in chunk:
            yield _new_workout(item, rename, fresh)
        progress(start + len(chunk))


def _new_workout(item: Workout, rename: Rename, fresh: dict[str, str]) -> NewWorkout:
    return NewWorkout(
        id=rename(item.id), started_at_ms=millis(item.started_at) or 0,
        finished_at_ms=millis(item.finished_at), time_zone=item.time_zone,
        local_date=item.local_date, title=item.title, notes=item.notes, has_time=item.has_time,
        bodyweight_kg=item.bodyweight_kg, source=item.source, template_id=None if item.template_id is None else rename(item.template_id),
        import_id=None if item.import_id is None else rename(item.import_id),
        program=_program(item, rename),
        entries=[_new_entry(entry, rename, fresh) for entry in item.exercises],
    )  # fmt: skip


def _program(item: Workout, rename: Rename) -> str | None:
    program = item.program
    if program is None:
        return None
    return as_text(
        msgspec.structs.replace(
            program,
            enrolment_id=rename(program.enrolment_id),
            program_version_id=rename(program.program_version_id),
        )
    )


def _new_entry(entry: WorkoutExercise, rename: Rename, fresh: dict[str, str]) -> NewEntry:
    return NewEntry(
        rename(entry.exercise_id), [_new_set(row, rename, fresh) for row in entry.sets],
        entry.superset, entry.notes, fresh.get(entry.id, entry.id), track=entry.track,
        prescription=None if entry.prescription is None else as_text(entry.prescription),
    )  # fmt: skip


def _new_set(row: Set, rename: Rename, fresh: dict[str, str]) -> NewSet:
    return NewSet(
        kind=row.kind, completed=row.completed, weight=row.weight, weight_unit=row.weight_unit,
        reps=row.reps, duration_s=row.duration_s, distance=row.distance,
        distance_unit=row.distance_unit, rpe=row.rpe, rir=row.rir, notes=row.notes,
        flagged=row.flagged, logged_at_ms=millis(row.logged_at), id=fresh.get(row.id, row.id),
        import_id=None if row.import_id is None else rename(row.import_id), side=row.side,
    )  # fmt: skip


def _restore_metrics(
    conn: sa.Connection, viewer: str, metrics: list[MetricValue], rename: Rename
) -> int:
    known = existing(metric_queries.owners_of, conn, map(rename, _ids(metrics)))
    keys = metric_queries.source_keys(conn, viewer)
    entries = [
        {"id": rename(item.id), "metric": item.metric, "measured_at": millis(item.measured_at),
         "local_date": item.local_date, "value": item.value, "unit": item.unit,
         "notes": item.notes, "source": item.source, "source_key": item.source_key,
         "import_id": None if item.import_id is None else rename(item.import_id),
         "deleted_at": millis(item.deleted_at)}
        for item in metrics
        if rename(item.id) not in known and (item.source_key is None or item.source_key not in keys)
    ]  # fmt: skip
    metric_service.insert_entries(conn, viewer, entries)
    return sum(entry["deleted_at"] is None for entry in entries)
