"""Importing again: the same history in other units, languages and layouts adds nothing."""

from __future__ import annotations

import json
from datetime import date

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from fitfolio.imports.detect import parse_file
from fitfolio.imports.model import ParsedSet, ParseOptions
from fitfolio.imports.naming import collect_names, decide
from fitfolio.imports.plan import Answers, Kept, Known, make_plan, provenance
from fitfolio.imports.reading import open_source
from fitfolio.imports.recognition import new_sets
from fitfolio.imports.set_keys import (
    Block,
    SetValues,
    decode,
    encode,
    old_key,
    with_renamed_exercises,
)
from tests.imports.renderings import HEVY, NAMES, STRONG, Done, Workout
from tests.imports.test_service import bring_in, workouts

LOADS_LB = st.sampled_from([45.0, 95.0, 135.0, 137.5, 185.0, 225.0, 315.0])
LIFTED = st.builds(Done, load_lb=LOADS_LB, reps=st.integers(1, 12))
HELD = st.builds(Done, seconds=st.integers(20, 120))
RUN = st.builds(Done, metres=st.sampled_from([1000, 5000, 10_000]), seconds=st.integers(300, 4000))
SETS = {"plank": HELD, "run": RUN}


@st.composite
def a_history(draw: st.DrawFn) -> list[Workout]:
    history = []
    for day in range(draw(st.integers(1, 4))):
        keys = draw(st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=5, unique=True))
        history.append(Workout(day, tuple((key, draw(a_few_sets(key))) for key in keys)))
    return history


def a_few_sets(key: str) -> st.SearchStrategy[tuple[Done, ...]]:
    return st.lists(SETS.get(key, LIFTED), min_size=1, max_size=4).map(tuple)


class Account:
    """What imports leave behind, without a database."""

    def __init__(self) -> None:
        self.known: dict[str, Known] = {}
        self.own: dict[str, str] = {}

    def bring_in(self, text: str, unit: str | None) -> int:
        """Take a file in; the number of sets that were new."""
        options = ParseOptions(unit=unit, today=date(2026, 1, 1))
        parsed = parse_file(open_source(text.encode()), options)
        meanings = decide(
            collect_names(parsed).values(), parsed.format, chosen={}, remembered={}, own=self.own
        )
        known_ids = {item.use.name: item.exercise_id for item in meanings if item.exercise_id}
        unit = unit or parsed.guessed_unit or "kg"
        plan = make_plan(parsed, self.known, unit, known_ids)
        for name in plan.used_names() - set(known_ids):
            known_ids[name] = self.own[name.casefold()] = f"own-{len(self.own)}"
        answers = Answers(unit, "UTC", known_ids)
        rows = provenance(plan.workouts, answers, "ada", "file", unstated=plan.unstated)
        for row in rows:
            before = self.known.get(row["source_key"])
            kept = Kept(row["content_hash"], row["set_keys"])
            self.known[row["source_key"]] = Known(
                row["workout_id"], (*(before.kept if before else ()), kept)
            )
        return sum(len(sets) for item in plan.workouts for _, sets in item.taken_sets())


def size(history: list[Workout]) -> int:
    return sum(len(sets) for workout in history for _, sets in workout.exercises)


@st.composite
def two_of(draw: st.DrawFn, renderings: dict) -> tuple:
    return draw(st.sampled_from(sorted(renderings))), draw(st.sampled_from(sorted(renderings)))


def check_that_nothing_is_added(history, renderings, names) -> None:
    account = Account()
    (first, unit), (second, other_unit) = (renderings[name] for name in names)
    assert account.bring_in(first(history), unit) == size(history)
    assert account.bring_in(second(history), other_unit) == 0
    assert account.bring_in(first(history), unit) == 0


def check_that_the_rest_is_added(history, more, renderings, names) -> None:
    account = Account()
    (first, unit), (second, other_unit) = (renderings[name] for name in names)
    account.bring_in(first(history), unit)
    assert account.bring_in(second(more), other_unit) == size(more) - size(history)
    assert account.bring_in(first(more), unit) == 0
    assert account.bring_in(second(more), other_unit) == 0


@st.composite
def a_longer_history(draw: st.DrawFn) -> tuple[list[Workout], list[Workout]]:
    """A history and one with more sets at the end of exercises, more exercises and more days."""
    history = draw(a_history())
    more = []
    for workout in history:
        exercises = [
            (key, sets + draw(st.lists(SETS.get(key, LIFTED), max_size=2).map(tuple)))
            for key, sets in workout.exercises
        ]
        here = {key for key, _ in exercises}
        exercises += [
            (key, draw(a_few_sets(key)))
            for key in draw(st.lists(st.sampled_from(sorted(NAMES)), max_size=2, unique=True))
            if key not in here
        ]
        more.append(Workout(workout.day, tuple(exercises)))
    more += [
        Workout(day, (("bench", draw(a_few_sets("bench"))),))
        for day in range(len(history), len(history) + draw(st.integers(0, 2)))
    ]
    return history, more


@settings(max_examples=60, deadline=None)
@given(a_history(), two_of(STRONG))
def test_any_two_renderings_of_a_strong_history_are_the_same(history, names):
    check_that_nothing_is_added(history, STRONG, names)


@settings(max_examples=60, deadline=None)
@given(a_history(), two_of(HEVY))
def test_any_two_renderings_of_a_hevy_history_are_the_same(history, names):
    check_that_nothing_is_added(history, HEVY, names)


@settings(max_examples=60, deadline=None)
@given(a_longer_history(), two_of(STRONG))
def test_a_longer_strong_history_adds_exactly_what_is_new(histories, names):
    check_that_the_rest_is_added(*histories, STRONG, names)


@settings(max_examples=60, deadline=None)
@given(a_longer_history(), two_of(HEVY))
def test_a_longer_hevy_history_adds_exactly_what_is_new(histories, names):
    check_that_the_rest_is_added(*histories, HEVY, names)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "0198c0de-0000-7000-8000-000000000001"]),
            st.lists(
                st.builds(
                    SetValues,
                    weight=st.sampled_from([0.0, 61.23492, -20.0, 1e9, 0.001, 877777.5]),
                    reps=st.integers(0, 10**9),
                    duration_s=st.sampled_from([0.0, 0.5, 43200.0]),
                    distance=st.sampled_from([0.0, 3.11]),
                    distance_unit=st.just("m"),
                    unit=st.just("kg"),
                    unstated=st.just(False),
                )
            ),
        )
    )
)
def test_kept_words_are_read_back_as_they_were(blocks):
    kept = [Block(exercise_id, "c0ffee", sets) for exercise_id, sets in blocks]
    assert decode(json.loads(json.dumps(encode(kept)))) == kept


@pytest.mark.parametrize(
    "values",
    [
        SetValues(135, "lb", unstated=True, reps=5),
        SetValues(distance=3.11, distance_unit="mi", duration_s=1800),
        SetValues(20, "lb", distance=400, distance_unit="yd"),
    ],
)
def test_units_are_kept(values):
    assert decode(encode([Block("", "c0ffee", [values])])) == [Block("", "c0ffee", [values])]


def test_exercises_of_kept_words_can_get_other_ids():
    words = ["@old#c0ffee", "80kg|5", "@#c0ffee", "80kg|5"]
    renamed = with_renamed_exercises(words, {"old": "new"}.__getitem__)
    assert renamed == ["@new#c0ffee", "80kg|5", "@#c0ffee", "80kg|5"]
    old = ["0123456789ab"]
    assert with_renamed_exercises(old, str.upper) == old


def test_words_of_no_known_shape_are_passed_over():
    assert decode(["80kg|5", "@#c0ffee", "?", "1ekg|5", "80kg|5"]) == [
        Block("", "c0ffee", [SetValues(80, reps=5)])
    ]


def test_another_exercise_with_the_same_sets_is_new():
    sets = [SetValues(80, reps=5)]
    before = [Block("bench", "b", sets)]
    assert new_sets([Block("bench", "b", sets), Block("row", "r", sets)], [before]) == [
        [False],
        [True],
    ]


def test_an_exercise_of_another_name_at_the_same_place_is_the_same_only_with_the_same_sets():
    before = [Block("bench", "b", [SetValues(80, reps=5)] * 2)]
    same = [Block("", "x", [SetValues(176.37, "lb", reps=5)] * 3)]
    other = [Block("", "x", [SetValues(82.5, reps=5)] * 3)]
    assert new_sets(same, [before]) == [[False, False, True]]
    assert new_sets(other, [before]) == [[True, True, True]]


def test_a_stated_load_is_never_compared_by_its_number():
    before = [Block("bench", "b", [SetValues(100, "kg", reps=5)])]
    assert new_sets([Block("bench", "b", [SetValues(100, "lb", reps=5)])], [before]) == [[True]]


def test_loads_rounded_to_the_plates_of_either_unit_are_the_same():
    kilograms = [SetValues(weight, reps=5) for weight in (60, 62.5, 80)]
    pounds = [SetValues(weight, "lb", reps=5) for weight in (135, 140, 180)]
    before = [[Block("squat", "s", kilograms)]]
    assert new_sets([Block("squat", "s", pounds)], before) == [[False, False, False]]
    more = [Block("squat", "s", [*pounds, SetValues(187.5, "lb", reps=5)])]
    assert new_sets(more, before) == [[False, False, False, True]]


STRONG_FILE = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2024-01-01 18:00:00,"Push",1h 5m,"Bench Press (Barbell)",1,135,5,0,0,"","",
2024-01-01 18:00:00,"Push",1h 5m,"Zercher Wobble Lift",1,30,10,0,0,"","",
"""


@pytest.mark.parametrize(("first", "second"), [("lb", "kg"), ("kg", "lb")])
def test_the_other_answer_to_the_question_for_the_unit_adds_nothing(server, first, second):
    ada = server.sign_in()
    bring_in(server, ada, STRONG_FILE, unit=first)
    _, again = bring_in(server, ada, STRONG_FILE, unit=second)
    assert again["result"]["sets_added"] == 0
    assert [item["sets"] for item in workouts(ada)] == [2]


def test_another_language_makes_no_exercise_for_sets_that_are_there(server):
    ada = server.sign_in()
    history = [Workout(0, (("deadlift", (Done(220, 5),)), ("strange", (Done(45, 10),))))]
    bring_in(server, ada, HEVY["kg en"][0](history))
    _, again = bring_in(server, ada, HEVY["lb es"][0](history))
    assert (again["result"]["sets_added"], again["result"]["created_exercises"]) == (0, 0)
    own = [
        item
        for item in ada.client.get("/api/v1/exercises").json()["exercises"]
        if item["is_custom"]
    ]
    assert [item["name"] for item in own] == ["Grmpfl Quux"]


def test_what_an_undone_import_brought_can_be_brought_in_again(server):
    ada = server.sign_in()
    lines = STRONG_FILE.splitlines(keepends=True)
    first, _ = bring_in(server, ada, "".join(lines[:2]))
    bring_in(server, ada, STRONG_FILE)
    ada.client.post(f"/api/v1/imports/{first}/undo")
    server.run_jobs()
    _, again = bring_in(server, ada, STRONG_FILE)
    assert again["result"]["sets_added"] == 1
    assert [item["sets"] for item in workouts(ada)] == [2]


def test_sets_kept_by_an_earlier_version_are_known(server):
    import sqlalchemy as sa

    from fitfolio.imports.tables import import_workout

    ada = server.sign_in()
    bring_in(server, ada, STRONG_FILE, unit="lb")
    old = [
        old_key(name, ParsedSet(1, "working", load, "lb", reps))
        for name, load, reps in (
            ("Bench Press (Barbell)", 135.0, 5),
            ("Zercher Wobble Lift", 30.0, 10),
        )
    ]
    server.state.db.write_now(
        lambda conn: conn.execute(
            sa.update(import_workout).values(set_keys=json.dumps(old), content_hash="old")
        )
    )
    _, again = bring_in(server, ada, STRONG_FILE, unit="lb")
    assert again["result"]["sets_added"] == 0
    third = '2024-01-01 18:00:00,"Push",1h 5m,"Zercher Wobble Lift",2,35,10,0,0,"","",\n'
    _, more = bring_in(server, ada, STRONG_FILE + third, unit="lb")
    assert more["result"]["sets_added"] == 1


def test_the_same_file_again_leaves_the_export_as_it_was_and_can_leave_the_list(server):
    ada = server.sign_in()
    bring_in(server, ada, STRONG_FILE)
    before = ada.client.get("/api/v1/export").content
    import_id, again = bring_in(server, ada, STRONG_FILE)
    assert (again["status"], again["result"]["sets_added"]) == ("done", 0)
    assert ada.client.get("/api/v1/export").content == before
    assert ada.client.delete(f"/api/v1/imports/{import_id}").status_code == 204
    assert len(ada.client.get("/api/v1/imports").json()["imports"]) == 1
    assert ada.client.get("/api/v1/export").content == before
