"""Wire shapes of programs and their editions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from fitfolio.core.schemas import EntityId, Input, LongText, Output, ShortText, Text
from fitfolio.exercises.schemas import Position

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")]


class Provenance(Input):
    """Where a program comes from: the library (`slug`), a share (`token`, `version_id`) or a file."""

    kind: Literal["library", "share", "file"]
    slug: Annotated[ShortText, StringConstraints(max_length=80)] | None = None
    token: Annotated[ShortText, StringConstraints(max_length=80)] | None = None
    version_id: EntityId | None = None
    title: ShortText
    by: ShortText | None = None


class ProvenanceRead(Output):
    """Where a program comes from; `version_id` is the edition that was taken over last."""

    kind: Literal["library", "share", "file"]
    slug: str | None
    token: str | None
    version_id: str | None
    title: str
    by: str | None


class ProgramCreate(Input):
    """A program with a client-made id; sending it again changes nothing. `draft_text` may be any text."""

    id: EntityId
    title: ShortText = ""
    folder: ShortText = ""
    position: Position = 0
    draft_text: Text | None = None
    provenance: Provenance | None = None


class ProgramChange(Input):
    """Only the fields sent change. `draft_text` null: the draft is done with."""

    title: ShortText = ""
    folder: ShortText = ""
    position: Position = 0
    draft_text: Text | None = None
    provenance: Provenance | None = None


class ProgramRead(Output):
    """A program on the lifter's shelf; what it says stands in its editions and its draft."""

    id: str
    rev: int
    title: str
    folder: str
    position: int
    draft_text: str | None
    latest_version_id: str | None
    provenance: ProvenanceRead | None
    created_at: str


class ProgramList(Output):
    """All programs in the lifter's order: position, then title."""

    programs: list[ProgramRead]


class ProgramVersionCreate(Input):
    """An edition with a client-made id; sending it again changes nothing."""

    id: EntityId
    program_id: EntityId
    text: Text
    note: LongText = ""
    parent_version_id: EntityId | None = None


class ProgramVersionRead(Output):
    """An edition: a text without errors that never changes. `title` is the one in the text."""

    id: str
    rev: int
    program_id: str
    number: int
    title: str
    text: str
    note: str
    parent_version_id: str | None
    created_at: str


class ProgramVersionList(Output):
    """The editions of one program, newest first."""

    program_versions: list[ProgramVersionRead]


class DiffLineRead(Output):
    """A line of the canonical text, and in which edition it is."""

    change: Literal["same", "added", "removed"]
    text: str


class BlockDiffRead(Output):
    """A block that differs; `name` is what it is known by."""

    kind: str
    name: str
    change: Literal["added", "removed", "changed", "moved"]
    lines: list[DiffLineRead]


class ProgramVersionDiff(Output):
    """What an edition changed; `against_id` is null where there is nothing to compare it with."""

    version_id: str
    against_id: str | None
    blocks: list[BlockDiffRead]
