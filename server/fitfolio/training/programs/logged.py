"""Workouts as they are stored and sent, read as what the engine knows: facts and done slots."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from fitfolio.training.programs.facts import DoneSet, DoneSlot, Fact
from fitfolio.training.units import load_kg

ExerciseText = Callable[[str, str], str]
"""(exercise id, text of the program that was planned) → the text a program has for this exercise."""

_Amount = TypeVar("_Amount", int, float)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def exercise_texts(chosen: Mapping[str, str], slug_of: Callable[[str], str | None]) -> ExerciseText:
    """How exercises are called in an enrolment's program.

    Parameters
    ----------
    chosen
        Exercise ids by the texts that the library does not have, as the lifter answered.
    slug_of
        The library's slug of an exercise id; None for an exercise of one's own.

    Returns
    -------
    The planned text where it means the exercise, else its slug, else a text that was chosen for it,
    else the id itself, which no program has.
    """

    def text_of(exercise_id: str, planned: str) -> str:
        slug = slug_of(exercise_id)
        if planned == slug or chosen.get(planned) == exercise_id:
            return planned
        if slug is not None:
            return slug
        return next((text for text, one in chosen.items() if one == exercise_id), exercise_id)

    return text_of


def facts_of_workouts(
    workouts: Iterable[Mapping[str, Any]], text_of: ExerciseText, enrolment_id: str | None = None
) -> list[Fact]:
    """Facts of the finished workouts that were done for a program.

    Parameters
    ----------
    workouts
        Documents in the shape of the wire; unfinished ones and those without a program are passed over.
    text_of
        See `exercise_texts`.
    enrolment_id
        Only workouts of this enrolment, where given.

    A workout counts from the moment it was finished: what was logged while it was running, an
    exercise swapped from today on say, is true of it already.
    """
    return [
        Fact(
            "workout", workout["id"], _milliseconds(workout["finished_at"]), workout["local_date"],
            workout["program"]["week"], workout["program"]["day"], tuple(done_slots(workout, text_of)),
        )
        for workout in workouts
        if workout["finished_at"] and _is_of(workout, enrolment_id)
    ]  # fmt: skip


def _is_of(workout: Mapping[str, Any], enrolment_id: str | None) -> bool:
    """Whether a workout was done for a program, and for this enrolment where one is given."""
    program = workout.get("program")
    return program is not None and enrolment_id in (None, program["enrolment_id"])


def done_slots(workout: Mapping[str, Any], text_of: ExerciseText) -> list[DoneSlot]:
    """What a workout, finished or running, has of each track; exercises added to it have none."""
    slots = []
    for exercise in sorted(workout["exercises"], key=lambda one: one["position"]):
        track = exercise.get("track")
        if not track:
            continue
        planned = (exercise.get("prescription") or {}).get("exercise", "")
        sets = sorted(exercise["sets"], key=lambda one: one["position"])
        text = text_of(exercise["exercise_id"], planned)
        slots.append(DoneSlot(track, tuple(_done_sets(sets)), text))
    return slots


def _done_sets(sets: Iterable[Mapping[str, Any]]) -> list[DoneSet]:
    """Sets in their order; left and right of a one-sided exercise are one set, in the place of the first."""
    done: list[DoneSet] = []
    waiting: dict[str, list[int]] = {"left": [], "right": []}
    sides = set()
    for one in sets:
        found = _done_set(one)
        side = one.get("side")
        if side is None or found.kind == "warm_up":
            done.append(found)
            continue
        sides.add(side)
        other = waiting["right" if side == "left" else "left"]
        if other:
            place = other.pop(0)
            done[place] = _weaker(done[place], found)
        else:
            waiting[side].append(len(done))
            done.append(found)
    if len(sides) == 2:
        for place in (*waiting["left"], *waiting["right"]):
            done[place] = done[place]._replace(completed=False)  # the other side was left out
    return done


def _done_set(one: Mapping[str, Any]) -> DoneSet:
    return DoneSet(
        one["kind"], one["weight"], one["weight_unit"], one["reps"], one["duration_s"],
        one["distance_m"], one["rpe"], one["rir"], one["completed"],
    )  # fmt: skip


def _weaker(one: DoneSet, other: DoneSet) -> DoneSet:
    """The less of each: a set is as good as its weaker side."""
    lighter = other if _load(other) < _load(one) else one
    return DoneSet(
        one.kind, lighter.weight, lighter.unit, _less(one.reps, other.reps),
        _less(one.seconds, other.seconds), _less(one.metres, other.metres),
        max(_known(one.rpe, other.rpe), default=None), min(_known(one.rir, other.rir), default=None),
        one.completed and other.completed,
    )  # fmt: skip


def _load(one: DoneSet) -> float:
    """Kilograms, and more than any weight where none was typed, so that the other side's is taken."""
    return math.inf if one.weight is None else load_kg(one.weight, one.unit or "kg")


def _less(one: _Amount | None, other: _Amount | None) -> _Amount | None:
    return None if one is None or other is None else min(one, other)


def _known(*values: float | None) -> list[float]:
    return [value for value in values if value is not None]


def _milliseconds(moment: str) -> int:
    return (datetime.fromisoformat(moment) - _EPOCH) // timedelta(milliseconds=1)
