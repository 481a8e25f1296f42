"""Pushed operations for tests: requests as a device makes them."""

from __future__ import annotations

from typing import Any

from fitfolio.core.ids import uuid7
from tests.programs.builders import a_template
from tests.programs.program_builders import a_fact, a_program, a_version, an_enrolment
from tests.workouts.builders import a_set, a_workout, an_entry

PUSH = "/api/v1/sync/operations"


def an_operation(
    name: str, path: dict[str, str] | None = None, body: Any = None, **changes: Any
) -> dict[str, Any]:
    """One operation with a key of its own."""
    return {
        "key": uuid7(), "name": name, "path": path or {}, "body": body, "stamp": 1, "base_rev": 0,
    } | changes  # fmt: skip


def a_push(*operations: tuple[str, dict[str, str], Any], **changes: Any) -> dict[str, Any]:
    """A request of a device that nobody has seen before."""
    return {
        "device_id": uuid7(),
        "schema": 1,
        "operations": [an_operation(*operation, **changes) for operation in operations],
    }


def example_body(name: str, ids: dict[str, str]) -> Any:
    """A believable body for every operation that takes one."""
    return {
        "workouts.create": a_workout(),
        "workouts.change": {"title": "Renamed"},
        "workouts.add_exercise": an_entry(a_set()),
        "workouts.reorder_exercises": {"ids": [ids["entry_id"]]},
        "workouts.change_exercise": {"notes": "paused"},
        "workouts.log_set": a_set(),
        "workouts.change_set": {"reps": 7},
        "exercises.create": {"id": uuid7(), "name": "Own"},
        "exercises.change": {"name": "Renamed"},
        "exercises.change_preference": {"favourite": True},
        "metrics.create": {
            "id": uuid7(), "metric": "weight", "measured_at": "2026-11-10T09:00:00Z",
            "value": 80.0, "unit": "kg",
        },
        "metrics.change": {"value": 81.0},
        "templates.create": a_template(),
        "templates.change": {"name": "Renamed"},
        "programs.create": a_program(),
        "programs.change": {"draft_text": "no program yet"},
        "program_versions.create": a_version(ids.get("program_id", "")),
        "enrolments.create": an_enrolment(ids.get("program_id", ""), ids.get("version_id", "")),
        "enrolments.change": {"name": "Renamed"},
        "enrolments.add_fact": a_fact(),
        "auth.change_profile": {"display_name": "Ada"},
    }.get(name)  # fmt: skip
