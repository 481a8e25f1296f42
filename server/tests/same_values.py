"""Comparing results of two languages: equal, but for the last bits of what went through logarithms."""

from __future__ import annotations

import math
from typing import Any

RELATIVE = 1e-9
"""Logarithms and exponentials differ in the last bit between languages; sums carry that on."""

TINY = 1e-15
"""Below this a number stands for zero: a slope [1/day] that is no slope."""


def difference(ours: Any, theirs: Any, where: str = "") -> str | None:
    """The first place in which two results differ, or None."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        if ours.keys() != theirs.keys():
            return f"{where}: {sorted(ours)} is not {sorted(theirs)}"
        pairs = [(f"{where}.{name}", ours[name], theirs[name]) for name in ours]
    elif isinstance(ours, list) and isinstance(theirs, list):
        if len(ours) != len(theirs):
            return f"{where}: {len(ours)} items are not {len(theirs)}"
        pairs = [
            (f"{where}[{index}]", *both)
            for index, both in enumerate(zip(ours, theirs, strict=True))
        ]
    elif isinstance(ours, float) or isinstance(theirs, float):
        alike = None not in (ours, theirs) and math.isclose(
            ours, theirs, rel_tol=RELATIVE, abs_tol=TINY
        )
        return None if alike else f"{where}: {ours} is not {theirs}"
    else:
        return None if ours == theirs else f"{where}: {ours} is not {theirs}"
    return next((found for place, a, b in pairs if (found := difference(a, b, place))), None)
