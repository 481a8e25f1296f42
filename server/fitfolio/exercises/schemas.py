"""Wire shapes of exercises and of a lifter's preferences for them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from fitfolio.auth.gym import BarId, EquipmentName, RestSeconds, WeightUnit
from fitfolio.auth.schemas import Language
from fitfolio.core.schemas import EntityId, Input, LongText, Output, Page, ShortText

Equipment = EquipmentName
Tracking = Literal[
    "weight_reps", "bodyweight_reps", "assisted_reps", "reps", "duration", "weight_duration",
    "distance_duration", "weight_distance",
]  # fmt: skip
Muscle = Literal[
    "abdominals", "abductors", "adductors", "biceps", "calves", "chest", "forearms", "glutes",
    "hamstrings", "lats", "lower_back", "middle_back", "neck", "quadriceps", "shoulders", "traps",
    "triceps",
]  # fmt: skip

Side = Literal["left", "right"]

# What a set of an exercise may hold, planned or done.
Weight = Annotated[float, Field(ge=-500, le=2000)]
Reps = Annotated[int, Field(ge=0, le=2000)]
Duration = Annotated[float, Field(ge=0, le=86_400)]
Distance = Annotated[float, Field(ge=0, le=1_000_000)]
Rpe = Annotated[float, Field(ge=1, le=10)]
Rir = Annotated[float, Field(ge=0, le=20)]
Position = Annotated[int, Field(ge=0, le=10_000)]

Muscles = Annotated[list[Muscle], Field(max_length=17)]
Name = Annotated[ShortText, StringConstraints(min_length=1, max_length=200)]


class ExerciseRead(Output):
    """One exercise, from the library (`slug` set) or the lifter's own (`slug` null)."""

    id: str
    slug: str | None
    name: str
    equipment: Equipment
    tracking: Tracking
    primary_muscles: list[Muscle]
    secondary_muscles: list[Muscle]
    unilateral: bool
    bodyweight_share: float | None
    mechanic: str | None
    force: str | None
    category: str | None
    cue: str | None
    aliases: list[str]
    facts_name: str | None
    notes: str
    favourite: bool
    weight_unit: Literal["kg", "lb"] | None
    is_custom: bool
    is_archived: bool


class ExercisePage(Page):
    """A page of exercises, best match or most popular first."""

    exercises: list[ExerciseRead]


class ExerciseCreate(Input):
    """A custom exercise with a client-made id; sending it again changes nothing."""

    id: EntityId
    name: Name
    equipment: Equipment = "other"
    tracking: Tracking = "weight_reps"
    primary_muscles: Muscles = Field(default_factory=list)
    secondary_muscles: Muscles = Field(default_factory=list)
    unilateral: bool = False
    notes: LongText = ""


class ExerciseChange(Input):
    """The named fields of a custom exercise change, the others stay."""

    name: Name | None = None
    equipment: Equipment | None = None
    tracking: Tracking | None = None
    primary_muscles: Muscles | None = None
    secondary_muscles: Muscles | None = None
    unilateral: bool | None = None
    notes: LongText | None = None


class PreferenceChange(Input):
    """A lifter's own settings for an exercise of the library or one's own; only those sent change.

    `""` clears the unit. Rest times [s], bar and step are cleared by null: then what the profile
    says holds. `step` is the smallest difference in weight worth offering, in `step_unit`.
    """

    favourite: bool | None = None
    weight_unit: Literal["kg", "lb", ""] | None = None
    notes: LongText | None = None
    rest_s: RestSeconds | None = None
    rest_warm_up_s: RestSeconds | None = None
    bar_id: BarId | None = None
    step: Annotated[float, Field(gt=0, le=250)] | None = None
    step_unit: WeightUnit | None = None


class PreferenceRead(Output):
    """A lifter's own settings for one exercise; null means "as in the profile"."""

    exercise_id: str
    favourite: bool
    weight_unit: WeightUnit | None
    notes: str
    rest_s: int | None
    rest_warm_up_s: int | None
    bar_id: str | None
    step: float | None
    step_unit: WeightUnit | None


class LibraryDocument(Output):
    """The whole library in one language for offline use; `version` changes only with its content."""

    version: str
    language: Language
    exercises: list[ExerciseRead]
