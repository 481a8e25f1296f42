from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from datetime import date, timedelta
from statistics import mean

import pytest

from fitfolio.demo.generate import generate
from fitfolio.demo.lifts import LIFTS
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.recovery.metrics import problem_of
from fitfolio.training.units import load_kg

LAST = date(2026, 11, 22)
SLUGS = {lift.slug: lift.slug for lift in LIFTS.values()}
BY_SLUG = {lift.slug: lift for lift in LIFTS.values()}


@pytest.fixture(scope="module", params=[1, 2, 7])
def history(request):
    return generate(request.param, LAST, SLUGS)


def flat(history):
    for workout in history.workouts:
        for entry in workout.entries:
            for new in entry.sets:
                yield workout, entry.exercise_id, new


def test_the_same_seed_and_day_give_the_same_history_and_another_seed_another():
    assert generate(5, LAST, SLUGS) == generate(5, LAST, SLUGS)
    assert generate(5, LAST, SLUGS) != generate(6, LAST, SLUGS)


def test_three_years_end_on_the_last_day_and_look_like_a_life(history):
    days = [date.fromisoformat(workout.local_date) for workout in history.workouts]
    assert days == sorted(days)
    assert days[-1] == LAST
    assert days[0] < LAST - timedelta(days=3 * 365 - 8)
    gaps = [(after - before).days for before, after in itertools.pairwise(days)]
    assert 14 <= max(gaps) <= 24, "a holiday or an injury"
    assert 380 <= len(days) <= 620
    per_week = Counter(day.isocalendar()[:2] for day in days)
    assert max(per_week.values()) <= 7
    assert len(set(per_week.values())) >= 4, "weeks differ"


def test_no_load_is_beyond_what_the_lifter_can_become_or_what_can_be_put_on(history):
    for workout, slug, new in flat(history):
        lift = BY_SLUG[slug]
        if new.weight is not None:
            assert new.weight > 0
            steps = new.weight / lift.step
            assert steps == round(steps) or new.weight == lift.least, (slug, new)
            assert new.weight_unit == lift.unit
        if lift.tracking == "weight_reps":
            assert new.weight is not None
            assert load_kg(new.weight, new.weight_unit) <= lift.best * 1.02, (slug, workout)
            assert new.weight >= lift.least
        if lift.tracking == "assisted_reps":
            assert (new.weight or 0) < 60


def test_reps_efforts_times_and_distances_are_human(history):
    for _, slug, new in flat(history):
        if new.reps is not None:
            assert 1 <= new.reps <= 30
        if new.rpe is not None:
            assert 6 <= new.rpe <= 10
            assert new.rpe * 2 == round(new.rpe * 2)
        if new.distance is not None:
            metres = new.distance * (1000 if new.distance_unit == "km" else 1)
            assert 2 < metres / new.duration_s < 5
        elif slug == "plank":
            assert 20 <= new.duration_s <= 240


@pytest.mark.parametrize("name", ["squat", "bench", "deadlift", "press", "row"])
def test_strength_rises_fast_at_first_and_slowly_later(history, name):
    by_month = defaultdict(list)
    for workout, slug, new in flat(history):
        if slug == LIFTS[name].slug and new.kind != "warm_up":
            months = (LAST - date.fromisoformat(workout.local_date)).days // 30
            by_month[36 - months].append(new.weight * (1 + new.reps / 30))
    best = {month: max(values) for month, values in by_month.items()}
    first = mean(best[month] for month in list(best)[:2])
    last = mean(best[month] for month in list(best)[-2:])
    assert 1.35 * first < last < 2.6 * first
    middle = best[min(best, key=lambda month: abs(month - 18))]
    assert middle - first > 0.8 * (last - middle), "gains diminish"


def test_every_kind_of_set_and_every_feature_is_there(history):
    kinds = Counter(new.kind for _, _, new in flat(history))
    assert kinds.keys() >= {"warm_up", "working", "drop", "back_off", "amrap"}
    assert kinds["working"] > kinds["warm_up"] > kinds["amrap"]
    assert {lift.slug for lift in LIFTS.values()} == {slug for _, slug, _ in flat(history)}
    assert any(entry.superset for workout in history.workouts for entry in workout.entries)
    notes = sum(bool(workout.notes) for workout in history.workouts)
    assert 10 < notes < len(history.workouts) / 4
    assert sum(bool(new.notes) for _, _, new in flat(history)) > 10
    with_effort = sum(new.rpe is not None for _, _, new in flat(history))
    assert with_effort > 1000
    assert sum("deload" in workout.title for workout in history.workouts) > 30
    assert 7_000 < sum(1 for _ in flat(history)) < 16_000


def test_sets_are_logged_one_after_another_inside_their_workout(history):
    for workout in history.workouts:
        moments = [new.logged_at_ms for entry in workout.entries for new in entry.sets]
        assert moments == sorted(set(moments))
        assert workout.started_at_ms < moments[0]
        assert moments[-1] < workout.finished_at_ms
        assert workout.finished_at_ms - workout.started_at_ms < 2.6 * 3_600_000


def test_body_values_have_trend_and_noise_and_are_believable(history):
    assert all(problem_of(key, value, unit) is None for _, key, value, unit in history.body)
    weights = [value for _, key, value, _ in history.body if key == "weight"]
    assert 650 < len(weights) < 900
    assert mean(weights[-50:]) - mean(weights[:50]) > 3
    steps = [abs(a - b) for a, b in itertools.pairwise(weights)]
    assert 0.1 < mean(steps) < 0.6
    assert 34 <= sum(key == "waist" for _, key, _, _ in history.body) <= 37


def test_every_exercise_of_the_story_is_in_the_library_with_the_same_tracking():
    library = load_catalogue().by_slug
    assert {lift.slug: library[lift.slug].tracking for lift in LIFTS.values()} == {
        lift.slug: lift.tracking for lift in LIFTS.values()
    }
