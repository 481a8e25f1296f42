"""What is kept of the sets an import took in, so that the next import knows them again.

One short word a set, below one word for its exercise, in file order:

    @0198…#5f3a…    the exercise it was taken for, and a hash of the name the file printed
    135lb?|5        135 lb × 5; `?`: the file stated no unit, somebody answered "lb"
    ||60|400m       60 s, 400 m

Nothing and zero are the same here: some layouts of an app print `0` where others print nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Final, NamedTuple, cast

from fitfolio.imports.model import DistanceUnit, ParsedSet, WeightUnit

_HEAD: Final = "@"
_SET: Final = re.compile(
    r"(?:(?P<weight>[-+.e\d]+)(?P<unit>kg|lb)(?P<unstated>\??))?(?:\|(?P<reps>-?\d*))?"
    r"(?:\|(?P<duration>[-+.e\d]*))?(?:\|(?P<distance>[-+.e\d]+)(?P<measure>m|km|mi|yd|ft))?"
)


class SetValues(NamedTuple):
    """The values a set is known by, as the file prints them; `unstated` if it names no unit."""

    weight: float = 0.0
    unit: WeightUnit = "kg"
    unstated: bool = False
    reps: int = 0
    duration_s: float = 0.0
    distance: float = 0.0
    distance_unit: DistanceUnit = "m"


class Block(NamedTuple):
    """The sets of one exercise in a row. `exercise_id` is empty where none was decided."""

    exercise_id: str
    name: str
    """Hash of the printed name."""
    sets: list[SetValues]


def name_hash(name: str) -> str:
    """A printed exercise name in few characters, without regard to case and blanks."""
    plain = " ".join(name.split()).casefold()
    return blake2b(plain.encode("utf-8", "replace"), digest_size=6).hexdigest()


def values_of(row: ParsedSet, unit: WeightUnit, *, unstated: bool) -> SetValues:
    """The values of a parsed set; `unit` is the answer for weights without one."""
    return SetValues(
        row.weight or 0.0,
        (row.weight_unit or unit) if row.weight else "kg",
        unstated and bool(row.weight),
        row.reps or 0,
        row.duration_s or 0.0,
        row.distance or 0.0,
        (row.distance_unit or "m") if row.distance else "m",
    )


def encode(blocks: Iterable[Block]) -> list[str]:
    """The words to keep; exercises without sets only say what their name means."""
    words: list[str] = []
    for block in blocks:
        words.append(f"{_HEAD}{block.exercise_id}#{block.name}")
        words += [_word(values) for values in block.sets]
    return words


def decode(words: Iterable[str]) -> list[Block]:
    """The exercises and sets of kept words; words of no known shape are passed over."""
    blocks: list[Block] = []
    for word in words:
        if word.startswith(_HEAD):
            exercise_id, _, name = word[1:].partition("#")
            blocks.append(Block(exercise_id, name, []))
        elif blocks:
            values = _values(word)
            if values is not None:
                blocks[-1].sets.append(values)
    return blocks


def with_renamed_exercises(words: list[str], rename: Callable[[str], str]) -> list[str]:
    """The same words where exercises have got other ids."""
    renamed = []
    for word in words:
        exercise_id, mark, name = word[1:].partition("#")
        known = word.startswith(_HEAD) and exercise_id
        renamed.append(f"{_HEAD}{rename(exercise_id)}{mark}{name}" if known else word)
    return renamed


def is_old(words: list[str]) -> bool:
    """Whether an earlier version kept these: a hash a set, of the name and the printed values."""
    return bool(words) and not words[0].startswith(_HEAD)


def old_key(name: str, row: ParsedSet) -> str:
    """The hash that an earlier version kept of a set."""
    values = (row.weight, row.weight_unit, row.reps, row.duration_s, row.distance)
    text = f"{name.casefold()}|{values}"
    return blake2b(text.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _word(values: SetValues) -> str:
    weight, unit, unstated, reps, duration_s, distance, distance_unit = values
    load = f"{weight:.10g}{unit}{'?' if unstated else ''}" if weight else ""
    if not duration_s and not distance:
        return f"{load}|{reps}" if reps else load
    timed = f"{load}|{reps or ''}|{f'{duration_s:.10g}' if duration_s else ''}"
    return f"{timed}|{distance:.10g}{distance_unit}" if distance else timed


def _values(word: str) -> SetValues | None:
    match = _SET.fullmatch(word)
    if match is None:
        return None
    part = match.groupdict()
    try:
        return SetValues(
            float(part["weight"] or 0),
            cast("WeightUnit", part["unit"] or "kg"),
            bool(part["unstated"]),
            int(part["reps"] or 0),
            float(part["duration"] or 0),
            float(part["distance"] or 0),
            cast("DistanceUnit", part["measure"] or "m"),
        )
    except ValueError:  # `1e` in a file edited by hand
        return None
