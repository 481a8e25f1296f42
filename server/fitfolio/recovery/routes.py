"""`/api/v1/metrics`: body weight, body fat and measurements by date."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from fitfolio.auth.access import ViewerDep
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.schemas import Day, EntityId
from fitfolio.recovery import service
from fitfolio.recovery.metrics import KNOWN
from fitfolio.recovery.schemas import (
    MetricChange,
    MetricKind,
    MetricKinds,
    MetricPage,
    MetricRead,
    MetricWrite,
)

router = PrefixRouter(prefix="/api/v1/metrics", tags=["metrics"])

READ = problem_responses(["auth.required", "request.invalid"])
RULES = ["metric.unknown", "metric.wrong_unit", "metric.implausible"]
CREATE = problem_responses(["auth.required", "request.csrf", "metric.id_taken", *RULES])
WRITE = problem_responses(["auth.required", "request.csrf", "metric.not_found"])
CHANGE = problem_responses(["auth.required", "request.csrf", "metric.not_found", *RULES])


@router.get("", operation_id="metrics.list", responses=READ)
async def list_metrics(
    viewer: ViewerDep,
    state: StateDep,
    metric: Annotated[str | None, Query(max_length=40, pattern=r"^[\w:]+$")] = None,
    first_day: Annotated[Day | None, Query(alias="from")] = None,
    last_day: Annotated[Day | None, Query(alias="to")] = None,
    cursor: Annotated[str | None, Query(pattern=r"^-?\d{1,15}\.[0-9a-f-]{36}$")] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> MetricPage:
    """Values newest first; `from` and `to` are days, both included."""
    return await state.db.read(
        service.list_metrics, viewer.id, metric=metric, first_day=first_day, last_day=last_day,
        cursor=cursor, limit=limit,
    )  # fmt: skip


@router.get("/kinds", operation_id="metrics.list_kinds", responses=READ)
async def list_kinds(viewer: ViewerDep) -> MetricKinds:  # noqa: ARG001  # only for the signed-in
    """The metrics FitFolio knows and their units. Custom ones are keyed `custom:<name>`."""
    return MetricKinds(kinds=[MetricKind(key=kind.key, units=list(kind.units)) for kind in KNOWN])


@router.post("", operation_id="metrics.create", status_code=201, responses=CREATE)
async def create_metric(body: MetricWrite, viewer: ViewerDep, state: StateDep) -> MetricRead:
    """Store a value; its day is that of the viewer's time zone."""
    return await state.db.write(
        service.create_metric, viewer.id, viewer.time_zone, body.model_dump()
    )


@router.patch("/{metric_id}", operation_id="metrics.change", responses=CHANGE)
async def change_metric(
    metric_id: EntityId, body: MetricChange, viewer: ViewerDep, state: StateDep
) -> MetricRead:
    """Change the fields that are sent."""
    change = body.model_dump(exclude_unset=True)
    return await state.db.write(
        service.change_metric, viewer.id, viewer.time_zone, metric_id, change
    )


@router.delete("/{metric_id}", operation_id="metrics.delete", status_code=204, responses=WRITE)
async def delete_metric(metric_id: EntityId, viewer: ViewerDep, state: StateDep) -> None:
    """Delete a value; it can be restored."""
    await state.db.write(service.delete_metric, viewer.id, metric_id, state.clock.now_ms())


@router.post("/{metric_id}/restore", operation_id="metrics.restore", responses=WRITE)
async def restore_metric(metric_id: EntityId, viewer: ViewerDep, state: StateDep) -> MetricRead:
    """Undo the deletion."""
    return await state.db.write(service.restore_metric, viewer.id, metric_id)
