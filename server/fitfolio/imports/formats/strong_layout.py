"""Finding the columns of a Strong export: by header in many languages, else by content.

Six layouts exist (2015 to 2026); the header follows the phone's language while the order
of the columns does not, so a table with an unknown or missing header is recognised by
what its columns hold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from fitfolio.imports.dates import parse_moment
from fitfolio.imports.durations import parse_duration_s
from fitfolio.imports.model import DistanceUnit, WeightUnit
from fitfolio.imports.numbers import parse_distance_unit, parse_number, parse_weight_unit
from fitfolio.imports.records import normalise_header

# Spellings per column; languages as exported where seen, else as the app words them.
_HEADER_WORDS: Final = {
    "number": "workout #|workout no|workout number|training #|entraînement #",
    "date": "date|datum|fecha|data|日期|日付|날짜|дата|tarih",
    "workout": "workout name|nom de l'entraînement|nom de l’entraînement|workout-name|name des workouts|trainingsname"
    "|锻炼名称|訓練名稱|鍛鍊名稱|nombre del entrenamiento|nombre de entrenamiento|nome do treino|nome allenamento"
    "|nome dell'allenamento|ワークアウト名|운동명|название тренировки|naam workout|workoutnaam|antrenman adı",
    "duration": "duration|duration (sec)|workout duration|durée|durée de l'entraînement|dauer|workout-dauer|trainingsdauer"
    "|时长|時長|duración|duração|durata|時間|소요 시간|длительность|продолжительность|duur|süre",
    "exercise": "exercise name|nom de l'exercice|nom de l’exercice|name der übung|übungsname|übung|运动名称"
    "|運動名稱|动作名称|nombre del ejercicio|nombre de ejercicio|ejercicio|nome do exercício|exercício"
    "|nome esercizio|nome dell'esercizio|esercizio|エクササイズ名|種目名|운동 이름|название упражнения|упражнение"
    "|naam oefening|oefening|egzersiz adı",
    "order": "set order|ordre de la série|ordre des séries|reihenfolge festlegen|satzreihenfolge|设置顺序|組順序"
    "|orden de la serie|orden de serie|orden de series|ordem da série|ordem das séries|ordine serie"
    "|ordine delle serie|セット順|세트 순서|порядок подхода|порядок подходов|set volgorde|set sırası",
    "weight": "weight|poids|gewicht|重量|peso|重さ|무게|вес|ağırlık",
    "weight_unit": "weight unit|unité de poids|gewichtseinheit|重量单位|unidad de peso|unidade de peso|unità di peso",
    "reps": "reps|réps|rép|répétitions|wiederh.|wiederh|wiederholungen|wdh.|wdh|次|次数|repeticiones|repetições"
    "|ripetizioni|rip.|レップ|回数|반복|횟수|повторения|повторы|herhalingen|tekrar",
    "distance": "distance|distance (meters)|entfernung|distanz|strecke|距离|距離|distancia|distância|distanza|거리"
    "|расстояние|дистанция|afstand|mesafe",
    "distance_unit": "distance unit|unité de distance|entfernungseinheit|距离单位|unidad de distancia"
    "|unidade de distância|unità di distanza",
    "seconds": "seconds|secondes|sekunden|秒|segundos|secondi|초|секунды|seconden|saniye",
    "notes": "notes|notizen|note|备注|備註|notas|メモ|노트|메모|заметки|примечания|notities|notlar",
    "workout_notes": "workout notes|notes d'entraînement|notes d’entraînement|notes de l'entraînement|workout-notizen"
    "|notizen zum workout|锻炼备注|訓練備註|notas del entrenamiento|notas de entrenamiento|notas do treino"
    "|note allenamento|note dell'allenamento|ワークアウトメモ|운동 노트|заметки о тренировке|workout notities",
    "rpe": "rpe",
}  # fmt: skip
_FIELD_BY_WORD: Final = {
    word: field for field, words in _HEADER_WORDS.items() for word in words.split("|")
}

# Column order of the layouts, newest last; used where the header is unknown or missing.
_WITH_UNITS: Final = "date workout exercise order weight weight_unit reps"
_LAYOUTS: Final = tuple(
    tuple(layout.split())
    for layout in (
        "date workout exercise order weight reps distance seconds",
        "date workout exercise order weight reps distance seconds notes",
        "date workout exercise order weight reps distance seconds notes workout_notes",
        "date workout exercise order weight reps distance seconds notes workout_notes rpe",
        f"{_WITH_UNITS} distance distance_unit seconds notes workout_notes",
        f"{_WITH_UNITS} rpe distance distance_unit seconds notes workout_notes",
        f"{_WITH_UNITS} distance distance_unit seconds notes workout_notes duration",
        f"{_WITH_UNITS} rpe distance distance_unit seconds notes workout_notes duration",
        "date workout duration exercise order weight reps distance seconds rpe",
        "date workout duration exercise order weight reps distance seconds",
        "date workout duration exercise order weight reps distance seconds notes workout_notes",
        "date workout duration exercise order weight reps distance seconds notes workout_notes rpe",
        "number date workout duration exercise order weight reps rpe distance seconds notes workout_notes",
    )
)  # fmt: skip

_REQUIRED: Final = frozenset(("date", "exercise", "order", "weight", "reps"))
_SAMPLE_ROWS: Final = 60

WARM_UP_MARKS: Final = frozenset(("w", "wu", "warm_up", "warmup", "warm-up", "warm up"))
DROP_MARKS: Final = frozenset(("d", "drop_set", "dropset", "drop set", "drop"))
FAILURE_MARKS: Final = frozenset(("f", "failure", "to failure"))


@dataclass(frozen=True, slots=True)
class StrongLayout:
    """Where each field is, how many columns the table has, which units its header states."""

    columns: dict[str, int]
    width: int
    weight_unit: WeightUnit | None
    distance_unit: DistanceUnit | None
    has_header: bool
    confidence: float


def find_layout(head: Sequence[list[str]]) -> StrongLayout | None:
    """The layout of a table from its first records (header included), None if it is not Strong's."""
    if not head:
        return None
    by_header = _layout_by_header(head[0])
    if by_header:
        return by_header
    for has_header, sample in ((False, head[:_SAMPLE_ROWS]), (True, head[1:_SAMPLE_ROWS])):
        for layout in _LAYOUTS:
            if sample and _fits(layout, sample):
                columns = {field: position for position, field in enumerate(layout)}
                named = head[0] if has_header else []
                units = _header_units([normalise_header(name) for name in named], columns)
                return StrongLayout(columns, len(layout), *units, has_header, 0.8)
    return None


def _layout_by_header(header: list[str]) -> StrongLayout | None:
    names = [normalise_header(name) for name in header]
    columns: dict[str, int] = {}
    for position, name in enumerate(names):
        field = _FIELD_BY_WORD.get(name) or _unit_column(name)
        if field:
            columns.setdefault(field, position)
    if not columns.keys() >= _REQUIRED or not columns.keys() & {"workout", "seconds"}:
        return None
    confidence = 0.98 if columns.keys() >= {"workout", "seconds"} else 0.6
    return StrongLayout(
        columns, len(names), *_header_units(names, columns), has_header=True, confidence=confidence
    )


def _unit_column(name: str) -> str | None:
    """`kg`, `lbs`, `mi.` as a column name, or `weight (kg)` and its translations."""
    base, _, bracket = name.partition("(")
    if bracket:
        field = _FIELD_BY_WORD.get(base.strip())
        return field if field in ("weight", "distance", "duration", "seconds") else None
    if parse_weight_unit(name):
        return "weight"
    return "distance" if parse_distance_unit(name) else None


def _header_units(
    names: list[str], columns: dict[str, int]
) -> tuple[WeightUnit | None, DistanceUnit | None]:
    def unit_word(field: str) -> str:
        position = columns.get(field, len(names))
        name = names[position] if position < len(names) else ""
        return name.partition("(")[2].rstrip(") ") or name

    weight, distance = (
        parse_weight_unit(unit_word("weight")),
        parse_distance_unit(unit_word("distance")),
    )
    if "number" in columns:
        # The layout with workout numbers is metric whatever the person's settings are.
        return weight or "kg", distance or "m"
    return weight, distance


def _is_date(cell: str) -> bool:
    moment = parse_moment(cell)
    return moment is not None and moment[1]


def _is_order(cell: str) -> bool:
    return parse_number(cell) is not None or 0 < len(cell) <= 40


def _is_number_or_empty(cell: str) -> bool:
    return not cell.strip() or parse_number(cell) is not None


_CHECKS: Final[dict[str, Callable[[str], bool]]] = {
    "number": lambda cell: parse_number(cell) is not None,
    "date": _is_date,
    "exercise": lambda cell: bool(cell.strip()) and parse_number(cell) is None,
    "order": _is_order,
    "duration": lambda cell: not cell.strip() or parse_duration_s(cell) is not None,
    "weight_unit": lambda cell: not cell.strip() or parse_weight_unit(cell) is not None,
    "distance_unit": lambda cell: not cell.strip() or parse_distance_unit(cell) is not None,
    **dict.fromkeys(("weight", "reps", "distance", "seconds", "rpe"), _is_number_or_empty),
}


def _fits(layout: tuple[str, ...], sample: Sequence[list[str]]) -> bool:
    matching = [cells for cells in sample if len(cells) == len(layout)]
    if len(matching) * 10 < len(sample) * 9:
        return False
    numbered = filled = 0
    for cells in matching:
        for field, cell in zip(layout, cells, strict=True):
            check = _CHECKS.get(field)
            if check and not check(cell):
                return False
            if field == "order":
                numbered += parse_number(cell) is not None
            elif field in ("weight", "reps", "seconds"):
                filled += bool(cell.strip())
    # A set table has numbered sets and measured values; a table of words has neither.
    return numbered * 3 >= len(matching) and filled >= len(matching)
