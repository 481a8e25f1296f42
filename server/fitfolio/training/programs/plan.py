"""A program made ready for running: schemes taken over, weeks laid out, every track known by its key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fitfolio.training.programs.limits import MAX_LIKES
from fitfolio.training.programs.model import (
    Day,
    Expr,
    Header,
    Lift,
    Program,
    Rule,
    Scheme,
    SetGroup,
    SetLine,
    Setting,
    Slot,
    Variable,
    WarmUp,
    Week,
    Weight,
)

OWN_SETS = "work"
"""Label of a track whose sets stand in the day itself and have no label."""

STANDARD_STEP = Weight(2.5, 5.0)


class PlannedScheme(NamedTuple):
    """A scheme with what it took over; `stages` in order, `climb` the lower and upper reps."""

    sets: tuple[SetLine, ...] = ()
    rules: tuple[Rule, ...] = ()
    variables: tuple[Variable, ...] = ()
    warm_up: WarmUp | None = None
    rest_s: int | None = None
    tempo: str | None = None
    start: Expr | None = None
    climb: tuple[int, int] | None = None
    note: str | None = None
    stages: tuple[int, ...] = ()


class PlannedSlot(NamedTuple):
    """A slot with the track it trains."""

    slot: Slot
    track: str
    scheme: PlannedScheme


class PlannedDay(NamedTuple):
    """A training day of one week; `number` counts from 1 within the week."""

    number: int
    name: str
    weekday: int | None
    slots: tuple[PlannedSlot, ...]


class Plan(NamedTuple):
    """What the engine runs. `weeks[0]` are the days of week 1; `tracks` has each in order of first use."""

    title: str
    repeats: bool
    weeks: tuple[tuple[PlannedDay, ...], ...]
    deloads: frozenset[int]
    blocks: tuple[tuple[str, tuple[int, ...]], ...]
    lifts: dict[str, Lift]
    tracks: dict[str, PlannedSlot]


def make_plan(program: Program) -> Plan:
    """The plan of a program that was read without problems."""
    header = next(block for block in program.blocks if isinstance(block, Header))
    schemes = {block.name: block for block in program.blocks if isinstance(block, Scheme)}
    planned = {name: planned_scheme(name, schemes) for name in schemes}
    weeks = _weeks(program, planned)
    tracks: dict[str, PlannedSlot] = {}
    for week in weeks:
        for day in week:
            for slot in day.slots:
                tracks.setdefault(slot.track, slot)
    return Plan(
        header.title,
        all(line.name != "once" for line in header.lines),
        weeks,
        frozenset(deload_weeks(header)),
        tuple((line.text, line.numbers) for line in header.lines if line.name == "block"),
        {block.name: block for block in program.blocks if isinstance(block, Lift)},
        tracks,
    )


def deload_weeks(header: Header) -> Iterable[int]:
    """Weeks in which no result changes anything."""
    return (week for line in header.lines if line.name == "deload" for week in line.numbers)


def track_key(slot: Slot) -> str:
    """What progresses together: the same lift under the same label, else under the same scheme."""
    return f"{slot.lift}.{slot.label or slot.scheme or OWN_SETS}"


def planned_scheme(name: str, schemes: dict[str, Scheme]) -> PlannedScheme:
    """A scheme with everything it takes over; unknown names and circles end the chain."""
    chain: list[Scheme] = []
    wanted: str | None = name
    while wanted in schemes and len(chain) < MAX_LIKES:
        chain.append(schemes[wanted])
        wanted = schemes[wanted].like
    planned = PlannedScheme()
    for scheme in reversed(chain):
        planned = _over(planned, scheme)
    return planned


def _over(planned: PlannedScheme, scheme: Scheme) -> PlannedScheme:
    """What a scheme writes anew replaces what it took over: all its sets, all its rules."""
    sets = tuple(line for line in scheme.lines if isinstance(line, SetLine))
    rules = tuple(line for line in scheme.lines if isinstance(line, Rule))
    variables = tuple(line for line in scheme.lines if isinstance(line, Variable))
    sets = sets or planned.sets
    planned = planned._replace(
        sets=sets,
        rules=rules or planned.rules,
        variables=(*planned.variables, *variables),
        stages=tuple(sorted({line.stage for line in sets if line.stage is not None})),
    )
    for line in scheme.lines:
        if isinstance(line, WarmUp):
            planned = planned._replace(warm_up=line)
        elif isinstance(line, Setting):
            planned = _set(planned, line)
    return planned


def _set(planned: PlannedScheme, line: Setting) -> PlannedScheme:
    if line.name == "rest":
        return planned._replace(rest_s=line.numbers[0])
    if line.name == "tempo":
        return planned._replace(tempo=line.text)
    if line.name == "start":
        return planned._replace(start=line.formula)
    if line.name == "note":
        return planned._replace(note=line.text)
    return planned._replace(climb=(line.numbers[0], line.numbers[1]))


def week_count(program: Program) -> int:
    """Weeks of one round: as written, else the last one that anything names, else 1."""
    named = [1]
    for block in program.blocks:
        if isinstance(block, Header):
            for setting in block.lines:
                if setting.name == "weeks":
                    return setting.numbers[0]
        elif isinstance(block, Week):
            named += block.weeks
        elif isinstance(block, Scheme):
            for line in block.lines:
                if isinstance(line, SetLine):
                    named += line.weeks
    return max(named)


def _weeks(
    program: Program, schemes: dict[str, PlannedScheme]
) -> tuple[tuple[PlannedDay, ...], ...]:
    count = week_count(program)
    days_by_week: list[list[Day]] = [[] for _ in range(count)]
    weeks: tuple[int, ...] = tuple(range(1, count + 1))
    for block in program.blocks:
        if isinstance(block, Week):
            weeks = block.weeks
        elif isinstance(block, Day):
            for week in weeks:
                days_by_week[week - 1].append(block)
    return tuple(_days(week, days, schemes) for week, days in enumerate(days_by_week, start=1))


def _days(week: int, days: list[Day], schemes: dict[str, PlannedScheme]) -> tuple[PlannedDay, ...]:
    planned: list[PlannedDay] = []
    for day in days:
        slots = tuple(
            PlannedSlot(slot, track_key(slot), schemes.get(slot.scheme or "", PlannedScheme()))
            for slot in day.slots
        )
        slots = tuple(slot for slot in slots if _is_trained(slot, week))
        if slots:
            planned.append(PlannedDay(len(planned) + 1, day.name, day.weekday, slots))
    return tuple(planned)


def _is_trained(slot: PlannedSlot, week: int) -> bool:
    stages = slot.scheme.stages or (1,)
    return any(groups_for(slot, week, stage) for stage in stages)


def groups_for(slot: PlannedSlot, week: int, stage: int) -> tuple[SetGroup, ...]:
    """Sets of a slot in a week and stage; none is a rest."""
    line = line_for(slot, week, stage)
    return () if line is None else line.groups


def line_for(slot: PlannedSlot, week: int, stage: int) -> SetLine | None:
    """Of the lines that fit a week and stage the one that says most, the first among equals."""
    if slot.slot.scheme is None:
        return SetLine((), None, slot.slot.groups)
    best: SetLine | None = None
    best_rank = -1
    for line in slot.scheme.sets:
        if (line.weeks and week not in line.weeks) or line.stage not in (None, stage):
            continue
        rank = 2 * (line.stage is not None) + bool(line.weeks)
        if rank > best_rank:
            best, best_rank = line, rank
    return best
