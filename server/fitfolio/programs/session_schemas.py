"""Wire shapes of what a program asks for: sessions with targets, and why each number is what it is."""

from __future__ import annotations

from typing import Any

from fitfolio.core.schemas import Output
from fitfolio.training.programs.engine import Session
from fitfolio.training.programs.reasons import Reason, reason_text
from fitfolio.training.programs.targets import SlotTargets, Target
from fitfolio.training.units import WeightUnit


class ReasonText(Output):
    """A reason for programs (`code` and `values`) and for people (`text`, in English)."""

    code: str
    values: dict[str, float | int | bool | str | None]
    text: str


class TargetRead(Output):
    """One set asked for; `weight` is loadable, `unrounded` what it was rounded from, null: the lifter chooses."""

    kind: str
    goal: str
    low: float
    high: float
    weight: float | None
    unrounded: float | None
    rpe: float | None
    rir: float | None
    rest_s: int | None
    tempo: str | None
    label: str | None
    reasons: list[ReasonText]


class SlotRead(Output):
    """The sets of one place in the day; `exercise` is the program's text, `exercise_id` null where a choice is needed."""

    lift: str
    exercise: str
    exercise_id: str | None
    track: str
    stage: int
    superset: str | None
    note: str | None
    reasons: list[ReasonText]
    sets: list[TargetRead]


class SessionRead(Output):
    """A session with everything it asks for. `day` counts within the week; `due` is the date of a fixed weekday."""

    cycle: int
    week: int
    day: int
    name: str
    block: str
    is_deload: bool
    due: str | None
    slots: list[SlotRead]


def session_document(
    session: Session, unit: WeightUnit, exercise_ids: dict[str, str]
) -> dict[str, Any]:
    """A session in its wire shape; `exercise_ids` by the program's texts."""
    return {
        **session._asdict(),
        "due": session.due or None,
        "slots": [_slot(slot, unit, exercise_ids) for slot in session.slots],
    }


def reason_document(reason: Reason, unit: WeightUnit) -> dict[str, Any]:
    """A reason with its sentence."""
    return {
        "code": reason.code, "values": dict(reason.values), "text": reason_text(reason, unit)
    }  # fmt: skip


def _slot(slot: SlotTargets, unit: WeightUnit, exercise_ids: dict[str, str]) -> dict[str, Any]:
    return {
        **slot._asdict(),
        "exercise_id": exercise_ids.get(slot.exercise),
        "reasons": [reason_document(one, unit) for one in slot.reasons],
        "sets": [_target(one, unit) for one in slot.sets],
    }


def _target(target: Target, unit: WeightUnit) -> dict[str, Any]:
    return {
        **target._asdict(),
        "reasons": [reason_document(one, unit) for one in target.reasons],
    }
