"""`/api/v1/admin/mail`: the outbox, without what the letters say."""

from __future__ import annotations

from typing import Annotated

import sqlalchemy as sa
from fastapi import Query

from fitfolio.admin import queries, service
from fitfolio.admin.acting import ADMIN, CHANGING
from fitfolio.admin.schemas import Done, MailList, MailRead, MailState, MailTest, MailTested
from fitfolio.auth import audit, mails
from fitfolio.auth.access import AdminDep
from fitfolio.auth.caller import Caller, CallerDep
from fitfolio.auth.secrets import email_key
from fitfolio.auth.service import Viewer
from fitfolio.core import outbox
from fitfolio.core.errors import NotFound, Refused
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.limits import Rule
from fitfolio.core.schemas import EntityId

router = PrefixRouter(prefix="/api/v1/admin/mail", tags=["admin"])

RULES = (Rule("mail-test", "/api/v1/admin/mail/test", 5),)


@router.get("", operation_id="admin.list_mail", responses=problem_responses(ADMIN))
async def list_mail(
    _viewer: AdminDep, state: StateDep,
    mail_state: Annotated[MailState | None, Query(alias="state")] = None,
) -> MailList:  # fmt: skip
    """The newest letters: what waits, what was sent, what was given up and why."""
    rows, tries, counts = await state.db.read_heavy(queries.list_mails, mail_state)
    return MailList(
        mails=[service.mail_of(row, tries.get(row.id)) for row in rows],
        waiting=counts.waiting, failed=counts.failed, delivery=state.settings.delivery,
        server=service.mail_server_of(state.settings),
    )  # fmt: skip


def _post_test(conn: sa.Connection, viewer: Viewer, email: str, now_ms: int, caller: Caller) -> str:
    mail_id = outbox.post(conn, mails.TEST, email, viewer.language, {}, now_ms)
    audit.record(
        conn, now_ms, "mail_tested", caller, account_id=viewer.id, email=email_key(email) or "",
        mail_id=mail_id,
    )  # fmt: skip
    return mail_id


@router.post(
    "/test", operation_id="admin.test_mail",
    responses=problem_responses([*CHANGING, "auth.invalid_email"]),
)  # fmt: skip
async def send_test_mail(
    viewer: AdminDep, state: StateDep, caller: CallerDep, body: MailTest
) -> MailTested:
    """Send a test mail by the way of all letters, to an address or to one's own."""
    email = viewer.email if body.email is None else body.email
    if email_key(email) is None:
        raise Refused("auth.invalid_email", "This is not an e-mail address.")
    mail_id = await state.db.write(
        _post_test, viewer, email, state.clock.now_ms(), caller.acting_as(viewer.id)
    )
    state.jobs.wake()
    return MailTested(
        message="A test mail is on its way; the outbox says what becomes of it.", mail_id=mail_id,
        delivery=state.settings.delivery,
    )  # fmt: skip


@router.get(
    "/{mail_id}", operation_id="admin.get_mail",
    responses=problem_responses([*ADMIN, "admin.mail_not_found"]),
)  # fmt: skip
async def get_mail(mail_id: EntityId, _viewer: AdminDep, state: StateDep) -> MailRead:
    """What has become of one letter so far."""
    row, next_try = await state.db.read(queries.find_mail, mail_id)
    if row is None:
        raise NotFound("admin.mail_not_found", "There is no such letter.")
    return service.mail_of(row, next_try)


def _retry(conn: sa.Connection, mail_id: str, now_ms: int, caller: Caller) -> bool:
    if not outbox.retry(conn, mail_id, now_ms):
        return False
    audit.record(conn, now_ms, "mail_retried", caller, mail_id=mail_id)
    return True


@router.post(
    "/{mail_id}/retry", operation_id="admin.retry_mail",
    responses=problem_responses([*CHANGING, "admin.mail_not_found"]),
)  # fmt: skip
async def retry_mail(
    mail_id: EntityId, viewer: AdminDep, state: StateDep, caller: CallerDep
) -> Done:
    """Try a letter again that was given up."""
    now = state.clock.now_ms()
    if not await state.db.write(_retry, mail_id, now, caller.acting_as(viewer.id)):
        raise NotFound("admin.mail_not_found", "There is no such letter, or it was not given up.")
    state.jobs.wake()
    return Done(message="The letter is tried again.")
