"""What the lines of a program must agree on: names, weeks, stages, and rules that have a chance."""

from __future__ import annotations

from collections.abc import Iterator

from fitfolio.training.programs.limits import (
    MAX_DAYS,
    MAX_LIFTS,
    MAX_RULES,
    MAX_SCHEMES,
    MAX_SLOTS,
)
from fitfolio.training.programs.model import (
    Day,
    Header,
    Lift,
    Program,
    Rule,
    Scheme,
    SchemeLine,
    SetLine,
    Slot,
)
from fitfolio.training.programs.plan import (
    PlannedScheme,
    planned_scheme,
    track_key,
    week_count,
)
from fitfolio.training.programs.problems import Problem, closest
from fitfolio.training.programs.read_formulas import NameMark

MAXIMA = tuple(f"{reps}rm" for reps in range(1, 13))
OF_LIFT = ("tm", "e1rm", "step", *MAXIMA)
OF_TRACK = ("weight", "reps", "stage", "successes", "failures", "misses", "stalled")
OF_RESULT = ("first", "last", "lowest", "total", "target", "top", "rpe", "sets")
QUANTITIES = (*OF_LIFT, *OF_TRACK, *OF_RESULT, "week", "cycle")
_OF_OTHER_TRACK = ("weight", "reps", "stage")
_CHANGEABLE = ("weight", "reps", "stage", "tm", "1rm")


class Marks:
    """Where names stand in the text: what could not be checked while its line was read."""

    def __init__(self) -> None:
        self.lifts: list[NameMark] = []
        self.schemes: list[NameMark] = []
        self.names: list[tuple[str, NameMark]] = []
        self.targets: list[tuple[str, NameMark]] = []
        self.weeks: list[tuple[tuple[int, ...], int, int]] = []
        self.lines: list[tuple[str, SchemeLine, int, int]] = []
        self.slots: list[tuple[str, int, int]] = []
        self.places: dict[tuple[str, str | int], tuple[int, int]] = {}
        self.headers: list[tuple[int, int]] = []
        self.lacks_head = False
        self.lacking: set[tuple[str, str | int]] = set()
        self.again: list[tuple[str, int, int]] = []

    def place(self, key: tuple[str, str | int], line: int, column: int) -> None:
        """Remember where a name was given, or that it was given twice."""
        if key[0] == "program":
            self.headers.append((line, column))
        if key in self.places and isinstance(key[1], str):
            self.again.append((key[1], line, column))
        else:
            self.places[key] = (line, column)


def check_program(program: Program, marks: Marks) -> Iterator[Problem]:
    """Yield what is wrong between the lines of a program."""
    lifts = {block.name: block for block in program.blocks if isinstance(block, Lift)}
    schemes = {block.name: block for block in program.blocks if isinstance(block, Scheme)}
    known = _Known(program, lifts, schemes)
    yield from _check_blocks(program, marks)
    for name, line, column in marks.again:
        yield Problem(line, column, "duplicate", name)
    for mark in marks.lifts:
        if ("lift", mark.name) not in marks.places:
            yield _unknown(mark, "unknown_lift", lifts)
    for mark in marks.schemes:
        if ("scheme", mark.name) not in marks.places:
            yield _unknown(mark, "unknown_scheme", schemes)
    for scope, mark in marks.names:
        yield from known.check_name(scope, mark)
    for scope, mark in marks.targets:
        yield from known.check_target(scope, mark)
    yield from _check_weeks(program, marks)
    yield from _check_schemes(schemes, marks, known)


def _unknown(mark: NameMark, code: str, known: dict[str, Lift] | dict[str, Scheme]) -> Problem:
    return Problem(mark.line, mark.column, code, mark.name, "", closest(mark.name, known))


def _check_blocks(program: Program, marks: Marks) -> Iterator[Problem]:
    if not marks.headers and not marks.lacks_head:
        yield Problem(1, 1, "no_program")
    for line, column in marks.headers[1:]:
        yield Problem(line, column, "second_program")
    days = [(place, block) for place, block in enumerate(program.blocks) if isinstance(block, Day)]
    if not days and not marks.lacks_head:
        yield Problem(1, 1, "no_days")
    for kind, most, count in (
        ("days", MAX_DAYS, len(days)),
        ("lifts", MAX_LIFTS, sum(isinstance(block, Lift) for block in program.blocks)),
        ("schemes", MAX_SCHEMES, sum(isinstance(block, Scheme) for block in program.blocks)),
    ):
        if count > most:
            yield Problem(1, 1, "too_large", f"{count} {kind}", str(most))
    for place, day in days:
        line, column = marks.places.get(("day", place), (1, 1))
        if not day.slots and ("day", place) not in marks.lacking:
            yield Problem(line, column, "empty_day", day.name)
        if len(day.slots) > MAX_SLOTS:
            yield Problem(line, column, "too_large", f"{len(day.slots)} lifts", str(MAX_SLOTS))


def _check_weeks(program: Program, marks: Marks) -> Iterator[Problem]:
    last = week_count(program)
    for weeks, line, column in marks.weeks:
        yield from _beyond(weeks, last, line, column)
    for _, scheme_line, line, column in marks.lines:
        if isinstance(scheme_line, SetLine | Rule):
            yield from _beyond(scheme_line.weeks, last, line, column)
    header = next((block for block in program.blocks if isinstance(block, Header)), Header(""))
    for setting in header.lines:
        if setting.name in ("deload", "block"):
            yield from _beyond(setting.numbers, last, *marks.places.get(("program", 0), (1, 1)))


def _beyond(weeks: tuple[int, ...], last: int, line: int, column: int) -> Iterator[Problem]:
    if weeks and weeks[-1] > last:
        yield Problem(line, column, "no_week", str(weeks[-1]))


def _check_schemes(schemes: dict[str, Scheme], marks: Marks, known: _Known) -> Iterator[Problem]:
    for name in schemes:
        line, column = marks.places.get(("scheme", name), (1, 1))
        if _is_circle(name, schemes):
            yield Problem(line, column, "like_circle", name)
        elif not known.planned[name].sets and ("scheme", name) not in marks.lacking:
            yield Problem(line, column, "no_sets", name)
        if len(known.planned[name].rules) > MAX_RULES:
            found = f"{len(known.planned[name].rules)} rules"
            yield Problem(line, column, "too_large", found, str(MAX_RULES))
    earlier: dict[str, list[Rule]] = {}
    for scope, scheme_line, line, column in marks.lines:
        planned = known.planned.get(scope, PlannedScheme())
        if isinstance(scheme_line, SetLine):
            if planned.climb is None and any(g.goal == "climb" for g in scheme_line.groups):
                yield Problem(line, column, "no_climb", scope)
        elif isinstance(scheme_line, Rule):
            rules = earlier.setdefault(scope, [])
            yield from _check_rule(scheme_line, rules, planned, scope, line, column)
            rules.append(scheme_line)


def _check_rule(
    rule: Rule, earlier: list[Rule], planned: PlannedScheme, scope: str, line: int, column: int
) -> Iterator[Problem]:
    if rule.stage is not None and rule.stage not in planned.stages:
        yield Problem(line, column, "never", f"there is no stage {rule.stage}")
    if not planned.stages and any("stage" in action.kind for action in rule.actions):
        yield Problem(line, column, "no_stages", scope)
    if any(_comes_first(one, rule) for one in earlier):
        yield Problem(line, column, "never", "an earlier rule always comes first")


def _comes_first(earlier: Rule, later: Rule) -> bool:
    """Whether the earlier rule fires whenever the later one could."""
    same_end = earlier.trigger == later.trigger
    after_set = earlier.trigger == "done" and later.trigger in ("success", "failure")
    weeks = not earlier.weeks or (bool(later.weeks) and set(later.weeks) <= set(earlier.weeks))
    stage = earlier.stage is None or earlier.stage == later.stage
    return (
        (same_end or after_set)
        and earlier.when is None
        and earlier.times <= later.times
        and weeks
        and stage
    )


def _is_circle(name: str, schemes: dict[str, Scheme]) -> bool:
    seen = {name}
    wanted = schemes[name].like
    while wanted is not None and wanted in schemes:
        if wanted in seen:
            return True
        seen.add(wanted)
        wanted = schemes[wanted].like
    return False


class _Known:
    """All names there are."""

    def __init__(
        self, program: Program, lifts: dict[str, Lift], schemes: dict[str, Scheme]
    ) -> None:
        self.lifts = lifts
        self.planned = {name: planned_scheme(name, schemes) for name in schemes}
        self.schemes_by_track: dict[str, str | None] = {}
        for block in program.blocks:
            slots: tuple[Slot, ...] = block.slots if isinstance(block, Day) else ()
            for slot in slots:
                self.schemes_by_track.setdefault(track_key(slot), slot.scheme)

    def variables(self, scheme: str | None) -> tuple[str, ...]:
        """Names of a scheme's variables."""
        planned = self.planned.get(scheme or "", PlannedScheme())
        return tuple(variable.name for variable in planned.variables)

    def check_name(self, scope: str, mark: NameMark) -> Iterator[Problem]:
        """Yield a problem when a formula's name means nothing."""
        names = (*QUANTITIES, *self.variables(scope))
        if "." in mark.name:
            yield from self._check_dotted(mark, _OF_OTHER_TRACK, OF_LIFT, "unknown_name")
        elif mark.name not in names:
            yield self._wrong(mark, "unknown_name", (*names, *self.lifts))

    def check_target(self, scope: str, mark: NameMark) -> Iterator[Problem]:
        """Yield a problem when a rule changes what it cannot."""
        names = (*_CHANGEABLE, *self.variables(scope))
        if "." in mark.name:
            yield from self._check_dotted(mark, _OF_OTHER_TRACK, ("tm", "1rm"), "bad_target")
        elif mark.name not in names:
            yield self._wrong(mark, "bad_target", names)

    def _check_dotted(
        self, mark: NameMark, of_track: tuple[str, ...], of_lift: tuple[str, ...], code: str
    ) -> Iterator[Problem]:
        parts = mark.name.split(".")
        track = f"{parts[0]}.{parts[1]}"
        if parts[0] not in self.lifts:
            yield _unknown(NameMark(parts[0], mark.line, mark.column), "unknown_lift", self.lifts)
        elif len(parts) == 2 and parts[1] in of_lift:
            return
        elif track not in self.schemes_by_track:
            yield self._wrong(mark, "unknown_track", tuple(self.schemes_by_track))
        elif len(parts) == 3:
            names = (*of_track, *self.variables(self.schemes_by_track[track]))
            if parts[2] not in names:
                yield self._wrong(mark, code, tuple(f"{track}.{name}" for name in names))

    def _wrong(self, mark: NameMark, code: str, known: tuple[str, ...]) -> Problem:
        return Problem(mark.line, mark.column, code, mark.name, "", closest(mark.name, known))
