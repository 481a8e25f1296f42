"""The library of programs, and checking and playing any text."""

from __future__ import annotations

import time

import pytest

from fitfolio.core.ids import uuid7
from fitfolio.programs.catalogue import load_programs
from tests.programs.program_builders import FIVES, a_program, a_version, post

LIBRARY = "/api/v1/program-library"
CHECK = "/api/v1/programs/check"
PREVIEW = "/api/v1/programs/preview"


def test_the_whole_library_is_one_document_that_is_revalidated(server):
    ada = server.sign_in()
    answer = ada.client.get(LIBRARY)
    document = answer.json()
    assert len(document["programs"]) == len(load_programs()) > 30
    assert answer.headers["Cache-Control"] == "private, no-cache"
    etag = answer.headers["ETag"]
    assert document["version"] in etag
    again = ada.client.get(LIBRARY, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    one = ada.client.get(f"{LIBRARY}/531-bbb").json()
    assert one in document["programs"]
    assert one["text"].startswith("program")
    for slug in ("no-such-program", "..", "%00", "x" * 90):
        missing = ada.client.get(f"{LIBRARY}/{slug}")
        assert missing.status_code in (404, 422), slug
    assert server.make_client().get(LIBRARY).status_code == 401


def test_a_text_is_checked_without_being_stored(server):
    ada = server.sign_in()
    good = ada.client.post(CHECK, json={"text": FIVES}).json()
    assert (good["title"], good["weeks"], good["problems"]) == ("Fives", 1, [])
    text = FIVES.replace("squat-barbell", '"squat-barbel"')
    (unknown,) = ada.client.post(CHECK, json={"text": text}).json()["unknown_exercises"]
    assert unknown == {
        "lift": "squat", "exercise": "squat-barbel", "suggestion": "squat-barbell"
    }  # fmt: skip
    ada.client.post("/api/v1/exercises", json={"id": uuid7(), "name": "Squat-Barbel"})
    assert ada.client.post(CHECK, json={"text": text}).json()["unknown_exercises"] == []
    idle = FIVES.replace("day A", "lift row = bent-over-row-barbell\n\nday A")
    (warning,) = ada.client.post(CHECK, json={"text": idle}).json()["warnings"]
    assert (warning["line"], warning["code"]) == (11, "unused_lift")
    wrong = ada.client.post(CHECK, json={"text": FIVES.replace("sets", "stes")}).json()
    assert wrong["title"] is None
    assert (wrong["problems"][0]["line"], wrong["problems"][0]["suggestion"]) == (7, "sets")
    assert ada.client.get("/api/v1/programs").json()["programs"] == []


@pytest.mark.parametrize(
    "text",
    ["", "program", "(" * 60_000, "\x85\u2028", "day A\n" * 10_000, "scheme s\n  on success when "
     + "(" * 300 + "1" + ")" * 300 + ": weight + 1", "5x5 " * 16_000, "🏋" * 200_000,
     FIVES.replace("3x5", "3x5@" + "9" * 390 + "%"), "scheme a like a\n" * 1900],
)  # fmt: skip
def test_hostile_texts_are_answered_with_problems_and_quickly(server, text):
    ada = server.sign_in()
    started = time.monotonic()
    answer = ada.client.post(CHECK, json={"text": text})
    assert answer.status_code == 200, answer.text
    assert answer.json()["problems"]
    preview = ada.client.post(PREVIEW, json={"text": text})
    assert preview.status_code == 400
    assert preview.json()["code"] in {"programs.text_invalid", "programs.text_too_long"}
    assert time.monotonic() - started < 5


def test_weeks_ahead_can_be_played_with_results(server):
    ada = server.sign_in()
    body = {
        "text": FIVES, "weeks": 3, "starts": {"squat": 60, "bench": 40},
        "results": {"1": {"slots": {"squat.fives": {"reps": [5, 5, 4]}, "bench.fives": None}},
                    "2": {"skip": True}},
    }  # fmt: skip
    played = ada.client.post(PREVIEW, json=body).json()
    assert (played["title"], played["unit"], played["weeks"]) == ("Fives", "kg", 3)
    assert [session["number"] for session in played["sessions"]] == [1, 2, 3]
    squats = [session["slots"][0]["sets"][0] for session in played["sessions"]]
    assert [one["weight"] for one in squats] == [60, 60, 60]
    assert "reps were missing" in squats[1]["reasons"][0]["text"]
    benches = [session["slots"][1]["sets"][0]["weight"] for session in played["sessions"]]
    assert benches == [40, 40, 40]


def test_a_preview_says_how_many_hard_sets_each_week_plans_for_a_muscle(server):
    ada = server.sign_in()
    own = post(
        ada.client, "exercises", {"id": uuid7(), "name": "Wall sit", "primary_muscles": ["calves"]}
    )
    text = FIVES.replace("bench-press-barbell", f'"{own["name"]}"').replace(
        'program "Fives"', 'program "Fives"\n  weeks 2'
    )
    volume = ada.client.post(PREVIEW, json={"text": text}).json()["volume"]
    assert [one["week"] for one in volume] == [1, 2]
    by_muscle = {one["muscle"]: one["hard_sets"] for one in volume[0]["muscles"]}
    # Three wall sits, and three squats in which calves help.
    assert (by_muscle["quadriceps"], by_muscle["calves"]) == (3, 4.5)
    counts = [one["hard_sets"] for one in volume[0]["muscles"]]
    assert counts == sorted(counts, reverse=True)
    unknown = FIVES.replace("bench-press-barbell", '"Nobody knows it"')
    (week,) = ada.client.post(PREVIEW, json={"text": unknown}).json()["volume"]
    assert {one["muscle"]: one["hard_sets"] for one in week["muscles"]}["calves"] == 1.5


def test_a_preview_is_of_a_text_an_edition_or_a_program_of_the_library(server):
    ada = server.sign_in()
    program = post(ada.client, "programs", a_program())
    version = post(ada.client, "program-versions", a_version(program["id"]))
    for source in ({"version_id": version["id"]}, {"slug": "531-bbb"}, {"text": FIVES}):
        answer = ada.client.post(PREVIEW, json=source | {"unit": "lb", "weeks": 2})
        assert answer.status_code == 200, answer.text
        assert answer.json()["unit"] == "lb"
    for body, code in (
        ({}, "programs.nothing_to_preview"),
        ({"text": FIVES, "slug": "531-bbb"}, "programs.nothing_to_preview"),
        ({"slug": "no-such"}, "programs.not_in_library"),
        ({"version_id": uuid7()}, "program_versions.not_found"),
        ({"text": FIVES, "weeks": 0}, "request.invalid"),
        ({"text": FIVES, "unit": "stone"}, "request.invalid"),
        ({"text": FIVES, "starts": {"squat": "much"}}, "request.invalid"),
    ):
        assert ada.client.post(PREVIEW, json=body).json()["code"] == code, body


def test_a_huge_program_is_previewed_as_far_as_a_few_seconds_go(sqlite_server):
    ada = sqlite_server.sign_in()
    slots = "\n".join("  squat: 3x5@60kg" for _ in range(30))
    days = "\n\n".join(f"day d{number}\n{slots}" for number in range(7))
    text = f'program "Huge"\n\nlift squat = squat-barbell\n\n{days}\n'
    started = time.monotonic()
    answer = ada.client.post(PREVIEW, json={"text": text, "weeks": 52}).json()
    assert 1 <= answer["weeks"] < 52
    assert len(answer["sessions"]) == 7 * answer["weeks"]
    assert time.monotonic() - started < 20


def test_every_program_of_the_library_can_be_saved_and_begun(sqlite_server):
    ada = sqlite_server.sign_in()
    for one in load_programs().values():
        program = post(ada.client, "programs", a_program(title=one.title))
        version = post(ada.client, "program-versions", a_version(program["id"], one.text))
        path = f"/api/v1/program-versions/{version['id']}/starts"
        needed = ada.client.get(path).json()["starts"]
        begun = {
            "id": uuid7(), "program_id": program["id"], "program_version_id": version["id"],
            "unit": "lb", "started_on": "2026-11-01",
            "starts": {item["key"]: 200 for item in needed},
        }  # fmt: skip
        enrolment = post(ada.client, "enrolments", begun)
        following = ada.client.get(f"/api/v1/enrolments/{enrolment['id']}/next").json()
        assert following["session"]["slots"], one.slug
        assert all(slot["exercise_id"] for slot in following["session"]["slots"]), one.slug
