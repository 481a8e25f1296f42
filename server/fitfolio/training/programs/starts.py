"""Which start values a program asks a lifter for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from fitfolio.training.programs.formulas import names_in
from fitfolio.training.programs.model import SetGroup
from fitfolio.training.programs.plan import Plan, PlannedSlot
from fitfolio.training.programs.state import is_of_lift, tm_lift

StartKind = Literal["max", "tm", "weight"]


class NeededStart(NamedTuple):
    """A start value by its key.

    `max` is a maximum: that for any number of reps (`squat.5rm`), or a training max, does as well.
    Without one that `is_required` some set has no weight that the lifter could not choose better;
    the others are where the first weights come from, which may be chosen in the first session too.
    """

    key: str
    kind: StartKind
    lift: str
    exercise: str
    is_required: bool


def needed_starts(plan: Plan) -> list[NeededStart]:
    """Start values that a lifter must or may give, by lift in the order of the program."""
    asked: dict[str, dict[str, tuple[StartKind, bool]]] = {name: {} for name in plan.lifts}
    weights: dict[str, list[str]] = {name: [] for name in plan.lifts}
    for key, slot in plan.tracks.items():
        lift = slot.slot.lift
        for name, is_required in _names(plan, slot):
            _ask(plan, asked, lift, name, is_required=is_required)
        start = slot.scheme.start or plan.lifts[lift].start
        if start is not None:
            for name in names_in(start):
                _ask(plan, asked, lift, name, is_required=True)
        elif any(group.load.kind == "work" and group.goal != "rm" for group in _groups(plan, key)):
            weights[lift].append(key)
    for lift, keys in weights.items():
        # One weight for the lift does where it has one track only.
        for key in keys if len(keys) > 1 else [lift] * len(keys):
            asked[lift][key] = ("weight", False)
    return [
        NeededStart(key, kind, lift, plan.lifts[lift].exercise, is_required)
        for lift, keys in asked.items()
        for key, (kind, is_required) in keys.items()
    ]


def _groups(plan: Plan, key: str) -> Iterator[SetGroup]:
    """All sets of a track, in whatever week, stage and day."""
    seen: set[int] = set()
    for slot in (slot for week in plan.weeks for day in week for slot in day.slots):
        if slot.track != key or id(slot.slot) in seen:
            continue
        seen.add(id(slot.slot))
        yield from slot.slot.groups
        for line in slot.scheme.sets:
            yield from line.groups


def _names(plan: Plan, slot: PlannedSlot) -> Iterator[tuple[str, bool]]:
    """Quantities that a track's sets and rules name, and whether a weight hangs on it."""
    for group in _groups(plan, slot.track):
        load = group.load
        if load.kind == "percent":
            yield load.of or _base(plan, slot.slot.lift), True
        elif load.kind == "effort":
            yield "e1rm", False
        elif load.kind == "formula":
            yield from ((name, True) for name in names_in(load.formula))
    for variable in slot.scheme.variables:
        yield from ((name, False) for name in names_in(variable.value))
    for rule in slot.scheme.rules:
        yield from ((name, False) for name in names_in(rule.when))
        for action in rule.actions:
            yield from ((name, False) for name in names_in(action.value))
            if action.kind in ("add", "subtract"):
                yield action.target, False


def _base(plan: Plan, lift: str) -> str:
    return "tm" if plan.lifts[tm_lift(plan, lift)].tm_pct is not None else "1rm"


def _ask(
    plan: Plan,
    asked: dict[str, dict[str, tuple[StartKind, bool]]],
    lift: str,
    name: str,
    *,
    is_required: bool,
) -> None:
    """Note what a quantity of a lift is known from; what is no lift's is known from the rest."""
    parts = name.split(".")
    if not is_of_lift(parts[-1]) or parts[-1] == "step" or len(parts) > 2:
        return
    owner = parts[0] if len(parts) == 2 else lift
    kind: StartKind = "max"
    if parts[-1] == "tm":
        owner = tm_lift(plan, owner)
        if plan.lifts[owner].tm_pct is None:
            kind = "tm"
    key = f"{owner}.tm" if kind == "tm" else f"{owner}.1rm"
    was_required = asked[owner].get(key, (kind, False))[1]
    asked[owner][key] = (kind, was_required or is_required)
