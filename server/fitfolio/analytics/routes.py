"""`/api/v1/home`: the first page in one answer."""

from __future__ import annotations

from fitfolio.analytics import service
from fitfolio.analytics.schemas import Home
from fitfolio.auth.access import ViewerDep
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.workouts.stale import read_settled

router = PrefixRouter(prefix="/api/v1/home", tags=["analytics"])


@router.get("", operation_id="analytics.get_home", responses=problem_responses(["auth.required"]))
async def get_home(viewer: ViewerDep, state: StateDep) -> Home:
    """This week, streak, last weeks, muscles, records and workouts."""
    now = state.clock.now_ms()
    return await read_settled(state.db, viewer.id, service.get_home, viewer, now)
