"""LiftLog's newer backup: a SQLite file, in one of two shapes.

First, table `session` with one JSON object per session in `payload`. Later, one row per
session, exercise and set (`session`, `recorded_exercise`, `weighted_set`, `cardio_set`).
The session in progress and the private keys of the social feed are not read.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from fitfolio.imports.formats.liftlog_payload import (
    looks_like_session,
    read_day,
    read_moment,
    read_session,
)
from fitfolio.imports.formats.liftlog_session import LiftLogExercise, LiftLogSession, distance_unit
from fitfolio.imports.model import ParsedSet
from fitfolio.imports.numbers import parse_number, parse_weight_unit
from fitfolio.imports.reading import Source
from fitfolio.imports.sqlite_reading import open_database, table_columns

Row = dict[str, Any]

_SET_TABLES: Final = ("weighted_set", "cardio_set")


def looks_like_backup(source: Source) -> bool:
    with open_database(source) as connection:
        tables = table_columns(connection)
    session = tables.get("session", set())
    return {"id", "payload"} <= session or (
        "recorded_exercise" in tables and "weighted_set" in tables
    )


def read_sessions(source: Source) -> list[LiftLogSession]:
    with open_database(source) as connection:
        tables = table_columns(connection)
        sessions: list[LiftLogSession] = []
        if "payload" in tables.get("session", set()):
            sessions.extend(_read_payloads(connection, "session"))
        elif "recorded_exercise" in tables:
            sessions.extend(_read_tables(connection, tables))
        if not sessions and "payload" in tables.get("session_legacy", set()):
            sessions.extend(_read_payloads(connection, "session_legacy"))
        return sessions


def _read_payloads(connection: sqlite3.Connection, table: str) -> Iterator[LiftLogSession]:
    for line, row in enumerate(_rows(connection, table), start=1):
        if row.get("active"):
            continue
        try:
            payload = json.loads(row["payload"])
        except (TypeError, ValueError, RecursionError):
            payload = None
        if looks_like_session(payload):
            session = read_session(payload, line)
            session.id = session.id or _text(row.get("id"))
            yield session
        else:
            # An unreadable row keeps its place, so that it is listed as skipped.
            yield LiftLogSession(id="", line=line)


def _read_tables(
    connection: sqlite3.Connection, tables: dict[str, set[str]]
) -> Iterator[LiftLogSession]:
    sets: dict[tuple[Any, Any], list[tuple[Any, ParsedSet]]] = {}
    for table in _SET_TABLES:
        for row in _rows(connection, table) if table in tables else ():
            performed = _read_set(row) if table == "weighted_set" else _read_cardio(row)
            if performed is not None:
                sets.setdefault((row.get("sessionid"), row.get("exerciseord")), []).append(
                    (row.get("ord"), performed)
                )
    exercises: dict[Any, list[tuple[Any, LiftLogExercise]]] = {}
    for row in _rows(connection, "recorded_exercise"):
        exercise = LiftLogExercise(
            name=_text(row.get("name")),
            notes=_text(row.get("notes")),
            superset_with_next=bool(row.get("supersetwithnext")),
        )
        own = sorted(sets.get((row.get("sessionid"), row.get("ord")), []), key=_order)
        exercise.sets = [performed for _, performed in own]
        exercises.setdefault(row.get("sessionid"), []).append((row.get("ord"), exercise))
    for line, row in enumerate(_rows(connection, "session"), start=1):
        if row.get("active"):
            continue
        session = LiftLogSession(
            id=_text(row.get("id")),
            line=line,
            title=_text(row.get("name")),
            notes=_text(row.get("notes")),
            day=read_day(row.get("date")),
            bodyweight=_number(row.get("bodyweightvalue")) or None,
            bodyweight_unit=parse_weight_unit(_text(row.get("bodyweightunit"))),
        )
        session.exercises = [
            exercise for _, exercise in sorted(exercises.get(row.get("id"), []), key=_order)
        ]
        for exercise in session.exercises:
            for performed in exercise.sets:
                performed.line = line
        yield session


def _read_set(row: Row) -> ParsedSet | None:
    reps = _number(row.get("repscompleted"))
    if reps is None:
        return None
    weight = _number(row.get("weightvalue")) or None
    return ParsedSet(
        line=0,
        weight=weight,
        weight_unit=parse_weight_unit(_text(row.get("weightunit"))) if weight else None,
        reps=int(reps),
        logged_at=read_moment(row.get("completedat")),
    )


def _read_cardio(row: Row) -> ParsedSet | None:
    logged_at = read_moment(row.get("completedat"))
    duration_ms, distance = _number(row.get("durationms")), _number(row.get("distancevalue"))
    if logged_at is None and duration_ms is None and distance is None:
        return None
    weight = _number(row.get("weightvalue")) or None
    return ParsedSet(
        line=0,
        weight=weight,
        weight_unit=parse_weight_unit(_text(row.get("weightunit"))) if weight else None,
        duration_s=duration_ms / 1000 if duration_ms else None,
        distance=distance,
        distance_unit=distance_unit(_text(row.get("distanceunit")))
        if distance is not None
        else None,
        logged_at=logged_at,
    )


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Rows by column name, lower case and without underscores: both spellings of the schema occur."""
    cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - only names written in this module
    names = [str(column[0]).replace("_", "").casefold() for column in cursor.description]
    for values in cursor:
        yield dict(zip(names, values, strict=True))


def _order(entry: tuple[Any, object]) -> float:
    return _number(entry[0]) or 0.0


def _number(value: object) -> float | None:
    return parse_number(str(value)) if isinstance(value, int | float | str) else None


def _text(value: object) -> str:
    return value.replace("\x00", "").strip() if isinstance(value, str) else ""
