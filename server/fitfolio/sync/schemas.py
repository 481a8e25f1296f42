"""Wire shapes of the change feed."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from fitfolio.core.schemas import EntityId, Input, Output, Text
from fitfolio.core.stamps import LARGEST_STAMP

ChangeKind = Literal[
    "workout", "exercise", "metric", "exercise_preference", "profile", "template", "recovered",
    "program", "program_version", "enrolment",
]  # fmt: skip


class Change(Output):
    """One changed document. `data` is null exactly when it was deleted."""

    kind: ChangeKind
    id: str
    rev: int
    deleted: bool
    data: dict[str, Any] | None


class ChangeFeed(Output):
    """Changes after `since` in the order they were committed.

    `checkpoint` goes into the next request. `reset` asks the client to start again from 0
    (its own unsent changes stay). `server_time_ms` [ms since 1970] corrects the device's clock.
    """

    changes: list[Change]
    checkpoint: int
    more: bool
    reset: bool
    server_time_ms: int


class PushedOperation(Input):
    """An ordinary operation as it was done on a device.

    `name` is its operation id, `path` its path parameters, `body` its JSON body. `stamp` is the
    device's hybrid clock (ms since 1970 * 1024 + counter), `base_rev` the checkpoint of the
    device's last pull.
    """

    key: EntityId
    name: Annotated[Text, Field(max_length=60)]
    path: Annotated[dict[Text, Text], Field(max_length=4, default_factory=dict)]
    body: Any = None
    stamp: Annotated[int, Field(ge=0, le=LARGEST_STAMP)]
    base_rev: Annotated[int, Field(ge=0, le=LARGEST_STAMP)]


class PushRequest(Input):
    """What a device has not sent yet, in the order it was done. `schema` is the form's version."""

    device_id: EntityId
    schema_: Annotated[int, Field(alias="schema", ge=0, le=1_000_000)]
    operations: Annotated[list[PushedOperation], Field(min_length=1, max_length=200)]


class PushResult(Output):
    """What became of one operation.

    `refused` carries the code and the sentence of the ordinary operation's answer; the operation
    may be sent again, corrected.
    """

    key: str
    status: Literal["applied", "refused"]
    rev: int | None
    code: str | None
    detail: str | None


class PushAnswer(Output):
    """One result per operation, in their order."""

    results: list[PushResult]
    server_time_ms: int
    revision: int


class RecoveredRead(Output):
    """A value that lost against another device's: kept until it is dismissed.

    `field`: one of two values of a field. `deleted_edit`: an edit of something that was deleted
    meanwhile, `lost_value` holds its fields. `delete_undone`: a deletion that a later edit undid.
    """

    id: str
    rev: int
    kind: Literal["field", "deleted_edit", "delete_undone"]
    workout_id: str
    entity: Literal["workout", "exercise", "set"]
    entity_id: str
    field: str | None
    lost_value: Any
    kept_value: Any
    lost_at: str
    device_id: str


class RecoveredList(Output):
    """Everything not dismissed yet, oldest first."""

    recovered: list[RecoveredRead]
