"""What can be loaded: weights of bars with plates and of fixed steps, and the plates for a weight.

Weights are added up in *ticks*, whole numbers so small that kilograms and pounds both fit: a pound
is 45,359,237,000 of them exactly. So plates of both units mix without a rounding error, and a
program in another language comes to the same number.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from fitfolio.training.units import WeightUnit

TICKS_PER: dict[WeightUnit, int] = {"kg": 100_000_000_000, "lb": 45_359_237_000}
"""Ticks of one unit: 1 kg is 10¹¹ of them, 1 lb 0.45359237 times that."""

MAX_SIDE_TICKS = 500 * TICKS_PER["kg"]
"""No side of a bar is ever loaded with more; the heaviest deadlift so far has a quarter of it."""

MAX_OF_ONE_SIZE = 12
"""More plates of one size fit on no sleeve (an Olympic one is 41 cm, a steel 20 kg plate 3 cm)."""

MAX_SUMS = 4_000
"""Sizes are taken from the heaviest down until so many sums exist: a gym of forty odd sizes stays quick."""

SHOWN_TO = 0.005
"""Weights are shown to 0.01: one that differs from a loadable one by no more than half of it is that one."""

Direction = Literal[-1, 1]


class PlateSize(NamedTuple):
    """Plates of one size: weight in `unit` > 0 and how many pairs there are."""

    weight: float
    unit: WeightUnit
    pairs: int


class SidePlates(NamedTuple):
    """Plates of one size on one side of the bar."""

    weight: float
    unit: WeightUnit
    pieces: int


class BarLoad(NamedTuple):
    """A bar that takes plates: its ticks with collars, and what each side can carry.

    `in_kg` and `in_lb` are what plates of one unit can make on one side, lightest first and beginning
    with the empty side; a side carries one of each. `smallest` has the smallest plate of each unit in
    ticks, 0 where there is none.
    """

    bar: int
    in_kg: tuple[Side, ...]
    in_lb: tuple[Side, ...]
    smallest: dict[WeightUnit, int]


class Side(NamedTuple):
    """Plates of one unit on one side: their ticks, their number, and how many of each size."""

    ticks: int
    pieces: int
    plates: tuple[SidePlates, ...]


class StepLoad(NamedTuple):
    """Weights in fixed steps: dumbbells, stacks, or a step of the lifter's own."""

    ranges: tuple[StepRange, ...]


class StepRange(NamedTuple):
    """Weights that lie whole `step`s from `origin`, between `first` and `last`; all in ticks.

    A None end is open.
    """

    first: int | None
    step: int
    last: int | None
    origin: int


Loadable = BarLoad | StepLoad


class Loading(NamedTuple):
    """Plates for a weight: what hangs on each side, heaviest first, the total they make and what is missing.

    `weight` and `missing` are in the asked unit; `missing` is 0 when the weight can be loaded exactly.
    """

    weight: float
    missing: float
    plates: list[SidePlates]


def to_ticks(weight: float, unit: WeightUnit) -> int:
    """Ticks of a weight in `unit`, rounded to the nearest whole one.

    >>> to_ticks(2.5, "lb")
    113398092500
    """
    return math.floor(weight * TICKS_PER[unit] + 0.5)


def from_ticks(ticks: int, unit: WeightUnit) -> float:
    """Weight in `unit`, the inverse of `to_ticks`.

    >>> from_ticks(to_ticks(102.5, "kg"), "kg")
    102.5
    """
    return ticks / TICKS_PER[unit]


def bar_load(bar_ticks: int, plates: Iterable[PlateSize]) -> BarLoad:
    """Everything a bar can be loaded to, from the plates there are."""
    usable = [plate for plate in plates if plate.pairs > 0 and plate.weight > 0]
    in_kg = [plate for plate in usable if plate.unit == "kg"]
    in_lb = [plate for plate in usable if plate.unit == "lb"]
    smallest: dict[WeightUnit, int] = {"kg": _smallest(in_kg), "lb": _smallest(in_lb)}
    return BarLoad(bar_ticks, _sides(in_kg), _sides(in_lb), smallest)


def next_loadable(
    loadable: Loadable, weight: float, unit: WeightUnit, direction: Direction
) -> float | None:
    """The next heavier (1) or lighter (−1) weight that can be loaded, in `unit`; None beyond the end.

    With plates the step is at least the smallest pair of the unit, so that plates of two units do not
    make steps of some grams; a plate of the other unit counts only if it is less than half as heavy,
    which makes it one for small steps. A weight between two loadable ones goes to its neighbour.

    >>> next_loadable(bar_load(to_ticks(20, "kg"), [PlateSize(1.25, "kg", 2)]), 20, "kg", 1)
    22.5
    """
    ticks = to_ticks(weight, unit)
    gap = _gap(loadable, unit)
    if direction > 0:
        base = _at_most(loadable, ticks)
        found = _at_least(loadable, ticks if base is None else base + gap)
    else:
        top = _at_least(loadable, ticks)
        found = _at_most(loadable, ticks if top is None else top - gap)
    return None if found is None else from_ticks(found, unit)


def nearest_loadable(loadable: Loadable, weight: float, unit: WeightUnit) -> float | None:
    """The loadable weight nearest to one, in `unit`; halfway the lighter; None where nothing can be loaded."""
    ticks = to_ticks(weight, unit)
    below, above = _at_most(loadable, ticks), _at_least(loadable, ticks)
    if below is None or above is None:
        found = above if below is None else below
    else:
        found = below if ticks - below <= above - ticks else above
    return None if found is None else from_ticks(found, unit)


def in_one_unit(loadable: Loadable, unit: WeightUnit) -> Loadable:
    """The same without plates of the other unit, as long as there are some of `unit`."""
    if not isinstance(loadable, BarLoad) or loadable.smallest[unit] == 0:
        return loadable
    if unit == "kg":
        return loadable._replace(in_lb=loadable.in_lb[:1])
    return loadable._replace(in_kg=loadable.in_kg[:1])


def is_loadable(loadable: Loadable, weight: float, unit: WeightUnit) -> bool:
    """Whether this weight, to the 0.01 in which it is shown, can be loaded."""
    ticks, shown = to_ticks(weight, unit), to_ticks(SHOWN_TO, unit)
    found = _at_most(loadable, ticks + shown)
    return found is not None and found >= ticks - shown


def lightest(loadable: Loadable) -> int | None:
    """The lightest loadable weight in ticks: the empty bar, the first dumbbell; None without one."""
    if isinstance(loadable, BarLoad):
        return loadable.bar
    firsts = [one.first for one in loadable.ranges]
    return (
        None
        if not firsts or None in firsts
        else min(first for first in firsts if first is not None)
    )


def plates_per_side(loadable: BarLoad, weight: float, unit: WeightUnit) -> Loading | None:
    """Plates for each side of the bar: fewest first of all, then the heaviest; None below the empty bar.

    A weight that cannot be loaded gets the nearest lighter one, never more than was asked for.
    """
    ticks, shown = to_ticks(weight, unit), to_ticks(SHOWN_TO, unit)
    total = _at_most(loadable, ticks + shown)
    if total is None:
        return None
    pairs = _pairs(loadable, total - loadable.bar)
    in_kg, in_lb = min(pairs, key=lambda pair: pair[0].pieces + pair[1].pieces)
    plates = [*in_kg.plates, *in_lb.plates]
    plates.sort(key=lambda plate: -to_ticks(plate.weight, plate.unit))
    missing = ticks - total if ticks - total > shown else 0
    return Loading(from_ticks(total, unit), from_ticks(missing, unit), plates)


def _pairs(loadable: BarLoad, wanted: int) -> Iterator[tuple[Side, Side]]:
    """Every way to make the wanted ticks of both sides together; those with more kilogram plates first."""
    for first in reversed(loadable.in_kg):
        rest = wanted - 2 * first.ticks
        place = bisect_left(loadable.in_lb, rest, key=_twice)
        if place < len(loadable.in_lb) and 2 * loadable.in_lb[place].ticks == rest:
            yield first, loadable.in_lb[place]


def _smallest(plates: Sequence[PlateSize]) -> int:
    return min((to_ticks(plate.weight, plate.unit) for plate in plates), default=0)


def _gap(loadable: Loadable, unit: WeightUnit) -> int:
    """The least step in ticks, ≥ 1."""
    if isinstance(loadable, StepLoad):
        return 1
    own = loadable.smallest[unit]
    other = loadable.smallest["lb" if unit == "kg" else "kg"]
    if own == 0 or 0 < 2 * other < own:
        return max(2 * other, 1)
    return 2 * own


def _sides(plates: Sequence[PlateSize]) -> tuple[Side, ...]:
    """Every sum of plates of one unit on one side, with the fewest plates, heaviest first among equals."""
    sizes = sorted(plates, key=lambda plate: -plate.weight)
    counts_by_ticks: dict[int, tuple[int, ...]] = {0: ()}
    for size in sizes:
        one = to_ticks(size.weight, size.unit)
        grown: dict[int, tuple[int, ...]] = {}
        for ticks, counts in counts_by_ticks.items():
            for count in range(min(size.pairs, MAX_OF_ONE_SIZE) + 1):
                total = ticks + count * one
                if total > MAX_SIDE_TICKS:
                    break
                candidate = (*counts, count)
                known = grown.get(total)
                if known is None or _is_better(candidate, known):
                    grown[total] = candidate
        if len(grown) > MAX_SUMS:
            break
        counts_by_ticks = grown
    return tuple(
        Side(
            ticks,
            sum(counts),
            tuple(
                SidePlates(size.weight, size.unit, count)
                for size, count in zip(
                    sizes, counts, strict=False
                )  # sizes beyond the limit have none
                if count
            ),
        )
        for ticks, counts in sorted(counts_by_ticks.items())
    )


def _is_better(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return (-sum(one), one) > (-sum(other), other)


def _twice(side: Side) -> int:
    return 2 * side.ticks


def _at_most(loadable: Loadable, ticks: int) -> int | None:
    """The heaviest loadable weight up to `ticks`."""
    if isinstance(loadable, StepLoad):
        found = [_step_at_most(one, ticks) for one in loadable.ranges]
        return max((one for one in found if one is not None), default=None)
    in_lb = loadable.in_lb
    best: int | None = None
    for first in loadable.in_kg:
        rest = ticks - loadable.bar - 2 * first.ticks
        if rest < 0:
            break
        total = ticks - rest + 2 * in_lb[bisect_right(in_lb, rest, key=_twice) - 1].ticks
        if best is None or total > best:
            best = total
    return best


def _at_least(loadable: Loadable, ticks: int) -> int | None:
    """The lightest loadable weight from `ticks` on."""
    if isinstance(loadable, StepLoad):
        found = [_step_at_least(one, ticks) for one in loadable.ranges]
        return min((one for one in found if one is not None), default=None)
    in_lb = loadable.in_lb
    best: int | None = None
    for first in loadable.in_kg:
        rest = ticks - loadable.bar - 2 * first.ticks
        place = bisect_left(in_lb, rest, key=_twice)
        if place == len(in_lb):
            continue
        total = ticks - rest + 2 * in_lb[place].ticks
        if best is None or total < best:
            best = total
    return best


def _step_at_most(steps: StepRange, ticks: int) -> int | None:
    last = ticks if steps.last is None else min(ticks, steps.last)
    found = steps.origin + (last - steps.origin) // steps.step * steps.step
    return None if steps.first is not None and found < steps.first else found


def _step_at_least(steps: StepRange, ticks: int) -> int | None:
    first = ticks if steps.first is None else max(ticks, steps.first)
    found = steps.origin - (steps.origin - first) // steps.step * steps.step
    return None if steps.last is not None and found > steps.last else found
