"""Weeks ahead, as prescribed or as given results say."""

from __future__ import annotations

from typing import Any

from fitfolio.training.plates import StepLoad
from fitfolio.training.programs.loading import GymLoading
from tests.training.programs.program_calls import program_preview
from tests.training.programs.texts import with_lines

TEXT = with_lines(
    "sets 2x5", "on success: weight + step", days="day A\n  squat s\nday B\n  bench s\n"
)


def sessions(text: str, weeks: int, results: dict[int, dict[str, Any]] | None = None) -> list[Any]:
    found = program_preview(
        text, 2.5, {"unit": "kg", "starts": {"squat": 60, "bench": 40}}, weeks, results or {}
    )
    assert found is not None
    return found


def test_everything_goes_as_prescribed_unless_something_else_is_given():
    assert sessions(TEXT, 2) == [
        [1, "A", {"squat.s": "2x5@60"}], [1, "B", {"bench.s": "2x5@40"}],
        [1, "A", {"squat.s": "2x5@65"}], [1, "B", {"bench.s": "2x5@42.5"}],
    ]  # fmt: skip


def test_given_reps_weights_and_effort_take_the_place_of_the_prescribed():
    missed = sessions(TEXT, 2, {1: {"slots": {"squat.s": {"reps": [5, 4]}}}})
    assert missed[2] == [1, "A", {"squat.s": "2x5@60"}]
    heavier = sessions(TEXT, 2, {1: {"slots": {"squat.s": {"weight": 70, "rpe": [8]}}}})
    assert heavier[2] == [1, "A", {"squat.s": "2x5@75"}]
    left_out = sessions(TEXT, 2, {1: {"slots": {"squat.s": None}}})
    assert left_out[2] == [1, "A", {"squat.s": "2x5@60"}]


def test_days_can_be_skipped_and_facts_logged_behind_a_session():
    assert [row[1] for row in sessions(TEXT, 1, {1: {"skip": True}})] == ["A", "B"]
    by_hand = {1: {"facts": [{"kind": "set", "key": "bench.s", "value": 50}]}}
    assert sessions(TEXT, 1, by_hand)[1] == [1, "B", {"bench.s": "2x5@50"}]


def test_seconds_and_metres_are_done_as_prescribed_too():
    text = with_lines("sets 60s, 400m", "on success: weight + step")
    assert sessions(text, 2)[1] == [1, "A", {"squat.s": "60s@65, 400m@65"}]


def test_an_endless_week_is_shown_for_a_bounded_time():
    always_again = {number: {"facts": [{"kind": "repeat"}]} for number in range(1, 60)}
    assert len(sessions(TEXT, 1, always_again)) == 15


def test_a_track_twice_in_a_day_has_its_sets_joined():
    text = with_lines("sets 5", days="day A\n  squat s\n  squat s\n")
    assert sessions(text, 1) == [[1, "A", {"squat.s": "5@60 | 5@60"}]]


def test_where_nothing_can_be_loaded_the_weight_stays_as_asked():
    assert GymLoading({"x": StepLoad(())}, "kg").rounded("x", 41.3) == 41.3
    assert GymLoading({}, "kg").rounded("x", 41.3) == 41.25
