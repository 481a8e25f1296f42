"""Texts of programs: read once, kept ready for running."""

from __future__ import annotations

from functools import lru_cache

from fitfolio.programs.program_errors import TextInvalid, TextTooLong
from fitfolio.training.programs.limits import MAX_CHARACTERS
from fitfolio.training.programs.model import Program
from fitfolio.training.programs.plan import Plan, make_plan
from fitfolio.training.programs.problems import Problem
from fitfolio.training.programs.read_text import read_program

MAX_DRAFT_CHARACTERS = 4 * MAX_CHARACTERS
"""A draft may be longer than a program, so that what was pasted is there to be cut."""


def check_draft(text: str | None) -> None:
    """TextTooLong beyond any use; everything else is kept as it is."""
    if text is not None and len(text) > MAX_DRAFT_CHARACTERS:
        raise TextTooLong(MAX_DRAFT_CHARACTERS)


def plan_of(text: str) -> Plan:
    """The plan of a text; TextInvalid with everything that is wrong. Plans are shared: never change one."""
    if len(text) > MAX_CHARACTERS:
        raise TextTooLong(MAX_CHARACTERS)
    plan, problems = _read(text)
    if plan is None:
        raise TextInvalid(problems)
    return plan


def program_of(text: str) -> Program:
    """The model of a text; TextInvalid with everything that is wrong."""
    program, problems = read_program(text)
    if program is None:
        raise TextInvalid(problems)
    return program


def problems_of(text: str) -> tuple[Problem, ...]:
    """Everything that is wrong with a text; nothing for a program. Texts of any length are answered."""
    if len(text) > MAX_CHARACTERS:
        return tuple(read_program(text).problems)
    return _read(text)[1]


@lru_cache(maxsize=128)
def _read(text: str) -> tuple[Plan | None, tuple[Problem, ...]]:
    program, problems = read_program(text)
    if program is None or problems:
        return None, tuple(problems)
    return make_plan(program), ()
