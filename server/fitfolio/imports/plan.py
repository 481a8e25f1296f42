"""Turns a parsed file into workouts for the account: what is new, what is there already, what is missing.

A workout is known again by its source key; if it holds sets that no earlier import took in
(the day was exported half-way, say), only those are added.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from hashlib import blake2b
from typing import Any
from zoneinfo import ZoneInfo

from fitfolio.core.clock import local_day, to_millis
from fitfolio.core.ids import uuid7
from fitfolio.imports.model import (
    ParsedExercise,
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    WeightUnit,
)
from fitfolio.imports.recognition import new_sets
from fitfolio.imports.set_keys import (
    Block,
    decode,
    encode,
    is_old,
    name_hash,
    old_key,
    values_of,
)
from fitfolio.imports.texts import storable
from fitfolio.training.units import load_kg
from fitfolio.workouts.bulk import NewEntry, NewSet, NewWorkout

NOTES_LIMIT = 10_000
TITLE_LIMIT = 200
NOON = time(12)


@dataclass(frozen=True, slots=True)
class Kept:
    """What one import keeps of a workout: `set_keys` is the JSON list of `imports.set_keys`."""

    content_hash: str
    set_keys: str


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier imports took in under one source key."""

    workout_id: str
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the file does not say and somebody decided."""

    unit: WeightUnit
    time_zone: str
    exercise_ids: Mapping[str, str]


@dataclass(slots=True)
class Planned:
    """One workout of the file against the account.

    `new` says of every set, exercise by exercise, whether it is new; None means all are.
    """

    parsed: ParsedWorkout
    source_key: str
    workout_id: str
    is_new: bool
    new: list[list[bool]] | None = None

    def taken_sets(self) -> Iterator[tuple[ParsedExercise, list[ParsedSet]]]:
        """Every exercise with the sets that are taken in of it, which may be none."""
        for at, exercise in enumerate(self.parsed.exercises):
            if self.new is None:
                yield exercise, exercise.sets
            else:
                flags = self.new[at]
                yield exercise, [row for row, new in zip(exercise.sets, flags, strict=True) if new]


@dataclass(slots=True)
class Plan:
    """The whole file against the account; `duplicates` counts workouts that add nothing.

    `unstated`: weights of the file whose unit had to be asked for.
    """

    workouts: list[Planned] = field(default_factory=list)
    duplicates: int = 0
    unstated: bool = False

    @property
    def added(self) -> int:
        """Workouts the account did not have."""
        return sum(item.is_new for item in self.workouts)

    def used_names(self) -> set[str]:
        """Names of the exercises that something is added to."""
        return {
            exercise.name for item in self.workouts for exercise, sets in item.taken_sets() if sets
        }


def _digest(text: str, size: int = 16) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=size).hexdigest()


def _blocks(
    exercises: Iterable[tuple[ParsedExercise, Sequence[ParsedSet]]],
    unit: WeightUnit,
    exercise_ids: Mapping[str, str],
    *,
    unstated: bool,
) -> list[Block]:
    return [
        Block(
            exercise_ids.get(exercise.name, ""),
            name_hash(exercise.name),
            [values_of(row, unit, unstated=unstated) for row in sets],
        )
        for exercise, sets in exercises
    ]


def make_plan(
    parsed: ParsedFile,
    known: Mapping[str, Known],
    unit: WeightUnit,
    exercise_ids: Mapping[str, str],
) -> Plan:
    """Compare every workout of the file with what earlier imports took in.

    `unit` is the answer for weights without one, `exercise_ids` says what each name means;
    names that would make a custom exercise are missing from it.
    """
    plan = Plan(unstated=parsed.needs_unit)
    for workout in parsed.workouts:
        key = _digest(workout.source_key)
        before = known.get(key)
        if before is None:
            plan.workouts.append(Planned(workout, key, uuid7(), is_new=True))
            continue
        whole = ((exercise, exercise.sets) for exercise in workout.exercises)
        blocks = _blocks(whole, unit, exercise_ids, unstated=plan.unstated)
        new = _new_sets(workout, blocks, before)
        if new is None:
            plan.duplicates += 1
            continue
        plan.workouts.append(Planned(workout, key, before.workout_id, is_new=False, new=new))
    return plan


def _new_sets(
    workout: ParsedWorkout, blocks: list[Block], before: Known
) -> list[list[bool]] | None:
    """Which sets of a known workout are new; None where none is."""
    content = _digest(" ".join(encode(blocks)))
    if any(kept.content_hash == content for kept in before.kept):
        return None
    earlier = [json.loads(kept.set_keys) for kept in before.kept]
    new = new_sets(blocks, [decode(words) for words in earlier])
    old_keys = Counter[str]()
    for words in earlier:
        if is_old(words):
            # Each of these imports kept all sets of its file: the union is the larger count.
            old_keys |= Counter(words)
    if old_keys:
        for exercise, flags in zip(workout.exercises, new, strict=True):
            for at, row in enumerate(exercise.sets):
                key = old_key(exercise.name, row) if flags[at] else ""
                if old_keys[key] > 0:
                    old_keys[key] -= 1
                    flags[at] = False
    return new if any(map(any, new)) else None


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
    for exercise, rows in item.taken_sets():
        if rows:
            sets = [_new_set(row, answers.unit, zone) for row in rows]
            exercise_id = answers.exercise_ids[exercise.name]
            notes = storable(exercise.notes)[:NOTES_LIMIT]
            yield NewEntry(exercise_id, sets, exercise.superset, notes)


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


def provenance(
    items: Iterable[Planned], answers: Answers, user_id: str, import_id: str, *, unstated: bool
) -> Iterator[dict[str, Any]]:
    """Rows that let the next import know these sets again: those that this one takes in."""
    for item in items:
        words = encode(
            _blocks(item.taken_sets(), answers.unit, answers.exercise_ids, unstated=unstated)
        )
        yield {
            "import_id": import_id, "workout_id": item.workout_id, "user_id": user_id,
            "source_key": item.source_key, "content_hash": _digest(" ".join(words)),
            "set_keys": json.dumps(words, separators=(",", ":")),
        }  # fmt: skip
