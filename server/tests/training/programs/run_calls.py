"""How a running program is asked from outside, for `conformance/` and the twins; `run-calls.ts` is the web app's twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fitfolio.training.programs.changes import what_changes
from fitfolio.training.programs.diff import diff_programs
from fitfolio.training.programs.facts import Enrolment, fact_from
from fitfolio.training.programs.loading import StepLoading
from fitfolio.training.programs.logged import done_slots, exercise_texts, facts_of_workouts
from fitfolio.training.programs.model import Program
from fitfolio.training.programs.plan import Plan
from fitfolio.training.programs.planned_volume import planned_volume
from fitfolio.training.programs.problems import problem_text
from fitfolio.training.programs.read_text import read_program, read_warnings
from fitfolio.training.programs.reasons import reason_text
from fitfolio.training.programs.starts import needed_starts
from tests.training.programs.program_calls import plan_of, program_next


def plan_from(lines: Sequence[str]) -> Plan:
    """The plan of a text that is given by lines."""
    return plan_of("\n".join(lines))


def program_from(lines: Sequence[str]) -> Program:
    """The program of a text that is given by lines."""
    program, problems = read_program("\n".join(lines))
    assert program is not None, [problem_text(one) for one in problems]
    return program


def program_facts(
    workouts: Sequence[Mapping[str, Any]],
    chosen: Mapping[str, str],
    slugs: Mapping[str, str],
    enrolment_id: str | None,
) -> dict[str, Any]:
    """Facts of the workouts, and the done slots of the first one that runs."""
    text_of = exercise_texts(chosen, slugs.get)
    running = [one for one in workouts if not one["finished_at"]]
    return {
        "facts": facts_of_workouts(workouts, text_of, enrolment_id),
        "live": done_slots(running[0], text_of) if running else [],
    }


def program_changes(
    lines: Sequence[str],
    step: float,
    enrolment: Mapping[str, Any],
    facts: Sequence[Mapping[str, Any]],
    workout_id: str,
    editions: Mapping[str, Sequence[str]] | None = None,
) -> list[Any]:
    """What a workout changed, each with its sentence."""
    found = what_changes(
        plan_from(lines), Enrolment(**enrolment), [fact_from(one) for one in facts], workout_id,
        StepLoading(step), {name: plan_from(one) for name, one in (editions or {}).items()},
    )  # fmt: skip
    unit = enrolment["unit"]
    return [[one, one.reason and reason_text(one.reason, unit)] for one in found]


def program_editions(
    lines: Sequence[str],
    enrolment: Mapping[str, Any],
    facts: Sequence[Mapping[str, Any]],
    editions: Mapping[str, Sequence[str]],
) -> dict[str, Any] | None:
    """The next session's place and sets after moving between editions."""
    texts = {name: "\n".join(one) for name, one in editions.items()}
    found = program_next("\n".join(lines), 2.5, enrolment, facts, [], texts)
    if found is None:
        return None
    slots = [[one["track"], one["exercise"], one["stage"],
              [[target["low"], target["weight"]] for target in one["sets"]]] for one in found["slots"]]  # fmt: skip
    return {name: found[name] for name in ("cycle", "week", "day", "name")} | {"slots": slots}


RUN_CALLS: dict[str, Callable[..., Any]] = {
    "program_facts": program_facts,
    "program_changes": program_changes,
    "program_editions": program_editions,
    "program_volume": lambda lines, *args: planned_volume(plan_from(lines), *args),
    "program_warnings": lambda lines: [
        [one.line, one.column, one.code, problem_text(one)]
        for one in read_warnings("\n".join(lines))
    ],
    "program_diff": lambda before, after: diff_programs(program_from(before), program_from(after)),
    "program_starts": lambda lines: needed_starts(plan_from(lines)),
}
