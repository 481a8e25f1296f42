"""The `fitfolio` command: exit code 0 only on success, errors as one sentence on standard error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from fitfolio import __version__
from fitfolio.commands import (
    demo,
    exercises,
    exports,
    imports,
    maintenance,
    programs,
    serve,
    tokens,
    users,
)
from fitfolio.commands.runtime import CommandError, is_expected, sentence_of

GROUPS = (serve, imports, exports, users, tokens, exercises, programs, demo, maintenance)


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one sentence, as every other error."""

    def error(self, message: str) -> NoReturn:
        """End with exit code 2; the usage is a `--help` away."""
        sentence = " ".join(message.split()).rstrip(".")
        raise CommandError(f"{sentence}; see {self.prog} --help.", 2)


def build_parser() -> argparse.ArgumentParser:
    """The whole command line; also the source of docs/cli.md."""
    parser = Parser(prog="fitfolio", description="A strength-training log that its owner hosts.")
    parser.add_argument("--version", action="version", version=f"fitfolio {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for group in GROUPS:
        group.register(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        args = build_parser().parse_args(argv)
        return int(args.run(args) or 0)
    except CommandError as error:
        sys.stderr.write(f"fitfolio: {error}\n")
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output (`| head`) has gone; that is its right.
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if not is_expected(error):
            raise  # a defect, whose trace is wanted
        sys.stderr.write(f"fitfolio: {sentence_of(error)}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
