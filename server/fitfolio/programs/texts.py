"""Texts of programs: read once, kept ready for running."""

from __future__ import annotations

from functools import lru_cache

from fitfolio.programs.catalogue import load_programs
from fitfolio.programs.program_errors import NotInLibrary, TextInvalid, TextTooLong
from fitfolio.training.programs.limits import MAX_CHARACTERS
from fitfolio.training.programs.model import Header, Program
from fitfolio.training.programs.plan import Plan, make_plan
from fitfolio.training.programs.problems import Problem
from fitfolio.training.programs.read_text import Reading, read_program

MAX_DRAFT_CHARACTERS = 4 * MAX_CHARACTERS
"""A draft may be longer than a program, so that what was pasted is there to be cut."""


def check_draft(text: str | None) -> None:
    """TextTooLong beyond any use; everything else is kept as it is."""
    if text is not None and len(text) > MAX_DRAFT_CHARACTERS:
        raise TextTooLong(MAX_DRAFT_CHARACTERS)


def problems_of(text: str) -> tuple[Problem, ...]:
    """Everything that is wrong with a text; nothing for a program. Texts of any length are answered.

    A maximal text takes half a second, so whoever will write to the database asks before: the
    answer is remembered.
    """
    if len(text) > MAX_CHARACTERS:
        return read_program(text).problems
    return _read(text).problems


def program_of(text: str) -> Program:
    """The model of a text; TextInvalid with everything that is wrong."""
    if len(text) > MAX_CHARACTERS:
        raise TextTooLong(MAX_CHARACTERS)
    program, problems = _read(text)
    if program is None:
        raise TextInvalid(problems)
    return program


def title_of(text: str) -> str:
    """The title in a text; TextInvalid with everything that is wrong."""
    return next(one.title for one in program_of(text).blocks if isinstance(one, Header))


def plan_of(text: str) -> Plan:
    """The plan of a text; TextInvalid with everything that is wrong. Plans are shared: never change one."""
    program_of(text)
    return _plan(text)


@lru_cache(maxsize=128)
def _read(text: str) -> Reading:
    return read_program(text)


@lru_cache(maxsize=128)
def _plan(text: str) -> Plan:
    return make_plan(program_of(text))


def library_text(slug: str) -> str:
    """The text of a program of the library; `NotInLibrary` when there is none of that slug."""
    found = load_programs().get(slug)
    if found is None:
        raise NotInLibrary
    return found.text
