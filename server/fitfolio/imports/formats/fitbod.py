"""Fitbod: `WorkoutExport.csv`, newest first, times in UTC; and the table of 2018 and 2019."""

from __future__ import annotations

from datetime import UTC
from itertools import islice
from typing import Final

from fitfolio.imports.dates import judge_order, parse_moment
from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    ParsedExercise,
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
    RowProblem,
    WeightUnit,
)
from fitfolio.imports.numbers import parse_number, parse_reps, parse_weight_unit
from fitfolio.imports.reading import ImportRefused, Source, header_index, rows
from fitfolio.imports.units import guess_unit

NAME: Final = "fitbod"
LABEL: Final = "Fitbod"

_TRUE: Final = frozenset(("true", "1", "yes", "wahr", "vrai", "verdadero", "vero"))
_PAIR_OF_DUMBBELLS: Final = 2.0


def detect(source: Source) -> float:
    """By the header: `isWarmup` beside Exercise and Reps."""
    if source.kind != "text":
        return 0.0
    for _, header in islice(rows(source.text), 1):
        names = {name.replace(" ", "") for name in header_index(header)}
        if names >= {"date", "exercise", "reps", "iswarmup"}:
            return 0.96 if names & {"multiplier", "sets", "resistance"} else 0.8
        if names >= {"date", "exercise", "reps", "multiplier"}:
            return 0.7
    return 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:
    """One workout per timestamp; the weight is per hand where the multiplier is 2."""
    records = list(rows(source.text))
    index = (
        {name.replace(" ", ""): at for name, at in header_index(records[0][1]).items()}
        if records
        else {}
    )
    if not index.keys() >= {"date", "exercise", "reps"}:
        raise ImportRefused(
            "import.unknown_format", "The columns of a Fitbod export were not found."
        )
    table = [(line, _named(cells, index)) for line, cells in records[1:]]
    order = judge_order(row["date"] for _, row in table)
    column, unit = _weight_column(index)
    parsed = ParsedFile(format=NAME)
    workouts: dict[str, ParsedWorkout] = {}
    unstated: list[float] = []
    for line, row in table:
        if not row["date"] and not row["exercise"]:
            continue
        moment = parse_moment(row["date"], order)
        if moment is None or not row["exercise"]:
            reason = "The row has no readable date or names no exercise."
            parsed.skipped.append(RowProblem(line, "row.date", reason))
            continue
        workout = workouts.get(row["date"])
        if workout is None:
            started_at, has_time = moment
            if has_time and started_at.tzinfo is None:
                # Spreadsheet copies lose the `+0000`; Fitbod never prints another zone.
                started_at = started_at.replace(tzinfo=UTC)
            key = source_key("fitbod", started_at, has_time=has_time)
            workout = workouts[row["date"]] = ParsedWorkout(started_at, key, line, has_time)
        weight = parse_number(row.get(column, "")) or None
        if weight is not None and unit is None:
            unstated.append(weight)
        block = _block(workout, row)
        block.sets.append(_set(line, row, weight, unit or options.unit))
    parsed.workouts = list(workouts.values())
    parsed.needs_unit = bool(unstated)
    parsed.guessed_unit = guess_unit(unstated)
    return parsed


def _named(cells: list[str], index: dict[str, int]) -> dict[str, str]:
    return {name: cells[at].strip() if at < len(cells) else "" for name, at in index.items()}


def _weight_column(index: dict[str, int]) -> tuple[str, WeightUnit | None]:
    for name in index:
        base, _, bracket = name.partition("(")
        if base == "weight":
            return name, parse_weight_unit(bracket.rstrip(")"))
    return "weight", None


def _block(workout: ParsedWorkout, row: dict[str, str]) -> ParsedExercise:
    if not workout.exercises or workout.exercises[-1].name != row["exercise"]:
        per_hand = parse_number(row.get("multiplier", "")) == _PAIR_OF_DUMBBELLS
        workout.exercises.append(ParsedExercise(row["exercise"], per_hand=per_hand))
    return workout.exercises[-1]


def _set(
    line: int, row: dict[str, str], weight: float | None, unit: WeightUnit | None
) -> ParsedSet:
    seconds = parse_number(row.get("duration(s)", "")) or None
    metres = parse_number(row.get("distance(m)", "")) or None
    reps = parse_reps(row["reps"])
    return ParsedSet(
        line,
        kind="warm_up" if row.get("iswarmup", "").casefold() in _TRUE else "working",
        weight=weight,
        weight_unit=unit if weight is not None else None,
        reps=None if not reps and (seconds or metres) else reps,
        duration_s=seconds,
        distance=metres,
        distance_unit="m" if metres else None,
        notes=row.get("note", ""),
    )
