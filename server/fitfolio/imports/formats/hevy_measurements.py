"""Hevy: `measurement_data.csv`, one row a day, one column a measurement."""

from __future__ import annotations

from itertools import islice
from typing import Final

from fitfolio.imports.dates import judge_order, parse_moment
from fitfolio.imports.formats.body_metrics import find_metric, unit_from_word
from fitfolio.imports.model import ParsedFile, ParsedMeasurement, ParseOptions, RowProblem
from fitfolio.imports.numbers import parse_number
from fitfolio.imports.reading import ImportRefused, Source, header_index, rows

NAME: Final = "hevy_measurements"
LABEL: Final = "Hevy measurements"

_UNITS: Final = frozenset(("kg", "lb", "lbs", "percent", "in", "cm"))


def detect(source: Source) -> float:
    """By the header: a date and at least two known measurement columns, no exercise."""
    if source.kind != "text":
        return 0.0
    for _, header in islice(rows(source.text), 1):
        index = header_index(header)
        known = sum(1 for name in index if _column_metric(name))
        if "date" in index and not index.keys() & {"exercise", "exercise_title", "reps"}:
            return 0.95 if known >= 3 else 0.6 * (known >= 1)
    return 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:  # noqa: ARG001 - every unit is in the header
    """Every filled cell as one measurement."""
    records = list(rows(source.text))
    index = header_index(records[0][1]) if records else {}
    if "date" not in index:
        raise ImportRefused("import.unknown_format", "The file has no date column.")
    columns = [
        (position, *known) for name, position in index.items() if (known := _column_metric(name))
    ]
    parsed = ParsedFile(format=NAME)
    date_at = index["date"]
    order = judge_order(cells[date_at] for _, cells in records[1:] if len(cells) > date_at)
    for line, cells in records[1:]:
        moment = parse_moment(cells[date_at], order) if len(cells) > date_at else None
        if moment is None:
            parsed.skipped.append(RowProblem(line, "row.date", "The row has no readable date."))
            continue
        for position, metric, unit in columns:
            value = parse_number(cells[position]) if position < len(cells) else None
            if value is not None and value > 0:
                parsed.measurements.append(ParsedMeasurement(line, moment[0], metric, value, unit))
    return parsed


def _column_metric(name: str) -> tuple[str, str] | None:
    """`waist_in` → ("waist", "in"); None for a column that is no measurement."""
    base, _, unit = name.rpartition("_")
    metric = find_metric(base)
    return (metric, unit_from_word(unit)) if metric and unit in _UNITS else None
