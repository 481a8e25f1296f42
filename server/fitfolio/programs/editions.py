"""Editions of programs: texts without errors that never change, numbered by the server."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from fitfolio.core.clock import to_iso
from fitfolio.core.revisions import next_revision, next_revisions
from fitfolio.programs import program_queries as queries
from fitfolio.programs.program_errors import TooManyVersions, VersionIdTaken, VersionNotFound
from fitfolio.programs.program_schemas import (
    ProgramVersionCreate,
    ProgramVersionDiff,
    ProgramVersionList,
    ProgramVersionRead,
)
from fitfolio.programs.queries import Row
from fitfolio.programs.shelf import own_program, update
from fitfolio.programs.tables import program_version
from fitfolio.programs.texts import program_of, title_of
from fitfolio.training.programs.diff import diff_programs

MAX_VERSIONS = 500


def list_versions(conn: sa.Connection, viewer: str, program_id: str) -> ProgramVersionList:
    """The editions of a program, newest first; ProgramNotFound for somebody else's."""
    own_program(conn, viewer, program_id)
    rows = queries.list_versions(conn, viewer, program_id)
    return ProgramVersionList(program_versions=[read_version(row) for row in rows])


def get_version(conn: sa.Connection, viewer: str, version_id: str) -> ProgramVersionRead:
    """One edition."""
    return read_version(own_version(conn, viewer, version_id))


def compare_versions(
    conn: sa.Connection, viewer: str, version_id: str, against_id: str | None
) -> ProgramVersionDiff:
    """What an edition changed against another one; without one against that it was made from."""
    after = own_version(conn, viewer, version_id)
    other = against_id or after.parent_version_id or _before(conn, viewer, after)
    if other is None:
        return ProgramVersionDiff(version_id=version_id, against_id=None, blocks=[])
    before = own_version(conn, viewer, other)
    blocks = [
        one._asdict() | {"lines": [line._asdict() for line in one.lines]}
        for one in diff_programs(program_of(before.text), program_of(after.text))
    ]
    return ProgramVersionDiff.model_validate(
        {"version_id": version_id, "against_id": other, "blocks": blocks}
    )


def _before(conn: sa.Connection, viewer: str, version: Row) -> str | None:
    """The edition with the number before."""
    found = queries.list_versions(conn, viewer, version.program_id)
    return next((row.id for row in found if row.number < version.number), None)


def create_version(
    conn: sa.Connection, viewer: str, body: ProgramVersionCreate, now_ms: int
) -> ProgramVersionRead:
    """Save an edition. Sending the same id again returns what is stored.

    A text with errors is refused with all of them. Saving brings a deleted program back: it is a
    later edit, and a deletion never silently beats one.
    """
    title = title_of(body.text)
    rev = next_revision(conn, viewer)  # from here on nobody else takes a number
    known = queries.find_version(conn, viewer, body.id)
    if known is not None:
        return read_version(known)
    if queries.version_owners(conn, [body.id]):
        raise VersionIdTaken
    own_program(conn, viewer, body.program_id)
    parent = body.parent_version_id
    if parent is not None:
        own_version(conn, viewer, parent, body.program_id)
    number = queries.last_number(conn, body.program_id) + 1
    if number > MAX_VERSIONS:
        raise TooManyVersions(MAX_VERSIONS)
    row = body.model_dump() | {
        "user_id": viewer, "number": number, "title": title, "created_at": now_ms, "rev": rev,
    }  # fmt: skip
    conn.execute(sa.insert(program_version), row)
    update(conn, viewer, body.program_id, {"latest_version_id": body.id, "deleted_at": None})
    return get_version(conn, viewer, body.id)


def restore_many(conn: sa.Connection, viewer: str, items: list[dict[str, Any]]) -> None:
    """Put editions of an export back; ids are new and everything is checked.

    A number that meanwhile belongs to another edition of the program becomes the next free one.
    """
    if not items:
        return
    first = next_revisions(conn, viewer, len(items))
    taken: dict[str, set[int]] = {}
    rows = []
    for index, item in enumerate(items):
        program_id = item["program_id"]
        if program_id not in taken:
            known = queries.list_versions(conn, viewer, program_id)
            taken[program_id] = {row.number for row in known}
        numbers = taken[program_id]
        number = max(numbers) + 1 if item["number"] in numbers else item["number"]
        numbers.add(number)
        rows.append(item | {"number": number, "user_id": viewer, "rev": first + index})
    conn.execute(sa.insert(program_version), rows)
    for program_id in taken:
        newest = queries.list_versions(conn, viewer, program_id)[0]
        update(conn, viewer, program_id, {"latest_version_id": newest.id})


def own_version(
    conn: sa.Connection, viewer: str, version_id: str, program_id: str | None = None
) -> Row:
    """An edition of the viewer's, of this program if one is named."""
    row = queries.find_version(conn, viewer, version_id)
    if row is None or program_id not in (None, row.program_id):
        raise VersionNotFound
    return row


def read_version(row: Row) -> ProgramVersionRead:
    """The wire shape of a row."""
    return ProgramVersionRead(
        id=row.id, rev=row.rev, program_id=row.program_id, number=row.number, title=row.title,
        text=row.text, note=row.note, parent_version_id=row.parent_version_id,
        created_at=to_iso(row.created_at),
    )  # fmt: skip
