"""`fitfolio exercises match`: what the library makes of exercise names."""

from __future__ import annotations

import argparse
import json
import sys


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `exercises`."""
    parser = commands.add_parser("exercises", help="ask the exercise library")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    match = actions.add_parser(
        "match", help="read names from standard input, one a line, and print the best exercise"
    )
    match.add_argument("--json", action="store_true", help="print one JSON array")
    match.set_defaults(run=match_names)


def match_names(args: argparse.Namespace) -> int:
    """Print a match per line read, blank lines too; null where an import would make a custom one."""
    from fitfolio.exercises.catalogue import load_catalogue  # noqa: PLC0415  # lazy, see package
    from fitfolio.exercises.matching import ANY_APP, match_name  # noqa: PLC0415

    catalogue = load_catalogue()
    answers = []
    for line in sys.stdin:
        name = line.rstrip("\r\n")
        found = match_name(name, app=ANY_APP)
        exercise = None if found.slug is None else catalogue.by_slug[found.slug]
        answers.append(
            {
                "name": name,
                "match": None if exercise is None else exercise.name,
                "facts_name": None if exercise is None else exercise.facts_name,
                "score": round(found.score, 3),
            }
        )
    if args.json:
        sys.stdout.write(json.dumps(answers, ensure_ascii=False) + "\n")
    else:
        for item in answers:
            without = "(custom exercise)" if str(item["name"]).strip() else "(no name)"
            match = item["match"] or without
            sys.stdout.write(
                f"{item['name']}\t{match}\t{item['facts_name'] or ''}\t{item['score']}\n"
            )
    return 0
