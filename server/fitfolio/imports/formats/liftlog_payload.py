"""LiftLog sessions as JSON: the rows of a newer backup and the plain-text JSON export.

Weights are decimal strings with a unit word, durations ISO (`PT5M30S`), `set` is null for
a planned set that was not done. Older versions keep `reps`-only fields that are not read.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, Final

from fitfolio.imports.dates import parse_datetime
from fitfolio.imports.formats.liftlog_session import LiftLogExercise, LiftLogSession, distance_unit
from fitfolio.imports.model import ParsedSet, WeightUnit
from fitfolio.imports.numbers import parse_number, parse_weight_unit

_DURATION: Final = re.compile(r"^PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:\.\d{1,9})?)S)?$")
_ZONE_NAME: Final = re.compile(r"\[[^\]]*\]$")


def looks_like_session(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("recordedExercises"), list)


def read_session(payload: dict[str, Any], line: int) -> LiftLogSession:
    """One session object; unknown or missing parts are left empty."""
    blueprint = _object(payload.get("blueprint"))
    bodyweight, bodyweight_unit = _weight(payload.get("bodyweight"))
    session = LiftLogSession(
        id=_text(payload.get("id")),
        line=line,
        title=_text(blueprint.get("name")),
        notes=_text(blueprint.get("notes")),
        day=read_day(payload.get("date")),
        bodyweight=bodyweight,
        bodyweight_unit=bodyweight_unit,
    )
    recorded = payload.get("recordedExercises")
    for entry in recorded if isinstance(recorded, list) else []:
        if isinstance(entry, dict):
            session.exercises.append(_read_exercise(entry, line))
    return session


def read_day(value: object) -> date | None:
    moment = read_moment(value)
    return moment.date() if moment else None


def read_moment(value: object) -> datetime | None:
    """An ISO moment, with or without an offset; a zone name in brackets behind it is dropped."""
    return parse_datetime(_ZONE_NAME.sub("", value)) if isinstance(value, str) else None


def _read_exercise(entry: dict[str, Any], line: int) -> LiftLogExercise:
    blueprint = _object(entry.get("blueprint"))
    exercise = LiftLogExercise(
        name=_text(blueprint.get("name")),
        notes=_text(entry.get("notes")),
        superset_with_next=blueprint.get("supersetWithNext") is True,
    )
    if isinstance(entry.get("potentialSets"), list):
        found = [_read_set(potential, line) for potential in entry["potentialSets"]]
    elif isinstance(entry.get("sets"), list):
        found = [_read_cardio(performed, line) for performed in entry["sets"]]
    else:
        found = [_read_cardio(entry, line)]
    exercise.sets = [performed for performed in found if performed is not None]
    return exercise


def _read_set(potential: object, line: int) -> ParsedSet | None:
    recorded = _object(_object(potential).get("set"))
    reps = recorded.get("repsCompleted")
    if not isinstance(reps, int | float):
        return None
    weight, unit = _weight(_object(potential).get("weight"))
    return ParsedSet(
        line=line,
        weight=weight,
        weight_unit=unit if weight else None,
        reps=int(reps) if abs(reps) < 1e9 else None,
        logged_at=read_moment(recorded.get("completionDateTime") or recorded.get("completionTime")),
    )


def _read_cardio(value: object, line: int) -> ParsedSet | None:
    performed = _object(value)
    distance = _object(performed.get("distance"))
    metres_or_miles = _decimal(distance.get("value"))
    duration_s = _duration_s(performed.get("duration"))
    logged_at = read_moment(performed.get("completionDateTime"))
    if logged_at is None and duration_s is None and metres_or_miles is None:
        return None
    weight, unit = _weight(performed.get("weight"))
    return ParsedSet(
        line=line,
        weight=weight,
        weight_unit=unit if weight else None,
        duration_s=duration_s,
        distance=metres_or_miles,
        distance_unit=distance_unit(_text(distance.get("unit")))
        if metres_or_miles is not None
        else None,
        logged_at=logged_at,
    )


def _weight(value: object) -> tuple[float | None, WeightUnit | None]:
    weight = _object(value)
    return _decimal(weight.get("value")) or None, parse_weight_unit(_text(weight.get("unit")))


def _decimal(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    return parse_number(str(value)) if isinstance(value, int | float | str) else None


def _duration_s(value: object) -> float | None:
    match = _DURATION.match(value) if isinstance(value, str) else None
    if match is None:
        return None
    hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds or None


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value.replace("\x00", "").strip() if isinstance(value, str) else ""
