"""Wire shapes of exercises and of a lifter's preferences for them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from fitfolio.auth.schemas import EquipmentName, Language
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
    """Favourite, unit override (`""` clears it) and own notes, for library and custom exercises alike."""

    favourite: bool | None = None
    weight_unit: Literal["kg", "lb", ""] | None = None
    notes: LongText | None = None


class PreferenceRead(Output):
    """A lifter's own settings for one exercise."""

    exercise_id: str
    favourite: bool
    weight_unit: Literal["kg", "lb"] | None
    notes: str


class LibraryDocument(Output):
    """The whole library in one language for offline use; `version` changes only with its content."""

    version: str
    language: Language
    exercises: list[ExerciseRead]
