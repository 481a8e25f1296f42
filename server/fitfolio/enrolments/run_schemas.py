"""Wire shapes of what is derived from an enrolment: the next session, what a workout changed, start values."""

from __future__ import annotations

from typing import Literal

from fitfolio.core.schemas import Output
from fitfolio.programs.session_schemas import ReasonText, SessionRead
from fitfolio.training.units import WeightUnit


class NextRead(Output):
    """What comes next; `session` is null when the program is over.

    `program_version_id` is the edition in force, `live_workout_id` the unfinished workout of this
    enrolment whose sets have been looked at already.
    """

    enrolment_id: str
    program_version_id: str
    title: str
    unit: WeightUnit
    live_workout_id: str | None
    session: SessionRead | None


class ChangeRead(Output):
    """A quantity before and after a workout, in the enrolment's unit; see `training.programs.changes`.

    `by` is the track whose rule did it: a fact of kind `suppress` names it as its `track`.
    """

    track: str
    lift: str
    what: str
    before: float | None
    after: float | None
    loaded: float | None
    direction: Literal["rose", "fell", "stayed", "new"]
    reason: ReasonText | None
    by: str
    is_suppressed: bool


class ChangeList(Output):
    """What one workout changed, in the order of the program."""

    workout_id: str
    unit: WeightUnit
    changes: list[ChangeRead]


class SuggestionRead(Output):
    """A start value made from the log: `value` in the unit asked for.

    `e1rm`: `percent` of the best estimated 1RM `base` of the last months, reached on `local_date`.
    `last_weight`: the heaviest set of the last day, `reps` times, in `workout_id`.
    """

    source: Literal["e1rm", "last_weight"]
    value: float
    percent: float | None
    base: float
    reps: int | None
    local_date: str
    workout_id: str | None


class StartRead(Output):
    """A start value that the program asks for, by its key; the best suggestion first.

    `max` is a 1RM (a maximum for other reps, or a training max, does as well), `tm` a training max,
    `weight` the first working weight. Without a required one some set has no weight.
    """

    key: str
    kind: Literal["max", "tm", "weight"]
    lift: str
    exercise: str
    exercise_id: str | None
    is_required: bool
    suggestions: list[SuggestionRead]


class StartList(Output):
    """Start values of an edition, by lift in the order of the program."""

    unit: WeightUnit
    starts: list[StartRead]
