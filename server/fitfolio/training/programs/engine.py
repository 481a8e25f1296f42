"""The next session of a program: a pure function of the program, the enrolment and what was logged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from fitfolio.training.programs.carry import Plans, current_plan
from fitfolio.training.programs.facts import DoneSlot, Enrolment, Fact
from fitfolio.training.programs.fold import fold, next_day
from fitfolio.training.programs.loading import Loading
from fitfolio.training.programs.plan import Plan, PlannedDay
from fitfolio.training.programs.state import State
from fitfolio.training.programs.targets import SlotTargets, Workbench, slot_targets


class Session(NamedTuple):
    """What comes next. `day` counts within the week; `due` is the date of a fixed weekday, or empty."""

    cycle: int
    week: int
    day: int
    name: str
    block: str
    is_deload: bool
    due: str
    slots: tuple[SlotTargets, ...]


def next_session(
    plan: Plan,
    enrolment: Enrolment,
    facts: Iterable[Fact],
    loading: Loading,
    live: Sequence[DoneSlot] = (),
    plans: Plans | None = None,
) -> Session | None:
    """What to lift next, or None when the program is over.

    Parameters
    ----------
    plan
        The program, by `make_plan`.
    enrolment
        Unit and start values; every weight below is in this unit.
    facts
        Everything logged for this enrolment, in any order.
    loading
        What can be loaded.
    live
        What was done of this very session so far: back-off sets follow today's top set.
    plans
        Plans of the editions that the facts move to, by id.
    """
    state = fold(plan, enrolment, facts, loading, plans)
    return session_of(current_plan(plan, state, plans or {}), enrolment, state, loading, live)


def session_of(
    plan: Plan,
    enrolment: Enrolment,
    state: State,
    loading: Loading,
    live: Sequence[DoneSlot] = (),
) -> Session | None:
    """The session a state asks for, `plan` being that of its edition; for those who keep the state."""
    day = None if state.finished else next_day(plan, state)
    if day is None:
        return None
    bench = Workbench(plan, state, enrolment, loading, live)
    planned_top: dict[str, float] = {}
    slots = (slot_targets(bench, slot, planned_top) for slot in day.slots)
    return Session(
        state.cycle, state.week, day.number, day.name, block_name(plan, state.week),
        state.week in plan.deloads, _due(day, state.last_date),
        tuple(slot for slot in slots if slot.sets),
    )  # fmt: skip


def block_name(plan: Plan, week: int) -> str:
    """Name of the block that a week belongs to, or nothing."""
    return next((name for name, weeks in plan.blocks if week in weeks), "")


def _due(day: PlannedDay, last_date: str) -> str:
    """The first such weekday after the last workout."""
    if day.weekday is None or not last_date:
        return ""
    last = date.fromisoformat(last_date)
    return (last + timedelta(days=(day.weekday - last.isoweekday() - 1) % 7 + 1)).isoformat()
