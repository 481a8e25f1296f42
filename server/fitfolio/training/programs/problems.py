"""What is wrong with a program's text, where, and what it may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One error: 1-based `line` and `column`, a stable code and the words its sentence needs."""

    line: int
    column: int
    code: str
    found: str = ""
    expected: str = ""
    hint: str = ""


class TextProblem(Exception):
    """Ends the reading of one line; the reader collects the problem and goes on with the next."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


_SENTENCES = {
    "expected": "expected {expected}, found {found}",
    "unknown_block": "{found} begins nothing here; a line that is not indented begins with {expected}",
    "unknown_line": "{found} is not a line of this block; expected {expected}",
    "stray_line": "an indented line needs a block above it: program, lift, scheme or day",
    "bad_character": "{found} has no meaning here",
    "bad_number": "{found}: a number has at most 6 digits, a point and 3 decimals",
    "open_text": "this text has no closing quotation mark",
    "too_large": "{found}: at most {expected}",
    "range": "the first number of a range is the smaller one, not {found}",
    "language": "this is written in language {found}, which is newer than {expected}, the one read here; update FitFolio",
    "no_program": 'a program begins with: program "its title"',
    "second_program": "there is one program block in a file",
    "no_days": "a program needs at least one day with a lift",
    "empty_day": "day {found} has no lift",
    "duplicate": "{found} is there already; names are used once",
    "unknown_lift": "there is no lift {found}",
    "unknown_scheme": "there is no scheme {found}",
    "unknown_name": "{found} is no quantity here",
    "unknown_track": "no day has {found}",
    "like_circle": "scheme {found} takes over from itself",
    "no_sets": "scheme {found} has no sets",
    "bad_target": "{found} cannot be changed by a rule",
    "no_stages": "scheme {found} has no stages to go to",
    "no_climb": "{found} uses reps without a line such as: reps 8 to 12",
    "no_week": "this program has no week {found}",
    "unused_lift": "lift {found} is trained on no day",
    "unused_scheme": "no day uses scheme {found}",
    "never_trained": "{found} has sets in none of its weeks",
    "empty_week": "week {found} has no training; it is passed over",
    "stage_unreached": "no rule leads to stage {found}",
    "never": "this rule can never fire: {found}",
}  # fmt: skip


def problem_text(problem: Problem) -> str:
    """The sentence for people, with its suggestion."""
    sentence = _SENTENCES[problem.code].format(found=problem.found, expected=problem.expected)
    return f"{sentence}; did you mean {problem.hint}?" if problem.hint else sentence


def closest(word: str, known: Iterable[str]) -> str:
    """The known word with the fewest differing letters, or nothing when none is near.

    >>> closest("sucess", ["success", "failure"])
    'success'
    """
    best, best_distance = "", 3 if len(word) > 2 else 2
    for candidate in known:
        distance = _distance(word.lower(), candidate.lower())
        if distance < best_distance:
            best, best_distance = candidate, distance
    return best


def _distance(one: str, other: str) -> int:
    """Levenshtein's number of letters to change; long words are never alike, to bound the work."""
    if len(one) > 40 or len(other) > 40:
        return 40
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        above_left, row[0] = row[0], i
        for j, other_letter in enumerate(other, start=1):
            cost = above_left + (letter != other_letter)
            above_left = row[j]
            row[j] = min(row[j] + 1, row[j - 1] + 1, cost)
    return row[len(other)]
