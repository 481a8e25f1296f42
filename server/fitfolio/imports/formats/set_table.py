"""What the readers of one-row-a-set tables share: columns by name, workouts by key, blocks in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from fitfolio.imports.model import ParsedExercise, ParsedSet, ParsedWorkout
from fitfolio.imports.reading import ImportRefused, Source, header_index, rows

Columns = dict[str, int]
Names = Mapping[str, tuple[str, ...]]

_HEADER_WITHIN: Final = 5
"""Title lines that a spreadsheet may have put above the header."""


def open_table(
    source: Source, names: Names, required: tuple[str, ...]
) -> tuple[Columns, Iterator[tuple[int, list[str]]]]:
    """The columns found in the header, and the rows below it.

    Raises ImportRefused where no row near the top has all the required columns.
    """
    records = rows(source.text)
    for _, cells in islice(records, _HEADER_WITHIN):
        columns = find_columns(cells, names)
        if all(name in columns for name in required):
            return columns, records
    raise ImportRefused(
        "import.unknown_format", "The file does not have the columns of this app's export."
    )


def find_columns(header: list[str], names: Names) -> Columns:
    """Field name → position, by the first of its known spellings that the header has."""
    index = header_index(header)
    return {
        name: index[spelling]
        for name, spellings in names.items()
        for spelling in [next((word for word in spellings if word in index), None)]
        if spelling is not None
    }


def has_columns(source: Source, names: Names, required: tuple[str, ...]) -> bool:
    """Whether a row near the top of a text names all the required columns."""
    if source.kind != "text":
        return False
    head = islice(rows(source.text), _HEADER_WITHIN)
    return any(all(name in find_columns(cells, names) for name in required) for _, cells in head)


def cell(cells: list[str], columns: Columns, name: str) -> str:
    """The trimmed text of a field; empty where the file lacks the column or the row is short."""
    position = columns.get(name, len(cells))
    return cells[position].strip() if position < len(cells) else ""


def add_set(workout: ParsedWorkout, name: str, performed: ParsedSet) -> ParsedExercise:
    """Append a set to the running block of an exercise; another name opens a new block."""
    if not workout.exercises or workout.exercises[-1].name != name:
        workout.exercises.append(ParsedExercise(name=name))
    block = workout.exercises[-1]
    block.sets.append(performed)
    return block


def add_note(holder: ParsedWorkout | ParsedExercise, note: str) -> None:
    """Keep a note once, however often the file repeats it on every row."""
    if note and note not in holder.notes:
        holder.notes = f"{holder.notes}\n{note}" if holder.notes else note
