"""Which of two changes of the same thing wins, field by field; the same in whatever order they arrive.

Every row of the log remembers in its column `merge` who wrote each field last (`f`), the latest
edit of any kind (`e`) and the latest deletion (`d`). A larger stamp wins. A row is deleted only
while its deletion is later than every edit of it and of what is inside it. NULL means that nobody
changed it since it was made, so imports pay nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from fitfolio.core.stamps import HERE, TICKS_PER_MS, Mark, Origin, is_later

_NEVER = Mark(-1, HERE, 0)


class _Stored(msgspec.Struct, omit_defaults=True):
    f: dict[str, Mark] = {}
    e: Mark | None = None
    d: Mark | None = None


_decoder = msgspec.json.Decoder(_Stored)
_encoder = msgspec.json.Encoder()


class LostValue(NamedTuple):
    """A value of a field that lost against another device's, which neither knew of."""

    field: str
    lost: Any
    kept: Any
    mark: Mark


class Merge:
    """The history of one row, as far as merging needs it."""

    def __init__(self, text: str | None, deleted_at: int | None = None) -> None:
        stored = _Stored() if text is None else _decoder.decode(text)
        self.fields = stored.f
        self.edited = stored.e
        self.deleted = stored.d
        if deleted_at is not None:
            # Undone imports and older versions delete without a mark.
            by_time = Mark(deleted_at * TICKS_PER_MS, HERE, 0)
            if self.deleted is None or self.deleted.stamp < by_time.stamp:
                self.deleted = by_time

    def to_text(self) -> str:
        """The column's value."""
        return _encoder.encode(_Stored(self.fields, self.edited, self.deleted)).decode()

    def note_edit(self, mark: Mark) -> None:
        """Something of the row was edited, whether the value won or not."""
        if self.edited is None or is_later(mark, self.edited):
            self.edited = mark

    def note_deletion(self, mark: Mark) -> None:
        """Somebody deleted the row."""
        if self.deleted is None or is_later(mark, self.deleted):
            self.deleted = mark

    def take(
        self, sent: Mapping[str, Any], stored: Any, origin: Origin, rev: int
    ) -> tuple[dict[str, Any], list[LostValue]]:
        """Of the values sent those that win, and whatever lost without being known to the winner.

        `stored` has the present values as attributes.
        """
        won: dict[str, Any] = {}
        lost: list[LostValue] = []
        for name, value in sent.items():
            before = self.fields.get(name, _NEVER)
            mark = origin.mark(rev, before)
            present = getattr(stored, name)
            unknown = origin.did_not_know(before) and value != present
            if is_later(mark, before):
                won[name] = value
                self.fields[name] = mark
                if unknown:
                    lost.append(LostValue(name, present, value, before))
            elif unknown:
                lost.append(LostValue(name, value, present, mark))
        return won, lost


def first_edit(mark: Mark) -> str:
    """The column's value of a row that is just being made."""
    return f'{{"e":[{mark.stamp},"{mark.device_id}",{mark.rev}]}}'


def outlives(deletion: Mark, edit: Mark) -> bool:
    """Whether a deletion is later than an edit. At the same moment the edit is kept."""
    return deletion.stamp > edit.stamp or (
        deletion.stamp == edit.stamp
        and deletion.device_id == edit.device_id
        and deletion.rev >= edit.rev
    )


def latest(marks: Iterable[Mark | None]) -> Mark | None:
    """The latest of the marks there are."""
    return max((mark for mark in marks if mark is not None), default=None)
