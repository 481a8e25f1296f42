"""Accounts to export: a small one with one of everything."""

from __future__ import annotations

import json

from fitfolio.core.ids import uuid7
from fitfolio.exercises import service as exercise_service
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.workouts.bulk import NewEntry, NewSet, NewWorkout, insert_workouts
from tests.auth.test_training_profile import GYM
from tests.programs.builders import a_template
from tests.programs.program_builders import (
    FIVES,
    a_fact,
    a_program,
    a_version,
    an_enrolment,
    follow,
    post,
)

LIBRARY = [item.id for item in load_catalogue().exercises[:30]]
BENCH = load_catalogue().by_slug["bench-press-barbell"].id
NOON_MS = 1_790_000_000_000

STRONG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2024-01-01 18:00:00,"Push",1h 5m,"Bench Press (Barbell)",W,40,8,0,0,"","felt good",
2024-01-01 18:00:00,"Push",1h 5m,"Bench Press (Barbell)",1,80,5,0,0,"","felt good",8
2024-01-01 18:00:00,"Push",1h 5m,"Zercher Wobble Lift",1,30,10,0,0,"","felt good",
2024-01-03 18:00:00,"Pull",45m,"Deadlift (Barbell)",1,120,5,0,0,"","",
2024-01-03 18:00:00,"Pull",45m,"Deadlift (Barbell)",2,120,877777,0,0,"","",
"""


def import_file(server, person, body, **options):
    """Bring a file in over HTTP and return the finished import."""
    import_id = uuid7()
    url = f"/api/v1/imports/{import_id}"
    data = body.encode() if isinstance(body, str) else body
    answer = person.client.post("/api/v1/imports", params={"id": import_id}, content=data)
    assert answer.status_code == 201, answer.text
    server.run_jobs()
    if options:
        assert person.client.patch(url, json=options).status_code == 200
        server.run_jobs()
    if person.client.get(url).json()["status"] == "preview":
        assert person.client.post(f"{url}/confirm").status_code == 202
        server.run_jobs()
    return person.client.get(url).json()


def export(person):
    answer = person.client.get("/api/v1/export")
    assert answer.status_code == 200, answer.text
    return answer.content


def own_exercise(server, person, name):
    """Make a custom exercise and return its id."""
    values = {"id": uuid7(), "name": name, "tracking": "weight_distance",
              "primary_muscles": ["forearms"], "secondary_muscles": []}  # fmt: skip
    server.state.db.write_now(
        exercise_service.create_exercise, person.id, values, server.clock.now_ms()
    )
    return values["id"]


def fill(server, person):
    """One of everything, and what was deleted of some."""
    client, db = person.client, server.state.db
    client.patch(
        "/api/v1/auth/me",
        json={"display_name": "Ada „L.“", "time_zone": "Europe/Berlin", "language": "de",
              "weight_unit": "lb", "equipment": ["barbell", "plate"], "gym": GYM,
              "effort_scale": "rir", "rest": {"working_s": 180, "drop_s": 15}, "keep_awake": False},
    )  # fmt: skip
    own = [own_exercise(server, person, name) for name in ("Zercher-Trage", "Gone")]
    db.write_now(exercise_service.archive_exercise, person.id, own[1], 7)
    change = {"favourite": True, "weight_unit": "kg", "notes": "elbows in", "rest_s": 180,
              "bar_id": "olympic", "step": 2.5, "step_unit": "lb"}  # fmt: skip
    db.write_now(exercise_service.change_preference, person.id, BENCH, change)
    sets = [{"kind": "warm_up", "weight": 45, "weight_unit": "lb", "reps": 8},
            {"kind": "amrap", "distance": 20.5, "distance_unit": "m", "rir": 0, "side": "left"}]  # fmt: skip
    planned = a_template(*sets, name="Carry", exercise_id=own[0], folder="Odd", position=2)
    dropped = a_template(name="Dropped")
    for template in (planned, dropped):
        assert client.post("/api/v1/templates", json=template).status_code == 201
    client.delete(f"/api/v1/templates/{dropped['id']}")
    deadlift = load_catalogue().by_slug["deadlift-barbell"].id
    imported = import_file(
        server, person, STRONG, unit="kg", time_zone="Europe/Berlin",
        names={"Deadlift (Barbell)": deadlift},
    )  # fmt: skip
    assert imported["status"] == "done", imported
    link = follow_programs(client, own[0])
    new = NewWorkout(
        uuid7(), NOON_MS, "Europe/Berlin", "2026-09-21",
        [
            NewEntry(own[0], [NewSet(weight=60.5, weight_unit="kg", distance=20, distance_unit="m",
                                     notes="=1+1", rpe=8.5, logged_at_ms=NOON_MS + 1)]),
            NewEntry(BENCH, [NewSet("warm_up", weight=45, weight_unit="lb", reps=8),
                             NewSet("amrap", weight=225, weight_unit="lb", reps=9, rir=0)], 1,
                     "paused", track="squat.fives", prescription=json.dumps(ASKED)),
            NewEntry(LIBRARY[3], [NewSet("drop", False, weight=-20, weight_unit="kg", reps=6, side="left")], 1),
        ],
        NOON_MS + 3_600_000, title='-Leg, "day"', notes="line\nbreak", bodyweight_kg=82.4,
        source="fitfolio", template_id=planned["id"], program=json.dumps(link),
    )  # fmt: skip
    gone = new._replace(id=uuid7(), entries=[NewEntry(BENCH, [NewSet(reps=5)])])
    tracking = db.read_now(exercise_service.tracking_of, person.id)
    db.write_now(insert_workouts, person.id, [new, gone], tracking)
    assert client.delete(f"/api/v1/workouts/{gone.id}").status_code == 200
    for value in (82.4, 82.9):
        body = {"id": uuid7(), "metric": "weight", "value": value, "unit": "kg",
                "measured_at": "2026-11-01T06:00:00Z", "notes": "früh"}  # fmt: skip
        assert client.post("/api/v1/metrics", json=body).status_code == 201
    assert client.delete(f"/api/v1/metrics/{body['id']}").status_code == 204
    return own


ASKED = {
    "lift": "squat", "exercise": "squat-barbell", "unit": "kg", "stage": 1, "note": None,
    "reasons": [{"code": "deload", "values": {}}],
    "sets": [{"kind": "amrap", "goal": "reps", "low": 5.0, "high": 5.0, "weight": 60.0,
              "unrounded": 60.5, "rpe": None, "rir": 2.0, "rest_s": 180, "tempo": "3-1-1-0",
              "label": "heavy", "reasons": [{"code": "percent", "values": {"percent": 85, "of": "tm",
              "base": 70.5, "warm": True, "date": None}}]}],
}  # fmt: skip
"""What a program asked of an exercise."""


def follow_programs(client, exercise_id):
    """Programs in every state, one that is followed; returns what a workout of it says."""
    provenance = {"kind": "library", "slug": "531-bbb", "title": "5/3/1", "by": "J. W."}
    program = a_program(folder="Großes", draft_text="no program\tyet 💪", provenance=provenance)
    first = a_version(post(client, "programs", program)["id"], note="erste")
    second = a_version(
        program["id"], FIVES.replace("3x5", "5x5"), parent_version_id=first["id"], note="fünf"
    )
    for version in (first, second):
        post(client, "program-versions", version)
    chosen = {"exercises": {"zercher": exercise_id}, "position": 3}
    enrolment = post(client, "enrolments", an_enrolment(program["id"], first["id"], **chosen))
    workout_id = uuid7()
    facts = [
        a_fact("skip", at="2026-11-11T09:00:00.250Z"),
        a_fact("set", key="squat.fives", value=72.5),
        a_fact("swap", lift="bench", exercise="zercher"),
        a_fact("suppress", workout_id=workout_id, track="squat.fives"),
        a_fact("edition", program_version_id=second["id"], at="2026-11-12T09:00:00Z"),
        a_fact("repeat"),
    ]
    for fact in facts:
        post(client, f"enrolments/{enrolment['id']}/facts", fact)
    client.delete(f"/api/v1/enrolments/{enrolment['id']}/facts/{facts[-1]['id']}")
    ended = follow(client, ended_at="2026-11-15T10:00:00Z")
    client.delete(f"/api/v1/programs/{ended['program_id']}")
    dropped = follow(client)
    client.delete(f"/api/v1/enrolments/{dropped['id']}")
    client.delete(f"/api/v1/programs/{dropped['program_id']}")
    return {"enrolment_id": enrolment["id"], "program_version_id": first["id"], "cycle": 1,
            "week": 1, "day": 1, "name": "Tag „A“"}  # fmt: skip
