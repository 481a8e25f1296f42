"""Keys by which a workout of another app is known again in its next export."""

from __future__ import annotations

from datetime import UTC, datetime


def source_key(app: str, started_at: datetime, title: str = "", *, has_time: bool = True) -> str:
    """`app:start:title`, equal for the same workout in every layout and language of that app.

    An aware start is written in UTC, a naive one as printed. One-workout-a-day formats
    use the day alone, so that their table and their database backup agree.
    """
    if not has_time:
        start = started_at.date().isoformat()
    elif started_at.tzinfo is None:
        start = started_at.isoformat(timespec="seconds")
    else:
        start = started_at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
    name = " ".join(title.split()).casefold()
    return f"{app}:{start}:{name}" if name else f"{app}:{start}"
