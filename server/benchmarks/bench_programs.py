"""The next session of a 16-week program: a lifter five years in it, and one who began it last month."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import time
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure
from fitfolio.programs.catalogue import load_programs, standard_loading
from fitfolio.training.programs.engine import next_session
from fitfolio.training.programs.facts import Enrolment, Fact
from fitfolio.training.programs.plan import Plan, make_plan
from fitfolio.training.programs.preview import done_as_planned
from fitfolio.training.programs.read_text import read_program

PROGRAM = "juggernaut-2"
STARTS = {"bench.tm": 90.0, "squat.tm": 140.0, "press.tm": 60.0, "deadlift.tm": 180.0}
YEARS = 5
WORKOUTS = YEARS * 52 * 4
ROUND = 16 * 4
ROUNDS = 15
WEB = Path(__file__).parents[2] / "web"


def history(plan: Plan, workouts: int) -> list[Fact]:
    """So many workouts as prescribed; the loads of a fresh start are used all the time."""
    enrolment = Enrolment("kg", STARTS)
    loading = standard_loading(plan, "kg")
    facts: list[Fact] = []
    for number in range(min(workouts, ROUND)):
        session = next_session(plan, enrolment, facts, loading)
        assert session is not None
        slots = tuple(done_as_planned(slot, {}) for slot in session.slots)
        facts.append(Fact("workout", f"{number:05d}", number, "2026-01-05", slots=slots))
    return [
        facts[number % ROUND]._replace(id=f"{number:05d}", at=number) for number in range(workouts)
    ]


def run() -> list[Figure]:
    """Medians of the processor's time to derive the next session from the facts, without anything kept."""
    program = read_program(load_programs()[PROGRAM].text).program
    assert program is not None
    plan = make_plan(program)
    figures = []
    for name, workouts, limit in (
        ("next session, five years in the program", WORKOUTS, 20.0),
        ("next session, 16 weeks in the program", ROUND, 20.0),
    ):
        facts = history(plan, workouts)
        loading, enrolment = standard_loading(plan, "kg"), Enrolment("kg", STARTS)
        times = []
        for _ in range(ROUNDS):
            began = time.process_time()
            next_session(plan, enrolment, facts, loading)
            times.append((time.process_time() - began) * 1000)
        note = f"{workouts} workouts, {sum(len(s.sets) for f in facts for s in f.slots)} sets"
        figures.append(Figure(f"{name}, Python", statistics.median(times), limit, "ms", note))
        figures.append(Figure(f"{name}, Node", in_node(facts), limit / 2, "ms", note))
    return figures


def in_node(facts: list[Fact]) -> float:
    """The same in the web app's engine [ms]."""
    own = WEB / "node_modules/.bin/node"
    node = str(own) if own.exists() else str(shutil.which("node"))
    question: dict[str, Any] = {
        "text": load_programs()[PROGRAM].text,
        "enrolment": {"unit": "kg", "starts": STARTS},
        "facts": [plain(fact) for fact in facts],
        "rounds": ROUNDS,
    }
    answer = subprocess.run(
        [node, "--import", "./scripts/source-alias.ts", "bench/next-session.ts"],
        cwd=WEB, input=json.dumps(question), stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return float(answer.stdout)


def plain(fact: Fact) -> dict[str, Any]:
    """A fact as JSON carries it."""
    slots = [
        {**slot._asdict(), "sets": [one._asdict() for one in slot.sets]} for slot in fact.slots
    ]
    return {**fact._asdict(), "slots": slots}
