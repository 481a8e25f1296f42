"""Splitting the text of a delimited file into records, with physical line numbers."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Final

from fitfolio.imports.refused import ImportRefused

DELIMITERS: Final = (",", ";", "\t", "|")

MAX_RECORD_LINES: Final = 250
"""More physical lines than the longest note: beyond it a quote was never closed."""

MAX_LINES: Final = 500_000
"""A life of training is 100,000 sets and as many rest rows; each row costs memory."""

MAX_LINE_CHARS: Final = 131_072
"""Far longer than any row; also the longest cell that Python's csv module reads."""

_WIDE_TABLE: Final = 5
_MAX_REPAIRS: Final = 2_000


def without_endless_lines(text: str) -> tuple[str, list[int]]:
    """The text with lines beyond `MAX_LINE_CHARS` left empty, and their numbers.

    One damaged row must not stop a file. JSON, which may be one line, comes back as it is.
    """
    if len(text) <= MAX_LINE_CHARS or text[:200].lstrip()[:1] in ("{", "["):
        return text, []
    parts: list[str] = []
    numbers: list[int] = []
    kept = position = counted = number = 0
    while len(text) - position > MAX_LINE_CHARS:
        # From the end of the window: a few looks for the whole file.
        end = text.rfind("\n", position, position + MAX_LINE_CHARS + 1)
        if end >= 0:
            position = end + 1
            continue
        parts.append(text[kept:position])
        number += text.count("\n", counted, position)
        numbers.append(number + 1)
        end = text.find("\n", position)
        kept = counted = len(text) if end < 0 else end
        position = min(kept + 1, len(text))
    return "".join([*parts, text[kept:]]), numbers


class _QuoteNeverClosed(Exception):
    """A record swallowed the lines after it: its opening quote has no partner."""


def rows(text: str, delimiter: str | None = None) -> Iterator[tuple[int, list[str]]]:
    """Records of a delimited text as (physical line of the record's start, cells).

    Quote-aware: a note may span lines. Blank lines and rows of empty cells are left
    out. The delimiter is judged from the header unless given. A row that a spreadsheet
    wrapped into one quoted cell is parsed again; a row whose quote is never closed is
    cut at its line end, so that it cannot swallow the rest of the file.
    """
    delimiter = delimiter or sniff_delimiter(text)
    lines = _Lines(text)
    if text[:4].casefold() == "sep=":
        next(lines)
    width = 0
    for _ in range(_MAX_REPAIRS):
        base = lines.number
        start, position = base + 1, lines.position
        lines.record_start = start
        reader = csv.reader(lines, delimiter=delimiter)
        try:
            for cells in reader:
                line, line_position = start, position
                start, position = base + reader.line_num + 1, lines.position
                lines.record_start = start
                if start - line > 1 and _swallowed(
                    text[line_position:position],
                    at_end=position >= len(text),
                    cells=len(cells),
                    width=width,
                    delimiter=delimiter,
                ):
                    start, position = line, line_position
                    raise _QuoteNeverClosed
                if not cells or not (cells[0].strip() or any(cell.strip() for cell in cells)):
                    continue
                width = len(cells)
                if width == 1 or (delimiter in cells[0] and not any(cells[1:])):
                    unwrapped = _unwrap(cells, delimiter)
                    if any(cell.strip() for cell in unwrapped):
                        yield line, unwrapped
                    continue
                yield line, cells
            return
        except (_QuoteNeverClosed, csv.Error):
            lines.rewind(start, position)
        yield start, [cell.strip('"') for cell in next(lines).rstrip("\n").split(delimiter)]
    raise ImportRefused(
        "import.quotes",
        "The file's quotation marks do not match, so its rows cannot be told apart.",
    )


def sniff_delimiter(text: str) -> str:
    """The delimiter of the header line, counted outside quotes; a comma when none is found."""
    header = _first_line(text)
    if header[:4].casefold() == "sep=" and len(header) >= 5:
        return header[4]
    best = _commonest_delimiter(_outside_quotes(header))
    # A header that is one quoted cell: judge its inside.
    return best or _commonest_delimiter(header) or ","


def header_index(header: list[str]) -> dict[str, int]:
    """Normalised column name → position; of repeated names the first counts."""
    index: dict[str, int] = {}
    for position, name in enumerate(header):
        index.setdefault(normalise_header(name), position)
    return index


def normalise_header(name: str) -> str:
    """Trimmed, case-folded, every run of (no-break) blanks one blank, no BOM and no quotes."""
    return " ".join(name.replace("\ufeff", "").split()).strip("\"' ").casefold()


class _Lines:
    """Physical lines with their ends; knows where a record began, to bound its length."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.number = 0
        self.record_start = 1

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        start = self.position
        end = self.text.find("\n", start) + 1
        if end == 0:
            end = len(self.text)
            if start >= end:
                raise StopIteration
        if end - start > MAX_LINE_CHARS:
            raise ImportRefused(
                "import.line_too_long",
                "The file has a line far longer than any row of a training log.",
            )
        self.position = end
        self.number += 1
        if self.number > MAX_LINES:
            raise ImportRefused(
                "import.too_many_rows", "The file has more rows than any training log."
            )
        if self.number - self.record_start > MAX_RECORD_LINES:
            raise _QuoteNeverClosed
        return self.text[start:end]

    def rewind(self, line: int, position: int) -> None:
        self.number = line - 1
        self.record_start = line
        self.position = position


def _swallowed(record: str, *, at_end: bool, cells: int, width: int, delimiter: str) -> bool:
    """Whether a record of several lines is really one with an open quote plus whole rows after it."""
    if at_end and record.count('"') % 2:
        return True
    # In a narrow table a line of a note may look like a row; then the number of cells must be wrong too.
    if width < 2 or (cells == width and width < _WIDE_TABLE):
        return False
    for line in record.split("\n")[1:]:
        if line.count('"') % 2 == 0 and line.count(delimiter) >= width - 1:
            return len(next(csv.reader([line], delimiter=delimiter), ())) == width
    return False


def _unwrap(cells: list[str], delimiter: str) -> list[str]:
    inner = cells[0]
    if delimiter not in inner:
        return cells
    for unwrapped in csv.reader(inner.split("\n"), delimiter=delimiter):
        if len(unwrapped) > 1:
            return unwrapped
    return cells


def _first_line(text: str) -> str:
    position = 0
    while position < len(text):
        end = text.find("\n", position, position + MAX_LINE_CHARS)
        if end < 0:
            end = min(len(text), position + MAX_LINE_CHARS)
        line = text[position:end].strip(" \n")
        if line.strip():
            return line
        position = end + 1
    return ""


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _commonest_delimiter(line: str) -> str:
    counts = [
        (line.count(delimiter), -order, delimiter) for order, delimiter in enumerate(DELIMITERS)
    ]
    count, _, delimiter = max(counts)
    return delimiter if count else ""
