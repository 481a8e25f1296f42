"""What a workout changed: which weights, reps, stages and maxima rose, fell or stayed, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from fitfolio.training.programs.carry import Plans
from fitfolio.training.programs.facts import Enrolment, Fact, ordered
from fitfolio.training.programs.fold import Folding
from fitfolio.training.programs.loading import Loading
from fitfolio.training.programs.model import Load
from fitfolio.training.programs.plan import Plan, PlannedSlot
from fitfolio.training.programs.reasons import Reason
from fitfolio.training.programs.state import State, exercise_of, maximum, tm_lift

Direction = Literal["rose", "fell", "stayed", "new"]


class Change(NamedTuple):
    """A quantity before and after a workout, in the enrolment's unit.

    `what` is `weight`, `reps` or `stage` of `track`, or `tm`, `1rm` or `e1rm` of `lift` (`track` is empty,
    or the one that stands at it); `loaded` is the weight after it as it can be loaded. `by` is the track whose rule did it: what a
    `suppress` fact has to name to keep the change away, and to take back where `is_suppressed`.
    """

    track: str
    lift: str
    what: str
    before: float | None
    after: float | None
    loaded: float | None
    direction: Direction
    reason: Reason | None
    by: str
    is_suppressed: bool


class _Seen(NamedTuple):
    """A quantity with why it is what it is, at one moment."""

    value: float | None
    reason: Reason | None


_Key = tuple[str, str, str]
"""Track or nothing, lift, quantity."""


def what_changes(
    plan: Plan,
    enrolment: Enrolment,
    facts: Iterable[Fact],
    workout_id: str,
    loading: Loading,
    plans: Plans | None = None,
) -> list[Change]:
    """What changed by one workout, in the order of the program; nothing for one that is not among the facts.

    Every track that was trained is there, with what stayed where nothing changed. What was logged
    after the workout has no part in it, but for changes of this workout that were kept away. `plans` are
    those of the editions that facts move to.
    """
    folding = Folding(plan, enrolment, ordered(facts), loading, plans)
    for fact in folding.facts:
        if fact.kind == "workout" and fact.id == workout_id:
            before = _seen(folding.plan, folding.state)
            folding.apply(fact)
            return list(_changes(folding, fact, before))
        folding.apply(fact)
    return []


def _seen(plan: Plan, state: State) -> dict[_Key, _Seen]:
    """Every quantity there is, with its reason."""
    found: dict[_Key, _Seen] = {}
    for key, slot in plan.tracks.items():
        track, lift = state.tracks[key], slot.slot.lift
        found[key, lift, "weight"] = _Seen(track.weight, track.why)
        found[key, lift, "reps"] = _Seen(track.reps, track.why_reps or track.why)
        found[key, lift, "stage"] = _Seen(float(track.stage), track.why_stage)
    for name in plan.lifts:
        own = state.lifts[name]
        found["", name, "tm"] = _Seen(own.tm, own.why)
        found["", name, "1rm"] = _Seen(maximum(own, "1rm"), own.why)
        found["", name, "e1rm"] = _Seen(own.e1rm, None)
    return found


def _changes(folding: Folding, fact: Fact, before: dict[_Key, _Seen]) -> Iterator[Change]:
    plan, state = folding.plan, folding.state
    after = _seen(plan, state)
    changed = [key for key, seen in after.items() if seen.value != before[key].value]
    trained = {slot.track for slot in fact.slots}
    for key, slot in plan.tracks.items():
        own = [one for one in changed if one[0] == key]
        if not own and key in trained:
            own = _standing(plan, state, slot, changed)
        for one in own:
            yield _change(folding, fact, key, one, before, after)
    for one in changed:
        if not one[0] and (one[2] != "e1rm" or _uses_e1rm(plan, one[1])):
            yield _change(folding, fact, "", one, before, after)


def _standing(plan: Plan, state: State, slot: PlannedSlot, changed: list[_Key]) -> list[_Key]:
    """What a track stands at when nothing changed: its weight, else its reps, else its training max."""
    track, lift = state.tracks[slot.track], slot.slot.lift
    if track.weight is not None:
        return [(slot.track, lift, "weight")]
    if slot.scheme.climb is not None:
        return [(slot.track, lift, "reps")]
    maximum_key = ("", tm_lift(plan, lift), "tm")
    known = state.lifts[maximum_key[1]].tm is not None
    return [maximum_key] if known and maximum_key not in changed else []


def _uses_e1rm(plan: Plan, lift: str) -> bool:
    def follows(slot: PlannedSlot) -> bool:
        groups = (*slot.slot.groups, *(group for line in slot.scheme.sets for group in line.groups))
        return any(_is_of_e1rm(group.load) for group in groups)

    return any(slot.slot.lift == lift and follows(slot) for slot in plan.tracks.values())


def _is_of_e1rm(load: Load) -> bool:
    return load.kind == "effort" or load.of == "e1rm"


def _change(
    folding: Folding,
    fact: Fact,
    track: str,
    key: _Key,
    before: dict[_Key, _Seen],
    after: dict[_Key, _Seen],
) -> Change:
    _, lift, what = key
    old, new = before[key].value, after[key].value
    reason = after[key].reason
    if what == "e1rm":
        reason = Reason("estimated", {"date": fact.date})
    elif track and old == new and what != "weight":
        # Why it once became what it is says nothing of this workout.
        why = folding.state.tracks[track].why
        reason = why if why.code == "suppressed" else None
    by = track if reason is None or old == new else str(reason.values.get("track", track))
    loaded = None
    if what == "weight" and new is not None:
        exercise = exercise_of(folding.plan, folding.state, folding.plan.tracks[track])
        loaded = folding.loading.rounded(exercise, new)
    return Change(
        track, lift, what, old, new, loaded, _direction(old, new), reason, by,
        folding.is_suppressed(fact, by),
    )  # fmt: skip


def _direction(before: float | None, after: float | None) -> Direction:
    if before == after or after is None:
        return "stayed"
    if before is None:
        return "new"
    return "rose" if after > before else "fell"
