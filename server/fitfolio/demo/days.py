"""When the made-up lifter trains: which day, which session, and the weeks without."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from fitfolio.demo.programs import EASY_RUN, NOVICE, PUSH_PULL_LEGS, UPPER_LOWER, Session

YEARS_DAYS = 3 * 365
NOVICE_WEEKS = 27
UPPER_LOWER_WEEKS = 92
INJURY_WEEK = 84
INJURY_DAYS = 17
BLOCK_WEEKS = 5
"""In upper/lower and push/pull/legs every fifth week is a deload."""

MISSED = 0.07
RUN = 0.16

WEEKDAYS = {
    "novice": (0, 2, 4),
    "upper_lower": (0, 1, 3, 4),
    "push_pull_legs": (0, 1, 2, 4, 5),
}


class TrainingDay(NamedTuple):
    """A day with a session. `is_restart` marks the first one after the injury."""

    day: date
    session: Session
    is_deload: bool
    is_novice: bool
    is_restart: bool


def training_days(rng: random.Random, last_day: date) -> Iterator[TrainingDay]:
    """Every training day of the three years that end on `last_day`."""
    first_day = last_day - timedelta(days=YEARS_DAYS)
    monday = first_day - timedelta(days=first_day.weekday())
    hurt_on = monday + timedelta(weeks=INJURY_WEEK, days=2)
    turn = 0
    restarted = False
    for offset in range(YEARS_DAYS + 1):
        day = first_day + timedelta(days=offset)
        week = (day - monday).days // 7
        # The last day is always trained, so that a fresh demonstration looks alive.
        is_last = day == last_day
        if _away(day, hurt_on) and not is_last:
            continue
        name, sessions = _program(week)
        is_deload = name != "novice" and week % BLOCK_WEEKS == BLOCK_WEEKS - 1
        if day.weekday() in WEEKDAYS[name] or is_last:
            if rng.random() < MISSED and not is_last:
                continue
            is_restart = not restarted and day > hurt_on
            restarted = restarted or is_restart
            yield TrainingDay(
                day, sessions[turn % len(sessions)], is_deload, name == "novice", is_restart
            )
            turn += 1
        elif day.weekday() == 6 and rng.random() < RUN:
            yield TrainingDay(day, EASY_RUN, is_deload=False, is_novice=False, is_restart=False)


def _program(week: int) -> tuple[str, tuple[Session, ...]]:
    if week < NOVICE_WEEKS:
        return "novice", NOVICE
    if week < UPPER_LOWER_WEEKS:
        return "upper_lower", UPPER_LOWER
    return "push_pull_legs", PUSH_PULL_LEGS


def _away(day: date, hurt_on: date) -> bool:
    """Two weeks of summer, the days around New Year, and the shoulder."""
    summer = day.month == 8 and 3 <= day.day <= 16
    winter = (day.month, day.day) >= (12, 23) or (day.month, day.day) <= (1, 1)
    return summer or winter or hurt_on <= day < hurt_on + timedelta(days=INJURY_DAYS)
