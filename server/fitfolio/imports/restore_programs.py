"""Putting the programs, editions and enrolments of an export back; what is there already is left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import sqlalchemy as sa

from fitfolio.enrolments import queries as enrolment_queries
from fitfolio.enrolments import service as enrolment_service
from fitfolio.imports.document import ExportDocument, millis
from fitfolio.imports.document_programs import Enrolment, Fact, Program, ProgramVersion
from fitfolio.programs import editions, program_queries, shelf

CHUNK = 500
"""Ids in one IN list."""

Rename = Callable[[str], str]
Lookup = Callable[[sa.Connection, list[str]], Any]


def existing(lookup: Lookup, conn: sa.Connection, ids: Iterable[str]) -> set[str]:
    """Those of the ids that `lookup` knows."""
    wanted = list(ids)
    found: set[str] = set()
    for start in range(0, len(wanted), CHUNK):
        found.update(lookup(conn, wanted[start : start + CHUNK]))
    return found


def program_owners(document: ExportDocument) -> list[tuple[Lookup, list[str]]]:
    """How to find out to whom the ids of programs and enrolments belong."""
    return [
        (program_queries.program_owners, [item.id for item in document.programs]),
        (
            program_queries.version_owners,
            [version.id for item in document.programs for version in item.versions],
        ),
        (enrolment_queries.owners_of, [item.id for item in document.enrolments]),
        (
            enrolment_queries.fact_owners,
            [fact.id for item in document.enrolments for fact in item.facts],
        ),
    ]


def restore_programs(
    conn: sa.Connection, viewer: str, programs: list[Program], rename: Rename
) -> None:
    """Put programs back that are not there, and editions that are missing of any."""
    known = existing(program_queries.program_owners, conn, (rename(item.id) for item in programs))
    shelf.restore_many(
        conn, viewer, [_program(item, rename) for item in programs if rename(item.id) not in known]
    )
    pairs = [(item.id, version) for item in programs for version in item.versions]
    ids = (rename(version.id) for _, version in pairs)
    there = existing(program_queries.version_owners, conn, ids)
    missing = [
        _version(program_id, version, rename)
        for program_id, version in pairs
        if rename(version.id) not in there
    ]
    editions.restore_many(conn, viewer, missing)


def restore_enrolments(
    conn: sa.Connection, viewer: str, enrolments: list[Enrolment], rename: Rename
) -> None:
    """Put enrolments back that are not there, with their facts."""
    ids = (rename(item.id) for item in enrolments)
    known = existing(enrolment_queries.owners_of, conn, ids)
    missing = [item for item in enrolments if rename(item.id) not in known]
    facts = (rename(fact.id) for item in missing for fact in item.facts)
    taken = existing(enrolment_queries.fact_owners, conn, facts)
    items = [_enrolment(item, rename, taken) for item in missing]
    enrolment_service.restore_many(conn, viewer, items)


def _program(item: Program, rename: Rename) -> dict[str, Any]:
    return {
        "id": rename(item.id), "title": item.title, "folder": item.folder,
        "position": item.position, "draft_text": item.draft_text,
        "provenance": msgspec.to_builtins(item.provenance),
        "created_at": millis(item.created_at), "deleted_at": millis(item.deleted_at),
    }  # fmt: skip


def _version(program_id: str, version: ProgramVersion, rename: Rename) -> dict[str, Any]:
    parent = version.parent_version_id
    return {
        "id": rename(version.id), "program_id": rename(program_id), "number": version.number,
        "title": version.title, "text": version.text, "note": version.note,
        "parent_version_id": None if parent is None else rename(parent),
        "created_at": millis(version.created_at),
    }  # fmt: skip


def _enrolment(item: Enrolment, rename: Rename, taken: set[str]) -> dict[str, Any]:
    return {
        "id": rename(item.id), "program_id": rename(item.program_id),
        "program_version_id": rename(item.program_version_id), "name": item.name,
        "unit": item.unit, "starts": item.starts,
        "exercises": {text: rename(key) for text, key in item.exercises.items()},
        "started_on": item.started_on, "ended_at": millis(item.ended_at),
        "position": item.position, "created_at": millis(item.created_at),
        "facts": [_fact(fact, rename) for fact in item.facts if rename(fact.id) not in taken],
    }  # fmt: skip


def _fact(fact: Fact, rename: Rename) -> dict[str, Any]:
    values = msgspec.structs.asdict(fact)
    for name in ("id", "workout_id", "program_version_id"):
        values[name] = None if values[name] is None else rename(values[name])
    return values | {"at": millis(fact.at)}
