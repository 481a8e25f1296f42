"""FitNotes body tracker: `Date,Time,Measurement,Value,Unit[,Comment]`."""

from __future__ import annotations

from itertools import islice
from typing import Final

from fitfolio.imports.dates import judge_order, parse_datetime
from fitfolio.imports.formats.body_metrics import metric_from_words, unit_from_word
from fitfolio.imports.model import ParsedFile, ParsedMeasurement, ParseOptions, RowProblem
from fitfolio.imports.numbers import parse_number
from fitfolio.imports.reading import Source, header_index, rows

NAME: Final = "fitnotes_bodytracker"
LABEL: Final = "FitNotes body tracker"


def detect(source: Source) -> float:
    """By the header."""
    if source.kind != "text":
        return 0.0
    for _, header in islice(rows(source.text), 1):
        if header_index(header).keys() >= {"date", "measurement", "value"}:
            return 0.95
    return 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:  # noqa: ARG001 - every unit is in its row
    """One measurement a row; a measurement of the person's own keeps its name as the metric."""
    parsed = ParsedFile(format=NAME)
    records = list(rows(source.text))
    index = header_index(records[0][1]) if records else {}
    table = [
        (line, {name: cells[at].strip() for name, at in index.items() if at < len(cells)})
        for line, cells in records[1:]
    ]
    order = judge_order(row.get("date", "") for _, row in table)
    for line, row in table:
        at = parse_datetime(f"{row.get('date', '')} {row.get('time', '')}".strip(), order)
        value = parse_number(row.get("value", ""))
        name = row.get("measurement", "")
        if at is None or value is None or not name:
            reason = "The row has no readable date, measurement or value."
            parsed.skipped.append(RowProblem(line, "row.measurement", reason))
            continue
        parsed.measurements.append(
            ParsedMeasurement(
                line,
                at,
                metric_from_words(name),
                value,
                unit_from_word(row.get("unit", "")),
                row.get("comment", ""),
            )
        )
    return parsed
