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
from tests.training.conformance_calls import CALLS
from tests.training.node_core import NodeCore, node_core
from tests.training.random_histories import random_history

HISTORIES = 10_000 if os.environ.get("FITFOLIO_TEST_LONG") else 1_000

RELATIVE = 1e-9
"""Logarithms and exponentials differ in the last bit between languages; sums carry that on."""

TINY = 1e-15
"""Below this a number stands for zero: a slope [1/day] that is no slope."""

WANTED = (*get_args(RecordKind), *get_args(Verdict))
"""What the random histories together must contain, or the comparison proves little."""


@pytest.fixture(scope="module")
def node() -> Iterator[NodeCore]:
    with node_core() as core:
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


def difference(ours: Any, theirs: Any, where: str = "") -> str | None:
    """The first place in which two results differ, or None."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        if ours.keys() != theirs.keys():
            return f"{where}: {sorted(ours)} is not {sorted(theirs)}"
        pairs = [(f"{where}.{name}", ours[name], theirs[name]) for name in ours]
    elif isinstance(ours, list) and isinstance(theirs, list):
        if len(ours) != len(theirs):
            return f"{where}: {len(ours)} items are not {len(theirs)}"
        pairs = [
            (f"{where}[{index}]", *both)
            for index, both in enumerate(zip(ours, theirs, strict=True))
        ]
    elif isinstance(ours, float) or isinstance(theirs, float):
        alike = None not in (ours, theirs) and math.isclose(
            ours, theirs, rel_tol=RELATIVE, abs_tol=TINY
        )
        return None if alike else f"{where}: {ours} is not {theirs}"
    else:
        return None if ours == theirs else f"{where}: {ours} is not {theirs}"
    return next((found for place, a, b in pairs if (found := difference(a, b, place))), None)


def test_random_histories_give_the_same_days_records_estimates_and_trends(node: NodeCore):
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


def test_single_numbers_agree_over_their_whole_range(node: NodeCore):
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
