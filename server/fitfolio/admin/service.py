"""Puts together what the administration shows."""

from __future__ import annotations

import json
import platform
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from fitfolio import __version__
from fitfolio.admin.schemas import (
    AdminUser,
    AuditEntry,
    Backup,
    InvitationRead,
    JobRead,
    MailRead,
    Storage,
    SystemRead,
)
from fitfolio.auth.devices import device_name
from fitfolio.core.clock import to_iso


def _iso(ms: int | None) -> str | None:
    return None if ms is None else to_iso(ms)


def user_of(row: Any) -> AdminUser:
    """An account."""
    return AdminUser(
        id=row.id, email=row.email, display_name=row.display_name,
        role="admin" if row.is_admin else "user", is_active=row.is_active,
        is_email_verified=row.is_email_verified, created_at=to_iso(row.created_at),
        last_login_at=_iso(row.last_login_at), paused_at=_iso(row.paused_at),
        delete_after=_iso(row.delete_after), sessions=row.sessions, passkeys=row.passkeys,
        tokens=row.tokens,
    )  # fmt: skip


def invitation_of(row: Any, now_ms: int) -> InvitationRead:
    """An invitation and where it stands."""
    state: Literal["waiting", "accepted", "revoked", "expired"] = "waiting"
    if row.accepted_at is not None:
        state = "accepted"
    elif row.revoked_at is not None:
        state = "revoked"
    elif row.expires_at <= now_ms:
        state = "expired"
    return InvitationRead(
        id=row.id, email=row.email, role="admin" if row.is_admin else "user",
        created_at=to_iso(row.created_at), expires_at=to_iso(row.expires_at), state=state,
    )  # fmt: skip


def audit_of(row: Any) -> AuditEntry:
    """An event."""
    return AuditEntry(
        id=row.id, user_id=row.account_id, actor_id=row.actor_id, user_email=row.email,
        event_type=row.event_type, outcome=row.outcome, created_at=to_iso(row.at),
        ip=row.address, user_agent=row.user_agent, device=device_name(row.user_agent),
        request_id=row.request_id, extra=json.loads(row.extra),
    )  # fmt: skip


def mail_of(row: Any) -> MailRead:
    """A letter."""
    state: Literal["waiting", "sent", "failed"] = "waiting"
    if row.sent_at is not None:
        state = "sent"
    elif row.failed_at is not None:
        state = "failed"
    return MailRead(
        id=row.id, kind=row.kind, recipient=row.recipient, created_at=to_iso(row.created_at),
        attempts=row.attempts, state=state, sent_at=_iso(row.sent_at), last_error=row.last_error,
    )  # fmt: skip


def job_of(row: Any, now_ms: int) -> JobRead:
    """A job."""
    return JobRead(
        id=row.id, kind=row.kind, run_at=to_iso(row.run_at), attempts=row.attempts,
        is_running=row.locked_until > now_ms, last_error=row.last_error,
    )  # fmt: skip


def list_backups(data_dir: Path) -> list[Backup]:
    """Files in `backups`, newest first; the folder need not be there."""
    folder = data_dir / "backups"
    files = [path for path in folder.glob("*") if path.is_file()] if folder.is_dir() else []
    found = [(path.stat().st_mtime, path.name, path.stat().st_size) for path in files]
    return [
        Backup(name=name, size_bytes=size, made_at=to_iso(round(at * 1000)))
        for at, name, size in sorted(found, reverse=True)
    ]


def _folder_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*") if path.is_file())


def system_of(
    settings: Any, display_url: str, size: tuple[int, str], revision: str, users: int,
    jobs: Iterable[Any], now_ms: int,
) -> SystemRead:  # fmt: skip
    """Versions, storage, jobs and backups; looks at the disk, so for use in a thread."""
    database_bytes, database_version = size
    storage = Storage(
        database=display_url, database_bytes=database_bytes,
        uploads_bytes=_folder_bytes(settings.data_dir / "uploads"),
        free_bytes=shutil.disk_usage(_existing(settings.data_dir)).free,
    )  # fmt: skip
    return SystemRead(
        version=__version__, python=platform.python_version(), schema_revision=revision,
        database_version=database_version, public_url=settings.base_url, signup=settings.signup,
        users=users, storage=storage, jobs=[job_of(row, now_ms) for row in jobs],
        backups=list_backups(settings.data_dir),
    )  # fmt: skip


def _existing(folder: Path) -> Path:
    return next(one for one in (folder, *folder.resolve().parents) if one.is_dir())
