"""Time as a dependency: nothing below the composition root asks the system for it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

DAY_MS = 86_400_000


class Clock(Protocol):
    """Something that knows the time."""

    def now_ms(self) -> int:
        """Milliseconds since 1970-01-01 UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000


@dataclass
class ManualClock:
    """A clock set by hand, for tests and demonstrations."""

    ms: int

    def now_ms(self) -> int:
        return self.ms

    def advance(self, seconds: float) -> None:
        """Move forward by `seconds` [s]."""
        self.ms += round(seconds * 1000)


def to_datetime(ms: int) -> datetime:
    """Aware UTC time of epoch milliseconds."""
    return datetime.fromtimestamp(ms / 1000, UTC)


def to_iso(ms: int) -> str:
    """`2026-11-23T10:00:00.000Z`, the one form of time on the wire."""
    return to_datetime(ms).strftime("%Y-%m-%dT%H:%M:%S.") + f"{ms % 1000:03d}Z"


def to_millis(moment: datetime) -> int:
    """Epoch milliseconds of an aware time; a naive one raises ValueError."""
    if moment.tzinfo is None:
        msg = "a naive time has no place on the time line"
        raise ValueError(msg)
    return round(moment.timestamp() * 1000)


def local_day(ms: int, zone: str) -> date:
    """Calendar day of a moment in an IANA zone."""
    return datetime.fromtimestamp(ms / 1000, ZoneInfo(zone)).date()
