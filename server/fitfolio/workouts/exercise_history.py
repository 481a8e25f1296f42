"""What the page of an exercise shows, read from the rollups and a few of the newest sets.

Nothing here reads the whole log: a chart of three months costs the same whether the account
holds a thousand sets or a hundred thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal

import sqlalchemy as sa

from fitfolio.core.clock import to_iso
from fitfolio.core.errors import NotFound
from fitfolio.exercises import service as exercises
from fitfolio.training.history import day_number
from fitfolio.training.trend import TrendPoint, describe, point, smooth_states
from fitfolio.training.volume import week_start
from fitfolio.workouts.cursors import read_cursor, write_cursor
from fitfolio.workouts.queries import set_document
from fitfolio.workouts.record_list import standing_records
from fitfolio.workouts.rollups import trend_state
from fitfolio.workouts.schemas import (
    ExerciseHistory,
    ExerciseSession,
    SessionPage,
    SetRead,
    TrendDay,
    TrendSummary,
)
from fitfolio.workouts.tables import exercise_day, workout, workout_exercise, workout_set

Range = Literal["3m", "1y", "all"]
RANGE_DAYS: dict[Range, int | None] = {"3m": 92, "1y": 366, "all": None}

MAX_SINGLE_DAYS = 400
"""Longer histories are drawn by weeks: more points than pixels help nobody."""

SESSIONS = 10

_days = exercise_day.c
_of_exercise = (
    _days.user_id == sa.bindparam("owner"),
    _days.exercise_id == sa.bindparam("exercise"),
)
_series = (
    sa.select(exercise_day)
    .where(*_of_exercise, _days.local_date >= sa.bindparam("since"))
    .order_by(_days.local_date)
)
_totals = sa.select(
    sa.func.coalesce(sa.func.sum(_days.sets), 0),
    sa.func.count(),
    sa.func.min(_days.local_date),
    sa.func.max(_days.local_date),
).where(*_of_exercise)

_live_sets = (
    workout_set.c.user_id == sa.bindparam("owner"),
    workout_set.c.exercise_id == sa.bindparam("exercise"),
    workout_set.c.local_date < sa.bindparam("before"),
    workout_set.c.deleted_at.is_(None),
    workout_exercise.c.deleted_at.is_(None),
    workout.c.deleted_at.is_(None),
)
_joined = workout_set.join(
    workout_exercise, workout_exercise.c.id == workout_set.c.workout_exercise_id
).join(workout, workout.c.id == workout_set.c.workout_id)
_recent_days = (
    sa.select(workout_set.c.local_date)
    .select_from(_joined)
    .where(*_live_sets)
    .distinct()
    .order_by(workout_set.c.local_date.desc())
    .limit(sa.bindparam("count"))
)
_recent_sets = (
    sa.select(
        workout_set,
        workout.c.title,
        workout.c.started_at,
        workout_exercise.c.notes.label("entry_notes"),
    )
    .select_from(_joined)
    .where(*_live_sets, workout_set.c.local_date >= sa.bindparam("since"))
    .order_by(
        workout_set.c.local_date.desc(),
        workout.c.started_at.desc(),
        workout.c.id,
        workout_exercise.c.position,
        workout_exercise.c.id,
        workout_set.c.position,
        workout_set.c.id,
    )
)

_SUMMED = ("tonnage_kg", "reps", "sets", "hard_sets", "duration_s", "distance_m")

END_OF_TIME = "9999-12-31"


def get_history(
    conn: sa.Connection, viewer: str, exercise_id: str, span: Range, today: date
) -> ExerciseHistory:
    """Chart series, standing records and the newest sessions of an exercise."""
    if exercises.find_tracking(conn, viewer, exercise_id) is None:
        raise NotFound("exercise.not_found", "There is no such exercise.")
    of = {"owner": viewer, "exercise": exercise_id}
    length = RANGE_DAYS[span]
    since = "" if length is None else (today - timedelta(days=length)).isoformat()
    rows = conn.execute(_series, {**of, "since": since}).all()
    points = [
        point(state)
        for state in smooth_states(
            [trend_state(row) for row in rows if row.trend_level is not None]
        )
    ]
    days = _days_with_trend(rows, points)
    by_week = len(days) > MAX_SINGLE_DAYS
    total_sets, total_days, first_date, last_date = conn.execute(_totals, of).one()
    page = list_sessions(conn, viewer, exercise_id, None, SESSIONS)
    return ExerciseHistory(
        exercise_id=exercise_id,
        range=span,
        grouped_by="week" if by_week else "day",
        days=[TrendDay(**day) for day in (_weeks(days) if by_week else days)],
        summary=_summary(points),
        records=standing_records(conn, viewer, exercise_id),
        sessions=page.sessions,
        next_cursor=page.next_cursor,
        total_sets=int(total_sets),
        total_days=total_days,
        first_date=first_date,
        last_date=last_date,
    )


def list_sessions(
    conn: sa.Connection, viewer: str, exercise_id: str, cursor: str | None, limit: int
) -> SessionPage:
    """Workouts with the exercise, newest first, whole days at a time (`limit` days a page)."""
    before = END_OF_TIME if cursor is None else read_cursor(cursor, str)[0]
    of = {"owner": viewer, "exercise": exercise_id, "before": before}
    dates = list(conn.execute(_recent_days, {**of, "count": limit + 1}).scalars())
    page = dates[:limit]
    if not page:
        return SessionPage(sessions=[], next_cursor=None)
    sessions: dict[str, ExerciseSession] = {}
    for row in conn.execute(_recent_sets, {**of, "since": page[-1]}):
        session = sessions.get(row.workout_id)
        if session is None:
            session = sessions[row.workout_id] = ExerciseSession(
                workout_id=row.workout_id,
                title=row.title,
                started_at=to_iso(row.started_at),
                local_date=row.local_date,
                notes=row.entry_notes,
                sets=[],
            )
        session.sets.append(SetRead(**set_document(row)))
    return SessionPage(
        sessions=list(sessions.values()),
        next_cursor=write_cursor(page[-1]) if len(dates) > limit else None,
    )


def _days_with_trend(rows: Sequence[Any], points: Sequence[TrendPoint]) -> list[dict[str, Any]]:
    point_by_day = {item.day: item for item in points}
    days = []
    for row in rows:
        trend = None if row.trend_level is None else point_by_day[day_number(row.local_date)]
        days.append(
            {
                "local_date": row.local_date,
                "e1rm_kg": row.e1rm_kg,
                "level_kg": None if trend is None else trend.level_kg,
                "low_kg": None if trend is None else trend.low_kg,
                "high_kg": None if trend is None else trend.high_kg,
                "top_load_kg": row.top_load_kg,
                "top_reps": row.top_reps,
                "workout_id": row.top_workout_id,
                "tonnage_kg": row.tonnage_kg,
                "reps": row.reps,
                "sets": row.sets,
                "hard_sets": row.hard_sets,
                "duration_s": row.duration_s,
                "distance_m": row.distance_m,
            }
        )
    return days


def _weeks(days: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    by_week: dict[str, dict[str, Any]] = {}
    for day in days:
        week = week_start(day["local_date"])
        by_week[week] = _merged(by_week[week], day) if week in by_week else day
    return list(by_week.values())


def _merged(earlier: dict[str, Any], later: dict[str, Any]) -> dict[str, Any]:
    """Two days drawn as one point: sums, the best sets, and the trend after the later one."""
    top = later if _top(later) > _top(earlier) else earlier
    trend = earlier if later["level_kg"] is None else later
    e1rm = max(earlier["e1rm_kg"] or 0.0, later["e1rm_kg"] or 0.0)
    return (
        {name: earlier[name] + later[name] for name in _SUMMED}
        | {name: top[name] for name in ("top_load_kg", "top_reps", "workout_id")}
        | {name: trend[name] for name in ("level_kg", "low_kg", "high_kg")}
        | {"local_date": later["local_date"], "e1rm_kg": e1rm or None}
    )


def _top(day: dict[str, Any]) -> tuple[float, int]:
    load = day["top_load_kg"]
    return (float("-inf") if load is None else load, day["top_reps"] or 0)


def _summary(points: Sequence[TrendPoint]) -> TrendSummary:
    change = describe(points, 0)
    now = points[-1] if points else None
    return TrendSummary(
        verdict=change.verdict,
        now_kg=None if now is None else now.level_kg,
        low_kg=None if now is None else now.low_kg,
        high_kg=None if now is None else now.high_kg,
        change_kg=change.change_kg,
        change_low_kg=change.low_kg,
        change_high_kg=change.high_kg,
        weeks=change.weeks,
    )
