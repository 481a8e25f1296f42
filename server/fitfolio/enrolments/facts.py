"""Facts of an enrolment: added once, taken back, brought back. They never change."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.clock import to_millis
from fitfolio.enrolments import queries
from fitfolio.enrolments.errors import (
    EnrolmentNotFound,
    FactIncomplete,
    FactNotFound,
    IdTaken,
    TooManyFacts,
    UnknownKey,
)
from fitfolio.enrolments.keys import is_settable, plans_of
from fitfolio.enrolments.queries import Row
from fitfolio.enrolments.schemas import EnrolmentRead, FactCreate
from fitfolio.enrolments.service import get_enrolment, own_enrolment, update
from fitfolio.enrolments.tables import enrolment_fact
from fitfolio.programs import editions

MAX_FACTS = 2000

_by_id = enrolment_fact.c.id == sa.bindparam("fact")
_take_back = sa.update(enrolment_fact).where(_by_id).values(deleted_at=sa.bindparam("taken_at"))
_bring_back = sa.update(enrolment_fact).where(_by_id).values(deleted_at=None)


def add_fact(
    conn: sa.Connection, viewer: str, enrolment_id: str, body: FactCreate
) -> EnrolmentRead:
    """`store_fact`, answered with the whole enrolment."""
    store_fact(conn, viewer, enrolment_id, body)
    return get_enrolment(conn, viewer, enrolment_id)


def store_fact(
    conn: sa.Connection,
    viewer: str,
    enrolment_id: str,
    body: FactCreate,
    *,
    brings_back: bool = False,
) -> int:
    """Log a fact and return the enrolment's revision.

    The same id again changes nothing, or brings back a fact that was taken back. What a device did
    before it heard of a deletion `brings_back` the enrolment.
    """
    parent = own_enrolment(conn, viewer, enrolment_id)
    if parent.deleted_at is not None and not brings_back:
        raise EnrolmentNotFound
    known = queries.find_fact(conn, body.id)
    if known is not None and (known.user_id, known.enrolment_id) != (viewer, enrolment_id):
        raise IdTaken
    if known is None:
        _check(conn, viewer, parent, body)
    elif known.deleted_at is None and parent.deleted_at is None:
        return int(parent.rev)
    # Locks the clock: of two that add the last fact there may be, the second counts the first.
    rev = update(conn, viewer, enrolment_id, {"deleted_at": None})
    if known is not None:
        conn.execute(_bring_back, {"fact": body.id})
        return rev
    if queries.count_facts(conn, enrolment_id) >= MAX_FACTS:
        raise TooManyFacts(MAX_FACTS)
    row = body.model_dump() | {
        "at": to_millis(body.at), "enrolment_id": enrolment_id, "user_id": viewer,
        "deleted_at": None,
    }  # fmt: skip
    conn.execute(sa.insert(enrolment_fact), row)
    return rev


def delete_fact(
    conn: sa.Connection, viewer: str, enrolment_id: str, fact_id: str, now_ms: int
) -> int | None:
    """Take a fact back; doing it again changes nothing. Returns the new revision if there is one."""
    own_enrolment(conn, viewer, enrolment_id)
    known = queries.find_fact(conn, fact_id)
    if known is None or (known.user_id, known.enrolment_id) != (viewer, enrolment_id):
        raise FactNotFound
    if known.deleted_at is not None:
        return None
    conn.execute(_take_back, {"fact": fact_id, "taken_at": now_ms})
    return update(conn, viewer, enrolment_id, {})


def _check(conn: sa.Connection, viewer: str, parent: Row, body: FactCreate) -> None:
    """Refuse what the engine would silently pass over, and what belongs to somebody else."""
    if body.program_version_id is not None:
        editions.own_version(conn, viewer, body.program_version_id, parent.program_id)
    match body.kind:
        case "edition" if body.program_version_id is None:
            raise FactIncomplete(body.kind, "program_version_id")
        case "suppress" if body.workout_id is None:
            # Not looked up: it may arrive after the fact.
            raise FactIncomplete(body.kind, "workout_id")
        case "move" if body.week == 0 and body.day == 0:
            raise FactIncomplete(body.kind, "week")
        case "set" | "swap":
            _check_names(conn, viewer, parent, body)
        case _:
            pass


def _check_names(conn: sa.Connection, viewer: str, parent: Row, body: FactCreate) -> None:
    moves = [
        fact["program_version_id"]
        for fact in queries.documents(conn, [parent])[0]["facts"]
        if fact["kind"] == "edition"
    ]
    version_ids = [parent.program_version_id, *moves]
    plans = plans_of(conn, viewer, parent.program_id, version_ids)
    if body.kind == "set" and not any(is_settable(plan, body.key) for plan in plans):
        raise UnknownKey(body.key)
    if body.kind == "swap" and not any(body.lift in plan.lifts for plan in plans):
        raise UnknownKey(body.lift)
