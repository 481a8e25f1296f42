"""`/api/v1/admin/system`: how the server is, in one answer."""

from __future__ import annotations

import asyncio

import sqlalchemy as sa

from fitfolio.admin import queries, service
from fitfolio.admin.acting import ADMIN
from fitfolio.admin.schemas import SystemRead
from fitfolio.auth import administration, audit_queries
from fitfolio.auth.access import AdminDep
from fitfolio.core.http import PrefixRouter, State, StateDep, problem_responses
from fitfolio.core.migrate import stored_revision

router = PrefixRouter(prefix="/api/v1/admin/system", tags=["admin"])


@router.get("", operation_id="admin.get_system", responses=problem_responses(ADMIN))
async def get_system(_viewer: AdminDep, state: StateDep) -> SystemRead:
    """Versions, accounts, storage, jobs, mail, lockouts and backups."""
    stored = await state.db.read_heavy(_stored, state)
    revision = await asyncio.to_thread(stored_revision, state.db)
    return await asyncio.to_thread(
        service.system_of, state.settings, state.db.display_url, revision or "", stored,
        state.clock.now_ms(),
    )  # fmt: skip


def _stored(conn: sa.Connection, state: State) -> service.Stored:
    now = state.clock.now_ms()
    by_standing, administrators = administration.count_accounts(conn)
    return service.Stored(
        database=queries.database_size(conn), jobs=queries.list_jobs(conn),
        job_kinds=queries.list_job_kinds(conn, state.jobs.handlers, now),
        by_standing=by_standing, administrators=administrators,
        invitations=administration.count_waiting_invitations(conn, now),
        mail=queries.count_mails(conn),
        locked_out=sum(one["is_locked"] for one in audit_queries.list_lockouts(conn, now)),
    )  # fmt: skip
