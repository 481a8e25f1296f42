"""What the engine reads: the enrolment with its start values, and the facts that were logged since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

from fitfolio.training.sets import SetKind
from fitfolio.training.units import WeightUnit

FactKind = Literal[
    "workout", "skip", "repeat", "move", "break", "set", "swap", "suppress", "edition"
]


class DoneSet(NamedTuple):
    """A set as it was done; `weight` in `unit`, which is the enrolment's when None."""

    kind: SetKind = "working"
    weight: float | None = None
    unit: WeightUnit | None = None
    reps: int | None = None
    seconds: float | None = None
    metres: float | None = None
    rpe: float | None = None
    rir: float | None = None
    completed: bool = True


class DoneSlot(NamedTuple):
    """What was done for a track; `exercise` is None where it was the planned one."""

    track: str
    sets: tuple[DoneSet, ...] = ()
    exercise: str | None = None


class Fact(NamedTuple):
    """One logged fact; facts are read by `at` [ms], then `id`, in whatever order they come.

    workout   `slots` done on `day` of `week` (the next day of the program where 0)
    skip      the day (the next one where 0) is left out
    repeat    the last day comes again
    move      `week` and `day` come next
    break     training paused: weights and training maxes fall by `value` per cent, and the week
              begins again where `week` is 1
    set       `key` (`squat.tm`, `squat.1rm`, `squat.t1`, `squat.t1.reps`, `squat.t1.stage`) becomes `value`
    swap      `lift` is done with `exercise` from now on (the planned one where empty)
    suppress  no rule fires for `track` (all where empty) by what `workout` brought
    edition   the program goes on as the edition `program_version_id`; what is known is carried over
    """

    kind: FactKind
    id: str
    at: int
    date: str = ""
    week: int = 0
    day: int = 0
    slots: tuple[DoneSlot, ...] = ()
    key: str = ""
    value: float = 0.0
    lift: str = ""
    exercise: str = ""
    workout: str = ""
    track: str = ""
    program_version_id: str = ""


class Enrolment(NamedTuple):
    """A lifter's start: the unit everything is computed in, and start values by key (`squat.1rm`)."""

    unit: WeightUnit
    starts: Mapping[str, float]


def ordered(facts: Iterable[Fact]) -> list[Fact]:
    """Facts in the order they are read, each once: the order in which they arrived means nothing."""
    by_id = {fact.id: fact for fact in facts}
    return sorted(by_id.values(), key=lambda fact: (fact.at, fact.id))


def done_slot_from(values: Mapping[str, Any]) -> DoneSlot:
    """A done slot from its JSON form."""
    sets = tuple(DoneSet(**one) for one in values.get("sets", ()))
    return DoneSlot(values["track"], sets, values.get("exercise"))


def fact_from(values: Mapping[str, Any]) -> Fact:
    """A fact from its JSON form; raises TypeError for a name that no fact has."""
    slots = tuple(done_slot_from(slot) for slot in values.get("slots", ()))
    return Fact(**{**values, "slots": slots})
