"""How programs are run from outside: texts and facts in, plain values out; the web app's twin is `program-calls.ts`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fitfolio.training.gym import loadable_for
from fitfolio.training.programs.engine import Session, next_session
from fitfolio.training.programs.facts import Enrolment, done_slot_from, fact_from
from fitfolio.training.programs.loading import GymLoading, Loading, StepLoading
from fitfolio.training.programs.plan import Plan, make_plan
from fitfolio.training.programs.preview import preview, slot_summary
from fitfolio.training.programs.problems import problem_text
from fitfolio.training.programs.read_text import read_program
from fitfolio.training.programs.reasons import reason_text
from fitfolio.training.programs.write_text import write_program


def loading_of(given: float | Mapping[str, str], unit: Any) -> Loading:
    """One step for everything, or the equipment of each exercise in the standard gym."""
    if not isinstance(given, Mapping):
        return StepLoading(given)
    return GymLoading({slug: loadable_for(None, one, unit) for slug, one in given.items()}, unit)


def program_read(text: str) -> dict[str, Any]:
    """The canonical text, or None and the problems with their sentences."""
    program, problems = read_program(text)
    return {
        "text": None if program is None else write_program(program),
        "problems": [[one.line, one.column, one.code, problem_text(one)] for one in problems],
    }


def program_next(
    text: str,
    loading: float | Mapping[str, str],
    enrolment: Mapping[str, Any],
    facts: Sequence[Mapping[str, Any]],
    live: Sequence[Mapping[str, Any]],
    editions: Mapping[str, str] | None = None,
) -> dict[str, Any] | None:
    """The next session with its reasons as sentences."""
    program = read_program(text).program
    if program is None:
        return None
    session = next_session(
        make_plan(program), Enrolment(**enrolment), [fact_from(one) for one in facts],
        loading_of(loading, enrolment["unit"]), [done_slot_from(one) for one in live],
        {name: plan_of(one) for name, one in (editions or {}).items()},
    )  # fmt: skip
    if session is None:
        return None
    sentences = [
        reason_text(one, enrolment["unit"])
        for slot in session.slots
        for reasons in (slot.reasons, *(target.reasons for target in slot.sets))
        for one in reasons
    ]
    return {**plain(session), "sentences": sentences}


def plan_of(text: str) -> Plan:
    """The plan of a text that has no problems."""
    program, problems = read_program(text)
    assert program is not None, [problem_text(one) for one in problems]
    return make_plan(program)


def program_preview(
    text: str,
    loading: float | Mapping[str, str],
    enrolment: Mapping[str, Any],
    weeks: int,
    results: Mapping[int, Mapping[str, Any]],
) -> list[Any] | None:
    """The sessions ahead, each as [week, day name, {track: sets}]."""
    sessions = preview(
        plan_of(text),
        Enrolment(**enrolment),
        loading_of(loading, enrolment["unit"]),
        weeks=weeks,
        results=results,
    )
    return [summary(session) for session in sessions]


def summary(session: Session) -> list[Any]:
    """A track that comes twice in a day has its sets joined."""
    slots: dict[str, str] = {}
    for slot in session.slots:
        before = slots.get(slot.track)
        own = slot_summary(slot)
        slots[slot.track] = own if before is None else f"{before} | {own}"
    return [session.week, session.name, slots]


def plain(value: Any) -> Any:
    """A result as JSON would carry it."""
    if hasattr(value, "_asdict"):
        return {name: plain(item) for name, item in value._asdict().items()}
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
