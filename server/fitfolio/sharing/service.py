"""One's own links: made, changed, revoked."""

from __future__ import annotations

import secrets
from typing import Any

import sqlalchemy as sa

from fitfolio.core.clock import to_iso, to_millis
from fitfolio.core.revisions import next_revision
from fitfolio.programs import editions, program_queries, shelf
from fitfolio.programs import queries as template_queries
from fitfolio.programs import service as template_service
from fitfolio.sharing import queries
from fitfolio.sharing.errors import (
    AlreadyExpired,
    NothingToShare,
    OneSubject,
    ShareIdTaken,
    ShareNotFound,
    ShareRevoked,
    TooManyShares,
)
from fitfolio.sharing.queries import Row
from fitfolio.sharing.schemas import ShareChange, ShareCreate, ShareList, ShareRead
from fitfolio.sharing.tables import share

MAX_SHARES = 200
TOKEN_BYTES = 16
"""128 random bits: nobody finds a link by trying."""


def list_shares(conn: sa.Connection, viewer: str, base_url: str, now_ms: int) -> ShareList:
    """All links of the viewer, newest first."""
    rows = queries.list_shares(conn, viewer)
    titles = _titles(conn, viewer)
    return ShareList(shares=[_read(row, titles, base_url, now_ms) for row in rows])


def create_share(
    conn: sa.Connection, viewer: str, body: ShareCreate, base_url: str, now_ms: int
) -> ShareRead:
    """Make a link. Sending the same id again returns what is stored, whatever became of it."""
    next_revision(conn, viewer)  # from here on nobody else counts or adds
    known = queries.find_share(conn, viewer, body.id)
    if known is not None:
        return _reread(conn, viewer, body.id, base_url, now_ms)
    if queries.is_taken(conn, body.id):
        raise ShareIdTaken
    if (body.program_id is None) == (body.template_id is None):
        raise OneSubject
    if body.program_id is not None:
        program = shelf.get_program(conn, viewer, body.program_id)
        if program.latest_version_id is None:
            raise NothingToShare
    if body.template_id is not None:
        template_service.get_template(conn, viewer, body.template_id)
    values = body.model_dump()
    _check(conn, viewer, body.program_id, values, now_ms)
    if queries.count_shares(conn, viewer) >= MAX_SHARES:
        raise TooManyShares(MAX_SHARES)
    row = values | {
        "user_id": viewer, "token": secrets.token_urlsafe(TOKEN_BYTES), "created_at": now_ms,
        "revoked_at": None,
    }  # fmt: skip
    conn.execute(sa.insert(share), row)
    return _reread(conn, viewer, body.id, base_url, now_ms)


def change_share(
    conn: sa.Connection, viewer: str, share_id: str, body: ShareChange, base_url: str, now_ms: int
) -> ShareRead:
    """Change the fields sent; a revoked link stays revoked."""
    row = _own(conn, viewer, share_id)
    if row.revoked_at is not None:
        raise ShareRevoked
    values = body.model_dump(include=body.model_fields_set)
    _check(conn, viewer, row.program_id, values, now_ms)
    if values:
        _update(conn, viewer, share_id, values)
    return _reread(conn, viewer, share_id, base_url, now_ms)


def revoke_share(conn: sa.Connection, viewer: str, share_id: str, now_ms: int) -> None:
    """Close a link for good; copies that were made stay. Doing it again changes nothing."""
    if _own(conn, viewer, share_id).revoked_at is None:
        _update(conn, viewer, share_id, {"revoked_at": now_ms, "on_shelf": False})


def _check(
    conn: sa.Connection, viewer: str, program_id: str | None, values: dict[str, Any], now_ms: int
) -> None:
    """What must hold of the fields sent; turns the expiry into milliseconds."""
    if values.get("program_version_id") is not None:
        if program_id is None:
            raise OneSubject
        editions.own_version(conn, viewer, values["program_version_id"], program_id)
    if values.get("expires_at") is not None:
        values["expires_at"] = to_millis(values["expires_at"])
        if values["expires_at"] <= now_ms:
            raise AlreadyExpired


def _own(conn: sa.Connection, viewer: str, share_id: str) -> Row:
    row = queries.find_share(conn, viewer, share_id)
    if row is None:
        raise ShareNotFound
    return row


def _update(conn: sa.Connection, viewer: str, share_id: str, values: dict[str, Any]) -> None:
    conn.execute(
        sa.update(share).where(share.c.id == share_id, share.c.user_id == viewer).values(**values)
    )


def _titles(conn: sa.Connection, viewer: str) -> dict[str, str]:
    """What is there to be shared, by id: what was deleted is missing."""
    programs = program_queries.list_programs(conn, viewer)
    templates = template_queries.list_templates(conn, viewer)
    titles = {row.id: row.title for row in programs if row.latest_version_id is not None}
    return titles | {row.id: row.name for row in templates}


def _reread(
    conn: sa.Connection, viewer: str, share_id: str, base_url: str, now_ms: int
) -> ShareRead:
    return _read(_own(conn, viewer, share_id), _titles(conn, viewer), base_url, now_ms)


def _read(row: Row, titles: dict[str, str], base_url: str, now_ms: int) -> ShareRead:
    subject = row.program_id or row.template_id
    is_over = row.expires_at is not None and row.expires_at <= now_ms
    return ShareRead(
        id=row.id, kind="template" if row.program_id is None else "program",
        program_id=row.program_id, template_id=row.template_id,
        program_version_id=row.program_version_id, title=titles.get(subject, ""), token=row.token,
        url=page_url(base_url, row.token), author_name=row.author_name, on_shelf=row.on_shelf,
        is_open=row.revoked_at is None and not is_over and subject in titles,
        created_at=to_iso(row.created_at), expires_at=_moment(row.expires_at),
        revoked_at=_moment(row.revoked_at),
    )  # fmt: skip


def _moment(at_ms: int | None) -> str | None:
    return None if at_ms is None else to_iso(at_ms)


def page_url(base_url: str, token: str) -> str:
    """The address of the public page."""
    return f"{base_url}/p/{token}"
