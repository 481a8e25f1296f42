"""Custom exercises, preferences, and the one list made of library and own exercises."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, cast

import sqlalchemy as sa

import fitfolio.exercises.errors  # noqa: F401  # registers the codes
from fitfolio.auth.service import Viewer
from fitfolio.core.errors import Conflict, NotFound, Refused
from fitfolio.core.revisions import next_revision, next_revisions
from fitfolio.exercises import events, queries
from fitfolio.exercises.catalogue import LibraryExercise, load_catalogue
from fitfolio.exercises.queries import Row
from fitfolio.exercises.schemas import ExerciseRead, PreferenceRead, Tracking
from fitfolio.exercises.tables import custom_exercise, exercise_preference

JSON_FIELDS = ("primary_muscles", "secondary_muscles")
NO_PREFERENCE: dict[str, Any] = {
    "favourite": False, "weight_unit": None, "notes": "", "rest_s": None, "rest_warm_up_s": None,
    "bar_id": None, "step": None, "step_unit": None,
}  # fmt: skip
CLEARABLE = frozenset({"rest_s", "rest_warm_up_s", "bar_id", "step", "step_unit"})


def get_exercise(conn: sa.Connection, viewer: str, language: str, exercise_id: str) -> ExerciseRead:
    """One exercise of the library or of the viewer; NotFound for anybody else's."""
    preference = queries.list_preferences(conn, viewer).get(exercise_id)
    library = load_catalogue().by_id.get(exercise_id)
    if library is not None:
        return read_library(library, language, preference)
    row = queries.find_custom(conn, viewer, exercise_id)
    if row is None:
        raise NotFound("exercise.not_found", "There is no such exercise.")
    return read_custom(row, preference)


def list_exercises(conn: sa.Connection, viewer: str, language: str) -> list[ExerciseRead]:
    """Everything the viewer can choose from, most popular first, own exercises before the library."""
    preferences = queries.list_preferences(conn, viewer)
    own = [
        read_custom(row, preferences.get(row.id))
        for row in queries.list_custom(conn, viewer)
        if row.deleted_at is None
    ]
    library = [
        read_library(item, language, preferences.get(item.id))
        for item in load_catalogue().exercises
    ]
    return own + library


def owned_equipment(viewer: Viewer) -> set[str] | None:
    """What the viewer's gym has; None means everything. One's own body is always there."""
    owned = json.loads(viewer.row.equipment)
    return None if owned is None else {*owned, "bodyweight"}


def exercise_names(
    conn: sa.Connection, viewer: str, language: str, ids: Iterable[str]
) -> dict[str, str]:
    """Display names by id; ids that nobody knows are left out."""
    catalogue = load_catalogue()
    wanted = set(ids)
    names = {
        key: catalogue.by_id[key].display_name(language) for key in wanted & catalogue.by_id.keys()
    }
    return names | queries.names_of(conn, viewer, wanted - names.keys())


def tracking_of(conn: sa.Connection, viewer: str) -> dict[str, Tracking]:
    """Tracking kind by exercise id, for library and own exercises."""
    kinds: dict[str, Tracking] = {
        item.id: cast("Tracking", item.tracking) for item in load_catalogue().exercises
    }
    kinds.update((row.id, row.tracking) for row in queries.list_custom(conn, viewer))
    return kinds


def find_tracking(conn: sa.Connection, viewer: str, exercise_id: str) -> Tracking | None:
    """Tracking kind of one exercise, or None when the viewer has no such exercise."""
    library = load_catalogue().by_id.get(exercise_id)
    if library is not None:
        return cast("Tracking", library.tracking)
    row = queries.find_custom(conn, viewer, exercise_id)
    return None if row is None else row.tracking


def trackings(conn: sa.Connection, viewer: str, ids: Iterable[str]) -> dict[str, Tracking]:
    """Tracking kinds of some exercises; those the viewer does not have are left out."""
    library = load_catalogue().by_id
    wanted = set(ids)
    kinds = {key: cast("Tracking", library[key].tracking) for key in wanted & library.keys()}
    return kinds | queries.trackings_of(conn, viewer, wanted - library.keys())


def muscles_of(conn: sa.Connection, viewer: str) -> dict[str, tuple[Sequence[str], Sequence[str]]]:
    """Primary and secondary muscles by exercise id, for library and own exercises."""
    muscles: dict[str, tuple[Sequence[str], Sequence[str]]] = {
        item.id: (item.primary_muscles, item.secondary_muscles)
        for item in load_catalogue().exercises
    }
    for row in queries.list_custom(conn, viewer):
        muscles[row.id] = (json.loads(row.primary_muscles), json.loads(row.secondary_muscles))
    return muscles


def create_exercise(
    conn: sa.Connection, viewer: str, values: dict[str, Any], now_ms: int
) -> ExerciseRead:
    """Make a custom exercise. Sending the same id again returns what is stored."""
    known = queries.find_custom(conn, viewer, values["id"])
    if known is None:
        if values["id"] in load_catalogue().by_id or queries.id_exists(conn, values["id"]):
            raise Conflict("exercise.id_taken", "This id belongs to another exercise.")
        _check_muscles(values["primary_muscles"], values["secondary_muscles"])
        row = _as_row(values, viewer, now_ms, next_revision(conn, viewer))
        conn.execute(sa.insert(custom_exercise), row)
    return _reread(conn, viewer, values["id"])


def create_many(
    conn: sa.Connection, viewer: str, items: list[dict[str, Any]], now_ms: int, import_id: str
) -> None:
    """Make the custom exercises an import needs; ids are new."""
    if not items:
        return
    first = next_revisions(conn, viewer, len(items))
    rows = [
        _as_row(item, viewer, now_ms, first + index) | {"import_id": import_id}
        for index, item in enumerate(items)
    ]
    conn.execute(sa.insert(custom_exercise), rows)


def restore_many(conn: sa.Connection, viewer: str, items: list[dict[str, Any]]) -> None:
    """Put complete custom exercises of an export back, archived ones included; ids are new."""
    if not items:
        return
    first = next_revisions(conn, viewer, len(items))
    rows = [_as_row(item, viewer, 0, first + index) for index, item in enumerate(items)]
    conn.execute(sa.insert(custom_exercise), rows)


def _as_row(values: dict[str, Any], viewer: str, now_ms: int, rev: int) -> dict[str, Any]:
    row = {
        "user_id": viewer, "created_at": now_ms, "rev": rev, "deleted_at": None, "import_id": None,
        "equipment": "other", "tracking": "weight_reps", "unilateral": False, "notes": "",
        "primary_muscles": [], "secondary_muscles": [],
    } | values  # fmt: skip
    for name in JSON_FIELDS:
        row[name] = json.dumps(row[name])
    return row


def _check_muscles(primary: Sequence[str], secondary: Sequence[str]) -> None:
    both = set(primary) & set(secondary)
    if both:
        raise Refused(
            "exercise.same_muscle_twice",
            f"{min(both)} stands among the primary and the secondary muscles.",
        )


def change_exercise(
    conn: sa.Connection, viewer: str, exercise_id: str, change: dict[str, Any]
) -> ExerciseRead:
    """Change the named fields of a custom exercise."""
    current = _own(conn, viewer, exercise_id)
    values = {name: value for name, value in change.items() if value is not None}
    _check_muscles(*(values.get(name, json.loads(getattr(current, name))) for name in JSON_FIELDS))
    for name in JSON_FIELDS:
        if name in values:
            values[name] = json.dumps(values[name])
    if values:
        _update(conn, viewer, exercise_id, values)
    if values.get("tracking", current.tracking) != current.tracking:
        events.tracking_changed(conn, viewer, exercise_id)
    return _reread(conn, viewer, exercise_id)


def archive_exercise(conn: sa.Connection, viewer: str, exercise_id: str, now_ms: int) -> None:
    """Take a custom exercise off the lists; doing it again changes nothing."""
    if _own(conn, viewer, exercise_id).deleted_at is None:
        _update(conn, viewer, exercise_id, {"deleted_at": now_ms})


def restore_exercise(conn: sa.Connection, viewer: str, exercise_id: str) -> ExerciseRead:
    """Undo `archive_exercise`."""
    if _own(conn, viewer, exercise_id).deleted_at is not None:
        _update(conn, viewer, exercise_id, {"deleted_at": None})
    return _reread(conn, viewer, exercise_id)


def archive_import(
    conn: sa.Connection, viewer: str, import_id: str, keep: set[str], now_ms: int
) -> None:
    """Archive what an undone import made, except exercises that other workouts use (`keep`)."""
    made = sa.select(custom_exercise.c.id).where(
        custom_exercise.c.user_id == viewer,
        custom_exercise.c.import_id == import_id,
        custom_exercise.c.deleted_at.is_(None),
    )
    for exercise_id in set(conn.execute(made).scalars()) - keep:
        _update(conn, viewer, exercise_id, {"deleted_at": now_ms})


def _own(conn: sa.Connection, viewer: str, exercise_id: str) -> Row:
    if exercise_id in load_catalogue().by_id:
        raise Refused("exercise.library_is_fixed", "Exercises of the library cannot be changed.")
    row = queries.find_custom(conn, viewer, exercise_id)
    if row is None:
        raise NotFound("exercise.not_found", "There is no such exercise.")
    return row


def _update(conn: sa.Connection, viewer: str, exercise_id: str, values: dict[str, Any]) -> None:
    conn.execute(
        sa.update(custom_exercise)
        .where(custom_exercise.c.id == exercise_id, custom_exercise.c.user_id == viewer)
        .values(**values, rev=next_revision(conn, viewer))
    )


def _reread(conn: sa.Connection, viewer: str, exercise_id: str) -> ExerciseRead:
    row = _own(conn, viewer, exercise_id)
    return read_custom(row, queries.list_preferences(conn, viewer).get(exercise_id))


def change_preference(
    conn: sa.Connection, viewer: str, exercise_id: str, change: dict[str, Any]
) -> PreferenceRead:
    """Change the named preferences of an exercise; an empty unit clears the override.

    Refused with `exercise.step_without_unit` when a step would stand without its unit.
    """
    if exercise_id not in load_catalogue().by_id:
        _own(conn, viewer, exercise_id)
    current = queries.find_preference(conn, viewer, exercise_id)
    values = dict(NO_PREFERENCE)
    if current is not None:
        values = {name: getattr(current, name) for name in NO_PREFERENCE}
    values |= {
        name: value for name, value in change.items() if value is not None or name in CLEARABLE
    }
    values["weight_unit"] = values["weight_unit"] or None
    if values["step"] is None:
        values["step_unit"] = None
    elif values["step_unit"] is None:
        raise Refused("exercise.step_without_unit", "A step needs its unit.")
    rev = next_revision(conn, viewer)
    key = {"user_id": viewer, "exercise_id": exercise_id}
    if current is None:
        conn.execute(sa.insert(exercise_preference), values | key | {"rev": rev})
    else:
        conn.execute(
            sa.update(exercise_preference)
            .where(
                exercise_preference.c.user_id == viewer,
                exercise_preference.c.exercise_id == exercise_id,
            )
            .values(**values, rev=rev)
        )
    return PreferenceRead(exercise_id=exercise_id, **values)


def read_preference(row: Row) -> PreferenceRead:
    """The wire shape of a preference row."""
    values = {name: getattr(row, name) for name in NO_PREFERENCE}
    return PreferenceRead(exercise_id=row.exercise_id, **values)


def read_library(item: LibraryExercise, language: str, preference: Row | None) -> ExerciseRead:
    """The wire shape of a library exercise."""
    # Validated, not constructed: the library is data, and data may hold a wrong word.
    return ExerciseRead.model_validate(
        {"id": item.id, "slug": item.slug, "name": item.display_name(language),
         "equipment": item.equipment, "tracking": item.tracking,
         "primary_muscles": list(item.primary_muscles),
         "secondary_muscles": list(item.secondary_muscles), "unilateral": item.unilateral,
         "bodyweight_share": item.bodyweight_share, "mechanic": item.mechanic,
         "force": item.force, "category": item.category, "cue": item.cue(language),
         "aliases": list(item.other_names(language)), "facts_name": item.facts_name,
         "is_custom": False,
         "is_archived": False, **_own_words(preference)}
    )  # fmt: skip


def read_custom(row: Row, preference: Row | None) -> ExerciseRead:
    """The wire shape of a custom exercise."""
    words = _own_words(preference)
    return ExerciseRead(
        id=row.id, slug=None, name=row.name, equipment=row.equipment, tracking=row.tracking,
        primary_muscles=json.loads(row.primary_muscles),
        secondary_muscles=json.loads(row.secondary_muscles), unilateral=row.unilateral,
        bodyweight_share=None, mechanic=None, force=None, category=None, cue=None, aliases=[],
        facts_name=None, is_custom=True, is_archived=row.deleted_at is not None,
        **(words | {"notes": words["notes"] or row.notes}),
    )  # fmt: skip


def _own_words(preference: Row | None) -> dict[str, Any]:
    if preference is None:
        return {"favourite": False, "weight_unit": None, "notes": ""}
    return {
        "favourite": preference.favourite,
        "weight_unit": preference.weight_unit,
        "notes": preference.notes,
    }
