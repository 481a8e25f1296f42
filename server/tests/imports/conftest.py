"""Reading a made-up file the way an import does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from fitfolio.imports.detect import parse_file
from fitfolio.imports.model import ParsedFile, ParseOptions, WeightUnit
from fitfolio.imports.reading import open_source

TODAY = date(2026, 11, 23)

Read = Callable[..., ParsedFile]


@pytest.fixture
def read() -> Read:
    """`read(text_or_bytes, unit=…, columns=…, format=…)` → what the file holds."""

    def read_file(
        content: str | bytes,
        *,
        unit: WeightUnit | None = None,
        columns: dict[str, str] | None = None,
        format: str | None = None,  # noqa: A002 - the word of the command line
    ) -> ParsedFile:
        data = content.encode() if isinstance(content, str) else content
        options = ParseOptions(unit=unit, columns=columns, today=TODAY)
        return parse_file(open_source(data), options, format)

    return read_file
