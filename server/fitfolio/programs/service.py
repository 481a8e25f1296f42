"""Templates: what may stand in one, and every change of it."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from fitfolio.core.revisions import next_revision, next_revisions
from fitfolio.exercises import service as exercise_service
from fitfolio.programs import queries
from fitfolio.programs.errors import (
    IdTaken,
    NegativeWeight,
    SameIdTwice,
    TemplateNotFound,
    TooManyTemplates,
    UnitMissing,
    UnknownExercise,
)
from fitfolio.programs.queries import Row
from fitfolio.programs.schemas import TemplateChange, TemplateList, TemplateRead
from fitfolio.programs.tables import template

MAX_TEMPLATES = 500


def list_templates(conn: sa.Connection, viewer: str) -> TemplateList:
    """All living templates in the lifter's order."""
    return TemplateList(
        templates=[read_template(row) for row in queries.list_templates(conn, viewer)]
    )


def get_template(conn: sa.Connection, viewer: str, template_id: str) -> TemplateRead:
    """One living template."""
    return read_template(_living(conn, viewer, template_id))


def create_template(
    conn: sa.Connection, viewer: str, values: dict[str, Any], now_ms: int
) -> TemplateRead:
    """Store a template. Sending the same id again returns what is stored, a deleted one too."""
    known = queries.find_template(conn, viewer, values["id"])
    if known is not None:
        return read_template(known)
    if queries.owners_of(conn, [values["id"]]):
        raise IdTaken
    _check(conn, viewer, values["exercises"])
    rev = next_revision(conn, viewer)  # from here on nobody else counts or adds
    if queries.count_templates(conn, viewer) >= MAX_TEMPLATES:
        raise TooManyTemplates(MAX_TEMPLATES)
    row = values | {
        "user_id": viewer, "exercises": json.dumps(values["exercises"]), "created_at": now_ms,
        "rev": rev, "deleted_at": None,
    }  # fmt: skip
    conn.execute(sa.insert(template), row)
    return _reread(conn, viewer, values["id"])


def restore_many(conn: sa.Connection, viewer: str, items: list[dict[str, Any]]) -> None:
    """Put templates of an export back; ids are new and everything is checked."""
    if not items:
        return
    first = next_revisions(conn, viewer, len(items))
    rows = [
        item | {"user_id": viewer, "exercises": json.dumps(item["exercises"]),
                "rev": first + index, "deleted_at": None}
        for index, item in enumerate(items)
    ]  # fmt: skip
    conn.execute(sa.insert(template), rows)


def template_values(body: TemplateChange) -> dict[str, Any]:
    """The fields a request changes. What is sent of an exercise is all of it: what is left out there has its default."""
    values = body.model_dump()
    return {name: values[name] for name in body.model_fields_set}


def change_template(
    conn: sa.Connection, viewer: str, template_id: str, change: dict[str, Any]
) -> TemplateRead:
    """Change the named fields; a deleted template must be restored first."""
    current = _living(conn, viewer, template_id)
    values = {name: value for name, value in change.items() if value is not None}
    if "exercises" in values:
        _check(conn, viewer, values["exercises"])
        values["exercises"] = json.dumps(values["exercises"])
    if all(getattr(current, name) == value for name, value in values.items()):
        return read_template(current)
    _update(conn, viewer, template_id, values)
    return _reread(conn, viewer, template_id)


def delete_template(conn: sa.Connection, viewer: str, template_id: str, now_ms: int) -> None:
    """Delete a template, leaving a tombstone; doing it again changes nothing."""
    if _own(conn, viewer, template_id).deleted_at is None:
        _update(conn, viewer, template_id, {"deleted_at": now_ms})


def restore_template(conn: sa.Connection, viewer: str, template_id: str) -> TemplateRead:
    """Undo `delete_template`; doing it again changes nothing."""
    if _own(conn, viewer, template_id).deleted_at is not None:
        _update(conn, viewer, template_id, {"deleted_at": None})
    return _reread(conn, viewer, template_id)


def read_template(row: Row) -> TemplateRead:
    """The wire shape of a row."""
    return TemplateRead(
        id=row.id, rev=row.rev, name=row.name, folder=row.folder, notes=row.notes,
        position=row.position, exercises=json.loads(row.exercises),
    )  # fmt: skip


def _check(conn: sa.Connection, viewer: str, exercises: list[dict[str, Any]]) -> None:
    ids = [item["id"] for item in exercises]
    if len(set(ids)) < len(ids):
        raise SameIdTwice
    wanted = {item["exercise_id"] for item in exercises}
    tracking = exercise_service.trackings(conn, viewer, wanted)
    if wanted - tracking.keys():
        raise UnknownExercise(min(wanted - tracking.keys()))
    for item in exercises:
        for row in item["sets"]:
            _check_set(row, tracking[item["exercise_id"]])


def _check_set(row: dict[str, Any], tracking: str) -> None:
    for name in ("weight", "distance"):
        if row[name] is not None and row[f"{name}_unit"] is None:
            raise UnitMissing
    if (row["weight"] or 0) < 0 and tracking != "bodyweight_reps":
        raise NegativeWeight


def _own(conn: sa.Connection, viewer: str, template_id: str) -> Row:
    row = queries.find_template(conn, viewer, template_id)
    if row is None:
        raise TemplateNotFound
    return row


def _living(conn: sa.Connection, viewer: str, template_id: str) -> Row:
    row = _own(conn, viewer, template_id)
    if row.deleted_at is not None:
        raise TemplateNotFound
    return row


def _update(conn: sa.Connection, viewer: str, template_id: str, values: dict[str, Any]) -> None:
    conn.execute(
        sa.update(template)
        .where(template.c.id == template_id, template.c.user_id == viewer)
        .values(**values, rev=next_revision(conn, viewer))
    )


def _reread(conn: sa.Connection, viewer: str, template_id: str) -> TemplateRead:
    return read_template(_own(conn, viewer, template_id))
