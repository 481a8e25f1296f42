"""Which lifts, tracks and quantities a program has, in any edition that an enrolment may go by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from fitfolio.enrolments.errors import UnknownKey
from fitfolio.programs import program_queries
from fitfolio.programs.texts import plan_of
from fitfolio.training.programs.plan import Plan
from fitfolio.training.programs.state import is_of_lift


def plans_of(
    conn: sa.Connection, viewer: str, program_id: str, version_ids: Iterable[str]
) -> list[Plan]:
    """Plans of these editions and of the program's newest one, to which values may be given ahead."""
    program = program_queries.find_program(conn, viewer, program_id)
    wanted = set(version_ids)
    if program is not None and program.latest_version_id is not None:
        wanted.add(program.latest_version_id)
    found = program_queries.find_versions(conn, viewer, sorted(wanted))
    return [plan_of(row.text) for row in found.values()]


def check_starts(
    conn: sa.Connection,
    viewer: str,
    program_id: str,
    version_ids: Sequence[str],
    keys: Iterable[str],
) -> None:
    """UnknownKey for a start value of something that no edition has."""
    wanted = list(keys)
    plans = plans_of(conn, viewer, program_id, version_ids) if wanted else []
    for key in wanted:
        if not any(is_start(plan, key) for plan in plans):
            raise UnknownKey(key)


def is_start(plan: Plan, key: str) -> bool:
    """Whether a start value may be given for it: `squat`, `squat.1rm`, `squat.t1`."""
    lift, _, rest = key.partition(".")
    if lift not in plan.lifts:
        return False
    return not rest or key in plan.tracks or (is_of_lift(rest) and rest != "step")


def is_settable(plan: Plan, key: str) -> bool:
    """Whether a fact may set it by hand: `squat.tm`, `squat.t1`, `squat.t1.reps`, a variable of the track."""
    parts = key.split(".")
    if parts[0] not in plan.lifts or len(parts) not in (2, 3):
        return False
    if len(parts) == 2 and is_of_lift(parts[1]):
        return parts[1] != "step"
    slot = plan.tracks.get(f"{parts[0]}.{parts[1]}")
    if slot is None:
        return False
    own = {"weight", "reps", "stage", *(one.name for one in slot.scheme.variables)}
    return len(parts) == 2 or parts[2] in own
