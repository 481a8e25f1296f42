"""Templates as a client would send them."""

from __future__ import annotations

from typing import Any

from fitfolio.core.ids import uuid7
from fitfolio.exercises.catalogue import load_catalogue

BENCH = load_catalogue().by_slug["bench-press-barbell"].id


def a_template(*sets: dict[str, Any], exercise_id: str = BENCH, **fields: Any) -> dict[str, Any]:
    """A template with one exercise."""
    planned = list(sets) or [{"kind": "working", "reps": 5, "weight": 80.0, "weight_unit": "kg"}]
    exercise = {"id": uuid7(), "exercise_id": exercise_id, "sets": planned}
    return {"id": uuid7(), "name": "Push", "exercises": [exercise]} | fields
