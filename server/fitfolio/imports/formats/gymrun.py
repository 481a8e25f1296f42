"""GymRun: `Date;Time;Routine;Exercise;Set;Weight;Reps;Duration;Distance;…;Note;Type;Book;…`."""

from __future__ import annotations

from itertools import islice
from typing import Final

from fitfolio.imports.formats.generic_csv import read_mapped
from fitfolio.imports.formats.set_table import Names, find_columns
from fitfolio.imports.model import ParsedFile, ParseOptions
from fitfolio.imports.reading import ImportRefused, Source, header_index, rows

NAME: Final = "gymrun"
LABEL: Final = "GymRun"

_NAMES: Final[Names] = {
    "date": ("date",),
    "time": ("time",),
    "workout": ("routine",),
    "exercise": ("exercise",),
    "weight": ("weight",),
    "reps": ("reps",),
    "duration_s": ("duration",),
    "distance": ("distance",),
    "notes": ("note",),
}


def detect(source: Source) -> float:
    """By the header: a routine, and the app's numbered parameters or its book."""
    if source.kind != "text":
        return 0.0
    for _, header in islice(rows(source.text), 1):
        names = header_index(header).keys()
        if names >= {"date", "routine", "exercise", "set", "weight", "reps"}:
            return 0.9 if names & {"para6", "book"} else 0.55
    return 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """All workouts of the table; the unit is not stated."""
    records = list(rows(source.text))
    columns = find_columns(records[0][1], _NAMES) if records else {}
    if not columns.keys() >= {"date", "exercise"}:
        raise ImportRefused(
            "import.unknown_format", "The columns of a GymRun export were not found."
        )
    return read_mapped(records, columns, options, NAME)
