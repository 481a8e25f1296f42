"""A program laid out for reading: weeks that are alike together, days side by side, sets in their own notation."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.programs.texts import program_of
from fitfolio.training.programs.model import Header
from fitfolio.training.programs.plan import Plan, PlannedDay, groups_for, line_for, week_count
from fitfolio.training.programs.write_text import groups_text, weeks_text

MAX_LINES = 1500
"""Lines of sets on a page; what is beyond them stands in the text."""


class Summary(NamedTuple):
    """What a program says of itself; `days` a week, `weeks` of one round."""

    days: int | None
    weeks: int
    goal: str
    level: str
    notes: tuple[str, ...]
    sources: tuple[str, ...]


@lru_cache(maxsize=256)
def summary_of(text: str) -> Summary:
    """What stands in the head of a text without problems."""
    program = program_of(text)
    header = next(block for block in program.blocks if isinstance(block, Header))

    def texts(name: str) -> tuple[str, ...]:
        return tuple(line.text for line in header.lines if line.name == name)

    days = [line.numbers[0] for line in header.lines if line.name == "days"]
    return Summary(
        days[0] if days else None, week_count(program), " ".join(texts("goal")),
        " ".join(texts("level")), texts("note"), texts("source"),
    )  # fmt: skip


class GridSlot(NamedTuple):
    """An exercise of a day with its sets."""

    exercise: str
    sets: str
    superset: str
    note: str


class GridDay(NamedTuple):
    """A day with its slots; `weekday` 1 is Monday."""

    name: str
    weekday: int | None
    slots: tuple[GridSlot, ...]


class GridWeeks(NamedTuple):
    """Weeks that ask for the same: `1-3`."""

    weeks: str
    is_deload: bool
    block: str
    days: tuple[GridDay, ...]


class Grid(NamedTuple):
    """The weeks of a program; not all of them where `is_cut`."""

    weeks: tuple[GridWeeks, ...]
    is_cut: bool


def grid_of(plan: Plan, language: str) -> Grid:
    """The weeks of a program as they begin: in the first stage of every track."""
    found: list[tuple[list[int], GridWeeks]] = []
    lines = 0
    for week in range(1, len(plan.weeks) + 1):
        days = tuple(_day(plan, day, week, language) for day in plan.weeks[week - 1])
        block = next((name for name, weeks in plan.blocks if week in weeks), "")
        one = GridWeeks("", week in plan.deloads, block, days)
        if found and found[-1][1] == one:
            found[-1][0].append(week)
            continue
        lines += sum(len(day.slots) for day in days)
        if lines > MAX_LINES:
            return Grid(_labelled(found), is_cut=True)
        found.append(([week], one))
    return Grid(_labelled(found), is_cut=False)


def _labelled(found: list[tuple[list[int], GridWeeks]]) -> tuple[GridWeeks, ...]:
    return tuple(one._replace(weeks=weeks_text(tuple(weeks))) for weeks, one in found)


def _day(plan: Plan, day: PlannedDay, week: int, language: str) -> GridDay:
    slots = []
    for slot in day.slots:
        stage = slot.scheme.stages[0] if slot.scheme.stages else 1
        line = line_for(slot, week, stage)
        exercise = plan.lifts[slot.slot.lift].exercise
        if line is not None and line.exercise is not None:
            exercise = line.exercise
        sets = groups_text(groups_for(slot, week, stage))
        name = exercise_name(exercise, language)
        slots.append(GridSlot(name, sets, slot.slot.superset or "", slot.slot.note or ""))
    return GridDay(day.name, day.weekday, tuple(slots))


def exercise_name(text: str, language: str) -> str:
    """The library's name of an exercise, else the text itself."""
    known = load_catalogue().by_slug.get(text)
    return text if known is None else known.display_name(language)
