"""Wire shapes of links, of what is behind them, and of the instance's shelf."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from fitfolio.core.schemas import EntityId, Input, Moment, Output, ShortText
from fitfolio.exercises.schemas import Side
from fitfolio.programs.program_schemas import BlockDiffRead
from fitfolio.training.sets import SetKind
from fitfolio.training.units import DistanceUnit

ShareKind = Literal["program", "template"]
AuthorName = Annotated[ShortText, StringConstraints(min_length=1, max_length=80)]


class ShareCreate(Input):
    """A link to a program's edition (the latest, unless one is named) or to a template."""

    id: EntityId
    program_id: EntityId | None = None
    template_id: EntityId | None = None
    program_version_id: EntityId | None = None
    author_name: AuthorName | None = None
    expires_at: Moment | None = None
    on_shelf: bool = False


class ShareChange(Input):
    """Only the fields sent change; `program_version_id` null: always the latest edition."""

    program_version_id: EntityId | None = None
    author_name: AuthorName | None = None
    expires_at: Moment | None = None
    on_shelf: bool = False


class ShareRead(Output):
    """A link of one's own. `url` is its public page; `is_open` whether there is something behind it now."""

    id: str
    kind: ShareKind
    program_id: str | None
    template_id: str | None
    program_version_id: str | None
    title: str
    token: str
    url: str
    author_name: str | None
    on_shelf: bool
    is_open: bool
    created_at: str
    expires_at: str | None
    revoked_at: str | None


class ShareList(Output):
    """One's own links, newest first, revoked ones included."""

    shares: list[ShareRead]


class SharedSet(Output):
    """A planned set without the weight: that is its owner's."""

    kind: SetKind
    reps: int | None
    duration_s: float | None
    distance: float | None
    distance_unit: DistanceUnit | None
    rpe: float | None
    rir: float | None
    side: Side | None


class SharedExercise(Output):
    """An exercise of a template; `slug` is null for one that the library does not have."""

    slug: str | None
    name: str
    equipment: str
    tracking: str
    superset: int | None
    notes: str
    sets: list[SharedSet]


class SharedTemplate(Output):
    """A template without ids and weights."""

    name: str
    notes: str
    exercises: list[SharedExercise]


class SharedRead(Output):
    """What is behind a link: the text of a program, or a template. Nothing in it names an account or a row."""

    token: str
    kind: ShareKind
    title: str
    author_name: str | None
    url: str
    text: str | None
    template: SharedTemplate | None


class CopyRequest(Input):
    """Client-made ids of the copy and of its edition; sending them again changes nothing. A template has no edition."""

    id: EntityId
    version_id: EntityId


class CopyRead(Output):
    """The copy: a program with one edition, or a template."""

    kind: ShareKind
    program_id: str | None
    program_version_id: str | None
    template_id: str | None


class ShelfItem(Output):
    """A link on the instance's shelf. `days` a week and `weeks` of one round, for programs."""

    token: str
    kind: ShareKind
    title: str
    author_name: str | None
    url: str
    is_own: bool
    days: int | None
    weeks: int | None
    goal: str
    level: str


class Shelf(Output):
    """What people of this instance show each other, newest first."""

    items: list[ShelfItem]


class UpstreamRead(Output):
    """What became of the source a program was copied from.

    `status`: `same` as what was taken over, `changed` (then `text` is the new one and `blocks` what it
    changed against the edition taken over), or `gone`.
    """

    status: Literal["same", "changed", "gone"]
    kind: Literal["share", "library"]
    title: str
    author_name: str | None
    text: str | None
    blocks: list[BlockDiffRead]
