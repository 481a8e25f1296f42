"""FitFolio's own export: recognised and counted here, put back by `imports.restore`."""

from __future__ import annotations

from typing import Final

from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.imports.document import (
    FORMAT,
    ExportDocument,
    Set,
    Workout,
    looks_like_export,
    read_document,
)
from fitfolio.imports.model import (
    ParsedExercise,
    ParsedFile,
    ParsedMeasurement,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
)
from fitfolio.imports.reading import Source

NAME: Final = FORMAT
LABEL: Final = "FitFolio export"


def detect(source: Source) -> float:
    """Its first key says it."""
    return 1.0 if source.kind == "text" and looks_like_export(source.data) else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:  # noqa: ARG001  # it states everything
    """The checked document, and its workouts for counting."""
    document = read_document(source.data)
    names = _names(document)
    parsed = ParsedFile(format=NAME, document=document)
    parsed.workouts = [_workout(item, names) for item in document.workouts]
    parsed.measurements = [
        ParsedMeasurement(0, item.measured_at, item.metric, item.value, item.unit)
        for item in document.metrics
        if item.deleted_at is None
    ]
    return parsed


def _names(document: ExportDocument) -> dict[str, str]:
    names = {item.id: item.name for item in load_catalogue().exercises}
    return names | {item.id: item.name for item in document.exercises}


def _workout(item: Workout, names: dict[str, str]) -> ParsedWorkout:
    exercises = [
        ParsedExercise(
            names.get(entry.exercise_id, entry.exercise_id), [_set(row) for row in entry.sets]
        )
        for entry in item.exercises
    ]
    return ParsedWorkout(item.started_at, item.id, 0, item.has_time, exercises=exercises)


def _set(row: Set) -> ParsedSet:
    return ParsedSet(
        0, row.kind, row.weight, row.weight_unit, row.reps, row.duration_s, row.distance,
        row.distance_unit, flag=row.flagged or "",
    )  # fmt: skip
