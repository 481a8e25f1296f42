"""What the made-up lifter follows: three programs one after the other."""

from __future__ import annotations

from typing import Literal, NamedTuple

from fitfolio.demo.lifts import LIFTS, Pattern

Style = Literal["linear", "straight", "top_set", "amrap", "drop", "hold", "cardio"]


class Slot(NamedTuple):
    """One exercise of a session. Equal `superset` numbers are done in turns. `reps` of a hold are
    ignored, of cardio they are minutes."""

    lift: str
    style: Style
    sets: int
    reps: int
    rir: float = 2.0
    superset: int | None = None


class Session(NamedTuple):
    """A training day of a program."""

    title: str
    slots: tuple[Slot, ...]

    @property
    def patterns(self) -> set[Pattern]:
        """The movements it trains."""
        return {LIFTS[slot.lift].pattern for slot in self.slots}


NOVICE = (
    Session("Full body A", (
        Slot("squat", "linear", 3, 5), Slot("bench", "linear", 3, 5), Slot("row", "linear", 3, 5),
        Slot("plank", "hold", 2, 0),
    )),
    Session("Full body B", (
        Slot("squat", "linear", 3, 5), Slot("press", "linear", 3, 5),
        Slot("deadlift", "linear", 1, 5), Slot("assisted_pull_up", "straight", 3, 6),
    )),
)  # fmt: skip

UPPER_LOWER = (
    Session("Upper heavy", (
        Slot("bench", "top_set", 4, 5, 1.5), Slot("row", "straight", 4, 6),
        Slot("dumbbell_press", "straight", 3, 8), Slot("pulldown", "straight", 3, 10),
        Slot("curl", "straight", 3, 10, 1.5, superset=1),
        Slot("pushdown", "straight", 3, 12, 1.5, superset=1),
    )),
    Session("Lower heavy", (
        Slot("squat", "top_set", 4, 5, 1.5), Slot("romanian", "straight", 3, 8),
        Slot("leg_press", "straight", 3, 10), Slot("leg_curl", "straight", 3, 12),
        Slot("calf_raise", "straight", 3, 12), Slot("plank", "hold", 3, 0),
    )),
    Session("Upper volume", (
        Slot("press", "straight", 4, 6), Slot("pull_up", "straight", 4, 6),
        Slot("incline", "straight", 3, 10, superset=1),
        Slot("dumbbell_row", "straight", 3, 10, superset=1),
        Slot("lateral_raise", "straight", 3, 14, 1.0), Slot("hammer_curl", "straight", 3, 12),
    )),
    Session("Lower volume", (
        Slot("deadlift", "top_set", 3, 4, 1.5), Slot("front_squat", "straight", 3, 6),
        Slot("leg_extension", "drop", 3, 12, 1.0), Slot("leg_curl", "straight", 3, 12),
        Slot("rowing", "cardio", 1, 10),
    )),
)  # fmt: skip

PUSH_PULL_LEGS = (
    Session("Push", (
        Slot("bench", "amrap", 4, 5, 1.5), Slot("dumbbell_press", "straight", 3, 8),
        Slot("dip", "straight", 3, 8), Slot("fly", "drop", 3, 12, 1.0),
        Slot("lateral_raise", "straight", 4, 15, 1.0, superset=1),
        Slot("pushdown", "straight", 4, 12, 1.0, superset=1),
    )),
    Session("Pull", (
        Slot("deadlift", "top_set", 3, 3, 1.0), Slot("pull_up", "amrap", 3, 6, 1.5),
        Slot("dumbbell_row", "straight", 3, 10), Slot("face_pull", "straight", 3, 15),
        Slot("curl", "straight", 3, 10, 1.0), Slot("hammer_curl", "drop", 2, 12, 1.0),
    )),
    Session("Legs", (
        Slot("squat", "top_set", 4, 4, 1.0), Slot("romanian", "straight", 3, 8),
        Slot("leg_press", "straight", 3, 12), Slot("leg_curl", "drop", 3, 12, 1.0),
        Slot("calf_raise", "straight", 4, 12, 1.0), Slot("plank", "hold", 3, 0),
    )),
    Session("Push light", (
        Slot("press", "amrap", 4, 6, 1.5), Slot("incline", "straight", 4, 10),
        Slot("fly", "straight", 3, 15, 1.0), Slot("lateral_raise", "straight", 4, 15, 1.0),
        Slot("rowing", "cardio", 1, 8),
    )),
    Session("Pull and legs light", (
        Slot("row", "straight", 4, 8), Slot("pulldown", "straight", 3, 12),
        Slot("front_squat", "straight", 3, 6), Slot("hip_thrust", "straight", 3, 10),
        Slot("leg_extension", "straight", 3, 15, 1.0),
    )),
)  # fmt: skip

EASY_RUN = Session("Easy run", (Slot("running", "cardio", 1, 28),))
