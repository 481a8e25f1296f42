"""Wire shapes of the change feed."""

from __future__ import annotations

from typing import Any, Literal

from fitfolio.core.schemas import Output

ChangeKind = Literal["workout", "exercise", "metric", "exercise_preference", "profile", "template"]


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
    (its own unsent changes stay).
    """

    changes: list[Change]
    checkpoint: int
    more: bool
    reset: bool
