"""Wire shapes of workouts, exercise history and records. Loads in kg unless a unit stands beside them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from fitfolio.core.schemas import (
    EntityId,
    Input,
    LongText,
    Moment,
    Output,
    Page,
    ShortText,
    TimeZoneName,
)
from fitfolio.exercises.schemas import (
    Distance,
    Duration,
    Position,
    Reps,
    Rir,
    Rpe,
    Side,
    Weight,
)
from fitfolio.programs.prescriptions import (
    Prescription,
    PrescriptionRead,
    TrackKey,
    WorkoutProgram,
    WorkoutProgramRead,
)
from fitfolio.training.sets import SetKind
from fitfolio.training.units import DistanceUnit, WeightUnit


class SetRead(Output):
    """One set: what was typed (`weight` in `weight_unit`) and the kilograms derived from it."""

    id: str
    position: int
    kind: SetKind
    completed: bool
    weight: float | None
    weight_unit: WeightUnit | None
    load_kg: float | None
    reps: int | None
    duration_s: float | None
    distance: float | None
    distance_unit: DistanceUnit | None
    distance_m: float | None
    rpe: float | None
    rir: float | None
    side: Side | None
    notes: str
    flagged: str | None
    logged_at: str | None


class WorkoutExerciseRead(Output):
    """One exercise inside a workout. Equal `superset` numbers belong together.

    `track` and `prescription` are what a program asked for when the exercise was added.
    """

    id: str
    exercise_id: str
    position: int
    superset: int | None
    notes: str
    track: str | None
    prescription: PrescriptionRead | None
    sets: list[SetRead]


class WorkoutRead(Output):
    """A workout with everything in it: the unit of synchronisation."""

    id: str
    rev: int
    started_at: str
    finished_at: str | None
    has_time: bool
    time_zone: str
    local_date: str
    title: str
    notes: str
    bodyweight_kg: float | None
    source: str
    template_id: str | None
    program: WorkoutProgramRead | None
    exercises: list[WorkoutExerciseRead]


class WorkoutSummary(Output):
    """A line of the history list."""

    id: str
    started_at: str
    finished_at: str | None
    has_time: bool
    local_date: str
    title: str
    exercise_names: list[str]
    sets: int
    hard_sets: int
    tonnage_kg: float
    records: int


class WorkoutPage(Page):
    """A page of the history, newest first."""

    workouts: list[WorkoutSummary]


class SetWrite(Input):
    """A set with a client-made id; sending it again changes nothing."""

    id: EntityId
    position: Position
    kind: SetKind = "working"
    completed: bool = True
    weight: Weight | None = None
    weight_unit: WeightUnit | None = None
    reps: Reps | None = None
    duration_s: Duration | None = None
    distance: Distance | None = None
    distance_unit: DistanceUnit | None = None
    rpe: Rpe | None = None
    rir: Rir | None = None
    side: Side | None = None
    notes: LongText = ""
    logged_at: Moment | None = None


class SetChange(Input):
    """Only the fields sent change; null clears a number."""

    position: Position = 0
    kind: SetKind = "working"
    completed: bool = True
    weight: Weight | None = None
    weight_unit: WeightUnit | None = None
    reps: Reps | None = None
    duration_s: Duration | None = None
    distance: Distance | None = None
    distance_unit: DistanceUnit | None = None
    rpe: Rpe | None = None
    rir: Rir | None = None
    side: Side | None = None
    notes: LongText = ""
    logged_at: Moment | None = None


class WorkoutExerciseWrite(Input):
    """An exercise of a workout with a client-made id."""

    id: EntityId
    exercise_id: EntityId
    position: Position
    superset: Position | None = None
    notes: LongText = ""
    track: TrackKey | None = None
    prescription: Prescription | None = None
    sets: Annotated[list[SetWrite], Field(max_length=200, default_factory=list)]


class WorkoutExerciseChange(Input):
    """Only the fields sent change."""

    exercise_id: EntityId | None = None
    position: Position = 0
    superset: Position | None = None
    notes: LongText = ""


class WorkoutCreate(Input):
    """A workout with a client-made id; sending it again changes nothing."""

    id: EntityId
    started_at: Moment
    finished_at: Moment | None = None
    time_zone: TimeZoneName
    title: Annotated[ShortText, StringConstraints(max_length=200)] = ""
    notes: LongText = ""
    template_id: EntityId | None = None
    program: WorkoutProgram | None = None
    exercises: Annotated[list[WorkoutExerciseWrite], Field(max_length=100, default_factory=list)]


class WorkoutChange(Input):
    """Only the fields sent change; `program` null takes the workout out of its program."""

    started_at: Moment | None = None
    finished_at: Moment | None = None
    time_zone: TimeZoneName | None = None
    title: Annotated[ShortText, StringConstraints(max_length=200)] = ""
    notes: LongText = ""
    program: WorkoutProgram | None = None


class ExerciseOrder(Input):
    """The exercises of a workout in their new order; those not named follow."""

    ids: Annotated[list[EntityId], Field(min_length=1, max_length=100)]


class Saved(Output):
    """The answer to a change: what was changed and the workout's revision with it."""

    id: str
    workout_id: str
    rev: int


class CalendarDay(Output):
    """One day with training."""

    local_date: str
    workouts: int
    hard_sets: int
    tonnage_kg: float


class Calendar(Output):
    """Days with training between two dates, oldest first."""

    days: list[CalendarDay]


class TrendDay(Output):
    """One training day of an exercise. `level` is the smoothed e1RM with its 95 % interval."""

    local_date: str
    e1rm_kg: float | None
    level_kg: float | None
    low_kg: float | None
    high_kg: float | None
    top_load_kg: float | None
    top_reps: int | None
    workout_id: str | None
    tonnage_kg: float
    reps: int
    sets: int
    hard_sets: int
    duration_s: float
    distance_m: float


class TrendSummary(Output):
    """What the e1RM chart shows, in numbers. `verdict` is `too_early` until the data can tell."""

    verdict: Literal["rising", "falling", "plateau", "unclear", "too_early"]
    now_kg: float | None
    low_kg: float | None
    high_kg: float | None
    change_kg: float | None
    change_low_kg: float | None
    change_high_kg: float | None
    weeks: float | None


class RecordRead(Output):
    """A best value and when it was set. `kind`: load (at `reps`), tonnage, e1rm, reps, duration, distance, assistance."""

    exercise_id: str
    kind: Literal["load", "tonnage", "e1rm", "reps", "duration", "distance", "assistance"]
    reps: int
    value: float
    previous_value: float | None
    is_current: bool
    workout_id: str
    set_id: str | None
    achieved_at: str
    local_date: str


class ExerciseSession(Output):
    """One workout in an exercise's history list."""

    workout_id: str
    title: str
    started_at: str
    local_date: str
    notes: str
    sets: list[SetRead]


class SessionPage(Page):
    """A page of an exercise's history list, newest first."""

    sessions: list[ExerciseSession]


class ExerciseHistory(Output):
    """Everything the page of an exercise shows; its cost does not grow with the account.

    `days` are single days, or weeks where `grouped_by` says so (long histories); a week stands
    under the day of its last training. `next_cursor` continues `sessions` in `list_sessions`.
    """

    exercise_id: str
    range: Literal["3m", "1y", "all"]
    grouped_by: Literal["day", "week"]
    days: list[TrendDay]
    summary: TrendSummary
    records: list[RecordRead]
    sessions: list[ExerciseSession]
    next_cursor: str | None
    total_sets: int
    total_days: int
    first_date: str | None
    last_date: str | None


class RecordPage(Page):
    """Records, newest first."""

    records: list[RecordRead]
