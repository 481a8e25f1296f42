"""Values that lost against another device's: kept and shown until their owner dismisses them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Literal

import sqlalchemy as sa

from fitfolio.core.clock import to_iso
from fitfolio.core.ids import uuid7
from fitfolio.core.revisions import next_revision
from fitfolio.core.stamps import TICKS_PER_MS, Mark
from fitfolio.workouts.errors import RecoveredNotFound
from fitfolio.workouts.queries import Row
from fitfolio.workouts.tables import recovered_value

RecoveredKind = Literal["field", "deleted_edit", "delete_undone"]
Entity = Literal["workout", "exercise", "set"]

_values = recovered_value.c
_mine = sa.select(recovered_value).where(_values.user_id == sa.bindparam("owner"))
_one = _mine.where(_values.id == sa.bindparam("id"))
_open = _mine.where(_values.deleted_at.is_(None)).order_by(_values.rev)
_changed = (
    _mine.where(_values.rev > sa.bindparam("since"))
    .order_by(_values.rev)
    .limit(sa.bindparam("count"))
)
_same = sa.select(_values.id, _values.lost_stamp).where(
    _values.user_id == sa.bindparam("owner"),
    _values.entity_id == sa.bindparam("entity_id"),
    _values.kind == sa.bindparam("kind"),
    _values.device_id == sa.bindparam("device_id"),
    sa.func.coalesce(_values.field, "") == sa.bindparam("field"),
    _values.deleted_at.is_(None),
)
_insert = sa.insert(recovered_value)


def keep_lost(
    conn: sa.Connection,
    user_id: str,
    kind: RecoveredKind,
    entity: Entity,
    ids: tuple[str, str],
    lost: Any,
    kept: Any,
    mark: Mark,
    field: str | None = None,
) -> None:
    """Remember a lost value; `ids` are the workout's and the entity's.

    A device's later value of the same field takes the place of its earlier one.
    """
    workout_id, entity_id = ids
    key = {
        "owner": user_id, "entity_id": entity_id, "kind": kind, "device_id": mark.device_id,
        "field": field or "",
    }  # fmt: skip
    values = {
        "lost_value": json.dumps(lost),
        "kept_value": json.dumps(kept),
        "lost_stamp": mark.stamp,
        "rev": next_revision(conn, user_id),
    }
    known = conn.execute(_same, key).first()
    if known is None:
        row = {"id": uuid7(), "user_id": user_id, "kind": kind, "workout_id": workout_id,
               "entity": entity, "entity_id": entity_id, "field": field,
               "device_id": mark.device_id, "deleted_at": None, **values}  # fmt: skip
        conn.execute(_insert, row)
    elif known.lost_stamp <= mark.stamp:
        conn.execute(sa.update(recovered_value).where(_values.id == known.id).values(**values))


def list_recovered(conn: sa.Connection, user_id: str) -> list[dict[str, Any]]:
    """Everything not dismissed yet, oldest first."""
    return [recovered_document(row) for row in conn.execute(_open, {"owner": user_id})]


def dismiss(conn: sa.Connection, user_id: str, recovered_id: str, now_ms: int) -> int:
    """Take a value off the list and return the revision; doing it again changes nothing."""
    row = conn.execute(_one, {"owner": user_id, "id": recovered_id}).one_or_none()
    if row is None:
        raise RecoveredNotFound
    if row.deleted_at is not None:
        return int(row.rev)
    rev = next_revision(conn, user_id)
    conn.execute(
        sa.update(recovered_value)
        .where(_values.id == recovered_id)
        .values(deleted_at=now_ms, rev=rev)
    )
    return rev


def changed_since(conn: sa.Connection, user_id: str, since: int, count: int) -> Sequence[Row]:
    """Recovered values that came or went after revision `since`, oldest change first."""
    return conn.execute(_changed, {"owner": user_id, "since": since, "count": count}).all()


def recovered_document(row: Any) -> dict[str, Any]:
    """A recovered value in its wire shape."""
    return {
        "id": row.id,
        "rev": row.rev,
        "kind": row.kind,
        "workout_id": row.workout_id,
        "entity": row.entity,
        "entity_id": row.entity_id,
        "field": row.field,
        "lost_value": json.loads(row.lost_value),
        "kept_value": json.loads(row.kept_value),
        "lost_at": to_iso(row.lost_stamp // TICKS_PER_MS),
        "device_id": row.device_id,
    }
