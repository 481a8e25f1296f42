"""Programs on the lifter's shelf: title, place and draft. What is run are their editions (`editions`)."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from fitfolio.core.clock import to_iso
from fitfolio.core.revisions import next_revision, next_revisions
from fitfolio.programs import program_queries as queries
from fitfolio.programs.program_errors import ProgramIdTaken, ProgramNotFound, TooManyPrograms
from fitfolio.programs.program_schemas import ProgramChange, ProgramCreate, ProgramList, ProgramRead
from fitfolio.programs.queries import Row
from fitfolio.programs.tables import program
from fitfolio.programs.texts import check_draft

MAX_PROGRAMS = 500
CLEARABLE = frozenset({"draft_text", "provenance"})


def list_programs(conn: sa.Connection, viewer: str) -> ProgramList:
    """All living programs in the lifter's order."""
    return ProgramList(programs=[read_program(row) for row in queries.list_programs(conn, viewer)])


def get_program(conn: sa.Connection, viewer: str, program_id: str) -> ProgramRead:
    """One living program."""
    row = own_program(conn, viewer, program_id)
    if row.deleted_at is not None:
        raise ProgramNotFound
    return read_program(row)


def create_program(
    conn: sa.Connection, viewer: str, body: ProgramCreate, now_ms: int
) -> ProgramRead:
    """Put a program on the shelf. Sending the same id again returns what is stored, a deleted one too."""
    check_draft(body.draft_text)
    rev = next_revision(conn, viewer)  # from here on nobody else counts or adds
    known = queries.find_program(conn, viewer, body.id)
    if known is not None:
        return read_program(known)
    if queries.program_owners(conn, [body.id]):
        raise ProgramIdTaken
    if queries.count_programs(conn, viewer) >= MAX_PROGRAMS:
        raise TooManyPrograms(MAX_PROGRAMS)
    row = _columns(body.model_dump()) | {
        "user_id": viewer, "latest_version_id": None, "created_at": now_ms, "rev": rev,
        "deleted_at": None,
    }  # fmt: skip
    conn.execute(sa.insert(program), row)
    return _reread(conn, viewer, body.id)


def restore_many(conn: sa.Connection, viewer: str, items: list[dict[str, Any]]) -> None:
    """Put programs of an export back; ids are new and everything is checked."""
    if not items:
        return
    first = next_revisions(conn, viewer, len(items))
    rows = [
        _columns(item) | {"user_id": viewer, "rev": first + index, "latest_version_id": None}
        for index, item in enumerate(items)
    ]
    conn.execute(sa.insert(program), rows)


def change_program(
    conn: sa.Connection,
    viewer: str,
    program_id: str,
    body: ProgramChange,
    *,
    brings_back: bool = False,
) -> ProgramRead:
    """Change the fields sent. What a device did before it heard of a deletion `brings_back` the program."""
    sent = {name: getattr(body, name) for name in body.model_fields_set}
    check_draft(sent.get("draft_text"))
    current = own_program(conn, viewer, program_id)
    if current.deleted_at is not None and not brings_back:
        raise ProgramNotFound
    dumped = body.model_dump(include=set(sent))
    values = _columns(
        {key: value for key, value in dumped.items() if value is not None or key in CLEARABLE}
    )
    if current.deleted_at is not None:
        values["deleted_at"] = None
    if any(getattr(current, name) != value for name, value in values.items()):
        update(conn, viewer, program_id, values)
    return _reread(conn, viewer, program_id)


def delete_program(conn: sa.Connection, viewer: str, program_id: str, now_ms: int) -> None:
    """Take a program off the shelf; its editions stay for those who run them. Doing it again changes nothing."""
    if own_program(conn, viewer, program_id).deleted_at is None:
        update(conn, viewer, program_id, {"deleted_at": now_ms})


def restore_program(conn: sa.Connection, viewer: str, program_id: str) -> ProgramRead:
    """Undo `delete_program`; doing it again changes nothing."""
    if own_program(conn, viewer, program_id).deleted_at is not None:
        update(conn, viewer, program_id, {"deleted_at": None})
    return _reread(conn, viewer, program_id)


def read_program(row: Row) -> ProgramRead:
    """The wire shape of a row."""
    return ProgramRead(
        id=row.id, rev=row.rev, title=row.title, folder=row.folder, position=row.position,
        draft_text=row.draft_text, latest_version_id=row.latest_version_id,
        provenance=None if row.provenance is None else json.loads(row.provenance),
        created_at=to_iso(row.created_at),
    )  # fmt: skip


def own_program(conn: sa.Connection, viewer: str, program_id: str) -> Row:
    """A program of the viewer, deleted or not."""
    row = queries.find_program(conn, viewer, program_id)
    if row is None:
        raise ProgramNotFound
    return row


def update(conn: sa.Connection, viewer: str, program_id: str, values: dict[str, Any]) -> int:
    """Write columns of a program and return its new revision."""
    rev = next_revision(conn, viewer)
    conn.execute(
        sa.update(program)
        .where(program.c.id == program_id, program.c.user_id == viewer)
        .values(**values, rev=rev)
    )
    return rev


def _columns(values: dict[str, Any]) -> dict[str, Any]:
    if values.get("provenance") is not None:
        return values | {"provenance": json.dumps(values["provenance"])}
    return values


def _reread(conn: sa.Connection, viewer: str, program_id: str) -> ProgramRead:
    return read_program(own_program(conn, viewer, program_id))
