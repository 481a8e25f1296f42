"""Two editions of a program compared: which blocks were added, removed, changed or moved, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeVar

from fitfolio.training.programs.model import Block, Day, Header, Lift, Program, Scheme, Week
from fitfolio.training.programs.write_text import block_head, block_lines

BlockChange = Literal["added", "removed", "changed", "moved"]
LineChange = Literal["same", "added", "removed"]


class DiffLine(NamedTuple):
    """A line of the canonical text and in which edition it is."""

    change: LineChange
    text: str


class BlockDiff(NamedTuple):
    """A block that differs. `kind` is program, lift, scheme, week, day or end (comments after the last block);
    `name` is what the block is known by; `lines` has every line of it in either edition."""

    kind: str
    name: str
    change: BlockChange
    lines: tuple[DiffLine, ...]


_Key = tuple[str, str]
_Item = TypeVar("_Item", str, _Key)

_MAX_CELLS = 250_000
"""Beyond that many pairs of lines a block is told as written anew, so that no text takes long to compare."""


def diff_programs(before: Program, after: Program) -> list[BlockDiff]:
    """Blocks that differ, in the order of the newer edition, removed ones where they stood.

    A block is the same when it has the same name, a day when it stands in the same weeks too; one that
    stands in another place with the same lines has moved.
    """
    old, new = _blocks(before), _blocks(after)
    found: list[BlockDiff] = []
    for change, key in _compare(list(old), list(new)):
        if change == "removed":
            if key not in new:
                found.append(_whole(key, "removed", old[key]))
        elif key not in old:
            found.append(_whole(key, "added", new[key]))
        elif old[key] != new[key]:
            lines = tuple(DiffLine(*one) for one in _compare(old[key], new[key]))
            found.append(BlockDiff(*key, "changed", lines))
        elif change == "added":
            lines = tuple(DiffLine("same", text) for text in new[key])
            found.append(BlockDiff(*key, "moved", lines))
    return found


def _whole(key: _Key, change: Literal["added", "removed"], lines: Sequence[str]) -> BlockDiff:
    return BlockDiff(*key, change, tuple(DiffLine(change, text) for text in lines))


def _blocks(program: Program) -> dict[_Key, list[str]]:
    """Lines of each block by what it is known by; blank lines around blocks are left out."""
    found: dict[_Key, list[str]] = {}
    times: Counter[_Key] = Counter()
    weeks = ""
    for block in program.blocks:
        if isinstance(block, Week):
            weeks = block_head(block)
        kind, name = _known_by(block, weeks)
        times[kind, name] += 1
        count = times[kind, name]
        key = (kind, name if count == 1 else f"{name} ({count})")
        found[key] = _without_blanks(block_lines(block))
    if program.tail:
        found["end", ""] = _without_blanks(program.tail)
    return found


def _known_by(block: Block, weeks: str) -> _Key:
    if isinstance(block, Header):
        return ("program", "")
    if isinstance(block, Lift | Scheme):
        return ("lift" if isinstance(block, Lift) else "scheme", block.name)
    if isinstance(block, Day):
        return ("day", f"{weeks}: {block.name}" if weeks else block.name)
    return ("week", weeks)


def _without_blanks(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if line]


def _compare(before: Sequence[_Item], after: Sequence[_Item]) -> list[tuple[LineChange, _Item]]:
    """A shortest way from one list to the other: what is the same, removed (first) and added."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    same: list[tuple[LineChange, _Item]] = [("same", one) for one in after[:start]]
    same += _middle(before[start : len(before) - end], after[start : len(after) - end])
    return same + [("same", one) for one in after[len(after) - end :]]


def _middle(before: Sequence[_Item], after: Sequence[_Item]) -> list[tuple[LineChange, _Item]]:
    """By the longest common subsequence."""
    if len(before) * len(after) > _MAX_CELLS:
        return [("removed", one) for one in before] + [("added", one) for one in after]
    longest = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            longest[i][j] = (
                longest[i + 1][j + 1] + 1
                if before[i] == after[j]
                else max(longest[i + 1][j], longest[i][j + 1])
            )
    found: list[tuple[LineChange, _Item]] = []
    i = j = 0
    while i < len(before) or j < len(after):
        if i < len(before) and j < len(after) and before[i] == after[j]:
            found.append(("same", after[j]))
            i, j = i + 1, j + 1
        elif i < len(before) and (j == len(after) or longest[i + 1][j] >= longest[i][j + 1]):
            found.append(("removed", before[i]))
            i += 1
        else:
            found.append(("added", after[j]))
            j += 1
    return found
