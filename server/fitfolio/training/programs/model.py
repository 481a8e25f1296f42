"""What a program is: lifts, schemes of sets and rules, weeks and days, in the order they were written.

The model holds everything the text holds, comments included, so one can be made from the other
without loss. Weights are in both units where the author gave both; percentages are 0–1000 [%],
times in seconds, distances in metres.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Goal = Literal["reps", "amrap", "max", "rm", "climb", "seconds", "metres", "total"]
LoadKind = Literal["work", "percent", "fixed", "ask", "bodyweight", "effort", "formula"]
GroupKind = Literal["working", "drop", "back_off"]
Trigger = Literal["success", "failure", "done", "week_end", "cycle_end"]
ActionKind = Literal["add", "subtract", "set", "next_stage", "first_stage"]


class Trivia(NamedTuple):
    """Comments and blank lines (empty strings) before a line, and the comment at its end."""

    lead: tuple[str, ...] = ()
    trail: str = ""


PLAIN = Trivia()


class Weight(NamedTuple):
    """A weight in one unit or in both; the author decides what is a round number where."""

    kg: float | None
    lb: float | None


class Expr(NamedTuple):
    """A formula: `op` with its operands, a number, a weight, or a name."""

    op: str
    args: tuple[Expr, ...] = ()
    number: float = 0.0
    name: str = ""
    weight: Weight | None = None


class Load(NamedTuple):
    """Where a set's weight comes from.

    `percent` is of what `of` names: `tm`, `1rm`, `e1rm`, `weight`, `top`, `first`, another lift's
    `bench.tm` or another track `squat.volume`; empty is the lift's own TM, or its 1RM without one.
    """

    kind: LoadKind = "work"
    percent: float = 0.0
    of: str = ""
    weight: Weight | None = None
    formula: Expr | None = None


class SetGroup(NamedTuple):
    """`sets` alike sets. `low`–`high` are reps, seconds, metres or the total, as `goal` says.

    With `ramp_pct` the last set has the group's percentage and each one before it so much less.
    """

    sets: int
    goal: Goal
    low: float
    high: float
    load: Load = Load()
    ramp_pct: float | None = None
    rpe: float | None = None
    rir: float | None = None
    kind: GroupKind = "working"
    rest_s: int | None = None
    tempo: str | None = None
    label: str | None = None


class SetLine(NamedTuple):
    """Sets of a scheme: always, in some weeks, in one stage, or both; no groups is a week off.

    A stage may have an exercise of its own, as the steps of a bodyweight ladder do.
    """

    weeks: tuple[int, ...]
    stage: int | None
    groups: tuple[SetGroup, ...]
    exercise: str | None = None
    trivia: Trivia = PLAIN


class Action(NamedTuple):
    """One change: `target` is a quantity of the track, of its lift, or of another lift (`bench.tm`)."""

    kind: ActionKind
    target: str = ""
    value: Expr | None = None
    is_percent: bool = False


class Rule(NamedTuple):
    """When `trigger` comes (`times` in a row, in these weeks, in this stage, while `when` holds): act."""

    trigger: Trigger
    times: int
    weeks: tuple[int, ...]
    stage: int | None
    when: Expr | None
    actions: tuple[Action, ...]
    trivia: Trivia = PLAIN


class Variable(NamedTuple):
    """A number of the track that rules remember something in."""

    name: str
    value: Expr
    trivia: Trivia = PLAIN


class WarmUp(NamedTuple):
    """Warm-up sets; no groups means the general rule."""

    groups: tuple[SetGroup, ...]
    trivia: Trivia = PLAIN


class Setting(NamedTuple):
    """A line with a name and one value: a text, seconds, numbers, or a formula."""

    name: str
    text: str = ""
    numbers: tuple[int, ...] = ()
    formula: Expr | None = None
    trivia: Trivia = PLAIN


SchemeLine = SetLine | Rule | Variable | WarmUp | Setting


class Header(NamedTuple):
    """The `program` block: title and settings."""

    title: str
    lines: tuple[Setting, ...] = ()
    trivia: Trivia = PLAIN


class Lift(NamedTuple):
    """A name for an exercise (a slug of the library, or any text), with its step and training max.

    `tm_pct` is the share of the 1RM that the training max starts at; `tm_of` names the lift whose
    training max is used instead of an own one.
    """

    name: str
    exercise: str
    step: Weight | None = None
    tm_pct: float | None = None
    tm_of: str | None = None
    start: Expr | None = None
    trivia: Trivia = PLAIN


class Scheme(NamedTuple):
    """Sets and rules under a name, for any number of lifts; `like` takes over what is not written anew."""

    name: str
    like: str | None = None
    lines: tuple[SchemeLine, ...] = ()
    trivia: Trivia = PLAIN


class Slot(NamedTuple):
    """One place in a day: a lift with a scheme, or with sets of its own (then without rules)."""

    lift: str
    scheme: str | None
    groups: tuple[SetGroup, ...] = ()
    label: str | None = None
    superset: str | None = None
    rest_s: int | None = None
    note: str | None = None
    trivia: Trivia = PLAIN


class Week(NamedTuple):
    """The days below belong to these weeks."""

    weeks: tuple[int, ...]
    trivia: Trivia = PLAIN


class Day(NamedTuple):
    """A training day, in turn or on a weekday (1 = Monday … 7 = Sunday)."""

    name: str
    weekday: int | None = None
    slots: tuple[Slot, ...] = ()
    trivia: Trivia = PLAIN


Block = Header | Lift | Scheme | Week | Day


class Program(NamedTuple):
    """A whole program; `tail` are the comments after its last line."""

    blocks: tuple[Block, ...]
    tail: tuple[str, ...] = ()
