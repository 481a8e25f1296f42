"""Why a number is what it is: a code with values, and the English sentence for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from fitfolio.training.programs.numbers import written
from fitfolio.training.units import WeightUnit


class Reason(NamedTuple):
    """A code that stays, and the values of its sentence; weights in the enrolment's unit."""

    code: str
    values: Mapping[str, Any] = {}


_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_QUANTITIES = {
    "tm": "training max",
    "weight": "weight",
    "reps": "reps",
    "1rm": "1RM",
    "e1rm": "e1RM",
}


def reason_text(reason: Reason, unit: WeightUnit) -> str:
    """The sentence of a reason, in English.

    >>> reason_text(Reason("percent", {"percent": 85, "of": "tm", "base": 90}), "kg")
    '85 % of your training max of 90 kg'
    """
    return _SENTENCES[reason.code](reason.values, unit)


def day_text(day: str) -> str:
    """Mon 23 Nov, for a date YYYY-MM-DD; nothing for nothing."""
    if not day:
        return ""
    found = date.fromisoformat(day)
    return f"{_WEEKDAYS[found.weekday()]} {found.day} {_MONTHS[found.month - 1]}"


def quantity_text(name: str) -> str:
    """What people call a quantity: training max, 5RM, squat 1RM, squat (volume)."""
    parts = name.split(".")
    last = parts[-1]
    if len(parts) == 1:
        known = _QUANTITIES.get(name)
        return known or (name.upper() if name.endswith("rm") else name)
    if len(parts) == 3:
        return f"{parts[0]} ({parts[1]}) {last}"
    if last in _QUANTITIES or last.endswith("rm"):
        return f"{parts[0]} {quantity_text(last)}"
    return f"{parts[0]} ({last})"


def _weight(values: Mapping[str, Any], name: str, unit: WeightUnit) -> str:
    return f"{written(values[name])} {unit}"


def _on(values: Mapping[str, Any]) -> str:
    return f" on {day_text(values['date'])}" if values.get("date") else ""


def _changed(values: Mapping[str, Any], unit: WeightUnit) -> str:
    """+2.5 kg: you made all 5 reps on Mon 23 Nov."""
    what = values["what"]
    if what == "reps":
        change = f"{written(values['from'])} → {written(values['to'])} reps"
    elif values.get("percent") is not None:
        change = f"{'-' if values['to'] < values['from'] else '+'}{written(values['percent'])} %"
    elif values["from"] is None:
        change = _weight(values, "to", unit)
    else:
        delta = values["to"] - values["from"]
        change = f"{'+' if delta > 0 else ''}{written(delta)} {unit}"
    name = "" if what in ("weight", "reps") else f"{quantity_text(what)} "
    return f"{name}{change}: {_cause(values)}"


def _cause(values: Mapping[str, Any]) -> str:
    cause = values["cause"]
    if cause == "week_end":
        return f"week {values['week']} is done"
    if cause == "cycle_end":
        return f"cycle {values['cycle']} is done"
    if cause == "done":
        return f"{_amount(values, 'last')} in the last set{_on(values)}"
    times = f" {values['times']} times in a row, the last time" if values["times"] > 1 else ""
    made = (
        f"you made all {_amount(values, 'wanted')}" if cause == "success" else "reps were missing"
    )
    return f"{made}{times}{_on(values)}"


def _amount(values: Mapping[str, Any], name: str) -> str:
    unit = {"seconds": "s", "metres": "m"}.get(values["goal"], "reps")
    return f"{written(values[name])} {unit}"


def _held(values: Mapping[str, Any], unit: WeightUnit) -> str:
    if values["outcome"] == "failure":
        count = values["failures"]
        return (
            f"the same {_weight(values, 'weight', unit)} again: reps were missing{_on(values)}"
            + (f" ({count} times in a row)" if count > 1 else "")
        )
    return f"the same {_weight(values, 'weight', unit)} as{_on(values) or ' last time'}"


_SENTENCES: dict[str, Callable[[Mapping[str, Any], WeightUnit], str]] = {
    "start": lambda _, __: "your start weight",
    "start_formula": lambda v, _: f"start: {v['formula']}",
    "ask": lambda _, __: "choose a weight; what you use is where it goes on from",
    "work_up": lambda v, _: f"work up to the heaviest weight for {written(v['reps'])} reps",
    "missing": lambda v, _: f"needs your {quantity_text(v['what'])}",
    "adopted": lambda v, unit: f"{_weight(v, 'weight', unit)} is what you used{_on(v)}",
    "changed": _changed,
    "estimated": lambda v, _: f"estimated from your sets{_on(v)}",
    "held": _held,
    "by_hand": lambda v, _: f"{quantity_text(v['what'])} set by hand{_on(v)}",
    "break": lambda v, _: f"-{written(v['percent'])} % after a break{_on(v)}",
    "suppressed": lambda v, _: f"unchanged: you kept the change away{_on(v)}",
    "percent": lambda v, unit: (
        f"{written(v['percent'])} % of your {quantity_text(v['of'])} of {_weight(v, 'base', unit)}"
    ),
    "ramp": lambda v, unit: f"{written(v['percent'])} % of the top of {_weight(v, 'base', unit)}",
    "effort": lambda v, unit: (
        f"{written(v['percent'])} % of your e1RM of {_weight(v, 'base', unit)}:"
        f" {written(v['reps'])} reps at RPE {written(v['rpe'])}"
    ),
    "top": lambda v, unit: f"{written(v['percent'])} % of today's top set of {_weight(v, 'base', unit)}",
    "top_planned": lambda v, unit: (
        f"{written(v['percent'])} % of today's top set, planned at {_weight(v, 'base', unit)}"
    ),
    "top_pending": lambda v, _: f"{written(v['percent'])} % of today's top set, once it is done",
    "fixed": lambda _, __: "the same for everyone",
    "bodyweight": lambda _, __: "your own body",
    "formula": lambda v, _: f"{v['formula']}",
    "rounded": lambda v, unit: f"{_weight(v, 'from', unit)} is loaded as {_weight(v, 'to', unit)}",
    "stage": lambda v, _: f"stage {v['stage']}{_on(v) and ' since' + _on(v)[3:]}",
    "swapped": lambda v, _: f"{v['exercise']} instead of {v['planned']}",
    "deload": lambda _, __: "deload week: nothing changes by it",
    "warm_up": lambda _, __: "warm-up by the general rule",
}  # fmt: skip
