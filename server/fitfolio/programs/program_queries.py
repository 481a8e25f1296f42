"""Reads of programs and their editions; statements are built once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from fitfolio.programs.queries import Row
from fitfolio.programs.tables import program, program_version

_ids: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)

_programs = sa.select(program).where(program.c.user_id == sa.bindparam("viewer"))
_living = _programs.where(program.c.deleted_at.is_(None))
_program = _programs.where(program.c.id == sa.bindparam("id"))
_in_order = _living.order_by(program.c.position, program.c.title, program.c.id)
_oldest_first = _programs.order_by(program.c.created_at, program.c.id)
_count = (
    sa.select(sa.func.count())
    .select_from(program)
    .where(program.c.user_id == sa.bindparam("viewer"), program.c.deleted_at.is_(None))
)
_owners = sa.select(program.c.id, program.c.user_id).where(program.c.id.in_(_ids))
_changed = (
    _programs.where(program.c.rev > sa.bindparam("since"))
    .order_by(program.c.rev)
    .limit(sa.bindparam("count"))
)

_versions = sa.select(program_version).where(program_version.c.user_id == sa.bindparam("viewer"))
_version = _versions.where(program_version.c.id == sa.bindparam("id"))
_some_versions = _versions.where(program_version.c.id.in_(_ids))
_of_program = _versions.where(program_version.c.program_id == sa.bindparam("of")).order_by(
    program_version.c.number.desc()
)
_last_number = sa.select(sa.func.max(program_version.c.number)).where(
    program_version.c.program_id == sa.bindparam("of")
)
_version_owners = sa.select(program_version.c.id, program_version.c.user_id).where(
    program_version.c.id.in_(_ids)
)
_changed_versions = (
    _versions.where(program_version.c.rev > sa.bindparam("since"))
    .order_by(program_version.c.rev)
    .limit(sa.bindparam("count"))
)


def list_programs(conn: sa.Connection, viewer: str) -> Sequence[Row]:
    """Living programs in the lifter's order."""
    return conn.execute(_in_order, {"viewer": viewer}).all()


def all_programs(conn: sa.Connection, viewer: str) -> Sequence[Row]:
    """All programs, deleted ones included, in an order that never changes."""
    return conn.execute(_oldest_first, {"viewer": viewer}).all()


def find_program(conn: sa.Connection, viewer: str, program_id: str) -> Row | None:
    """One program of the viewer, a deleted one included."""
    return conn.execute(_program, {"viewer": viewer, "id": program_id}).one_or_none()


def count_programs(conn: sa.Connection, viewer: str) -> int:
    """How many living programs there are."""
    return conn.execute(_count, {"viewer": viewer}).scalar_one()


def program_owners(conn: sa.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Owner of each program among at most some hundred `ids`, deleted ones included."""
    return {row.id: row.user_id for row in conn.execute(_owners, {"ids": list(ids)})}


def changed_programs(conn: sa.Connection, viewer: str, since: int, count: int) -> Sequence[Row]:
    """Programs changed after revision `since`, deleted ones included, oldest change first."""
    return conn.execute(_changed, {"viewer": viewer, "since": since, "count": count}).all()


def list_versions(conn: sa.Connection, viewer: str, program_id: str) -> Sequence[Row]:
    """The editions of a program, newest first."""
    return conn.execute(_of_program, {"viewer": viewer, "of": program_id}).all()


def find_version(conn: sa.Connection, viewer: str, version_id: str) -> Row | None:
    """One edition of the viewer's programs."""
    return conn.execute(_version, {"viewer": viewer, "id": version_id}).one_or_none()


def find_versions(conn: sa.Connection, viewer: str, ids: Iterable[str]) -> dict[str, Row]:
    """Those editions among some hundred `ids` that the viewer has."""
    rows = conn.execute(_some_versions, {"viewer": viewer, "ids": list(ids)})
    return {row.id: row for row in rows}


def last_number(conn: sa.Connection, program_id: str) -> int:
    """Number of the newest edition, 0 before the first."""
    return conn.execute(_last_number, {"of": program_id}).scalar_one() or 0


def version_owners(conn: sa.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Owner of each edition among at most some hundred `ids`."""
    return {row.id: row.user_id for row in conn.execute(_version_owners, {"ids": list(ids)})}


def changed_versions(conn: sa.Connection, viewer: str, since: int, count: int) -> Sequence[Row]:
    """Editions made after revision `since`, oldest first."""
    return conn.execute(_changed_versions, {"viewer": viewer, "since": since, "count": count}).all()
