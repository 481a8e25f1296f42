"""Random sets and histories, small enough to collide often."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

from hypothesis import strategies as st

from fitfolio.training.sets import DatedSet, PerformedSet, SetKind, Tracking

LOADS = st.integers(0, 40).map(lambda step: step * 2.5)
FIRST_DAY = date(2026, 1, 1)


@st.composite
def performed_sets(draw: st.DrawFn, tracking: str | None = None) -> PerformedSet:
    """Any set, of one tracking kind if named."""
    return PerformedSet(
        draw(st.sampled_from(get_args(SetKind))),
        tracking or draw(st.sampled_from(get_args(Tracking))),
        draw(st.none() | LOADS | LOADS.map(lambda load: -load)),
        draw(st.none() | st.integers(0, 25)),
        draw(st.none() | st.integers(0, 120).map(float)),
        draw(st.none() | st.integers(0, 5000).map(float)),
        draw(st.none() | st.integers(10, 20).map(lambda half: half / 2)),
        draw(st.none() | st.integers(0, 6).map(float)),
        draw(st.booleans() | st.just(True)),
        draw(st.sampled_from([False, False, True])),
    )


@st.composite
def histories(draw: st.DrawFn, max_sets: int = 25) -> list[DatedSet]:
    """Sets of one exercise over a few days, in order."""
    tracking = draw(st.sampled_from(get_args(Tracking)))
    rows = draw(
        st.lists(
            st.tuples(st.integers(0, 12), st.integers(0, 1), performed_sets(tracking)),
            max_size=max_sets,
        )
    )
    rows.sort(key=lambda row: row[:2])
    return [
        DatedSet(
            f"set-{index}",
            f"workout-{day}-{workout}",
            (FIRST_DAY + timedelta(days=day)).isoformat(),
            day * 86_400_000 + workout,
            performed,
        )
        for index, (day, workout, performed) in enumerate(rows)
    ]
