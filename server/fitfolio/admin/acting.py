"""Acts of administrators, recorded whether they are done or refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa

from fitfolio.auth import audit
from fitfolio.auth.caller import Caller
from fitfolio.core.errors import Conflict
from fitfolio.core.http import State

P = ParamSpec("P")
T = TypeVar("T")

ADMIN = ["auth.required", "auth.admin_required", "auth.proof_required", "auth.scope_missing"]
"""How every route of the administration may refuse."""
CHANGING = [*ADMIN, "request.csrf"]


async def act(
    state: State, caller: Caller, change: Callable[Concatenate[sa.Connection, P], T],
    *args: P.args, **values: P.kwargs,
) -> T:  # fmt: skip
    """Do something in a transaction. What the rules refuse (409) is recorded in one of its own."""
    try:
        return await state.db.write(change, *args, **values)
    except Conflict as refusal:
        await state.db.write(
            audit.record, state.clock.now_ms(), "admin_refused", caller,
            account_id=caller.actor_id, outcome="refused", act=getattr(change, "__name__", ""), code=refusal.code,
        )  # fmt: skip
        raise
