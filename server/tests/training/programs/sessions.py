"""Programs, workouts and what comes next, in few words, for tests."""

from __future__ import annotations

from typing import Any

from fitfolio.training.programs.engine import Session, next_session
from fitfolio.training.programs.facts import Enrolment, Fact, fact_from
from fitfolio.training.programs.loading import StepLoading
from fitfolio.training.programs.plan import Plan, make_plan
from fitfolio.training.programs.preview import slot_summary
from fitfolio.training.programs.problems import problem_text
from fitfolio.training.programs.read_text import read_program
from fitfolio.training.programs.reasons import reason_text
from tests.training.programs.texts import with_lines


def plan_of(text: str) -> Plan:
    program, problems = read_program(text)
    assert program is not None, [problem_text(one) for one in problems]
    return make_plan(program)


def workout(number: int, *slots: dict[str, Any], **rest: Any) -> Fact:
    """A workout of 2026-11-`number` with slots `{"track": …, "reps": […], "weight": …}`."""
    done = []
    for slot in slots:
        same = {
            name: slot[name] for name in ("weight", "unit", "rpe", "rir", "kind") if name in slot
        }
        sets = [{"reps": reps, **same} for reps in slot["reps"]]
        done.append({"track": slot["track"], "sets": sets, "exercise": slot.get("exercise")})
    values = {
        "kind": "workout",
        "id": f"w{number}",
        "at": number * 100,
        "date": f"2026-11-{number:02d}",
    }
    return fact_from({**values, "slots": done, **rest})


def ahead(text: str, *facts: Fact, unit: Any = "kg", step: float = 2.5, **starts: float) -> Session:
    given = {name.replace("__", "."): value for name, value in starts.items()}
    session = next_session(plan_of(text), Enrolment(unit, given), facts, StepLoading(step))
    assert session is not None
    return session


def sets_of(session: Session, track: str = "squat.s") -> str:
    return next(slot_summary(slot) for slot in session.slots if slot.track == track)


def why(session: Session, track: str = "squat.s", place: int = -1) -> list[str]:
    slot = next(slot for slot in session.slots if slot.track == track)
    return [reason_text(one, "kg") for one in (*slot.reasons, *slot.sets[place].reasons)]


FIVES = with_lines("sets 3x5", "on success: weight + step", "on failure 3 times: weight - 10%")
MADE = {"track": "squat.s", "reps": [5, 5, 5], "weight": 60}
MISSED = {"track": "squat.s", "reps": [5, 5, 4], "weight": 60}
