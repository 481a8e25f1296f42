"""Wire shapes of bringing a file in: upload → preview → confirm → result → undo."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from fitfolio.core.schemas import EntityId, Input, Output, ShortText, Text, TimeZoneName

ImportStatus = Literal["reading", "preview", "importing", "done", "failed", "undoing", "undone"]


class RowProblemRead(Output):
    """A row that was not taken, or is not believed."""

    line: int
    code: str
    reason: str


class NameCandidate(Output):
    """A library or own exercise that the name may mean."""

    exercise_id: str
    name: str
    score: float


class NameMatch(Output):
    """How one exercise name of the file is understood.

    `decision`: `matched` (sure), `check` (unsure, best guess preselected) or `create`
    (a custom exercise will be made). `exercise_id` is the current choice, null = create.
    """

    name: str
    sets: int
    decision: Literal["matched", "check", "create"]
    exercise_id: str | None
    chosen_by_you: bool
    candidates: list[NameCandidate]


class ImportCounts(Output):
    """The figures of a file; definitions as in docs/import.md. Tonnage as the file states its weights."""

    format: str
    workouts: int
    sets: int
    loaded_sets: int
    warmup_sets: int
    exercises: int
    reps: int
    tonnage_kg: float | None
    first: str | None
    last: str | None
    measurements: int


class ImportPreview(Output):
    """What the file holds and what must be decided before it is taken in."""

    counts: ImportCounts
    format_label: str
    needs_unit: bool
    guessed_unit: Literal["kg", "lb"] | None
    needs_time_zone: bool
    needs_columns: list[str] | None
    guessed_columns: dict[str, str]
    sample_rows: list[list[str]]
    duplicates: int
    names: list[NameMatch]
    skipped: list[RowProblemRead]
    skipped_total: int
    flagged: list[RowProblemRead]
    flagged_total: int


class ImportResult(Output):
    """What the import added."""

    workouts_added: int
    workouts_extended: int
    sets_added: int
    duplicates_skipped: int
    matched_exercises: int
    created_exercises: int
    measurements_added: int
    flagged_total: int

    @property
    def is_empty(self) -> bool:
        """Whether everything was there already."""
        return not (
            self.workouts_added
            or self.workouts_extended
            or self.sets_added
            or self.created_exercises
            or self.measurements_added
        )


Heading = Annotated[Text, StringConstraints(max_length=500)]
NameInFile = Annotated[Text, StringConstraints(max_length=2000)]
"""An exercise name as the file spells it, however long."""


class ImportOptions(Input):
    """What the person decided. Fields not sent stay as they are; `names` maps a name to an exercise id or null (create)."""

    format: Annotated[ShortText, StringConstraints(max_length=40)] | None = None
    unit: Literal["kg", "lb"] | None = None
    time_zone: TimeZoneName | None = None
    columns: Annotated[dict[Heading, Heading], Field(max_length=100)] | None = None
    names: Annotated[dict[NameInFile, EntityId | None], Field(max_length=5000)] | None = None


class ImportRead(Output):
    """One uploaded file and where it stands; `progress` is 0…1."""

    id: str
    status: ImportStatus
    format: str | None
    file_name: str
    size_bytes: int
    created_at: str
    finished_at: str | None
    undone_at: str | None
    progress: float
    unit: Literal["kg", "lb"] | None
    time_zone: str | None
    error_code: str | None
    error_detail: str | None
    preview: ImportPreview | None
    result: ImportResult | None


class ImportList(Output):
    """All imports of the account, newest first (without their previews)."""

    imports: list[ImportRead]
