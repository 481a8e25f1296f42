"""Reads of enrolments as documents, their facts inside; statements are built once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from fitfolio.core.clock import to_iso
from fitfolio.enrolments.tables import enrolment, enrolment_fact

Row = sa.Row[Any]

_ids: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_mine = sa.select(enrolment).where(enrolment.c.user_id == sa.bindparam("viewer"))
_one = _mine.where(enrolment.c.id == sa.bindparam("id"))
_living = _mine.where(enrolment.c.deleted_at.is_(None))
_in_order = _living.order_by(enrolment.c.position, enrolment.c.started_on, enrolment.c.id)
_oldest_first = _living.order_by(enrolment.c.created_at, enrolment.c.id)
_count = (
    sa.select(sa.func.count())
    .select_from(enrolment)
    .where(enrolment.c.user_id == sa.bindparam("viewer"), enrolment.c.deleted_at.is_(None))
)
_count_running = _count.where(enrolment.c.ended_at.is_(None))
_owners = sa.select(enrolment.c.id, enrolment.c.user_id).where(enrolment.c.id.in_(_ids))
_changed = (
    _mine.where(enrolment.c.rev > sa.bindparam("since"))
    .order_by(enrolment.c.rev)
    .limit(sa.bindparam("count"))
)
_facts = (
    sa.select(enrolment_fact)
    .where(enrolment_fact.c.enrolment_id.in_(_ids), enrolment_fact.c.deleted_at.is_(None))
    .order_by(enrolment_fact.c.at, enrolment_fact.c.id)
)
_fact = sa.select(enrolment_fact).where(enrolment_fact.c.id == sa.bindparam("id"))
_count_facts = (
    sa.select(sa.func.count())
    .select_from(enrolment_fact)
    .where(enrolment_fact.c.enrolment_id == sa.bindparam("of"))
)
_fact_owners = sa.select(enrolment_fact.c.id, enrolment_fact.c.user_id).where(
    enrolment_fact.c.id.in_(_ids)
)


def list_enrolments(conn: sa.Connection, viewer: str) -> list[dict[str, Any]]:
    """Living enrolments in the lifter's order."""
    return documents(conn, conn.execute(_in_order, {"viewer": viewer}).all())


def oldest_first(conn: sa.Connection, viewer: str) -> list[dict[str, Any]]:
    """Living enrolments in an order that never changes."""
    return documents(conn, conn.execute(_oldest_first, {"viewer": viewer}).all())


def find_enrolment(conn: sa.Connection, viewer: str, enrolment_id: str) -> Row | None:
    """One enrolment of the viewer, a deleted one included."""
    return conn.execute(_one, {"viewer": viewer, "id": enrolment_id}).one_or_none()


def count_enrolments(conn: sa.Connection, viewer: str) -> int:
    """How many living enrolments there are."""
    return conn.execute(_count, {"viewer": viewer}).scalar_one()


def count_running(conn: sa.Connection, viewer: str) -> int:
    """How many programs are followed: living enrolments that have not ended."""
    return conn.execute(_count_running, {"viewer": viewer}).scalar_one()


def owners_of(conn: sa.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Owner of each enrolment among at most some hundred `ids`, deleted ones included."""
    return {row.id: row.user_id for row in conn.execute(_owners, {"ids": list(ids)})}


def changed_since(conn: sa.Connection, viewer: str, since: int, count: int) -> Sequence[Row]:
    """Enrolments changed after revision `since`, deleted ones included, oldest change first."""
    return conn.execute(_changed, {"viewer": viewer, "since": since, "count": count}).all()


def find_fact(conn: sa.Connection, fact_id: str) -> Row | None:
    """Anybody's fact, one that was taken back included."""
    return conn.execute(_fact, {"id": fact_id}).one_or_none()


def count_facts(conn: sa.Connection, enrolment_id: str) -> int:
    """How many facts an enrolment has, those taken back included."""
    return conn.execute(_count_facts, {"of": enrolment_id}).scalar_one()


def fact_owners(conn: sa.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Owner of each fact among at most some hundred `ids`, those taken back included."""
    return {row.id: row.user_id for row in conn.execute(_fact_owners, {"ids": list(ids)})}


def documents(conn: sa.Connection, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Enrolments in their wire shape with their living facts, two statements whatever the number."""
    if not rows:
        return []
    found = {row.id: _document(row) for row in rows}
    for row in conn.execute(_facts, {"ids": list(found)}):
        found[row.enrolment_id]["facts"].append(_fact_document(row))
    return list(found.values())


def _document(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "rev": row.rev,
        "program_id": row.program_id,
        "program_version_id": row.program_version_id,
        "name": row.name,
        "unit": row.unit,
        "starts": json.loads(row.starts),
        "exercises": json.loads(row.exercises),
        "started_on": row.started_on,
        "ended_at": None if row.ended_at is None else to_iso(row.ended_at),
        "position": row.position,
        "created_at": to_iso(row.created_at),
        "facts": [],
    }


def _fact_document(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind,
        "at": to_iso(row.at),
        "date": row.date,
        "week": row.week,
        "day": row.day,
        "key": row.key,
        "value": row.value,
        "lift": row.lift,
        "exercise": row.exercise,
        "workout_id": row.workout_id,
        "track": row.track,
        "program_version_id": row.program_version_id,
    }
