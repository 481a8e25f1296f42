"""`fitfolio programs`: list the library, check a program's text, and look weeks ahead."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fitfolio.commands.runtime import CommandError

if TYPE_CHECKING:
    from fitfolio.training.programs.engine import Session
    from fitfolio.training.programs.facts import Enrolment
    from fitfolio.training.programs.model import Program
    from fitfolio.training.programs.plan import Plan
    from fitfolio.training.programs.targets import SlotTargets
    from fitfolio.training.units import WeightUnit

MAX_WEEKS = 260


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `programs`."""
    parser = commands.add_parser("programs", help="read, check and preview programs")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    listing = actions.add_parser("list", help="list the programs of the library")
    listing.add_argument("--json", action="store_true", help="print one JSON array")
    listing.set_defaults(run=list_programs)

    check = actions.add_parser(
        "check",
        help="read a program's text and print its errors as line:column: message, else its warnings",
    )
    check.add_argument("file", help="the text; - reads standard input")
    check.set_defaults(run=check_program)

    ahead = actions.add_parser(
        "preview", help="print the sets of the sessions ahead, each with its reason"
    )
    ahead.add_argument(
        "program",
        metavar="PROGRAM",
        help="a slug of the library, or a text file (- is standard input)",
    )
    ahead.add_argument(
        "--weeks", type=int, default=4, metavar="N", help="how many weeks (default 4)"
    )
    ahead.add_argument(
        "--start", nargs="+", action="extend", default=[], metavar="KEY=VALUE",
        help="start values such as squat.1rm=140 squat.tm=120 squat.5rm=110 squat=60 squat.t1=60",
    )  # fmt: skip
    ahead.add_argument("--unit", choices=("kg", "lb"), default="kg", help="of all weights (kg)")
    ahead.add_argument(
        "--results", metavar="FILE",
        help="JSON of what went otherwise than prescribed, by session: "
        '{"3": {"slots": {"squat.t1": {"reps": [5, 5, 4]}}}, "5": {"skip": true}}',
    )  # fmt: skip
    ahead.add_argument(
        "--step", type=float, metavar="WEIGHT",
        help="load everything in this step instead of as in a standard gym",
    )  # fmt: skip
    ahead.add_argument("--json", action="store_true", help="print one JSON object")
    ahead.set_defaults(run=preview_program)


def list_programs(args: argparse.Namespace) -> int:
    """Print slug, title, days a week and weeks of every program."""
    from fitfolio.programs.catalogue import load_programs  # noqa: PLC0415  # lazy, see package

    programs = load_programs().values()
    if args.json:
        rows = [
            {
                "slug": one.slug, "title": one.title, "days": one.days, "weeks": one.weeks,
                "level": one.level, "goal": one.goal, "sources": one.sources, "notes": one.notes,
            }
            for one in programs
        ]  # fmt: skip
        sys.stdout.write(json.dumps(rows, ensure_ascii=False) + "\n")
        return 0
    width = max((len(one.slug) for one in programs), default=0)
    for one in programs:
        days = "" if one.days is None else f"{one.days} days a week"
        sys.stdout.write(f"{one.slug:<{width}}  {one.title}  {days}\n")
    return 0


def check_program(args: argparse.Namespace) -> int:
    """Print every error of a text, or what it says without effect; exit code 1 when there is an error."""
    from fitfolio.programs.catalogue import unknown_exercises  # noqa: PLC0415  # lazy, see package
    from fitfolio.training.programs.problems import problem_text  # noqa: PLC0415
    from fitfolio.training.programs.read_text import (  # noqa: PLC0415
        read_program,
        read_warnings,
    )

    text = _read_text(args.file)
    program, problems = read_program(text)
    for one in problems:
        sys.stdout.write(f"{one.line}:{one.column}: {problem_text(one)}\n")
    if program is None:
        return 1
    for one in read_warnings(text):
        sys.stdout.write(f"{one.line}:{one.column}: warning: {problem_text(one)}\n")
    for lift, exercise, near in unknown_exercises(program):
        hint = f"; did you mean {near}?" if near else ""
        sys.stderr.write(f"note: {lift}: no exercise {exercise} in the library{hint}\n")
    return 0


def preview_program(args: argparse.Namespace) -> int:
    """Print the sessions ahead."""
    # Lazy, see package: `--help` must not load the engine.
    from fitfolio.programs.catalogue import standard_loading  # noqa: PLC0415
    from fitfolio.training.programs.facts import Enrolment  # noqa: PLC0415
    from fitfolio.training.programs.loading import StepLoading  # noqa: PLC0415
    from fitfolio.training.programs.plan import make_plan  # noqa: PLC0415
    from fitfolio.training.programs.preview import preview  # noqa: PLC0415

    if not 1 <= args.weeks <= MAX_WEEKS:
        raise CommandError(f"--weeks is a number from 1 to {MAX_WEEKS}.")
    if args.step is not None and not 0 < args.step <= 100:
        raise CommandError("--step is a weight above 0, at most 100.")
    plan = make_plan(_find_program(args.program))
    enrolment = Enrolment(args.unit, _starts(args.start, plan))
    results = _results(args.results) if args.results else {}
    loading = standard_loading(plan, args.unit) if args.step is None else StepLoading(args.step)
    try:
        sessions = preview(plan, enrolment, loading, weeks=args.weeks, results=results)
        lines = _json_text(plan, enrolment, sessions) if args.json else _text(sessions, args.unit)
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise CommandError(f"{args.results} does not say what was done: {error}.") from None
    sys.stdout.write(lines)
    return 0


def _read_text(name: str) -> str:
    from fitfolio.programs.catalogue import readable_text  # noqa: PLC0415  # lazy, see package

    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise CommandError(f"{name} cannot be read: {error.strerror}.") from None
    text = readable_text(data)
    if text is None:
        raise CommandError(f"{name} is no program's text: it is too large or not UTF-8.")
    return text


def _find_program(name: str) -> Program:
    from fitfolio.programs.catalogue import load_programs  # noqa: PLC0415  # lazy, see package
    from fitfolio.training.programs.problems import closest, problem_text  # noqa: PLC0415
    from fitfolio.training.programs.read_text import read_program  # noqa: PLC0415

    known = load_programs()
    if name in known:
        text = known[name].text
    elif name == "-" or Path(name).is_file():
        text = _read_text(name)
    else:
        near = closest(name, known)
        hint = f" Did you mean {near}?" if near else ""
        raise CommandError(f"There is no program and no file {name}.{hint}")
    program, problems = read_program(text)
    if program is None:
        first = problems[0]
        more = f" (and {len(problems) - 1} more: fitfolio programs check)" if problems[1:] else ""
        raise CommandError(f"{name}:{first.line}:{first.column}: {problem_text(first)}{more}")
    return program


def _starts(given: list[str], plan: Plan) -> dict[str, float]:
    from fitfolio.training.programs.problems import closest  # noqa: PLC0415  # lazy, see package
    from fitfolio.training.programs.state import is_of_lift  # noqa: PLC0415

    starts: dict[str, float] = {}
    for one in given:
        key, _, value = one.partition("=")
        lift, _, name = key.partition(".")
        if lift not in plan.lifts or (name and not is_of_lift(name) and key not in plan.tracks):
            near = closest(key, [*plan.lifts, *plan.tracks, *(f"{n}.1rm" for n in plan.lifts)])
            hint = f" Did you mean {near}?" if near else f" Lifts: {', '.join(plan.lifts)}."
            raise CommandError(f"{key} is no start value of this program.{hint}")
        try:
            starts[key] = float(value)
        except ValueError:
            raise CommandError(f"{one} is not KEY=VALUE with a number as value.") from None
        if not 0 <= starts[key] <= 2000:
            raise CommandError(f"{one}: a weight lies between 0 and 2000.")
    return starts


def _results(name: str) -> Mapping[int, Any]:
    try:
        given = json.loads(Path(name).read_bytes())
        return {int(session): one for session, one in given.items()}
    except OSError as error:
        raise CommandError(f"{name} cannot be read: {error.strerror}.") from None
    except (AttributeError, ValueError):
        raise CommandError(f"{name} is not a JSON object of results by session number.") from None


def _text(sessions: list[Session], unit: WeightUnit) -> str:
    from fitfolio.training.programs.preview import slot_summary  # noqa: PLC0415  # lazy, see package

    lines = []
    for number, session in enumerate(sessions, start=1):
        block = f", {session.block}" if session.block else ""
        deload = ", deload" if session.is_deload else ""
        where = f"cycle {session.cycle}, week {session.week}, day {session.name}{block}{deload}"
        lines.append(f"{number}. {where}\n")
        for slot in session.slots:
            lines.append(f"   {slot.track} ({slot.exercise}): {slot_summary(slot)}\n")
            lines += [f"      {sentence}\n" for sentence in _sentences(slot, unit)]
    return "".join(lines)


def _sentences(slot: SlotTargets, unit: WeightUnit) -> list[str]:
    """The reasons of a slot and its sets, each once."""
    from fitfolio.training.programs.reasons import reason_text  # noqa: PLC0415  # lazy, see package

    reasons = [*slot.reasons, *(one for target in slot.sets for one in target.reasons)]
    return list(dict.fromkeys(reason_text(one, unit) for one in reasons))


def _json_text(plan: Plan, enrolment: Enrolment, sessions: list[Session]) -> str:
    from fitfolio.training.programs.preview import slot_summary  # noqa: PLC0415  # lazy, see package
    from fitfolio.training.programs.reasons import reason_text  # noqa: PLC0415

    unit = enrolment.unit
    rows = []
    for number, session in enumerate(sessions, start=1):
        slots = []
        for slot in session.slots:
            sets = [
                {
                    **target._asdict(),
                    "reasons": [
                        {**one._asdict(), "text": reason_text(one, unit)} for one in target.reasons
                    ],
                }
                for target in slot.sets
            ]
            slots.append(
                {
                    **slot._asdict(), "sets": sets, "summary": slot_summary(slot),
                    "reasons": [
                        {**one._asdict(), "text": reason_text(one, unit)} for one in slot.reasons
                    ],
                }
            )  # fmt: skip
        rows.append({"number": number, **session._asdict(), "slots": slots})
    answer = {"title": plan.title, "unit": unit, "starts": enrolment.starts, "sessions": rows}
    return json.dumps(answer, ensure_ascii=False) + "\n"
