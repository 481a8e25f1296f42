"""A lifter who moves to another edition goes on where they stand."""

from __future__ import annotations

import random

import pytest

from fitfolio.training.programs.engine import next_session
from fitfolio.training.programs.facts import Enrolment, Fact, fact_from
from fitfolio.training.programs.loading import StepLoading
from fitfolio.training.programs.plan import make_plan
from fitfolio.training.programs.read_text import read_program
from tests.training.programs.random_programs import ProgramMaker, random_enrolment, random_facts
from tests.training.programs.sessions import FIVES, MADE, plan_of, workout


@pytest.mark.parametrize("seed", range(60))
def test_an_edition_that_says_the_same_changes_nothing(seed: int):
    chance = random.Random(seed)
    maker = ProgramMaker(chance)
    text = maker.text()
    hopeless = {one.line for one in read_program(text).problems}
    lines = text.split("\n")
    program = read_program(
        "\n".join(line for number, line in enumerate(lines, 1) if number not in hopeless)
    ).program
    if program is None:
        pytest.skip("a rule that was taken out left its scheme without what others need")
    plan, enrolment = make_plan(program), Enrolment(**random_enrolment(chance))
    facts = [fact_from(one) for one in random_facts(chance, maker.tracks)]
    facts = [one for one in facts if one.kind != "edition"]
    first = next_session(plan, enrolment, facts, StepLoading(2.5))
    at = chance.choice([one.at for one in facts] or [0])
    moved = [*facts, Fact("edition", "zzz", at, program_version_id="same")]
    again = next_session(plan, enrolment, moved, StepLoading(2.5), plans={"same": plan})
    if first is None:  # a program that is over may begin again
        return
    assert again == first


def test_history_stays_and_an_edition_that_is_taken_back_was_never_there():
    plan, other = plan_of(FIVES), plan_of(FIVES.replace("weight + step", "weight + 20kg"))
    enrolment, loading = Enrolment("kg", {"squat": 60}), StepLoading(2.5)
    facts = [workout(2, MADE), workout(4, MADE | {"weight": 65})]
    plain = next_session(plan, enrolment, facts, loading)
    moved = [*facts, Fact("edition", "e", 250, program_version_id="2")]
    session = next_session(plan, enrolment, moved, loading, plans={"2": other})
    assert session is not None
    assert [one.weight for one in session.slots[0].sets] == [85.0] * 3
    assert next_session(plan, enrolment, facts, loading, plans={"2": other}) == plain
