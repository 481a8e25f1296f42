"""Wire shapes of dated body values."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from fitfolio.core.schemas import EntityId, Input, LongText, Moment, Output, Page

MetricUnit = Literal["kg", "lb", "cm", "in", "%"]


class MetricRead(Output):
    """One dated value as it was typed, in its own unit.

    Known metrics have a `MetricUnit`; an imported custom metric keeps whatever its file says.
    """

    id: str
    rev: int
    metric: str
    measured_at: str
    local_date: str
    value: float
    unit: str
    notes: str
    source: str


class MetricPage(Page):
    """Values, newest first."""

    metrics: list[MetricRead]


class MetricWrite(Input):
    """A value with a client-made id; sending it again changes nothing."""

    id: EntityId
    metric: Annotated[str, Field(max_length=40)]
    measured_at: Moment
    value: Annotated[float, Field(gt=0, le=2000)]
    unit: MetricUnit
    notes: LongText = ""


class MetricChange(Input):
    """Only the fields sent change."""

    measured_at: Moment | None = None
    value: Annotated[float, Field(gt=0, le=2000)] | None = None
    unit: MetricUnit | None = None
    notes: LongText | None = None


class MetricKind(Output):
    """A metric FitFolio knows: its key and the units it may have."""

    key: str
    units: list[str]


class MetricKinds(Output):
    """All known metrics."""

    kinds: list[MetricKind]
