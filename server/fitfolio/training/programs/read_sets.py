"""Sets as lifters write them: 5x5, 3x8-12, 5+@85%, 3x5@rpe 8, 10rm, 50-100 total, 3x60s."""

from __future__ import annotations

from collections.abc import Callable

from fitfolio.training.programs.limits import (
    MAX_COUNT,
    MAX_GROUPS,
    MAX_NUMBER,
    MAX_SETS,
)
from fitfolio.training.programs.model import Goal, GroupKind, Load, SetGroup
from fitfolio.training.programs.problems import Problem, TextProblem
from fitfolio.training.programs.read_formulas import (
    NameMark,
    read_formula,
    read_name,
    read_weight,
)
from fitfolio.training.programs.tokens import Cursor

_MODIFIERS = ("ramp", "rpe", "rir", "rest", "tempo", "drop", "backoff")
_AFTER_REPS = "'@', another set after a comma, or the end of the line"


def read_groups(cursor: Cursor, marks: list[NameMark]) -> tuple[SetGroup, ...]:
    """Read sets separated by commas."""
    groups = [_group(cursor, marks)]
    while cursor.sees(","):
        comma = cursor.step()
        if len(groups) == MAX_GROUPS:
            _refuse(cursor, comma.column, f"{MAX_GROUPS} different sets")
        groups.append(_group(cursor, marks))
        if sum(group.sets for group in groups) > MAX_SETS:
            _refuse(cursor, comma.column, f"{MAX_SETS} sets")
    return tuple(groups)


def _refuse(cursor: Cursor, column: int, most: str) -> None:
    raise TextProblem(Problem(cursor.line, column, "too_large", "too many sets", most))


def _group(cursor: Cursor, marks: list[NameMark]) -> SetGroup:
    count = 1
    if cursor.now.kind == "number" and cursor.after.text == "x":
        count = cursor.whole("a number of sets", MAX_COUNT)
        cursor.step()
    goal, low, high = _goal(cursor)
    group = SetGroup(count, goal, low, high)
    if cursor.takes("@"):
        group = _loaded(cursor, group, marks)
    return _modified(cursor, group)


def _goal(cursor: Cursor) -> tuple[Goal, float, float]:
    if cursor.takes("max"):
        return "max", 1, 1
    if cursor.takes("reps"):
        return "climb", 1, 1
    start = cursor.now
    low = cursor.number("a number of reps")
    high = low
    if cursor.takes("-"):
        high = cursor.number("the upper end of the range")
        if high < low:
            raise TextProblem(Problem(cursor.line, start.column, "range", start.text))
    goal: Goal = "reps"
    factor = 1
    if cursor.sees("s", "sec", "min"):
        goal, factor = "seconds", 60 if cursor.step().text == "min" else 1
    elif cursor.sees("m", "km"):
        goal, factor = "metres", 1000 if cursor.step().text == "km" else 1
    elif cursor.takes("total"):
        goal = "total"
    elif cursor.takes("rm"):
        goal = "rm"
    elif cursor.takes("+"):
        goal = "amrap"
    if low * factor < 1 or (goal not in ("seconds", "metres") and (low % 1 or high % 1)):
        raise TextProblem(
            Problem(cursor.line, start.column, "expected", start.text, "a whole number from 1")
        )
    return goal, low * factor, high * factor


def _loaded(cursor: Cursor, group: SetGroup, marks: list[NameMark]) -> SetGroup:
    if cursor.takes("ask"):
        return group._replace(load=Load("ask"))
    if cursor.takes("bw"):
        return group._replace(load=Load("bodyweight"))
    if cursor.sees("rpe", "rir"):
        return _with_effort(cursor, group._replace(load=Load("effort")))
    if cursor.takes("("):
        formula = read_formula(cursor, marks)
        cursor.needs(")")
        return group._replace(load=Load("formula", formula=formula))
    if cursor.now.kind == "number" and cursor.after.text in ("kg", "lb"):
        return group._replace(load=Load("fixed", weight=read_weight(cursor)))
    percent = cursor.number("a load such as 75%, 60kg/135lb, rpe 8, ask or bw")
    cursor.needs("%")
    if percent > 1000:
        _refuse(cursor, cursor.now.column, "1000 %")
    of = read_name(cursor, "what it is a share of", marks) if cursor.takes("of") else ""
    return group._replace(load=Load("percent", percent, of))


def _with_effort(cursor: Cursor, group: SetGroup) -> SetGroup:
    name = cursor.step().text
    token = cursor.now
    value = cursor.number(f"a number behind {name}")
    least = 1 if name == "rpe" else 0
    if not least <= value <= 10 or value * 2 % 1:
        wanted = f"{least}–10 in half steps"
        raise TextProblem(Problem(cursor.line, token.column, "expected", token.text, wanted))
    return group._replace(rpe=value) if name == "rpe" else group._replace(rir=value)


def _ramp(cursor: Cursor, group: SetGroup) -> SetGroup:
    cursor.step()
    percent = cursor.number("a percentage between two sets")
    cursor.needs("%")
    return group._replace(ramp_pct=percent)


def _rest(cursor: Cursor, group: SetGroup) -> SetGroup:
    cursor.step()
    return group._replace(rest_s=read_seconds(cursor))


def _tempo(cursor: Cursor, group: SetGroup) -> SetGroup:
    cursor.step()
    return group._replace(tempo=read_tempo(cursor))


def _kind(kind: GroupKind) -> Callable[[Cursor, SetGroup], SetGroup]:
    def read(cursor: Cursor, group: SetGroup) -> SetGroup:
        cursor.step()
        return group._replace(kind=kind)

    return read


_READERS: dict[str, Callable[[Cursor, SetGroup], SetGroup]] = {
    "ramp": _ramp,
    "rpe": _with_effort,
    "rir": _with_effort,
    "rest": _rest,
    "tempo": _tempo,
    "drop": _kind("drop"),
    "backoff": _kind("back_off"),
}


def _modified(cursor: Cursor, group: SetGroup) -> SetGroup:
    while True:
        if cursor.now.kind == "text":
            group = group._replace(label=cursor.step().text)
        elif cursor.sees(*_MODIFIERS):
            group = _READERS[cursor.now.text](cursor, group)
        elif cursor.now.kind in ("word", "number"):
            cursor.fail(_AFTER_REPS, _MODIFIERS)
        else:
            return group


def read_seconds(cursor: Cursor) -> int:
    """Read a time: 90s or 3min."""
    number = cursor.number("a time such as 90s or 3min")
    if not cursor.sees("s", "sec", "min"):
        cursor.fail("'s' or 'min'", ("s", "min"))
    seconds = number * 60 if cursor.step().text == "min" else number
    if seconds % 1 or seconds > MAX_NUMBER:
        _refuse(cursor, cursor.now.column, "whole seconds")
    return int(seconds)


def read_tempo(cursor: Cursor) -> str:
    """Read a tempo: seconds down, pause, up, pause, as in 4-0-2-0."""
    parts = [str(cursor.whole("a tempo such as 4-0-2-0", 60, 0))]
    for _ in range(3):
        cursor.needs("-")
        parts.append(str(cursor.whole("seconds", 60, 0)))
    return "-".join(parts)
