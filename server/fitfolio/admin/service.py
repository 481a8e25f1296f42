"""Puts together what the administration shows."""

from __future__ import annotations

import json
import platform
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from fitfolio import __version__
from fitfolio.admin.queries import KindRow, MailCounts
from fitfolio.admin.schemas import (
    Accounts,
    AdminUser,
    AuditEntry,
    Backup,
    InvitationRead,
    JobKind,
    JobRead,
    MailQueue,
    MailRead,
    MailState,
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
        role="admin" if row.is_admin else "user", standing=row.standing,
        is_active=row.is_active, is_email_verified=row.is_email_verified, created_at=to_iso(row.created_at),
        last_login_at=_iso(row.last_login_at), last_seen_at=_iso(row.last_seen_at), paused_at=_iso(row.paused_at),
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
        id=row.id, user_id=row.account_id, actor_id=row.actor_id, user_email=row.email or row.owner_email or "",
        actor_email=row.actor_email, event_type=row.event_type, outcome=row.outcome, created_at=to_iso(row.at),
        ip=row.address, user_agent=row.user_agent, device=device_name(row.user_agent),
        request_id=row.request_id, extra=json.loads(row.extra),
    )  # fmt: skip


def mail_of(row: Any, next_try_ms: int | None) -> MailRead:
    """A letter."""
    state: MailState = "waiting"
    if row.sent_at is not None:
        state = "sent"
    elif row.failed_at is not None:
        state = "failed"
    return MailRead(
        id=row.id, kind=row.kind, recipient=row.recipient, created_at=to_iso(row.created_at),
        attempts=row.attempts, state=state, sent_at=_iso(row.sent_at),
        next_try_at=_iso(next_try_ms) if state == "waiting" else None, last_error=row.last_error,
    )  # fmt: skip


def mail_server_of(settings: Any) -> str | None:
    """Host and port of the mail server; None when letters go to the console."""
    return f"{settings.smtp_host}:{settings.smtp_port}" if settings.smtp_host else None


def job_of(row: Any, now_ms: int) -> JobRead:
    """A job."""
    return JobRead(
        id=row.id, kind=row.kind, run_at=to_iso(row.run_at), attempts=row.attempts,
        is_running=row.locked_until > now_ms, last_error=row.last_error,
    )  # fmt: skip


def job_kind_of(row: KindRow) -> JobKind:
    """How jobs of a kind fare."""
    outcome = row.outcome
    return JobKind(
        kind=row.kind, waiting=row.waiting, running=row.running, next_run_at=_iso(row.next_run_at),
        done_at=_iso(outcome.done_at) if outcome else None,
        failed_at=_iso(outcome.failed_at) if outcome else None,
        given_up_at=_iso(outcome.given_up_at) if outcome else None,
        last_error=outcome.last_error if outcome else None,
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


@dataclass(frozen=True)
class Stored:
    """What the database tells of the server's state."""

    database: tuple[int, str]
    jobs: Sequence[Any]
    job_kinds: Sequence[KindRow]
    by_standing: dict[str, int]
    administrators: int
    invitations: int
    mail: MailCounts
    locked_out: int


def system_of(
    settings: Any, display_url: str, revision: str, stored: Stored, now_ms: int
) -> SystemRead:
    """The server's state; looks at the disk, so for use in a thread."""
    database_bytes, database_version = stored.database
    disk = shutil.disk_usage(_existing(settings.data_dir))
    standing = stored.by_standing
    return SystemRead(
        version=__version__, python=platform.python_version(), schema_revision=revision,
        database_version=database_version, public_url=settings.base_url, signup=settings.signup,
        users=sum(standing.values()),
        accounts=Accounts(
            active=standing.get("active", 0), paused=standing.get("paused", 0),
            deactivated=standing.get("deactivated", 0), leaving=standing.get("leaving", 0),
            administrators=stored.administrators, invitations=stored.invitations,
        ),
        mail=MailQueue(
            waiting=stored.mail.waiting, failed=stored.mail.failed,
            oldest_waiting_at=_iso(stored.mail.oldest_waiting_at), delivery=settings.delivery,
            server=mail_server_of(settings),
        ),
        locked_out=stored.locked_out,
        storage=Storage(
            database=display_url, database_bytes=database_bytes,
            uploads_bytes=_folder_bytes(settings.data_dir / "uploads"), free_bytes=disk.free,
            disk_bytes=disk.total,
        ),
        jobs=[job_of(row, now_ms) for row in stored.jobs],
        job_kinds=[job_kind_of(row) for row in stored.job_kinds],
        backups=list_backups(settings.data_dir),
    )  # fmt: skip


def _existing(folder: Path) -> Path:
    return next(one for one in (folder, *folder.resolve().parents) if one.is_dir())
