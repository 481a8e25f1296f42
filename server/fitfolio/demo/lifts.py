"""The exercises of the demonstration: how strong the lifter starts, may become, and what can be loaded."""

from __future__ import annotations

from typing import Literal, NamedTuple

Pattern = Literal[
    "squat", "hinge", "push", "press", "row", "pull", "arms", "legs", "core", "cardio"
]
Tracking = Literal[
    "weight_reps", "bodyweight_reps", "assisted_reps", "duration", "distance_duration"
]


class Lift(NamedTuple):
    """One exercise.

    `first` and `best` [kg] are the one-repetition maximum on day one and the ceiling; of
    bodyweight and assisted exercises both include the body. Of holds they are seconds, of
    cardio metres per second. `step` is what can be loaded, in `unit`; `least` the empty bar.
    """

    slug: str
    pattern: Pattern
    first: float
    best: float
    step: float = 2.5
    least: float = 0.0
    unit: Literal["kg", "lb"] = "kg"
    tracking: Tracking = "weight_reps"


def _barbell(slug: str, pattern: Pattern, first: float, best: float, step: float = 2.5) -> Lift:
    return Lift(slug, pattern, first, best, step, least=20)


LIFTS: dict[str, Lift] = {
    "squat": _barbell("squat-barbell", "squat", 72, 168),
    "front_squat": _barbell("front-squat-barbell", "squat", 60, 135),
    "leg_press": Lift("leg-press-machine", "squat", 130, 300, 5, 20),
    "deadlift": _barbell("deadlift-barbell", "hinge", 92, 208),
    "romanian": _barbell("romanian-deadlift-barbell", "hinge", 75, 170),
    "hip_thrust": _barbell("hip-thrust-barbell", "hinge", 80, 190),
    "bench": _barbell("bench-press-barbell", "push", 56, 122),
    "incline": Lift("incline-bench-press-dumbbell", "push", 20, 44, 2, 4),
    "dip": Lift("chest-dip", "push", 84, 132, 2.5, tracking="bodyweight_reps"),
    "fly": Lift("seated-chest-fly-cable", "push", 14, 32, 2.5, 2.5),
    "press": _barbell("overhead-press-barbell", "press", 36, 78),
    "dumbbell_press": Lift("seated-overhead-press-dumbbell", "press", 15, 36, 2, 4),
    "lateral_raise": Lift("lateral-raise-dumbbell", "press", 7, 17, 1, 2),
    "row": _barbell("bent-over-row-barbell", "row", 52, 112),
    "dumbbell_row": Lift("bent-over-row-dumbbell", "row", 26, 58, 2, 4),
    "face_pull": Lift("face-pull-cable", "row", 22, 48, 2.5, 2.5),
    "pulldown": Lift("lat-pulldown-cable", "pull", 52, 96, 5, 20, "lb"),
    "pull_up": Lift("pull-up", "pull", 82, 122, 2.5, tracking="bodyweight_reps"),
    "assisted_pull_up": Lift("pull-up-assisted", "pull", 82, 122, 5, tracking="assisted_reps"),
    "curl": _barbell("biceps-curl-barbell", "arms", 28, 58),
    "hammer_curl": Lift("hammer-curl-dumbbell", "arms", 12, 28, 2, 4),
    "pushdown": Lift("triceps-pushdown-cable", "arms", 28, 62, 2.5, 5),
    "leg_curl": Lift("lying-leg-curl-machine", "legs", 38, 82, 5, 5),
    "leg_extension": Lift("leg-extension-machine", "legs", 52, 118, 5, 5),
    "calf_raise": Lift("standing-calf-raise-machine", "legs", 70, 165, 5, 10),
    "plank": Lift("plank", "core", 40, 190, 5, 20, tracking="duration"),
    "rowing": Lift("rowing-machine", "cardio", 3.1, 4.1, tracking="distance_duration"),
    "running": Lift("running", "cardio", 2.4, 3.2, tracking="distance_duration"),
}
