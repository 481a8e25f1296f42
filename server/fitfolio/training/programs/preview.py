"""The sessions ahead, when everything goes as prescribed or as given results say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from fitfolio.training.programs.engine import Session, next_session
from fitfolio.training.programs.facts import DoneSet, DoneSlot, Enrolment, Fact
from fitfolio.training.programs.loading import Loading
from fitfolio.training.programs.numbers import written
from fitfolio.training.programs.plan import Plan
from fitfolio.training.programs.targets import SlotTargets, Target
from fitfolio.training.programs.write_text import goal_text

Given = Mapping[str, Any]
"""What differs from the plan in one session: `{"slots": {"squat.t1": {"reps": [5, 5, 4], "weight": 60,
"rpe": [8]}}}` with null for a slot that was left out, `{"skip": true}`, or `{"facts": [...]}` logged
behind it."""


def preview(
    plan: Plan,
    enrolment: Enrolment,
    loading: Loading,
    *,
    weeks: int,
    results: Mapping[int, Given] | None = None,
    first_date: str = "2026-01-05",
) -> list[Session]:
    """The sessions of the next `weeks` weeks; `results` by session, counted from 1.

    Sessions lie two days apart. Every session is asked of the engine anew, with all facts so far.
    """
    facts: list[Fact] = []
    sessions: list[Session] = []
    left = weeks
    place = (1, 1)
    while True:
        session = next_session(plan, enrolment, facts, loading)
        if session is None:
            return sessions
        if (session.cycle, session.week) != place:
            place = (session.cycle, session.week)
            left -= 1
        if left <= 0 or len(sessions) > weeks * 14:
            return sessions
        sessions.append(session)
        number = len(sessions)
        facts += _facts(session, number, (results or {}).get(number, {}), first_date)


def _facts(session: Session, number: int, given: Given, first_date: str) -> list[Fact]:
    day = (date.fromisoformat(first_date) + timedelta(days=2 * (number - 1))).isoformat()
    if given.get("skip"):
        return [Fact("skip", f"{number:04d}", number * 1000, day)]
    by_track = given.get("slots", {})
    slots = tuple(
        done_as_planned(slot, by_track.get(slot.track, {}))
        for slot in session.slots
        if by_track.get(slot.track, {}) is not None
    )
    facts = [Fact("workout", f"{number:04d}", number * 1000, day, session.week, session.day, slots)]
    for place, extra in enumerate(given.get("facts", ()), start=1):
        values = {"id": f"{number:04d}-{place}", "at": number * 1000 + place, "date": day, **extra}
        facts.append(Fact(**values))
    return facts


def done_as_planned(slot: SlotTargets, given: Given) -> DoneSlot:
    """A slot done as its targets say, but for what is given."""
    working = [target for target in slot.sets if target.kind != "warm_up"]
    reps: Sequence[int] = given.get("reps", ())
    rpes: Sequence[float] = given.get("rpe", ())
    sets = []
    for place, target in enumerate(working):
        done = _done(target)
        if place < len(reps):
            done = done._replace(reps=reps[place])
        if "weight" in given:
            done = done._replace(weight=given["weight"])
        if place < len(rpes):
            done = done._replace(rpe=rpes[place])
        sets.append(done)
    return DoneSlot(slot.track, tuple(sets))


def _done(target: Target) -> DoneSet:
    done = DoneSet("amrap" if target.kind == "amrap" else "working", target.weight)
    if target.goal == "seconds":
        return done._replace(seconds=target.high)
    if target.goal == "metres":
        return done._replace(metres=target.high)
    return done._replace(reps=int(target.high))


def slot_summary(slot: SlotTargets) -> str:
    """The sets of a slot on one line: 4x3@60, 3+@60."""
    parts: list[tuple[str, int]] = []
    for target in slot.sets:
        text = target_text(target)
        if parts and parts[-1][0] == text:
            parts[-1] = (text, parts[-1][1] + 1)
        else:
            parts.append((text, 1))
    return ", ".join(f"{count}x{text}" if count > 1 else text for text, count in parts)


def target_text(target: Target) -> str:
    """One set: 5+@102.5, 8-12@?, 60s; w before a warm-up."""
    text = goal_text(target.goal, target.low, target.high)
    body = any(reason.code == "bodyweight" for reason in target.reasons)
    if not body:
        text += f"@{'?' if target.weight is None else written(target.weight)}"
    if target.rpe is not None or target.rir is not None:
        effort = (
            f"rpe {written(target.rpe)}"
            if target.rpe is not None
            else f"rir {written(target.rir or 0)}"
        )
        text += f" {effort}"
    return f"w {text}" if target.kind == "warm_up" else text
