"""One LiftLog session, whichever export it comes from, and the workout it becomes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from fitfolio.imports.model import (
    DistanceUnit,
    ParsedExercise,
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    RowProblem,
    WeightUnit,
)
from fitfolio.imports.numbers import parse_distance_unit
from fitfolio.imports.units import guess_unit

_LONGEST: Final = timedelta(hours=12)
"""Sets logged later than this after the first were filled in afterwards, not performed then."""


@dataclass(slots=True)
class LiftLogExercise:
    """Performed sets only; planned ones have been left out."""

    name: str
    notes: str = ""
    superset_with_next: bool = False
    sets: list[ParsedSet] = field(default_factory=list)


@dataclass(slots=True)
class LiftLogSession:
    """`day` is the session's own date; the sets' times may have been logged on another."""

    id: str
    line: int
    title: str = ""
    notes: str = ""
    day: date | None = None
    bodyweight: float | None = None
    bodyweight_unit: WeightUnit | None = None
    exercises: list[LiftLogExercise] = field(default_factory=list)


def distance_unit(word: str) -> DistanceUnit:
    """LiftLog's unit words are metre, kilometre, mile and yard; metres where it names none."""
    return parse_distance_unit(word) or "m"


def to_parsed_file(name: str, sessions: Iterable[LiftLogSession]) -> ParsedFile:
    """Workouts in the order of the file; a session without a performed set is listed as skipped."""
    parsed = ParsedFile(format=name)
    for session in sessions:
        performed = [exercise for exercise in session.exercises if exercise.sets]
        if not performed:
            parsed.skipped.append(
                RowProblem(
                    session.line,
                    "row.nothing_done",
                    "A session without a performed set was left out.",
                )
            )
            continue
        workout = _to_workout(session)
        if workout is None:
            parsed.skipped.append(
                RowProblem(session.line, "row.date", "The session has no readable date.")
            )
        else:
            parsed.workouts.append(workout)
    rows = [
        row
        for workout in parsed.workouts
        for exercise in workout.exercises
        for row in exercise.sets
    ]
    unstated = [row.weight for row in rows if row.weight and row.weight_unit is None]
    if unstated:
        parsed.needs_unit, parsed.guessed_unit = True, guess_unit(unstated)
    return parsed


def _to_workout(session: LiftLogSession) -> ParsedWorkout | None:
    moments = _moments(session)
    day = session.day or (moments[0].date() if moments else None)
    if day is None:
        return None
    workout = ParsedWorkout(
        started_at=moments[0] if moments else datetime.combine(day, time()),
        has_time=bool(moments),
        source_key=f"liftlog:{session.id or f'{day}:{session.title}'}",
        line=session.line,
        title=session.title,
        notes=session.notes,
        bodyweight=session.bodyweight,
        bodyweight_unit=session.bodyweight_unit if session.bodyweight is not None else None,
    )
    if moments and moments[0] < moments[-1] <= moments[0] + _LONGEST:
        workout.finished_at = moments[-1]
    superset, joined = 0, False
    for exercise in session.exercises:
        if exercise.superset_with_next and not joined:
            superset += 1
        grouped = joined or exercise.superset_with_next
        joined = exercise.superset_with_next
        name = exercise.name or "Unnamed exercise"
        workout.exercises.append(
            ParsedExercise(
                name, exercise.sets, superset=superset if grouped else None, notes=exercise.notes
            )
        )
    return workout


def _moments(session: LiftLogSession) -> list[datetime]:
    """When the sets were done, in order; nothing where they were filled in on another day.

    A session may mix times with and without an offset only in files that were edited by
    hand; then the ones with an offset count, since the two cannot be compared.
    """
    logged = [
        row.logged_at for exercise in session.exercises for row in exercise.sets if row.logged_at
    ]
    aware = [moment for moment in logged if moment.tzinfo]
    moments = sorted(aware or logged)
    if moments and session.day and abs(moments[0].date() - session.day) > timedelta(days=1):
        return []
    return moments
