"""Rules at work: the first one that fits an event changes the state, and says why."""

from __future__ import annotations

from typing import Any, NamedTuple

from fitfolio.training.programs.facts import Enrolment
from fitfolio.training.programs.formulas import Names, evaluate
from fitfolio.training.programs.model import Action, Rule, Trigger
from fitfolio.training.programs.numbers import tidy
from fitfolio.training.programs.plan import Plan, PlannedSlot
from fitfolio.training.programs.reasons import Reason
from fitfolio.training.programs.results import Outcome, Result
from fitfolio.training.programs.state import (
    LiftState,
    State,
    TrackState,
    is_of_lift,
    maximum,
    names_of,
    tm_lift,
)


class Event(NamedTuple):
    """What happened: a slot was done with an outcome, or a week or a cycle ended."""

    trigger: Trigger
    week: int
    date: str
    result: Result | None
    outcome: Outcome | None


class Bench(NamedTuple):
    """What rules work on."""

    plan: Plan
    state: State
    enrolment: Enrolment


def fire(bench: Bench, slot: PlannedSlot, event: Event) -> bool:
    """Apply the first rule of the slot's scheme that fits; tell whether there was one."""
    track = bench.state.tracks[slot.track]
    names: Names | None = None
    is_deload = event.week in bench.plan.deloads
    for rule in slot.scheme.rules:
        if not _fits(rule, event, track, is_deload=is_deload):
            continue
        names = names or names_of(
            bench.plan, bench.state, bench.enrolment, slot.slot.lift, track,
            None if event.result is None else event.result.value,
        )  # fmt: skip
        if rule.when is not None and not evaluate(rule.when, names, bench.enrolment.unit):
            continue
        cause = _cause(rule, event, bench.state, slot.track)
        for action in rule.actions:
            _act(bench, slot, action, names, cause)
        return True
    return False


def _fits(rule: Rule, event: Event, track: TrackState, *, is_deload: bool) -> bool:
    if event.trigger == "done":
        # Nothing is counted in a deload week, so nothing there needs to have come in a row.
        if rule.trigger == "success":
            enough = is_deload or track.successes >= rule.times
            fits = event.outcome == "success" and enough
        elif rule.trigger == "failure":
            fits = event.outcome == "failure" and (is_deload or track.failures >= rule.times)
        else:
            fits = rule.trigger == "done"
        # A deload week changes nothing, unless a rule names it.
        fits = fits and (not is_deload or event.week in rule.weeks)
    else:
        fits = rule.trigger == event.trigger
    return (
        fits and (not rule.weeks or event.week in rule.weeks) and rule.stage in (None, track.stage)
    )


def _cause(rule: Rule, event: Event, state: State, track: str) -> dict[str, Any]:
    values: dict[str, Any] = {"cause": rule.trigger, "times": rule.times, "date": event.date}
    values["track"] = track
    if event.result is not None:
        values["goal"] = event.result.goal
        values["wanted"] = event.result.target
        values["last"] = event.result.amounts[-1]
    return {**values, "week": event.week, "cycle": state.cycle}


def _act(
    bench: Bench, slot: PlannedSlot, action: Action, names: Names, cause: dict[str, Any]
) -> None:
    track = bench.state.tracks[slot.track]
    if action.value is None:
        # A scheme may take over rules without the stages they were made for.
        stages = slot.scheme.stages or (1,)
        later = (stage for stage in stages if stage > track.stage)
        to = stages[0] if action.kind == "first_stage" else next(later, stages[-1])
        _set_stage(track, to, cause)
        return
    value = evaluate(action.value, names, bench.enrolment.unit)
    if value is None:
        return
    if action.kind != "set":
        before = names(action.target)
        if before is None:
            return
        sign = 1 if action.kind == "add" else -1
        value = before * (100 + sign * value) / 100 if action.is_percent else before + sign * value
    percent = action.value.number if action.is_percent else None
    change(bench, slot, action.target, tidy(value), {**cause, "percent": percent})


def change(
    bench: Bench, slot: PlannedSlot, target: str, value: float, cause: dict[str, Any]
) -> None:
    """Set a quantity by its name, seen from a slot, and remember why it changed."""
    parts = target.split(".")
    state = bench.state
    if len(parts) == 1:
        lift, key, name = slot.slot.lift, slot.track, target
    elif len(parts) == 2 and is_of_lift(parts[1]):
        lift, key, name = parts[0], slot.track, parts[1]
    else:
        key = f"{parts[0]}.{parts[1]}"
        lift, name = parts[0], parts[2] if len(parts) == 3 else "weight"
    if is_of_lift(name):
        own = state.lifts[tm_lift(bench.plan, lift) if name == "tm" else lift]
        if _set_of_lift(own, name, max(value, 0.0), cause):
            state.tracks[slot.track].stalled = 0
        _reset(state.tracks[slot.track])
        return
    if key in state.tracks:  # one whose sets are all none is trained in no week
        set_of_track(bench.plan.tracks[key], state.tracks[key], name, value, cause)


def _rose(before: float | None, value: float) -> bool:
    return before is None or value > before


def _set_of_lift(own: LiftState, name: str, value: float, cause: dict[str, Any]) -> bool:
    """Set a maximum of a lift; tell whether it rose."""
    before = own.tm if name == "tm" else maximum(own, name)
    own.why = Reason("changed", {"what": name, "from": before, "to": value, **cause})
    if name == "tm":
        own.tm = value
    else:
        own.maxima = {name: value}  # those for other reps follow from it
    return _rose(before, value)


def set_of_track(
    slot: PlannedSlot, track: TrackState, name: str, value: float, cause: dict[str, Any]
) -> None:
    """Set weight, reps, stage or a variable of a track, within what its scheme allows."""
    if name == "weight":
        value = max(value, 0.0)
        values = {"what": "weight", "from": track.weight, "to": value, **cause}
        track.why = Reason("changed", values)
        if _rose(track.weight, value):
            track.stalled = 0
        track.weight = value
        _reset(track)
    elif name == "reps":
        low, high = slot.scheme.climb or (1, 100)
        value = min(max(value, low), high)
        values = {"what": "reps", "from": track.reps, "to": value, **cause}
        track.why_reps = Reason("changed", {**values, "percent": None})
        if value > track.reps:
            track.stalled = 0
            if track.why.code in ("held", "changed", "start", "adopted"):
                track.why = track.why_reps
        track.reps = value
        _reset(track)
    elif name == "stage":
        stages = slot.scheme.stages or (1,)
        _set_stage(track, int(min(max(value, stages[0]), stages[-1])), cause)
    else:
        track.variables[name] = value


def _set_stage(track: TrackState, stage: int, cause: dict[str, Any]) -> None:
    track.why_stage = Reason("stage", {"stage": stage, "date": cause.get("date", "")})
    track.stage = stage
    _reset(track)


def _reset(track: TrackState) -> None:
    track.successes = track.failures = 0
