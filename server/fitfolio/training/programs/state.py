"""Where a lifter stands in a program. It is computed from facts and never stored as truth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from fitfolio.training.e1rm import rpe_percentage
from fitfolio.training.programs.facts import Enrolment
from fitfolio.training.programs.formulas import evaluate, formula_text
from fitfolio.training.programs.model import Lift
from fitfolio.training.programs.numbers import tidy, weight_in
from fitfolio.training.programs.plan import (
    STANDARD_STEP,
    Plan,
    PlannedSlot,
    line_for,
)
from fitfolio.training.programs.reasons import Reason

ASK = Reason("ask")


@dataclass(slots=True)
class LiftState:
    """Maxima of a lift in the enrolment's unit; `why` is the last change of its training max."""

    tm: float | None = None
    maxima: dict[str, float] = field(default_factory=dict)
    e1rm: float | None = None
    exercise: str = ""
    why: Reason | None = None


@dataclass(slots=True)
class TrackState:
    """What progresses: working weight, climbing reps, stage, counters and variables.

    `stalled` counts sessions since weight, reps or training max last rose; `done_week` and
    `done_cycle` sessions in this week and cycle; `misses` failures in this cycle.
    """

    weight: float | None = None
    reps: float = 0
    stage: int = 1
    successes: int = 0
    failures: int = 0
    misses: int = 0
    stalled: int = 0
    done_week: int = 0
    done_cycle: int = 0
    variables: dict[str, float] = field(default_factory=dict)
    why: Reason = ASK
    why_stage: Reason | None = None
    why_reps: Reason | None = None


@dataclass(slots=True)
class State:
    """Position and everything that progresses. `done` are the days of this week behind the lifter.

    `program_version_id` is the edition moved to last, empty for the one begun with; `other_lifts` and
    `other_tracks` wait for an edition that has them again.
    """

    cycle: int = 1
    week: int = 1
    done: tuple[int, ...] = ()
    last_day: tuple[int, int, int] | None = None
    again: int = 0
    finished: bool = False
    last_date: str = ""
    lifts: dict[str, LiftState] = field(default_factory=dict)
    tracks: dict[str, TrackState] = field(default_factory=dict)
    program_version_id: str = ""
    other_lifts: dict[str, LiftState] = field(default_factory=dict)
    other_tracks: dict[str, TrackState] = field(default_factory=dict)


def first_state(plan: Plan, enrolment: Enrolment) -> State:
    """The state before anything was done, from the start values."""
    state = State()
    for lift in plan.lifts.values():
        state.lifts[lift.name] = first_lift(lift, enrolment)
    for key, slot in plan.tracks.items():
        state.tracks[key] = first_track(plan, state, enrolment, key, slot)
    while not plan.weeks[state.week - 1] and state.week < len(plan.weeks):
        state.week += 1
    return state


def first_lift(lift: Lift, enrolment: Enrolment) -> LiftState:
    """A lift before anything was done; what is not given follows from what is."""
    starts = enrolment.starts
    maxima = {
        f"{reps}rm": starts[f"{lift.name}.{reps}rm"]
        for reps in range(1, 13)
        if f"{lift.name}.{reps}rm" in starts
    }
    tm = starts.get(f"{lift.name}.tm")
    if "1rm" not in maxima:
        known = next(iter(maxima.items()), None)
        if known is not None:
            share = rpe_percentage(int(known[0][:-2]), 10) or 100.0
            maxima["1rm"] = tidy(known[1] * 100 / share)
        elif tm is not None:
            maxima["1rm"] = tidy(tm * 100 / (lift.tm_pct or 100.0))
    one = maxima.get("1rm")
    if tm is None and one is not None and lift.tm_pct is not None:
        tm = tidy(one * lift.tm_pct / 100)
    e1rm = starts.get(f"{lift.name}.e1rm", one)
    return LiftState(tm, maxima, e1rm, lift.exercise)


def first_track(
    plan: Plan, state: State, enrolment: Enrolment, key: str, slot: PlannedSlot
) -> TrackState:
    """A track before it was trained, with what is known of the lifts in `state`."""
    scheme, lift = slot.scheme, plan.lifts[slot.slot.lift]
    track = TrackState(stage=scheme.stages[0] if scheme.stages else 1)
    if scheme.climb is not None:
        track.reps = scheme.climb[0]
    names = names_of(plan, state, enrolment, lift.name, track)
    for variable in scheme.variables:
        value = evaluate(variable.value, names, enrolment.unit)
        track.variables[variable.name] = 0.0 if value is None else value
    starts = enrolment.starts
    for given in (key,) if scheme.start else (key, lift.name):
        if given in starts:
            track.weight, track.why = starts[given], Reason("start")
            return track
    for formula in (scheme.start, lift.start):
        value = None if formula is None else evaluate(formula, names, enrolment.unit)
        if formula is not None and value is not None:
            track.weight = value
            track.why = Reason("start_formula", {"formula": formula_text(formula)})
            return track
    if lift.name in starts:
        track.weight, track.why = starts[lift.name], Reason("start")
    return track


def maximum(state: LiftState, name: str) -> float | None:
    """The weight for so many reps (`5rm`): as given, else by the RPE chart from the 1RM."""
    if name in state.maxima:
        return state.maxima[name]
    one = state.maxima.get("1rm")
    share = rpe_percentage(int(name[:-2]), 10)
    return None if one is None or share is None else tidy(one * share / 100)


def lift_value(
    plan: Plan, state: State, enrolment: Enrolment, lift: str, name: str
) -> float | None:
    """A quantity of a lift: tm, e1rm, step, or a maximum."""
    own = state.lifts[lift]
    if name == "tm":
        return training_max(plan, state, lift)
    if name == "e1rm":
        return own.e1rm
    if name == "step":
        return weight_in(plan.lifts[lift].step or STANDARD_STEP, enrolment.unit)
    return maximum(own, name)


def training_max(plan: Plan, state: State, lift: str) -> float | None:
    """The training max of a lift, or of the lift it is taken from."""
    return state.lifts[tm_lift(plan, lift)].tm


def tm_lift(plan: Plan, lift: str) -> str:
    """The lift whose training max is meant; one step only, so there is no circle."""
    other = plan.lifts[lift].tm_of
    return lift if other is None else other


def exercise_of(plan: Plan, state: State, slot: PlannedSlot) -> str:
    """What a slot is trained with now: what the lifter swapped in, else the stage's or the lift's own."""
    swapped = state.lifts[slot.slot.lift].exercise
    if swapped != plan.lifts[slot.slot.lift].exercise:
        return swapped
    line = line_for(slot, state.week, state.tracks[slot.track].stage)
    return swapped if line is None or line.exercise is None else line.exercise


def has_training_max(plan: Plan, state: State, lift: str) -> bool:
    """Whether percentages of the lift are of a training max."""
    source = plan.lifts[tm_lift(plan, lift)]
    return source.tm_pct is not None or state.lifts[source.name].tm is not None


_OF_LIFT = frozenset({"tm", "e1rm", "step"})


def is_of_lift(name: str) -> bool:
    """Whether a quantity belongs to a lift and not to a track."""
    return name in _OF_LIFT or (name.endswith("rm") and name[:-2].isdigit())


def names_of(
    plan: Plan,
    state: State,
    enrolment: Enrolment,
    lift: str,
    track: TrackState,
    result: Callable[[str], float | None] | None = None,
) -> Callable[[str], float | None]:
    """What the names of a formula stand for, for one track; `result` knows those of today's sets."""

    def value(name: str) -> float | None:
        if "." in name:
            return _dotted(plan, state, enrolment, name)
        if is_of_lift(name):
            return lift_value(plan, state, enrolment, lift, name)
        if name in track.variables:
            return track.variables[name]
        if name == "week":
            return float(state.week)
        if name == "cycle":
            return float(state.cycle)
        if name in _OF_TRACK:
            return track_value(track, name)
        return None if result is None else result(name)

    return value


_OF_TRACK = frozenset({"weight", "reps", "stage", "successes", "failures", "misses", "stalled"})


def track_value(track: TrackState, name: str) -> float | None:
    """A quantity of a track, its variables too."""
    if name in _OF_TRACK:
        found = getattr(track, name)
        return None if found is None else float(found)
    return track.variables.get(name)


def _dotted(plan: Plan, state: State, enrolment: Enrolment, name: str) -> float | None:
    parts = name.split(".")
    if len(parts) == 2 and is_of_lift(parts[1]):
        return lift_value(plan, state, enrolment, parts[0], parts[1])
    # While the first state is made, tracks that come later in the program are not there yet.
    track = state.tracks.get(f"{parts[0]}.{parts[1]}")
    if track is None:
        return None
    return track_value(track, parts[2] if len(parts) == 3 else "weight")
