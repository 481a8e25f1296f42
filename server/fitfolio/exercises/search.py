"""Finding exercises while somebody types: prefixes, typing errors, other names, muscles, equipment.

Every word of the query has to be found somewhere in an exercise. A word counts by where it is found
(name, other name, equipment, muscle) and by how well (whole, beginning, mistyped). Exercises come in
order of popularity and keep it among equals. The browser has a twin of this module; both are held
to `conformance/exercise_search.json`, so change them together.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol, TypeVar

from rapidfuzz.distance import OSA

from fitfolio.exercises.names import normalise

_WORDS_FILE = Path(__file__).parent / "library" / "search_words.json"

_NAME, _OTHER_NAME, _EQUIPMENT, _PRIMARY, _SECONDARY = 1.0, 0.9, 0.8, 0.85, 0.4
_WHOLE, _PLURAL, _BEGINNING, _MISTYPED, _MISTYPED_BEGINNING = 1.0, 0.95, 0.85, 0.6, 0.5
_BEGINNINGS = frozenset({_BEGINNING, _MISTYPED_BEGINNING})
_RUN_TOGETHER = 0.95  # "pullup" for "Pull-Up"
_SAME_NAME_BONUS, _SAME_OTHER_NAME_BONUS, _COVERAGE_BONUS, _POPULARITY_BONUS = 0.1, 0.3, 0.3, 0.25
_POPULARITY_HALF = 40  # the place in the order at which popularity counts half
_IGNORED = frozenset({"a", "an", "the", "with", "on", "and", "mit", "am", "der", "die", "das"})


class Searchable(Protocol):
    """What an exercise must say about itself, from the library or a lifter's own.

    Where it has a name in another language, that comes first of the aliases.
    """

    @property
    def name(self) -> str: ...
    @property
    def facts_name(self) -> str | None: ...
    @property
    def aliases(self) -> Sequence[str]: ...
    @property
    def equipment(self) -> str: ...
    @property
    def primary_muscles(self) -> Sequence[str]: ...
    @property
    def secondary_muscles(self) -> Sequence[str]: ...


Entry = TypeVar("Entry", bound=Searchable)


@dataclass(frozen=True, slots=True)
class _Document:
    """The words of an exercise, each with the weight of the best place it stands in."""

    weights: Mapping[str, float]
    movement: frozenset[str]
    other_movement: frozenset[str]  # in the other language
    name: str
    other_names: frozenset[str]
    run_together: str  # every name without its blanks, each after a line break


@dataclass(frozen=True, slots=True)
class _Typed:
    """The words a query may mean, and those of them that were typed to the end."""

    words: frozenset[str]
    whole_words: frozenset[str]


def search(
    query: str,
    entries: Sequence[Entry],
    limit: int,
    *,
    equipment: str | None = None,
    muscle: str | None = None,
) -> list[Entry]:
    """The best `limit` entries for a query, best first; without a query, the first ones as given.

    `entries` are ordered by popularity. `equipment` and `muscle` (primary or secondary) filter.
    """
    plain = normalise(query)
    words = [word for word in plain.split() if word not in _IGNORED]
    pool = [entry for entry in entries if _passes(entry, equipment, muscle)]
    if not words:
        return pool[:limit] if not plain else []
    documents = [_document_of(entry) for entry in pool]
    vocabulary = frozenset[str]().union(*(document.weights for document in documents))
    hits = [_alike(word, vocabulary) for word in words]
    typed = _Typed(
        frozenset[str]().union(*hits),
        frozenset(word for alike in hits for word, fit in alike.items() if fit not in _BEGINNINGS),
    )
    joined = "\n" + plain.replace(" ", "")
    scored: list[tuple[float, int]] = []
    for place, document in enumerate(documents):
        score = _score(document, hits, joined)
        if score:
            score += _bonus(document, typed, plain)
            score += _POPULARITY_BONUS * _POPULARITY_HALF / (_POPULARITY_HALF + place)
            scored.append((-round(score, 6), place))
    scored.sort()
    return [pool[place] for _, place in scored[:limit]]


def _passes(entry: Searchable, equipment: str | None, muscle: str | None) -> bool:
    if equipment is not None and entry.equipment != equipment:
        return False
    return muscle is None or muscle in entry.primary_muscles or muscle in entry.secondary_muscles


def _alike(typed: str, vocabulary: Iterable[str]) -> dict[str, float]:
    """The words a typed one may mean, with how well they fit."""
    length = len(typed)
    errors = 2 if length >= 8 else 1 if length >= 4 else 0
    found: dict[str, float] = {}
    for word in vocabulary:
        longer = len(word) - length
        if word.startswith(typed):
            found[word] = _WHOLE if not longer else _BEGINNING
        elif longer == -1 and length >= 4 and typed == word + "s":
            found[word] = _PLURAL
        elif not errors or longer < -errors:
            continue
        elif longer <= errors and OSA.distance(typed, word, score_cutoff=errors) <= errors:
            found[word] = _MISTYPED
        elif longer > 0 and length >= 5 and OSA.distance(typed, word[:length], score_cutoff=1) <= 1:
            found[word] = _MISTYPED_BEGINNING
    return found


def _score(document: _Document, hits: list[dict[str, float]], joined: str) -> float:
    """The mean of the query's words, 0 if one of them is nowhere."""
    total = 0.0
    weights = document.weights
    for alike in hits:
        # Sets meet in C; walking all words in Python would take most of the time.
        common = alike.keys() & weights.keys()
        if not common:
            break
        total += max(alike[word] * weights[word] for word in common)
    else:
        return total / len(hits)
    if len(joined) > 4 and joined in document.run_together:
        return _RUN_TOGETHER
    return 0.0


def _bonus(document: _Document, typed: _Typed, plain: str) -> float:
    # People type either language, whichever is shown; a beginning says too little to tell which.
    bonus = _COVERAGE_BONUS * max(
        _NAME * _covered(document.movement, typed.words),
        _OTHER_NAME * _covered(document.other_movement, typed.whole_words),
    )
    if plain == document.name:
        bonus += _SAME_NAME_BONUS
    elif plain in document.other_names:
        bonus += _SAME_OTHER_NAME_BONUS
    return bonus


def _covered(movement: frozenset[str], words: frozenset[str]) -> float:
    """The part of a name's words that was typed, 0..1."""
    return len(movement & words) / max(1, len(movement))


def _document_of(entry: Searchable) -> _Document:
    return _document(
        entry.name,
        entry.facts_name,
        tuple(entry.aliases),
        entry.equipment,
        tuple(entry.primary_muscles),
        tuple(entry.secondary_muscles),
    )


@lru_cache(maxsize=8192)
def _document(
    name: str,
    facts_name: str | None,
    aliases: tuple[str, ...],
    equipment: str,
    primary: tuple[str, ...],
    secondary: tuple[str, ...],
) -> _Document:
    said = _search_words()
    plain = normalise(name)
    others = frozenset(normalise(one) for one in (*aliases, facts_name or "") if one)
    weights: dict[str, float] = {}
    places: list[tuple[float, Iterable[str]]] = [
        (_NAME, plain.split()),
        (_OTHER_NAME, [word for one in others for word in one.split()]),
        (_EQUIPMENT, said["equipment"].get(equipment, ())),
        (_PRIMARY, [word for one in primary for word in said["muscles"].get(one, ())]),
        (_SECONDARY, [word for one in secondary for word in said["muscles"].get(one, ())]),
    ]
    for weight, words in places:
        for word in words:
            weights[word] = max(weight, weights.get(word, 0.0))
    return _Document(
        weights,
        _movement(name),
        _movement(aliases[0]) if aliases else frozenset(),
        plain,
        others,
        "".join("\n" + one.replace(" ", "") for one in (plain, *sorted(others))),
    )


def _movement(name: str) -> frozenset[str]:
    """The words before the equipment in parentheses."""
    return frozenset((normalise(name.split("(", maxsplit=1)[0]) or normalise(name)).split())


@cache
def _search_words() -> dict[str, dict[str, list[str]]]:
    words: dict[str, dict[str, list[str]]] = json.loads(_WORDS_FILE.read_text("utf-8"))
    return {
        kind: {key: [normalise(word) for word in said] for key, said in table.items()}
        for kind, table in words.items()
    }
