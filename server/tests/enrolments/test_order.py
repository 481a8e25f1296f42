"""A session is a function of what is known: neither the order in which it came nor errors on the way matter."""

from __future__ import annotations

import itertools
import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fitfolio.core.ids import uuid7
from fitfolio.programs.catalogue import load_programs
from tests.enrolments.builders import a_session, next_of, train
from tests.programs.program_builders import a_fact, a_program, a_version, an_enrolment, post
from tests.sync.operations import PUSH, a_push

SLUGS = ("531-bbb", "gzclp", "greyskull-lp", "531-seventh-week", "starting-strength-1")
LIFTS = ("squat", "bench", "press", "deadlift")
quick = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def begin(client, slug):
    text = load_programs()[slug].text
    program = post(client, "programs", a_program())
    version = post(client, "program-versions", a_version(program["id"], text))
    path = f"/api/v1/program-versions/{version['id']}/starts"
    starts = {one["key"]: 80 for one in client.get(path, params={"unit": "kg"}).json()["starts"]}
    body = an_enrolment(program["id"], version["id"], starts=starts)
    return post(client, "enrolments", body)


def a_history(client, chance, slug):
    """Sessions done one after the other with facts in between, as operations of a device."""
    enrolment = begin(client, slug)
    path = {"enrolment_id": enrolment["id"]}
    operations = []
    for number in range(chance.randint(2, 7)):
        following = next_of(client, enrolment)
        day = f"2026-10-{1 + 2 * number:02}"
        reps = {
            slot["track"]: [max(1, int(one["high"]) - chance.choice([0, 0, 0, 1, 2]))
                            for one in slot["sets"]]
            for slot in following["session"]["slots"]
        }  # fmt: skip
        operations.append(("workouts.create", {}, a_session(following, day=day, reps=reps)))
        if chance.random() < 0.5:
            lift = following["session"]["slots"][0]["lift"]
            fact = chance.choice([
                a_fact("skip"), a_fact("break", value=10, week=chance.randint(0, 1)),
                a_fact("suppress", workout_id=operations[-1][2]["id"]), a_fact("repeat"),
                a_fact("set", key=f"{lift}.1rm", value=chance.randint(60, 140)),
                a_fact("move", week=1, day=1),
            ])  # fmt: skip
            fact |= {"date": day, "at": f"{day}T20:00:00Z"}
            operations.append(("enrolments.add_fact", path, fact))
        push(client, operations[-2:])
    return enrolment, operations


def push(client, operations):
    for result in client.post(PUSH, json=a_push(*operations)).json()["results"]:
        assert result["status"] == "applied", result


def renamed(operations, enrolment):
    """The same operations for another account and enrolment: every id anew, in the order of the old ones."""
    old = sorted(
        {body["id"] for _, _, body in operations}
        | {one["id"] for _, _, body in operations for entry in body.get("exercises", ())
           for one in (entry, *entry["sets"])}
    )  # fmt: skip
    fresh = dict(zip(old, sorted(uuid7() for _ in old), strict=True))
    for name, _, body in operations:
        again = body | {"id": fresh[body["id"]]}
        if body.get("workout_id"):
            again["workout_id"] = fresh[body["workout_id"]]
        if name == "workouts.create":
            again["program"] = body["program"] | {
                "enrolment_id": enrolment["id"],
                "program_version_id": enrolment["program_version_id"],
            }
            again["exercises"] = [
                entry | {"id": fresh[entry["id"]],
                         "sets": [one | {"id": fresh[one["id"]]} for one in entry["sets"]]}
                for entry in body["exercises"]
            ]  # fmt: skip
        path = {"enrolment_id": enrolment["id"]} if name == "enrolments.add_fact" else {}
        yield name, path, again


def test_the_order_in_which_things_arrive_means_nothing(sqlite_server):
    accounts = itertools.count()

    @quick
    @given(st.integers(0, 2**32), st.sampled_from(SLUGS))
    def check(seed, slug):
        chance = random.Random(seed)
        ada = sqlite_server.sign_in(f"a{next(accounts)}@example.org").client
        enrolment, operations = a_history(ada, chance, slug)
        eve = sqlite_server.sign_in(f"a{next(accounts)}@example.org").client
        other = begin(eve, slug)
        mixed = list(renamed(operations, other))
        chance.shuffle(mixed)
        for start in range(0, len(mixed), 3):
            push(eve, mixed[start : start + 3])
        assert next_of(eve, other)["session"] == next_of(ada, enrolment)["session"]

    check()


def test_an_error_that_is_corrected_leaves_no_trace(sqlite_server):
    accounts = itertools.count()

    @quick
    @given(st.integers(0, 2**32), st.sampled_from(SLUGS))
    def check(seed, slug):
        chance = random.Random(seed)
        ada = sqlite_server.sign_in(f"b{next(accounts)}@example.org").client
        enrolment, operations = a_history(ada, chance, slug)
        right = next_of(ada, enrolment)
        rows = [
            (body["id"], row) for name, _, body in operations if name == "workouts.create"
            for entry in body["exercises"] for row in entry["sets"]
        ]  # fmt: skip
        fields = ("reps", "weight", "completed")
        for workout_id, row in chance.sample(rows, min(4, len(rows))):
            path = f"/api/v1/workouts/{workout_id}/sets/{row['id']}"
            wrong = {"reps": 1, "weight": 5.0, "weight_unit": "lb", "completed": False}
            assert ada.patch(path, json=wrong).status_code == 200
            next_of(ada, enrolment)
            assert ada.delete(path).status_code == 200
            assert ada.post(f"{path}/restore").status_code == 200
            said = {"completed": True, **{name: row[name] for name in fields if name in row}}
            if row["weight"] is not None:
                said["weight_unit"] = row["weight_unit"]
            assert ada.patch(path, json=said).status_code == 200
        fact = a_fact("break", value=50, at="2026-10-02T09:00:00Z")
        post(ada, f"enrolments/{enrolment['id']}/facts", fact)
        path = f"/api/v1/enrolments/{enrolment['id']}/facts/{fact['id']}"
        assert ada.delete(path).status_code == 204
        assert next_of(ada, enrolment) == right

    check()


def test_a_workout_of_nobodys_enrolment_is_kept_and_counts_nowhere(sqlite_server):
    ada = sqlite_server.sign_in().client
    eve = sqlite_server.sign_in("eve@example.org").client
    mine, theirs = begin(ada, "gzclp"), begin(eve, "gzclp")
    before = next_of(eve, theirs)
    body = a_session(next_of(ada, mine), day="2026-11-02")
    body["program"]["enrolment_id"] = theirs["id"]
    stored = post(ada, "workouts", body)
    assert stored["program"]["enrolment_id"] == theirs["id"]
    assert next_of(eve, theirs) == before
    train(ada, mine, day="2026-11-03")
    assert next_of(eve, theirs) == before
