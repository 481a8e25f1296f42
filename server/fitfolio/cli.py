"""The `fitfolio` command: exit code 0 only on success, errors as one sentence on standard error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from fitfolio import __version__
from fitfolio.commands import demo, exercises, exports, imports, maintenance, programs, serve, users
from fitfolio.commands.runtime import CommandError

GROUPS = (serve, imports, exports, users, exercises, programs, demo, maintenance)


def build_parser() -> argparse.ArgumentParser:
    """The whole command line; also the source of docs/cli.md."""
    parser = argparse.ArgumentParser(
        prog="fitfolio", description="A strength-training log that its owner hosts."
    )
    parser.add_argument("--version", action="version", version=f"fitfolio {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for group in GROUPS:
        group.register(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    args = build_parser().parse_args(argv)
    try:
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


if __name__ == "__main__":
    sys.exit(main())
