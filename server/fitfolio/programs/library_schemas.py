"""Wire shapes of the program library, and of checking and looking ahead in any text."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from fitfolio.core.schemas import EntityId, Input, Output, Text
from fitfolio.programs.program_schemas import Slug
from fitfolio.programs.session_schemas import SessionRead
from fitfolio.training.units import WeightUnit

StartKey = Annotated[Text, StringConstraints(min_length=1, max_length=200)]
SessionNumber = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,3}$")]
Reps = Annotated[int, Field(ge=0, le=10_000)]
Effort = Annotated[float, Field(ge=1, le=10)]
Weight = Annotated[float, Field(ge=0, le=100_000)]


class LibraryProgramRead(Output):
    """A famous program: its text with its author's facts. `days` a week, `weeks` of one round."""

    slug: str
    title: str
    days: int | None
    weeks: int
    level: str
    goal: str
    sources: list[str]
    notes: list[str]
    text: str


class ProgramLibrary(Output):
    """All programs of the library by title; `version` changes only with their texts."""

    version: str
    programs: list[LibraryProgramRead]


class TextCheck(Input):
    """A text that may be no program yet."""

    text: Text


class ProblemRead(Output):
    """What is wrong in a text: 1-based line and column, a code and an English sentence."""

    line: int
    column: int
    code: str
    message: str
    suggestion: str | None


class UnknownExerciseRead(Output):
    """An exercise that neither the library nor the lifter's own have: a choice, no error."""

    lift: str
    exercise: str
    suggestion: str | None


class CheckedText(Output):
    """What a text says: `title` is null while there are problems. `warnings`: what has no effect."""

    title: str | None
    weeks: int | None
    problems: list[ProblemRead]
    unknown_exercises: list[UnknownExerciseRead]
    warnings: list[ProblemRead]


class PretendedSlot(Input):
    """What was done otherwise than prescribed in one track."""

    reps: Annotated[list[Reps], Field(max_length=60)] = Field(default_factory=list)
    weight: Weight | None = None
    rpe: Annotated[list[Effort], Field(max_length=60)] = Field(default_factory=list)


class PretendedSession(Input):
    """One session: left out, or with other results in some tracks (null: the track was left out)."""

    skip: bool = False
    slots: Annotated[dict[StartKey, PretendedSlot | None], Field(max_length=30)] = Field(
        default_factory=dict
    )

    def given(self) -> dict[str, Any]:
        """In the form the training core reads."""
        slots = {
            track: None if slot is None else slot.model_dump(exclude_none=True)
            for track, slot in self.slots.items()
        }
        return {"skip": self.skip, "slots": slots}


class PreviewRequest(Input):
    """What to look ahead in: exactly one of `text`, `version_id` and `slug`.

    `results` by the number of the session, counted from 1; what is not there goes as prescribed.
    """

    text: Text | None = None
    version_id: EntityId | None = None
    slug: Slug | None = None
    unit: WeightUnit = "kg"
    starts: Annotated[dict[StartKey, Weight], Field(max_length=500)] = Field(default_factory=dict)
    weeks: Annotated[int, Field(ge=1, le=52)] = 4
    results: Annotated[dict[SessionNumber, PretendedSession], Field(max_length=400)] = Field(
        default_factory=dict
    )


class PreviewSession(SessionRead):
    """A session ahead; `number` counts from 1."""

    number: int


class MuscleSets(Output):
    """Fractional hard sets that a week plans for a muscle; one that helps counts half."""

    muscle: str
    hard_sets: float


class VolumeWeek(Output):
    """A week of the program, counted from 1, with its muscles, the most trained first."""

    week: int
    muscles: list[MuscleSets]


class Preview(Output):
    """The sessions ahead. `weeks` may be fewer than asked for where a program is very large.

    `volume` is of the weeks of one round, in each track's first stage.
    """

    title: str
    unit: WeightUnit
    weeks: int
    sessions: list[PreviewSession]
    volume: list[VolumeWeek]
