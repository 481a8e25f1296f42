from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from fitfolio.training.history import Before, exercise_days
from fitfolio.training.records import advance_bests, e1rm_event
from fitfolio.training.sets import DatedSet, PerformedSet, is_counted, ranked_load_kg, tonnage_kg
from fitfolio.training.trend import advance
from tests.training.strategies import histories, performed_sets

A_SET = DatedSet("s", "w", "2026-01-01", 0, PerformedSet("working", "weight_reps", 100, 5))


def events_of(sets):
    return [event for day in exercise_days(sets) for event in day.events]


def bests_of(sets):
    return {k: v for k, v in advance_bests({}, events_of(sets)).items() if k[0] != "e1rm"}


@given(histories())
def test_the_standing_rep_record_is_the_heaviest_load_at_that_many_reps_or_more(sets):
    counted = [dated.performed for dated in sets if is_counted(dated.performed)]
    bests = bests_of(sets)
    for reps in range(1, 21):
        loads = [
            ranked_load_kg(item)
            for item in counted
            if item.tracking in ("weight_reps", "bodyweight_reps", "assisted_reps")
            and (item.reps or 0) >= reps
            and ranked_load_kg(item) is not None
        ]
        assisted = bool(counted) and counted[0].tracking == "assisted_reps"
        found = bests.get(("assistance" if assisted else "load", reps))
        expected = max(loads, default=None)
        assert found == (-expected if assisted and expected is not None else expected)


@given(histories())
def test_the_tonnage_record_is_the_biggest_workout(sets):
    by_workout: dict[str, float] = {}
    for dated in sets:
        by_workout[dated.workout_id] = by_workout.get(dated.workout_id, 0) + tonnage_kg(
            dated.performed
        )
    biggest = max(by_workout.values(), default=0)
    assert bests_of(sets).get(("tonnage", 0), 0) == biggest


@given(histories())
def test_every_event_beats_the_one_before_it(sets):
    standing: dict[tuple[str, int], float] = {}
    for event in events_of(sets):
        before = standing.get((event.kind, event.reps))
        assert event.previous == before
        if before is not None:
            assert (event.value < before) if event.kind == "assistance" else (event.value > before)
        standing[event.kind, event.reps] = event.value


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_inside_a_day_changes_no_value_and_no_date(sets, shuffler: random.Random):
    shuffled = sorted(sets, key=lambda dated: (dated.local_date, shuffler.random()))

    def facts(items):
        return [(e.kind, e.reps, e.value, e.previous, e.local_date) for e in events_of(items)]

    assert facts(sets) == facts(shuffled)


@given(histories(), performed_sets(), st.integers(0, 25))
def test_adding_a_set_never_lowers_a_record(sets, performed, place: int):
    if not sets:
        return
    place = min(place, len(sets) - 1)
    beside = sets[place]
    performed = performed._replace(tracking=beside.performed.tracking)
    more = [*sets[:place], beside._replace(set_id="new", performed=performed), *sets[place:]]
    after = bests_of(more)
    for (kind, reps), value in bests_of(sets).items():
        new = after[kind, reps]
        assert new <= value if kind == "assistance" else new >= value


@given(histories())
def test_deleting_a_set_equals_never_having_had_it(sets):
    ghosts = [dated._replace(performed=dated.performed._replace(completed=False)) for dated in sets]
    assert events_of(ghosts) == []
    assert events_of(sorted([*sets, *ghosts], key=lambda d: d.local_date)) == events_of(sets)


@given(histories(), st.integers(0, 12))
def test_continuing_from_a_day_gives_what_the_whole_history_gives(sets, split: int):
    days = list(exercise_days(sets))
    head, tail = days[:split], days[split:]
    if not tail:
        return
    bests = advance_bests({}, [event for day in head for event in day.events])
    trend = next((day.trend for day in reversed(head) if day.trend), None)
    recorded = [day.trend for day in head if any(event.kind == "e1rm" for event in day.events)]
    before = Before(trend, recorded[-1] if recorded else None, bests)
    later = [dated for dated in sets if dated.local_date >= tail[0].local_date]
    assert list(exercise_days(later, before)) == tail


def test_a_likely_rise_is_a_record_and_a_possible_one_is_not():
    start = advance(None, 1, 100.0, 0.025)
    same = advance(start, 8, 101.0, 0.025)
    better = advance(same, 15, 110.0, 0.025)
    first = e1rm_event(start, None, A_SET)
    assert first is not None
    assert first.previous is None
    assert e1rm_event(same, start, A_SET) is None
    found = e1rm_event(better, start, A_SET)
    assert found is not None
    assert found.previous is not None
    assert found.value > 104
