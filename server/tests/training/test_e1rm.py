from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitfolio.training import e1rm

LOAD = st.floats(0.5, 500)
REPS = st.integers(1, 12)
RIR = st.none() | st.integers(0, 6).map(lambda half: half / 2)


@given(LOAD, LOAD, REPS, RIR)
def test_more_load_never_estimates_less(one: float, other: float, reps: int, rir: float | None):
    lighter, heavier = sorted((one, other))
    low, high = e1rm.estimate(lighter, reps, rir), e1rm.estimate(heavier, reps, rir)
    assert (low is None) == (high is None)
    assert low is None or high is None or low.e1rm_kg <= high.e1rm_kg


@given(LOAD, REPS, RIR)
def test_one_rep_more_estimates_more_or_leaves_the_range(load: float, reps: int, rir: float | None):
    now, more = e1rm.estimate(load, reps, rir), e1rm.estimate(load, reps + 1, rir)
    assert more is None or (now is not None and now.e1rm_kg < more.e1rm_kg)


@given(LOAD, REPS, RIR, st.floats(0.1, 10))
def test_the_estimate_scales_with_the_load(load: float, reps: int, rir: float | None, k: float):
    one, scaled = e1rm.estimate(load, reps, rir), e1rm.estimate(load * k, reps, rir)
    if one is not None and scaled is not None:
        assert math.isclose(scaled.e1rm_kg, one.e1rm_kg * k)
        assert scaled.sd_ln == one.sd_ln


@given(LOAD, REPS, RIR)
def test_the_estimate_is_never_below_the_load(load: float, reps: int, rir: float | None):
    found = e1rm.estimate(load, reps, rir)
    assert found is None or (found.e1rm_kg >= load and 0.02 < found.sd_ln < 0.1)


@given(LOAD, st.integers(1, 11))
def test_a_rep_in_reserve_is_worth_a_rep_done(load: float, reps: int):
    kept, done = e1rm.estimate(load, reps, 1), e1rm.estimate(load, reps + 1, 0)
    assert kept is not None
    assert done is not None
    assert kept.e1rm_kg == done.e1rm_kg
    assert kept.sd_ln > done.sd_ln


@given(st.integers(1, 11), st.integers(14, 20))
def test_a_rep_more_and_a_point_of_rpe_less_are_the_same_cell(reps: int, half_points: int):
    rpe = half_points / 2
    assert e1rm.rpe_percentage(reps, rpe) == e1rm.rpe_percentage(reps + 1, rpe + 1) or rpe + 1 > 10
    assert e1rm.rpe_percentage(reps, rpe - 1) == e1rm.rpe_percentage(reps + 1, rpe)


@pytest.mark.parametrize("formula", [e1rm.brzycki, e1rm.lander])
def test_formulas_with_a_pole_say_so_beyond_it(formula):
    assert math.isnan(formula(100, 37))
