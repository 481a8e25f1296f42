"""From program to text: the one canonical way to write it, comments kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fitfolio.training.programs.formulas import formula_text, weight_text
from fitfolio.training.programs.model import (
    Action,
    Block,
    Day,
    Header,
    Lift,
    Load,
    Program,
    Rule,
    Scheme,
    SchemeLine,
    SetGroup,
    SetLine,
    Setting,
    Slot,
    Trivia,
    Variable,
    WarmUp,
    Week,
)
from fitfolio.training.programs.numbers import written
from fitfolio.training.programs.read_lines import TEXTS, WEEKDAYS
from fitfolio.training.programs.read_rules import end_words

_BARE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*")
_DIGITS = re.compile(r"[0-9]{1,4}")


def write_program(program: Program) -> str:
    """The program's text; reading it gives the same program again."""
    lines: list[str] = []
    for block in program.blocks:
        lines += block_lines(block)
    lines += program.tail
    return "\n".join(lines) + "\n"


def block_lines(block: Block) -> list[str]:
    """All lines of a block, with the comments and blank lines before it."""
    lines = list(_with_trivia("", block_head(block), block.trivia))
    for text, trivia in _parts(block):
        lines += _with_trivia("  ", text, trivia)
    return lines


def _with_trivia(indent: str, text: str, trivia: Trivia) -> Iterator[str]:
    for line in trivia.lead:
        yield f"{indent}{line}" if line else ""
    yield f"{indent}{text}  {trivia.trail}" if trivia.trail else f"{indent}{text}"


def _parts(block: Block) -> Iterator[tuple[str, Trivia]]:
    if isinstance(block, Header):
        for setting in block.lines:
            yield header_line_text(setting), setting.trivia
    elif isinstance(block, Scheme):
        for line in block.lines:
            yield scheme_line_text(line), line.trivia
    elif isinstance(block, Day):
        for slot in block.slots:
            yield slot_text(slot), slot.trivia


def block_head(block: Block) -> str:
    """The line that begins a block."""
    if isinstance(block, Header):
        return f'program "{block.title}"'
    if isinstance(block, Lift):
        return _lift_text(block)
    if isinstance(block, Scheme):
        return f"scheme {block.name} like {block.like}" if block.like else f"scheme {block.name}"
    if isinstance(block, Week):
        return f"week {weeks_text(block.weeks)}"
    name = block.name if _DIGITS.fullmatch(block.name) else _name(block.name)
    return f"day {name} on {WEEKDAYS[block.weekday - 1]}" if block.weekday else f"day {name}"


def _lift_text(lift: Lift) -> str:
    text = f"lift {lift.name} = {_name(lift.exercise)}"
    if lift.step:
        text += f", step {weight_text(lift.step)}"
    if lift.tm_pct is not None:
        text += f", tm {written(lift.tm_pct)}%"
    if lift.tm_of:
        text += f", tm of {lift.tm_of}"
    return f"{text}, start {formula_text(lift.start)}" if lift.start else text


def _name(text: str) -> str:
    return text if _BARE.fullmatch(text) else f'"{text}"'


def weeks_text(weeks: tuple[int, ...]) -> str:
    """1-3,5 for (1, 2, 3, 5)."""
    parts: list[str] = []
    first = last = weeks[0]
    for week in (*weeks[1:], 0):
        if week == last + 1:
            last = week
            continue
        parts.append(f"{first}-{last}" if last > first else f"{first}")
        first = last = week
    return ",".join(parts)


def header_line_text(setting: Setting) -> str:
    """A line of the program block."""
    name = setting.name
    if name in TEXTS:
        return f'{name} "{setting.text}"'
    if name == "once":
        return name
    weeks = weeks_text(setting.numbers)
    return f'{name} "{setting.text}" {weeks}' if name == "block" else f"{name} {weeks}"


def scheme_line_text(line: SchemeLine) -> str:
    """A line of a scheme."""
    if isinstance(line, SetLine):
        return _set_line_text(line)
    if isinstance(line, Rule):
        return rule_text(line)
    if isinstance(line, Variable):
        return f"var {line.name} = {formula_text(line.value)}"
    if isinstance(line, WarmUp):
        return f"warmup {groups_text(line.groups) if line.groups else 'auto'}"
    if line.formula is not None:
        return f"{line.name} {formula_text(line.formula)}"
    if line.name == "note":
        return f'note "{line.text}"'
    if line.name == "rest":
        return f"rest {_seconds(line.numbers[0])}"
    if line.name == "tempo":
        return f"tempo {line.text}"
    return f"reps {line.numbers[0]} to {line.numbers[1]}"


def _set_line_text(line: SetLine) -> str:
    groups = groups_text(line.groups) if line.groups else "none"
    if line.stage is None and not line.weeks:
        return f"sets {groups}"
    weeks = f"week {weeks_text(line.weeks)}" if line.weeks else ""
    if line.stage is None:
        return f"{weeks}: {groups}"
    exercise = f" with {_name(line.exercise)}" if line.exercise else ""
    return f"stage {line.stage}{exercise}{' ' + weeks if weeks else ''}: {groups}"


def rule_text(rule: Rule) -> str:
    """A rule, with the condition in the trigger's place where that is what fires it."""
    is_condition = rule.trigger == "done" and rule.when is not None
    text = "on "
    text += formula_text(rule.when) if is_condition and rule.when else end_words(rule.trigger)
    if rule.times > 1:
        text += f" {rule.times} times"
    if rule.weeks:
        text += f" in week {weeks_text(rule.weeks)}"
    if rule.stage is not None:
        text += f" in stage {rule.stage}"
    if rule.when is not None and not is_condition:
        text += f" when {formula_text(rule.when)}"
    return f"{text}: {', '.join(_action_text(action) for action in rule.actions)}"


def _action_text(action: Action) -> str:
    if action.value is None:
        return "next stage" if action.kind == "next_stage" else "first stage"
    sign = {"add": "+", "subtract": "-"}.get(action.kind, "=")
    percent = "%" if action.is_percent else ""
    return f"{action.target} {sign} {formula_text(action.value)}{percent}"


def slot_text(slot: Slot) -> str:
    """A line of a day."""
    text = f"{slot.lift} {slot.scheme}" if slot.scheme else slot.lift
    if slot.label:
        text += f" as {slot.label}"
    if slot.scheme is None:
        text += f": {groups_text(slot.groups)}"
    if slot.superset:
        text += f"; superset {slot.superset}"
    if slot.rest_s is not None:
        text += f"; rest {_seconds(slot.rest_s)}"
    return f'{text}; note "{slot.note}"' if slot.note is not None else text


def groups_text(groups: tuple[SetGroup, ...]) -> str:
    """Sets, separated by commas."""
    return ", ".join(_group_text(group) for group in groups)


def _group_text(group: SetGroup) -> str:
    count = f"{group.sets}x" if group.sets > 1 else ""
    effort = group.load.kind == "effort"
    text = f"{count}{goal_text(group.goal, group.low, group.high)}{_load_text(group.load)}"
    if effort:
        text += "@"
    for name, value in (("rpe", group.rpe), ("rir", group.rir)):
        if value is not None:
            text += f"{name} {written(value)}" if effort else f" {name} {written(value)}"
            effort = False
    if group.ramp_pct is not None:
        text += f" ramp {written(group.ramp_pct)}%"
    if group.kind != "working":
        text += " drop" if group.kind == "drop" else " backoff"
    if group.rest_s is not None:
        text += f" rest {_seconds(group.rest_s)}"
    if group.tempo:
        text += f" tempo {group.tempo}"
    return f'{text} "{group.label}"' if group.label is not None else text


def goal_text(goal: str, low: float, high: float) -> str:
    """An amount as it is written: 5, 8-12, 5+, max, 60s."""
    if goal in ("max", "climb"):
        return "max" if goal == "max" else "reps"
    unit = {"seconds": "s", "metres": "m", "total": " total", "rm": "rm", "amrap": "+"}
    amount = written(low) if low == high else f"{written(low)}-{written(high)}"
    return f"{amount}{unit.get(goal, '')}"


def _load_text(load: Load) -> str:
    if load.kind == "percent":
        return f"@{written(load.percent)}%{' of ' + load.of if load.of else ''}"
    if load.kind == "fixed" and load.weight:
        return f"@{weight_text(load.weight)}"
    if load.kind == "formula" and load.formula:
        return f"@({formula_text(load.formula)})"
    return {"ask": "@ask", "bodyweight": "@bw"}.get(load.kind, "")


def _seconds(seconds: int) -> str:
    return f"{seconds // 60}min" if seconds and seconds % 60 == 0 else f"{seconds}s"
