"""Messages of the live socket; they are described in the API's components for the web app's types."""

from __future__ import annotations

from typing import Literal

from fitfolio.core.schemas import Output


class LiveHello(Output):
    """The first message: the account's newest revision."""

    type: Literal["hello"]
    revision: int


class LiveRevision(Output):
    """Something was committed; pull if this is newer than your checkpoint."""

    type: Literal["revision"]
    revision: int


class LiveRestTimer(Output):
    """Another device started, changed or (`ends_at` null) stopped the rest timer."""

    type: Literal["rest_timer"]
    id: str
    ends_at: str | None
    exercise_name: str
    next: str


class LivePing(Output):
    """The connection lives; comes at least every 25 seconds."""

    type: Literal["ping"]


MESSAGES = (LiveHello, LiveRevision, LiveRestTimer, LivePing)
