"""Formulas: numbers, weights, names, arithmetic and comparisons; no loops, nothing that acts."""

from __future__ import annotations

from fitfolio.training.programs.limits import MAX_DEPTH, MAX_NODES
from fitfolio.training.programs.model import Expr, Weight
from fitfolio.training.programs.problems import Problem, TextProblem
from fitfolio.training.programs.tokens import Cursor

ARGUMENTS = {"min": 2, "max": 2, "if": 3, "floor": 1, "ceil": 1, "round": 1, "abs": 1, "reps": 1}
"""Functions and how many values each takes."""

_COMPARISONS = ("<=", ">=", "!=", "<", ">", "=")
_WHAT = "a number, a name or a bracket"


class NameMark:
    """A name in a formula and where it stands, to be checked when all names are known."""

    def __init__(self, name: str, line: int, column: int) -> None:
        self.name = name
        self.line = line
        self.column = column


def read_weight(cursor: Cursor) -> Weight:
    """Read a weight: 5kg, 10lb, or the same in both units, 5kg/10lb."""
    number = cursor.number("a weight such as 2.5kg/5lb")
    unit = _unit(cursor)
    kg, lb = (number, None) if unit == "kg" else (None, number)
    if cursor.sees("/") and cursor.after.kind == "number":
        cursor.step()
        number = cursor.number("a weight")
        if not cursor.sees("lb" if unit == "kg" else "kg"):
            cursor.fail("'lb'" if unit == "kg" else "'kg'", ("kg", "lb"))
        cursor.step()
        kg, lb = (kg, number) if unit == "kg" else (number, lb)
    return Weight(kg, lb)


def _unit(cursor: Cursor) -> str:
    if not cursor.sees("kg", "lb"):
        cursor.fail("'kg' or 'lb'", ("kg", "lb"))
    return cursor.step().text


def read_name(cursor: Cursor, what: str, marks: list[NameMark]) -> str:
    """Read a quantity: reps, 5rm, bench.tm, squat.volume, squat.volume.reps."""
    start = cursor.now
    parts = [_name_part(cursor, what)]
    while cursor.takes("."):
        parts.append(_name_part(cursor, "the name of a quantity"))
        if len(parts) == 3:
            break
    name = ".".join(parts)
    marks.append(NameMark(name, cursor.line, start.column))
    return name


def _name_part(cursor: Cursor, what: str) -> str:
    if cursor.now.kind == "number" and cursor.after.text == "rm":
        reps = cursor.whole("reps of a maximum", 12)
        cursor.step()
        return f"{reps}rm"
    return cursor.word(what)


class _Formula:
    def __init__(self, cursor: Cursor, marks: list[NameMark]) -> None:
        self.cursor = cursor
        self.marks = marks
        self.nodes = 0
        self.depth = 0

    def made(self, expr: Expr) -> Expr:
        """Count a node, and refuse one too many."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._refuse("a formula this long", MAX_NODES, "parts")
        return expr

    def _refuse(self, found: str, most: int, what: str) -> None:
        at = self.cursor
        raise TextProblem(Problem(at.line, at.now.column, "too_large", found, f"{most} {what}"))

    def either(self) -> Expr:
        left = self.both()
        while self.cursor.takes("or"):
            left = self.made(Expr("or", (left, self.both())))
        return left

    def both(self) -> Expr:
        left = self.negation()
        while self.cursor.takes("and"):
            left = self.made(Expr("and", (left, self.negation())))
        return left

    def negation(self) -> Expr:
        if self.cursor.takes("not"):
            self.made(Expr("not"))
            return Expr("not", (self.negation(),))
        return self.comparison()

    def comparison(self) -> Expr:
        left = self.sum()
        if self.cursor.sees(*_COMPARISONS):
            op = self.cursor.step().text
            return self.made(Expr(op, (left, self.sum())))
        return left

    def sum(self) -> Expr:
        left = self.product()
        while self.cursor.sees("+", "-"):
            op = self.cursor.step().text
            left = self.made(Expr(op, (left, self.product())))
        return left

    def product(self) -> Expr:
        left = self.factor()
        while self.cursor.sees("*", "/"):
            op = self.cursor.step().text
            left = self.made(Expr(op, (left, self.factor())))
        return left

    def factor(self) -> Expr:
        if self.cursor.takes("-"):
            self.made(Expr("neg"))
            return Expr("neg", (self.factor(),))
        return self.single()

    def single(self) -> Expr:
        cursor = self.cursor
        if cursor.takes("("):
            inner = self.inside()
            cursor.needs(")")
            return inner
        if cursor.now.kind == "number" and cursor.after.text in ("kg", "lb"):
            return self.made(Expr("weight", weight=read_weight(cursor)))
        if cursor.now.kind == "number" and cursor.after.text != "rm":
            number = cursor.number(_WHAT)
            if cursor.takes("%"):
                cursor.needs("of")
                self.made(Expr("percent"))
                return Expr("percent", (self.factor(),), number)
            return self.made(Expr("number", number=number))
        if cursor.sees(*ARGUMENTS) and cursor.after.text == "(":
            return self.call()
        return self.made(Expr("name", name=read_name(cursor, _WHAT, self.marks)))

    def call(self) -> Expr:
        name = self.cursor.step().text
        self.cursor.needs("(")
        args = [self.inside()]
        for _ in range(ARGUMENTS[name] - 1):
            self.cursor.needs(",")
            args.append(self.inside())
        self.cursor.needs(")")
        return self.made(Expr("call", tuple(args), name=name))

    def inside(self) -> Expr:
        """A formula inside brackets, one level deeper."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self._refuse("brackets this deep", MAX_DEPTH, "levels")
        found = self.either()
        self.depth -= 1
        return found


def read_formula(cursor: Cursor, marks: list[NameMark]) -> Expr:
    """Read a whole formula, comparisons and all."""
    return _Formula(cursor, marks).either()


def read_sum(cursor: Cursor, marks: list[NameMark]) -> Expr:
    """Read a formula that is a value and no comparison."""
    return _Formula(cursor, marks).sum()
