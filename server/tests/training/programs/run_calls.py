"""How a running program is asked from outside, for `conformance/` and the twins; `run-calls.ts` is the web app's twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fitfolio.training.programs.changes import what_changes
from fitfolio.training.programs.facts import Enrolment, fact_from
from fitfolio.training.programs.loading import StepLoading
from fitfolio.training.programs.logged import done_slots, exercise_texts, facts_of_workouts
from fitfolio.training.programs.plan import Plan, make_plan
from fitfolio.training.programs.problems import problem_text
from fitfolio.training.programs.read_text import read_program
from fitfolio.training.programs.reasons import reason_text
from fitfolio.training.programs.starts import needed_starts


def plan_from(lines: Sequence[str]) -> Plan:
    """The plan of a text that is given by lines."""
    program, problems = read_program("\n".join(lines))
    assert program is not None, [problem_text(one) for one in problems]
    return make_plan(program)


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
) -> list[Any]:
    """What a workout changed, each with its sentence."""
    found = what_changes(
        plan_from(lines), Enrolment(**enrolment), [fact_from(one) for one in facts], workout_id,
        StepLoading(step),
    )  # fmt: skip
    unit = enrolment["unit"]
    return [[one, one.reason and reason_text(one.reason, unit)] for one in found]


RUN_CALLS: dict[str, Callable[..., Any]] = {
    "program_facts": program_facts,
    "program_changes": program_changes,
    "program_starts": lambda lines: needed_starts(plan_from(lines)),
}
