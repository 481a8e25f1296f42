"""What the end of a rest says, in the language of the profile."""

from __future__ import annotations

from fitfolio.core.clock import to_iso
from fitfolio.push.service import Message
from fitfolio.timers.queries import Row

TTL_S = 60
_TITLE = {"en": "Rest is over", "de": "Die Pause ist vorbei"}
_BODY = {"en": "Time for the next set.", "de": "Zeit für den nächsten Satz."}


def rest_is_over(row: Row, language: str) -> Message:
    """The notification at the end of a rest; a newer one replaces an older one."""
    return Message(
        title=_TITLE.get(language, _TITLE["en"]),
        body=" · ".join(part for part in (row.exercise_name, row.next) if part)
        or _BODY.get(language, _BODY["en"]),
        tag="rest-timer",
        topic="rest-timer",
        path="/train",
        ttl_s=TTL_S,
        data={"kind": "rest_timer", "id": row.id, "ends_at": to_iso(row.ends_at)},
    )
