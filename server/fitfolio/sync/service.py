"""The change feed: what every slice says has changed, merged in the order of commits.

Revisions are taken while the owner's clock row is locked (`core.revisions`), so a reader that
has seen revision n can never miss a smaller one. All reads of one answer share one snapshot.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from fitfolio.auth import queries as auth_queries
from fitfolio.auth.service import profile_document
from fitfolio.core.revisions import current_revision
from fitfolio.enrolments import queries as enrolment_queries
from fitfolio.exercises import queries as exercise_queries
from fitfolio.exercises import service as exercise_service
from fitfolio.programs import program_queries as plan_queries
from fitfolio.programs import queries as program_queries
from fitfolio.programs.editions import read_version
from fitfolio.programs.service import read_template
from fitfolio.programs.shelf import read_program
from fitfolio.recovery import queries as metric_queries
from fitfolio.recovery.service import read_metric
from fitfolio.sync.schemas import ChangeKind
from fitfolio.workouts import queries as workout_queries
from fitfolio.workouts import recovered


class _Head(NamedTuple):
    """A changed document before its contents are read; `row` is None for workouts."""

    rev: int
    kind: ChangeKind
    id: str
    deleted: bool
    row: Any


def change_feed(conn: sa.Connection, viewer: str, since: int, limit: int, now_ms: int) -> bytes:
    """The JSON of a `ChangeFeed`: at most `limit` changes after revision `since`.

    `since` 0 also brings a profile that was never changed.

    A device that has seen a revision this server never gave (it was restored from a backup)
    is asked to start again.
    """
    if since > current_revision(conn, viewer):
        return _encode([], 0, now_ms, more=False, reset=True)
    heads = sorted(_heads(conn, viewer, since, limit + 1), key=lambda head: head.rev)
    page = heads[:limit]
    checkpoint = page[-1].rev if page else since
    more = len(heads) > limit
    if since == 0:
        page = [*_unchanged_profile(conn, viewer), *page]
    living = [head for head in page if not head.deleted]
    ids = [head.id for head in living if head.kind == "workout"]
    begun = [head.row for head in living if head.kind == "enrolment"]
    whole = {item["id"]: item for item in workout_queries.documents(conn, viewer, ids)}
    whole |= {item["id"]: item for item in enrolment_queries.documents(conn, begun)}
    changes = [
        {
            "kind": head.kind,
            "id": head.id,
            "rev": head.rev,
            "deleted": head.deleted,
            "data": None if head.deleted else _data(head, whole),
        }
        for head in page
    ]
    return _encode(changes, checkpoint, now_ms, more=more, reset=False)


def _unchanged_profile(conn: sa.Connection, viewer: str) -> Iterator[_Head]:
    """A profile nobody has changed yet has revision 0; a first pull wants it all the same."""
    profile = auth_queries.changed_since(conn, viewer, -1)
    if profile is not None and profile.rev == 0:
        yield _Head(0, "profile", profile.id, False, profile)


def _heads(conn: sa.Connection, viewer: str, since: int, count: int) -> Iterator[_Head]:
    profile = auth_queries.changed_since(conn, viewer, since)
    if profile is not None:
        yield _Head(profile.rev, "profile", profile.id, False, profile)
    for row in exercise_queries.changed_exercises(conn, viewer, since, count):
        # An archived exercise is still named by workouts, so it is never taken away.
        yield _Head(row.rev, "exercise", row.id, False, row)
    for row in exercise_queries.changed_preferences(conn, viewer, since, count):
        yield _Head(row.rev, "exercise_preference", row.exercise_id, False, row)
    for row in metric_queries.changed_since(conn, viewer, since, count):
        yield _Head(row.rev, "metric", row.id, row.deleted_at is not None, row)
    for row in program_queries.changed_since(conn, viewer, since, count):
        yield _Head(row.rev, "template", row.id, row.deleted_at is not None, row)
    for row in plan_queries.changed_programs(conn, viewer, since, count):
        yield _Head(row.rev, "program", row.id, row.deleted_at is not None, row)
    for row in plan_queries.changed_versions(conn, viewer, since, count):
        yield _Head(row.rev, "program_version", row.id, False, row)
    for row in enrolment_queries.changed_since(conn, viewer, since, count):
        yield _Head(row.rev, "enrolment", row.id, row.deleted_at is not None, row)
    for row in recovered.changed_since(conn, viewer, since, count):
        yield _Head(row.rev, "recovered", row.id, row.deleted_at is not None, row)
    for workout_id, rev, deleted_at in workout_queries.changed_since(conn, viewer, since, count):
        yield _Head(rev, "workout", workout_id, deleted_at is not None, None)


def _data(head: _Head, whole: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The document of a head; `whole` has those that are made of many rows."""
    match head.kind:
        case "workout" | "enrolment":
            return whole[head.id]
        case "program":
            return read_program(head.row).model_dump()
        case "program_version":
            return read_version(head.row).model_dump()
        case "profile":
            return profile_document(head.row)
        case "exercise":
            return exercise_service.read_custom(head.row, None).model_dump()
        case "exercise_preference":
            return exercise_service.read_preference(head.row).model_dump()
        case "metric":
            return read_metric(head.row).model_dump()
        case "template":
            return read_template(head.row).model_dump()
        case "recovered":
            return recovered.recovered_document(head.row)


def _encode(
    changes: list[dict[str, Any]], checkpoint: int, now_ms: int, *, more: bool, reset: bool
) -> bytes:
    return msgspec.json.encode(
        {"changes": changes, "checkpoint": checkpoint, "more": more, "reset": reset,
         "server_time_ms": now_ms}
    )  # fmt: skip
