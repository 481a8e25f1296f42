"""Small program texts for tests."""

from __future__ import annotations

SMALL = """\
program "Small"

lift squat = squat-barbell, step 5kg/10lb, tm 90%
lift bench = bench-press-barbell, start 20kg/45lb

scheme fives
  sets 3x5
  on success: weight + step
  on failure 3 times: weight - 10%

day A
  squat fives
  bench fives
"""


def with_lines(*lines: str, days: str = "day A\n  squat s\n", head: str = "") -> str:
    """A program with one scheme `s` of these lines."""
    body = "".join(f"  {line}\n" for line in lines)
    return (
        f'program "P"\n{head}\nlift squat = squat-barbell, step 5kg/10lb, tm 90%\n'
        f"lift bench = bench-press-barbell\n\nscheme s\n{body}\n{days}"
    )
