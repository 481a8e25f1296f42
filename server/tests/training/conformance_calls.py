"""How the language-neutral cases of `conformance/` are called in Python."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fitfolio.training import (
    e1rm,
    gym,
    history,
    plates,
    records,
    sets,
    trend,
    units,
    volume,
    warmup,
)
from tests.training.programs.run_calls import RUN_CALLS

CONFORMANCE = Path(__file__).parents[3] / "conformance"


def load_cases() -> list[tuple[str, dict[str, Any]]]:
    """All cases with a readable id."""
    return [
        (f"{path.stem}: {case['name']}", case)
        for path in sorted(CONFORMANCE.glob("*.json"))
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]
        if case.get("function") in CALLS  # other slices keep golden cases there too
    ]


def performed(data: dict[str, Any]) -> sets.PerformedSet:
    """A set from its JSON form, with the defaults all twins share."""
    fields = {name: data[name] for name in sets.PerformedSet._fields if name in data}
    return sets.PerformedSet(**({"kind": "working", "tracking": "weight_reps"} | fields))


def dated(data: dict[str, Any]) -> sets.DatedSet:
    """A dated set from its JSON form."""
    return sets.DatedSet(
        data["set_id"], data["workout_id"], data["local_date"], data["at_ms"], performed(data)
    )


def _events(rows: list[dict[str, Any]]) -> list[Any]:
    days = history.exercise_days([dated(row) for row in rows])
    return [event for day in days for event in day.events]


def _exercise_days(rows: list[dict[str, Any]], before: history.Before | None = None) -> list[Any]:
    return list(history.exercise_days([dated(row) for row in rows], before))


def _days_after(rows: list[dict[str, Any]], count: int) -> list[Any]:
    """The days after the first `count`, computed from what those leave behind."""
    days = _exercise_days(rows)
    head, tail = days[:count], days[count:]
    if not tail:
        return []
    events = [event for day in head for event in day.events if event.kind != "e1rm"]
    recorded = [day.trend for day in head if any(event.kind == "e1rm" for event in day.events)]
    trends = [day.trend for day in head if day.trend is not None]
    before = history.Before(
        trends[-1] if trends else None,
        recorded[-1] if recorded else None,
        records.advance_bests({}, events),
    )
    return _exercise_days([row for row in rows if row["local_date"] >= tail[0].local_date], before)


def _smooth_history(rows: list[dict[str, Any]]) -> dict[str, Any]:
    states = [day.trend for day in _exercise_days(rows) if day.trend is not None]
    points = [trend.point(state) for state in trend.smooth_states(states)]
    return {"points": points, "change": trend.describe(points, 0)}


def _filter_points(days: list[int], values: list[float], sd: list[float]) -> list[Any]:
    return [trend.point(state) for state in trend.filter_states(days, values, sd)]


def _unit(exercise: dict[str, Any]) -> units.WeightUnit:
    return exercise.get("unit", "kg")


def _loadable(exercise: dict[str, Any]) -> plates.Loadable:
    """What an exercise can be loaded with, from its JSON form; what is missing is the standard."""
    return gym.loadable_for(
        exercise.get("gym"),
        exercise.get("equipment", "barbell"),
        _unit(exercise),
        exercise.get("bar_id"),
        exercise.get("own_step"),
    )


def _plates_per_side(exercise: dict[str, Any], weight: float) -> plates.Loading | None:
    loadable = _loadable(exercise)
    if not isinstance(loadable, plates.BarLoad):
        return None
    return plates.plates_per_side(loadable, weight, _unit(exercise))


def _loading(exercise: dict[str, Any], weights: list[float], reps: int | None) -> list[Any]:
    """Everything that can be asked about some weights of one exercise."""
    loadable, unit = _loadable(exercise), _unit(exercise)
    return [
        {
            "up": plates.next_loadable(loadable, weight, unit, 1),
            "down": plates.next_loadable(loadable, weight, unit, -1),
            "nearest": plates.nearest_loadable(loadable, weight, unit),
            "is_loadable": plates.is_loadable(loadable, weight, unit),
            "plates": plates.plates_per_side(loadable, weight, unit)
            if isinstance(loadable, plates.BarLoad)
            else None,
            "warm_ups": warmup.warm_up_sets(loadable, weight, unit, reps),
        }
        for weight in weights
    ]


CALLS: dict[str, Callable[..., Any]] = {
    **{
        name: getattr(units, name)
        for name in ("load_kg", "from_kg", "distance_m", "length_cm", "round_for_display")
    },
    **{
        name: getattr(e1rm, name)
        for name in (
            "epley",
            "brzycki",
            "lombardi",
            "mayhew",
            "oconner",
            "wathan",
            "lander",
            "estimate",
            "rpe_percentage",
            "rpe_estimate",
        )
    },
    "estimate_set": lambda row: e1rm.estimate_set(performed(row)),
    "best_estimate": lambda rows: e1rm.best_estimate([performed(row) for row in rows]),
    "filter_points": _filter_points,
    "filter_sd_pct": lambda *args: [
        100 * math.sqrt(state.var_level) for state in trend.filter_states(*args)
    ],
    "smooth_last": lambda *args: trend.smooth(*args)[-1],
    "theil_sen": trend.theil_sen,
    "describe": lambda points, since: trend.describe(
        [trend.TrendPoint(**point) for point in points], since
    ),
    "probability_above": lambda new, old: trend.probability_above(
        trend.TrendState(**new), trend.TrendState(**old)
    ),
    "exercise_days": _exercise_days,
    "exercise_days_after": _days_after,
    "smooth_history": _smooth_history,
    "record_events": lambda rows: [event for event in _events(rows) if event.kind != "e1rm"],
    "record_kinds": lambda rows: [
        [event.kind, event.reps] for event in _events(rows) if event.kind != "e1rm"
    ],
    "e1rm_record_dates": lambda rows: [
        event.local_date for event in _events(rows) if event.kind == "e1rm"
    ],
    "is_hard_set": lambda row: sets.is_hard_set(performed(row)),
    "tonnage_kg": lambda row: sets.tonnage_kg(performed(row)),
    "effective_reps": lambda row: sets.effective_reps(performed(row)),
    "day_totals": lambda rows: volume.day_totals([dated(row) for row in rows]),
    "muscle_shares": volume.muscle_shares,
    "hard_sets_by_muscle": volume.hard_sets_by_muscle,
    "week_start": volume.week_start,
    "volume_by_week": volume.volume_by_week,
    "streak_weeks": volume.streak_weeks,
    "is_loadable": lambda one, weight: plates.is_loadable(_loadable(one), weight, _unit(one)),
    "next_loadable": lambda one, weight, direction: plates.next_loadable(
        _loadable(one), weight, _unit(one), direction
    ),
    "nearest_loadable": lambda one, weight: plates.nearest_loadable(
        _loadable(one), weight, _unit(one)
    ),
    "plates_per_side": _plates_per_side,
    "loading": _loading,
    "warm_up_sets": lambda one, target, reps: warmup.warm_up_sets(
        _loadable(one), target, _unit(one), reps
    ),
    **RUN_CALLS,
}


def agrees(actual: Any, expected: Any, tolerance: float) -> bool:
    """Whether a result has everything the case expects; objects may name only some fields."""
    if isinstance(expected, dict):
        fields = actual._asdict() if hasattr(actual, "_asdict") else actual
        if not isinstance(actual, dict) and not hasattr(actual, "_asdict"):
            return False
        if isinstance(actual, dict) and set(actual) != set(expected):
            return False
        return all(agrees(fields[name], value, tolerance) for name, value in expected.items())
    if isinstance(expected, list):
        if not isinstance(actual, list | tuple) or len(actual) != len(expected):
            return False
        return all(agrees(a, e, tolerance) for a, e in zip(actual, expected, strict=True))
    if isinstance(expected, bool | str) or expected is None:
        return bool(actual == expected)
    return actual is not None and math.isclose(actual, expected, rel_tol=1e-12, abs_tol=tolerance)
