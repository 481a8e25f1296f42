"""The gym of the demonstration and the templates its lifter trains from."""

from __future__ import annotations

from typing import Any

from fitfolio.core.ids import uuid7
from fitfolio.demo.lifts import LIFTS
from fitfolio.demo.programs import PUSH_PULL_LEGS, Session, Slot

FOLDER = "Push, pull, legs"
WARMED_UP = frozenset({"squat", "hinge", "push"})
"""Patterns that begin with warm-up sets when they open a session."""

GYM: dict[str, Any] = {
    "bars": [
        {"id": "olympic", "name": "Olympic bar", "weight": 20.0, "unit": "kg",
         "equipment": "barbell"},
        {"id": "ez", "name": "EZ bar", "weight": 10.0, "unit": "kg", "equipment": "ez_bar"},
        {"id": "trap", "name": "Trap bar", "weight": 25.0, "unit": "kg", "equipment": "trap_bar"},
        {"id": "smith", "name": "Smith machine", "weight": 15.0, "unit": "kg",
         "equipment": "smith_machine"},
    ],
    "plates": [
        {"weight": weight, "unit": "kg", "pairs": pairs}
        for weight, pairs in ((25.0, 2), (20.0, 4), (15.0, 1), (10.0, 2), (5.0, 2), (2.5, 2), (1.25, 1))
    ],
    "dumbbells": [{"unit": "kg", "min": 2.0, "max": 40.0, "step": 2.0}],
    "machine_steps": [
        {"unit": "kg", "min": 5.0, "max": 150.0, "step": 5.0},
        {"unit": "lb", "min": 10.0, "max": 200.0, "step": 10.0},
    ],
    "collar": None,
}  # fmt: skip

TIMER: dict[str, Any] = {"rest": {"default_s": 120, "working_s": 150, "amrap_s": 240}}

PREFERENCES: dict[str, dict[str, Any]] = {
    "squat": {"rest_s": 210, "rest_warm_up_s": 90, "bar_id": "olympic"},
    "deadlift": {"rest_s": 240, "rest_warm_up_s": 90, "bar_id": "olympic"},
    "lateral_raise": {"rest_s": 75},
}
"""By lift: heavy ones want longer rests."""


def templates(exercise_ids: dict[str, str]) -> list[dict[str, Any]]:
    """The three main days as templates; `exercise_ids` by slug. Weights are left to the last time."""
    return [
        {
            "id": uuid7(),
            "name": session.title,
            "folder": FOLDER,
            "notes": "",
            "position": position,
            "exercises": [
                {
                    "id": uuid7(),
                    "exercise_id": exercise_ids[LIFTS[slot.lift].slug],
                    "superset": slot.superset,
                    "notes": "",
                    "sets": _sets(session, slot),
                }
                for slot in session.slots
            ],
        }
        for position, session in enumerate(PUSH_PULL_LEGS[:3])
    ]


def _sets(session: Session, slot: Slot) -> list[dict[str, Any]]:
    if slot.style == "hold":
        return [_set("working", duration_s=60.0)] * slot.sets
    kinds = ["working"] * slot.sets
    if slot.style == "amrap":
        kinds[-1] = "amrap"
    elif slot.style == "drop":
        kinds[-1] = "drop"
    elif slot.style == "top_set":
        kinds[1:] = ["back_off"] * (slot.sets - 1)
    opens = slot is session.slots[0] and LIFTS[slot.lift].pattern in WARMED_UP
    warm_ups = [_set("warm_up", reps=reps) for reps in (8, 5)] if opens else []
    return warm_ups + [_set(kind, reps=slot.reps, rir=slot.rir) for kind in kinds]


def _set(kind: str, **values: Any) -> dict[str, Any]:
    blank = dict.fromkeys(
        ("reps", "weight", "weight_unit", "duration_s", "distance", "distance_unit", "rpe", "rir",
         "side")
    )  # fmt: skip
    return {"kind": kind} | blank | values
