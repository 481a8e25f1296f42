"""One exercise's history, day by day: totals, strength and records in a single pass.

What it needs to know of earlier days fits into `Before`, so a new day costs the same after
ten days and after ten years, and an edit recomputes from its day on, not from the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from fitfolio.training.e1rm import Estimate, best_estimate
from fitfolio.training.records import RecordEvent, RecordKey, advance_bests, e1rm_event, set_events
from fitfolio.training.sets import DatedSet
from fitfolio.training.trend import TrendState, advance
from fitfolio.training.volume import DayTotals, day_totals

_NOTHING: Mapping[RecordKey, float] = MappingProxyType({})


class Before(NamedTuple):
    """What earlier days leave behind.

    `trend` is the filter's last state, `e1rm_best` its state on the day of the last e1RM
    record, `bests` the best value of every other record.
    """

    trend: TrendState | None = None
    e1rm_best: TrendState | None = None
    bests: Mapping[RecordKey, float] = _NOTHING


class ExerciseDay(NamedTuple):
    """One exercise on one training day. `trend` is None when no set allowed an estimate."""

    local_date: str
    totals: DayTotals
    estimate: Estimate | None
    trend: TrendState | None
    events: list[RecordEvent]


def day_number(local_date: str) -> int:
    """Days since 0001-01-01 (which is 1) of a `YYYY-MM-DD` day."""
    return date.fromisoformat(local_date).toordinal()


def exercise_days(sets: Iterable[DatedSet], before: Before | None = None) -> Iterator[ExerciseDay]:
    """Days on which the exercise was trained, oldest first.

    Parameters
    ----------
    sets
        Sets of one exercise, ordered by local date and, inside a day, as performed.
    before
        What the days before the first given one leave behind; None for a whole history.

    Yields
    ------
    ExerciseDay
        One per day with at least one counted set.
    """
    trend, e1rm_best, bests = before or Before()
    for local_date, group in groupby(sets, key=attrgetter("local_date")):
        day_sets = list(group)
        totals = day_totals(day_sets)
        if totals is None:
            continue
        events = set_events(day_sets, bests)
        best = best_estimate([dated.performed for dated in day_sets])
        state: TrendState | None = None
        if best is not None:
            index, (e1rm_kg, sd_ln) = best
            state = trend = advance(trend, day_number(local_date), e1rm_kg, sd_ln)
            record = e1rm_event(state, e1rm_best, day_sets[index])
            if record is not None:
                e1rm_best = state
                events.append(record)
        if events:
            bests = advance_bests(bests, events)
        yield ExerciseDay(local_date, totals, best[1] if best else None, state, events)
