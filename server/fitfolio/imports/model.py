"""What every file format is read into, before anything touches the account.

A parser turns bytes into a `ParsedFile` and nothing else: no database, no exercise
matching, no conversion of what the lifter typed. Values keep the unit of the file;
kilograms are derived later, once, by `training.units`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from fitfolio.imports.document import ExportDocument

SetKind = Literal["warm_up", "working", "drop", "back_off", "amrap", "failure"]
WeightUnit = Literal["kg", "lb"]
DistanceUnit = Literal["m", "km", "mi", "yd", "ft"]


@dataclass(slots=True)
class ParsedSet:
    """One performed set. Rest, note, skipped and planned rows never become one.

    `weight` is signed as in the file (some apps write assistance as a negative
    number) and stays in `weight_unit`; `None` as a unit means the file does not say,
    and `ParseOptions.unit` or the person decides. `reps` is None for timed sets.
    """

    line: int
    kind: SetKind = "working"
    weight: float | None = None
    weight_unit: WeightUnit | None = None
    reps: int | None = None
    duration_s: float | None = None
    distance: float | None = None
    distance_unit: DistanceUnit | None = None
    rpe: float | None = None
    rir: float | None = None
    notes: str = ""
    logged_at: datetime | None = None
    flag: str = ""
    """Code of the problem that keeps this set out of records; empty when it is believable."""


@dataclass(slots=True)
class ParsedExercise:
    """One block of one exercise inside a workout, in file order.

    `name` is the name as the file spells it (trimmed). `equipment_hint` is set where
    the file states equipment apart from the name. `superset` numbers groups inside
    this workout only. `per_hand` is true where the file says the weight is per hand.
    """

    name: str
    sets: list[ParsedSet] = field(default_factory=list)
    equipment_hint: str = ""
    superset: int | None = None
    notes: str = ""
    per_hand: bool = False


@dataclass(slots=True)
class ParsedWorkout:
    """One training session.

    `started_at` is naive where the file prints local time (the person's zone is then
    applied) and aware where the file states the zone. `has_time` is false for files
    that know only the day. `source_key` is stable for the same workout in a later
    export of the same app (start, title …) and unique inside the file.
    """

    started_at: datetime
    source_key: str
    line: int
    has_time: bool = True
    finished_at: datetime | None = None
    title: str = ""
    notes: str = ""
    exercises: list[ParsedExercise] = field(default_factory=list)
    bodyweight: float | None = None
    bodyweight_unit: WeightUnit | None = None


@dataclass(slots=True)
class ParsedMeasurement:
    """One dated body value: `metric` is a key of `recovery.metrics` (weight, body_fat, waist …)."""

    line: int
    at: datetime
    metric: str
    value: float
    unit: str
    notes: str = ""


@dataclass(slots=True, frozen=True)
class RowProblem:
    """A row that was not taken (skipped) or was taken but is not believed (flagged).

    `code` is stable and translated by the web app; `reason` is the English sentence.
    """

    line: int
    code: str
    reason: str


@dataclass(slots=True)
class ParseOptions:
    """What the person said about things the file does not state."""

    unit: WeightUnit | None = None
    time_zone: str | None = None
    columns: dict[str, str] | None = None
    """Generic CSV only: our field name → the file's column name."""
    today: date | None = None
    """Upper bound of believable dates; the caller passes the clock's day."""


@dataclass(slots=True)
class ParsedFile:
    """All a file holds, plus what the person must be asked.

    `needs_unit` / `needs_time_zone` say that the file does not state it;
    `guessed_unit` is the parser's guess from plate jumps. `needs_columns` is set only by
    the generic CSV reader: the column names found, to be mapped.
    """

    format: str
    workouts: list[ParsedWorkout] = field(default_factory=list)
    measurements: list[ParsedMeasurement] = field(default_factory=list)
    skipped: list[RowProblem] = field(default_factory=list)
    flagged: list[RowProblem] = field(default_factory=list)
    needs_unit: bool = False
    guessed_unit: WeightUnit | None = None
    needs_time_zone: bool = False
    needs_columns: list[str] | None = None
    guessed_columns: dict[str, str] = field(default_factory=dict)
    sample_rows: list[list[str]] = field(default_factory=list)
    """The first rows of a table whose columns must be mapped."""
    document: ExportDocument | None = None
    """Set for FitFolio's own export, which is put back as it is instead of being matched."""
