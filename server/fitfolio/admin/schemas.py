"""Wire shapes of the administration."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import StringConstraints

from fitfolio.core.schemas import Input, Output, Page, Text

Role = Literal["user", "admin"]
Address = Annotated[Text, StringConstraints(max_length=320, strip_whitespace=True)]


class AdminUser(Output):
    """An account as an administrator sees it: never its training."""

    id: str
    email: str
    display_name: str
    role: Role
    is_active: bool
    is_email_verified: bool
    created_at: str
    last_login_at: str | None
    paused_at: str | None
    delete_after: str | None
    sessions: int
    passkeys: int
    tokens: int


class AdminUserPage(Page):
    """Accounts, oldest first."""

    users: list[AdminUser]
    total: int


class RoleChange(Input):
    """The new role."""

    role: Role


class Done(Output):
    """What was done."""

    message: str


class SignedOut(Output):
    """How many sessions were ended."""

    message: str
    revoked_count: int


class InvitationCreate(Input):
    """Whom to invite, as what, in which language."""

    email: Address
    role: Role = "user"
    language: Literal["en", "de"] = "en"


class InvitationRead(Output):
    """An invitation; `state` is `waiting`, `accepted`, `revoked` or `expired`."""

    id: str
    email: str
    role: Role
    created_at: str
    expires_at: str
    state: Literal["waiting", "accepted", "revoked", "expired"]


class InvitationCreated(Output):
    """The new invitation's id."""

    id: str


class InvitationList(Output):
    """Invitations, newest first."""

    invitations: list[InvitationRead]


class AuditEntry(Output):
    """One event. `actor_id` is who did it, `user_id` whom it is about."""

    id: str
    user_id: str | None
    actor_id: str | None
    user_email: str
    event_type: str
    outcome: Literal["ok", "failed", "refused"]
    created_at: str
    ip: str
    user_agent: str
    device: str
    request_id: str
    extra: dict[str, Any]


class AuditPage(Output):
    """Events, newest first."""

    entries: list[AuditEntry]
    total: int
    page: int
    page_size: int
    has_more: bool


class AuditTypes(Output):
    """The types of event there can be."""

    event_types: list[str]


class MailRead(Output):
    """A letter of the outbox, without its content."""

    id: str
    kind: str
    recipient: str
    created_at: str
    attempts: int
    state: Literal["waiting", "sent", "failed"]
    sent_at: str | None
    last_error: str | None


class MailList(Output):
    """The newest letters, and how many wait or were given up."""

    mails: list[MailRead]
    waiting: int
    failed: int
    delivery: Literal["mail", "console"]
    server: str | None


class Lockout(Output):
    """An address that has typed wrong codes within the last day."""

    email: str
    wrong_codes: int
    is_locked: bool
    last_at: str


class LockoutList(Output):
    """Addresses with wrong codes, and the rules of the rate limits."""

    lockouts: list[Lockout]
    limits: list[dict[str, Any]]
    limits_enabled: bool


class EmailGiven(Input):
    """An address."""

    email: Address


class JobRead(Output):
    """A job that waits or runs."""

    id: str
    kind: str
    run_at: str
    attempts: int
    is_running: bool
    last_error: str | None


class Backup(Output):
    """A file in the folder `backups` of the data folder."""

    name: str
    size_bytes: int
    made_at: str


class Storage(Output):
    """Where the data lies and how much room there is."""

    database: str
    database_bytes: int
    uploads_bytes: int
    free_bytes: int


class SystemRead(Output):
    """Versions, storage, jobs and backups."""

    version: str
    python: str
    schema_revision: str
    database_version: str
    public_url: str
    signup: Literal["closed", "invite", "open"]
    users: int
    storage: Storage
    jobs: list[JobRead]
    backups: list[Backup]
