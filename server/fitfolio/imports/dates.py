"""Dates and times as export files print them, in any of their languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from fitfolio.imports.months import month_number

DateOrder = Literal["dmy", "mdy", "ymd"]

MAX_CHARS: Final = 64
"""No printed date is longer; it also keeps every pattern below linear and short."""

_AM: Final = frozenset(("am", "a", "öö", "上午", "午前", "오전", "vorm", "πμ", "дп", "f"))
_PM: Final = frozenset(("pm", "p", "ös", "下午", "午後", "오후", "nachm", "μμ", "пп"))

_OFFSET = re.compile(
    r"(?:\s?(?:UTC|GMT)\s?([+-])(\d{1,2})(?::?(\d{2}))?$)"
    r"|(?:\s?([+-])(\d{2}):?(\d{2})$)"
    r"|(?:(?<=\d)\s?(?:Z|UTC|GMT)$)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:(?<=[\s,T])|^)(?P<before>[^\W\d_]{1,5}\.?\s?(?:[^\W\d_]\.)?)?\s?"
    r"(?P<h>\d{1,2})(?:[:h]|\.(?=\d{2}(?:\.\d{2})?\s*$))(?P<m>\d{2})(?:[:.](?P<s>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(?P<after>[^\W\d_]{1,5}\.?(?:\s?[^\W\d_]\.?)?)?\s*$"
)
_NUMERIC = re.compile(
    r"^\D{0,12}?(\d{1,4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,4})[日일.]?(?!\d)"
)
_TOKENS = re.compile(r"\d+|[^\W\d_]+")
_VIETNAMESE_MONTH = re.compile(r"\b(?:thg|tháng)\b")
_CJK_WEEKDAY = re.compile(r"\(?[月火水木金土日一二三四五六七월화수목금토일]曜?\)?(?=\s|$)")


def parse_datetime(text: str, order: DateOrder | None = None) -> datetime | None:
    """The moment a cell names, aware where it prints a zone, else naive; None if it is no date.

    `order` settles `3/4/2024`; take it from `judge_order` over the whole column.
    """
    moment = parse_moment(text, order)
    return moment[0] if moment else None


@lru_cache(maxsize=4096)
def parse_moment(text: str, order: DateOrder | None = None) -> tuple[datetime, bool] | None:
    """As `parse_datetime`, and whether the cell printed a time of day."""
    text = " ".join(text.replace("\u200e", "").split())
    if not 6 <= len(text) <= MAX_CHARS:
        return None
    try:
        iso = (text[4] == "-" and text[7] == "-") or (len(text) == 8 and text.isdigit())
        moment = datetime.fromisoformat(text) if iso else None
    except (ValueError, IndexError):
        moment = None
    if moment is not None:
        return moment, len(text) > 10
    try:
        return _parse_printed(text, order)
    except (ValueError, OverflowError):
        return None


def judge_order(texts: Iterable[str]) -> DateOrder | None:
    """Day-month or month-day for a column of numeric dates, judged over all of it.

    A part above 12 decides. Otherwise the order whose dates run in sequence, then the
    one that spans less time; dots mean day first. None where no date is ambiguous.
    """
    parts: list[tuple[int, int, int]] = []
    dotted = False
    for text in texts:
        match = _NUMERIC.match(text.strip()[:MAX_CHARS])
        if match is None or len(match[1]) > 2:
            continue
        dotted = dotted or "." in match[0]
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if first > 12 >= second:
            return "dmy"
        if second > 12 >= first:
            return "mdy"
        parts.append((first, second, year))
    if not parts:
        return None
    if dotted:
        return "dmy"
    day_first = [(year, second, first) for first, second, year in parts]
    month_first = [(year, first, second) for first, second, year in parts]
    return "dmy" if _disorder(day_first) < _disorder(month_first) else "mdy"


def _disorder(dates: list[tuple[int, int, int]]) -> tuple[int, int]:
    steps = [
        later[0] * 372 + later[1] * 31 + later[2] - (a[0] * 372 + a[1] * 31 + a[2])
        for a, later in pairwise(dates)
    ]
    backward = sum(1 for step in steps if step < 0)
    forward = sum(1 for step in steps if step > 0)
    return min(backward, forward), sum(abs(step) for step in steps)


def _parse_printed(text: str, order: DateOrder | None) -> tuple[datetime, bool] | None:
    text, zone = _cut_offset(text)
    hours = minutes = seconds = 0
    match = _TIME.search(text)
    if match:
        hours, minutes, seconds = _clock(match)
        text = text[: match.start()].rstrip(" ,T")
    day = _parse_day(text, order)
    if day is None:
        return None
    moment = datetime(*day, hours, minutes, seconds, tzinfo=zone)
    return moment, match is not None


def _cut_offset(text: str) -> tuple[str, timezone | None]:
    match = _OFFSET.search(text)
    if match is None or ":" not in text[: match.start()]:
        return text, None
    sign, hours, minutes = match.groups()[:3] if match[1] else match.groups()[3:]
    if sign is None:
        return text[: match.start()], UTC
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return text[: match.start()], timezone(-offset if sign == "-" else offset)


def _clock(match: re.Match[str]) -> tuple[int, int, int]:
    hours, minutes, seconds = int(match["h"]), int(match["m"]), int(match["s"] or 0)
    marks = {
        "".join(ch for ch in (match[side] or "").casefold() if ch.isalpha())
        for side in ("before", "after")
    }
    if marks & _PM and hours < 12:
        hours += 12
    elif marks & _AM and hours == 12:
        hours = 0
    return hours, minutes, seconds


def _parse_day(text: str, order: DateOrder | None) -> tuple[int, int, int] | None:
    match = _NUMERIC.match(text)
    if match:
        return _numeric_day(match, order)
    numbers: list[str] = []
    month: int | None = None
    for token in _TOKENS.findall(_CJK_WEEKDAY.sub("", text)):
        if token.isdigit():
            numbers.append(token)
        elif month is None:
            month = month_number(token)
    if month is None and len(numbers) == 3 and _VIETNAMESE_MONTH.search(text.casefold()):
        day, number, year = numbers
        return _full_year(year), int(number), int(day)
    if month is None or len(numbers) != 2:
        return None
    first, second = numbers
    if len(first) == 4:
        return int(first), month, int(second)
    return _full_year(second), month, int(first)


def _numeric_day(match: re.Match[str], order: DateOrder | None) -> tuple[int, int, int]:
    first, second, third = match.groups()
    if len(first) >= 3 or order == "ymd":
        return _full_year(first), int(second), int(third)
    month_first = order == "mdy" or (order is None and "/" in match[0])
    month, day = (first, second) if month_first else (second, first)
    if int(month) > 12 >= int(day):
        month, day = day, month
    return _full_year(third), int(month), int(day)


def _full_year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < 70 else 1900)
