"""The history list: newest first, filtered, searched, each line summed up; and the calendar."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from fitfolio.core.clock import to_iso
from fitfolio.exercises import service as exercises
from fitfolio.training.sets import PerformedSet, is_counted, is_hard_set, tonnage_kg
from fitfolio.workouts.cursors import read_cursor, write_cursor
from fitfolio.workouts.record_list import headline_counts
from fitfolio.workouts.schemas import Calendar, CalendarDay, WorkoutPage, WorkoutSummary
from fitfolio.workouts.tables import exercise_day, workout, workout_exercise, workout_set

MAX_WORDS = 8
"""More words than this are not a search but a pasted text."""

_YEAR = re.compile(r"(?:19|20)\d\d(?:-\d\d){0,2}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")

_entries = (
    sa.select(workout_exercise.c.workout_id, workout_exercise.c.exercise_id)
    .where(
        workout_exercise.c.workout_id.in_(sa.bindparam("ids", expanding=True)),
        workout_exercise.c.deleted_at.is_(None),
    )
    .order_by(workout_exercise.c.position, workout_exercise.c.id)
)
_sets = (
    sa.select(
        workout_set.c.workout_id,
        workout_set.c.exercise_id,
        workout_set.c.kind,
        workout_set.c.flagged,
        workout_set.c.load_kg,
        workout_set.c.reps,
        workout_set.c.duration_s,
        workout_set.c.distance_m,
        workout_set.c.rpe,
        workout_set.c.rir,
        workout_set.c.completed,
    )
    .join(workout_exercise, workout_exercise.c.id == workout_set.c.workout_exercise_id)
    .where(
        workout_set.c.workout_id.in_(sa.bindparam("ids", expanding=True)),
        workout_set.c.deleted_at.is_(None),
        workout_exercise.c.deleted_at.is_(None),
    )
)
_live = (workout.c.user_id == sa.bindparam("owner"), workout.c.deleted_at.is_(None))
_between = (
    workout.c.local_date >= sa.bindparam("first"),
    workout.c.local_date <= sa.bindparam("last"),
)
_workouts_by_day = (
    sa.select(workout.c.local_date, sa.func.count())
    .where(*_live, *_between)
    .group_by(workout.c.local_date)
)
_totals_by_day = (
    sa.select(
        exercise_day.c.local_date,
        sa.func.sum(exercise_day.c.hard_sets),
        sa.func.sum(exercise_day.c.tonnage_kg),
    )
    .where(
        exercise_day.c.user_id == sa.bindparam("owner"),
        exercise_day.c.local_date >= sa.bindparam("first"),
        exercise_day.c.local_date <= sa.bindparam("last"),
    )
    .group_by(exercise_day.c.local_date)
)
_trained = (
    sa.select(exercise_day.c.exercise_id)
    .where(exercise_day.c.user_id == sa.bindparam("owner"))
    .distinct()
)


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means no limit. Dates are `YYYY-MM-DD`, inclusive."""

    search: str = ""
    first_day: str | None = None
    last_day: str | None = None
    exercise_id: str | None = None


def list_workouts(
    conn: sa.Connection,
    viewer: str,
    language: str,
    filters: Filters,
    cursor: str | None,
    limit: int,
) -> WorkoutPage:
    """A page of the history."""
    statement = sa.select(workout).where(
        workout.c.user_id == viewer, workout.c.deleted_at.is_(None)
    )
    statement = statement.where(*_conditions(conn, viewer, language, filters))
    if cursor is not None:
        started_at, last_id = read_cursor(cursor, int, str)
        statement = statement.where(
            sa.tuple_(workout.c.started_at, workout.c.id) < sa.tuple_(started_at, last_id)
        )
    ordered = statement.order_by(workout.c.started_at.desc(), workout.c.id.desc())
    rows = conn.execute(ordered.limit(limit + 1)).all()
    page, more = rows[:limit], len(rows) > limit
    return WorkoutPage(
        workouts=summaries(conn, viewer, language, page),
        next_cursor=write_cursor(page[-1].started_at, page[-1].id) if more else None,
    )


def summaries(
    conn: sa.Connection, viewer: str, language: str, rows: Sequence[Any]
) -> list[WorkoutSummary]:
    """Workout rows as lines of the list, in their order."""
    if not rows:
        return []
    ids = [row.id for row in rows]
    exercise_ids: dict[str, list[str]] = defaultdict(list)
    for workout_id, exercise_id in conn.execute(_entries, {"ids": ids}):
        exercise_ids[workout_id].append(exercise_id)
    used = {key for keys in exercise_ids.values() for key in keys}
    names = exercises.exercise_names(conn, viewer, language, used)
    sets: Counter[str] = Counter()
    hard: Counter[str] = Counter()
    tonnage: defaultdict[str, float] = defaultdict(float)
    tracking = exercises.trackings(conn, viewer, used)
    for workout_id, exercise_id, kind, flagged, *values in conn.execute(_sets, {"ids": ids}):
        performed = PerformedSet(kind, tracking.get(exercise_id, "weight_reps"), *values)
        performed = performed._replace(flagged=flagged is not None)
        sets[workout_id] += is_counted(performed)
        hard[workout_id] += is_hard_set(performed)
        tonnage[workout_id] += tonnage_kg(performed)
    moments = [row.started_at for row in rows]
    records = headline_counts(conn, viewer, min(moments), max(moments))
    return [
        WorkoutSummary(
            id=row.id,
            started_at=to_iso(row.started_at),
            finished_at=None if row.finished_at is None else to_iso(row.finished_at),
            has_time=row.has_time,
            local_date=row.local_date,
            title=row.title,
            exercise_names=[
                names[key] for key in dict.fromkeys(exercise_ids[row.id]) if key in names
            ],
            sets=sets[row.id],
            hard_sets=hard[row.id],
            tonnage_kg=tonnage[row.id],
            records=records.get(row.id, 0),
        )
        for row in rows
    ]


def get_calendar(conn: sa.Connection, viewer: str, first_day: str, last_day: str) -> Calendar:
    """Days with training between two dates, both included."""
    values = {"owner": viewer, "first": first_day, "last": last_day}
    totals = {row[0]: (row[1], row[2]) for row in conn.execute(_totals_by_day, values)}
    days = []
    for local_date, workouts in sorted(conn.execute(_workouts_by_day, values).all()):
        hard_sets, tonnage = totals.get(local_date, (0, 0.0))
        days.append(
            CalendarDay(
                local_date=local_date,
                workouts=workouts,
                hard_sets=int(hard_sets),
                tonnage_kg=float(tonnage),
            )
        )
    return Calendar(days=days)


def _conditions(
    conn: sa.Connection, viewer: str, language: str, filters: Filters
) -> Iterable[sa.ColumnElement[bool]]:
    if filters.first_day:
        yield workout.c.local_date >= filters.first_day
    if filters.last_day:
        yield workout.c.local_date <= filters.last_day
    if filters.exercise_id:
        yield _has_exercise([filters.exercise_id])
    words = filters.search.casefold().split()[:MAX_WORDS]
    if words:
        yield from _search(conn, viewer, language, words)


def _search(
    conn: sa.Connection, viewer: str, language: str, words: list[str]
) -> Iterable[sa.ColumnElement[bool]]:
    """Every word must be found: in title or notes, as an exercise, as a year, or as a weight.

    With "bench 100" the weight must have been lifted in an exercise named so.
    """
    ids = list(conn.execute(_trained, {"owner": viewer}).scalars())
    names = {
        key: name.casefold()
        for key, name in exercises.exercise_names(conn, viewer, language, ids).items()
    }
    lifts = [word for word in words if _NUMBER.fullmatch(word) is None]
    named = [key for key, name in names.items() if lifts and all(word in name for word in lifts)]
    for word in words:
        found = [_contains(workout.c.title, word), _contains(workout.c.notes, word)]
        matching = [key for key, name in names.items() if word in name]
        if matching:
            found.append(_has_exercise(matching))
        if _YEAR.fullmatch(word):
            found.append(workout.c.local_date.startswith(word))
        if _NUMBER.fullmatch(word):
            found.append(_has_weight(float(word.replace(",", ".")), named))
        yield sa.or_(*found)


def _contains(column: sa.Column[str], word: str) -> sa.ColumnElement[bool]:
    # SQLite folds the case of ASCII letters only, so other words are tried as usually written.
    if word.isascii():
        return column.icontains(word, autoescape=True)
    spellings = {word, word.capitalize(), word.upper()}
    return sa.or_(*(column.contains(spelling, autoescape=True) for spelling in sorted(spellings)))


def _has_exercise(exercise_ids: list[str]) -> sa.ColumnElement[bool]:
    return (
        sa.select(workout_exercise.c.id)
        .where(
            workout_exercise.c.workout_id == workout.c.id,
            workout_exercise.c.exercise_id.in_(exercise_ids),
            workout_exercise.c.deleted_at.is_(None),
        )
        .exists()
    )


def _has_weight(weight: float, exercise_ids: list[str]) -> sa.ColumnElement[bool]:
    conditions = [
        workout_set.c.workout_id == workout.c.id,
        workout_set.c.weight == weight,
        workout_set.c.deleted_at.is_(None),
    ]
    if exercise_ids:
        conditions.append(workout_set.c.exercise_id.in_(exercise_ids))
    return sa.select(workout_set.c.id).where(*conditions).exists()
