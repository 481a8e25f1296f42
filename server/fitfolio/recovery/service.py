"""Dated body values: what may be stored, and every change of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import sqlalchemy as sa

import fitfolio.recovery.errors  # noqa: F401  # registers the codes
from fitfolio.core.clock import local_day, to_iso, to_millis
from fitfolio.core.errors import Conflict, NotFound, Refused
from fitfolio.core.ids import uuid7_many
from fitfolio.core.revisions import next_revision, next_revisions
from fitfolio.recovery import queries
from fitfolio.recovery.metrics import metric_key, problem_of
from fitfolio.recovery.queries import Row
from fitfolio.recovery.schemas import MetricPage, MetricRead
from fitfolio.recovery.tables import metric_entry

SOURCE_HERE = "fitfolio"


def list_metrics(
    conn: sa.Connection, viewer: str, *, metric: str | None, first_day: str | None,
    last_day: str | None, cursor: str | None, limit: int,
) -> MetricPage:  # fmt: skip
    """A page of values, newest first. `cursor` is `<measured_at ms>.<id>` of the page before."""
    before = None
    if cursor is not None:
        measured_at, _, metric_id = cursor.partition(".")
        before = (int(measured_at), metric_id)
    rows = queries.list_metrics(
        conn, viewer, metric=metric, first_day=first_day, last_day=last_day, before=before,
        count=limit + 1,
    )  # fmt: skip
    page = rows[:limit]
    more = f"{page[-1].measured_at}.{page[-1].id}" if len(rows) > limit else None
    return MetricPage(metrics=[read_metric(row) for row in page], next_cursor=more)


def create_metric(
    conn: sa.Connection, viewer: str, zone: str, values: dict[str, Any]
) -> MetricRead:
    """Store a value. Sending the same id again returns what is stored."""
    known = queries.find_metric(conn, viewer, values["id"])
    if known is not None:
        return read_metric(known)
    if queries.owners_of(conn, [values["id"]]):
        raise Conflict("metric.id_taken", "This id belongs to another value.")
    _check(values["metric"], values["value"], values["unit"])
    measured_at = to_millis(values["measured_at"])
    row = values | {
        "user_id": viewer, "measured_at": measured_at,
        "local_date": local_day(measured_at, zone).isoformat(), "source": SOURCE_HERE,
        "source_key": None, "import_id": None, "deleted_at": None,
        "rev": next_revision(conn, viewer),
    }  # fmt: skip
    conn.execute(sa.insert(metric_entry), row)
    return _reread(conn, viewer, values["id"])


def change_metric(
    conn: sa.Connection, viewer: str, zone: str, metric_id: str, change: dict[str, Any]
) -> MetricRead:
    """Change the named fields; a deleted value must be restored first."""
    current = _own(conn, viewer, metric_id)
    if current.deleted_at is not None:
        raise NotFound("metric.not_found", "There is no such value.")
    values = {name: value for name, value in change.items() if value is not None}
    if not values:
        return read_metric(current)
    if values.keys() & {"value", "unit"}:
        unit = values.get("unit", current.unit)
        _check(current.metric, values.get("value", current.value), unit)
    if "measured_at" in values:
        values["measured_at"] = to_millis(values["measured_at"])
        values["local_date"] = local_day(values["measured_at"], zone).isoformat()
    _update(conn, viewer, metric_id, values)
    return _reread(conn, viewer, metric_id)


def delete_metric(conn: sa.Connection, viewer: str, metric_id: str, now_ms: int) -> None:
    """Delete a value, leaving a tombstone; doing it again changes nothing."""
    if _own(conn, viewer, metric_id).deleted_at is None:
        _update(conn, viewer, metric_id, {"deleted_at": now_ms})


def restore_metric(conn: sa.Connection, viewer: str, metric_id: str) -> MetricRead:
    """Undo `delete_metric`; doing it again changes nothing."""
    if _own(conn, viewer, metric_id).deleted_at is not None:
        _update(conn, viewer, metric_id, {"deleted_at": None})
    return _reread(conn, viewer, metric_id)


def _check(key: str, value: float, unit: str) -> None:
    problem = problem_of(key, value, unit)
    if problem is not None:
        raise Refused(*problem)


def _own(conn: sa.Connection, viewer: str, metric_id: str) -> Row:
    row = queries.find_metric(conn, viewer, metric_id)
    if row is None:
        raise NotFound("metric.not_found", "There is no such value.")
    return row


def _update(conn: sa.Connection, viewer: str, metric_id: str, values: dict[str, Any]) -> None:
    conn.execute(
        sa.update(metric_entry)
        .where(metric_entry.c.id == metric_id, metric_entry.c.user_id == viewer)
        .values(**values, rev=next_revision(conn, viewer))
    )


def _reread(conn: sa.Connection, viewer: str, metric_id: str) -> MetricRead:
    return read_metric(_own(conn, viewer, metric_id))


def read_metric(row: Row) -> MetricRead:
    """The wire shape of a row."""
    return MetricRead(
        id=row.id, rev=row.rev, metric=row.metric, measured_at=to_iso(row.measured_at),
        local_date=row.local_date, value=row.value, unit=row.unit, notes=row.notes,
        source=row.source,
    )  # fmt: skip


class ImportedMetric(NamedTuple):
    """One value of an imported file. A naive `at` is a local time in the zone of the import.

    `metric` may be any name: an unknown one becomes a custom metric.
    """

    at: datetime
    metric: str
    value: float
    unit: str
    source: str
    notes: str = ""


def insert_imported(
    conn: sa.Connection, user_id: str, rows: Iterable[ImportedMetric], import_id: str, zone: str
) -> int:
    """Store what a file holds and return how many values were new.

    Left out are values that came in before (even if deleted since) and those
    `metrics.problem_of` refuses: the import lists them with their line.
    """
    known = queries.source_keys(conn, user_id)
    seen: dict[str, int] = {}
    entries = []
    for row in rows:
        key = metric_key(row.metric)
        if problem_of(key, row.value, row.unit) is not None:
            continue
        source_key = _source_key(row, key)
        seen[source_key] = count = seen.get(source_key, 0) + 1
        if count > 1:
            # Day-only files may hold a metric twice on one day.
            source_key = f"{source_key}#{count}"
        if source_key in known:
            continue
        at = row.at if row.at.tzinfo else row.at.replace(tzinfo=ZoneInfo(zone))
        measured_at = to_millis(at)
        entries.append(
            {"user_id": user_id, "metric": key, "measured_at": measured_at,
             "local_date": local_day(measured_at, zone).isoformat(), "value": row.value,
             "unit": row.unit, "notes": row.notes, "source": row.source,
             "source_key": source_key, "import_id": import_id, "deleted_at": None}
        )  # fmt: skip
    return insert_entries(conn, user_id, entries)


def insert_entries(conn: sa.Connection, user_id: str, entries: list[dict[str, Any]]) -> int:
    """Store complete rows in one go, each with its own revision; ids are made where missing."""
    if not entries:
        return 0
    first = next_revisions(conn, user_id, len(entries))
    ids = uuid7_many(len(entries))
    conn.execute(
        sa.insert(metric_entry),
        [
            {"id": new_id, "user_id": user_id, **entry, "rev": first + index}
            for index, (new_id, entry) in enumerate(zip(ids, entries, strict=True))
        ],
    )
    return len(entries)


def _source_key(row: ImportedMetric, key: str) -> str:
    at = row.at if row.at.tzinfo is None else row.at.astimezone(UTC)
    return f"{row.source}:{key}:{at.strftime('%Y-%m-%dT%H:%M:%S')}"


def remove_import(conn: sa.Connection, user_id: str, import_id: str, now_ms: int) -> int:
    """Delete what an import brought; its keys are freed, so the file can come in again."""
    ids = queries.ids_of_import(conn, user_id, import_id)
    if not ids:
        return 0
    first = next_revisions(conn, user_id, len(ids))
    conn.execute(
        sa.update(metric_entry)
        .where(metric_entry.c.id == sa.bindparam("entry_id"))
        .values(deleted_at=now_ms, source_key=None, rev=sa.bindparam("new_rev")),
        [{"entry_id": entry_id, "new_rev": first + index} for index, entry_id in enumerate(ids)],
    )
    return len(ids)
