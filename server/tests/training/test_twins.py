"""Both training cores, Python and TypeScript, on the same random input."""

from __future__ import annotations

import json
import logging
import math
import os
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from fitfolio.training.records import RecordKind
from fitfolio.training.trend import Verdict
from tests.node_script import NodeScript, node_script
from tests.same_values import difference
from tests.training.conformance_calls import CALLS
from tests.training.random_gyms import random_exercise
from tests.training.random_histories import random_history

HISTORIES = 10_000 if os.environ.get("FITFOLIO_TEST_LONG") else 1_000

WANTED = (*get_args(RecordKind), *get_args(Verdict))
"""What the random histories together must contain, or the comparison proves little."""


@pytest.fixture(scope="module")
def node() -> Iterator[NodeScript]:
    with node_script("training-calls.ts") as core:
        yield core


def plain(value: Any) -> Any:
    """A result as JSON would carry it."""
    if hasattr(value, "_asdict"):
        return {name: plain(item) for name, item in value._asdict().items()}
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def test_random_histories_give_the_same_days_records_estimates_and_trends(node: NodeScript):
    seen: Counter[str] = Counter()
    for seed in range(HISTORIES):
        rows = random_history(random.Random(seed))
        for function in ("exercise_days", "smooth_history"):
            ours = plain(CALLS[function](rows))
            found = difference(ours, node.call(function, rows))
            assert found is None, f"history {seed}, {function}{found}\n{json.dumps(rows)}"
            if function == "exercise_days":
                seen["histories"] += 1
                seen["sets"] += len(rows)
                seen["days"] += len(ours)
                seen["trend"] += sum(day["trend"] is not None for day in ours)
                for day in ours:
                    seen.update(event["kind"] for event in day["events"])
            else:
                seen[ours["change"]["verdict"]] += 1
        cut = random.Random(seed).randint(0, 12)
        found = difference(
            plain(CALLS["exercise_days_after"](rows, cut)),
            node.call("exercise_days_after", rows, cut),
        )
        assert found is None, f"history {seed} after {cut} days{found}\n{json.dumps(rows)}"
    logging.getLogger(__name__).info("compared: %s", dict(seen))  # shown by --log-cli-level=INFO
    rare = {name for name in WANTED if seen[name] == 0}
    assert not rare, seen


def test_single_numbers_agree_over_their_whole_range(node: NodeScript):
    chance = random.Random(7)
    for _ in range(HISTORIES):
        load, reps = chance.uniform(0.5, 500), chance.randint(1, 13)
        rir = chance.choice((None, 0, 0.5, 1, 2, 5))
        for function in ("epley", "brzycki", "lombardi", "mayhew", "oconner", "wathan", "lander"):
            assert difference(CALLS[function](load, reps), node.call(function, load, reps)) is None
        ours, theirs = CALLS["estimate"](load, reps, rir), node.call("estimate", load, reps, rir)
        assert difference(plain(ours), theirs) is None
        states = [
            {"day": 1, "level": chance.gauss(4.6, 0.1), "slope": 0, "cov": 0, "var_slope": 4e-6}
            | {"var_level": chance.choice((1e-4, 6e-4, 4e-3))}
            for _ in range(2)
        ]
        ours = CALLS["probability_above"](*states)
        assert math.isclose(ours, node.call("probability_above", *states), rel_tol=1e-13, abs_tol=0)


def test_random_gyms_give_the_same_weights_plates_and_warm_ups(node: NodeScript):
    for seed in range(HISTORIES):
        chance = random.Random(seed)
        exercise = random_exercise(chance)
        weights = [chance.randint(-40, 1200) / 4, chance.uniform(0, 400), chance.uniform(0, 60)]
        args = (exercise, weights, chance.choice((None, 1, 5, 12)))
        ours, theirs = plain(CALLS["loading"](*args)), node.call("loading", *args)
        assert ours == theirs, f"gym {seed}: {json.dumps(args)}: {ours}, {theirs}"
