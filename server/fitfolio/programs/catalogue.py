"""The library of famous programs: read once from `library/*.txt`, the same in every process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.training.gym import loadable_for
from fitfolio.training.programs.limits import MAX_CHARACTERS
from fitfolio.training.programs.loading import GymLoading, Loading
from fitfolio.training.programs.model import Header, Lift, Program
from fitfolio.training.programs.plan import Plan, week_count
from fitfolio.training.programs.problems import closest, problem_text
from fitfolio.training.programs.read_text import read_program
from fitfolio.training.units import WeightUnit

_LIBRARY_DIR = Path(__file__).parent / "library"


@dataclass(frozen=True, slots=True)
class LibraryProgram:
    """A program of the library; `days` a week and `weeks` of one round, texts as its author's facts."""

    slug: str
    title: str
    days: int | None
    weeks: int
    level: str
    goal: str
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    text: str


@cache
def load_programs() -> dict[str, LibraryProgram]:
    """All programs by slug, in the order of their titles."""
    found = [
        _library_program(path.stem, path.read_text("utf-8"))
        for path in sorted(_LIBRARY_DIR.glob("*.txt"))
    ]
    return {one.slug: one for one in sorted(found, key=lambda one: one.title.casefold())}


def _library_program(slug: str, text: str) -> LibraryProgram:
    program, problems = read_program(text)
    if program is None:
        first = problems[0]
        raise ValueError(f"{slug}:{first.line}:{first.column}: {problem_text(first)}")
    header = next(block for block in program.blocks if isinstance(block, Header))

    def texts(name: str) -> tuple[str, ...]:
        return tuple(line.text for line in header.lines if line.name == name)

    days = [line.numbers[0] for line in header.lines if line.name == "days"]
    return LibraryProgram(
        slug, header.title, days[0] if days else None, week_count(program),
        " ".join(texts("level")), " ".join(texts("goal")), texts("source"), texts("note"), text,
    )  # fmt: skip


def unknown_exercises(program: Program) -> list[tuple[str, str, str]]:
    """Exercises that the library does not have: (lift, exercise, the nearest slug or nothing)."""
    known = load_catalogue().by_slug
    return [
        (block.name, block.exercise, closest(block.exercise, known))
        for block in program.blocks
        if isinstance(block, Lift) and block.exercise not in known
    ]


def standard_loading(plan: Plan, unit: WeightUnit) -> Loading:
    """What the program's exercises are loaded with in the standard gym."""
    known = load_catalogue().by_slug
    loadables = {
        lift.exercise: loadable_for(None, known[lift.exercise].equipment, unit)
        for lift in plan.lifts.values()
        if lift.exercise in known
    }
    return GymLoading(loadables, unit)


def readable_text(data: bytes) -> str | None:
    """A file's text, or None when it is none or larger than a program may be."""
    if len(data) > 4 * MAX_CHARACTERS:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
