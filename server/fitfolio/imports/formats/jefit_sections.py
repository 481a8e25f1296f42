"""JEFIT's export is one text of many tables: each a banner, a header, rows and a line of `#`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fitfolio.imports.reading import rows
from fitfolio.imports.records import normalise_header

Record = dict[str, str]

EXERCISE_LOGS: Final = "EXERCISE LOGS"
_BANNER: Final = re.compile(r"(?m)^[\s\"]*###\s+([A-Z][A-Z ]{2,40})\s+#")
_FIRST_HEADER: Final = re.compile(r"(?im)^\"?row_?id\"?\s*([,;\t])")
_SNIFF_CHARS: Final = 5_000_000


@dataclass(frozen=True, slots=True)
class Sections:
    """Table name → its rows with physical lines, by lower-case column name."""

    tables: dict[str, list[tuple[int, Record]]]

    def __getitem__(self, name: str) -> list[tuple[int, Record]]:
        return self.tables.get(name, [])


def section_names(text: str) -> set[str]:
    return {match[1].strip() for match in _BANNER.finditer(text[:_SNIFF_CHARS])}


def read_sections(text: str) -> Sections:
    """All tables; of a nested one (routines) only rows under the first header come out right."""
    match = _FIRST_HEADER.search(text)
    tables: dict[str, list[tuple[int, Record]]] = {}
    name = ""
    header: list[str] = []
    for line, cells in rows(text, match[1] if match else ","):
        first = cells[0].strip()
        if first.startswith("###"):
            name, header = first.strip("# "), []
            continue
        if not name:
            continue
        if not header:
            header = [normalise_header(cell) for cell in cells]
            continue
        tables.setdefault(name, []).append((line, dict(zip(header, cells, strict=False))))
    return Sections(tables)
