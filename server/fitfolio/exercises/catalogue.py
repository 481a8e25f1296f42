"""The exercise library in memory: read once from `library/*.csv`, the same in every process."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from uuid import UUID, uuid5

# Part of every library exercise's identity: changing it would orphan all logged sets.
ID_NAMESPACE = UUID("5f1f0f5e-7b39-5c1b-9a53-0d3a1f0c7e11")

# "": names used anywhere. Names in languages the interface lacks only serve to read export files.
_SEARCHED_LANGUAGES = frozenset({"", "de"})

_LIBRARY_DIR = Path(__file__).parent / "library"


@dataclass(frozen=True, slots=True)
class NameAlias:
    """Another name of an exercise; `app` and `language` are empty where it is used anywhere.

    `unsure`: the name may mean something else, so a person should look at the match.
    """

    slug: str
    app: str
    language: str
    text: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class LibraryExercise:
    """One exercise of the library.

    `rank` is its popularity, 1 the most popular. `bodyweight_share` is the part of the body weight
    that is moved, 0..1. `aliases` are for searching, so those in the languages of the interface;
    all of them, per app and language, are in the catalogue.
    """

    id: str
    slug: str
    name: str
    name_de: str | None
    facts_name: str | None
    equipment: str
    tracking: str
    primary_muscles: tuple[str, ...]
    secondary_muscles: tuple[str, ...]
    mechanic: str | None
    force: str | None
    category: str
    unilateral: bool
    bodyweight_share: float | None
    aliases: tuple[str, ...]
    cue_en: str | None
    cue_de: str | None
    rank: int

    def display_name(self, lang: str) -> str:
        return self.name_de if lang.startswith("de") and self.name_de else self.name

    def other_names(self, lang: str) -> tuple[str, ...]:
        """What it is also called, its name in the other language included."""
        shown = self.display_name(lang)
        return tuple(
            one for one in (self.name, self.name_de, *self.aliases) if one and one != shown
        )

    def cue(self, lang: str) -> str | None:
        return self.cue_de if lang.startswith("de") and self.cue_de else self.cue_en


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All library exercises by popularity; `version` changes only with the data."""

    version: str
    exercises: tuple[LibraryExercise, ...]
    by_slug: Mapping[str, LibraryExercise]
    by_id: Mapping[str, LibraryExercise]
    name_aliases: tuple[NameAlias, ...]


def exercise_id(slug: str) -> str:
    """The id of a library exercise, the same on every installation and for ever."""
    return str(uuid5(ID_NAMESPACE, slug))


@cache
def load_catalogue() -> Catalogue:
    texts = {
        name: (_LIBRARY_DIR / f"{name}.csv").read_text("utf-8")
        for name in ("exercises", "aliases", "cues")
    }
    aliases = tuple(
        NameAlias(slug, app, language, text, unsure == "1")
        for slug, app, language, text, unsure in _rows(texts["aliases"])
    )
    aliases_by_slug: dict[str, dict[str, None]] = {}
    for alias in aliases:
        if alias.language in _SEARCHED_LANGUAGES:
            aliases_by_slug.setdefault(alias.slug, {})[alias.text] = None
    cues = {slug: (en, de) for slug, en, de in _rows(texts["cues"])}
    exercises = [
        _exercise(row, tuple(aliases_by_slug.get(row[0], ())), cues.get(row[0], ("", "")))
        for row in _rows(texts["exercises"])
    ]
    exercises.sort(key=lambda exercise: exercise.rank)
    return Catalogue(
        version=hashlib.sha256("\0".join(texts.values()).encode()).hexdigest()[:16],
        exercises=tuple(exercises),
        by_slug=MappingProxyType({exercise.slug: exercise for exercise in exercises}),
        by_id=MappingProxyType({exercise.id: exercise for exercise in exercises}),
        name_aliases=aliases,
    )


def _rows(text: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text))
    next(reader)
    return reader


def _exercise(row: list[str], aliases: tuple[str, ...], cues: tuple[str, str]) -> LibraryExercise:
    (
        slug, name, name_de, facts_name, equipment, tracking, primary, secondary,
        mechanic, force, category, unilateral, share, rank,
    ) = row  # fmt: skip
    return LibraryExercise(
        id=exercise_id(slug),
        slug=slug,
        name=name,
        name_de=name_de or None,
        facts_name=facts_name or None,
        equipment=equipment,
        tracking=tracking,
        primary_muscles=tuple(primary.split(";")),
        secondary_muscles=tuple(secondary.split(";")) if secondary else (),
        mechanic=mechanic or None,
        force=force or None,
        category=category,
        unilateral=unilateral == "1",
        bodyweight_share=float(share) if share else None,
        aliases=aliases,
        cue_en=cues[0] or None,
        cue_de=cues[1] or None,
        rank=int(rank),
    )
