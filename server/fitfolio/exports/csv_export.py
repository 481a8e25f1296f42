"""All sets as one table for spreadsheets: UTF-8, RFC 4180, and safe to open.

A text that a spreadsheet would take for a formula gets an apostrophe in front. Numbers are
written as numbers, so a negative weight stays one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from fitfolio.exercises.service import exercise_names
from fitfolio.workouts.export_queries import iter_documents

COLUMNS = (
    "local_date", "started_at", "workout", "exercise", "superset", "set", "kind", "completed",
    "weight", "weight_unit", "load_kg", "reps", "duration_s", "distance", "distance_unit",
    "distance_m", "rpe", "rir", "side", "set_notes", "exercise_notes", "workout_notes", "flagged",
    "workout_id", "set_id",
)  # fmt: skip
CHUNK_CHARS = 65_536
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
"""The wide forms start a formula in spreadsheets of East Asian languages."""

Cell = str | int | float | bool | None


def safe_text(text: str) -> str:
    """The text, quoted where a spreadsheet would run it (OWASP ASVS 1.2.10)."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def export_csv(conn: sa.Connection, viewer: str, language: str) -> Iterator[bytes]:
    """Header and one row per set, oldest workout first."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    names: dict[str, str] = {}
    for document in iter_documents(conn, viewer):
        ids = {entry["exercise_id"] for entry in document["exercises"]}
        if not ids <= names.keys():
            names |= exercise_names(conn, viewer, language, ids - names.keys())
        writer.writerows(_rows(document, names))
        if buffer.tell() >= CHUNK_CHARS:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def _rows(document: dict[str, Any], names: dict[str, str]) -> Iterator[list[Cell]]:
    for entry in document["exercises"]:
        exercise = names.get(entry["exercise_id"], entry["exercise_id"])
        for number, row in enumerate(entry["sets"], 1):
            cells: list[Cell] = [
                document["local_date"], document["started_at"], document["title"], exercise,
                entry["superset"], number, row["kind"], row["completed"], row["weight"],
                row["weight_unit"], row["load_kg"], row["reps"], row["duration_s"],
                row["distance"], row["distance_unit"], row["distance_m"], row["rpe"], row["rir"], row["side"],
                row["notes"], entry["notes"], document["notes"], row["flagged"],
                document["id"], row["id"],
            ]  # fmt: skip
            yield [_cell(cell) for cell in cells]


def _cell(value: Cell) -> Cell:
    match value:
        case str():
            return safe_text(value)
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e15:
            return int(value)
        case _:
            return value
