"""Gravitus: several tables in one file, each under a line with its name; loads in pounds."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import Final

from fitfolio.imports.dates import parse_moment
from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    ParsedExercise,
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
    RowProblem,
)
from fitfolio.imports.numbers import parse_number, parse_reps
from fitfolio.imports.reading import ImportRefused, Source, header_index, rows

NAME: Final = "gravitus"
LABEL: Final = "Gravitus"

_Row = tuple[int, dict[str, str]]
_SET_COLUMNS: Final = frozenset(("exercise", "workout", "reps", "weight", "set_number"))
_NOTHING: Final = frozenset(("", "none", "null", "nan"))


def detect(source: Source) -> float:
    """By the column names of its table of sets, which may stand anywhere in the file."""
    if source.kind != "text":
        return 0.0
    text = source.text
    words = ("group_number", "set_number", "one_rep_equivalent", "started_at")
    return 0.95 if all(word in text for word in words) else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:  # noqa: ARG001 - pounds always
    """Workouts with their sets; sets of one group number and several exercises are a superset."""
    tables = _split_tables(source)
    set_rows = next((table for table in tables if _has(table, _SET_COLUMNS)), None)
    if set_rows is None:
        raise ImportRefused(
            "import.unknown_format", "The table of sets of a Gravitus export was not found."
        )
    workout_rows = next((table for table in tables if _has(table, {"started_at", "title"})), [])
    starts = {row["started_at"]: (line, row) for line, row in workout_rows}
    parsed = ParsedFile(format=NAME)
    grouped: dict[str, list[_Row]] = defaultdict(list)
    for line, row in set_rows:
        grouped[row["workout"]].append((line, row))
    for label, members in grouped.items():
        workout = _workout(label, members[0][0], starts)
        if workout is None:
            reason = f"“{label[:40]}” is no workout of the file."
            parsed.skipped.extend(RowProblem(line, "row.workout", reason) for line, _ in members)
            continue
        _add_sets(workout, members)
        parsed.workouts.append(workout)
    return parsed


def _has(table: list[_Row], names: set[str] | frozenset[str]) -> bool:
    return bool(table) and table[0][1].keys() >= names


def _split_tables(source: Source) -> list[list[_Row]]:
    """A line with one filled cell names a table; the next line is its header."""
    tables: list[list[_Row]] = []
    index: dict[str, int] | None = None
    for line, cells in rows(source.text, ","):
        filled = [cell for cell in cells if cell.strip()]
        if len(filled) == 1 and cells[0].strip():
            index = None
            tables.append([])
        elif index is None:
            index = {name: at for name, at in header_index(cells).items() if name}
            tables = tables or [[]]
        else:
            row = {name: cells[at].strip() if at < len(cells) else "" for name, at in index.items()}
            tables[-1].append((line, row))
    return tables


def _workout(
    label: str, line: int, starts: dict[str, tuple[int, dict[str, str]]]
) -> ParsedWorkout | None:
    """The workout whose start the label begins with; the label is start and title in one."""
    found = starts.get(label) or next(
        (
            starts[label[:length]]
            for length in {len(start) for start in starts}
            if label[:length] in starts
        ),
        None,
    )
    row = found[1] if found else {}
    moment = parse_moment(row.get("started_at") or label[:19])
    if moment is None:
        return None
    started_at, has_time = moment
    seconds = parse_number(row.get("duration_seconds", ""))
    title = row.get("title", "")
    title = "" if title.casefold() in _NOTHING else title
    return ParsedWorkout(
        started_at=started_at,
        source_key=source_key("gravitus", started_at, title, has_time=has_time),
        line=found[0] if found else line,
        has_time=has_time,
        finished_at=started_at + timedelta(seconds=seconds)
        if seconds and 0 < seconds < 1e8
        else None,
        title=title,
    )


def _add_sets(workout: ParsedWorkout, members: list[_Row]) -> None:
    exercises_of: dict[str, set[str]] = defaultdict(set)
    for _, row in members:
        exercises_of[row.get("group_number", "")].add(row["exercise"])
    blocks: dict[tuple[str, str], ParsedExercise] = {}
    supersets: dict[str, int] = {}
    for line, row in sorted(members, key=_position):
        group, name = row.get("group_number", ""), row["exercise"]
        block = blocks.get((group, name))
        if block is None:
            block = blocks[group, name] = ParsedExercise(name or "exercise")
            if group and len(exercises_of[group]) > 1:
                block.superset = supersets.setdefault(group, len(supersets) + 1)
            workout.exercises.append(block)
        weight = parse_number(row["weight"]) or None
        seconds = parse_number(row.get("seconds", "")) or None
        reps = parse_reps(row["reps"])
        block.sets.append(
            ParsedSet(
                line,
                weight=weight,
                weight_unit="lb" if weight else None,
                reps=None if not reps and seconds else reps,
                duration_s=seconds,
                rpe=parse_number(row.get("rpe", "")),
            )
        )


def _position(member: _Row) -> tuple[float, float]:
    row = member[1]
    return parse_number(row.get("group_number", "")) or 0.0, parse_number(row["set_number"]) or 0.0
