"""How strong the made-up lifter is on a day: gains with diminishing returns, losses in breaks."""

from __future__ import annotations

import math
import random
from datetime import date

from fitfolio.demo.lifts import LIFTS, Lift, Pattern

GAIN_PER_SESSION = 0.0078
"""Share of the distance to the ceiling that one session of a movement closes."""

KEPT_DAYS = 10
LOSS_PER_DAY = 0.005
"""After ten days without a movement strength fades by about ½ % of the gains a day."""

HURT_PATTERNS = ("push", "press")


class Strength:
    """What the lifter could do today; `train` and `hurt` move it on."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._progress: dict[Pattern, float] = {}
        self._last: dict[Pattern, date] = {}
        self._form = 0.0
        self._hurt_on: date | None = None

    def start_day(self) -> None:
        """Sleep and stress: every day has its form, a standard deviation of 1.2 %."""
        self._form = self._rng.gauss(0, 0.012)

    def hurt(self, day: date) -> None:
        """A shoulder: pressing falls to 78 % and comes back within ten weeks."""
        self._hurt_on = day

    def of(self, name: str, day: date) -> float:
        """The best single [kg, or s, or m/s] of a lift today."""
        lift = LIFTS[name]
        progress = self._progress.get(lift.pattern, 0.0)
        gap = (day - self._last.get(lift.pattern, day)).days - KEPT_DAYS
        if gap > 0:
            progress *= math.exp(-LOSS_PER_DAY * gap)
        level = lift.first + (lift.best - lift.first) * progress
        return level * (1 + self._form) * self._health(lift, day)

    def _health(self, lift: Lift, day: date) -> float:
        if self._hurt_on is None or lift.pattern not in HURT_PATTERNS:
            return 1.0
        weeks = (day - self._hurt_on).days / 7
        return min(1.0, 0.78 + 0.022 * weeks)

    def train(self, patterns: set[Pattern], day: date, *, easy: bool) -> None:
        """A session was done; a deload keeps strength and adds little."""
        gain = GAIN_PER_SESSION * (0.3 if easy else 1.0)
        for pattern in sorted(patterns):
            progress = self._progress.get(pattern, 0.0)
            gap = (day - self._last.get(pattern, day)).days - KEPT_DAYS
            if gap > 0:
                progress *= math.exp(-LOSS_PER_DAY * gap)
            self._progress[pattern] = progress + gain * (1 - progress)
            self._last[pattern] = day


def load_for(best: float, reps: float, rir: float) -> float:
    """Load [kg] that leaves `rir` reps after `reps` (Epley 1985)."""
    return best / (1 + (reps + rir) / 30)


def most_reps(best: float, load: float) -> float:
    """Reps to failure with a load (Epley 1985); 0 where it is too heavy."""
    return max(0.0, 30 * (best / load - 1))
