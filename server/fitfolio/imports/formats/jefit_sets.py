"""The sets of one JEFIT exercise log: its `logs` text, and the set logs of newer exports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from fitfolio.imports.formats.jefit_sections import Record
from fitfolio.imports.model import ParsedSet, SetKind, WeightUnit
from fitfolio.imports.numbers import parse_number, parse_reps

_TOKEN: Final = re.compile(r"^\s*(-?\d{1,9}(?:\.\d{1,12})?)\s*[x×*]\s*(\d{1,9}(?:\.\d{1,12})?)\s*$")
_TIMED_GROUP: Final = 5
_MOST_REPS: Final = 300
_LAST_SECOND: Final = 4_102_444_800
"""2100-01-01; JEFIT's times are Unix seconds."""

_KINDS: Final[dict[str, SetKind]] = {
    **dict.fromkeys(("warm-up", "warmup", "warm_up", "warm up"), "warm_up"),
    **dict.fromkeys(("drop", "drop-set", "dropset", "drop_set", "drop set"), "drop"),
    **dict.fromkeys(("failure", "to-failure", "to_failure"), "failure"),
    "amrap": "amrap",
}


@dataclass(frozen=True, slots=True)
class LogText:
    """A parsed `logs` cell: weight × reps pairs, or the seconds of timed entries."""

    pairs: list[tuple[float, float]]
    seconds: list[float]
    unreadable: list[str]


def read_logs(text: str, *, is_cardio: bool) -> LogText:
    """`60x10,65x8` → pairs; five tokens without load (calories, distance, speed, laps, seconds) → one timed entry."""
    pairs: list[tuple[float, float]] = []
    unreadable: list[str] = []
    for token in text.split(","):
        match = _TOKEN.match(token)
        if match:
            pairs.append((float(match[1]), float(match[2])))
        elif token.strip():
            unreadable.append(token.strip()[:40])
    groups = [pairs[start : start + _TIMED_GROUP] for start in range(0, len(pairs), _TIMED_GROUP)]
    unloaded = (
        bool(pairs) and len(pairs) % _TIMED_GROUP == 0 and all(load == 0 for load, _ in pairs)
    )
    if unloaded and (
        is_cardio or all(_is_timed([value for _, value in group]) for group in groups)
    ):
        return LogText([], [group[-1][1] for group in groups], unreadable)
    return LogText(pairs, [], unreadable)


def _is_timed(values: list[float]) -> bool:
    """Not five bodyweight sets: calories and distance 0, or a fraction, or more than any repetitions."""
    return values[:2] == [0, 0] or any(value % 1 for value in values) or values[-1] > _MOST_REPS


def build_sets(
    line: int, log: LogText, unit: WeightUnit | None, set_logs: list[Record]
) -> list[ParsedSet]:
    """Sets as `logs` states them; kinds and times from the set logs where both tell the same repetitions."""
    sets = [
        ParsedSet(
            line=line, weight=load or None, weight_unit=unit if load else None, reps=int(reps)
        )
        for load, reps in log.pairs
        if reps >= 1
    ]
    performed = [record for record in set_logs if (parse_reps(record.get("reps", "")) or 0) > 0]
    performed.sort(key=lambda record: parse_number(record.get("set_index", "")) or 0)
    if not sets and not log.seconds:
        sets = [_from_set_log(line, record) for record in performed]
    if [row.reps for row in sets] == [parse_reps(record["reps"]) for record in performed]:
        for row, record in zip(sets, performed, strict=True):
            row.kind = _KINDS.get(record.get("set_type", "").strip().casefold(), "working")
            row.logged_at = unix_moment(record.get("log_time", record.get("logtime", "")))
    return sets


def _from_set_log(line: int, record: Record) -> ParsedSet:
    weight = parse_number(record.get("weight_lbs", "")) or None
    return ParsedSet(
        line=line,
        weight=weight,
        weight_unit="lb" if weight else None,
        reps=parse_reps(record["reps"]),
    )


def unix_moment(text: str) -> datetime | None:
    """An aware moment from Unix seconds; None for 0 and for anything that is no such time."""
    digits = text.strip()
    seconds = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 10 else 0
    return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < _LAST_SECOND else None
