"""Requests with defaults, so that a test names only what it is about."""

from __future__ import annotations

from typing import Any

from fitfolio.core.ids import uuid7
from fitfolio.exercises.catalogue import load_catalogue

MISSING = "00000000-0000-7000-8000-000000000000"


def library_id(tracking: str = "weight_reps", number: int = 0) -> str:
    """Id of the library exercise that is the most popular of its tracking kind."""
    found = [item for item in load_catalogue().exercises if item.tracking == tracking]
    return found[number].id


def library_name(exercise_id: str) -> str:
    """English name of a library exercise."""
    return load_catalogue().by_id[exercise_id].name


def a_set(**changes: Any) -> dict[str, Any]:
    """100 kg × 5."""
    return {"id": uuid7(), "position": 0, "weight": 100, "weight_unit": "kg", "reps": 5} | changes


def an_entry(*sets: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A block of the most popular weight × reps exercise."""
    placed = [row | {"position": place} for place, row in enumerate(sets)]
    return {"id": uuid7(), "exercise_id": library_id(), "position": 0, "sets": placed} | changes


def a_workout(*entries: dict[str, Any], day: str = "2026-11-10", **changes: Any) -> dict[str, Any]:
    """A workout at ten in the morning in Berlin."""
    placed = [entry | {"position": place} for place, entry in enumerate(entries)]
    return {
        "id": uuid7(),
        "started_at": f"{day}T09:00:00Z",
        "finished_at": f"{day}T10:00:00Z",
        "time_zone": "Europe/Berlin",
        "title": "Push",
        "exercises": placed,
    } | changes


def create(client: Any, *entries: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Store a workout and return it."""
    answer = client.post("/api/v1/workouts", json=a_workout(*entries, **changes))
    assert answer.status_code == 201, answer.text
    return answer.json()


def history(client: Any, exercise_id: str | None = None, span: str = "all") -> dict[str, Any]:
    """The history of an exercise."""
    answer = client.get(
        f"/api/v1/exercises/{exercise_id or library_id()}/history", params={"range": span}
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


def standing(client: Any, exercise_id: str | None = None) -> dict[tuple[str, int], float]:
    """Value of each standing record by kind and reps."""
    records = history(client, exercise_id)["records"]
    return {(row["kind"], row["reps"]): row["value"] for row in records}
