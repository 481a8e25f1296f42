"""Wire shapes of the running rest timer."""

from __future__ import annotations

from fitfolio.core.schemas import EntityId, Input, Moment, Output, ShortText


class RestTimerWrite(Input):
    """A rest that began or was changed. `ends_at` is in the server's time.

    `exercise_name` and `next` (what comes after the rest) are shown in the notification.
    """

    id: EntityId
    ends_at: Moment
    exercise_name: ShortText = ""
    next: ShortText = ""


class RestTimerRead(Output):
    """The account's running rest timer."""

    id: str
    ends_at: str
    exercise_name: str
    next: str


class RestTimerState(Output):
    """`timer` is null when none is running. `server_time_ms`: epoch milliseconds of the answer."""

    timer: RestTimerRead | None
    server_time_ms: int
