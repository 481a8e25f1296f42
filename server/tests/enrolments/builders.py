"""Training by a program as a client does it: the session is copied into the workout."""

from __future__ import annotations

from typing import Any

from fitfolio.core.ids import uuid7
from fitfolio.exercises.catalogue import load_catalogue

BENCH = load_catalogue().by_slug["bench-press-barbell"].id


def next_of(client: Any, enrolment: dict[str, Any]) -> dict[str, Any]:
    """What comes next."""
    answer = client.get(f"/api/v1/enrolments/{enrolment['id']}/next")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def prescription(slot: dict[str, Any], unit: str) -> dict[str, Any]:
    """What is copied into the workout of a slot: reasons without their English sentences."""

    def reasons(one: dict[str, Any]) -> list[dict[str, Any]]:
        return [{"code": item["code"], "values": item["values"]} for item in one["reasons"]]

    names = ("lift", "exercise", "stage", "note")
    return {
        **{name: slot[name] for name in names}, "unit": unit, "reasons": reasons(slot),
        "sets": [{**one, "reasons": reasons(one)} for one in slot["sets"]],
    }  # fmt: skip


def a_session(
    following: dict[str, Any], *, day: str, finished: bool = True,
    reps: dict[str, list[int]] | None = None, weight: dict[str, float] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The workout of a next session, done as asked but for what is given by track."""
    session, unit = following["session"], following["unit"]
    exercises = []
    for position, slot in enumerate(session["slots"]):
        given = (reps or {}).get(slot["track"])
        sets = [
            {"id": uuid7(), "position": place, "kind": target["kind"],
             "weight": (weight or {}).get(slot["track"], target["weight"]), "weight_unit": unit,
             "reps": int(target["high"]) if given is None else given[place]}
            for place, target in enumerate(slot["sets"])
        ]  # fmt: skip
        exercises.append(
            {"id": uuid7(), "exercise_id": slot["exercise_id"] or BENCH, "position": position,
             "track": slot["track"], "prescription": prescription(slot, unit), "sets": sets}
        )  # fmt: skip
    return {
        "id": uuid7(), "started_at": f"{day}T17:00:00Z", "time_zone": "UTC",
        "finished_at": f"{day}T18:00:00Z" if finished else None, "title": session["name"],
        "program": {
            "enrolment_id": following["enrolment_id"],
            "program_version_id": following["program_version_id"], "cycle": session["cycle"],
            "week": session["week"], "day": session["day"], "name": session["name"],
        },
        "exercises": exercises,
    }  # fmt: skip


def train(client: Any, enrolment: dict[str, Any], **what: Any) -> dict[str, Any]:
    """Do the next session and return the stored workout."""
    body = a_session(next_of(client, enrolment), **what)
    answer = client.post("/api/v1/workouts", json=body)
    assert answer.status_code == 201, answer.text
    stored: dict[str, Any] = answer.json()
    return stored
