from __future__ import annotations

import itertools
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitfolio.training.gym import STANDARD_GYM, loadable_for
from fitfolio.training.plates import (
    BarLoad,
    Loadable,
    PlateSize,
    bar_load,
    from_ticks,
    is_loadable,
    lightest,
    nearest_loadable,
    next_loadable,
    plates_per_side,
    to_ticks,
)
from fitfolio.training.warmup import warm_up_sets
from tests.training.random_gyms import random_exercise

EXERCISES = st.integers(0, 10**9).map(lambda seed: random_exercise(random.Random(seed)))
WEIGHTS = st.integers(-2_000, 60_000).map(lambda hundredth: hundredth / 100)
UNITS = st.sampled_from(["kg", "lb"])
SMALL_PLATES = st.lists(
    st.tuples(st.sampled_from([1, 1.25, 2.5, 5, 10, 20]), UNITS, st.integers(0, 2)),
    max_size=4,
    unique_by=lambda plate: plate[:2],
).map(lambda plates: [PlateSize(*plate) for plate in plates])


def loadable_of(exercise: dict[str, Any]) -> Loadable:
    return loadable_for(
        exercise.get("gym"),
        exercise["equipment"],
        exercise["unit"],
        exercise.get("bar_id"),
        exercise.get("own_step"),
    )


def totals_of(bar: int, plates: list[PlateSize]) -> dict[int, int]:
    """Every loadable total in ticks and the fewest plates a side for it, by trying everything."""
    found: dict[int, int] = {}
    for counts in itertools.product(*(range(plate.pairs + 1) for plate in plates)):
        side = sum(
            count * to_ticks(plate.weight, plate.unit)
            for count, plate in zip(counts, plates, strict=True)
        )
        total = bar + 2 * side
        found[total] = min(found.get(total, 10**6), sum(counts))
    return found


@given(EXERCISES, WEIGHTS, st.sampled_from([-1, 1]))
def test_the_next_weight_is_loadable_and_lies_in_its_direction(exercise, weight, direction):
    found = next_loadable(loadable_of(exercise), weight, exercise["unit"], direction)
    if found is not None:
        assert is_loadable(loadable_of(exercise), found, exercise["unit"])
        assert (found - weight) * direction > 0


@given(EXERCISES, WEIGHTS)
def test_the_nearest_weight_is_loadable_and_its_own_nearest(exercise, weight):
    loadable, unit = loadable_of(exercise), exercise["unit"]
    found = nearest_loadable(loadable, weight, unit)
    assert found is not None
    assert is_loadable(loadable, found, unit)
    assert nearest_loadable(loadable, found, unit) == found


@given(EXERCISES, WEIGHTS, WEIGHTS, st.sampled_from([-1, 1]))
def test_a_heavier_start_never_leads_to_a_lighter_step(exercise, one, other, direction):
    loadable, unit = loadable_of(exercise), exercise["unit"]
    low, high = sorted((one, other))
    if (near := nearest_loadable(loadable, low, unit)) is not None:
        assert near <= (nearest_loadable(loadable, high, unit) or near)
    before = next_loadable(loadable, low, unit, direction)
    after = next_loadable(loadable, high, unit, direction)
    if before is not None and after is not None:
        assert before <= after
    else:
        # Beyond an end there is nothing for everything beyond it.
        assert (before if direction < 0 else after) is None


@given(EXERCISES)
def test_steps_up_from_the_lightest_come_to_an_end_and_rise(exercise):
    loadable, unit = loadable_of(exercise), exercise["unit"]
    first = lightest(loadable)
    weight = None if first is None else from_ticks(first, unit)
    for _ in range(40):
        if weight is None:
            return
        higher = next_loadable(loadable, weight, unit, 1)
        if higher is not None:
            back = next_loadable(loadable, higher, unit, -1)
            assert higher > weight
            assert back is not None
            assert back < higher
        weight = higher


@pytest.mark.parametrize("unit", ["kg", "lb"])
@pytest.mark.parametrize("equipment", ["barbell", "ez_bar", "dumbbell", "cable", "kettlebell"])
def test_in_a_standard_gym_a_step_down_takes_back_a_step_up(unit, equipment):
    loadable = loadable_for(None, equipment, unit)
    weight = from_ticks(lightest(loadable) or 0, unit)
    steps = 0
    while (higher := next_loadable(loadable, weight, unit, 1)) is not None:
        assert next_loadable(loadable, higher, unit, -1) == weight
        weight, steps = higher, steps + 1
    assert steps > 10


@given(SMALL_PLATES, st.sampled_from([0, 20, 15.5]), WEIGHTS, UNITS)
def test_plates_are_the_fewest_for_the_heaviest_total_that_fits(plates, bar_kg, weight, unit):
    bar = to_ticks(bar_kg, "kg")
    load = bar_load(bar, plates)
    totals = totals_of(bar, plates)
    ticks = to_ticks(weight, unit)
    fitting = [total for total in totals if total <= ticks + to_ticks(0.005, unit)]
    found = plates_per_side(load, weight, unit)
    if not fitting:
        assert found is None
        return
    assert found is not None
    side = sum(plate.pieces * to_ticks(plate.weight, plate.unit) for plate in found.plates)
    assert bar + 2 * side == max(fitting)
    assert to_ticks(found.weight, unit) == max(fitting)
    assert sum(plate.pieces for plate in found.plates) == totals[max(fitting)]
    stock = {(plate.weight, plate.unit): plate.pairs for plate in plates}
    assert all(plate.pieces <= stock[plate.weight, plate.unit] for plate in found.plates)
    heavy_first = [to_ticks(plate.weight, plate.unit) for plate in found.plates]
    assert heavy_first == sorted(heavy_first, reverse=True)


@given(SMALL_PLATES, WEIGHTS, UNITS)
def test_the_nearest_loading_is_the_nearest_of_all_that_exist(plates, weight, unit):
    bar = to_ticks(20, "kg")
    ticks = to_ticks(weight, unit)
    best = min(totals_of(bar, plates), key=lambda total: (abs(total - ticks), total))
    assert nearest_loadable(bar_load(bar, plates), weight, unit) == from_ticks(best, unit)


@given(EXERCISES, WEIGHTS, st.none() | st.integers(1, 30))
def test_warm_ups_rise_below_the_working_weight_with_falling_reps(exercise, target, reps):
    loadable, unit = loadable_of(exercise), exercise["unit"]
    found = warm_up_sets(loadable, target, unit, reps)
    weights = [one.weight for one in found]
    assert weights == sorted(set(weights))
    assert all(0 < weight <= 0.9501 * target for weight in weights)
    assert all(is_loadable(loadable, weight, unit) for weight in weights)
    assert [one.reps for one in found] == sorted((one.reps for one in found), reverse=True)
    assert len(found) <= 6


def test_a_gym_of_forty_odd_sizes_is_answered_in_a_blink():
    plates = [PlateSize(1 + index * 1.037, "kg", 50) for index in range(40)]
    load = bar_load(to_ticks(20, "kg"), plates)
    assert len(load.in_kg) <= 4_000
    assert plates_per_side(load, 300, "kg") is not None


def test_every_standard_bar_is_its_equipments_own():
    for unit, gym in STANDARD_GYM.items():
        for equipment in ("barbell", "ez_bar", "trap_bar", "smith_machine"):
            load = loadable_for(None, equipment, unit)
            bar = next(bar for bar in gym["bars"] if bar["equipment"] == equipment)
            assert isinstance(load, BarLoad)
            assert load.bar == to_ticks(bar["weight"], unit)
