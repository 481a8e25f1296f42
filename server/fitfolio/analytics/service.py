"""The home page: this week, the last weeks, the streak, what was achieved. All from rollups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import sqlalchemy as sa

from fitfolio.analytics.schemas import Home, MuscleWeek, WeekDay, WeekTotal
from fitfolio.auth.service import Viewer
from fitfolio.core.clock import local_day
from fitfolio.core.revisions import current_revision
from fitfolio.enrolments import queries as enrolment_queries
from fitfolio.exercises import service as exercises
from fitfolio.training.volume import (
    hard_sets_by_muscle,
    muscle_shares,
    streak_weeks,
    week_start,
)
from fitfolio.workouts import overview_queries
from fitfolio.workouts.listing import Filters, get_calendar, list_workouts
from fitfolio.workouts.record_list import list_records
from fitfolio.workouts.schemas import CalendarDay

WEEKS = 12
LAST = 5
STREAK_WEEKS = 26
"""How far back a streak is looked for at first, so that its cost is that of its own length."""


class _Past(NamedTuple):
    """What looks at the whole account; it stays true until the next change or the next day."""

    totals: overview_queries.Totals
    streak_weeks: int


_PastKey = tuple[int, str, int, int]

_past_by_user: dict[str, tuple[_PastKey, _Past]] = {}
"""The newest `_Past` of people seen by this process, so that opening the app again is cheap."""

MAX_PASTS = 2000


def get_home(conn: sa.Connection, viewer: Viewer, now_ms: int) -> Home:
    """Today in the viewer's time zone, with weeks that start on the viewer's day."""
    today = local_day(now_ms, viewer.time_zone)
    monday = date.fromisoformat(week_start(today.isoformat(), viewer.week_start))
    sunday = monday + timedelta(days=6)
    first = monday - timedelta(weeks=WEEKS - 1)
    calendar = get_calendar(conn, viewer.id, first.isoformat(), sunday.isoformat()).days
    past = _past(conn, viewer, today, monday)
    return Home(
        today=today.isoformat(),
        week=_week(calendar, monday),
        weekly_goal=viewer.weekly_goal,
        streak_weeks=past.streak_weeks,
        workouts_total=past.totals.workouts,
        sets_total=past.totals.sets,
        programs_followed=enrolment_queries.count_running(conn, viewer.id),
        muscles=_muscles(conn, viewer.id, monday, sunday),
        weeks=_weeks(calendar, first, viewer.week_start),
        last_records=list_records(conn, viewer.id, improved=True, limit=LAST).records,
        last_workouts=list_workouts(
            conn, viewer.id, viewer.language, Filters(), None, LAST
        ).workouts,
    )


def _week(calendar: Sequence[CalendarDay], monday: date) -> list[WeekDay]:
    day_by_date = {day.local_date: day for day in calendar}
    week = []
    for offset in range(7):
        local_date = (monday + timedelta(days=offset)).isoformat()
        day = day_by_date.get(local_date)
        week.append(
            WeekDay(
                local_date=local_date,
                workouts=day.workouts if day else 0,
                hard_sets=day.hard_sets if day else 0,
            )
        )
    return week


def _weeks(calendar: Sequence[CalendarDay], first: date, first_weekday: int) -> list[WeekTotal]:
    """The last twelve weeks, oldest first; weeks without training are there with zeros."""
    weeks = {
        start: WeekTotal(week_start=start, workouts=0, hard_sets=0, tonnage_kg=0.0)
        for start in ((first + timedelta(weeks=index)).isoformat() for index in range(WEEKS))
    }
    for day in calendar:
        total = weeks[week_start(day.local_date, first_weekday)]
        total.workouts += day.workouts
        total.hard_sets += day.hard_sets
        total.tonnage_kg += day.tonnage_kg
    return list(weeks.values())


def _past(conn: sa.Connection, viewer: Viewer, today: date, monday: date) -> _Past:
    key = (
        current_revision(conn, viewer.id), today.isoformat(), viewer.weekly_goal, viewer.week_start
    )  # fmt: skip
    known = _past_by_user.get(viewer.id)
    if known is not None and known[0] == key:
        return known[1]
    past = _Past(overview_queries.totals(conn, viewer.id), _streak(conn, viewer, today, monday))
    if len(_past_by_user) >= MAX_PASTS:
        _past_by_user.clear()
    _past_by_user[viewer.id] = (key, past)
    return past


def _streak(conn: sa.Connection, viewer: Viewer, today: date, monday: date) -> int:
    weeks = STREAK_WEEKS
    while True:
        first = monday - timedelta(weeks=weeks)
        dates = overview_queries.training_dates(
            conn, viewer.id, first.isoformat(), today.isoformat()
        )
        streak = streak_weeks(dates, today.isoformat(), viewer.weekly_goal, viewer.week_start)
        # Unless every week of the window counted, older days cannot make the streak longer.
        if streak < weeks:
            return streak
        weeks *= 4


def _muscles(conn: sa.Connection, user_id: str, monday: date, sunday: date) -> list[MuscleWeek]:
    hard_sets = overview_queries.hard_sets_by_exercise(
        conn, user_id, monday.isoformat(), sunday.isoformat()
    )
    muscles = exercises.muscles_of(conn, user_id) if hard_sets else {}
    shares = {
        exercise_id: muscle_shares(*muscles[exercise_id])
        for exercise_id in hard_sets.keys() & muscles.keys()
    }
    by_muscle = hard_sets_by_muscle(hard_sets, shares)
    return [
        MuscleWeek(muscle=muscle, hard_sets=count)
        for muscle, count in sorted(by_muscle.items(), key=lambda item: (-item[1], item[0]))
        if count > 0
    ]
