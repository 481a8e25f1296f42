"""The whole made-up history: workouts and body values, a pure function of seed and day."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from fitfolio.core.clock import to_millis
from fitfolio.demo.body import ZONE, BodyValue, measurements, weight_entries, weights_by_day
from fitfolio.demo.days import YEARS_DAYS, TrainingDay, training_days
from fitfolio.demo.lifts import LIFTS
from fitfolio.demo.sets import SetMaker, Today
from fitfolio.demo.strength import Strength
from fitfolio.workouts.bulk import NewEntry, NewSet, NewWorkout

SOURCE = "demo"

WORKOUT_NOTES = (
    "slept badly", "gym was packed, changed the order", "great day, everything moved",
    "short on time", "legs still sore from Monday", "new shoes", "trained with Jo",
    "knee a bit stiff, long warm-up", "first session after the holidays", "coffee helped",
    "air conditioning broken", "watch the left elbow",
)  # fmt: skip


class DemoHistory(NamedTuple):
    """Everything the demonstration account gets. Exercise ids are those given."""

    workouts: list[NewWorkout]
    body: list[BodyValue]


def generate(seed: int, last_day: date, exercise_ids: Mapping[str, str]) -> DemoHistory:
    """Three years up to `last_day`, the same for the same arguments.

    Parameters
    ----------
    seed
        Chooses one of many lifters.
    last_day
        The last training day; yesterday, seen from the caller.
    exercise_ids
        Id of each slug in `lifts.LIFTS`.

    Workout ids are left empty: they must be new in every account.
    """
    rng = random.Random(seed)  # noqa: S311  # a story, not a secret
    first_day = last_day - timedelta(days=YEARS_DAYS)
    weights = weights_by_day(rng, first_day, last_day)
    body = [*weight_entries(rng, weights), *measurements(rng, first_day, last_day)]
    workouts = list(_workouts(rng, last_day, weights, exercise_ids))
    return DemoHistory(workouts, sorted(body))


def _workouts(
    rng: random.Random, last_day: date, weights: Mapping[date, float], ids: Mapping[str, str]
) -> Iterator[NewWorkout]:
    strength = Strength(rng)
    maker = SetMaker(rng, strength)
    body_kg = 77.5
    for planned in training_days(rng, last_day):
        body_kg = weights.get(planned.day, body_kg)
        if planned.is_restart:
            strength.hurt(planned.day)
        strength.start_day()
        today = Today(planned.day, planned.is_deload, planned.is_novice, body_kg)
        entries = [
            NewEntry(ids[LIFTS[slot.lift].slug], maker.sets_of(slot, today), slot.superset)
            for slot in planned.session.slots
        ]
        strength.train(planned.session.patterns, planned.day, easy=planned.is_deload)
        yield _timed(rng, planned, entries, weights.get(planned.day))


def _timed(
    rng: random.Random, planned: TrainingDay, entries: list[NewEntry], body_kg: float | None
) -> NewWorkout:
    """Put a session on the clock: after work, on weekends in the morning; about 2½ minutes a set."""
    at_weekend = planned.day.weekday() >= 5
    start = time(9 if at_weekend else 17, 5 * rng.randint(2, 11))
    started_at_ms = to_millis(datetime.combine(planned.day, start, ZoneInfo(ZONE)))
    now_ms = started_at_ms + 120_000
    timed = []
    for entry in entries:
        sets: list[NewSet] = []
        for new in entry.sets:
            rest_s = 75 if new.kind in {"warm_up", "drop"} else rng.randint(110, 190)
            now_ms += 1000 * (rest_s + round(new.duration_s or 3.5 * (new.reps or 0)))
            sets.append(new._replace(logged_at_ms=now_ms))
        timed.append(entry._replace(sets=sets))
    title = planned.session.title + (" (deload)" if planned.is_deload else "")
    notes = rng.choice(WORKOUT_NOTES) if rng.random() < 0.08 else ""
    if planned.is_restart:
        notes = "First time back after the shoulder. Light, no pain."
    return NewWorkout(
        id="", started_at_ms=started_at_ms, finished_at_ms=now_ms + 90_000, time_zone=ZONE,
        local_date=planned.day.isoformat(), entries=timed, title=title, notes=notes,
        bodyweight_kg=body_kg, source=SOURCE,
    )  # fmt: skip
