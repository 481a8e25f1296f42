"""How much was trained: totals of a day, hard sets per muscle, weeks and streaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from fitfolio.training.sets import (
    DatedSet,
    PerformedSet,
    is_counted,
    is_hard_set,
    ranked_load_kg,
    tonnage_kg,
)

PRIMARY_SHARE = 1.0
SECONDARY_SHARE = 0.5
"""Fractional sets: a secondary muscle gets half (Pelland et al. 2024, doi:10.51224/SRXIV.460)."""

MONDAY = 1


class DayTotals(NamedTuple):
    """One exercise on one day, over its counted sets (no warm-ups, nothing flagged).

    `top_load_kg` is the heaviest load on the scale of `ranked_load_kg` (assistance negative)
    and `top_reps` the most reps done with it; for exercises without load `top_reps` is simply
    the most reps. `top_workout_id` is where that happened.
    """

    sets: int
    hard_sets: int
    reps: int
    tonnage_kg: float
    duration_s: float
    distance_m: float
    top_load_kg: float | None
    top_reps: int | None
    top_workout_id: str | None


class WeekVolume(NamedTuple):
    """One calendar week: its first day, training days, hard sets and tonnage [kg]."""

    week_start: str
    days: int
    hard_sets: int
    tonnage_kg: float


def day_totals(sets: Iterable[DatedSet]) -> DayTotals | None:
    """Totals of one exercise's sets of one day, or None when no set counts.

    Of equal top sets the first performed one gives the workout.
    """
    count = hard = reps = 0
    tonnage = duration = distance = 0.0
    top: tuple[float, int] | None = None
    top_workout_id: str | None = None
    for dated in sets:
        performed = dated.performed
        if not is_counted(performed):
            continue
        count += 1
        hard += is_hard_set(performed)
        reps += performed.reps or 0
        tonnage += tonnage_kg(performed)
        duration += performed.duration_s or 0.0
        distance += performed.distance_m or 0.0
        rank = _top_rank(performed)
        if top is None or rank > top:
            top, top_workout_id = rank, dated.workout_id
    if top is None:
        return None
    load, best_reps = top
    return DayTotals(
        count,
        hard,
        reps,
        tonnage,
        duration,
        distance,
        load if load > _NO_LOAD else None,
        best_reps or None,
        top_workout_id,
    )


def muscle_shares(primary: Sequence[str], secondary: Sequence[str]) -> dict[str, float]:
    """Share of each muscle in one set of an exercise: 1 if primary, else ½ if secondary."""
    shares = dict.fromkeys(secondary, SECONDARY_SHARE)
    shares.update(dict.fromkeys(primary, PRIMARY_SHARE))
    return shares


def hard_sets_by_muscle(
    hard_sets_by_exercise: Mapping[str, int], shares_by_exercise: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """Fractional hard sets [sets] of each muscle; exercises without known muscles add nothing.

    >>> hard_sets_by_muscle({"row": 4}, {"row": {"lats": 1.0, "biceps": 0.5}})
    {'lats': 4.0, 'biceps': 2.0}
    """
    totals: dict[str, float] = {}
    for exercise_id, hard_sets in hard_sets_by_exercise.items():
        for muscle, share in shares_by_exercise.get(exercise_id, {}).items():
            totals[muscle] = totals.get(muscle, 0.0) + share * hard_sets
    return totals


def week_start(local_date: str, first_weekday: int = MONDAY) -> str:
    """First day of the week a day lies in.

    Parameters
    ----------
    local_date
        `YYYY-MM-DD`.
    first_weekday
        ISO number of the weekday weeks start on: 1 Monday … 7 Sunday.

    >>> week_start("2026-11-22")
    '2026-11-16'
    >>> week_start("2026-11-22", first_weekday=7)
    '2026-11-22'
    """
    day = date.fromisoformat(local_date)
    return (day - timedelta(days=(day.isoweekday() - first_weekday) % 7)).isoformat()


def volume_by_week(
    days: Iterable[tuple[str, int, float]], first_weekday: int = MONDAY
) -> list[WeekVolume]:
    """Weeks with training, oldest first, from (local date, hard sets, tonnage [kg]) rows in any order.

    Several rows of one date are one training day; weeks without training are left out.
    """
    dates_by_week: dict[str, set[str]] = {}
    hard_by_week: dict[str, int] = {}
    tonnage_by_week: dict[str, float] = {}
    for local_date, hard_sets, tonnage in days:
        week = week_start(local_date, first_weekday)
        dates_by_week.setdefault(week, set()).add(local_date)
        hard_by_week[week] = hard_by_week.get(week, 0) + hard_sets
        tonnage_by_week[week] = tonnage_by_week.get(week, 0.0) + tonnage
    return [
        WeekVolume(week, len(dates_by_week[week]), hard_by_week[week], tonnage_by_week[week])
        for week in sorted(dates_by_week)
    ]


def streak_weeks(
    local_dates: Iterable[str], today: str, goal: int = 1, first_weekday: int = MONDAY
) -> int:
    """Weeks in a row, up to now, with at least `goal` training days.

    The current week counts once its goal is met and never breaks the streak before that, so
    Monday morning is not a failure. Dates after `today` are ignored.

    >>> streak_weeks(["2026-11-02", "2026-11-10"], today="2026-11-16")
    2
    """
    days_by_week: dict[str, set[str]] = {}
    for local_date in local_dates:
        if local_date <= today:
            week = week_start(local_date, first_weekday)
            days_by_week.setdefault(week, set()).add(local_date)
    first_day = date.fromisoformat(week_start(today, first_weekday))
    streak = int(len(days_by_week.get(first_day.isoformat(), ())) >= max(goal, 1))
    first_day -= timedelta(days=7)
    while len(days_by_week.get(first_day.isoformat(), ())) >= max(goal, 1):
        streak += 1
        first_day -= timedelta(days=7)
    return streak


_NO_LOAD = float("-inf")


def _top_rank(performed: PerformedSet) -> tuple[float, int]:
    load = ranked_load_kg(performed)
    return (_NO_LOAD if load is None else load, performed.reps or 0)
