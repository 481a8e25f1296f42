"""Targets: where weights, reps and reasons of a set come from."""

from __future__ import annotations

from fitfolio.training.programs.engine import next_session
from fitfolio.training.programs.facts import Enrolment, fact_from
from fitfolio.training.programs.loading import GymLoading, StepLoading
from fitfolio.training.programs.reasons import Reason, day_text, quantity_text, reason_text
from tests.training.programs.sessions import (
    MADE,
    ahead,
    plan_of,
    sets_of,
    why,
    workout,
)
from tests.training.programs.texts import SMALL, with_lines


def test_effort_gives_the_load_and_the_sets_done_give_the_effort():
    text = with_lines("sets 5@rpe 8, 5@rir 1 backoff, 3-4@rpe 7.5 drop")
    fresh = ahead(text, squat__1rm=100)
    assert sets_of(fresh) == "5@80 rpe 8, 5@82.5 rir 1, 3-4@82.5 rpe 7.5"
    assert [target.kind for target in fresh.slots[0].sets] == ["working", "back_off", "drop"]
    assert why(fresh, place=0) == [
        "81.1 % of your e1RM of 100 kg: 5 reps at RPE 8",
        "81.1 kg is loaded as 80 kg",
    ]
    after = ahead(
        text, workout(2, {"track": "squat.s", "reps": [5], "weight": 90, "rpe": 8}), squat__1rm=100
    )
    assert why(after, place=0)[0] == "81.1 % of your e1RM of 110.974 kg: 5 reps at RPE 8"
    assert why(ahead(text))[-1] == "needs your e1RM"
    assert (
        sets_of(ahead(with_lines("sets 20@rpe 8, 60s@rpe 8"), squat__1rm=100))
        == "20@? rpe 8, 60s@? rpe 8"
    )
    long = ahead(
        with_lines("sets 12+@rpe 10, 5@50% of e1rm"),
        workout(2, {"track": "squat.s", "reps": [12, 5], "weight": 60}),
    )
    assert sets_of(long) == "12+@60 rpe 10, 5@45"
    for no_effort in (
        {"rpe": 5},
        {"weight": None, "rpe": 8},
        {"reps": [0], "rpe": 8},
        {"kind": "warm_up", "rpe": 8},
    ):
        done = {"track": "squat.s", "reps": [5], "weight": 90} | no_effort
        assert sets_of(ahead(text, workout(2, done), squat__1rm=100)) == sets_of(fresh)


def test_sets_above_the_asked_effort_are_missed():
    text = with_lines("sets 2x5 rpe 8", "on success: weight + step", "on failure: weight - step")
    assert (
        sets_of(
            ahead(
                text,
                workout(2, {"track": "squat.s", "reps": [5, 5], "weight": 60, "rpe": 8}),
                squat=60,
            )
        )
        == "2x5@65 rpe 8"
    )
    assert (
        sets_of(
            ahead(
                text,
                workout(2, {"track": "squat.s", "reps": [5, 5], "weight": 60, "rpe": 9}),
                squat=60,
            )
        )
        == "2x5@55 rpe 8"
    )
    assert (
        sets_of(
            ahead(
                text,
                workout(2, {"track": "squat.s", "reps": [5, 5], "weight": 60, "rir": 1}),
                squat=60,
            )
        )
        == "2x5@55 rpe 8"
    )


def test_back_off_sets_follow_todays_top_set_once_it_is_done():
    text = with_lines(
        "sets 3rm, 2x3@90% of top", "on done when rpe > 8 and sets = 1: weight = first + target"
    )
    plan, enrolment = plan_of(text), Enrolment("kg", {})
    before = next_session(plan, enrolment, [], StepLoading(2.5))
    assert before is not None
    assert sets_of(before) == "3rm@?, 2x3@?"
    assert why(before, place=0) == ["work up to the heaviest weight for 3 reps"]
    assert why(before) == ["90 % of today's top set, once it is done"]
    live = workout(2, {"track": "squat.s", "reps": [3], "weight": 100}).slots
    during = next_session(plan, enrolment, [], StepLoading(2.5), live)
    assert during is not None
    assert sets_of(during) == "3rm@?, 2x3@90"
    assert why(during) == ["90 % of today's top set of 100 kg"]
    planned = ahead(with_lines("sets 3@90%, 3@90% of top"), squat__tm=100)
    assert why(planned)[0] == "90 % of today's top set, planned at 90 kg"


def test_a_ladder_has_its_own_exercise_in_each_stage():
    text = with_lines("reps 5 to 6", "stage 1: reps@bw", "stage 2 with pistol-squat: reps@bw",
                      "on success when reps >= 6: next stage, reps = 5", "on success: reps + 1", "on failure: first stage")  # fmt: skip
    made = [workout(day, {"track": "squat.s", "reps": [6]}) for day in (2, 4, 6)]
    session = ahead(text, *made[:2])
    assert (session.slots[0].exercise, sets_of(session)) == ("pistol-squat", "5")
    assert why(session) == ["stage 2 since Wed 4 Nov", "your own body"]
    assert (
        ahead(text, *made, workout(8, {"track": "squat.s", "reps": [2]})).slots[0].exercise
        == "squat-barbell"
    )


def test_climbing_reps_say_so():
    text = with_lines("reps 6 to 8", "sets 2xreps", "on success: reps + 1", "on failure: reps - 1")
    session = ahead(text, workout(2, {"track": "squat.s", "reps": [6, 6], "weight": 40}), squat=40)
    assert sets_of(session) == "2x7@40"
    assert why(session) == ["6 → 7 reps: you made all 6 reps on Mon 2 Nov"]


def test_total_reps_seconds_and_metres_are_goals_too():
    text = with_lines(
        "sets 30-50 total@bw", "on success: bench.s + 1kg/2lb", days="day A\n  squat s\n  bench s\n"
    )
    assert (
        sets_of(ahead(text, workout(2, {"track": "squat.s", "reps": [20, 10]}), bench=20))
        == "30-50 total"
    )
    held = with_lines("sets 2x60s, 100m", "on success: weight + step", "on failure: weight - step")
    done = fact_from({"kind": "workout", "id": "w", "at": 1, "date": "2026-11-02", "slots": [
        {"track": "squat.s", "sets": [{"seconds": 60, "weight": 20}] * 2 + [{"metres": 100, "weight": 20}]}]})  # fmt: skip
    session = ahead(held, done, squat=20)
    assert sets_of(session) == "2x60s@25, 100m@25"
    assert why(session) == ["+5 kg: you made all 100 m on Mon 2 Nov"]


def test_warm_ups_come_before_the_first_set_by_rule_or_as_written():
    general = with_lines("warmup auto", "sets 5")
    assert sets_of(ahead(general, squat=100)) == "w 5@40, w 3@60, w 2@80, 5@100"
    assert sets_of(ahead(general)) == "5@?"
    written = with_lines("warmup 5@40%, 3@60%", "sets 5@80%", days="day A\n  squat s\n  bench s\n")
    session = ahead(written, squat__tm=100, bench__1rm=80, bench=60)
    assert sets_of(session) == "w 5@40, w 3@60, 5@80"
    assert sets_of(session, "bench.s") == "w 5@25, w 3@35, 5@65"
    gym = next_session(
        plan_of(general), Enrolment("kg", {"squat": 100.0}), [], GymLoading({}, "kg")
    )
    assert gym is not None
    assert sets_of(gym) == "w 8@40, w 5@60, w 3@80, 5@100"


def test_percentages_of_other_lifts_and_tracks_say_what_they_are_of():
    text = with_lines("sets 5@50% of bench.tm, 5@80% of bench.s, 5@70% of bench.5rm, 5@60% of bench.1rm",
                      days="day A\n  squat s\n  bench: 5@90% of weight, 5@50%\n  bench s\n")  # fmt: skip
    session = ahead(text, bench__5rm=100, bench__s=40)
    assert sets_of(session) == "5@?, 5@32.5, 2x5@70"
    assert why(session, place=0) == ["needs your bench training max"]
    assert why(session, place=1) == [
        "80 % of your bench (s) of 40 kg",
        "your start weight",
        "32 kg is loaded as 32.5 kg",
    ]
    assert why(session, place=2) == ["70 % of your bench 5RM of 100 kg"]
    assert sets_of(session, "bench.work") == "5@?, 5@57.5"
    from_tm = ahead(with_lines("sets 5@100% of 1rm", "start 50% of tm"), squat__tm=90)
    assert sets_of(from_tm) == "5@100"


def test_start_values_come_from_the_nearest_source():
    text = with_lines("start 85% of 5rm", "sets 5")
    assert sets_of(ahead(text, squat__5rm=100)) == "5@85"
    assert why(ahead(text, squat__5rm=100)) == ["start: 85% of 5rm"]
    assert sets_of(ahead(text, squat=40)) == "5@40"
    assert sets_of(ahead(text, squat=40, squat__s=50, squat__5rm=100)) == "5@50"
    assert sets_of(ahead(text, squat__1rm=100)) == "5@72.5"  # a 5RM of 86.3 by the chart


def test_rules_see_reps_by_set_and_other_lifts_and_what_stalls():
    text = with_lines("sets 3x5", "var seen = 1", "on reps(2) = 4 and reps(9) = 0: weight = 44kg, bench.tm = 50kg, bench.1rm + 1",
                      "on stalled >= 2 and not (squat.s.reps > 1 or squat.s.stage > 1): weight = squat.s.seen * 30 + total / 0",
                      days="day A\n  squat s\n  bench: 5@100% of tm\n", head="")  # fmt: skip
    session = ahead(
        text, workout(2, {"track": "squat.s", "reps": [5, 4, 5], "weight": 60}), squat=60, step=1
    )
    assert sets_of(session) == "3x5@44"
    assert sets_of(session, "bench.work") == "5@50"
    stalled = ahead(text, workout(2, MADE), workout(4, MADE), squat=60)
    assert sets_of(stalled) == "3x5@30"


def test_functions_of_formulas():
    values = {
        "min(3, 2) + max(3, 2)": 5, "floor(2.7) * ceil(2.2)": 6, "round(2.5) - abs(-1)": 2, "if(week = 1, 7, 8)": 7,
        "-(2 - 5)": 3, "50% of 10": 5, "(1 < 2) + (2 <= 2) + (3 > 2) + (2 >= 2) + (1 = 1) + (1 != 2)": 6,
        "(2 < 1) + (3 <= 2) + (1 > 2) + (1 >= 2) + (1 = 2) + (1 != 1)": 0, "99999 * 99999": 1_000_000, "1 or 0": 1, "1 and 0": 0,
        "not 1": 0, "2 / 0": 0, "cycle * 4": 4, "if(last, 1, 2)": None,
    }  # fmt: skip
    for formula, value in values.items():
        session = ahead(with_lines(f"sets 5@({formula})"), step=1)
        assert session.slots[0].sets[0].weight == value, formula


def test_pounds_have_their_own_steps():
    session = ahead(
        SMALL,
        workout(2, {"track": "squat.fives", "reps": [5, 5, 5], "weight": 135}),
        unit="lb",
        step=5,
        squat=135,
    )
    assert sets_of(session, "squat.fives") == "3x5@145"
    assert sets_of(session, "bench.fives") == "3x5@45"
    one_unit = with_lines("sets 5@50kg")
    assert ahead(one_unit, unit="lb", step=0.5).slots[0].sets[0].weight == 110.0


def test_a_fixed_weekday_gives_the_date_the_session_is_due():
    text = with_lines(
        "sets 5",
        days="day A on monday\n  squat s\nday B on thursday\n  squat s\n",
        head='  block "Base" 1\n',
    )
    assert ahead(text).due == ""
    assert ahead(text).block == "Base"
    session = ahead(text, workout(23))
    assert (session.name, session.due) == ("B", "2026-11-26")
    assert ahead(text, workout(23), workout(26)).due == "2026-11-30"


def test_the_line_that_says_most_about_a_week_and_stage_is_taken():
    text = with_lines(
        "stage 1 week 2: 2", "stage 1: 3", "week 2: 4", "sets 5", "stage 2: 6", "sets 7"
    )
    assert sets_of(ahead(text, squat=50)) == "3@50"
    assert sets_of(ahead(text, workout(2), squat=50)) == "2@50"
    assert sets_of(ahead(with_lines("week 1: 4", "sets 5", "week 2: 6"), squat=50)) == "4@50"


def test_slots_have_rest_tempo_notes_and_supersets():
    text = with_lines("sets 5 rest 2min, 5 tempo 2-0-2-0", "rest 3min", "tempo 3-1-1-0", 'note "brace"',
                      days='day A\n  squat s; superset A; rest 90s\n  bench s; note "pause"\n')  # fmt: skip
    session = ahead(text)
    squat, bench = session.slots
    assert [(one.rest_s, one.tempo) for one in squat.sets] == [(120, "3-1-1-0"), (90, "2-0-2-0")]
    assert [one.rest_s for one in bench.sets] == [120, 180]
    assert (squat.superset, squat.note, bench.note) == ("A", "brace", "pause")


def test_reasons_without_a_date_are_sentences_too():
    assert day_text("") == ""
    assert quantity_text("squat.volume") == "squat (volume)"
    held = {"outcome": "between", "failures": 0, "date": "", "weight": 60}
    assert reason_text(Reason("held", held), "kg") == "the same 60 kg as last time"
    first = {
        "what": "weight",
        "from": None,
        "to": 50,
        "cause": "week_end",
        "week": 2,
        "percent": None,
    }
    assert reason_text(Reason("changed", first), "kg") == "50 kg: week 2 is done"
