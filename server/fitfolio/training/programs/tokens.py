"""A line of a program's text as words, numbers, texts and signs."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, NoReturn

from fitfolio.training.programs.limits import MAX_NUMBER
from fitfolio.training.programs.problems import Problem, TextProblem, closest

TokenKind = Literal["word", "number", "text", "sign", "end"]


class Token(NamedTuple):
    """One token; `column` is 1-based, `text` without quotation marks."""

    kind: TokenKind
    text: str
    column: int
    end: int


_SPACE = re.compile(r"[ \t]+")
_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?(?![0-9.])")
_DIGITS = re.compile(r"[0-9][0-9.]*")
_EFFORT = re.compile(r"(?:rpe|rir)(?=[0-9])")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*")
_TEXT = re.compile(r'"([^"]*)"')
_SIGN = re.compile(r"<=|>=|!=|[@%,:;=+\-*/()<>.]")


def tokenise(text: str, line: int) -> tuple[list[Token], str]:
    """Tokens of a line, closed by an `end`, and its comment (`# …`, or empty).

    Raises TextProblem at the first character that has no meaning.
    """
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        space = _SPACE.match(text, at)
        if space:
            at = space.end()
            continue
        if text[at] == "#":
            tokens.append(Token("end", "", at + 1, at + 1))
            return tokens, text[at:].rstrip(" \t")
        token = _token(text, at, line, tokens[-1] if tokens else None)
        tokens.append(token)
        at = token.end
    tokens.append(Token("end", "", len(text.rstrip(" \t")) + 1, len(text)))
    return tokens, ""


def _token(text: str, at: int, line: int, before: Token | None) -> Token:
    # 5x5: right behind a number, x is a sign and no word.
    touches_number = before is not None and before.kind == "number" and before.end == at
    if text[at] in "x×" and touches_number:
        return Token("sign", "x", at + 1, at + 1)
    number = _NUMBER.match(text, at)
    if number:
        if float(number[0]) > MAX_NUMBER:
            raise TextProblem(Problem(line, at + 1, "too_large", number[0], str(MAX_NUMBER)))
        return Token("number", number[0], at + 1, number.end())
    word = _EFFORT.match(text, at) or _WORD.match(text, at)
    if word:
        return Token("word", word[0], at + 1, word.end())
    quoted = _TEXT.match(text, at)
    if quoted:
        return Token("text", quoted[1], at + 1, quoted.end())
    sign = _SIGN.match(text, at)
    if sign:
        return Token("sign", sign[0], at + 1, sign.end())
    digits = _DIGITS.match(text, at)
    if digits:
        raise TextProblem(Problem(line, at + 1, "bad_number", digits[0]))
    code = "open_text" if text[at] == '"' else "bad_character"
    raise TextProblem(Problem(line, at + 1, code, text[at]))


class Cursor:
    """Reads the tokens of one line from left to right."""

    def __init__(self, tokens: list[Token], line: int) -> None:
        self.tokens = tokens
        self.line = line
        self.place = 0

    @property
    def now(self) -> Token:
        """The token to read next; the last one is `end` and stays."""
        return self.tokens[self.place]

    @property
    def after(self) -> Token:
        """The token behind the next one."""
        return self.tokens[min(self.place + 1, len(self.tokens) - 1)]

    def step(self) -> Token:
        """Read one token; never the `end`, at which only failing is left."""
        token = self.now
        self.place += 1
        return token

    def sees(self, *texts: str) -> bool:
        """Whether a word or sign with one of these texts is next."""
        return self.now.kind in ("word", "sign") and self.now.text in texts

    def takes(self, *texts: str) -> bool:
        """Read such a word or sign if it is next."""
        if not self.sees(*texts):
            return False
        self.step()
        return True

    def needs(self, text: str) -> Token:
        """Read exactly this word or sign."""
        if not self.sees(text):
            self.fail(f"'{text}'", (text,))
        return self.step()

    def word(self, what: str) -> str:
        """Read a word."""
        if self.now.kind != "word":
            self.fail(what)
        return self.step().text

    def text(self, what: str) -> str:
        """Read a text in quotation marks."""
        if self.now.kind != "text":
            self.fail(what)
        return self.step().text

    def number(self, what: str) -> float:
        """Read a number."""
        if self.now.kind != "number":
            self.fail(what)
        return float(self.step().text)

    def whole(self, what: str, most: int, least: int = 1) -> int:
        """Read a whole number from `least` to `most`."""
        token = self.now
        value = self.number(what)
        if value != int(value) or not least <= value <= most:
            raise TextProblem(
                Problem(self.line, token.column, "expected", token.text, f"{what} ({least}–{most})")
            )
        return int(value)

    def ends(self) -> None:
        """Make sure nothing is left on the line."""
        if self.now.kind != "end":
            self.fail("the end of the line")

    def fail(self, expected: str, known: tuple[str, ...] = (), code: str = "expected") -> NoReturn:
        """Say what was expected instead of the next token, with the nearest of the known words."""
        token = self.now
        found = "the end of the line" if token.kind == "end" else f"'{token.text}'"
        hint = closest(token.text, known) if token.kind == "word" else ""
        raise TextProblem(Problem(self.line, token.column, code, found, expected, hint))
