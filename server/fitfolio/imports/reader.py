"""From an uploaded file to a preview: parse, count, match, compare. No writing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from fitfolio.exercises import queries as exercise_queries
from fitfolio.exercises import service as exercise_service
from fitfolio.imports import queries
from fitfolio.imports.detect import FORMATS, parse_file
from fitfolio.imports.model import ParsedFile, ParseOptions, WeightUnit
from fitfolio.imports.naming import Meaning, collect_names, decide, name_key
from fitfolio.imports.plan import Known, Plan, make_plan
from fitfolio.imports.reading import open_source
from fitfolio.imports.schemas import (
    ImportCounts,
    ImportPreview,
    NameCandidate,
    NameMatch,
    RowProblemRead,
)
from fitfolio.imports.summary import summarise
from fitfolio.workouts import queries as workout_queries

PROBLEMS_SHOWN = 500
DAY_S = 86_400


@dataclass(frozen=True)
class AccountView:
    """What the account holds already that a file must be compared with; read in one snapshot."""

    known: dict[str, Known]
    remembered: dict[str, str]
    own: dict[str, str]
    names: dict[str, str]
    workout_ids: frozenset[str]


def account_view(conn: sa.Connection, viewer: str, language: str) -> AccountView:
    """Read everything a preview needs of the account."""
    own = exercise_queries.list_custom(conn, viewer)
    return AccountView(
        known=queries.known_workouts(conn, viewer),
        remembered=queries.remembered_names(conn, viewer),
        own={name_key(row.name): row.id for row in own if row.deleted_at is None},
        names={
            item.id: item.name for item in exercise_service.list_exercises(conn, viewer, language)
        },
        workout_ids=frozenset(workout_queries.workout_ids(conn, viewer)),
    )


@dataclass(frozen=True)
class Reading:
    """A parsed file with its names decided and compared with the account."""

    parsed: ParsedFile
    unit: WeightUnit
    meanings: list[Meaning]
    plan: Plan

    def needed(self) -> list[Meaning]:
        """The names of exercises that something is added to; the others make nothing."""
        used = self.plan.used_names()
        return [item for item in self.meanings if item.use.name in used]


def read_file(
    path: Path | bytes,
    options: dict[str, Any],
    account: AccountView,
    *,
    now: datetime,
    profile_unit: WeightUnit,
    limit_bytes: int,
) -> Reading:
    """Parse and compare; raises `ImportRefused` for a file that is none."""
    source = open_source(path, limit_bytes=limit_bytes)
    parsed = parse_file(
        source,
        ParseOptions(
            unit=options.get("unit"),
            time_zone=options["time_zone"],
            columns=options.get("columns"),
            today=now.astimezone(ZoneInfo(options["time_zone"])).date(),
        ),
        options.get("format"),
    )
    unit: WeightUnit = options.get("unit") or parsed.guessed_unit or profile_unit
    if parsed.document is not None:
        there = sum(item.id in account.workout_ids for item in parsed.document.workouts)
        return Reading(parsed, unit, [], Plan(duplicates=there))
    meanings = decide(
        collect_names(parsed).values(),
        parsed.format,
        chosen=options.get("names") or {},
        remembered=account.remembered,
        own=account.own,
    )
    exercise_ids = {
        item.use.name: item.exercise_id for item in meanings if item.exercise_id is not None
    }
    return Reading(parsed, unit, meanings, make_plan(parsed, account.known, unit, exercise_ids))


def preview_of(
    reading: Reading, account: AccountView, asked_unit: WeightUnit | None
) -> ImportPreview:
    """The wire shape of a reading."""
    parsed = reading.parsed
    label = next(item.LABEL for item in FORMATS if parsed.format == item.NAME)
    problems = [_problem(item) for item in parsed.skipped[:PROBLEMS_SHOWN]]
    flagged = [_problem(item) for item in parsed.flagged[:PROBLEMS_SHOWN]]
    return ImportPreview(
        counts=counts_of(parsed, asked_unit),
        format_label=label,
        needs_unit=parsed.needs_unit,
        guessed_unit=parsed.guessed_unit,
        needs_time_zone=parsed.needs_time_zone,
        needs_columns=parsed.needs_columns,
        guessed_columns=parsed.guessed_columns,
        sample_rows=parsed.sample_rows,
        duplicates=reading.plan.duplicates,
        names=[name_match(item, account.names) for item in reading.meanings],
        skipped=problems,
        skipped_total=len(parsed.skipped),
        flagged=flagged,
        flagged_total=len(parsed.flagged),
    )


def counts_of(parsed: ParsedFile, unit: WeightUnit | None) -> ImportCounts:
    """The figures of the file; definitions in docs/import.md."""
    summary = summarise(parsed, unit)
    return ImportCounts(
        format=summary.format, workouts=summary.workouts, sets=summary.sets,
        loaded_sets=summary.loaded_sets, warmup_sets=summary.warmup_sets,
        exercises=summary.exercises, reps=summary.reps, tonnage_kg=summary.tonnage_kg,
        first=summary.first or None, last=summary.last or None,
        measurements=len(parsed.measurements),
    )  # fmt: skip


def _problem(item: Any) -> RowProblemRead:
    return RowProblemRead(line=item.line, code=item.code, reason=item.reason)


def name_match(meaning: Meaning, names: dict[str, str]) -> NameMatch:
    """The wire shape of a decided name."""
    return NameMatch(
        name=meaning.use.name,
        sets=meaning.use.sets,
        decision=meaning.decision,
        exercise_id=meaning.exercise_id,
        chosen_by_you=meaning.chosen,
        candidates=[
            NameCandidate(exercise_id=key, name=names.get(key, key), score=score)
            for key, score in meaning.candidates
        ],
    )
