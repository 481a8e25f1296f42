"""LiftLog's older backup: one protobuf message, field 1 repeated once per session.

Field numbers are those of LiftLog's published schema. Weights are a whole part and
billionths; the unit field is missing in backups made before 2025, then the person is
asked. A set without a recorded part was planned and not done. Times carry an offset
only in newer backups. Other fields (programs, the social feed and its keys) stay unread.
"""

from __future__ import annotations

import uuid
from datetime import date, datetime, time, timedelta, timezone
from typing import Final

from fitfolio.imports.formats.liftlog_session import LiftLogExercise, LiftLogSession, distance_unit
from fitfolio.imports.formats.protobuf_wire import (
    Message,
    int_field,
    read_message,
    sub_message,
    sub_messages,
    text_field,
)
from fitfolio.imports.model import ParsedSet, WeightUnit
from fitfolio.imports.numbers import MAX_ABSOLUTE
from fitfolio.imports.refused import ImportRefused

_UNITS: Final[dict[int, WeightUnit]] = {1: "kg", 2: "lb"}
_CARDIO: Final = 1
_NANOS: Final = 1_000_000_000


def read_sessions(data: bytes) -> list[LiftLogSession]:
    """Every session of an unpacked backup; `line` is the number of the session in the file."""
    return [
        _read_session(message, line)
        for line, message in enumerate(sub_messages(read_message(data), 1), start=1)
    ]


def looks_like_sessions(data: bytes) -> bool:
    """Whether the first field holds a session: an id of 16 bytes and recorded exercises or a date."""
    try:
        sessions = sub_messages(read_message(data), 1)
        return (
            bool(sessions)
            and len(_id_bytes(sessions[0])) == 16
            and _read_date(sessions[0], 4) is not None
        )
    except ImportRefused:
        return False


def _read_session(message: Message, line: int) -> LiftLogSession:
    day = _read_date(message, 4)
    session = LiftLogSession(
        id=_read_id(message),
        line=line,
        title=text_field(message, 2),
        notes=text_field(message, 6),
        day=day,
        bodyweight=_decimal(sub_message(message, 5)) or None,
        bodyweight_unit=_UNITS.get(int_field(message, 7)),
    )
    for recorded in sub_messages(message, 3):
        session.exercises.append(_read_exercise(recorded, line, day))
    return session


def _read_exercise(recorded: Message, line: int, day: date | None) -> LiftLogExercise:
    blueprint = sub_message(recorded, 1)
    exercise = LiftLogExercise(
        name=text_field(blueprint, 1),
        notes=text_field(sub_message(recorded, 4), 1),
        superset_with_next=int_field(blueprint, 7) == 1,
    )
    if int_field(recorded, 6) == _CARDIO:
        entries = sub_messages(recorded, 13)
        sets = [_read_cardio(entry, line, first=2) for entry in entries] or [
            _read_cardio(recorded, line, first=8)
        ]
    else:
        common = _decimal(sub_message(recorded, 2))
        sets = [_read_set(entry, line, day, common) for entry in sub_messages(recorded, 3)]
    exercise.sets = [performed for performed in sets if performed is not None]
    return exercise


def _read_set(
    potential: Message, line: int, day: date | None, common: float | None
) -> ParsedSet | None:
    recorded = sub_message(potential, 1)
    if recorded is None:
        return None
    own = sub_message(potential, 2)
    weight = common if own is None else _decimal(own)
    return ParsedSet(
        line=line,
        weight=weight or None,
        weight_unit=_UNITS.get(int_field(potential, 3)) if weight else None,
        reps=int_field(recorded, 1),
        logged_at=_moment(
            _read_date(recorded, 3) or day, sub_message(recorded, 2), sub_message(recorded, 4)
        ),
    )


def _read_cardio(entry: Message, line: int, *, first: int) -> ParsedSet | None:
    """Completion, duration and distance follow each other; the old form has them in the exercise itself."""
    completion = sub_message(entry, first)
    duration = sub_message(entry, first + 1)
    distance = _decimal(sub_message(entry, first + 2))
    if completion is None and duration is None and distance is None:
        return None
    unit_text = text_field(sub_message(entry, 14 if first == 8 else 5), 1)
    duration_s = (
        None if duration is None else int_field(duration, 1) + int_field(duration, 2) / _NANOS
    )
    return ParsedSet(
        line=line,
        duration_s=duration_s if duration_s and 0 < duration_s < MAX_ABSOLUTE else None,
        distance=distance,
        distance_unit=distance_unit(unit_text) if distance is not None else None,
        logged_at=None
        if completion is None
        else _moment(
            _read_date(completion, 1), sub_message(completion, 2), sub_message(completion, 3)
        ),
    )


def _decimal(message: Message | None) -> float | None:
    if message is None:
        return None
    value = int_field(message, 1) + int_field(message, 2) / _NANOS
    return value if abs(value) <= MAX_ABSOLUTE else None


def _read_date(message: Message, number: int) -> date | None:
    parts = sub_message(message, number)
    try:
        return (
            None
            if parts is None
            else date(int_field(parts, 1), int_field(parts, 2), int_field(parts, 3))
        )
    except (ValueError, OverflowError):
        return None


def _moment(day: date | None, clock: Message | None, offset: Message | None) -> datetime | None:
    """Local time of a set; aware where the backup states the offset."""
    if day is None or clock is None:
        return None
    try:
        moment = datetime.combine(
            day, time(int_field(clock, 1), int_field(clock, 2), int_field(clock, 3))
        )
        if offset is None:
            return moment
        return moment.replace(tzinfo=timezone(timedelta(seconds=int_field(offset, 1))))
    except (ValueError, OverflowError):
        return None


def _id_bytes(message: Message) -> bytes:
    holder = sub_message(message, 1)
    raw = (
        [] if holder is None else [value for value in holder.get(1, ()) if isinstance(value, bytes)]
    )
    return raw[-1] if raw else b""


def _read_id(message: Message) -> str:
    raw = _id_bytes(message)
    return str(uuid.UUID(bytes_le=raw)) if len(raw) == 16 else ""
