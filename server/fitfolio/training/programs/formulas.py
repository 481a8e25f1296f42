"""The value of a formula and its text."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from fitfolio.training.programs.model import Expr, Weight
from fitfolio.training.programs.numbers import tidy, weight_in, written
from fitfolio.training.units import WeightUnit

Names = Callable[[str], float | None]

_LEVELS = {"or": 1, "and": 2, "not": 3, "+": 5, "-": 5, "*": 6, "/": 6, "neg": 7, "percent": 7}
_COMPARISON = 4
_SINGLE = 8
_FEWEST_NAMES = frozenset({"<", "<=", ">", ">=", "=", "!="})


def evaluate(expr: Expr, names: Names, unit: WeightUnit) -> float | None:
    """Value of a formula, weights in `unit`; None when a name it needs is not known yet.

    Every node is visited at most once and every value lies within ±1,000,000, so the work is bounded
    by the length of the formula. Division by zero gives 0; true is 1 and false 0.
    """
    op = expr.op
    if op == "number":
        return expr.number
    if op == "name":
        return names(expr.name)
    if op == "weight":
        return weight_in(expr.weight or Weight(0.0, None), unit)
    if op == "call" and expr.name == "if":
        chosen = evaluate(expr.args[0], names, unit)
        return None if chosen is None else evaluate(expr.args[1 if chosen else 2], names, unit)
    values = []
    for arg in expr.args:
        value = evaluate(arg, names, unit)
        if value is None:
            return None
        values.append(value)
    return tidy(_apply(expr, values, names))


def _apply(expr: Expr, values: list[float], names: Names) -> float:
    first = values[0]
    if len(values) == 1:
        if expr.op == "percent":
            return first * expr.number / 100
        if expr.op == "call":
            return _call(expr.name, first, names)
        return -first if expr.op == "neg" else float(not first)
    second = values[1]
    if expr.op == "call":
        return min(first, second) if expr.name == "min" else max(first, second)
    if expr.op in ("and", "or"):
        both = bool(first) + bool(second)
        return float(both == 2 if expr.op == "and" else both > 0)
    if expr.op in _FEWEST_NAMES:
        return float(_compare(expr.op, first, second))
    if expr.op == "/":
        return first / second if second else 0.0
    if expr.op == "*":
        return first * second
    return first + second if expr.op == "+" else first - second


def _call(name: str, value: float, names: Names) -> float:
    if name == "reps":
        return names(f"reps({math.floor(value)})") or 0.0
    if name == "floor":
        return float(math.floor(value))
    if name == "ceil":
        return float(math.ceil(value))
    return float(math.floor(value + 0.5)) if name == "round" else abs(value)


def _compare(op: str, first: float, second: float) -> bool:
    if op == "=":
        return first == second
    if op == "!=":
        return first != second
    if op in ("<", "<="):
        return first < second or (op == "<=" and first == second)
    return first > second or (op == ">=" and first == second)


def names_in(expr: Expr | None) -> Iterator[str]:
    """Every name that a formula reads, from left to right."""
    if expr is None:
        return
    if expr.op == "name":
        yield expr.name
    elif expr.op == "call" and expr.name == "reps":
        yield "reps()"
    for arg in expr.args:
        yield from names_in(arg)


def weight_text(weight: Weight) -> str:
    """2.5kg/5lb, or the one unit there is."""
    parts = [
        f"{written(number)}{unit}"
        for number, unit in ((weight.kg, "kg"), (weight.lb, "lb"))
        if number is not None
    ]
    return "/".join(parts)


def formula_text(expr: Expr) -> str:
    """The formula with as few brackets as its meaning needs."""
    op, args = expr.op, expr.args
    if op == "number":
        return written(expr.number)
    if op == "name":
        return expr.name
    if op == "weight":
        return weight_text(expr.weight or Weight(0.0, None))
    if op == "call":
        return f"{expr.name}({', '.join(formula_text(arg) for arg in args)})"
    level = _level(expr)
    if op == "not":
        return f"not {_within(args[0], level)}"
    if op == "neg":
        return f"-{_within(args[0], level)}"
    if op == "percent":
        return f"{written(expr.number)}% of {_within(args[0], level)}"
    left = level + 1 if level == _COMPARISON else level
    return f"{_within(args[0], left)} {op} {_within(args[1], level + 1)}"


def _level(expr: Expr) -> int:
    if expr.op in _FEWEST_NAMES:
        return _COMPARISON
    return _LEVELS.get(expr.op, _SINGLE)


def _within(expr: Expr, level: int) -> str:
    text = formula_text(expr)
    return text if _level(expr) >= level else f"({text})"
