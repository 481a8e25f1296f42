"""Reads of dated body values; statements are built once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from fitfolio.recovery.tables import metric_entry

Row = sa.Row[tuple[Any, ...]]

_visible = sa.select(metric_entry).where(metric_entry.c.user_id == sa.bindparam("viewer"))
_living = _visible.where(metric_entry.c.deleted_at.is_(None))
_one = _visible.where(metric_entry.c.id == sa.bindparam("id"))
_newest_first = (metric_entry.c.measured_at.desc(), metric_entry.c.id.desc())
_changed = (
    _visible.where(metric_entry.c.rev > sa.bindparam("since"))
    .order_by(metric_entry.c.rev)
    .limit(sa.bindparam("count"))
)
_all = (
    _visible.where(metric_entry.c.deleted_at.is_(None) | metric_entry.c.source_key.is_not(None))
    .order_by(metric_entry.c.measured_at, metric_entry.c.id)
    .execution_options(yield_per=500)
)
_keys = sa.select(metric_entry.c.source_key).where(
    metric_entry.c.user_id == sa.bindparam("viewer"), metric_entry.c.source_key.is_not(None)
)
_owners = sa.select(metric_entry.c.id, metric_entry.c.user_id).where(
    metric_entry.c.id.in_(sa.bindparam("ids", expanding=True))
)


def list_metrics(
    conn: sa.Connection, viewer: str, *, metric: str | None, first_day: str | None,
    last_day: str | None, before: tuple[int, str] | None, count: int,
) -> Sequence[Row]:  # fmt: skip
    """Values newest first, optionally of one metric, between two days, before a (time, id)."""
    statement = _living
    if metric is not None:
        statement = statement.where(metric_entry.c.metric == metric)
    if first_day is not None:
        statement = statement.where(metric_entry.c.local_date >= first_day)
    if last_day is not None:
        statement = statement.where(metric_entry.c.local_date <= last_day)
    if before is not None:
        place = sa.tuple_(metric_entry.c.measured_at, metric_entry.c.id)
        statement = statement.where(place < sa.tuple_(*before))
    statement = statement.order_by(*_newest_first).limit(count)
    return conn.execute(statement, {"viewer": viewer}).all()


def find_metric(conn: sa.Connection, viewer: str, metric_id: str) -> Row | None:
    """One value of the viewer, a deleted one included."""
    return conn.execute(_one, {"viewer": viewer, "id": metric_id}).one_or_none()


def owners_of(conn: sa.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Owner of each value among at most some hundred `ids` that exists, deleted ones included."""
    return {row.id: row.user_id for row in conn.execute(_owners, {"ids": list(ids)})}


def changed_since(conn: sa.Connection, viewer: str, since: int, count: int) -> Sequence[Row]:
    """Values changed after revision `since`, deleted ones included, oldest change first."""
    return conn.execute(_changed, {"viewer": viewer, "since": since, "count": count}).all()


def iter_metrics(conn: sa.Connection, viewer: str) -> Iterator[Row]:
    """Every value, oldest first, read in pieces.

    A deleted one is among them if it was imported: without it, the next import of the same
    file would bring it back.
    """
    yield from conn.execute(_all, {"viewer": viewer})


def source_keys(conn: sa.Connection, viewer: str) -> set[str]:
    """Keys of everything that was imported, also of what was deleted since."""
    return set(conn.execute(_keys, {"viewer": viewer}).scalars())


def ids_of_import(conn: sa.Connection, viewer: str, import_id: str) -> Sequence[str]:
    """Living values an import brought."""
    statement = sa.select(metric_entry.c.id).where(
        metric_entry.c.user_id == viewer,
        metric_entry.c.import_id == import_id,
        metric_entry.c.deleted_at.is_(None),
    )
    return conn.execute(statement).scalars().all()
