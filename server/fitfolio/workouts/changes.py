"""What every change of a workout does around its own rows: lock, find, merge, bring back, remove.

A change comes from here (an ordinary request, which saw the newest state and is refused when its
target is deleted) or from a device (which may not have known what others did meanwhile, so its
stamp decides).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from fitfolio.core.clock import to_iso
from fitfolio.core.prepared import Prepared
from fitfolio.core.revisions import next_revision
from fitfolio.core.stamps import TICKS_PER_MS, Mark, Origin
from fitfolio.exercises import service as exercises
from fitfolio.training.sets import Tracking
from fitfolio.workouts import queries
from fitfolio.workouts.errors import (
    EntryNotFound,
    SetNotFound,
    UnknownExercise,
    WorkoutNotFound,
)
from fitfolio.workouts.merging import LostValue, Merge, latest, outlives
from fitfolio.workouts.queries import Row
from fitfolio.workouts.recovered import Entity, keep_lost
from fitfolio.workouts.rollups import FIRST_DAY
from fitfolio.workouts.stale import mark_stale
from fitfolio.workouts.tables import workout, workout_exercise, workout_set

_TABLES: dict[Entity, sa.Table] = {
    "workout": workout,
    "exercise": workout_exercise,
    "set": workout_set,
}
_touch = Prepared(
    sa.update(workout).where(workout.c.id == sa.bindparam("key")).values(rev=sa.bindparam("at"))
)
_exercise_ids = (
    sa.select(workout_exercise.c.exercise_id)
    .where(workout_exercise.c.workout_id == sa.bindparam("key"))
    .distinct()
)


class Part(NamedTuple):
    """A row of the log and what it is."""

    entity: Entity
    row: Row


class Place(NamedTuple):
    """A workout, and on the way down the exercise and the set that are meant."""

    workout: Row
    entry: Row | None = None
    set: Row | None = None

    def parts(self) -> list[Part]:
        """From the workout down to what is meant."""
        parts = [Part("workout", self.workout)]
        if self.entry is not None:
            parts.append(Part("exercise", self.entry))
        if self.set is not None:
            parts.append(Part("set", self.set))
        return parts


def begin(conn: sa.Connection, viewer: str) -> int:
    """Lock the viewer's clock until commit and take the revision of this change.

    A change that turns out to be a repetition leaves a gap in the numbers, which harms nobody.
    """
    return next_revision(conn, viewer)


def touch(conn: sa.Connection, workout_id: str, rev: int) -> None:
    """Give the workout the revision, so that every device pulls it."""
    _touch.run(conn, {"key": workout_id, "at": rev})


def find_place(
    conn: sa.Connection,
    viewer: str,
    origin: Origin,
    workout_id: str,
    *,
    entry_id: str | None = None,
    set_id: str | None = None,
) -> Place:
    """The rows that are meant, deleted or not when a device asks; not found when somebody else's.

    An ordinary request sees no deleted rows.
    """
    row = queries.find_workout(conn, viewer, workout_id)
    if row is None or (origin.is_here and row.deleted_at is not None):
        raise WorkoutNotFound
    stored = None
    if set_id is not None:
        stored = queries.find_set(conn, viewer, set_id)
        if stored is None or stored.workout_id != workout_id:
            raise SetNotFound
        entry_id = stored.workout_exercise_id
    entry = None
    if entry_id is not None:
        entry = queries.find_entry(conn, viewer, entry_id)
        if entry is None or entry.workout_id != workout_id:
            raise EntryNotFound
    return Place(row, entry, stored)


def check_live(place: Place, origin: Origin) -> None:
    """What is deleted cannot be changed by an ordinary request."""
    if not origin.is_here:
        return
    if place.set is not None and any(part.row.deleted_at is not None for part in place.parts()):
        raise SetNotFound
    if place.entry is not None and place.entry.deleted_at is not None:
        raise EntryNotFound


def keep_lost_values(
    conn: sa.Connection, viewer: str, part: Part, workout_id: str, lost: Iterable[LostValue]
) -> None:
    """Put values that lost on the list of recovered ones."""
    for item in lost:
        keep_lost(
            conn, viewer, "field", part.entity, (workout_id, part.row.id),
            _on_wire(item.field, item.lost), _on_wire(item.field, item.kept), item.mark, item.field,
        )  # fmt: skip


def bring_back(
    conn: sa.Connection, viewer: str, place: Place, origin: Origin, rev: int, edit: Any
) -> set[str]:
    """Undo deletions on the way to an edit that are earlier than the edit.

    Where one is later the edit stays hidden; unless its device knew of the deletion, `edit`, a
    JSON value, becomes a recovered one. Returns the exercises whose rollups changed.
    """
    touched: set[str] = set()
    hidden_by: Mark | None = None
    for part in place.parts():
        if part.row.deleted_at is None:
            continue
        deletion = Merge(part.row.merge, part.row.deleted_at).deleted
        assert deletion is not None  # noqa: S101  # the row is deleted
        if outlives(deletion, origin.mark(rev, deletion)):
            hidden_by = hidden_by or deletion
            continue
        table = _TABLES[part.entity]
        conn.execute(sa.update(table).where(table.c.id == part.row.id).values(deleted_at=None))
        touched.update(exercises_of(conn, part))
        if origin.did_not_know(deletion):
            ids = (place.workout.id, part.row.id)
            keep_lost(conn, viewer, "delete_undone", part.entity, ids, True, False, deletion)
    if hidden_by is not None and origin.did_not_know(hidden_by):
        part = place.parts()[-1]
        ids = (place.workout.id, part.row.id)
        keep_lost(conn, viewer, "deleted_edit", part.entity, ids, edit, None, origin.mark(rev))
    return touched


def remove(
    conn: sa.Connection, viewer: str, place: Place, inside: Sequence[Part], origin: Origin, rev: int
) -> bool:
    """Delete what is meant unless it, or something `inside` it, was edited later.

    Edits of other devices that go with it, or a deletion that is undone by one, become recovered
    values. Returns whether it is deleted now and was not before.
    """
    part = place.parts()[-1]
    merge = Merge(part.row.merge, part.row.deleted_at)
    edits = [(each, each_merge.edited, each_merge) for each, each_merge in _merges(part, inside)]
    marks = [mark for _, mark, _ in edits]
    mark = origin.mark(rev, latest(marks))
    merge.note_deletion(mark)
    deletion = merge.deleted or mark
    is_deleted = all(outlives(deletion, edit) for edit in marks)
    table = _TABLES[part.entity]
    deleted_at = deletion.stamp // TICKS_PER_MS if is_deleted else None
    conn.execute(
        sa.update(table)
        .where(table.c.id == part.row.id)
        .values(merge=merge.to_text(), deleted_at=deleted_at)
    )
    if is_deleted and part.row.deleted_at is None:
        for each, edit, each_merge in edits:
            if each.row.deleted_at is None and origin.did_not_know(edit):
                ids = (place.workout.id, each.row.id)
                lost = _unknown_values(each, each_merge, origin)
                keep_lost(conn, viewer, "deleted_edit", each.entity, ids, lost, None, edit)
    elif not is_deleted and any(map(origin.did_not_know, marks)):
        ids = (place.workout.id, part.row.id)
        keep_lost(conn, viewer, "delete_undone", part.entity, ids, True, False, mark)
    return is_deleted and part.row.deleted_at is None


def exercises_of(conn: sa.Connection, part: Part) -> list[str]:
    """Exercises whose rollups hang on a row: all of a workout's, or the one."""
    if part.entity != "workout":
        return [part.row.exercise_id]
    return list(conn.execute(_exercise_ids, {"key": part.row.id}).scalars())


def tracking_by_id(
    conn: sa.Connection, viewer: str, exercise_ids: Iterable[str]
) -> dict[str, Tracking]:
    """Tracking kinds of exercises; UnknownExercise for one the viewer does not have."""
    wanted = set(exercise_ids)
    found = exercises.trackings(conn, viewer, wanted)
    if wanted - found.keys():
        raise UnknownExercise(min(wanted - found.keys()))
    return found


def refresh_all_days(conn: sa.Connection, viewer: str, exercise_id: str) -> None:
    """An exercise's sets mean something else now: everything derived from them is due."""
    mark_stale(conn, viewer, [exercise_id], FIRST_DAY)


def _merges(part: Part, inside: Sequence[Part]) -> Iterable[tuple[Part, Any]]:
    """The rows that were edited at all, with their histories."""
    for each in (part, *inside):
        merge = Merge(each.row.merge)
        if merge.edited is not None:
            yield each, merge


def _unknown_values(part: Part, merge: Merge, origin: Origin) -> Mapping[str, Any]:
    """What an edited row holds that the deletion did not know of; all of a row that was new."""
    document = queries.part_document(part.entity, part.row)
    unknown = [name for name, mark in merge.fields.items() if origin.did_not_know(mark)]
    return {name: document[name] for name in unknown} if unknown else document


def _on_wire(field: str, value: Any) -> Any:
    if value is None:
        return None
    if field == "program":
        return json.loads(value)
    return to_iso(value) if field.endswith("_at") else value
