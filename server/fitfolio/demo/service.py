"""The demonstration account: made, made anew, or found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from fitfolio.auth import queries as auth_queries
from fitfolio.auth import service as auth_service
from fitfolio.auth.secrets import email_key
from fitfolio.core.ids import uuid7, uuid7_many
from fitfolio.demo.body import ZONE, BodyValue
from fitfolio.demo.following import SLUG, days_until, follow, starts_from
from fitfolio.demo.generate import SOURCE, generate
from fitfolio.demo.lifts import LIFTS
from fitfolio.demo.plans import GYM, PREFERENCES, TIMER, templates
from fitfolio.enrolments import facts
from fitfolio.enrolments import service as enrolments
from fitfolio.enrolments.schemas import EnrolmentCreate, FactCreate
from fitfolio.exercises import service as exercise_service
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.programs import editions, shelf
from fitfolio.programs import service as program_service
from fitfolio.programs.catalogue import load_programs
from fitfolio.programs.program_schemas import ProgramCreate, ProgramVersionCreate, Provenance
from fitfolio.programs.resolving import exercise_texts_of, known_exercises, loading_for
from fitfolio.programs.texts import plan_of
from fitfolio.recovery import service as recovery_service
from fitfolio.recovery.service import ImportedMetric
from fitfolio.workouts.bulk import NewWorkout, insert_workouts

FAVOURITES = ("squat", "bench", "deadlift", "pull_up")


class Demo(NamedTuple):
    """What there is now. `is_new` is false when the account existed and was left alone."""

    user_id: str
    is_new: bool
    workouts: int
    sets: int


def make_demo(
    conn: sa.Connection, email: str, seed: int, today: date, now_ms: int, *, force: bool
) -> Demo:
    """Make the account with three years of training up to the day before `today`.

    An account with this address is left alone unless `force`, which deletes it first.
    """
    known = auth_queries.find_user_by_key(conn, email_key(email) or "")
    if known is not None:
        if not force:
            return Demo(str(known.id), False, 0, 0)
        auth_service.delete_user(conn, str(known.id))
    user_id = auth_service.create_user(conn, email, now_ms, verified=True)
    auth_service.change_profile(
        conn, user_id,
        {"display_name": "Sam Demo", "time_zone": ZONE, "weekly_goal": 4, "welcomed": True,
         "gym": GYM, **TIMER},
    )  # fmt: skip
    slugs = load_catalogue().by_slug
    ids = {lift.slug: slugs[lift.slug].id for lift in LIFTS.values()}
    yesterday = date.fromordinal(today.toordinal() - 1)
    history = generate(seed, yesterday, ids)
    days = days_until(yesterday)
    before = [
        item._replace(id=new_id)
        for item, new_id in zip(history.workouts, uuid7_many(len(history.workouts)), strict=True)
        if item.local_date < days[0].isoformat()
    ]
    workouts = before + _follow_program(conn, user_id, seed, days, before, now_ms)
    tracking = exercise_service.tracking_of(conn, user_id)
    inserted = insert_workouts(conn, user_id, workouts, tracking)
    recovery_service.insert_imported(conn, user_id, _metrics(history.body), uuid7(), ZONE)
    for template in templates(ids):
        program_service.create_template(conn, user_id, template, now_ms)
    for name, change in PREFERENCES.items():
        exercise_service.change_preference(conn, user_id, ids[LIFTS[name].slug], change)
    for name in FAVOURITES:
        change = {"favourite": True}
        exercise_service.change_preference(conn, user_id, ids[LIFTS[name].slug], change)
    unit: dict[str, object] = {
        "weight_unit": LIFTS["pulldown"].unit,
        "notes": "The old machine, plates in pounds.",
    }
    exercise_service.change_preference(conn, user_id, ids[LIFTS["pulldown"].slug], unit)
    return Demo(user_id, True, inserted.workouts, inserted.sets)


def _follow_program(
    conn: sa.Connection, user_id: str, seed: int, days: list[date], before: list[NewWorkout],
    now_ms: int,
) -> list[NewWorkout]:  # fmt: skip
    """Put a program of the library on the shelf, begin it, and train by it on these days."""
    program = load_programs()[SLUG]
    ids = {slug: exercise.id for slug, exercise in load_catalogue().by_slug.items()}
    starts = starts_from(before, days[0], ids)
    shelved = shelf.create_program(
        conn, user_id,
        ProgramCreate(
            id=uuid7(), title=program.title,
            provenance=Provenance(kind="library", slug=SLUG, title=program.title),
        ),
        now_ms,
    )  # fmt: skip
    version = editions.create_version(
        conn, user_id, ProgramVersionCreate(id=uuid7(), program_id=shelved.id, text=program.text),
        now_ms,
    )  # fmt: skip
    enrolment = enrolments.create_enrolment(
        conn, user_id,
        EnrolmentCreate(
            id=uuid7(), program_id=shelved.id, program_version_id=version.id, name=program.title,
            unit="kg", starts=starts, started_on=days[0].isoformat(),
        ),
        now_ms,
    )  # fmt: skip
    plan = plan_of(program.text)
    known = known_exercises(conn, user_id, {})
    loading = loading_for(conn, user_id, exercise_texts_of(plan), known, "kg")
    link = {"enrolment_id": enrolment.id, "program_version_id": version.id}
    month = follow(seed, days, plan, starts, loading, ids, link)
    for fact in month.facts:
        facts.add_fact(conn, user_id, enrolment.id, FactCreate.model_validate(fact))
    return month.workouts


def _metrics(body: Iterable[BodyValue]) -> Iterable[ImportedMetric]:
    for value in body:
        yield ImportedMetric(value.at, value.metric, value.value, value.unit, SOURCE)
