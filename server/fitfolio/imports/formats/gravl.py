"""Gravl: one row a set, weight unit in the column name, start as a time of day."""

from __future__ import annotations

from itertools import islice
from typing import Final

from fitfolio.imports.formats.generic_csv import read_mapped
from fitfolio.imports.formats.set_table import Names, find_columns
from fitfolio.imports.model import ParsedFile, ParseOptions
from fitfolio.imports.reading import ImportRefused, Source, rows

NAME: Final = "gravl"
LABEL: Final = "Gravl"

_NAMES: Final[Names] = {
    "date": ("date",),
    "time": ("start date", "start time"),
    "workout": ("workout",),
    "exercise": ("exercise",),
    "kind": ("set type",),
    "reps": ("reps",),
    "weight": ("weight (kg)", "weight (lb)", "weight (lbs)", "weight"),
    "distance": ("distance (km)", "distance (mi)", "distance (miles)"),
    "duration_s": ("set duration (sec)", "set duration"),
    "workout_notes": ("workout notes",),
}
_REQUIRED: Final = frozenset(("date", "time", "exercise", "kind", "duration_s"))


def detect(source: Source) -> float:
    """By the header: a start beside the date and the duration of a set."""
    if source.kind != "text":
        return 0.0
    header = [cells for _, cells in islice(rows(source.text), 1)]
    return 0.9 if header and find_columns(header[0], _NAMES).keys() >= _REQUIRED else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """All workouts of the table."""
    records = list(rows(source.text))
    columns = find_columns(records[0][1], _NAMES) if records else {}
    if not columns.keys() >= _REQUIRED:
        raise ImportRefused(
            "import.unknown_format", "The columns of a Gravl export were not found."
        )
    return read_mapped(records, columns, options, NAME)
