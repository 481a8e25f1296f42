"""An enrolment put together with its editions, facts and gym: everything about it is derived from these."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from fitfolio.core.clock import to_millis
from fitfolio.enrolments import queries
from fitfolio.enrolments.queries import Row
from fitfolio.enrolments.run_schemas import ChangeList, NextRead
from fitfolio.enrolments.schemas import EnrolmentRead, FactRead
from fitfolio.enrolments.service import living_enrolment
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.programs import program_queries
from fitfolio.programs.program_errors import VersionNotFound
from fitfolio.programs.resolving import (
    Known,
    exercise_texts_of,
    known_exercises,
    loading_for,
)
from fitfolio.programs.session_schemas import reason_document, session_document
from fitfolio.programs.texts import plan_of
from fitfolio.training.programs.carry import current_plan
from fitfolio.training.programs.changes import Change, what_changes
from fitfolio.training.programs.engine import session_of
from fitfolio.training.programs.facts import Enrolment, Fact
from fitfolio.training.programs.fold import fold
from fitfolio.training.programs.loading import GymLoading
from fitfolio.training.programs.logged import (
    ExerciseText,
    done_slots,
    exercise_texts,
    facts_of_workouts,
)
from fitfolio.training.programs.plan import Plan
from fitfolio.training.units import WeightUnit
from fitfolio.workouts import queries as workout_queries
from fitfolio.workouts.enrolment_queries import done_for_enrolment
from fitfolio.workouts.errors import WorkoutNotFound


class Running(NamedTuple):
    """All that the training core asks for. `live` is the workout of this enrolment that is under way."""

    document: EnrolmentRead
    plan: Plan
    plans: dict[str, Plan]
    start: Enrolment
    facts: list[Fact]
    loading: GymLoading
    known: Known
    live: dict[str, Any] | None

    @property
    def texts(self) -> set[str]:
        """Every text for an exercise that the editions and the facts have."""
        found = {fact.exercise for fact in self.facts if fact.exercise}
        return found.union(*map(exercise_texts_of, self.plans.values()))


def next_of(conn: sa.Connection, viewer: str, enrolment_id: str) -> NextRead:
    """The session that comes next with its targets and reasons."""
    running = _assemble(conn, viewer, living_enrolment(conn, viewer, enrolment_id))
    unit = running.document.unit
    live = [] if running.live is None else done_slots(running.live, _text_of(running.document))
    state = fold(running.plan, running.start, running.facts, running.loading, running.plans)
    plan = current_plan(running.plan, state, running.plans)
    session = session_of(plan, running.start, state, running.loading, live)
    ids = {text: key for text in running.texts if (key := running.known.find(text)) is not None}
    return NextRead.model_validate(
        {"enrolment_id": enrolment_id,
         "program_version_id": state.program_version_id or running.document.program_version_id,
         "title": plan.title, "unit": unit,
         "live_workout_id": None if running.live is None else running.live["id"],
         "session": None if session is None else session_document(session, unit, ids)}
    )  # fmt: skip


def changes_of(conn: sa.Connection, viewer: str, enrolment_id: str, workout_id: str) -> ChangeList:
    """What a workout changed, with reasons; nothing while it runs or when it is of another program."""
    running = _assemble(conn, viewer, living_enrolment(conn, viewer, enrolment_id))
    if not any(fact.kind == "workout" and fact.id == workout_id for fact in running.facts):
        found = workout_queries.find_workout(conn, viewer, workout_id)
        if found is None or found.deleted_at is not None:
            raise WorkoutNotFound
    changes = what_changes(
        running.plan, running.start, running.facts, workout_id, running.loading, running.plans
    )
    unit = running.document.unit
    rows = [_change(one, unit) for one in changes]
    return ChangeList.model_validate({"workout_id": workout_id, "unit": unit, "changes": rows})


def _assemble(conn: sa.Connection, viewer: str, row: Row) -> Running:
    document = EnrolmentRead.model_validate(queries.documents(conn, [row])[0])
    moves = (fact.program_version_id for fact in document.facts if fact.kind == "edition")
    wanted = {row.program_version_id, *(one for one in moves if one is not None)}
    versions = program_queries.find_versions(conn, viewer, sorted(wanted))
    if row.program_version_id not in versions:
        raise VersionNotFound
    plans = {key: plan_of(version.text) for key, version in versions.items()}
    workouts = done_for_enrolment(conn, viewer, row.id)
    facts = [
        *facts_of_workouts(workouts, _text_of(document), row.id),
        *map(_fact, document.facts),
    ]
    known = known_exercises(conn, viewer, document.exercises)
    live = next((one for one in reversed(workouts) if one["finished_at"] is None), None)
    start = Enrolment(document.unit, document.starts)
    running = Running(
        document, plans[row.program_version_id], plans, start, facts, GymLoading({}, document.unit),
        known, live,
    )  # fmt: skip
    loading = loading_for(conn, viewer, running.texts, known, document.unit)
    return running._replace(loading=loading)


def _text_of(document: EnrolmentRead) -> ExerciseText:
    library = load_catalogue().by_id

    def slug_of(exercise_id: str) -> str | None:
        found = library.get(exercise_id)
        return None if found is None else found.slug

    return exercise_texts(document.exercises, slug_of)


def _fact(fact: FactRead) -> Fact:
    return Fact(
        kind=fact.kind, id=fact.id, at=to_millis(datetime.fromisoformat(fact.at)), date=fact.date, week=fact.week,
        day=fact.day, key=fact.key, value=fact.value, lift=fact.lift, exercise=fact.exercise,
        workout=fact.workout_id or "", track=fact.track,
        program_version_id=fact.program_version_id or "",
    )  # fmt: skip


def _change(change: Change, unit: WeightUnit) -> dict[str, Any]:
    reason = change.reason
    return {
        **change._asdict(),
        "reason": None if reason is None else reason_document(reason, unit),
    }
