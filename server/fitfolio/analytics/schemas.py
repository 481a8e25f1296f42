"""Wire shapes of the home page."""

from __future__ import annotations

from fitfolio.core.schemas import Output
from fitfolio.workouts.schemas import RecordRead, WorkoutSummary


class WeekDay(Output):
    """One day of the current week."""

    local_date: str
    workouts: int
    hard_sets: int


class MuscleWeek(Output):
    """Hard sets of one muscle this week, secondary muscles counted by half."""

    muscle: str
    hard_sets: float


class WeekTotal(Output):
    """One week: its first day and totals."""

    week_start: str
    workouts: int
    hard_sets: int
    tonnage_kg: float


class Home(Output):
    """Today as the lifter sees it first."""

    today: str
    week: list[WeekDay]
    weekly_goal: int
    streak_weeks: int
    workouts_total: int
    sets_total: int
    programs_followed: int
    muscles: list[MuscleWeek]
    weeks: list[WeekTotal]
    last_records: list[RecordRead]
    last_workouts: list[WorkoutSummary]
