"""The lines of each block."""

from __future__ import annotations

from fitfolio.training.programs.checks import QUANTITIES, Marks
from fitfolio.training.programs.limits import MAX_STAGES, MAX_WEEKS
from fitfolio.training.programs.model import (
    Day,
    Lift,
    Scheme,
    SchemeLine,
    SetGroup,
    SetLine,
    Setting,
    Slot,
    Variable,
    WarmUp,
    Week,
)
from fitfolio.training.programs.plan import track_key
from fitfolio.training.programs.problems import Problem, TextProblem
from fitfolio.training.programs.read_formulas import NameMark, read_sum, read_weight
from fitfolio.training.programs.read_rules import read_rule, read_weeks
from fitfolio.training.programs.read_sets import read_groups, read_seconds, read_tempo
from fitfolio.training.programs.tokens import Cursor

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

TEXTS = ("by", "goal", "level", "note", "source")
LANGUAGE = 1
"""The language that is read here. What changes its meaning, or adds to it, makes the number greater."""

_HEADER = (*TEXTS, "language", "days", "weeks", "once", "deload", "block")
_SCHEME = ("note", "on", "reps", "rest", "sets", "stage", "start", "tempo", "var", "warmup", "week")


def read_header_line(cursor: Cursor) -> Setting:
    """Read a line of the program block."""
    _known(cursor, _HEADER)
    name = cursor.step().text
    if name in TEXTS:
        return Setting(name, cursor.text("a text in quotation marks"))
    if name == "once":
        return Setting(name)
    if name == "language":
        token = cursor.now
        number = cursor.whole("the number of the language", 999)
        if number > LANGUAGE:
            raise TextProblem(
                Problem(cursor.line, token.column, "language", token.text, str(LANGUAGE))
            )
        return Setting(name, numbers=(number,))
    if name == "deload":
        return Setting(name, numbers=read_weeks(cursor))
    if name == "block":
        return Setting(name, cursor.text("the block's name in quotation marks"), read_weeks(cursor))
    most = 14 if name == "days" else MAX_WEEKS
    return Setting(name, numbers=(cursor.whole(f"a number of {name}", most),))


def read_lift(cursor: Cursor, marks: Marks) -> Lift:
    """Read: NAME = EXERCISE, step 5kg/10lb, tm 90%, tm of NAME, start FORMULA."""
    column = cursor.now.column
    name = cursor.word("a name for the lift")
    marks.place(("lift", name), cursor.line, column)
    cursor.needs("=")
    lift = Lift(name, read_exercise(cursor))
    options = ("step", "tm", "start")
    while cursor.takes(","):
        if cursor.takes("step"):
            lift = lift._replace(step=read_weight(cursor))
        elif cursor.takes("start"):
            found: list[NameMark] = []
            lift = lift._replace(start=read_sum(cursor, found))
            marks.names += [("", one) for one in found]
        elif cursor.takes("tm"):
            lift = _training_max(cursor, lift, marks)
        else:
            cursor.fail("step, tm or start", options)
    return lift


def read_exercise(cursor: Cursor) -> str:
    """Read an exercise: a slug of the library, or any text in quotation marks."""
    is_text = cursor.now.kind == "text"
    return cursor.step().text if is_text else cursor.word("an exercise")


def _training_max(cursor: Cursor, lift: Lift, marks: Marks) -> Lift:
    if cursor.takes("of"):
        column = cursor.now.column
        other = cursor.word("the name of another lift")
        marks.lifts.append(NameMark(other, cursor.line, column))
        return lift._replace(tm_of=other)
    percent = cursor.number("a percentage of the 1RM, or 'of' another lift")
    cursor.needs("%")
    return lift._replace(tm_pct=percent)


def read_scheme(cursor: Cursor, marks: Marks) -> Scheme:
    """Read: NAME, or NAME like OTHER."""
    column = cursor.now.column
    name = cursor.word("a name for the scheme")
    marks.place(("scheme", name), cursor.line, column)
    if not cursor.takes("like"):
        return Scheme(name)
    column = cursor.now.column
    other = cursor.word("the name of another scheme")
    marks.schemes.append(NameMark(other, cursor.line, column))
    return Scheme(name, other)


def read_scheme_line(cursor: Cursor, marks: Marks, scope: str) -> SchemeLine:
    """Read a line of a scheme."""
    _known(cursor, _SCHEME)
    name = cursor.now.text
    start = cursor.step()
    found: list[NameMark] = []
    targets: list[NameMark] = []
    line = _scheme_line(cursor, name, found, targets)
    marks.names += [(scope, one) for one in found]
    marks.targets += [(scope, one) for one in targets]
    marks.lines.append((scope, line, cursor.line, start.column))
    return line


def _scheme_line(
    cursor: Cursor, name: str, found: list[NameMark], targets: list[NameMark]
) -> SchemeLine:
    if name == "on":
        return read_rule(cursor, found, targets, QUANTITIES)
    if name == "sets":
        return SetLine((), None, read_groups(cursor, found))
    if name == "stage":
        stage = cursor.whole("the number of the stage", MAX_STAGES)
        exercise = read_exercise(cursor) if cursor.takes("with") else None
        weeks = read_weeks(cursor) if cursor.takes("week") else ()
        return SetLine(weeks, stage, _after_colon(cursor, found), exercise)
    if name == "week":
        return SetLine(read_weeks(cursor), None, _after_colon(cursor, found))
    if name == "warmup":
        return WarmUp(() if cursor.takes("auto") else read_groups(cursor, found))
    if name == "var":
        variable = cursor.word("a name for the variable")
        cursor.needs("=")
        return Variable(variable, read_sum(cursor, found))
    if name == "rest":
        return Setting(name, numbers=(read_seconds(cursor),))
    if name == "tempo":
        return Setting(name, read_tempo(cursor))
    if name == "start":
        return Setting(name, formula=read_sum(cursor, found))
    if name == "note":
        return Setting(name, cursor.text("a text in quotation marks"))
    low = cursor.whole("the fewest reps", 100)
    cursor.needs("to")
    return Setting(name, numbers=(low, cursor.whole("the most reps", 100, low)))


def _after_colon(cursor: Cursor, found: list[NameMark]) -> tuple[SetGroup, ...]:
    cursor.needs(":")
    return () if cursor.takes("none") else read_groups(cursor, found)


def read_weeks_block(cursor: Cursor, marks: Marks) -> Week:
    """Read the weeks that the days below belong to."""
    column = cursor.now.column
    weeks = read_weeks(cursor)
    marks.weeks.append((weeks, cursor.line, column))
    return Week(weeks)


def read_day(cursor: Cursor, marks: Marks, place: int) -> Day:
    """Read: NAME, or NAME on monday."""
    marks.place(("day", place), cursor.line, cursor.now.column)
    if cursor.now.kind not in ("word", "number", "text"):
        cursor.fail("a name for the day")
    name = cursor.step().text
    if not cursor.takes("on"):
        return Day(name)
    if not cursor.sees(*WEEKDAYS):
        cursor.fail("a weekday such as monday", WEEKDAYS)
    return Day(name, WEEKDAYS.index(cursor.step().text) + 1)


def read_slot(cursor: Cursor, marks: Marks) -> Slot:
    """Read: LIFT SCHEME [as LABEL], or LIFT [as LABEL]: SETS; then superset, rest and note."""
    start = cursor.now.column
    lift = cursor.word("the name of a lift")
    marks.lifts.append(NameMark(lift, cursor.line, start))
    slot = Slot(lift, None)
    if cursor.now.kind == "word" and not cursor.sees("as"):
        column = cursor.now.column
        slot = slot._replace(scheme=cursor.step().text)
        marks.schemes.append(NameMark(slot.scheme or "", cursor.line, column))
    if cursor.takes("as"):
        slot = slot._replace(label=cursor.word("a label"))
    if slot.scheme is None:
        if not cursor.sees(":"):
            cursor.fail("a scheme, or ':' and sets")
        cursor.step()
        found: list[NameMark] = []
        slot = slot._replace(groups=read_groups(cursor, found))
        marks.names += [("", one) for one in found]
    while cursor.takes(";"):
        slot = _slot_option(cursor, slot)
    marks.slots.append((track_key(slot), cursor.line, start))
    return slot


def _slot_option(cursor: Cursor, slot: Slot) -> Slot:
    if cursor.takes("superset"):
        return slot._replace(superset=cursor.word("a letter or name for the superset"))
    if cursor.takes("rest"):
        return slot._replace(rest_s=read_seconds(cursor))
    if cursor.takes("note"):
        return slot._replace(note=cursor.text("a text in quotation marks"))
    return cursor.fail("superset, rest or note", ("superset", "rest", "note"))


def _known(cursor: Cursor, known: tuple[str, ...]) -> None:
    if not cursor.sees(*known):
        cursor.fail(", ".join(known), known, "unknown_line")
