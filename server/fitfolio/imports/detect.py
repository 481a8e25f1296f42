"""Choosing the format of a file by its content, and reading it."""

from __future__ import annotations

from typing import Final, Protocol

from fitfolio.core.garbage import collector_paused
from fitfolio.imports.formats import (
    alpha_progression,
    boostcamp,
    fitbod,
    fitfolio_json,
    fitnotes_bodytracker,
    fitnotes_csv,
    fitnotes_db,
    fitnotes_sessions,
    garmin_fit,
    generic_csv,
    gravitus,
    gravl,
    gymbook,
    gymrun,
    hevy,
    hevy_measurements,
    jefit,
    liftlog_backup,
    liftlog_text,
    liftosaur,
    liftosaur_json,
    repcount,
    strong,
    stronglifts,
    stronglifts_old,
)
from fitfolio.imports.model import ParsedFile, ParsedWorkout, ParseOptions
from fitfolio.imports.plausible import apply_plausibility
from fitfolio.imports.reading import ImportRefused, Source
from fitfolio.imports.texts import storable


class ImportFormat(Protocol):
    """What each module in `imports.formats` offers."""

    @property
    def NAME(self) -> str: ...  # noqa: N802 - a module constant

    @property
    def LABEL(self) -> str: ...  # noqa: N802 - a module constant

    def detect(self, source: Source) -> float:
        """0 … 1: how surely this content is of this format."""

    def parse(self, source: Source, options: ParseOptions) -> ParsedFile:
        """Everything the file holds; bad rows are listed, never raised."""


FORMATS: Final[tuple[ImportFormat, ...]] = (
    fitfolio_json,
    strong,
    hevy,
    hevy_measurements,
    fitnotes_csv,
    fitnotes_sessions,
    fitnotes_bodytracker,
    fitnotes_db,
    fitbod,
    gravitus,
    gravl,
    gymrun,
    jefit,
    liftosaur,
    liftosaur_json,
    liftlog_text,
    liftlog_backup,
    gymbook,
    alpha_progression,
    stronglifts,
    stronglifts_old,
    repcount,
    boostcamp,
    garmin_fit,
    generic_csv,
)

MIN_CONFIDENCE: Final = 0.5


def format_names() -> list[str]:
    """The names that `--format` takes."""
    return [module.NAME for module in FORMATS]


def find_format(source: Source) -> ImportFormat | None:
    """The format that recognises the content best, or None; the generic table reader is not asked."""
    best: ImportFormat | None = None
    best_confidence = MIN_CONFIDENCE
    for module in FORMATS:
        if module is generic_csv:
            continue
        confidence = module.detect(source)
        if confidence > best_confidence or (confidence == best_confidence and best is None):
            best, best_confidence = module, confidence
    return best


def parse_file(source: Source, options: ParseOptions, format: str | None = None) -> ParsedFile:  # noqa: A002 - the word of the command line
    """Read a file into workouts and measurements; raises ImportRefused for a file that is none.

    Archives are unpacked first. Unknown tables go to the generic reader, which asks for
    columns unless `options.columns` names them.
    """
    inner = source.inner
    module = _chosen_format(inner, options, format)
    with collector_paused():
        parsed = module.parse(inner, options)
        parsed.skipped[:0] = inner.problems
        _tidy(parsed)
        apply_plausibility(parsed, today=options.today, unit=options.unit or parsed.guessed_unit)
    parsed.needs_time_zone = any(
        workout.has_time and workout.started_at.tzinfo is None for workout in parsed.workouts
    )
    is_empty = not parsed.workouts and not parsed.measurements and not parsed.needs_columns
    if is_empty and parsed.document is None:
        raise _nothing_found(parsed)
    return parsed


def _chosen_format(source: Source, options: ParseOptions, name: str | None) -> ImportFormat:
    if name is not None:
        return _named_format(source, name)
    if options.columns:
        return generic_csv
    found = find_format(source)
    if found:
        return found
    if source.kind == "text" and generic_csv.detect(source) > 0:
        return generic_csv
    if source.kind == "xml":
        raise ImportRefused("import.xml_refused", "XML files are not imported as training logs.")
    if source.kind == "text":
        raise ImportRefused(
            "import.unknown_format", "The file is not an export of an app that FitFolio knows."
        )
    raise ImportRefused(
        "import.binary",
        "The file is not an export of an app that FitFolio knows; it holds binary data.",
    )


def _named_format(source: Source, name: str) -> ImportFormat:
    """The format of that name; an app's name also stands for its other files (`fitnotes_backup`)."""
    family = [module for module in FORMATS if f"{module.NAME}_".startswith(f"{name}_")]
    if not family:
        raise ImportRefused("import.unknown_format", f"There is no import format called {name!r}.")
    return max(family, key=lambda module: (module.detect(source), name == module.NAME))


def _tidy(parsed: ParsedFile) -> None:
    """Leave out empty shells and make every source key unique inside the file."""
    seen: dict[str, int] = {}
    kept: list[ParsedWorkout] = []
    for workout in parsed.workouts:
        for exercise in workout.exercises:
            exercise.name = storable(exercise.name)
            if not exercise.sets and exercise.notes:
                text = f"{exercise.name}: {exercise.notes}"
                workout.notes = f"{workout.notes}\n{text}" if workout.notes else text
        workout.exercises = [exercise for exercise in workout.exercises if exercise.sets]
        if not workout.exercises:
            continue
        count = seen.get(workout.source_key, 0) + 1
        seen[workout.source_key] = count
        if count > 1:
            workout.source_key = f"{workout.source_key}#{count}"
        kept.append(workout)
    parsed.workouts = kept


def _nothing_found(parsed: ParsedFile) -> ImportRefused:
    if parsed.skipped:
        first = parsed.skipped[0]
        return ImportRefused(
            "import.nothing_readable",
            f"No row of the file could be read; the first problem is in line {first.line}: {first.reason}",
        )
    return ImportRefused("import.empty", "The file holds a header but no training data.")
