"""Durations as export files print them, in seconds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from fitfolio.imports.numbers import UNREAL, is_unreal, parse_number

_HOUR_S: Final = 3600.0
_MINUTE_S: Final = 60.0

_DAY_WORDS: Final = "d day days tag tage 天 日 день дн"
_HOUR_WORDS: Final = (
    "h hr hrs hour hours std stunde stunden uur u heure heures ora ore hora horas "
    "小时 小時 時間 时 時 시간 ч час часа часов saat sa godz t"
)
_MINUTE_WORDS: Final = (
    "m min mins minute minutes minuten minuto minutos minuti mn 分 分钟 分鐘 분 "
    "м мин минут минуты dk dak dakika"
)
_SECOND_WORDS: Final = (
    "s sec secs second seconds sek sekunde sekunden seg segundos secondi secondes 秒 초 "
    "с сек секунд sn saniye"
)
_UNITS: Final[dict[str, float]] = {
    **dict.fromkeys(_DAY_WORDS.split(), 24 * _HOUR_S),
    **dict.fromkeys(_HOUR_WORDS.split(), _HOUR_S),
    **dict.fromkeys(_MINUTE_WORDS.split(), _MINUTE_S),
    **dict.fromkeys(_SECOND_WORDS.split(), 1.0),
}

_PART = re.compile(r"(\d{1,7}(?:[.,]\d{1,6})?)\s?([^\W\d_]{1,10})\.?")
_CLOCK = re.compile(r"^(\d{1,4}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d{1,6})?)?\s?([^\W\d_]{0,10})\.?$")


@lru_cache(maxsize=2048)
def parse_duration_s(text: str, *, two_parts: str = "m:ss", unit_s: float = 1.0) -> float | None:
    """Seconds of `1h 13m`, `45m`, `21min`, `1小时13分钟`, `0:09:21`, `1:04 hr` or a bare number.

    `two_parts` says what `9:21` without a unit word means (`m:ss` or `h:mm`), `unit_s` how
    many seconds a bare number counts. None for anything else; never negative.
    """
    text = " ".join(text.split()).casefold()
    if not text or len(text) > 40:
        return None
    number = parse_number(text)
    if is_unreal(number):
        return UNREAL
    if number is not None:
        return number * unit_s if number >= 0 else None
    clock = _CLOCK.match(text)
    if clock:
        return _clock_s(clock, two_parts)
    parts = _PART.findall(text)
    if not parts or _PART.sub("", text).strip(" ,·"):
        return None
    total_s = 0.0
    for amount, unit in parts:
        factor, value = _UNITS.get(unit), parse_number(amount)
        if factor is None or value is None:
            return None
        total_s += value * factor
    return total_s


def _clock_s(match: re.Match[str], two_parts: str) -> float | None:
    first, second, third, unit = match.groups()
    if third is not None:
        return int(first) * _HOUR_S + int(second) * _MINUTE_S + int(third)
    factor = _UNITS.get(unit) if unit else (_HOUR_S if two_parts == "h:mm" else _MINUTE_S)
    if factor is None:
        return None
    return int(first) * factor + int(second) * factor / 60
