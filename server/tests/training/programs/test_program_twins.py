"""Both engines of programs, Python and TypeScript, on the same random programs and histories."""

from __future__ import annotations

import json
import logging
import os
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from fitfolio.training.gym import FREE_STEP, loadable_for
from fitfolio.training.plates import is_loadable
from tests.node_script import NodeScript, node_script
from tests.same_values import difference
from tests.training.programs.program_calls import plain, program_next, program_read
from tests.training.programs.random_programs import (
    EDITIONS,
    ProgramMaker,
    random_enrolment,
    random_facts,
    random_slot,
    random_workout,
)
from tests.training.programs.run_calls import RUN_CALLS

PROGRAMS = 20_000 if os.environ.get("FITFOLIO_TEST_LONG") else 250

WANTED = (
    "ask", "missing", "adopted", "changed", "held", "by_hand", "break", "suppressed", "percent", "ramp", "effort",
    "top", "top_planned", "fixed", "bodyweight", "formula", "rounded", "stage", "swapped", "deload",
    "warm_up", "work_up", "start", "start_formula",
)  # fmt: skip
"""Reasons that the random sessions together must give, or the comparison proves little."""


GYM = {
    "squat-barbell": "barbell",
    "bench-barbell": "barbell",
    "press-barbell": "dumbbell",
    "row-barbell": "machine",
}
"""Equipment of some exercises; the others are loaded in free steps."""


@pytest.fixture(scope="module")
def node() -> Iterator[NodeScript]:
    with node_script("training-calls.ts") as core:
        yield core


def test_random_programs_and_histories_give_the_same_next_session(node: NodeScript):
    seen: Counter[str] = Counter()
    for seed in range(PROGRAMS):
        chance = random.Random(seed)
        maker = ProgramMaker(chance)
        text = without_hopeless_rules(maker.text())
        read = program_read(text)
        assert read["text"] is not None, (text, read["problems"])
        assert node.call("program_read", text) == read, text
        enrolment, facts = random_enrolment(chance), random_facts(chance, maker.tracks)
        live = [random_slot(chance, track) for track in maker.tracks[:2]]
        loading = chance.choice((2.5, GYM))
        editions = {name: without_hopeless_rules(ProgramMaker(chance).text()) for name in EDITIONS}
        moved = {name: text for name, text in editions.items() if program_read(text)["text"]}
        args = (text, loading, enrolment, facts, live if chance.random() < 0.5 else [], moved)
        ours = program_next(*args)
        found = difference(ours, node.call("program_next", *args))
        assert found is None, f"program {seed}{found}\n{text}\n{json.dumps(args[1:])}"
        compare_running(node, args, seed)
        if ours is None:
            seen["over"] += 1
            continue
        for slot in ours["slots"]:
            seen.update(one["code"] for one in slot["reasons"])
            for target in slot["sets"]:
                seen.update(one["code"] for one in target["reasons"])
                if target["weight"] is not None:
                    assert is_there(loading, enrolment["unit"], slot["exercise"], target["weight"])
    logging.getLogger(__name__).info("compared: %s", dict(seen))  # shown by --log-cli-level=INFO
    assert not {code for code in WANTED if seen[code] == 0}, seen


def test_texts_with_slips_have_the_same_problems_in_both(node: NodeScript):
    seen: Counter[str] = Counter()
    for seed in range(PROGRAMS):
        chance = random.Random(seed)
        text = ProgramMaker(chance).text()
        for _ in range(chance.randint(1, 4)):
            text = with_slip(chance, text)
        read = program_read(text)
        assert node.call("program_read", text) == read, text
        seen.update(code for _, _, code, _ in read["problems"])
    logging.getLogger(__name__).info("problems: %s", dict(seen))
    assert len(seen) > 12, seen


def compare_running(node: NodeScript, args: tuple[Any, ...], seed: int) -> None:
    """Start values, and what one of the workouts changed."""
    text, _, enrolment, facts, _, editions = args
    lines = text.split("\n")
    assert node.call("program_starts", lines) == plain(RUN_CALLS["program_starts"](lines)), text
    for one in (text, *editions.values()):
        asked = one.split("\n")
        assert node.call("program_warnings", asked) == RUN_CALLS["program_warnings"](asked), one
        ours = plain(RUN_CALLS["program_diff"](lines, asked))
        assert node.call("program_diff", lines, asked) == ours, (text, one)
    workouts = [fact["id"] for fact in facts if fact["kind"] == "workout"]
    if workouts:
        others = {name: one.split("\n") for name, one in editions.items()}
        asked = (lines, 2.5, enrolment, facts, workouts[seed % len(workouts)], others)
        ours = plain(RUN_CALLS["program_changes"](*asked))
        found = difference(ours, node.call("program_changes", *asked))
        assert found is None, f"program {seed}, changes{found}\n{text}\n{json.dumps(asked[2:])}"


def test_random_workouts_are_the_same_facts(node: NodeScript):
    for seed in range(PROGRAMS):
        chance = random.Random(seed)
        workouts = [random_workout(chance, number) for number in range(chance.randint(1, 4))]
        asked = (workouts, {"Row": "x9"}, {"x1": "squat-barbell"}, chance.choice((None, "e")))
        ours = plain(RUN_CALLS["program_facts"](*asked))
        found = difference(ours, node.call("program_facts", *asked))
        assert found is None, f"{found}\n{json.dumps(workouts)}"


def is_there(loading: float | dict[str, str], unit: str, exercise: str, weight: float) -> bool:
    """Whether a target's weight can be loaded."""
    if not isinstance(loading, dict):
        return weight % loading == 0
    if exercise not in loading:
        return weight % FREE_STEP[unit] == 0
    return is_loadable(loadable_for(None, loading[exercise], unit), weight, unit)


def without_hopeless_rules(text: str) -> str:
    """The text without rules that can never fire, which a random text may have."""
    hopeless = {line for line, _, code, _ in program_read(text)["problems"] if code == "never"}
    lines = text.split("\n")
    return "\n".join(line for number, line in enumerate(lines, 1) if number not in hopeless)


def with_slip(chance: random.Random, text: str) -> str:
    """The text with one letter, word or line lost, doubled or changed."""
    place = chance.randrange(len(text))
    roll = chance.random()
    if roll < 0.4:
        return text[:place] + text[place + 1 :]
    if roll < 0.7:
        return text[:place] + chance.choice('x@%:,;()+-*/."#§ 59a') + text[place + 1 :]
    words = text.split(" ")
    at = chance.randrange(len(words))
    if roll < 0.85:
        return " ".join([*words[:at], *words[at + 1 :]])
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join([*lines[: at + 1], *lines[at:]])
