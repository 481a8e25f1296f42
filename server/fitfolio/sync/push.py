"""Taking in what a device did while it had no connection.

All operations of one request are one transaction; each has a savepoint of its own, so a refused
one leaves nothing behind and does not stop those after it.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec
import sqlalchemy as sa
from pydantic import ValidationError

from fitfolio.auth.service import Viewer
from fitfolio.core.clock import DAY_MS
from fitfolio.core.errors import AppError
from fitfolio.core.ids import is_uuid
from fitfolio.core.revisions import current_revision, next_revision
from fitfolio.core.schemas import Input
from fitfolio.core.stamps import from_device
from fitfolio.sync.calls import Call
from fitfolio.sync.errors import SchemaUnsupported, UnknownOperation
from fitfolio.sync.operations import OPERATIONS
from fitfolio.sync.schemas import PushedOperation, PushRequest
from fitfolio.sync.tables import sync_operation

SCHEMA = 1
"""The form of operations this version speaks; the one before it is taken too."""

OLDEST_SCHEMA = max(1, SCHEMA - 1)

REMEMBERED_MS = 40 * DAY_MS
"""How long an operation is known again; docs/sync.md promises 30 days."""

_known = sa.select(sync_operation.c.key, sync_operation.c.answer).where(
    sync_operation.c.user_id == sa.bindparam("owner"),
    sync_operation.c.key.in_(sa.bindparam("keys", expanding=True)),
)
_remember = sa.insert(sync_operation)
_forget = sa.delete(sync_operation).where(
    sync_operation.c.user_id == sa.bindparam("owner"),
    sync_operation.c.created_at < sa.bindparam("before"),
)

Result = dict[str, Any]


class _Malformed(Exception):
    """The operation does not have the form its name promises; the text says where."""


def check_schema(schema: int) -> None:
    """SchemaUnsupported for a device of another age."""
    if not OLDEST_SCHEMA <= schema <= SCHEMA:
        raise SchemaUnsupported(OLDEST_SCHEMA, SCHEMA)


def texts_to_read(request: PushRequest) -> list[str]:
    """Texts of programs in a request; reading a long one takes a moment."""
    bodies = (item.body for item in request.operations if item.name == "program_versions.create")
    texts = (body.get("text") for body in bodies if isinstance(body, dict))
    return [text for text in texts if isinstance(text, str)]


def push(conn: sa.Connection, viewer: Viewer, request: PushRequest, now_ms: int) -> bytes:
    """Do what was not done before and return the JSON of a `PushAnswer`."""
    # Locks the clock before anything is read: of two pushes the second sees all of the first.
    next_revision(conn, viewer.id)
    conn.execute(_forget, {"owner": viewer.id, "before": now_ms - REMEMBERED_MS})
    keys = [item.key for item in request.operations]
    rows = conn.execute(_known, {"owner": viewer.id, "keys": keys})
    answers: dict[str, Result] = {key: json.loads(answer) for key, answer in rows}
    fresh: list[dict[str, Any]] = []
    results = []
    for item in request.operations:
        result = answers.get(item.key)
        if result is None:
            result = _run(conn, viewer, request.device_id, item, now_ms)
            if result["status"] == "applied":
                answers[item.key] = result
                fresh.append(
                    {"user_id": viewer.id, "key": item.key, "answer": json.dumps(result),
                     "created_at": now_ms}
                )  # fmt: skip
        results.append(result)
    if fresh:
        conn.execute(_remember, fresh)
    return msgspec.json.encode(
        {"results": results, "server_time_ms": now_ms,
         "revision": current_revision(conn, viewer.id)}
    )  # fmt: skip


def _run(
    conn: sa.Connection, viewer: Viewer, device_id: str, item: PushedOperation, now_ms: int
) -> Result:
    origin = from_device(item.stamp, device_id, item.base_rev, now_ms)
    try:
        operation = OPERATIONS.get(item.name)
        if operation is None:
            raise UnknownOperation
        path = _path(operation.path, item.path)
        body = _body(operation.body, item.body)
        with conn.begin_nested():
            rev = operation.run(Call(conn, viewer, path, body, origin, now_ms))
    except AppError as error:
        return _refused(item.key, error.code, error.detail)
    except _Malformed as error:
        return _refused(item.key, "request.invalid", str(error))
    return {"key": item.key, "status": "applied", "rev": rev, "code": None, "detail": None}


def _refused(key: str, code: str, detail: str) -> Result:
    return {"key": key, "status": "refused", "rev": None, "code": code, "detail": detail}


def _path(names: tuple[str, ...], given: dict[str, str]) -> dict[str, str]:
    if given.keys() != set(names):
        raise _Malformed(f"path: must hold {', '.join(names) or 'nothing'}.")
    for name, value in given.items():
        if not is_uuid(value):
            raise _Malformed(f"path.{name}: must be a lower-case UUID.")
    return given


def _body(model: type[Input] | None, given: Any) -> Input | None:
    if model is None:
        if given not in (None, {}):
            raise _Malformed("body: this operation takes none.")
        return None
    try:
        return model.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        raise _Malformed(f"{field or 'body'}: {first['msg']}.") from error
