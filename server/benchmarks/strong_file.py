"""A made-up Strong export of any size, the same for the same size."""

from __future__ import annotations

import csv
import random
from datetime import datetime, timedelta
from pathlib import Path

HEADER = (
    "Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps",
    "Distance", "Seconds", "Notes", "Workout Notes", "RPE",
)  # fmt: skip

DAYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Push", ("Bench Press (Barbell)", "Overhead Press (Barbell)", "Incline Bench Press (Dumbbell)", "Triceps Pushdown (Cable)", "Lateral Raise (Dumbbell)")),
    ("Pull", ("Deadlift (Barbell)", "Bent Over Row (Barbell)", "Lat Pulldown (Cable)", "Face Pull (Cable)", "Bicep Curl (Dumbbell)")),
    ("Legs", ("Squat (Barbell)", "Leg Press", "Romanian Deadlift (Barbell)", "Lying Leg Curl (Machine)", "Standing Calf Raise (Machine)")),
    ("Upper", ("Bench Press (Dumbbell)", "Pull Up", "Seated Row (Cable)", "Chest Fly", "Hammer Curl (Dumbbell)")),
)  # fmt: skip
SETS_PER_EXERCISE = 4
SETS_PER_WORKOUT = 5 * SETS_PER_EXERCISE


LAST = datetime(2026, 11, 1, 18, 5)  # noqa: DTZ001  # the app writes local times without a zone


def write_strong(path: Path, sets: int) -> None:
    """Write a file with `sets` sets, the newest workout on `LAST`, about four workouts a week."""
    rng = random.Random(sets)
    workouts = sets // SETS_PER_WORKOUT
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for index in range(workouts):
            start = LAST - timedelta(days=(workouts - index) * 7 / 4)
            title, names = DAYS[index % len(DAYS)]
            stamp = start.strftime("%Y-%m-%d %H:%M:%S")
            for place, name in enumerate(names):
                base = 40 + 12 * place + 60 * index / workouts + rng.randrange(-4, 5)
                for number in range(1, SETS_PER_EXERCISE + 1):
                    weight = round(base / 2.5) * 2.5
                    reps = max(3, 10 - number + rng.randrange(-1, 2))
                    writer.writerow(
                        (stamp, title, "1h 5m", name, number, weight, reps, 0, 0, "", "", "")
                    )
