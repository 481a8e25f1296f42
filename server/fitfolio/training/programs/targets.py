"""What to lift: every set of the next session with its weight and the reasons for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from fitfolio.training.e1rm import rpe_percentage
from fitfolio.training.programs.facts import DoneSlot, Enrolment
from fitfolio.training.programs.formulas import evaluate, formula_text
from fitfolio.training.programs.loading import Loading
from fitfolio.training.programs.model import Load, SetGroup
from fitfolio.training.programs.numbers import tidy, weight_in
from fitfolio.training.programs.plan import Plan, PlannedSlot, groups_for
from fitfolio.training.programs.reasons import Reason
from fitfolio.training.programs.results import weight_of
from fitfolio.training.programs.state import (
    State,
    TrackState,
    exercise_of,
    has_training_max,
    names_of,
    tm_lift,
)


class Target(NamedTuple):
    """One set asked for.

    `low`–`high` are reps, seconds, metres or the total, as `goal` says; `weight` is loadable and in the
    enrolment's unit, `unrounded` what it was rounded from; both None where the lifter chooses.
    """

    kind: str
    goal: str
    low: float
    high: float
    weight: float | None
    unrounded: float | None
    rpe: float | None
    rir: float | None
    rest_s: int | None
    tempo: str | None
    label: str | None
    reasons: tuple[Reason, ...]


class SlotTargets(NamedTuple):
    """The sets of one slot; `exercise` is what is trained, swapped or planned."""

    lift: str
    exercise: str
    track: str
    stage: int
    superset: str | None
    note: str | None
    reasons: tuple[Reason, ...]
    sets: tuple[Target, ...]


class Found(NamedTuple):
    """A weight that was worked out, or None, and why."""

    weight: float | None
    reasons: tuple[Reason, ...]


class Workbench(NamedTuple):
    """What targets are worked out from; `live` is what was done today so far."""

    plan: Plan
    state: State
    enrolment: Enrolment
    loading: Loading
    live: Sequence[DoneSlot]


def slot_targets(bench: Workbench, slot: PlannedSlot, planned_top: dict[str, float]) -> SlotTargets:
    """Targets of a slot; `planned_top` has the heaviest target of each lift so far, and gets this slot's."""
    track = bench.state.tracks[slot.track]
    exercise = exercise_of(bench.plan, bench.state, slot)
    groups = groups_for(slot, bench.state.week, track.stage)
    sets: list[Target] = []
    for group in groups:
        for place in range(group.sets):
            target = _target(bench, slot, track, group, place, planned_top)
            sets.append(target)
            if target.weight is not None and group.load.of != "top":
                heaviest = max(planned_top.get(slot.slot.lift, 0.0), target.weight)
                planned_top[slot.slot.lift] = heaviest
    reasons = [track.why_stage] if track.why_stage is not None else []
    planned = bench.plan.lifts[slot.slot.lift].exercise
    if bench.state.lifts[slot.slot.lift].exercise != planned:
        reasons.append(Reason("swapped", {"exercise": exercise, "planned": planned}))
    if bench.state.week in bench.plan.deloads:
        reasons.append(Reason("deload"))
    return SlotTargets(
        slot.slot.lift, exercise, slot.track, track.stage, slot.slot.superset,
        slot.slot.note if slot.slot.note is not None else slot.scheme.note,
        tuple(reasons), (*_warm_ups(bench, slot, track, sets, planned_top), *sets),
    )  # fmt: skip


def _target(
    bench: Workbench,
    slot: PlannedSlot,
    track: TrackState,
    group: SetGroup,
    place: int,
    planned_top: dict[str, float],
) -> Target:
    found = _weight(bench, slot, track, group, planned_top)
    if group.ramp_pct is not None and found.weight is not None:
        share = 100 - group.ramp_pct * (group.sets - 1 - place)
        if share != 100:
            reason = Reason("ramp", {"percent": share, "base": found.weight})
            weight = tidy(max(found.weight * share / 100, 0.0))
            found = Found(weight, (reason, *found.reasons))
    rounded, reasons = found.weight, found.reasons
    if found.weight is not None:
        rounded = bench.loading.rounded(exercise_of(bench.plan, bench.state, slot), found.weight)
        if rounded != found.weight:
            reasons = (*reasons, Reason("rounded", {"from": found.weight, "to": rounded}))
    low, high = group.low, group.high
    if group.goal == "climb":
        low = high = track.reps
    rest_s = next(
        (one for one in (group.rest_s, slot.slot.rest_s, slot.scheme.rest_s) if one is not None),
        None,
    )
    is_amrap = group.kind == "working" and group.goal in ("amrap", "max")
    return Target(
        "amrap" if is_amrap else group.kind,
        "reps" if group.goal == "climb" else group.goal,
        low, high, rounded, found.weight, group.rpe, group.rir, rest_s,
        group.tempo or slot.scheme.tempo, group.label, reasons,
    )  # fmt: skip


def _weight(
    bench: Workbench,
    slot: PlannedSlot,
    track: TrackState,
    group: SetGroup,
    planned_top: dict[str, float],
) -> Found:
    load = group.load
    unit = bench.enrolment.unit
    if load.kind == "work":
        if group.goal == "rm":
            return Found(None, (Reason("work_up", {"reps": group.low}),))
        if track.weight is None:
            return Found(None, (Reason("ask"),))
        return Found(track.weight, (track.why,))
    if load.kind == "percent":
        return _percent(bench, slot, track, load, planned_top)
    if load.kind == "effort":
        return _effort(bench, slot, track, group)
    if load.kind == "fixed" and load.weight is not None:
        return Found(weight_in(load.weight, unit), (Reason("fixed"),))
    if load.kind == "formula" and load.formula is not None:
        names = names_of(bench.plan, bench.state, bench.enrolment, slot.slot.lift, track)
        value = evaluate(load.formula, names, unit)
        if value is None:
            return Found(None, (Reason("ask"),))
        return Found(max(value, 0.0), (Reason("formula", {"formula": formula_text(load.formula)}),))
    return Found(None, (Reason(load.kind),))


def _percent(
    bench: Workbench,
    slot: PlannedSlot,
    track: TrackState,
    load: Load,
    planned_top: dict[str, float],
) -> Found:
    lift = slot.slot.lift
    if load.of == "top":
        return _of_top(bench, lift, load.percent, planned_top)
    of = load.of or ("tm" if has_training_max(bench.plan, bench.state, lift) else "1rm")
    base = names_of(bench.plan, bench.state, bench.enrolment, lift, track)(of)
    if base is None:
        return Found(None, (Reason("missing", {"what": of}),))
    weight = tidy(max(base * load.percent / 100, 0.0))
    reasons = [Reason("percent", {"percent": load.percent, "of": of, "base": base})]
    why = _why(bench, lift, track, of)
    if why is not None:
        reasons.append(why)
    return Found(weight, tuple(reasons))


def _why(bench: Workbench, lift: str, track: TrackState, of: str) -> Reason | None:
    """Why the base of a percentage last changed."""
    parts = of.split(".")
    if of == "weight":
        return track.why
    owner = parts[0] if len(parts) == 2 else lift
    if parts[-1] == "tm":
        return bench.state.lifts[tm_lift(bench.plan, owner)].why
    if parts[-1] == "1rm":
        return bench.state.lifts[owner].why
    other = bench.state.tracks.get(of)
    return None if other is None else other.why


def _of_top(bench: Workbench, lift: str, percent: float, planned_top: dict[str, float]) -> Found:
    done = [
        weight
        for slot in bench.live
        if slot.track.split(".")[0] == lift
        for one in slot.sets
        if one.completed and one.kind != "warm_up"
        for weight in (weight_of(one, bench.enrolment.unit),)
        if weight is not None
    ]
    base = max(done) if done else planned_top.get(lift)
    if base is None:
        return Found(None, (Reason("top_pending", {"percent": percent}),))
    code = "top" if done else "top_planned"
    reason = Reason(code, {"percent": percent, "base": base})
    return Found(tidy(base * percent / 100), (reason,))


def _effort(bench: Workbench, slot: PlannedSlot, track: TrackState, group: SetGroup) -> Found:
    rpe = group.rpe if group.rpe is not None else 10 - (group.rir or 0.0)
    reps = track.reps if group.goal == "climb" else group.high
    base = bench.state.lifts[slot.slot.lift].e1rm
    share = None if reps != int(reps) else rpe_percentage(int(reps), rpe)
    if base is None or share is None:
        return Found(
            None, (Reason("missing", {"what": "e1rm"}) if base is None else Reason("ask"),)
        )
    values = {"percent": share, "base": base, "reps": reps, "rpe": rpe}
    return Found(tidy(base * share / 100), (Reason("effort", values),))


def _warm_ups(
    bench: Workbench,
    slot: PlannedSlot,
    track: TrackState,
    sets: Sequence[Target],
    planned_top: dict[str, float],
) -> list[Target]:
    warm_up = slot.scheme.warm_up
    if warm_up is None or not sets:
        return []
    if not warm_up.groups:
        first = sets[0]
        if first.weight is None:
            return []
        exercise = exercise_of(bench.plan, bench.state, slot)
        return [
            Target(
                "warm_up", "reps", one.reps, one.reps, one.weight, one.weight, None, None, None,
                None, None, (Reason("warm_up"),),
            )
            for one in bench.loading.warm_ups(exercise, first.weight, int(first.high))
        ]  # fmt: skip
    has_max = has_training_max(bench.plan, bench.state, slot.slot.lift)
    found: list[Target] = []
    for group in warm_up.groups:
        if group.load.kind == "percent" and not group.load.of and not has_max:
            group = group._replace(load=group.load._replace(of="weight"))  # noqa: PLW2901
        for place in range(group.sets):
            target = _target(bench, slot, track, group, place, planned_top)
            found.append(target._replace(kind="warm_up"))
    return found
