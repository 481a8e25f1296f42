"""Strong (strong.app): one row is one set, in six layouts and the phone's language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from fitfolio.imports.dates import DateOrder, judge_order
from fitfolio.imports.formats.strong_layout import StrongLayout, find_layout
from fitfolio.imports.formats.strong_rows import StrongRows
from fitfolio.imports.model import ParsedFile, ParseOptions
from fitfolio.imports.reading import ImportRefused, Source, rows

NAME: Final = "strong"
LABEL: Final = "Strong"

_HEAD_RECORDS: Final = 60


def detect(source: Source) -> float:
    """By the header in any known language, else by what the columns hold."""
    if source.kind != "text":
        return 0.0
    layout = find_layout([cells for _, cells in islice(rows(source.text), _HEAD_RECORDS)])
    return layout.confidence if layout else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """All workouts of a Strong export; rest and note rows are not sets."""
    records = rows(source.text)
    head = list(islice(records, _HEAD_RECORDS))
    layout = find_layout([cells for _, cells in head])
    if layout is None:
        raise ImportRefused(
            "import.unknown_format", "The columns of a Strong export were not found."
        )
    if layout.has_header:
        head = head[1:]
    reader = StrongRows(layout, options, _date_order(source, layout, head))
    for line, cells in head:
        reader.take(line, cells)
    for line, cells in records:
        reader.take(line, cells)
    return reader.finish()


def _date_order(
    source: Source, layout: StrongLayout, head: list[tuple[int, list[str]]]
) -> DateOrder | None:
    """Only copies re-saved by a spreadsheet need the order; native files print ISO dates."""
    column = layout.columns["date"]
    if all(cells[column][4:5] == "-" for _, cells in head if len(cells) > column):
        return None
    every: Iterator[tuple[int, list[str]]] = rows(source.text)
    return judge_order(cells[column] for _, cells in every if len(cells) > column)
