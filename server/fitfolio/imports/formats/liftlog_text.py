"""LiftLog's plain-text export: a CSV of performed sets, or JSON with one object per session.

The CSV prints the moment of every set with its offset (older versions without), states
the unit per row and leaves cardio out; the weight is empty where the exercise has none.
"""

from __future__ import annotations

import json
from typing import Final

from fitfolio.imports.formats.liftlog_payload import looks_like_session, read_moment, read_session
from fitfolio.imports.formats.liftlog_session import LiftLogExercise, LiftLogSession, to_parsed_file
from fitfolio.imports.formats.set_table import Names, cell, has_columns, open_table
from fitfolio.imports.model import ParsedFile, ParsedSet, ParseOptions, RowProblem
from fitfolio.imports.numbers import parse_number, parse_reps, parse_weight_unit
from fitfolio.imports.reading import ImportRefused, Source

NAME: Final = "liftlog"
LABEL: Final = "LiftLog (plain text)"

_NAMES: Final[Names] = {
    "session": ("sessionid", "session id", "session_id"),
    "moment": ("timestamp", "time", "date"),
    "exercise": ("exercise", "exercise name"),
    "weight": ("weight",),
    "unit": ("weightunit", "weight unit", "unit"),
    "reps": ("reps", "repscompleted"),
    "notes": ("notes", "note"),
}
_REQUIRED: Final = ("session", "moment", "exercise", "weight", "reps")
_JSON_MARK: Final = '"recordedExercises"'
_SNIFF_CHARS: Final = 200_000


def detect(source: Source) -> float:
    if source.kind != "text":
        return 0.0
    head = source.text[:_SNIFF_CHARS].lstrip()
    if head[:1] in ("[", "{"):
        return 0.95 if _JSON_MARK in head else 0.0
    return 0.95 if has_columns(source, _NAMES, _REQUIRED) else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:  # noqa: ARG001 - the unit is stated or asked
    if source.text.lstrip()[:1] in ("[", "{"):
        return _read_json(source.text)
    return _read_csv(source)


def _read_json(text: str) -> ParsedFile:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        document = _read_json_lines(text)
    if isinstance(document, dict):
        inner = document.get("sessions")
        document = inner if isinstance(inner, list) else [document]
    sessions: list[LiftLogSession] = []
    problems: list[RowProblem] = []
    for line, entry in enumerate(document if isinstance(document, list) else [], start=1):
        if looks_like_session(entry):
            sessions.append(read_session(entry, line))
        else:
            problems.append(RowProblem(line, "row.unreadable", "The entry is no LiftLog session."))
    if not sessions:
        raise ImportRefused(
            "import.truncated", "The JSON file is cut off or holds no LiftLog sessions."
        )
    parsed = to_parsed_file(NAME, sessions)
    parsed.skipped = [*problems, *parsed.skipped]
    return parsed


def _read_json_lines(text: str) -> list[object]:
    """One object a line; an unreadable line is None."""
    found: list[object] = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        try:
            found.append(json.loads(line))
        except (ValueError, RecursionError):
            found.append(None)
    return found


def _read_csv(source: Source) -> ParsedFile:
    columns, records = open_table(source, _NAMES, _REQUIRED)
    sessions: dict[str, LiftLogSession] = {}
    problems: list[RowProblem] = []
    for line, cells in records:
        reps = parse_reps(cell(cells, columns, "reps"))
        if reps is None:
            continue
        printed = cell(cells, columns, "moment")
        logged_at = read_moment(printed)
        if logged_at is None:
            problems.append(
                RowProblem(line, "row.date", f"The date {printed[:40]!r} cannot be read.")
            )
            continue
        name = cell(cells, columns, "exercise")
        if not name:
            problems.append(RowProblem(line, "row.no_exercise", "The row names no exercise."))
            continue
        session_id = cell(cells, columns, "session")
        session = sessions.setdefault(
            session_id or str(logged_at.date()), LiftLogSession(id=session_id, line=line)
        )
        weight = parse_number(cell(cells, columns, "weight")) or None
        performed = ParsedSet(
            line=line,
            weight=weight,
            weight_unit=parse_weight_unit(cell(cells, columns, "unit")) if weight else None,
            reps=reps,
            logged_at=logged_at,
        )
        if not session.exercises or session.exercises[-1].name != name:
            session.exercises.append(
                LiftLogExercise(name=name, notes=cell(cells, columns, "notes"))
            )
        session.exercises[-1].sets.append(performed)
    parsed = to_parsed_file(NAME, sessions.values())
    parsed.skipped = [*problems, *parsed.skipped]
    return parsed
