"""Which sets of a workout an earlier import took in already, however they are printed this time.

The same history comes in pounds or kilograms, in another language, in another layout. So a load
is compared in kilograms with the tolerance of a conversion, where a unit was never stated also by
its number, and an exercise by what it was taken for, by its name or, failing both, by its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from fitfolio.imports.model import DistanceUnit, WeightUnit
from fitfolio.imports.set_keys import Block, SetValues
from fitfolio.training.units import distance_m, load_kg

_SAME_UNIT_KG: Final = 0.06
"""Values printed with one decimal differ by so much; the smallest plates weigh twice as much."""

_OTHER_UNIT_KG: Final = 2.5
"""StrongLifts prints every load in the plates of both units: 135 lb beside 60 kg."""

_DURATION_S: Final = 1.0
_DISTANCE_SHARE, _DISTANCE_M = 0.01, 10.0
_LONG_UNITS: Final[tuple[DistanceUnit, ...]] = ("km", "mi")
_MAX_COMPARISONS: Final = 100_000
"""Of one exercise in one workout; only a file made to be slow has more."""


class _Ref(NamedTuple):
    block: int
    place: int
    values: SetValues


def new_sets(file: Sequence[Block], imports: Sequence[Sequence[Block]]) -> list[list[bool]]:
    """For every set of the file's blocks whether no set of the earlier `imports` is the same one.

    Every known set stands for one set of the file, so that three equal sets after two known
    ones are one new set.
    """
    known = [block for blocks in imports for block in blocks]
    places = [place for blocks in imports for place in range(len(blocks))]
    file_keys, known_keys = _exercise_keys(file, known)
    open_file, open_known = _grouped(file, file_keys), _grouped(known, known_keys)
    for key, refs in open_file.items():
        if key in open_known:
            open_file[key], open_known[key] = _unpaired(refs, open_known[key])
    strangers = {key: refs for key, refs in open_known.items() if key not in open_file}
    if strangers:
        _pair_by_place(open_file, strangers, set(known_keys), places)
    new = [[False] * len(block.sets) for block in file]
    for refs in open_file.values():
        for ref in refs:
            new[ref.block][ref.place] = True
    return new


def _exercise_keys(file: Sequence[Block], known: Sequence[Block]) -> tuple[list[str], list[str]]:
    """Equal keys for the blocks of one exercise: what it was taken for decides, then its name."""
    by_name: dict[str, str] = {}
    known_keys = []
    for block in known:
        key = block.exercise_id or by_name.get(block.name) or f"#{block.name}"
        by_name.setdefault(block.name, key)
        known_keys.append(key)
    ids = set(known_keys)
    file_keys = [
        block.exercise_id
        if block.exercise_id in ids
        else by_name.get(block.name) or block.exercise_id or f"#{block.name}"
        for block in file
    ]
    return file_keys, known_keys


def _grouped(blocks: Sequence[Block], keys: Sequence[str]) -> dict[str, list[_Ref]]:
    groups: dict[str, list[_Ref]] = defaultdict(list)
    for at, (block, key) in enumerate(zip(blocks, keys, strict=True)):
        groups[key] += [_Ref(at, place, values) for place, values in enumerate(block.sets)]
    return dict(groups)


def _unpaired(file: list[_Ref], known: list[_Ref]) -> tuple[list[_Ref], list[_Ref]]:
    """What is left on both sides once equal sets have found each other, the surest first."""
    file, known = _pair_equal(file, known)
    if file and known:
        file, known = _pair_numbers(file, known)
    if file and known:
        file, known = _pair_near(file, known, _SAME_UNIT_KG, _SAME_UNIT_KG)
    if file and known:
        file, known = _pair_near(file, known, _SAME_UNIT_KG, _OTHER_UNIT_KG)
    return file, known


def _pair_equal(file: list[_Ref], known: list[_Ref]) -> tuple[list[_Ref], list[_Ref]]:
    waiting: dict[SetValues, list[_Ref]] = defaultdict(list)
    for ref in reversed(known):
        waiting[ref.values].append(ref)
    left = []
    for ref in file:
        found = waiting.get(ref.values)
        if found:
            found.pop()
        else:
            left.append(ref)
    return left, _rest(waiting.values())


def _pair_numbers(file: list[_Ref], known: list[_Ref]) -> tuple[list[_Ref], list[_Ref]]:
    """By the bare number of the load, where one of the two files did not state the unit."""
    waiting: dict[tuple[float, ...], list[_Ref]] = defaultdict(list)
    for ref in reversed(known):
        waiting[ref.values.unstated, *_numbers(ref.values)].append(ref)
    left = []
    for ref in file:
        numbers = _numbers(ref.values)
        found = waiting.get((True, *numbers))
        if not found and ref.values.unstated:
            found = waiting.get((False, *numbers))
        if found:
            found.pop()
        else:
            left.append(ref)
    return left, _rest(waiting.values())


def _numbers(values: SetValues) -> tuple[float, ...]:
    return (
        round(values.weight, 3), values.reps, round(values.duration_s), round(values.distance, 3),
    )  # fmt: skip


def _pair_near(
    file: list[_Ref], known: list[_Ref], same_unit_kg: float, other_unit_kg: float
) -> tuple[list[_Ref], list[_Ref]]:
    by_reps: dict[int, list[_Ref]] = defaultdict(list)
    for ref in known:
        by_reps[ref.values.reps].append(ref)
    left = []
    budget = _MAX_COMPARISONS
    for ref in file:
        candidates = by_reps.get(ref.values.reps, ())
        budget -= len(candidates)
        nearest = (
            min(
                (gap, at)
                for at, other in enumerate(candidates)
                for gap in [_gap(ref.values, other.values, same_unit_kg, other_unit_kg)]
            )
            if candidates and budget > 0
            else (float("inf"), 0)
        )
        if nearest[0] == float("inf"):
            left.append(ref)
        else:
            by_reps[ref.values.reps].pop(nearest[1])
    return left, _rest(by_reps.values())


def _gap(one: SetValues, other: SetValues, same_unit_kg: float, other_unit_kg: float) -> float:
    """Kilograms between two sets that may be one; infinite where they cannot be."""
    if abs(one.duration_s - other.duration_s) > _DURATION_S or not _same_way(one, other):
        return float("inf")
    if bool(one.weight) != bool(other.weight):
        return float("inf")
    gaps_kg = [
        abs(load_kg(one.weight, unit) - load_kg(other.weight, other_unit))
        for unit in _units(one)
        for other_unit in _units(other)
    ]
    limit_kg = same_unit_kg if one.unit == other.unit else other_unit_kg
    return min((gap_kg for gap_kg in gaps_kg if gap_kg <= limit_kg), default=float("inf"))


def _units(values: SetValues) -> tuple[WeightUnit, ...]:
    """What a weight may be in: somebody who was asked for the unit may have answered wrongly."""
    return ("kg", "lb") if values.unstated else (values.unit,)


def _same_way(one: SetValues, other: SetValues) -> bool:
    """Whether two distances may be one; the files that leave out kg or lb leave out km or mi, too."""
    if not one.distance or not other.distance:
        return one.distance == other.distance
    if round(one.distance, 3) == round(other.distance, 3):
        return True
    if one.distance_unit == other.distance_unit and one.distance_unit not in _LONG_UNITS:
        return False
    return any(
        abs(way_m - other_m) <= max(_DISTANCE_M, _DISTANCE_SHARE * way_m)
        for way_m in _ways_m(one)
        for other_m in _ways_m(other)
        if way_m != other_m or one.distance_unit != other.distance_unit
    )


def _ways_m(values: SetValues) -> list[float]:
    units = _LONG_UNITS if values.distance_unit in _LONG_UNITS else (values.distance_unit,)
    return [distance_m(values.distance, unit) for unit in units]


def _rest(groups: Iterable[list[_Ref]]) -> list[_Ref]:
    return sorted((ref for group in groups for ref in group), key=lambda ref: ref[:2])


def _pair_by_place(
    open_file: dict[str, list[_Ref]],
    strangers: dict[str, list[_Ref]],
    named: set[str],
    places: Sequence[int],
) -> None:
    """Known exercises that the file does not name may stand in it under a name nobody knows.

    Then one holds all the sets of the other: at the same place, else the next such exercise.
    """
    blocks: dict[int, tuple[str, list[_Ref]]] = {}
    for key, refs in open_file.items():
        for ref in refs:
            blocks.setdefault(ref.block, (key, []))[1].append(ref)
    unnamed = [at for at, (key, _) in sorted(blocks.items()) if key not in named]
    by_block: dict[int, list[_Ref]] = defaultdict(list)
    for refs in strangers.values():
        for ref in refs:
            by_block[ref.block].append(ref)
    budget = _MAX_COMPARISONS
    for block, refs in sorted(by_block.items()):
        for at in [places[block], *unnamed]:
            budget -= 1
            if at not in blocks or budget < 0:
                continue
            key, wanted = blocks[at]
            left, _ = _unpaired(wanted, refs)
            if len(wanted) - len(left) < min(len(wanted), len(refs)):
                continue
            blocks[at] = (key, left)
            gone = {ref[:2] for ref in wanted} - {ref[:2] for ref in left}
            open_file[key] = [ref for ref in open_file[key] if ref[:2] not in gone]
            if not left:
                del blocks[at]
            break
