"""Rules: on failure 3 times: weight - 10%."""

from __future__ import annotations

from fitfolio.training.programs.limits import MAX_ACTIONS, MAX_COUNT, MAX_STAGES, MAX_WEEKS
from fitfolio.training.programs.model import Action, Expr, Rule, Trigger
from fitfolio.training.programs.problems import Problem, TextProblem
from fitfolio.training.programs.read_formulas import (
    NameMark,
    read_formula,
    read_name,
    read_sum,
)
from fitfolio.training.programs.tokens import Cursor

_OUTCOMES: tuple[Trigger, ...] = ("success", "failure", "done")
_ENDS: dict[str, Trigger] = {"week": "week_end", "cycle": "cycle_end"}
_END_WORDS = {trigger: f"{word} end" for word, trigger in _ENDS.items()}


def read_weeks(cursor: Cursor) -> tuple[int, ...]:
    """Read week numbers: 1, 1-3 or 1-3,5."""
    weeks: set[int] = set()
    while True:
        start = cursor.now
        first = cursor.whole("a week", MAX_WEEKS)
        last = cursor.whole("the last week", MAX_WEEKS) if cursor.takes("-") else first
        if last < first:
            raise TextProblem(Problem(cursor.line, start.column, "range", start.text))
        weeks.update(range(first, last + 1))
        if not (cursor.sees(",") and cursor.after.kind == "number"):
            return tuple(sorted(weeks))
        cursor.step()


def read_rule(
    cursor: Cursor, marks: list[NameMark], targets: list[NameMark], names: tuple[str, ...]
) -> Rule:
    """Read a rule behind its `on`; `names` are quantities, to tell a slip of a trigger from one."""
    trigger, when = _trigger(cursor, marks, names)
    times = 1
    if trigger in ("success", "failure") and cursor.now.kind == "number":
        times = cursor.whole("how many times in a row", MAX_COUNT)
        cursor.needs("times")
    weeks: tuple[int, ...] = ()
    stage = None
    while cursor.takes("in"):
        if cursor.takes("week"):
            weeks = read_weeks(cursor)
        else:
            cursor.needs("stage")
            stage = cursor.whole("a stage", MAX_STAGES)
    if when is None and cursor.takes("when"):
        when = read_formula(cursor, marks)
    cursor.needs(":")
    actions = [_action(cursor, marks, targets)]
    while cursor.takes(","):
        if len(actions) == MAX_ACTIONS:
            cursor.fail(f"at most {MAX_ACTIONS} changes in one rule")
        actions.append(_action(cursor, marks, targets))
    return Rule(trigger, times, weeks, stage, when, tuple(actions))


def _trigger(
    cursor: Cursor, marks: list[NameMark], names: tuple[str, ...]
) -> tuple[Trigger, Expr | None]:
    for outcome in _OUTCOMES:
        if cursor.takes(outcome):
            return outcome, None
    if cursor.sees(*_ENDS) and cursor.after.text == "end":
        trigger = _ENDS[cursor.step().text]
        cursor.step()
        return trigger, None
    word = cursor.now.text
    if cursor.now.kind == "word" and cursor.after.text in (":", "in", "when") and word not in names:
        cursor.fail("success, failure, done, week end, cycle end or a condition", _OUTCOMES)
    return "done", read_formula(cursor, marks)


def _action(cursor: Cursor, marks: list[NameMark], targets: list[NameMark]) -> Action:
    if cursor.sees("next", "first") and cursor.after.text == "stage":
        is_next = cursor.step().text == "next"
        cursor.step()
        return Action("next_stage" if is_next else "first_stage")
    target = read_name(cursor, "what changes, such as weight + step", targets)
    if cursor.takes("="):
        return Action("set", target, read_formula(cursor, marks))
    if not cursor.sees("+", "-"):
        cursor.fail("'+', '-' or '='")
    kind = cursor.step().text
    if cursor.now.kind == "number" and cursor.after.text == "%":
        percent = cursor.number("a percentage")
        cursor.step()
        if not cursor.sees("of"):
            value = Expr("number", number=percent)
            return Action("add" if kind == "+" else "subtract", target, value, is_percent=True)
        cursor.place -= 2  # it is a formula after all: 10% of something
    value = read_sum(cursor, marks)
    return Action("add" if kind == "+" else "subtract", target, value)


def end_words(trigger: Trigger) -> str:
    """A trigger as it is written."""
    return _END_WORDS.get(trigger, trigger)
