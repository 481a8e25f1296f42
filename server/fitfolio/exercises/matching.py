"""From a name in an export file to an exercise of the library, or to an honest "none".

Steps: a known name of the app; a known name anywhere; the same movement, equipment and modifiers
(`names.parse_name`); the nearest such exercise, with penalties for whatever does not agree. A match
is `sure` only where nothing important disagrees; below `NONE_BELOW` there is no match, because a
wrong exercise in a history is worse than a custom one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.exercises.name_index import NameIndex, app_key, name_index
from fitfolio.exercises.names import ParsedName, normalise, parse_name

# Said for `app` where a name comes from a log whose app is unknown: lifters log "Adductor" for the
# machine, the table of facts means the foam roller.
ANY_APP = "*"
SURE_FROM = 0.85
NONE_BELOW = 0.7
UNSURE_ALIAS_SCORE = 0.8

# How much it matters that only one of the two names says so.
_MODIFIER_PENALTY = {
    "incline": 0.35, "decline": 0.35, "assisted": 0.45, "weighted": 0.35, "negative": 0.35,
    "underhand": 0.25, "behindneck": 0.35, "behindback": 0.35, "lying": 0.25, "single_leg": 0.3,
    "single_arm": 0.2, "close": 0.2, "pause": 0.3, "deficit": 0.3, "supported": 0.3, "seated": 0.16,
    "kneeling": 0.16, "wide": 0.14, "neutral": 0.14, "alternating": 0.1, "vbar": 0.1, "bent": 0.1,
    "rope": 0.06, "flatbench": 0.05, "pronated": 0.05, "standing": 0.06, "iso": 0.05,
}  # fmt: skip
_OTHER_EQUIPMENT_PENALTY = 0.4
_NEAR_EQUIPMENT_PENALTY = 0.31
_NEAR_EQUIPMENT = (
    frozenset({"barbell", "ez_bar"}),
    frozenset({"cable", "machine"}),
    frozenset({"plate", "dumbbell"}),
    frozenset({"dumbbell", "kettlebell"}),
)
_UNSAID_EQUIPMENT_PENALTY = 0.18
_DOUBT_PENALTY = 0.05
_TYPO_RATIO = 84
# A word no exercise knows weighs as much as a rather rare known one.
_UNKNOWN_WORD_WEIGHT = 6.0
_ALTERNATIVES = 5


@dataclass(frozen=True, slots=True)
class Match:
    """`slug` is None where nothing is near enough; `sure` is False where a person should look."""

    slug: str | None
    score: float
    sure: bool
    alternatives: tuple[tuple[str, float], ...]


def match_many(
    names: Iterable[str], *, app: str | None = None, equipment_hints: Iterable[str] = ()
) -> dict[str, Match]:
    """Matches for all names of a file; `equipment_hints` run parallel to the names."""
    hints = list(equipment_hints)
    return {
        name: match_name(name, hints[index] if index < len(hints) else "", app)
        for index, name in enumerate(names)
    }


def match_name(name: str, equipment_hint: str = "", app: str | None = None) -> Match:
    """The library exercise a name most likely means; the hint is a word for equipment in any language."""
    index = name_index()
    plain = normalise(name)
    if not plain:
        return Match(None, 0.0, False, ())
    known = None
    if app:
        known = index.exact_by_app.get((app_key(app), plain)) or index.exact_by_app.get(
            (app_key(ANY_APP), plain)
        )
    known = known or (None if equipment_hint else index.exact.get(plain))
    if known and known[1]:
        return Match(known[0], 1.0, True, ())
    parsed = parse_name(name, repair=_repair)
    hinted = parse_name(equipment_hint).equipment if equipment_hint else ""
    if hinted and not parsed.equipment:
        parsed = parse_name(f"{name} {equipment_hint}", repair=_repair)
    ranked = _rank(parsed, index)
    if known:
        others = [one for one in ranked if one[0] != known[0]]
        return Match(known[0], UNSURE_ALIAS_SCORE, False, tuple(others[:_ALTERNATIVES]))
    if not ranked or ranked[0][1] < NONE_BELOW:
        return Match(None, ranked[0][1] if ranked else 0.0, False, tuple(ranked[:_ALTERNATIVES]))
    (slug, score), *others = ranked
    score = min(score, 0.99)  # only a known name is certain
    return Match(slug, score, score >= SURE_FROM, tuple(others[:_ALTERNATIVES]))


def _rank(parsed: ParsedName, index: NameIndex) -> list[tuple[str, float]]:
    candidates = {key for word in parsed.movement for key in index.keys_by_word.get(word, ())}
    exercises = load_catalogue().by_slug
    best: dict[str, float] = {}
    for key in candidates:
        slug = index.keys[key]
        score = _score(parsed, key, index)
        if score > best.get(slug, 0.3):
            best[slug] = score
    ranked = sorted(best.items(), key=lambda one: (-round(one[1], 3), exercises[one[0]].rank))
    if not parsed.equipment and ranked:
        usual = index.usual_equipment
        ranked = _choose_equipment(
            ranked,
            usual.get((parsed.movement, parsed.modifiers))
            or usual.get((parsed.movement, frozenset())),
        )
    return [(slug, round(score, 3)) for slug, score in ranked]


def _choose_equipment(
    ranked: list[tuple[str, float]], usual: str | None
) -> list[tuple[str, float]]:
    """A silent name means the usual or the only way to do it, else, less surely, the commonest."""
    exercises = load_catalogue().by_slug
    top = [one for one in ranked if one[1] >= ranked[0][1] - 0.02]
    if len({exercises[slug].equipment for slug, _ in top}) == 1:
        return ranked
    first = next((one for one in top if exercises[one[0]].equipment == usual), None)
    rest = [one for one in ranked if one is not first]
    if first:
        return [first, *rest]
    return [(slug, score - _UNSAID_EQUIPMENT_PENALTY) for slug, score in rest]


def _score(wanted: ParsedName, have: ParsedName, index: NameIndex) -> float:
    def weigh(words: frozenset[str]) -> float:
        return sum(index.weights.get(word, _UNKNOWN_WORD_WEIGHT) for word in words)

    union = weigh(wanted.movement | have.movement)
    score = weigh(wanted.movement & have.movement) / union if union else 0.0
    for modifier in wanted.modifiers ^ have.modifiers:
        score -= _MODIFIER_PENALTY.get(modifier, 0.2)
    score -= _equipment_penalty(wanted.equipment, have.equipment)
    return max(0.0, score - _DOUBT_PENALTY * wanted.doubts)


def _equipment_penalty(wanted: str, have: str) -> float:
    if not wanted or wanted == have:
        return 0.0
    if frozenset({wanted, have}) in _NEAR_EQUIPMENT:
        return _NEAR_EQUIPMENT_PENALTY
    return _OTHER_EQUIPMENT_PENALTY


def _repair(word: str) -> str | None:
    """The word itself if it is known, the known word a mistyped one stands for, or None."""
    index = name_index()
    if word in index.vocabulary:
        return word
    if len(word) < 5 or word.isdigit():
        return None
    if word not in index.repaired:
        found = process.extractOne(
            word, index.long_words, scorer=fuzz.ratio, score_cutoff=_TYPO_RATIO
        )
        index.repaired[word] = found[0] if found else None
    return index.repaired[word]
