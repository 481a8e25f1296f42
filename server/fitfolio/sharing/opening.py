"""What is behind a link, for anybody who has it: a text or a template, and nothing else of its owner."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import sqlalchemy as sa

from fitfolio.auth import queries as auth_queries
from fitfolio.exercises import queries as exercise_queries
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.programs import program_queries
from fitfolio.programs import queries as template_queries
from fitfolio.sharing import queries
from fitfolio.sharing.errors import SharedNotFound
from fitfolio.sharing.queries import Row
from fitfolio.sharing.schemas import SharedExercise, SharedSet, SharedTemplate, ShareKind

_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,40}")


@dataclass(frozen=True, slots=True)
class Shared:
    """Something shared. Exactly one of `text` (a program's edition) and `template` is there."""

    token: str
    title: str
    author_name: str | None
    expires_at: int | None
    owner: str
    text: str | None
    template: SharedTemplate | None

    @property
    def kind(self) -> ShareKind:
        """What it is."""
        return "program" if self.template is None else "template"


def open_share(conn: sa.Connection, token: str, now_ms: int) -> Shared:
    """What is behind a token. SharedNotFound says the same whether it was revoked, expired or never made."""
    row = queries.find_open(conn, token, now_ms) if _TOKEN.fullmatch(token) else None
    found = None if row is None else shared_of(conn, row)
    if found is None:
        raise SharedNotFound
    return found


def shared_of(conn: sa.Connection, row: Row) -> Shared | None:
    """What an open link leads to; None when it was deleted, or its owner is locked out, pausing or leaving."""
    owner = auth_queries.find_user(conn, row.user_id)
    if owner is None or not owner.is_active or owner.paused_at or owner.delete_after:
        return None
    if row.program_id is not None:
        return _program(conn, row)
    template = template_queries.find_template(conn, row.user_id, row.template_id)
    if template is None or template.deleted_at is not None:
        return None
    return Shared(
        row.token, template.name, row.author_name, row.expires_at, row.user_id, None,
        _shared_template(conn, row.user_id, template),
    )  # fmt: skip


def _program(conn: sa.Connection, row: Row) -> Shared | None:
    program = program_queries.find_program(conn, row.user_id, row.program_id)
    if program is None or program.deleted_at is not None:
        return None
    version_id = row.program_version_id or program.latest_version_id
    version = program_queries.find_version(conn, row.user_id, version_id)
    if version is None:
        return None
    # The edition's title, not the shelf's: what somebody calls it at home may be private.
    return Shared(
        row.token, version.title, row.author_name, row.expires_at, row.user_id, version.text, None
    )


def _shared_template(conn: sa.Connection, owner: str, template: Row) -> SharedTemplate:
    own = {one.id: one for one in exercise_queries.list_custom(conn, owner)}
    library = load_catalogue().by_id
    exercises = []
    for item in json.loads(template.exercises):
        famous = library.get(item["exercise_id"])
        known = famous or own.get(item["exercise_id"])
        if known is None:
            continue
        shared = SharedExercise(
            slug=None if famous is None else famous.slug, name=known.name,
            equipment=known.equipment, tracking=known.tracking, superset=item["superset"],
            notes=item["notes"], sets=[_shared_set(one) for one in item["sets"]],
        )  # fmt: skip
        exercises.append(shared)
    return SharedTemplate(name=template.name, notes=template.notes, exercises=exercises)


def _shared_set(values: dict[str, object]) -> SharedSet:
    return SharedSet.model_validate({name: values[name] for name in SharedSet.model_fields})
