"""Reading exercise names as other apps and people write them.

A name becomes a bag of canonical words: what is moved (`movement`), with what (`equipment`) and how
(`modifiers`). Order, plural, accents, language and punctuation no longer matter:
"Bench Press - Close Grip (Barbell)", "Barbell Close-Grip Bench Press" and "Enges Bankdrücken mit
der Langhantel" read the same. The words are in `library/words.csv`: a phrase in any language and
the canonical tokens it stands for, `@` marking equipment and `#` a modifier.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_NOT_WORD = re.compile(r"[^\w]+|_")
_APOSTROPHE = re.compile("['’]")

_WORDS_FILE = Path(__file__).parent / "library" / "words.csv"


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A remark leaves more doubt than a typing error.
_REMARK_DOUBTS = 4

# A body part alone is a plan for the day, not an exercise.
_BODY_PARTS = _word_set(
    "ab arm back bicep calf chest core forearm glute hamstring lat leg neck quad shoulder trap tricep"
)

# What people add to a name of their own; the exercise is likely the same, but not surely.
_DOUBTFUL = _word_set("old new data backup test rpe rpe6 rpe7 rpe8 rpe9 2 3 ii")

# "Unilateral" means one leg in these, one arm in the others.
_LEG_WORDS = _word_set("leg legpress calf hipthrust squat lunge romanian glute")

# The more specific word wins where a name says two: "cable machine", "EZ barbell".
_EQUIPMENT_BY_SPECIFICITY = (
    "smith_machine", "ez_bar", "trap_bar", "sled", "exercise_ball", "medicine_ball", "cable",
    "band", "kettlebell", "dumbbell", "barbell", "machine", "plate", "bodyweight",
)  # fmt: skip

# (all of these words are there, these go, these come): what a movement implies is not said twice.
_IMPLIED = tuple(
    (frozenset(needs.split()), frozenset(gone.split()), frozenset(new.split()))
    for needs, gone, new in (
        ("curl bicep", "bicep", ""),
        ("pushdown tricep", "tricep", ""),
        ("skullcrusher tricep", "tricep", ""),
        ("latpulldown lat", "lat", ""),
        ("pulldown lat", "pulldown lat", "latpulldown"),
        ("straightarm latpulldown", "latpulldown", "pulldown"),
        ("straightarm pushdown", "pushdown", "pulldown"),
        ("straightarm pulldown lat", "lat", ""),
        ("reardelt fly", "reardelt", "reverse"),
        ("reardelt lateral raise", "reardelt lateral raise", "reverse fly"),
        ("fly chest", "chest", ""),
        ("fly crossover", "fly", ""),
        ("crossover chest", "chest", ""),
        ("calf standing", "standing", ""),
        ("chest press", "chest press", "chestpress"),
        ("shoulder press", "shoulder press", "shoulderpress"),
        ("overhead press", "overhead press", "overheadpress"),
        ("overhead shoulderpress", "overhead shoulderpress", "overheadpress"),
        ("military press", "military press", "overheadpress"),
        ("leg press", "leg press", "legpress"),
        ("bench press", "bench press", "benchpress"),
        ("bench benchpress", "bench", ""),
        ("bench row", "bench", ""),
        ("bench curl", "bench", ""),
        ("bench raise", "bench", ""),
        ("bench fly", "bench", ""),
        ("bench crunch", "bench", ""),
        ("bench skullcrusher", "bench", ""),
        ("bench extension", "bench", ""),
        ("bench chestpress", "bench", ""),
        ("parallelbar dip", "parallelbar", "bar"),
        ("shrug shoulder", "shoulder", ""),
        ("goblet squat", "squat", ""),
        ("external rotation shoulder", "shoulder", ""),
        ("internal rotation shoulder", "shoulder", ""),
        ("abdominal crunch", "abdominal", ""),
        ("ab crunch", "ab", ""),
        ("extension calf", "extension", "press"),
        ("calf legpress raise", "raise", "press"),
    )
)


@dataclass(frozen=True, slots=True)
class ParsedName:
    """What a name says. `equipment` is empty where the name is silent.

    `doubts` counts corrected typing errors and words that only their writer understands.
    """

    movement: frozenset[str]
    equipment: str
    modifiers: frozenset[str]
    doubts: int = 0


def normalise(text: str) -> str:
    """Case, accents, punctuation and blanks away; one blank between words."""
    plain = text.casefold()
    if not plain.isascii():
        # Styled letters (𝕬) fold only once they are taken apart, and folding may compose anew.
        folded = unicodedata.normalize("NFKD", text).casefold().replace("ı", "i")
        decomposed = unicodedata.normalize("NFKD", folded)
        plain = "".join(ch for ch in decomposed if not unicodedata.combining(ch))
    return " ".join(_NOT_WORD.sub(" ", _APOSTROPHE.sub("", plain)).split())


@cache
def singular(word: str) -> str:
    """The singular of an English plural; other words only have to come out the same every time."""
    if len(word) < 3 or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "sses", "shes", "xes")):
        return word[:-2]
    if word == "calves":
        return "calf"
    return word[:-1]


def words_of(text: str) -> list[str]:
    """The normalised words of a name in the singular, without "(each side)"."""
    return [singular(word) for word in normalise(text).replace("each side", " ").split()]


def parse_name(text: str, *, repair: Callable[[str], str | None] | None = None) -> ParsedName:
    """The parts of a name.

    `repair` gives back a word it knows, the right spelling of a mistyped one, or None.
    """
    words = words_of(text)
    doubts = 0
    doubtful = _DOUBTFUL
    if repair:
        right = [repair(word) for word in words]
        unknown = {word for word, known in zip(words, right, strict=True) if known is None}
        # Somebody's own remark in parentheses: "Leg Press (by the window)".
        doubtful = doubtful | (unknown & _words_in_parentheses(text))
        doubts = sum(one not in {None, word} for word, one in zip(words, right, strict=True))
        words = [one or word for word, one in zip(words, right, strict=True)]
    equipment: set[str] = set()
    modifiers: set[str] = set()
    rest: list[str] = []
    for token in _canonical(words):
        if token[0] == "@":
            equipment.add(token[1:])
        elif token[0] == "#":
            modifiers.add(token[1:])
        else:
            rest.append(token)
    # A phrase may have been torn apart by the equipment: "lat cable pulldown".
    movement = {token for token in _canonical(rest) if token[0] not in "@#"}
    if movement & doubtful and movement - doubtful:
        doubts += _REMARK_DOUBTS
        movement -= doubtful
    chosen = next((one for one in _EQUIPMENT_BY_SPECIFICITY if one in equipment), "")
    if movement <= _BODY_PARTS:
        movement = set()
    movement, chosen, modifiers = _settle(movement, chosen, modifiers)
    return ParsedName(frozenset(movement), chosen, frozenset(modifiers), doubts)


def _words_in_parentheses(text: str) -> set[str]:
    return {word for inside in re.findall(r"\(([^)]*)\)", text) for word in words_of(inside)}


def known_words() -> frozenset[str]:
    """Every word that occurs in a phrase."""
    return frozenset(word for phrase in _phrases()[0] for word in phrase) | _DOUBTFUL


def _canonical(words: list[str]) -> list[str]:
    phrases, longest_by_first = _phrases()
    out: list[str] = []
    index = 0
    while index < len(words):
        longest = longest_by_first.get(words[index], 0)
        for length in range(min(longest, len(words) - index), 0, -1):
            tokens = phrases.get(tuple(words[index : index + length]))
            if tokens is not None:
                out.extend(tokens)
                index += length
                break
        else:
            out.append(words[index])
            index += 1
    return out


def _settle(
    movement: set[str], equipment: str, modifiers: set[str]
) -> tuple[set[str], str, set[str]]:
    for needs, gone, new in _IMPLIED:
        if needs <= movement:
            movement = (movement - gone) | new
    if movement == {"bench"} or (
        movement == {"press"} and modifiers & {"incline", "decline", "flatbench"}
    ):
        movement = {"benchpress"}
    if "benchpress" in movement:
        modifiers = modifiers - {"flatbench"}
    if "single_arm" in modifiers and movement & _LEG_WORDS:
        modifiers = modifiers - {"single_arm"} | {"single_leg"}
    if "supinated" in modifiers:  # palms up is how one curls anyway
        modifiers = modifiers - {"supinated"} | (set() if "curl" in movement else {"underhand"})
    if "rope" in modifiers and not equipment:
        equipment = "cable"
    if "chestpress" in movement and equipment in {
        "barbell",
        "dumbbell",
        "smith_machine",
        "kettlebell",
    }:
        movement = movement - {"chestpress"} | {"benchpress"}
    if "benchpress" in movement and equipment in {"cable", "machine"}:
        movement = movement - {"benchpress"} | {"chestpress"}
    movement, modifiers = _settle_overhead(movement, equipment, modifiers)
    return movement, equipment, modifiers


def _settle_overhead(
    movement: set[str], equipment: str, modifiers: set[str]
) -> tuple[set[str], set[str]]:
    """Shoulder press and overhead press differ only where one sits and the other stands."""
    if movement & {"shoulderpress", "overheadpress"}:
        press = "overheadpress" if "overheadpress" in movement else "shoulderpress"
        if equipment in {"machine", "cable", "band"}:
            wanted = "shoulderpress"
        elif modifiers & {"seated", "standing"} or equipment in {
            "smith_machine",
            "kettlebell",
            "ez_bar",
        }:
            wanted = "overheadpress"
        else:
            wanted = press
        movement = movement - {press} | {wanted}
        if wanted == "overheadpress":
            modifiers = modifiers - {"standing"}
        if equipment == "machine":
            modifiers = modifiers - {"seated"}
    return movement, modifiers


@cache
def _phrases() -> tuple[dict[tuple[str, ...], tuple[str, ...]], dict[str, int]]:
    """The phrases, and how long the longest one beginning with a word is."""
    with _WORDS_FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
    longest: dict[str, int] = {}
    for _language, phrase, tokens in rows:
        words = tuple(words_of(phrase))
        # The first language in the file wins where two share a phrase.
        phrases.setdefault(words, tuple(tokens.split()))
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return phrases, longest
