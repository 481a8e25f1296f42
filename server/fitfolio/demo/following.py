"""The last month of the made-up lifter: 5/3/1 with 5x10 behind, followed session by session.

Every session is asked of the engine, done with the strength the lifter has, and so decides the next one.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from fitfolio.core.clock import to_iso, to_millis
from fitfolio.core.ids import uuid7
from fitfolio.demo.body import ZONE
from fitfolio.demo.strength import most_reps
from fitfolio.programs.prescriptions import Prescription, WorkoutProgram
from fitfolio.training.programs.engine import Session, next_session
from fitfolio.training.programs.facts import DoneSet, DoneSlot, Enrolment, Fact
from fitfolio.training.programs.loading import Loading
from fitfolio.training.programs.plan import Plan
from fitfolio.training.programs.reasons import Reason
from fitfolio.training.programs.targets import SlotTargets, Target
from fitfolio.training.units import load_kg
from fitfolio.workouts.bulk import NewEntry, NewSet, NewWorkout
from fitfolio.workouts.program_link import prescription_text, program_text

SLUG = "531-bbb"
SESSIONS = 19
"""Four weeks, of which one session was left out, and the beginning of the second cycle."""

GAPS_DAYS = (1, 2, 1, 3)
SKIPPED = 11
MISSED = 5
"""Numbers of the session that was left out and of the one whose last set fell short."""

MAIN_LIFTS = {
    "squat": "squat-barbell",
    "bench": "bench-press-barbell",
    "press": "overhead-press-barbell",
    "deadlift": "deadlift-barbell",
}
OTHER_STARTS = {"row": 26.0, "leg-curl": 45.0}
KNOWN_FROM_DAYS = 90


class Month(NamedTuple):
    """What was done, and what had to be logged besides."""

    workouts: list[NewWorkout]
    facts: list[dict[str, Any]]


def days_until(last_day: date) -> list[date]:
    """Training days up to the last one, four a week."""
    days = [last_day]
    for number in range(SESSIONS - 1):
        days.append(days[-1] - timedelta(days=GAPS_DAYS[number % len(GAPS_DAYS)]))
    return days[::-1]


def starts_from(
    workouts: Iterable[NewWorkout], before: date, ids: Mapping[str, str]
) -> dict[str, float]:
    """Start values by key: one-repetition maxima estimated from the months before (Epley 1985)."""
    since = (before - timedelta(days=KNOWN_FROM_DAYS)).isoformat()
    best: dict[str, float] = {}
    for workout in workouts:
        if since <= workout.local_date < before.isoformat():
            for entry in workout.entries:
                for done in entry.sets:
                    if done.weight and done.reps and done.reps <= 8:
                        one = load_kg(done.weight, done.weight_unit or "kg") * (1 + done.reps / 30)
                        best[entry.exercise_id] = max(one, best.get(entry.exercise_id, 0.0))
    maxima = {
        f"{lift}.1rm": best[ids[slug]] // 2.5 * 2.5
        for lift, slug in MAIN_LIFTS.items()
        if ids[slug] in best
    }
    return {**maxima, **OTHER_STARTS}


def follow(
    seed: int, days: list[date], plan: Plan, starts: dict[str, float], loading: Loading,
    ids: Mapping[str, str], link: Mapping[str, str],
) -> Month:  # fmt: skip
    """A session on each day. `ids` are exercise ids by slug, `link` names enrolment and edition."""
    rng = random.Random(seed + 531)  # noqa: S311  # a story, not a secret
    enrolment = Enrolment("kg", starts)
    facts: list[Fact] = []
    month = Month([], [])
    for number, day in enumerate(days, start=1):
        session = next_session(plan, enrolment, facts, loading)
        if session is None:  # pragma: no cover  # the program begins again for ever
            break
        start_ms = to_millis(
            datetime.combine(day, time(17, 5 * rng.randint(2, 11)), ZoneInfo(ZONE))
        )
        if number == SKIPPED:
            fact = Fact("skip", uuid7(), start_ms, day.isoformat(), session.week, session.day)
            facts.append(fact)
            month.facts.append(_skip(fact))
            continue
        workout = _workout(rng, session, day, start_ms, starts, ids, link, number)
        month.workouts.append(workout)
        facts.append(_fact(session, workout))
    return month


def _skip(fact: Fact) -> dict[str, Any]:
    return {"id": fact.id, "kind": "skip", "at": to_iso(fact.at), "date": fact.date,
            "week": fact.week, "day": fact.day}  # fmt: skip


def _workout(
    rng: random.Random, session: Session, day: date, start_ms: int, starts: dict[str, float],
    ids: Mapping[str, str], link: Mapping[str, str], number: int,
) -> NewWorkout:  # fmt: skip
    now_ms = start_ms + 120_000
    entries = []
    for slot in session.slots:
        sets: list[NewSet] = []
        for target in slot.sets:
            now_ms += 1000 * (rng.randint(100, 200) + 40)
            reps = _reps(rng, slot, target, starts, is_missed=number == MISSED)
            sets.append(
                NewSet(
                    kind="amrap" if target.kind == "amrap" else "working", weight=target.weight,
                    weight_unit=None if target.weight is None else "kg", reps=reps,
                    logged_at_ms=now_ms,
                )
            )  # fmt: skip
        entries.append(
            NewEntry(
                ids[slot.exercise], sets, track=slot.track,
                prescription=prescription_text(_prescription(slot)),
            )
        )  # fmt: skip
    program = WorkoutProgram(
        **link, cycle=session.cycle, week=session.week, day=session.day, name=session.name
    )
    return NewWorkout(
        id=uuid7(), started_at_ms=start_ms, finished_at_ms=now_ms + 90_000, time_zone=ZONE,
        local_date=day.isoformat(), entries=entries, title=session.name, source="demo",
        program=program_text(program),
    )  # fmt: skip


def _reps(
    rng: random.Random, slot: SlotTargets, target: Target, starts: dict[str, float],
    *, is_missed: bool,
) -> int:  # fmt: skip
    """As asked; in an open set what the lifter has in them, one rep kept back."""
    if target.kind != "amrap" or not target.weight:
        return int(target.high)
    if is_missed:
        return max(int(target.low) - 1, 1)
    best = starts.get(f"{slot.lift}.1rm", target.weight * 1.2) * (1 + rng.gauss(0.01, 0.01))
    return max(int(target.low), int(most_reps(best, target.weight)) - 1)


def _fact(session: Session, workout: NewWorkout) -> Fact:
    slots = tuple(
        DoneSlot(slot.track, tuple(_done(entry)), slot.exercise)
        for slot, entry in zip(session.slots, workout.entries, strict=True)
    )
    return Fact(
        "workout", workout.id, workout.finished_at_ms or 0, workout.local_date, session.week,
        session.day, slots,
    )  # fmt: skip


def _done(entry: NewEntry) -> Iterator[DoneSet]:
    for one in entry.sets:
        yield DoneSet(one.kind, one.weight, one.weight_unit, one.reps)


def _prescription(slot: SlotTargets) -> Prescription:
    """The copy that a workout keeps."""

    def reasons(found: Iterable[Reason]) -> list[dict[str, Any]]:
        return [{"code": one.code, "values": dict(one.values)} for one in found]

    return Prescription.model_validate(
        {"lift": slot.lift, "exercise": slot.exercise, "unit": "kg", "stage": slot.stage,
         "note": slot.note, "reasons": reasons(slot.reasons),
         "sets": [{**one._asdict(), "reasons": reasons(one.reasons)} for one in slot.sets]}
    )  # fmt: skip
