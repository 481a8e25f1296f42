"""Putting rows back together whose quotes were lost, so that a comma split a name or a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fitfolio.imports.numbers import parse_number


def merge_surplus(
    cells: list[str],
    width: int,
    *,
    text_columns: Sequence[int],
    fits: Callable[[list[str]], bool],
) -> list[str]:
    """A row of `width` cells from a longer one.

    Surplus cells at the end are cut where the row `fits` without them (a spreadsheet
    added them); else they are joined into the first text column that makes it fit. Where
    none does, they belong to the last column, a comment.
    """
    surplus = len(cells) - width
    if surplus <= 0 or fits(cells[:width]):
        return cells[:width]
    for at in text_columns:
        merged = [*cells[:at], ",".join(cells[at : at + surplus + 1]), *cells[at + surplus + 1 :]]
        if fits(merged):
            return merged
    return [*cells[: width - 1], ",".join(cells[width - 1 :]).rstrip(",")]


def all_numeric(cells: Sequence[str], columns: Sequence[int]) -> bool:
    """Whether each of the columns holds a number or nothing."""
    return all(not cells[at].strip() or parse_number(cells[at]) is not None for at in columns)
