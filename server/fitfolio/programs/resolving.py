"""Which exercise a program's text means, and what it is loaded with in the lifter's gym."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, cast

import sqlalchemy as sa

from fitfolio.auth import queries as auth_queries
from fitfolio.exercises import queries as exercise_queries
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.training.gym import Gym, OwnStep, loadable_for
from fitfolio.training.plates import Loadable
from fitfolio.training.programs.loading import GymLoading
from fitfolio.training.programs.plan import Plan
from fitfolio.training.units import WeightUnit


class Known(NamedTuple):
    """The exercises that texts may mean: the lifter's own by id and by name in small letters."""

    own: Mapping[str, Any]
    by_name: Mapping[str, str]
    chosen: Mapping[str, str]

    def find(self, text: str) -> str | None:
        """The exercise that is meant: what was chosen, the library's, an own one of that name or id."""
        library = load_catalogue()
        choice = self.chosen.get(text)
        if choice is not None and (choice in library.by_id or choice in self.own):
            return choice
        for name in (text, text.strip().lower()):
            if name in library.by_slug:
                return library.by_slug[name].id
        own = self.by_name.get(text.strip().lower())
        if own is None and (text in library.by_id or text in self.own):
            return text
        return own

    def equipment(self, exercise_id: str) -> str:
        """What an exercise of the library or one's own is done with."""
        library = load_catalogue().by_id.get(exercise_id)
        return library.equipment if library is not None else self.own[exercise_id].equipment


def known_exercises(conn: sa.Connection, viewer: str, chosen: Mapping[str, str]) -> Known:
    """Everything a text may mean for this lifter; `chosen` are exercise ids by texts."""
    own = {row.id: row for row in exercise_queries.list_custom(conn, viewer)}
    by_name = {row.name.strip().lower(): row.id for row in own.values() if row.deleted_at is None}
    return Known(own, by_name, chosen)


def exercise_texts_of(plan: Plan) -> set[str]:
    """Every text that a plan has for an exercise: of its lifts, and of stages with one of their own."""
    texts = {lift.exercise for lift in plan.lifts.values()}
    for slot in plan.tracks.values():
        texts.update(line.exercise for line in slot.scheme.sets if line.exercise is not None)
    return texts


def loading_for(
    conn: sa.Connection, viewer: str, texts: Iterable[str], known: Known, unit: WeightUnit
) -> GymLoading:
    """What the exercises of a program are loaded with in this lifter's gym."""
    account = auth_queries.find_user(conn, viewer)
    gym = None if account is None else cast("Gym | None", json.loads(account.gym))
    preferences = exercise_queries.list_preferences(conn, viewer)
    loadables: dict[str, Loadable] = {}
    for text in texts:
        exercise_id = known.find(text)
        if exercise_id is None:
            continue
        preference = preferences.get(exercise_id)
        bar_id, step = None, None
        if preference is not None:
            bar_id = preference.bar_id
            if preference.step is not None:
                step = OwnStep(step=preference.step, unit=preference.step_unit)
        equipment = known.equipment(exercise_id)
        loadables[text] = loadable_for(gym, equipment, unit, bar_id, step)
    return GymLoading(loadables, unit)
