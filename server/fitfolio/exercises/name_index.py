"""The tables names are matched with: known names, and what each library name says."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cache

from fitfolio.exercises.catalogue import Catalogue, load_catalogue
from fitfolio.exercises.names import ParsedName, known_words, normalise, parse_name, words_of


@dataclass(slots=True)
class NameIndex:
    """Names lead to `(slug, sure)`; parsed names to a slug.

    `usual_equipment` is what a movement with its modifiers means where nothing is said ("Bench
    Press": barbell; "Assisted Pull Up": machine), `weights` are inverse document frequencies of movement words, `repaired` remembers spellings already looked up.
    """

    exact: dict[str, tuple[str, bool]] = field(default_factory=dict)
    exact_by_app: dict[tuple[str, str], tuple[str, bool]] = field(default_factory=dict)
    keys: dict[ParsedName, str] = field(default_factory=dict)
    usual_equipment: dict[tuple[frozenset[str], frozenset[str]], str] = field(default_factory=dict)
    keys_by_word: dict[str, list[ParsedName]] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)
    vocabulary: set[str] = field(default_factory=set)
    long_words: list[str] = field(default_factory=list)
    repaired: dict[str, str | None] = field(default_factory=dict)


@cache
def name_index() -> NameIndex:
    catalogue = load_catalogue()
    index = NameIndex(vocabulary=set(known_words()))
    _add_aliases(index, catalogue)
    # Popular exercises first, own names before other names: the first to claim a name keeps it.
    for exercise in catalogue.exercises:
        _add_name(index, exercise.name, exercise.slug, exercise.equipment)
    for exercise in catalogue.exercises:
        if exercise.facts_name:
            _add_name(index, exercise.facts_name, exercise.slug, exercise.equipment)
        if exercise.name_de:
            _add_german_name(index, exercise.name_de, exercise.slug, exercise.equipment)
    for alias in catalogue.name_aliases:
        # Names in other languages are known as they are: their words would only blur the rest.
        if not (alias.app or alias.unsure or alias.language):
            equipment = catalogue.by_slug[alias.slug].equipment
            _add_usual(index, _add_name(index, alias.text, alias.slug, equipment), equipment)
    # "Clean and Press" says no equipment because there is one usual one.
    for exercise in catalogue.exercises:
        if exercise.equipment != "other":
            _add_usual(index, parse_name(exercise.name), exercise.equipment)
    _weigh(index)
    index.long_words = sorted(word for word in index.vocabulary if len(word) >= 4)
    return index


def app_key(app: str) -> str:
    """An app's name as everyone writes it: "Alpha Progression" and "alpha_progression" are one."""
    return "".join(ch for ch in app.casefold() if ch.isalnum())


def _add_aliases(index: NameIndex, catalogue: Catalogue) -> None:
    for alias in catalogue.name_aliases:
        target = (alias.slug, not alias.unsure)
        if alias.app:
            index.exact_by_app[app_key(alias.app), normalise(alias.text)] = target
        else:
            index.exact[normalise(alias.text)] = target


def _add_name(index: NameIndex, name: str, slug: str, equipment: str) -> ParsedName:
    index.exact.setdefault(normalise(name), (slug, True))
    index.vocabulary.update(words_of(name))
    parsed = parse_name(name)
    if parsed.movement:
        key = ParsedName(parsed.movement, parsed.equipment or equipment, parsed.modifiers)
        index.keys.setdefault(key, slug)
    return parsed


def _add_german_name(index: NameIndex, name: str, slug: str, equipment: str) -> None:
    # German names one machine where English has a word for the movement ("Beinbeuger").
    said = parse_name(name).equipment
    if said in {"", equipment}:
        _add_name(index, name, slug, equipment)
    else:
        index.exact.setdefault(normalise(name), (slug, True))
        index.vocabulary.update(words_of(name))


def _add_usual(index: NameIndex, parsed: ParsedName, equipment: str) -> None:
    if not parsed.equipment:
        index.usual_equipment.setdefault((parsed.movement, parsed.modifiers), equipment)


def _weigh(index: NameIndex) -> None:
    for key in index.keys:
        for word in key.movement:
            index.keys_by_word.setdefault(word, []).append(key)
    index.weights = {
        word: math.log(len(index.keys) / len(keys)) for word, keys in index.keys_by_word.items()
    }
