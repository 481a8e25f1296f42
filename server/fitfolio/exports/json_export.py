"""The complete export, version 3, written piece by piece in an order that never changes.

Two exports of the same content are equal byte for byte: nothing in it says when, where or
by which program it was made. The shape is `imports.document`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import sqlalchemy as sa

from fitfolio.auth import queries as auth_queries
from fitfolio.auth.service import PROFILE_FIELDS, TRAINING_FIELDS, profile_document
from fitfolio.core.clock import to_iso
from fitfolio.enrolments import queries as enrolment_queries
from fitfolio.exercises import queries as exercise_queries
from fitfolio.exercises.service import NO_PREFERENCE
from fitfolio.imports import history
from fitfolio.imports.document import FORMAT, VERSION
from fitfolio.programs import program_queries as plan_queries
from fitfolio.programs import queries as program_queries
from fitfolio.recovery import queries as metric_queries
from fitfolio.workouts.export_queries import iter_documents

_encode = msgspec.json.encode
_DERIVED_OF_SET = ("position", "load_kg", "distance_m")


def export_json(conn: sa.Connection, viewer: str) -> Iterator[bytes]:
    """The document in pieces; the caller keeps `conn` in one snapshot until the end."""
    yield b'{"format":%s,"version":%d' % (_encode(FORMAT), VERSION)
    yield b',\n"profile":' + _encode(_profile(conn, viewer))
    yield from _array("exercises", _exercises(conn, viewer))
    yield from _array("preferences", _preferences(conn, viewer))
    yield from _array("workouts", map(_workout, iter_documents(conn, viewer)))
    yield from _array("metrics", map(_metric, metric_queries.iter_metrics(conn, viewer)))
    yield from _array("imports", history.iter_past_imports(conn, viewer))
    yield b',\n"name_choices":' + _encode(history.name_choices(conn, viewer))
    yield from _array("templates", _templates(conn, viewer))
    enrolments = enrolment_queries.oldest_first(conn, viewer)
    yield from _array("programs", _programs(conn, viewer, enrolments))
    yield from _array("enrolments", map(_enrolment, enrolments))
    yield b"}\n"


def _array(name: str, items: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    yield b',\n"%s":[' % name.encode()
    before = b"\n"
    for item in items:
        yield before + _encode(item)
        before = b",\n"
    yield b"\n]"


def _profile(conn: sa.Connection, viewer: str) -> dict[str, Any]:
    row = auth_queries.find_user(conn, viewer)
    document = profile_document(row)
    return {
        "display_name": document["display_name"],
        **{name: document[name] for name in PROFILE_FIELDS if name not in {"display_name", "welcomed"}},
        "equipment": document["equipment"],
        "welcomed": document["welcomed"],
        **{name: document[name] for name in (*TRAINING_FIELDS, "rest", "gym")},
    }  # fmt: skip


def _exercises(conn: sa.Connection, viewer: str) -> Iterator[dict[str, Any]]:
    rows = exercise_queries.list_custom(conn, viewer)
    for row in sorted(rows, key=lambda row: (row.created_at, row.id)):
        yield {
            "id": row.id,
            "name": row.name,
            "equipment": row.equipment,
            "tracking": row.tracking,
            "primary_muscles": json.loads(row.primary_muscles),
            "secondary_muscles": json.loads(row.secondary_muscles),
            "unilateral": row.unilateral,
            "notes": row.notes,
            "created_at": to_iso(row.created_at),
            "archived_at": None if row.deleted_at is None else to_iso(row.deleted_at),
            "import_id": row.import_id,
        }


def _preferences(conn: sa.Connection, viewer: str) -> Iterator[dict[str, Any]]:
    for exercise_id, row in sorted(exercise_queries.list_preferences(conn, viewer).items()):
        yield {
            "exercise_id": exercise_id,
            **{name: getattr(row, name) for name in NO_PREFERENCE},
        }


def _templates(conn: sa.Connection, viewer: str) -> Iterator[dict[str, Any]]:
    for row in program_queries.oldest_first(conn, viewer):
        yield {
            "id": row.id,
            "name": row.name,
            "folder": row.folder,
            "notes": row.notes,
            "position": row.position,
            "created_at": to_iso(row.created_at),
            "exercises": json.loads(row.exercises),
        }


def _programs(
    conn: sa.Connection, viewer: str, enrolments: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Those on the shelf, and deleted ones that somebody still goes by."""
    followed = {item["program_id"] for item in enrolments}
    for row in plan_queries.all_programs(conn, viewer):
        if row.deleted_at is not None and row.id not in followed:
            continue
        versions = plan_queries.list_versions(conn, viewer, row.id)
        yield {
            "id": row.id,
            "title": row.title,
            "folder": row.folder,
            "position": row.position,
            "draft_text": row.draft_text,
            "provenance": None if row.provenance is None else json.loads(row.provenance),
            "created_at": to_iso(row.created_at),
            "deleted_at": None if row.deleted_at is None else to_iso(row.deleted_at),
            "versions": [_version(one) for one in reversed(versions)],
        }


def _version(row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "number": row.number,
        "title": row.title,
        "text": row.text,
        "note": row.note,
        "parent_version_id": row.parent_version_id,
        "created_at": to_iso(row.created_at),
    }


def _enrolment(document: dict[str, Any]) -> dict[str, Any]:
    """The document of the API without its revision; choices in a fixed order."""
    del document["rev"]
    for name in ("starts", "exercises"):
        document[name] = dict(sorted(document[name].items()))
    return document


def _workout(document: dict[str, Any]) -> dict[str, Any]:
    """The document of the API without revision, places and derived numbers."""
    del document["rev"]
    exercises = document.pop("exercises")
    for entry in exercises:
        del entry["position"]
        for row in entry["sets"]:
            for name in _DERIVED_OF_SET:
                del row[name]
    return {**document, "exercises": exercises}


def _metric(row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "metric": row.metric,
        "measured_at": to_iso(row.measured_at),
        "local_date": row.local_date,
        "value": row.value,
        "unit": row.unit,
        "notes": row.notes,
        "source": row.source,
        "source_key": row.source_key,
        "import_id": row.import_id,
        "deleted_at": None if row.deleted_at is None else to_iso(row.deleted_at),
    }
