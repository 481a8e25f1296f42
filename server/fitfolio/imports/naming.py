"""What each exercise name of a file means: a choice, a memory, an own exercise, or a match."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.exercises.matching import match_name
from fitfolio.imports.model import ParsedExercise, ParsedFile

Decision = Literal["matched", "check", "create"]
KEY_LIMIT = 200


@dataclass(slots=True)
class NameUse:
    """How a name is used in the file; decides the tracking kind of a custom exercise."""

    name: str
    equipment_hint: str = ""
    sets: int = 0
    weighted: int = 0
    assisted: int = 0
    counted: int = 0
    timed: int = 0
    measured: int = 0

    def add(self, exercise: ParsedExercise) -> None:
        """Count one block of the exercise."""
        self.equipment_hint = self.equipment_hint or exercise.equipment_hint
        self.sets += len(exercise.sets)
        for row in exercise.sets:
            self.weighted += bool(row.weight and row.weight > 0)
            self.assisted += bool(row.weight and row.weight < 0)
            self.counted += bool(row.reps)
            self.timed += bool(row.duration_s)
            self.measured += bool(row.distance)

    @property
    def tracking(self) -> str:
        """The kind that keeps what the file holds."""
        if self.measured:
            return "weight_distance" if self.weighted > self.timed else "distance_duration"
        if self.timed > self.counted:
            return "weight_duration" if self.weighted else "duration"
        if self.assisted > self.weighted or "assisted" in self.name.casefold():
            return "assisted_reps"
        return "weight_reps" if self.weighted else "reps"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A decided name; `exercise_id` None makes a custom exercise."""

    use: NameUse
    decision: Decision
    exercise_id: str | None
    chosen: bool
    candidates: list[tuple[str, float]] = field(default_factory=list)


def name_key(name: str) -> str:
    """The form names are remembered and compared in."""
    return " ".join(name.split()).casefold()[:KEY_LIMIT]


def collect_names(parsed: ParsedFile) -> dict[str, NameUse]:
    """Every distinct name of the file, in order of first use."""
    uses: dict[str, NameUse] = {}
    for workout in parsed.workouts:
        for exercise in workout.exercises:
            use = uses.get(exercise.name)
            if use is None:
                use = uses[exercise.name] = NameUse(exercise.name)
            use.add(exercise)
    return uses


def decide(
    uses: Iterable[NameUse],
    app: str,
    *,
    chosen: Mapping[str, str | None],
    remembered: Mapping[str, str],
    own: Mapping[str, str],
) -> list[Meaning]:
    """Decide every name. Earlier answers win over matching; `own` maps name keys to custom exercises."""
    return [_decide_one(use, app, chosen, remembered, own) for use in uses]


def _decide_one(
    use: NameUse,
    app: str,
    chosen: Mapping[str, str | None],
    remembered: Mapping[str, str],
    own: Mapping[str, str],
) -> Meaning:
    catalogue = load_catalogue()
    match = match_name(use.name, use.equipment_hint, app)
    candidates = [
        (catalogue.by_slug[slug].id, round(score, 3)) for slug, score in match.alternatives
    ]
    if use.name in chosen:
        picked = chosen[use.name]
        return Meaning(use, "matched" if picked else "create", picked, True, candidates)
    key = name_key(use.name)
    known = remembered.get(key) or own.get(key)
    if known is not None:
        return Meaning(use, "matched", known, False, candidates)
    if match.slug is None:
        return Meaning(use, "create", None, False, candidates)
    found = catalogue.by_slug[match.slug].id
    return Meaning(use, "matched" if match.sure else "check", found, False, candidates)
