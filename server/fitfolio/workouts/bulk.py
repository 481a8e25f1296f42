"""Many workouts at once, for imports, demonstrations and restored exports.

Rows go in by the thousand and the rollups of every touched exercise are made once at the
end, all in the caller's transaction: either everything is there or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from fitfolio.core.ids import uuid7_many
from fitfolio.core.insert_many import insert_many
from fitfolio.core.revisions import next_revisions
from fitfolio.exercises.schemas import Side
from fitfolio.training.sets import DatedSet, PerformedSet, SetKind, Tracking
from fitfolio.training.units import DistanceUnit, WeightUnit, distance_m, load_kg
from fitfolio.workouts.program_link import enrolment_of
from fitfolio.workouts.rollups import recompute, trained_exercise_ids
from fitfolio.workouts.tables import workout, workout_exercise, workout_set

CHUNK_SETS = 2000
"""Rows held in memory at a time."""


class NewSet(NamedTuple):
    """A set as typed; kilograms and metres are derived when it is stored.

    `flagged` is the code of why its values are not believed; such a set is kept and shown
    and counts nowhere. `id` is made when None, `position` is then the place in the list.
    `import_id` is the import that once brought it (restored exports), else that of the call.
    """

    kind: SetKind = "working"
    completed: bool = True
    weight: float | None = None
    weight_unit: WeightUnit | None = None
    reps: int | None = None
    duration_s: float | None = None
    distance: float | None = None
    distance_unit: DistanceUnit | None = None
    rpe: float | None = None
    rir: float | None = None
    notes: str = ""
    flagged: str | None = None
    logged_at_ms: int | None = None
    id: str | None = None
    position: int | None = None
    import_id: str | None = None
    side: Side | None = None


class NewEntry(NamedTuple):
    """An exercise inside a workout with its sets in order; `prescription` is JSON."""

    exercise_id: str
    sets: Sequence[NewSet]
    superset: int | None = None
    notes: str = ""
    id: str | None = None
    position: int | None = None
    track: str | None = None
    prescription: str | None = None


class NewWorkout(NamedTuple):
    """A workout with everything in it. `local_date` is its day `YYYY-MM-DD` in `time_zone`.

    `program` is JSON (see `program_link`).
    """

    id: str
    started_at_ms: int
    time_zone: str
    local_date: str
    entries: Sequence[NewEntry]
    finished_at_ms: int | None = None
    has_time: bool = True
    title: str = ""
    notes: str = ""
    bodyweight_kg: float | None = None
    source: str = ""
    import_id: str | None = None
    template_id: str | None = None
    program: str | None = None


class Inserted(NamedTuple):
    """What a bulk insert added."""

    workouts: int
    sets: int


_WORKOUT = (
    "id", "user_id", "started_at", "finished_at", "has_time", "time_zone", "local_date", "title",
    "notes", "bodyweight_kg", "source", "import_id", "template_id", "program", "enrolment_id", "rev",
)  # fmt: skip
_ENTRY = (
    "id", "workout_id", "user_id", "exercise_id", "position", "superset", "notes", "track",
    "prescription",
)  # fmt: skip
_SET = (
    "id", "workout_exercise_id", "workout_id", "user_id", "exercise_id", "local_date", "position",
    "kind", "completed", "weight", "weight_unit", "load_kg", "reps", "duration_s", "distance",
    "distance_unit", "distance_m", "rpe", "rir", "notes", "flagged", "logged_at", "import_id",
    "side",
)  # fmt: skip

_Row = tuple[Any, ...]


class _Rows(NamedTuple):
    """Rows in the column orders above."""

    workouts: list[_Row]
    entries: list[_Row]
    sets: list[_Row]


def insert_workouts(
    conn: sa.Connection,
    user_id: str,
    workouts: Iterable[NewWorkout],
    tracking_by_exercise: dict[str, Tracking],
    import_id: str | None = None,
) -> Inserted:
    """Insert workouts from a stream; days and records are right when it returns.

    Exercises missing from `tracking_by_exercise` are taken as weight × reps. Entries and sets
    stand in the order of their positions.
    """
    trained = set(trained_exercise_ids(conn, user_id))
    first_day: dict[str, str] = {}
    new_sets: dict[str, list[DatedSet]] = {}
    added = added_sets = 0
    for chunk in _chunks(workouts):
        revision = next_revisions(conn, user_id, len(chunk))
        rows = _Rows([], [], [])
        for offset, new in enumerate(chunk):
            rows.workouts.append(_workout_row(user_id, new, revision + offset, import_id))
            _add_entry_rows(rows, user_id, (new.id, new.local_date), new.entries, import_id)
            _note_days(first_day, new.entries, new.local_date)
        insert_many(conn, workout, _WORKOUT, rows.workouts)
        _insert_entries(conn, rows)
        _keep_sets(new_sets, chunk, rows.sets, trained, tracking_by_exercise)
        added += len(chunk)
        added_sets += len(rows.sets)
    for exercise_id, day in sorted(first_day.items()):
        tracking = tracking_by_exercise.get(exercise_id, "weight_reps")
        sets = new_sets.pop(exercise_id, None)
        if sets is not None:
            sets.sort(key=_by_time)
        recompute(conn, user_id, exercise_id, tracking, day, sets)
    return Inserted(added, added_sets)


def insert_rows(
    conn: sa.Connection, user_id: str, workouts: Sequence[NewWorkout], revision: int
) -> dict[str, str]:
    """Insert a few workouts with revisions from `revision` on, without touching rollups.

    Returns the touched exercises with the day their rollups are due from.
    """
    rows, days = _Rows([], [], []), dict[str, str]()
    for offset, new in enumerate(workouts):
        rows.workouts.append(_workout_row(user_id, new, revision + offset, None))
        _add_entry_rows(rows, user_id, (new.id, new.local_date), new.entries, None)
        _note_days(days, new.entries, new.local_date)
    insert_many(conn, workout, _WORKOUT, rows.workouts)
    _insert_entries(conn, rows)
    return days


def add_entries(
    conn: sa.Connection,
    user_id: str,
    row: Any,
    entries: Sequence[NewEntry],
    import_id: str | None,
    first_position: int,
) -> dict[str, str]:
    """Add exercises with sets to a stored workout row, without touching rollups or revisions.

    Returns the touched exercises with the day their rollups must be made from.
    """
    rows = _Rows([], [], [])
    key = (row.id, row.local_date)
    _add_entry_rows(rows, user_id, key, entries, import_id, first_position)
    _insert_entries(conn, rows)
    days: dict[str, str] = {}
    _note_days(days, entries, row.local_date)
    return days


def derived(values: dict[str, Any]) -> dict[str, float | None]:
    """Kilograms and metres of what was typed; None where nothing was."""
    weight, distance = values["weight"], values["distance"]
    return {
        "load_kg": None if weight is None else load_kg(weight, values["weight_unit"]),
        "distance_m": None if distance is None else distance_m(distance, values["distance_unit"]),
    }


def _insert_entries(conn: sa.Connection, rows: _Rows) -> None:
    insert_many(conn, workout_exercise, _ENTRY, rows.entries)
    insert_many(conn, workout_set, _SET, rows.sets)


def _note_days(first_day: dict[str, str], entries: Sequence[NewEntry], local_date: str) -> None:
    for entry in entries:
        if entry.sets and local_date < first_day.get(entry.exercise_id, "~"):
            first_day[entry.exercise_id] = local_date


def _keep_sets(
    kept: dict[str, list[DatedSet]],
    chunk: Sequence[NewWorkout],
    rows: Sequence[_Row],
    trained: set[str],
    tracking_by_exercise: dict[str, Tracking],
) -> None:
    """Keep the sets of exercises that are new to the account: their rollups need no reading back."""
    started_at = {new.id: new.started_at_ms for new in chunk}
    for (
        set_id, _, workout_id, _, exercise_id, local_date, _, kind, completed, _, _, load, reps,
        duration_s, _, _, metres, rpe, rir, _, flagged, _, _, _,
    ) in rows:  # fmt: skip
        if exercise_id not in trained:
            performed = PerformedSet(
                kind, tracking_by_exercise.get(exercise_id, "weight_reps"), load, reps,
                duration_s, metres, rpe, rir, completed, flagged is not None,
            )  # fmt: skip
            dated = DatedSet(set_id, workout_id, local_date, started_at[workout_id], performed)
            kept.setdefault(exercise_id, []).append(dated)


def _by_time(dated: DatedSet) -> tuple[str, int, str]:
    # The rest of the order rollups read in is the order inside a workout, which is kept.
    return dated.local_date, dated.at_ms, dated.workout_id


def _chunks(workouts: Iterable[NewWorkout]) -> Iterator[list[NewWorkout]]:
    """Runs of workouts with about `CHUNK_SETS` sets each."""
    chunk: list[NewWorkout] = []
    sets = 0
    for new in workouts:
        chunk.append(new)
        sets += sum(len(entry.sets) for entry in new.entries)
        if sets >= CHUNK_SETS or len(chunk) >= CHUNK_SETS:
            yield chunk
            chunk, sets = [], 0
    if chunk:
        yield chunk


def _workout_row(user_id: str, new: NewWorkout, rev: int, import_id: str | None) -> _Row:
    return (
        new.id, user_id, new.started_at_ms, new.finished_at_ms, new.has_time, new.time_zone,
        new.local_date, new.title, new.notes, new.bodyweight_kg, new.source,
        new.import_id or import_id, new.template_id, new.program, enrolment_of(new.program), rev,
    )  # fmt: skip


def _add_entry_rows(
    rows: _Rows,
    user_id: str,
    key: tuple[str, str],
    entries: Sequence[NewEntry],
    import_id: str | None,
    first_position: int = 0,
) -> None:
    """Append the rows of a workout's exercises and sets; `key` is its id and local date."""
    workout_id, local_date = key
    ids = uuid7_many(sum(1 + len(entry.sets) for entry in entries))
    for index, entry in enumerate(entries, first_position):
        entry_id, exercise_id = entry.id or next(ids), entry.exercise_id
        position = index if entry.position is None else entry.position
        rows.entries.append(
            (entry_id, workout_id, user_id, exercise_id, position, entry.superset, entry.notes,
             entry.track, entry.prescription)
        )  # fmt: skip
        for set_index, (
            kind, completed, weight, weight_unit, reps, duration_s, distance, distance_unit, rpe,
            rir, notes, flagged, logged_at_ms, set_id, set_position, set_import_id, side,
        ) in enumerate(entry.sets):  # fmt: skip
            rows.sets.append(
                (
                    set_id or next(ids), entry_id, workout_id, user_id, exercise_id, local_date,
                    set_index if set_position is None else set_position, kind, completed, weight, weight_unit,
                    None if weight is None else load_kg(weight, weight_unit or "kg"), reps,
                    duration_s, distance, distance_unit,
                    None if distance is None else distance_m(distance, distance_unit or "m"),
                    rpe, rir, notes, flagged, logged_at_ms, set_import_id or import_id, side,
                )
            )  # fmt: skip
