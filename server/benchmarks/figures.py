"""The value a benchmark returns, and the table it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Figure:
    """One measured value beside its limit, both in `unit`.

    `better` says on which side of the limit the value must lie; a limit of None is for values
    that are only told, such as the reference a ratio was taken against.
    """

    name: str
    value: float
    limit: float | None
    unit: str
    note: str = ""
    better: Literal["lower", "higher"] = "lower"

    @property
    def is_met(self) -> bool:
        """Whether the value reaches its limit."""
        if self.limit is None:
            return True
        return self.value <= self.limit if self.better == "lower" else self.value >= self.limit


def figures_to_table(figures: list[Figure]) -> str:
    """Return the figures as a table of aligned columns, one line each."""
    rows = [("figure", "measured", "limit", "", "note")]
    rows += [
        (
            figure.name,
            f"{figure.value:,.4g} {figure.unit}".rstrip(),
            _limit_text(figure),
            "" if figure.limit is None else "ok" if figure.is_met else "MISSED",
            figure.note,
        )
        for figure in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        f"{name:<{widths[0]}}  {value:>{widths[1]}}  {limit:>{widths[2]}}  {verdict:<{widths[3]}}  {note}".rstrip()
        for name, value, limit, verdict, note in rows
    )


def _limit_text(figure: Figure) -> str:
    if figure.limit is None:
        return "–"
    return f"{'≤' if figure.better == 'lower' else '≥'} {figure.limit:,.4g} {figure.unit}".rstrip()
