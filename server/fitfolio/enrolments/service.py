"""Enrolments: begin, change, end, delete, restore. What was logged for one are its `facts`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from fitfolio.core.clock import to_millis
from fitfolio.core.revisions import next_revision, next_revisions
from fitfolio.enrolments import queries
from fitfolio.enrolments.errors import (
    EnrolmentNotFound,
    IdTaken,
    TooManyEnrolments,
    UnknownExercise,
)
from fitfolio.enrolments.keys import check_starts
from fitfolio.enrolments.queries import Row
from fitfolio.enrolments.schemas import (
    EnrolmentChange,
    EnrolmentCreate,
    EnrolmentList,
    EnrolmentRead,
)
from fitfolio.enrolments.tables import enrolment, enrolment_fact
from fitfolio.exercises import service as exercises
from fitfolio.programs import editions

MAX_ENROLMENTS = 200
JSON_FIELDS = ("starts", "exercises")


def list_enrolments(conn: sa.Connection, viewer: str) -> EnrolmentList:
    """All living enrolments in the lifter's order."""
    found = queries.list_enrolments(conn, viewer)
    return EnrolmentList.model_validate({"enrolments": found})


def get_enrolment(conn: sa.Connection, viewer: str, enrolment_id: str) -> EnrolmentRead:
    """One living enrolment."""
    return _read(conn, living_enrolment(conn, viewer, enrolment_id))


def create_enrolment(
    conn: sa.Connection, viewer: str, body: EnrolmentCreate, now_ms: int
) -> EnrolmentRead:
    """Begin a program. Sending the same id again returns what is stored, a deleted one too."""
    rev = next_revision(conn, viewer)  # from here on nobody else counts or adds
    known = queries.find_enrolment(conn, viewer, body.id)
    if known is not None:
        return _read(conn, known)
    if queries.owners_of(conn, [body.id]):
        raise IdTaken
    editions.own_version(conn, viewer, body.program_version_id, body.program_id)
    _check_exercises(conn, viewer, body.exercises)
    check_starts(conn, viewer, body.program_id, [body.program_version_id], body.starts)
    if queries.count_enrolments(conn, viewer) >= MAX_ENROLMENTS:
        raise TooManyEnrolments(MAX_ENROLMENTS)
    row = _columns(body.model_dump()) | {
        "user_id": viewer, "created_at": now_ms, "rev": rev, "deleted_at": None,
    }  # fmt: skip
    conn.execute(sa.insert(enrolment), row)
    return _reread(conn, viewer, body.id)


def restore_many(conn: sa.Connection, viewer: str, items: list[dict[str, Any]]) -> None:
    """Put enrolments of an export back with their `facts`; ids are new and everything is checked."""
    if not items:
        return
    first = next_revisions(conn, viewer, len(items))
    facts: list[dict[str, Any]] = []
    rows = []
    for index, item in enumerate(items):
        values = {name: value for name, value in item.items() if name != "facts"}
        rows.append(
            _columns(values) | {"user_id": viewer, "rev": first + index, "deleted_at": None}
        )
        facts += (
            fact | {"enrolment_id": item["id"], "user_id": viewer, "deleted_at": None}
            for fact in item["facts"]
        )
    conn.execute(sa.insert(enrolment), rows)
    if facts:
        conn.execute(sa.insert(enrolment_fact), facts)


def change_enrolment(
    conn: sa.Connection,
    viewer: str,
    enrolment_id: str,
    body: EnrolmentChange,
    *,
    brings_back: bool = False,
) -> EnrolmentRead:
    """Change the fields sent. What a device did before it heard of a deletion `brings_back` the enrolment."""
    current = own_enrolment(conn, viewer, enrolment_id)
    if current.deleted_at is not None and not brings_back:
        raise EnrolmentNotFound
    sent = {name: getattr(body, name) for name in body.model_fields_set}
    if "exercises" in sent:
        _check_exercises(conn, viewer, sent["exercises"])
    if "starts" in sent:
        moves = [
            fact["program_version_id"]
            for fact in queries.documents(conn, [current])[0]["facts"]
            if fact["kind"] == "edition"
        ]
        version_ids = [current.program_version_id, *moves]
        check_starts(conn, viewer, current.program_id, version_ids, sent["starts"])
    values = _columns(sent)
    if current.deleted_at is not None:
        values["deleted_at"] = None
    if any(getattr(current, name) != value for name, value in values.items()):
        update(conn, viewer, enrolment_id, values)
    return _reread(conn, viewer, enrolment_id)


def delete_enrolment(conn: sa.Connection, viewer: str, enrolment_id: str, now_ms: int) -> None:
    """Delete an enrolment; its workouts stay. Doing it again changes nothing."""
    if own_enrolment(conn, viewer, enrolment_id).deleted_at is None:
        update(conn, viewer, enrolment_id, {"deleted_at": now_ms})


def restore_enrolment(conn: sa.Connection, viewer: str, enrolment_id: str) -> EnrolmentRead:
    """Undo `delete_enrolment`; doing it again changes nothing."""
    if own_enrolment(conn, viewer, enrolment_id).deleted_at is not None:
        update(conn, viewer, enrolment_id, {"deleted_at": None})
    return _reread(conn, viewer, enrolment_id)


def own_enrolment(conn: sa.Connection, viewer: str, enrolment_id: str) -> Row:
    """An enrolment of the viewer, deleted or not."""
    row = queries.find_enrolment(conn, viewer, enrolment_id)
    if row is None:
        raise EnrolmentNotFound
    return row


def living_enrolment(conn: sa.Connection, viewer: str, enrolment_id: str) -> Row:
    """An enrolment of the viewer that is not deleted."""
    row = own_enrolment(conn, viewer, enrolment_id)
    if row.deleted_at is not None:
        raise EnrolmentNotFound
    return row


def update(conn: sa.Connection, viewer: str, enrolment_id: str, values: dict[str, Any]) -> int:
    """Write columns of an enrolment and return its new revision."""
    rev = next_revision(conn, viewer)
    conn.execute(
        sa.update(enrolment)
        .where(enrolment.c.id == enrolment_id, enrolment.c.user_id == viewer)
        .values(**values, rev=rev)
    )
    return rev


def _check_exercises(conn: sa.Connection, viewer: str, chosen: Mapping[str, str]) -> None:
    wanted = set(chosen.values())
    unknown = wanted - exercises.trackings(conn, viewer, wanted).keys()
    if unknown:
        raise UnknownExercise(min(unknown))


def _columns(values: dict[str, Any]) -> dict[str, Any]:
    columns = dict(values)
    for name in JSON_FIELDS:
        if name in columns:
            columns[name] = json.dumps(columns[name], sort_keys=True)
    if columns.get("ended_at") is not None and not isinstance(columns["ended_at"], int):
        columns["ended_at"] = to_millis(columns["ended_at"])
    return columns


def _read(conn: sa.Connection, row: Row) -> EnrolmentRead:
    return EnrolmentRead.model_validate(queries.documents(conn, [row])[0])


def _reread(conn: sa.Connection, viewer: str, enrolment_id: str) -> EnrolmentRead:
    return _read(conn, own_enrolment(conn, viewer, enrolment_id))
