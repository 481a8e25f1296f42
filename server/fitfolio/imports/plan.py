"""Turns a parsed file into workouts for the account: what is new, what is there already, what is missing.

A workout is known again by its source key; if its content differs from what was taken in
before (the day was exported half-way, say), only the missing sets are added.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from hashlib import blake2b
from typing import Any
from zoneinfo import ZoneInfo

from fitfolio.core.clock import local_day, to_millis
from fitfolio.core.ids import uuid7
from fitfolio.imports.model import ParsedFile, ParsedSet, ParsedWorkout, WeightUnit
from fitfolio.imports.texts import storable
from fitfolio.training.units import load_kg
from fitfolio.workouts.bulk import NewEntry, NewSet, NewWorkout

NOTES_LIMIT = 10_000
TITLE_LIMIT = 200
NOON = time(12)


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier imports took in under one source key."""

    workout_id: str
    content_hashes: frozenset[str]
    set_keys: Counter[str]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the file does not say and somebody decided."""

    unit: WeightUnit
    time_zone: str
    exercise_ids: Mapping[str, str]


@dataclass(slots=True)
class Planned:
    """One workout of the file against the account. `missing` None means all of its sets are new."""

    parsed: ParsedWorkout
    source_key: str
    content_hash: str
    set_keys: list[str]
    workout_id: str
    is_new: bool
    missing: Counter[str] | None = None


@dataclass(slots=True)
class Plan:
    """The whole file against the account; `duplicates` counts workouts that add nothing."""

    workouts: list[Planned] = field(default_factory=list)
    duplicates: int = 0

    @property
    def added(self) -> int:
        """Workouts the account did not have."""
        return sum(item.is_new for item in self.workouts)


def _digest(text: str, size: int = 16) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=size).hexdigest()


def _set_key(name: str, row: ParsedSet) -> str:
    values = (row.weight, row.weight_unit, row.reps, row.duration_s, row.distance)
    return _digest(f"{name}|{values}", 6)


def _workout_keys(workout: ParsedWorkout) -> list[str]:
    return [
        _set_key(exercise.name.casefold(), row)
        for exercise in workout.exercises
        for row in exercise.sets
    ]


def make_plan(parsed: ParsedFile, known: Mapping[str, Known]) -> Plan:
    """Compare every workout of the file with what earlier imports took in."""
    plan = Plan()
    for workout in parsed.workouts:
        key = _digest(workout.source_key)
        set_keys = _workout_keys(workout)
        content = _digest(" ".join(sorted(set_keys)))
        before = known.get(key)
        if before is None:
            plan.workouts.append(Planned(workout, key, content, set_keys, uuid7(), is_new=True))
            continue
        missing = Counter(set_keys) - before.set_keys
        if content in before.content_hashes or not missing:
            plan.duplicates += 1
            continue
        plan.workouts.append(
            Planned(
                workout, key, content, set_keys, before.workout_id, is_new=False, missing=missing
            )
        )
    return plan


def new_workouts(items: Iterable[Planned], source: str, answers: Answers) -> Iterator[NewWorkout]:
    """What each planned workout brings, made as it is asked for."""
    zone = ZoneInfo(answers.time_zone)
    for item in items:
        yield _new_workout(item, source, answers, zone)


def _new_workout(item: Planned, source: str, answers: Answers, zone: ZoneInfo) -> NewWorkout:
    parsed = item.parsed
    start = parsed.started_at
    if not parsed.has_time:
        # A day without a time stands at noon, so that no zone moves it to another day.
        start = datetime.combine(start.date(), NOON, tzinfo=zone)
    started_at = _moment(start, zone)
    bodyweight = parsed.bodyweight
    return NewWorkout(
        id=item.workout_id,
        started_at_ms=started_at,
        time_zone=answers.time_zone,
        local_date=local_day(started_at, answers.time_zone).isoformat(),
        entries=list(_entries(item, answers, zone)),
        finished_at_ms=_finish(parsed, started_at, zone),
        has_time=parsed.has_time,
        title=storable(parsed.title)[:TITLE_LIMIT],
        notes=storable(parsed.notes)[:NOTES_LIMIT],
        bodyweight_kg=load_kg(bodyweight, parsed.bodyweight_unit or "kg") if bodyweight else None,
        source=source,
    )


def _moment(value: datetime, zone: ZoneInfo) -> int:
    return to_millis(value if value.tzinfo else value.replace(tzinfo=zone))


def _finish(parsed: ParsedWorkout, started_ms: int, zone: ZoneInfo) -> int | None:
    """The end. Where clocks changed meanwhile, local times say two lengths; the shorter is meant."""
    start, end = parsed.started_at, parsed.finished_at
    if end is None:
        return None
    stated = _moment(end, zone)
    if end.tzinfo or start.tzinfo or not parsed.has_time:
        return stated
    elapsed_ms = round((end - start).total_seconds() * 1000)
    readings = (stated, started_ms + elapsed_ms, _moment(end.replace(tzinfo=zone, fold=1), zone))
    return min((moment for moment in readings if moment >= started_ms), default=stated)


def _entries(item: Planned, answers: Answers, zone: ZoneInfo) -> Iterator[NewEntry]:
    keys = iter(item.set_keys)
    missing = None if item.missing is None else Counter(item.missing)
    for exercise in item.parsed.exercises:
        sets = [
            _new_set(row, answers.unit, zone) for row in exercise.sets if _take(next(keys), missing)
        ]
        if sets:
            exercise_id = answers.exercise_ids[exercise.name]
            notes = storable(exercise.notes)[:NOTES_LIMIT]
            yield NewEntry(exercise_id, sets, exercise.superset, notes)


def _take(key: str, missing: Counter[str] | None) -> bool:
    if missing is None:
        return True
    if missing[key] <= 0:
        return False
    missing[key] -= 1
    return True


def _new_set(row: ParsedSet, unit: WeightUnit, zone: ZoneInfo) -> NewSet:
    return NewSet(
        row.kind,
        True,  # a set in a file of performed sets was done
        row.weight,
        None if row.weight is None else row.weight_unit or unit,
        row.reps,
        row.duration_s,
        row.distance,
        None if row.distance is None else row.distance_unit or "m",
        row.rpe,
        row.rir,
        storable(row.notes)[:NOTES_LIMIT] if row.notes else "",
        row.flag or None,
        None if row.logged_at is None else _moment(row.logged_at, zone),
    )


def provenance(items: Iterable[Planned], user_id: str, import_id: str) -> Iterator[dict[str, Any]]:
    """Rows that let the next import know these workouts again."""
    for item in items:
        yield {
            "import_id": import_id, "workout_id": item.workout_id, "user_id": user_id,
            "source_key": item.source_key, "content_hash": item.content_hash,
            "set_keys": json.dumps(item.set_keys, separators=(",", ":")),
        }  # fmt: skip
