"""Numbers that both languages write alike."""

from __future__ import annotations

import math

from fitfolio.training.programs.numbers import tidy, written


def test_numbers_are_bounded_and_to_the_nearest_millionth():
    assert tidy(92.5 * 0.65) == 60.125
    assert tidy(math.nan) == 0
    assert (tidy(math.inf), tidy(-1e9)) == (1e6, -1e6)


def test_numbers_are_written_without_zeros_that_say_nothing():
    assert [written(one) for one in (102.5, 7, -0.1234, -0.0001, 0.05)] == [
        "102.5",
        "7",
        "-0.123",
        "0",
        "0.05",
    ]
