"""Reading and playing any text: what is wrong with it, and the sessions ahead with the lifter's own gym."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from fitfolio.exercises import service as exercises
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.programs.editions import own_version
from fitfolio.programs.library_schemas import CheckedText, Preview, PreviewRequest
from fitfolio.programs.program_errors import (
    NothingToPreview,
    TextTooLong,
    problem_document,
)
from fitfolio.programs.resolving import exercise_texts_of, known_exercises, loading_for
from fitfolio.programs.session_schemas import session_document
from fitfolio.programs.texts import (
    MAX_DRAFT_CHARACTERS,
    library_text,
    plan_of,
    problems_of,
)
from fitfolio.training.programs.facts import Enrolment
from fitfolio.training.programs.plan import Plan
from fitfolio.training.programs.planned_volume import planned_volume
from fitfolio.training.programs.preview import preview
from fitfolio.training.programs.problems import closest
from fitfolio.training.programs.read_text import read_warnings
from fitfolio.training.volume import muscle_shares

MAX_WORK = 75_000
"""Slots that a preview may have folded: about two seconds. Every session is asked for with all facts before it."""


def check_text(conn: sa.Connection, viewer: str, text: str) -> CheckedText:
    """Everything that is wrong with a text, and which exercises the lifter will have to choose."""
    if len(text) > MAX_DRAFT_CHARACTERS:
        raise TextTooLong(MAX_DRAFT_CHARACTERS)
    problems = problems_of(text)
    if problems:
        found = [problem_document(one) for one in problems]
        return CheckedText.model_validate(
            {"title": None, "weeks": None, "problems": found, "unknown_exercises": [],
             "warnings": []}
        )  # fmt: skip
    plan = plan_of(text)
    known = known_exercises(conn, viewer, {})
    unknown = [
        {"lift": lift.name, "exercise": lift.exercise,
         "suggestion": closest(lift.exercise, load_catalogue().by_slug) or None}
        for lift in plan.lifts.values()
        if known.find(lift.exercise) is None
    ]  # fmt: skip
    return CheckedText.model_validate(
        {"title": plan.title, "weeks": len(plan.weeks), "problems": [],
         "unknown_exercises": unknown,
         "warnings": [problem_document(one) for one in read_warnings(text)]}
    )  # fmt: skip


def preview_program(conn: sa.Connection, viewer: str, body: PreviewRequest) -> Preview:
    """The sessions ahead, played with the results given."""
    plan = plan_of(_text(conn, viewer, body))
    known = known_exercises(conn, viewer, {})
    texts = exercise_texts_of(plan)
    loading = loading_for(conn, viewer, texts, known, body.unit)
    weeks = _weeks_within(plan, body.weeks)
    results = {int(number): one.given() for number, one in body.results.items()}
    enrolment = Enrolment(body.unit, body.starts)
    sessions = preview(plan, enrolment, loading, weeks=weeks, results=results)
    ids = {text: found for text in texts if (found := known.find(text)) is not None}
    rows: list[dict[str, Any]] = [
        {"number": number, **session_document(session, body.unit, ids)}
        for number, session in enumerate(sessions, start=1)
    ]
    return Preview.model_validate(
        {"title": plan.title, "unit": body.unit, "weeks": weeks, "sessions": rows,
         "volume": _volume(plan, ids, exercises.muscles_of(conn, viewer))}
    )  # fmt: skip


def _volume(
    plan: Plan, ids: Mapping[str, str], muscles: Mapping[str, tuple[Sequence[str], Sequence[str]]]
) -> list[dict[str, Any]]:
    """Planned hard sets of each week of one round, most first; exercises nobody knows add nothing."""
    shares = {text: muscle_shares(*muscles[key]) for text, key in ids.items() if key in muscles}
    found = []
    for week in range(1, len(plan.weeks) + 1):
        sets = planned_volume(plan, week, shares)
        ordered = sorted(sets.items(), key=lambda one: (-one[1], one[0]))
        by_muscle = [{"muscle": muscle, "hard_sets": count} for muscle, count in ordered]
        found.append({"week": week, "muscles": by_muscle})
    return found


def _text(conn: sa.Connection, viewer: str, body: PreviewRequest) -> str:
    match (body.text, body.version_id, body.slug):
        case (str(text), None, None):
            return text
        case (None, str(version_id), None):
            return str(own_version(conn, viewer, version_id).text)
        case (None, None, str(slug)):
            return library_text(slug)
        case _:
            raise NothingToPreview


def _weeks_within(plan: Plan, wanted: int) -> int:
    """As many of the weeks wanted as `MAX_WORK` allows, at least one."""
    sessions = slots = 0
    for number in range(wanted):
        week = plan.weeks[number % len(plan.weeks)]
        sessions += len(week)
        slots += sum(len(day.slots) for day in week)
        if sessions * slots / 2 > MAX_WORK:
            return max(number, 1)
    return wanted
