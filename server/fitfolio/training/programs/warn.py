"""What a program says without effect: rules that can never fire, stages never reached, what no day trains.

None of it keeps a program from running; each is most likely a slip.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from fitfolio.training.programs.checks import Marks
from fitfolio.training.programs.formulas import evaluate, names_in
from fitfolio.training.programs.limits import MAX_LIKES
from fitfolio.training.programs.model import Day, Expr, Lift, Program, Rule, Scheme, SetLine
from fitfolio.training.programs.plan import Plan, PlannedScheme, make_plan
from fitfolio.training.programs.problems import Problem

_COUNTS_ANEW = frozenset({"weight", "reps", "stage", "tm", "1rm"})
"""What a rule changes of its own track or lift so that successes and failures are counted anew."""


class _Use(NamedTuple):
    """A scheme as days use it: what it has in the end, the weeks it is trained in, stages it comes to."""

    planned: PlannedScheme
    weeks: frozenset[int]
    stages: frozenset[int]


def find_warnings(program: Program, marks: Marks) -> Iterator[Problem]:
    """Yield what has no effect in a program without problems, in no order."""
    plan = make_plan(program)
    schemes = {block.name: block for block in program.blocks if isinstance(block, Scheme)}
    uses = _uses(plan)
    yield from _unused(program, marks, schemes)
    for track, line, column in marks.slots:
        if track not in plan.tracks:
            yield Problem(line, column, "never_trained", track)
    for week, days in enumerate(plan.weeks, start=1):
        if not days:
            yield Problem(*marks.headers[0], "empty_week", str(week))
    for scope, scheme_line, line, column in marks.lines:
        if isinstance(scheme_line, Rule):
            own = _users(scope, schemes, uses, Rule)
            why = [_hopeless(scheme_line, use, plan) for use in own]
            if own and all(why):
                yield Problem(line, column, "never", why[0])
        elif isinstance(scheme_line, SetLine) and scheme_line.stage is not None:
            own = _users(scope, schemes, uses, SetLine)
            if own and all(scheme_line.stage not in use.stages for use in own):
                yield Problem(line, column, "stage_unreached", str(scheme_line.stage))


def _unused(program: Program, marks: Marks, schemes: dict[str, Scheme]) -> Iterator[Problem]:
    slots = [slot for block in program.blocks if isinstance(block, Day) for slot in block.slots]
    lifts = {slot.lift for slot in slots}
    lifts |= {mark.name.split(".")[0] for _, mark in (*marks.names, *marks.targets)}
    lifts |= {block.tm_of for block in program.blocks if isinstance(block, Lift) and block.tm_of}
    used = {name for slot in slots for name in _chain(slot.scheme, schemes)}
    for kind, names in (("lift", lifts), ("scheme", used)):
        for (what, name), (line, column) in marks.places.items():
            if what == kind and name not in names:
                yield Problem(line, column, f"unused_{kind}", str(name))


def _chain(name: str | None, schemes: dict[str, Scheme]) -> list[str]:
    """A scheme and those it takes over from, nearest first."""
    found: list[str] = []
    while name is not None and name in schemes and len(found) < MAX_LIKES:
        found.append(name)
        name = schemes[name].like
    return found


def _uses(plan: Plan) -> dict[str, _Use]:
    planned: dict[str, PlannedScheme] = {}
    weeks: dict[str, set[int]] = {}
    for week, days in enumerate(plan.weeks, start=1):
        for slot in (slot for day in days for slot in day.slots):
            if slot.slot.scheme is not None:
                planned[slot.slot.scheme] = slot.scheme
                weeks.setdefault(slot.slot.scheme, set()).add(week)
    # A rule may set the stage of another track, which is as good as coming to it.
    is_set = any(
        action.target.split(".")[-1] == "stage"
        for one in planned.values()
        for rule in one.rules
        for action in rule.actions
    )
    return {
        name: _Use(one, frozenset(weeks[name]), _reached(one, is_set=is_set))
        for name, one in planned.items()
    }


def _reached(scheme: PlannedScheme, *, is_set: bool) -> frozenset[int]:
    stages = scheme.stages or (1,)
    if is_set:
        return frozenset(stages)
    reached = {stages[0]}
    for stage in stages:  # rules lead one on or back to the first
        later = next((one for one in stages if one > stage), stage)
        leads_on = any(
            rule.stage in (None, stage)
            and any(action.kind == "next_stage" for action in rule.actions)
            for rule in scheme.rules
        )
        if stage in reached and leads_on:
            reached.add(later)
    return frozenset(reached)


def _users(
    scope: str, schemes: dict[str, Scheme], uses: dict[str, _Use], kind: type[Rule | SetLine]
) -> list[_Use]:
    """Uses of schemes that have their rules (or sets) from this one."""

    def source(name: str) -> str | None:
        with_own = (one for one in _chain(name, schemes)
                    if any(isinstance(line, kind) for line in schemes[one].lines))  # fmt: skip
        return next(with_own, None)

    return [use for name, use in uses.items() if source(name) == scope]


def _hopeless(rule: Rule, use: _Use, plan: Plan) -> str:
    """Why a rule can never fire where it is used, or nothing."""
    weeks = _weeks(rule, use, plan)
    if not weeks:
        if rule.weeks and rule.trigger == "cycle_end":
            return f"a cycle ends with week {len(plan.weeks)}"
        return "it is not trained in that week" if rule.weeks else "all its weeks are deload weeks"
    if rule.stage is not None and rule.stage not in use.stages:
        return f"stage {rule.stage} is never reached"
    if any(_counts_anew(one, rule, use.planned.rules) for one in use.planned.rules):
        return f"another rule changes something before it comes {rule.times} times in a row"
    if rule.when is not None and _never_holds(rule.when, rule, use, weeks):
        return "its condition never holds"
    return ""


def _weeks(rule: Rule, use: _Use, plan: Plan) -> set[int]:
    """Weeks in which a rule could fire."""
    if rule.trigger == "cycle_end":
        weeks = {len(plan.weeks)}
    else:
        weeks = set(use.weeks)
        if rule.trigger != "week_end" and not rule.weeks:
            weeks -= plan.deloads
    return {week for week in weeks if not rule.weeks or week in rule.weeks}


def _counts_anew(one: Rule, rule: Rule, rules: tuple[Rule, ...]) -> bool:
    """Whether a rule fires on every outcome before enough have come in a row for another, and resets them."""

    def competes(other: Rule) -> bool:
        return not _is_same(other, rule) and other.trigger in (rule.trigger, "done")

    before = rules[: rules.index(one)]
    return (
        rule.trigger in ("success", "failure")
        and one.times < rule.times
        and competes(one)
        and one.when is None
        and not one.weeks
        and one.stage in (None, rule.stage)
        and not any(competes(other) for other in before)
        and any(action.value is None or action.target in _COUNTS_ANEW for action in one.actions)
    )


def _is_same(one: Rule, other: Rule) -> bool:
    """Whether it is the same rule; the marks have it without its comments."""
    return one.actions is other.actions


def _never_holds(when: Expr, rule: Rule, use: _Use, weeks: Collection[int]) -> bool:
    """Whether a condition is false whatever happens: it hangs on nothing, or on few values that are known."""
    names = set(names_in(when))
    low, high = use.planned.climb or (1, 0)
    stages = use.stages if rule.stage is None else (rule.stage,)
    known: dict[str, Collection[int]] = {
        "week": weeks, "stage": stages, "reps": range(low, high + 1),
    }  # fmt: skip
    if not names:
        values: Collection[int] = (0,)
    elif len(names) == 1:
        values = known.get(names.pop(), ())
    else:
        return False
    return bool(values) and not any(_holds(when, value) for value in values)


def _holds(when: Expr, value: float) -> bool:
    """Whether a condition holds in either unit when every name in it has this value."""
    in_kg, in_lb = evaluate(when, lambda _: value, "kg"), evaluate(when, lambda _: value, "lb")
    return bool(in_kg) or bool(in_lb)
