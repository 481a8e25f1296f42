"""Copies of what others share: one's own from then on, knowing where they come from."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from fitfolio.auth.service import Viewer
from fitfolio.core.ids import uuid7
from fitfolio.exercises import queries as exercise_queries
from fitfolio.exercises import service as exercise_service
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.programs import editions, program_queries, shelf
from fitfolio.programs import queries as template_queries
from fitfolio.programs import service as template_service
from fitfolio.programs.catalogue import load_programs
from fitfolio.programs.program_errors import VersionIdTaken
from fitfolio.programs.program_schemas import (
    ProgramCreate,
    ProgramVersionCreate,
    Provenance,
)
from fitfolio.programs.schemas import TemplateCreate
from fitfolio.programs.texts import program_of
from fitfolio.sharing import queries
from fitfolio.sharing.errors import NoUpstream, SharedNotFound
from fitfolio.sharing.grid import summary_of
from fitfolio.sharing.opening import Shared, open_share, shared_of
from fitfolio.sharing.schemas import (
    CopyRead,
    CopyRequest,
    SharedExercise,
    SharedRead,
    SharedTemplate,
    Shelf,
    ShelfItem,
    UpstreamRead,
)
from fitfolio.sharing.service import page_url
from fitfolio.training.programs.diff import diff_programs

MAX_ON_SHELF = 200


def read_shared(conn: sa.Connection, token: str, base_url: str, now_ms: int) -> SharedRead:
    """What is behind a link, as programs read it."""
    shared = open_share(conn, token, now_ms)
    return SharedRead(
        token=token, kind=shared.kind, title=shared.title, author_name=shared.author_name,
        url=page_url(base_url, token), text=shared.text, template=shared.template,
    )  # fmt: skip


def list_shelf(conn: sa.Connection, viewer: str, base_url: str, now_ms: int) -> Shelf:
    """What people of this instance show each other."""
    found = [shared_of(conn, row) for row in queries.list_on_shelf(conn, now_ms, MAX_ON_SHELF)]
    items = [_shelf_item(one, viewer, base_url) for one in found if one is not None]
    return Shelf(items=items)


def _shelf_item(shared: Shared, viewer: str, base_url: str) -> ShelfItem:
    summary = None if shared.text is None else summary_of(shared.text)
    return ShelfItem(
        token=shared.token, kind=shared.kind, title=shared.title, author_name=shared.author_name,
        url=page_url(base_url, shared.token), is_own=shared.owner == viewer,
        days=summary and summary.days, weeks=summary and summary.weeks,
        goal=summary.goal if summary else "", level=summary.level if summary else "",
    )  # fmt: skip


def copy_shared(
    conn: sa.Connection, viewer: Viewer, token: str, body: CopyRequest, now_ms: int
) -> CopyRead:
    """Take what is behind a link over into the viewer's account; a repeated request changes nothing.

    A copy that is there already is answered even when the link is not open any more: the answer to
    the first request may have been lost on the way.
    """
    version = program_queries.find_version(conn, viewer.id, body.version_id)
    if version is not None and version.program_id == body.id:
        return _copied_program(body)
    if version is not None:
        raise VersionIdTaken
    if template_queries.find_template(conn, viewer.id, body.id) is not None:
        return CopyRead(
            kind="template", program_id=None, program_version_id=None, template_id=body.id
        )
    shared = open_share(conn, token, now_ms)
    if shared.template is not None:
        _copy_template(conn, viewer, body.id, shared.template, now_ms)
        return CopyRead(
            kind="template", program_id=None, program_version_id=None, template_id=body.id
        )
    provenance = Provenance(
        kind="share", token=token, version_id=body.version_id, title=shared.title[:200],
        by=shared.author_name,
    )  # fmt: skip
    program = ProgramCreate(id=body.id, title=shared.title[:200], provenance=provenance)
    shelf.create_program(conn, viewer.id, program, now_ms)
    edition = ProgramVersionCreate(
        id=body.version_id, program_id=body.id, text=shared.text or "", note=""
    )
    editions.create_version(conn, viewer.id, edition, now_ms)
    return _copied_program(body)


def _copied_program(body: CopyRequest) -> CopyRead:
    return CopyRead(
        kind="program", program_id=body.id, program_version_id=body.version_id, template_id=None
    )


def _copy_template(
    conn: sa.Connection, viewer: Viewer, template_id: str, shared: SharedTemplate, now_ms: int
) -> None:
    exercises = [
        {
            "id": uuid7(),
            "exercise_id": _exercise_id(conn, viewer, one, now_ms),
            "superset": one.superset,
            "notes": one.notes,
            "sets": [item.model_dump() for item in one.sets],
        }
        for one in shared.exercises
    ]
    values: dict[str, Any] = {
        "id": template_id, "name": shared.name, "notes": shared.notes, "exercises": exercises,
    }  # fmt: skip
    checked = TemplateCreate.model_validate(values).model_dump()
    template_service.create_template(conn, viewer.id, checked, now_ms)


def _exercise_id(conn: sa.Connection, viewer: Viewer, shared: SharedExercise, now_ms: int) -> str:
    """The library's exercise, else one of the viewer's of this name and kind, else a new one."""
    library = load_catalogue().by_slug.get(shared.slug or "")
    if library is not None:
        return library.id
    for own in exercise_queries.list_custom(conn, viewer.id):
        is_same = own.name.casefold() == shared.name.casefold()
        if is_same and own.tracking == shared.tracking and own.deleted_at is None:
            return str(own.id)
    exercise_id = uuid7()
    values = {
        "id": exercise_id, "name": shared.name, "equipment": shared.equipment,
        "tracking": shared.tracking, "primary_muscles": [], "secondary_muscles": [],
        "unilateral": False, "notes": "",
    }  # fmt: skip
    exercise_service.create_exercise(conn, viewer.id, values, now_ms)
    return exercise_id


def read_upstream(conn: sa.Connection, viewer: str, program_id: str, now_ms: int) -> UpstreamRead:
    """Whether the source of a copy says something else than what was taken over."""
    provenance = shelf.get_program(conn, viewer, program_id).provenance
    if provenance is None or provenance.kind == "file":
        raise NoUpstream
    kind = provenance.kind
    title, author_name, text = provenance.title, provenance.by, None
    if kind == "library":
        library = load_programs().get(provenance.slug or "")
        text = None if library is None else library.text
    else:
        try:
            shared = open_share(conn, provenance.token or "", now_ms)
        except SharedNotFound:
            pass
        else:
            title, author_name, text = shared.title, shared.author_name, shared.text
    taken = _taken_over(conn, viewer, program_id, provenance.version_id)
    blocks = []
    if text is not None and taken is not None:
        blocks = [
            one._asdict() | {"lines": [line._asdict() for line in one.lines]}
            for one in diff_programs(program_of(taken), program_of(text))
        ]
    status = "gone" if text is None else "changed" if blocks else "same"
    return UpstreamRead.model_validate(
        {"status": status, "kind": kind, "title": title, "author_name": author_name,
         "text": text if blocks else None, "blocks": blocks}
    )  # fmt: skip


def _taken_over(
    conn: sa.Connection, viewer: str, program_id: str, version_id: str | None
) -> str | None:
    """The text of the edition that was taken over last: the one named, else the first."""
    rows = program_queries.list_versions(conn, viewer, program_id)
    named = next((row for row in rows if row.id == version_id), None)
    taken = named or (rows[-1] if rows else None)
    return None if taken is None else str(taken.text)
