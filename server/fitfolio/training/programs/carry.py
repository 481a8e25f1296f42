"""A lifter goes on with another edition of a program: what is carried over, and what begins anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fitfolio.training.programs.facts import Enrolment
from fitfolio.training.programs.model import Lift
from fitfolio.training.programs.numbers import tidy
from fitfolio.training.programs.plan import Plan, PlannedDay, PlannedSlot
from fitfolio.training.programs.state import LiftState, State, TrackState, first_lift, first_track

Plans = Mapping[str, Plan]
"""Plans of editions by the id of the edition."""


def current_plan(plan: Plan, state: State, plans: Plans) -> Plan:
    """The plan that a state belongs to: that of the edition moved to last, else the one begun with."""
    return plans.get(state.program_version_id, plan)


def carry(
    state: State, before: Plan, after: Plan, enrolment: Enrolment, program_version_id: str
) -> State:
    """The state in another edition.

    Lifts and tracks of the same name go on where they stand, counters included; new ones begin from
    the start values and from what is known of the lifts by now. What the edition does not have is put
    aside and goes on where it was when a later one has it again. Cycle, week and the days done stay
    where they exist; behind the last week of a shorter edition the next cycle begins.
    """
    lifts = {**state.other_lifts, **state.lifts}
    tracks = {**state.other_tracks, **state.tracks}
    new = State(
        cycle=state.cycle, week=state.week, last_date=state.last_date,
        program_version_id=program_version_id,
    )  # fmt: skip
    for lift in after.lifts.values():
        own = lifts.pop(lift.name, None)
        planned = before.lifts.get(lift.name, lift).exercise
        new.lifts[lift.name] = (
            first_lift(lift, enrolment) if own is None else _carried_lift(own, planned, lift)
        )
    for key in after.tracks:
        if key in tracks:
            new.tracks[key] = tracks.pop(key)
    for key, slot in after.tracks.items():
        fresh = first_track(after, new, enrolment, key, slot)
        known = new.tracks.get(key)
        new.tracks[key] = fresh if known is None else _carried_track(known, fresh, slot)
    new.other_lifts, new.other_tracks = lifts, tracks
    _place(state, new, before, after)
    return new


def _carried_lift(own: LiftState, planned: str, lift: Lift) -> LiftState:
    one = own.maxima.get("1rm")
    if own.tm is None and lift.tm_pct is not None and one is not None:
        own.tm = tidy(one * lift.tm_pct / 100)
    if own.exercise == planned:  # else the lifter swapped it, and that stays
        own.exercise = lift.exercise
    return own


def _carried_track(known: TrackState, fresh: TrackState, slot: PlannedSlot) -> TrackState:
    """What is known of a track, within what its scheme has now."""
    if known.weight is None:
        known.weight, known.why = fresh.weight, fresh.why
    low, high = slot.scheme.climb or (known.reps, known.reps)
    known.reps = min(max(known.reps, low), high)
    stages = slot.scheme.stages or (1,)
    known.stage = max((stage for stage in stages if stage <= known.stage), default=stages[0])
    known.variables = {
        name: known.variables.get(name, value) for name, value in fresh.variables.items()
    }
    return known


def _place(state: State, new: State, before: Plan, after: Plan) -> None:
    """Put the position where the other edition has it."""
    last = len(after.weeks)
    if state.finished:
        new.week = min(state.week + 1, last + 1)
    if new.week > last:
        if not after.repeats:
            new.week, new.finished = last, True
            return
        new.cycle, new.week = state.cycle + 1, 1
    elif not state.finished:
        days = _matches(before.weeks[state.week - 1], after.weeks[state.week - 1])
        new.done = tuple(sorted(days[number] for number in state.done if number in days))
        new.again = days.get(state.again, 0)
    if state.last_day is not None:
        cycle, week, day = state.last_day
        days = _matches(before.weeks[week - 1], after.weeks[week - 1]) if week <= last else {}
        new.last_day = (cycle, week, days[day]) if day in days else None


def _matches(before: Sequence[PlannedDay], after: Sequence[PlannedDay]) -> dict[int, int]:
    """Numbers of the days of a week in the other edition: the day of that name, or that was renamed."""
    names = {day.name for day in before}
    free = {day.number: day.name for day in after}
    found: dict[int, int] = {}
    for day in before:
        if free.get(day.number) == day.name:
            found[day.number] = day.number
            del free[day.number]
    for day in before:
        if day.number in found:
            continue
        same = next((number for number, name in free.items() if name == day.name), None)
        if same is None and day.number in free and free[day.number] not in names:
            same = day.number
        if same is not None:
            found[day.number] = same
            del free[same]
    return found
