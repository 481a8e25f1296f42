"""The one place that decides what is believable in an imported log.

Implausible values are kept and flagged, so that they stay out of records; only rows
whose date cannot be true are left out.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

from fitfolio.imports.model import ParsedFile, ParsedSet, ParsedWorkout, RowProblem, WeightUnit
from fitfolio.imports.numbers import is_unreal
from fitfolio.training.units import distance_m, load_kg

EARLIEST_YEAR: Final = 1980
MAX_WORKOUT_S: Final = 12 * 3600
"""A longer workout was never closed in the app (`54h 3m`); its end is dropped."""

MAX_REPS: Final = 300
MAX_LOAD_KG: Final = 600.0
"""Above every lift on record; a leg press or sled goes higher."""

MAX_LEG_PRESS_KG: Final = 1_000.0
MAX_SET_S: Final = 12 * 3600
MAX_DISTANCE_M: Final = 400_000.0

_VALUES: Final = (
    ("weight", "weight", "set.load"),
    ("reps", "number of repetitions", "set.reps"),
    ("duration_s", "duration", "set.duration"),
    ("distance", "distance", "set.distance"),
)
"""Field of a set, its word, the code of the problem."""

_NO_NUMBER: Final = "no number that can be true and is left out"

_LEG_PRESS_WORDS: Final = (
    "leg press",
    "press leg",
    "legpress",
    "beinpress",
    "sled",
    "calf",
    "prensa",
    "presse à",
    "presse a",
)


def flag_set(
    parsed: ParsedSet, unit: WeightUnit | None = None, exercise: str = ""
) -> RowProblem | None:
    """Why a set is not believed, or None. `unit` counts where the set itself states none."""
    if parsed.reps is not None and not 0 <= parsed.reps <= MAX_REPS:
        return RowProblem(parsed.line, "set.reps", f"{parsed.reps} repetitions are not believable.")
    if parsed.weight is not None and abs(parsed.weight) > MAX_LOAD_KG:
        problem = _flag_load(parsed, parsed.weight, unit, exercise)
        if problem:
            return problem
    if parsed.duration_s is not None and not 0 <= parsed.duration_s <= MAX_SET_S:
        hours = parsed.duration_s / 3600
        what = "A duration below zero" if hours < 0 else f"A set of {hours:.1f} hours"
        return RowProblem(parsed.line, "set.duration", f"{what} is not believable.")
    if parsed.distance is not None:
        metres = distance_m(parsed.distance, parsed.distance_unit or "m")
        if not 0 <= metres <= MAX_DISTANCE_M:
            kilometres = f"A distance of {metres / 1000:.0f} km"
            what = "A distance below zero" if metres < 0 else kilometres
            return RowProblem(parsed.line, "set.distance", f"{what} is not believable.")
    return None


def _flag_load(
    parsed: ParsedSet, weight: float, unit: WeightUnit | None, exercise: str
) -> RowProblem | None:
    stated = parsed.weight_unit or unit or "kg"
    lifted_kg = load_kg(abs(weight), stated)
    name = exercise.casefold()
    bound_kg = MAX_LEG_PRESS_KG if any(word in name for word in _LEG_PRESS_WORDS) else MAX_LOAD_KG
    if lifted_kg <= bound_kg:
        return None
    return RowProblem(parsed.line, "set.load", f"A load of {weight:g} {stated} is not believable.")


def apply_plausibility(parsed: ParsedFile, *, today: date | None, unit: WeightUnit | None) -> None:
    """Flag unbelievable sets, drop workouts whose date cannot be true, cap endless ones; in place."""
    latest = (today or datetime.now(UTC).date()) + timedelta(days=1)
    kept: list[ParsedWorkout] = []
    for workout in parsed.workouts:
        problem = _date_problem(workout.started_at, workout.line, latest)
        if problem:
            parsed.skipped.append(problem)
            continue
        _drop_unreal(workout, parsed)
        if not workout.exercises:
            continue
        kept.append(workout)
        _cap_duration(workout, parsed.flagged)
        for exercise in workout.exercises:
            for row in exercise.sets:
                _clean_effort(row, parsed.flagged)
                flag = flag_set(row, unit, exercise.name)
                if flag:
                    row.flag = row.flag or flag.code
                    parsed.flagged.append(flag)
    parsed.workouts = kept
    measured = []
    for measurement in parsed.measurements:
        problem = _date_problem(measurement.at, measurement.line, latest)
        if is_unreal(measurement.value):
            problem = RowProblem(
                measurement.line, "row.measurement", f"The {measurement.metric} is {_NO_NUMBER}."
            )
        if problem:
            parsed.skipped.append(problem)
        else:
            measured.append(measurement)
    parsed.measurements = measured


def _drop_unreal(workout: ParsedWorkout, parsed: ParsedFile) -> None:
    """Leave out values that no number stands for (`nan`, `1e308`), each listed with its line."""
    if is_unreal(workout.bodyweight):
        reason = f"The body weight is {_NO_NUMBER}."
        parsed.flagged.append(RowProblem(workout.line, "workout.bodyweight", reason))
        workout.bodyweight = workout.bodyweight_unit = None
    for exercise in workout.exercises:
        if any(map(_has_unreal, exercise.sets)):
            exercise.sets = [row for row in exercise.sets if _keeps_something(row, parsed)]
    workout.exercises = [exercise for exercise in workout.exercises if exercise.sets]


def _has_unreal(row: ParsedSet) -> bool:
    return (
        is_unreal(row.weight)
        or is_unreal(row.reps)
        or is_unreal(row.duration_s)
        or is_unreal(row.distance)
    )


def _keeps_something(row: ParsedSet, parsed: ParsedFile) -> bool:
    """Drop and list a set's unreal values; false where no value of it is left."""
    lost = [item for item in _VALUES if is_unreal(getattr(row, item[0]))]
    for name, _, _ in lost:
        setattr(row, name, None)
    if lost and not (row.weight or row.reps or row.duration_s or row.distance):
        words = " and ".join(word for _, word, _ in lost)
        reason = f"The row has no value: its {words} cannot be read as a number."
        parsed.skipped.append(RowProblem(row.line, "row.bad_number", reason))
        return False
    for name, word, code in lost:
        parsed.flagged.append(RowProblem(row.line, code, f"The {word} is {_NO_NUMBER}."))
        # A set that keeps its load and repetitions counts as before.
        if name in ("weight", "reps") or not (row.weight or row.reps):
            row.flag = code
    return True


def _date_problem(moment: datetime, line: int, latest: date) -> RowProblem | None:
    day = moment.date()
    if day.year < EARLIEST_YEAR:
        return RowProblem(
            line, "row.date_absurd", f"The date {day.isoformat()} is before {EARLIEST_YEAR}."
        )
    if day > latest:
        return RowProblem(line, "row.date_absurd", f"The date {day.isoformat()} is in the future.")
    return None


def _cap_duration(workout: ParsedWorkout, flagged: list[RowProblem]) -> None:
    if workout.finished_at is None:
        return
    seconds = (workout.finished_at - workout.started_at).total_seconds()
    if seconds < 0:
        workout.finished_at = None
        flagged.append(
            RowProblem(workout.line, "workout.duration", "The workout ends before it starts.")
        )
    elif seconds > MAX_WORKOUT_S:
        workout.finished_at = None
        hours = seconds / 3600
        flagged.append(
            RowProblem(
                workout.line,
                "workout.duration",
                f"A workout of {hours:.0f} hours was never closed; its end is left out.",
            )
        )


def _clean_effort(row: ParsedSet, flagged: list[RowProblem]) -> None:
    """RPE lives in 1 … 10 and RIR in 0 … 10; 0 means "not filled in" in files that print it."""
    if row.rpe is not None and not 1 <= row.rpe <= 10:
        if row.rpe != 0:
            flagged.append(
                RowProblem(
                    row.line,
                    "set.rpe",
                    f"{_printed('RPE', row.rpe)} is outside 1 to 10 and is left out.",
                )
            )
        row.rpe = None
    if row.rir is not None and not 0 <= row.rir <= 10:
        flagged.append(
            RowProblem(
                row.line,
                "set.rir",
                f"{_printed('RIR', row.rir)} is outside 0 to 10 and is left out.",
            )
        )
        row.rir = None


def _printed(word: str, value: float) -> str:
    return f"The {word}" if is_unreal(value) else f"{word} {value:g}"
