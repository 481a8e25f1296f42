"""The golden cases every twin of the training core must reproduce."""

from __future__ import annotations

import doctest
from typing import Any

import pytest

from fitfolio.training import (
    e1rm,
    gym,
    history,
    plates,
    records,
    sets,
    trend,
    units,
    volume,
    warmup,
)
from tests.training.conformance_calls import CALLS, agrees, load_cases

CASES = load_cases()


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_the_python_core_gives_the_agreed_result(case: dict[str, Any]):
    actual = CALLS[case["function"]](*case["args"])
    assert agrees(actual, case["expected"], case.get("tolerance", 0)), (actual, case["expected"])


def test_every_function_that_can_be_called_has_a_case():
    assert {case["function"] for _, case in CASES} == set(CALLS)


@pytest.mark.parametrize(
    "module",
    [e1rm, gym, history, plates, records, sets, trend, units, volume, warmup],
    ids=lambda m: m.__name__,
)
def test_the_examples_in_the_docstrings_run(module: Any):
    assert doctest.testmod(module).failed == 0
