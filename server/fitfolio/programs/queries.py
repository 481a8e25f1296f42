"""Reads of templates; statements are built once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from fitfolio.programs.tables import template

Row = sa.Row[tuple[Any, ...]]

_visible = sa.select(template).where(template.c.user_id == sa.bindparam("viewer"))
_living = _visible.where(template.c.deleted_at.is_(None))
_one = _visible.where(template.c.id == sa.bindparam("id"))
_in_order = _living.order_by(template.c.position, template.c.name, template.c.id)
_oldest_first = _living.order_by(template.c.created_at, template.c.id)
_changed = (
    _visible.where(template.c.rev > sa.bindparam("since"))
    .order_by(template.c.rev)
    .limit(sa.bindparam("count"))
)
_count = (
    sa.select(sa.func.count())
    .select_from(template)
    .where(template.c.user_id == sa.bindparam("viewer"), template.c.deleted_at.is_(None))
)
_owners = sa.select(template.c.id, template.c.user_id).where(
    template.c.id.in_(sa.bindparam("ids", expanding=True))
)


def list_templates(conn: sa.Connection, viewer: str) -> Sequence[Row]:
    """Living templates in the lifter's order."""
    return conn.execute(_in_order, {"viewer": viewer}).all()


def oldest_first(conn: sa.Connection, viewer: str) -> Sequence[Row]:
    """Living templates in an order that never changes."""
    return conn.execute(_oldest_first, {"viewer": viewer}).all()


def find_template(conn: sa.Connection, viewer: str, template_id: str) -> Row | None:
    """One template of the viewer, a deleted one included."""
    return conn.execute(_one, {"viewer": viewer, "id": template_id}).one_or_none()


def count_templates(conn: sa.Connection, viewer: str) -> int:
    """How many living templates there are."""
    return conn.execute(_count, {"viewer": viewer}).scalar_one()


def owners_of(conn: sa.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Owner of each template among at most some hundred `ids`, deleted ones included."""
    return {row.id: row.user_id for row in conn.execute(_owners, {"ids": list(ids)})}


def changed_since(conn: sa.Connection, viewer: str, since: int, count: int) -> Sequence[Row]:
    """Templates changed after revision `since`, deleted ones included, oldest change first."""
    return conn.execute(_changed, {"viewer": viewer, "since": since, "count": count}).all()
