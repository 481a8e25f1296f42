"""Wire shapes of the administration."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import StringConstraints

from fitfolio.auth.administration import Standing
from fitfolio.core.schemas import Input, Output, Page, Text

Role = Literal["user", "admin"]
MailState = Literal["waiting", "sent", "failed"]
Address = Annotated[Text, StringConstraints(max_length=320, strip_whitespace=True)]


class AdminUser(Output):
    """An account as an administrator sees it: never its training."""

    id: str
    email: str
    display_name: str
    role: Role
    standing: Standing
    is_active: bool
    is_email_verified: bool
    created_at: str
    last_login_at: str | None
    last_seen_at: str | None
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
    signup: Literal["closed", "invite", "open"]


class AuditEntry(Output):
    """One event. `actor_id` is who did it, `user_id` whom it is about; their addresses if they still exist."""

    id: str
    user_id: str | None
    actor_id: str | None
    user_email: str
    actor_email: str | None
    event_type: str
    outcome: Literal["ok", "failed", "refused"]
    created_at: str
    ip: str
    user_agent: str
    device: str
    request_id: str
    extra: dict[str, Any]


class AuditPage(Page):
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
    state: MailState
    sent_at: str | None
    next_try_at: str | None
    last_error: str | None


class MailList(Output):
    """The newest letters, and how many wait or were given up."""

    mails: list[MailRead]
    waiting: int
    failed: int
    delivery: Literal["mail", "console"]
    server: str | None


class MailTest(Input):
    """Where to send a test mail; null: to oneself."""

    email: Address | None = None


class MailTested(Output):
    """The letter to ask about, and whether a mail server or the console gets it."""

    message: str
    mail_id: str
    delivery: Literal["mail", "console"]


class Lockout(Output):
    """An address that has typed wrong codes within the last day."""

    email: str
    wrong_codes: int
    is_locked: bool
    last_at: str


class LimitRule(Output):
    """At most `amount` requests in `seconds` [s] per client; a path that ends in `*` is a prefix."""

    name: str
    path: str
    amount: int
    seconds: int


class LockoutList(Output):
    """Addresses with wrong codes, and the rules of the rate limits."""

    lockouts: list[Lockout]
    wrong_codes_a_day: int
    limits: list[LimitRule]
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


class JobKind(Output):
    """How jobs of a kind fare: when one last succeeded, failed, and was given up."""

    kind: str
    waiting: int
    running: int
    next_run_at: str | None
    done_at: str | None
    failed_at: str | None
    given_up_at: str | None
    last_error: str | None


class Storage(Output):
    """Where the data lies and how much room there is on its disk."""

    database: str
    database_bytes: int
    uploads_bytes: int
    free_bytes: int
    disk_bytes: int


class Accounts(Output):
    """How many accounts stand where."""

    active: int
    paused: int
    deactivated: int
    leaving: int
    administrators: int
    invitations: int


class MailQueue(Output):
    """Letters that wait, since when, and that were given up."""

    waiting: int
    failed: int
    oldest_waiting_at: str | None
    delivery: Literal["mail", "console"]
    server: str | None


class SystemRead(Output):
    """Versions, accounts, storage, jobs, mail, lockouts and backups."""

    version: str
    python: str
    schema_revision: str
    database_version: str
    public_url: str
    signup: Literal["closed", "invite", "open"]
    users: int
    accounts: Accounts
    mail: MailQueue
    locked_out: int
    storage: Storage
    jobs: list[JobRead]
    job_kinds: list[JobKind]
    backups: list[Backup]
