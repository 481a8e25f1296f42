"""Hybrid clock stamps: where a change comes from, and which of two changes is the later one.

`stamp = milliseconds since 1970 * 1024 + counter`, below 2**53 so that JavaScript keeps it exactly.
A device makes stamps that only rise; the server never lets one lie in its own future.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

TICKS_PER_MS = 1024
"""Counter values inside one millisecond."""

LARGEST_STAMP = 2**53 - 1
KNOWS_EVERYTHING = 2**62
"""Base revision of a change that was made on the server's own, newest state."""

HERE = ""
"""The device id of changes that arrive as ordinary requests."""


class Mark(NamedTuple):
    """Who wrote something: the stamp, the device, and the revision it got on the server."""

    stamp: int
    device_id: str
    rev: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a change comes from.

    `base_rev` is the newest revision its device had pulled when the change was made: whatever
    another device changed after it was not known there.
    """

    stamp: int
    device_id: str
    base_rev: int

    @property
    def is_here(self) -> bool:
        """An ordinary request: it saw the server's state, so it comes after everything stored."""
        return self.device_id == HERE

    @property
    def at_ms(self) -> int:
        """When it happened [ms since 1970]."""
        return self.stamp // TICKS_PER_MS

    def mark(self, rev: int, after: Mark | None = None) -> Mark:
        """The mark of this change; an ordinary request comes after `after` even if a clock went back."""
        stamp = self.stamp
        if self.is_here and after is not None:
            stamp = max(stamp, after.stamp + 1)
        return Mark(stamp, self.device_id, rev)

    def did_not_know(self, mark: Mark) -> bool:
        """Whether another device made that mark without this change knowing of it."""
        return mark.device_id != self.device_id and mark.rev > self.base_rev


def here(now_ms: int) -> Origin:
    """The origin of an ordinary request."""
    return Origin(now_ms * TICKS_PER_MS, HERE, KNOWS_EVERYTHING)


def from_device(stamp: int, device_id: str, base_rev: int, now_ms: int) -> Origin:
    """The origin of a device's change; a stamp from the future counts as now."""
    return Origin(min(stamp, now_ms * TICKS_PER_MS), device_id, base_rev)


def is_later(one: Mark, other: Mark) -> bool:
    """Whether `one` wins over `other`: larger stamp, then larger device, then what came in last.

    One device's changes come in the order they were made, so of equal stamps (both cut down to
    the server's now) the one that came in last is the later.
    """
    return (one.stamp, one.device_id, one.rev) > (other.stamp, other.device_id, other.rev)
