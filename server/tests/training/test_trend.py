from __future__ import annotations

import math
import random
import time

from hypothesis import given
from hypothesis import strategies as st

from fitfolio.training import trend

OBSERVATIONS = st.lists(
    st.tuples(st.integers(1, 30), st.floats(20, 300), st.floats(0.02, 0.08)),
    min_size=1,
    max_size=12,
)


def series(observations):
    """Day numbers, values and errors from (gap, value, error) triples."""
    days, day = [], 0
    for gap, _, _ in observations:
        day += gap
        days.append(day)
    return days, [value for _, value, _ in observations], [sd for _, _, sd in observations]


def batch_levels(days, values, sds):
    """Most likely ln levels given everything at once, by solving the normal equations."""
    count = 2 * len(days)
    matrix = [[0.0] * (count + 1) for _ in range(count)]

    def add(weight, coefficients, target):
        for i, a in coefficients.items():
            matrix[i][count] += weight * a * target
            for j, b in coefficients.items():
                matrix[i][j] += weight * a * b

    add(1 / trend.START_SLOPE_SD**2, {1: 1.0}, 0.0)
    for k, (value, sd) in enumerate(zip(values, sds, strict=True)):
        add(1 / sd**2, {2 * k: 1.0}, math.log(value))
    for k in range(len(days) - 1):
        dt = days[k + 1] - days[k]
        q00 = trend.LEVEL_NOISE * dt + trend.SLOPE_NOISE * dt**3 / 3
        q01, q11 = trend.SLOPE_NOISE * dt**2 / 2, trend.SLOPE_NOISE * dt
        # Cholesky of Q⁻¹ turns the 2×2 penalty into two independent ones.
        step = {2 * k + 2: 1.0, 2 * k: -1.0, 2 * k + 1: -float(dt)}
        slope = {2 * k + 3: 1.0, 2 * k + 1: -1.0}
        add(1 / q11, slope, 0.0)
        mixed = dict(step)
        for index, value in slope.items():
            mixed[index] = mixed.get(index, 0.0) - q01 / q11 * value
        add(1 / (q00 - q01 * q01 / q11), mixed, 0.0)
    for i in range(count):
        pivot = max(range(i, count), key=lambda row: abs(matrix[row][i]))
        matrix[i], matrix[pivot] = matrix[pivot], matrix[i]
        for row in range(count):
            if row != i:
                factor = matrix[row][i] / matrix[i][i]
                matrix[row] = [a - factor * b for a, b in zip(matrix[row], matrix[i], strict=True)]
    return [matrix[2 * k][count] / matrix[2 * k][2 * k] for k in range(len(days))]


@given(OBSERVATIONS)
def test_the_smoother_agrees_with_solving_for_all_days_at_once(observations):
    days, values, sds = series(observations)
    smoothed = [math.log(point.level_kg) for point in trend.smooth(days, values, sds)]
    for ours, reference in zip(smoothed, batch_levels(days, values, sds), strict=True):
        assert math.isclose(ours, reference, abs_tol=1e-6)


@given(OBSERVATIONS)
def test_looking_back_never_widens_the_band(observations):
    states = trend.filter_states(*series(observations))
    for seen, known in zip(states, trend.smooth_states(states), strict=True):
        assert known.var_level <= seen.var_level * (1 + 1e-9)
        assert known.var_level > 0
        assert known.var_slope > 0


@given(OBSERVATIONS, st.floats(0.2, 5))
def test_scaling_all_values_scales_the_line(observations, k: float):
    days, values, sds = series(observations)
    one = trend.smooth(days, values, sds)
    scaled = trend.smooth(days, [value * k for value in values], sds)
    for a, b in zip(one, scaled, strict=True):
        assert math.isclose(a.level_kg * k, b.level_kg, rel_tol=1e-9)
        assert a.low_kg < a.level_kg < a.high_kg


@given(OBSERVATIONS, st.integers(1, 200))
def test_a_longer_gap_leaves_a_wider_band(observations, gap: int):
    days, values, sds = series(observations)
    last = trend.filter_states(days, values, sds)[-1]
    sooner = trend.advance(last, last.day + gap, 100, 0.04)
    later = trend.advance(last, last.day + gap + 10, 100, 0.04)
    assert later.var_level > sooner.var_level


@given(OBSERVATIONS)
def test_smoothing_the_end_alone_gives_the_same_end(observations):
    states = trend.filter_states(*series(observations))
    half = len(states) // 2
    assert trend.smooth_states(states)[half:] == trend.smooth_states(states[half:])


@given(OBSERVATIONS)
def test_a_level_is_as_likely_above_itself_as_below(observations):
    states = trend.filter_states(*series(observations))
    assert trend.probability_above(states[-1], states[-1]) == 0.5
    assert 0 <= trend.probability_above(states[0], states[-1]) <= 1


def test_no_points_smooth_to_none():
    assert trend.smooth([], [], []) == []


def test_a_flat_noisy_lifter_is_never_told_of_a_rise_in_most_of_many_lives():
    chance = random.Random(4)
    told = 0
    for _ in range(60):
        values = [100 * math.exp(chance.gauss(0, 0.03)) for _ in range(26)]
        points = trend.smooth(list(range(0, 182, 7)), values, [0.03] * 26)
        told += trend.describe(points, 0).verdict in ("rising", "falling")
    assert told <= 3


def test_a_beginners_rise_is_seen_in_most_lives():
    chance = random.Random(5)
    seen = 0
    for _ in range(40):
        values = [100 * 1.008**week * math.exp(chance.gauss(0, 0.03)) for week in range(16)]
        points = trend.smooth(list(range(0, 112, 7)), values, [0.03] * 16)
        seen += trend.describe(points, 0).verdict == "rising"
    assert seen >= 36


def test_sixteen_hundred_points_are_smoothed_in_a_blink():
    days = list(range(0, 4800, 3))
    values = [100 + day % 7 for day in days]
    spent = []
    for _ in range(5):
        start = time.process_time()
        trend.smooth(days, values, [0.03] * len(days))
        spent.append(time.process_time() - start)
    assert min(spent) < 0.05
