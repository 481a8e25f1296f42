"""Which start values an edition asks for, and what the log suggests for each.

A suggestion is a beginning, not a truth: it says where it comes from, and the lifter decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from fitfolio.enrolments.run_schemas import StartList
from fitfolio.programs.editions import own_version
from fitfolio.programs.resolving import exercise_texts_of, known_exercises, loading_for
from fitfolio.programs.texts import library_text, plan_of
from fitfolio.training.e1rm import rpe_percentage
from fitfolio.training.programs.loading import Loading
from fitfolio.training.programs.plan import Plan
from fitfolio.training.programs.starts import NeededStart, needed_starts
from fitfolio.training.units import KG_PER_LB, WeightUnit
from fitfolio.workouts.strength_queries import Strength, recent_strength

RECENT_DAYS = 180
"""Older strength says little about today."""

TM_PERCENT = 90.0
"""Of the 1RM, where the program does not say it: the usual share of a training max."""

FIRST_RPE = 8.0
"""How hard the first working sets should be: two reps in reserve leave room to progress."""

STANDARD_REPS = 5


def suggested_starts(
    conn: sa.Connection, viewer: str, version_id: str, unit: WeightUnit, today: date
) -> StartList:
    """Start values of an edition with suggestions from the last half year. Reads rollups."""
    text = own_version(conn, viewer, version_id).text
    return _starts_of(conn, viewer, plan_of(text), unit, today)


def library_starts(
    conn: sa.Connection, viewer: str, slug: str, unit: WeightUnit, today: date
) -> StartList:
    """Start values of a program of the library, in the same way."""
    return _starts_of(conn, viewer, plan_of(library_text(slug)), unit, today)


def _starts_of(
    conn: sa.Connection, viewer: str, plan: Plan, unit: WeightUnit, today: date
) -> StartList:
    known = known_exercises(conn, viewer, {})
    texts = exercise_texts_of(plan)
    ids = {text: key for text in texts if (key := known.find(text)) is not None}
    loading = loading_for(conn, viewer, texts, known, unit)
    since = (today - timedelta(days=RECENT_DAYS)).isoformat()
    strengths = recent_strength(conn, viewer, ids.values(), since)
    rows = []
    for needed in needed_starts(plan):
        exercise_id = ids.get(needed.exercise)
        strength = strengths.get(exercise_id or "", Strength(None, None))
        rows.append(
            needed._asdict()
            | {"exercise_id": exercise_id,
               "suggestions": list(_suggestions(plan, needed, strength, unit, loading))}
        )  # fmt: skip
    return StartList.model_validate({"unit": unit, "starts": rows})


def _suggestions(
    plan: Plan, needed: NeededStart, strength: Strength, unit: WeightUnit, loading: Loading
) -> Iterator[dict[str, Any]]:
    if strength.best is not None:
        percent = _percent(plan, needed)
        base = _in(strength.best.e1rm_kg, unit)
        value = base * percent / 100
        if needed.kind == "weight":
            value = loading.rounded(needed.exercise, value)
        yield {
            "source": "e1rm", "value": round(value, 2), "percent": percent, "base": round(base, 2),
            "reps": None, "local_date": strength.best.local_date, "workout_id": None,
        }  # fmt: skip
    if needed.kind == "weight" and strength.last is not None and strength.last.load_kg >= 0:
        last = strength.last
        value = round(_in(last.load_kg, unit), 2)
        yield {
            "source": "last_weight", "value": value, "percent": None, "base": value,
            "reps": last.reps, "local_date": last.local_date, "workout_id": last.workout_id,
        }  # fmt: skip


def _percent(plan: Plan, needed: NeededStart) -> float:
    """The share of the 1RM [%] that a start value is."""
    if needed.kind == "max":
        return 100.0
    if needed.kind == "tm":
        return TM_PERCENT
    return rpe_percentage(min(_reps(plan, needed), 12), FIRST_RPE) or 100.0


def _reps(plan: Plan, needed: NeededStart) -> int:
    """The most reps asked at the track's own weight."""
    found = [
        group.high
        for key, slot in plan.tracks.items()
        if key == needed.key or (slot.slot.lift == needed.key and "." not in needed.key)
        for groups in (slot.slot.groups, *(line.groups for line in slot.scheme.sets))
        for group in groups
        if group.load.kind == "work" and group.goal in ("reps", "amrap")
    ]
    return int(max(found, default=STANDARD_REPS))


def _in(kilograms: float, unit: WeightUnit) -> float:
    return kilograms if unit == "kg" else kilograms / KG_PER_LB
