"""From text to program: every line is read by itself, so all its errors are found at once."""

from __future__ import annotations

from typing import NamedTuple

from fitfolio.training.programs.checks import Marks, check_program
from fitfolio.training.programs.limits import (
    MAX_CHARACTERS,
    MAX_LINE_CHARACTERS,
    MAX_LINES,
    MAX_PROBLEMS,
)
from fitfolio.training.programs.model import (
    Block,
    Day,
    Header,
    Lift,
    Program,
    Scheme,
    SchemeLine,
    Setting,
    Slot,
    Trivia,
    Week,
)
from fitfolio.training.programs.problems import Problem, TextProblem
from fitfolio.training.programs.read_lines import (
    read_day,
    read_header_line,
    read_lift,
    read_scheme,
    read_scheme_line,
    read_slot,
    read_weeks_block,
)
from fitfolio.training.programs.tokens import Cursor, tokenise
from fitfolio.training.programs.warn import find_warnings

_BLOCKS = ("program", "lift", "scheme", "week", "day")


class Reading(NamedTuple):
    """The program, or None and what is wrong with the text, by line."""

    program: Program | None
    problems: tuple[Problem, ...]


def read_program(text: str) -> Reading:
    """Read a program's text.

    Lines are independent: a problem in one hides none in another; names are checked at the end. At
    most 100 problems are told. Texts beyond 65,536 characters or 2,000 lines are refused unread.
    """
    return _read(text)[0]


def read_warnings(text: str) -> tuple[Problem, ...]:
    """What a text without problems says without effect, by line; nothing for one with problems."""
    (program, _), marks = _read(text)
    if program is None:
        return ()
    return tuple(sorted(find_warnings(program, marks))[:MAX_PROBLEMS])


def _read(text: str) -> tuple[Reading, Marks]:
    lines = text.replace("\r\n", "\n").split("\n")
    for found, size, most in (
        ("characters", len(text), MAX_CHARACTERS),
        ("lines", len(lines), MAX_LINES),
    ):
        if size > most:
            problem = Problem(1, 1, "too_large", f"{size} {found}", str(most))
            return Reading(None, (problem,)), Marks()
    reader = _Reader()
    for number, line in enumerate(lines, start=1):
        reader.read(line, number)
    reader.close()
    program = Program(tuple(reader.blocks), reader.tail())
    problems = sorted([*reader.problems, *check_program(program, reader.marks)])
    newer = [one for one in problems if one.code == "language"]
    problems = newer or problems  # what else is not understood may well be right in that language
    return Reading(None if problems else program, tuple(problems[:MAX_PROBLEMS])), reader.marks


class _Reader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []
        self.marks = Marks()
        self.kind = ""
        self.head: Block | None = None
        self.settings: list[Setting] = []
        self.lines: list[SchemeLine] = []
        self.slots: list[Slot] = []
        self.lead: list[str] = []

    def read(self, line: str, number: int) -> None:
        """Read one line: blank, comment, head of a block, or part of the block above."""
        bare = line.strip(" \t")
        if not bare:
            if self.lead[-1:] != [""] and (self.lead or self.head is not None or self.blocks):
                self.lead.append("")
            return
        if bare.startswith("#"):
            self.lead.append(bare)
            return
        try:
            if len(line) > MAX_LINE_CHARACTERS:
                wanted = f"{MAX_LINE_CHARACTERS} characters"
                raise TextProblem(Problem(number, 1, "too_large", "a line this long", wanted))
            tokens, comment = tokenise(line, number)
            trivia = Trivia(tuple(self.lead), comment)
            cursor = Cursor(tokens, number)
            if line[0] not in " \t":
                self.close()
                self.head = self.begin(cursor, trivia)
            elif self.kind == "unknown":
                return  # its head was told already
            else:
                self.part(cursor, trivia)
            cursor.ends()
        except TextProblem as error:
            self.problems.append(error.problem)
            self.blame(line)
        finally:
            self.lead = []

    def blame(self, line: str) -> None:
        """Remember what lacks a line, so that nothing is told that only follows from it."""
        if line[0] not in " \t":
            self.marks.lacks_head = True
        elif isinstance(self.head, Scheme):
            self.marks.lacking.add(("scheme", self.head.name))
        else:
            self.marks.lacking.add(("day", len(self.blocks)))

    def begin(self, cursor: Cursor, trivia: Trivia) -> Block:
        """Read the head of a block."""
        self.kind = cursor.now.text if cursor.sees(*_BLOCKS) else "unknown"
        if self.kind == "unknown":
            cursor.fail("program, lift, scheme, week or day", _BLOCKS, "unknown_block")
        cursor.step()
        if self.kind == "program":
            self.marks.place(("program", len(self.blocks)), cursor.line, 1)
            return Header(cursor.text("a title in quotation marks"), (), trivia)
        if self.kind == "lift":
            return read_lift(cursor, self.marks)._replace(trivia=trivia)
        if self.kind == "scheme":
            return read_scheme(cursor, self.marks)._replace(trivia=trivia)
        if self.kind == "week":
            return read_weeks_block(cursor, self.marks)._replace(trivia=trivia)
        return read_day(cursor, self.marks, len(self.blocks))._replace(trivia=trivia)

    def part(self, cursor: Cursor, trivia: Trivia) -> None:
        """Read an indented line of the block above."""
        if self.kind in ("", "lift", "week"):
            raise TextProblem(Problem(cursor.line, cursor.now.column, "stray_line"))
        if self.kind == "program":
            self.settings.append(read_header_line(cursor)._replace(trivia=trivia))
        elif self.kind == "scheme":
            scope = self.head.name if isinstance(self.head, Scheme) else ""
            line = read_scheme_line(cursor, self.marks, scope)
            self.lines.append(line._replace(trivia=trivia))
        else:
            self.slots.append(read_slot(cursor, self.marks)._replace(trivia=trivia))

    def close(self) -> None:
        """Put the block above away, with its lines."""
        head = self.head
        if isinstance(head, Header):
            self.blocks.append(head._replace(lines=tuple(self.settings)))
        elif isinstance(head, Scheme):
            self.blocks.append(head._replace(lines=tuple(self.lines)))
        elif isinstance(head, Day):
            self.blocks.append(head._replace(slots=tuple(self.slots)))
        elif isinstance(head, Lift | Week):
            self.blocks.append(head)
        self.head, self.settings, self.lines, self.slots = None, [], [], []

    def tail(self) -> tuple[str, ...]:
        """Comments after the last line, without the blank lines that end the file."""
        lead = self.lead
        while lead[-1:] == [""]:
            lead = lead[:-1]
        return tuple(lead)
