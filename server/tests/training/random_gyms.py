"""Gyms as they stand, and as nobody would furnish them: plates of both units, holes, odd sizes, nothing."""

from __future__ import annotations

import random
from typing import Any

KG_SIZES = (25, 20, 15, 10, 5, 2.5, 1.25, 1, 0.5, 0.25, 0.125, 12.34)
LB_SIZES = (55, 45, 35, 25, 10, 5, 2.5, 1.25, 1, 0.75)
EQUIPMENT = (
    "barbell", "barbell", "barbell", "ez_bar", "trap_bar", "smith_machine", "sled", "dumbbell",
    "kettlebell", "machine", "cable", "bodyweight", "band", "plate",
)  # fmt: skip


def random_exercise(chance: random.Random) -> dict[str, Any]:
    """An exercise with its gym, in the JSON form of `conformance/plates.json`."""
    unit = chance.choice(("kg", "kg", "lb"))
    exercise: dict[str, Any] = {"unit": unit, "equipment": chance.choice(EQUIPMENT)}
    if chance.random() < 0.85:
        exercise["gym"] = random_gym(chance)
        exercise["bar_id"] = chance.choice((None, None, "bar-0", "bar-1", "gone"))
    if chance.random() < 0.15:
        step = chance.choice((0.5, 1, 2.5, 5, 7))
        exercise["own_step"] = {"step": step, "unit": chance.choice(("kg", "lb"))}
    return exercise


def random_gym(chance: random.Random) -> dict[str, Any]:
    """An inventory of any size, kilograms and pounds mixed in every third."""
    units = chance.choice((("kg",), ("lb",), ("kg", "lb")))
    plates = []
    for unit in units:
        sizes = KG_SIZES if unit == "kg" else LB_SIZES
        plates += [
            {"weight": size, "unit": unit, "pairs": chance.choice((0, 1, 1, 2, 4, 15))}
            for size in chance.sample(sizes, chance.randint(0, 7))
        ]
    bars = [
        {
            "id": f"bar-{index}",
            "name": "Bar",
            "weight": chance.choice((0, 7, 10, 15, 20, 25, 45)),
            "unit": chance.choice(units),
            "equipment": chance.choice(EQUIPMENT),
        }
        for index in range(chance.randint(0, 3))
    ]
    collar = {"weight": chance.choice((0.5, 2.5, 5)), "unit": chance.choice(units)}
    return {
        "bars": bars,
        "plates": plates,
        "dumbbells": _ranges(chance, units),
        "machine_steps": _ranges(chance, units),
        "collar": chance.choice((None, None, collar)),
    }


def _ranges(chance: random.Random, units: tuple[str, ...]) -> list[dict[str, Any]]:
    found = []
    for _ in range(chance.randint(0, 3)):
        low = chance.choice((0, 1, 2.5, 4, 10, 12.5))
        high = low + chance.choice((0, 9, 20, 47.3, 100))
        step = chance.choice((0.5, 1, 2, 2.5, 5, 7))
        found.append({"min": low, "max": high, "step": step, "unit": chance.choice(units)})
    return found
