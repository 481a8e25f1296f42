"""The counts of a parsed file, as the preview and the command line print them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from fitfolio.imports.model import ParsedFile, ParsedSet, WeightUnit
from fitfolio.training.units import load_kg


@dataclass(frozen=True, slots=True)
class FileSummary:
    """What a file holds.

    `sets` counts every set, `loaded_sets` those with weight > 0 and reps > 0,
    `tonnage_kg` is Σ weight × reps of the loaded ones as the file states them,
    `flagged_tonnage_kg` the part of it in sets that are not believed. `first` and `last`
    are the file's own wall times, ISO, without zone; of a file of measurements alone, theirs.
    """

    format: str
    workouts: int
    sets: int
    loaded_sets: int
    warmup_sets: int
    exercises: int
    reps: int
    tonnage_kg: float
    flagged_tonnage_kg: float
    first: str
    last: str


def summarise(parsed: ParsedFile, unit: WeightUnit | None) -> FileSummary:
    """Count a parsed file; `unit` is used for weights whose unit the file does not state."""
    fallback = unit or parsed.guessed_unit or "kg"
    sets = loaded = warm_ups = reps = 0
    tonnage_kg = flagged_kg = 0.0
    names: set[str] = set()
    for workout in parsed.workouts:
        for exercise in workout.exercises:
            names.add(exercise.name)
            sets += len(exercise.sets)
            for row in exercise.sets:
                warm_ups += row.kind == "warm_up"
                reps += row.reps or 0
                volume_kg = _volume_kg(row, fallback)
                if volume_kg:
                    loaded += 1
                    tonnage_kg += volume_kg
                    if row.flag:
                        flagged_kg += volume_kg
    starts = [workout.started_at.replace(tzinfo=None) for workout in parsed.workouts]
    starts = starts or [entry.at.replace(tzinfo=None) for entry in parsed.measurements]
    return FileSummary(
        format=parsed.format,
        workouts=len(parsed.workouts),
        sets=sets,
        loaded_sets=loaded,
        warmup_sets=warm_ups,
        exercises=len(names),
        reps=reps,
        tonnage_kg=round(tonnage_kg, 1),
        flagged_tonnage_kg=round(flagged_kg, 1),
        first=_wall_time(min(starts, default=None)),
        last=_wall_time(max(starts, default=None)),
    )


def stated_unit(
    parsed: ParsedFile, answer: WeightUnit | None
) -> WeightUnit | Literal["mixed"] | None:
    """The unit of the file's weights; None where it names none, nobody answered, or nothing was lifted."""
    units = {
        row.weight_unit or answer
        for workout in parsed.workouts
        for exercise in workout.exercises
        for row in exercise.sets
        if row.weight
    }
    if len(units) == 1:
        return units.pop()
    return None if None in units or not units else "mixed"


def _volume_kg(row: ParsedSet, fallback: WeightUnit) -> float:
    if not row.weight or not row.reps or row.weight <= 0 or row.reps <= 0:
        return 0.0
    return load_kg(row.weight, row.weight_unit or fallback) * row.reps


def _wall_time(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""
