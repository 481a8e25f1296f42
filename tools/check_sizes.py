"""Fails when a source file has outgrown the house's limits.

Counted are lines of code: blank lines, comments and docstrings are free, because they are what
makes a file readable. Generated code, data and migrations are not written by hand and not counted.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

from tracked_files import ROOT, tracked_files

WARN_LINES = 300
FAIL_LINES = 400
COMPONENT_WARN_LINES = 200
COMPONENT_FAIL_LINES = 250

UNCOUNTED_PARTS = {"generated", "migrations", "library", "locales"}
STRING_OR_COMMENT = re.compile(
    r"""(?P<keep>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)"""
    r"""|(?P<drop>/\*.*?\*/|//[^\n]*)""",
    re.DOTALL,
)


def main() -> int:
    """Print every file above a limit; return 1 when one is above the upper limit."""
    failed = False
    for path in tracked_files():
        name = path.relative_to(ROOT)
        if not is_counted(name):
            continue
        lines = code_lines(path)
        warn_above, fail_above = limits(name)
        if lines > fail_above:
            failed = True
            print(f"FAIL {name}: {lines} lines of code, at most {fail_above}: split it by noun")
        elif lines > warn_above:
            print(f"warn {name}: {lines} lines of code, aim below {warn_above}")
    return 1 if failed else 0


def is_counted(name: Path) -> bool:
    """Tell whether the limits apply to a file, given its path below the root."""
    return name.suffix in {".py", ".ts", ".tsx"} and not UNCOUNTED_PARTS & set(name.parts)


def limits(name: Path) -> tuple[int, int]:
    """Return the line counts above which a file is warned about and refused."""
    if name.suffix == ".tsx" and not name.stem.endswith(".test"):
        return COMPONENT_WARN_LINES, COMPONENT_FAIL_LINES
    return WARN_LINES, FAIL_LINES


def code_lines(path: Path) -> int:
    """Count the lines of a file that hold code."""
    text = path.read_text(encoding="utf-8")
    return python_code_lines(text) if path.suffix == ".py" else script_code_lines(text)


def python_code_lines(text: str) -> int:
    """Count the lines of Python text that hold code rather than comments or docstrings."""
    free: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            free.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return sum(
        1
        for number, line in enumerate(text.splitlines(), start=1)
        if number not in free and line.strip() and not line.lstrip().startswith("#")
    )


def script_code_lines(text: str) -> int:
    """Count the lines of TypeScript text that hold code rather than comments."""
    bare = STRING_OR_COMMENT.sub(lambda match: match["keep"] or "", text)
    return sum(1 for line in bare.splitlines() if line.strip())


if __name__ == "__main__":
    sys.exit(main())
