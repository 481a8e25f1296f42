"""Any table of sets, with the columns named by the person."""

from __future__ import annotations

from typing import Final

from fitfolio.imports.model import ParsedFile, ParseOptions
from fitfolio.imports.reading import Source

NAME: Final = "generic_csv"
LABEL: Final = "Table (CSV)"


def detect(source: Source) -> float:
    """A weak claim on any delimited text with a header."""
    return 0.1 if source.kind == "text" else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """Sets by the mapped columns."""
    return ParsedFile(format=NAME)
