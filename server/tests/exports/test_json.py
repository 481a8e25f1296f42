from __future__ import annotations

import json
import re

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from fitfolio.auth import service as auth_service
from fitfolio.auth.gym import STANDARD_REST
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.exports.json_export import export_json
from fitfolio.exports.streaming import stream
from fitfolio.imports.document import read_document
from fitfolio.imports.refused import ImportRefused
from fitfolio.imports.restore import restore
from fitfolio.workouts import service as workout_service
from tests.auth.test_training_profile import GYM
from tests.exports.accounts import BENCH, STRONG, export, fill, import_file, own_exercise
from tests.exports.documents import documents


def wipe(server, person):
    server.state.db.write_now(auth_service.delete_user, person.id)
    server.people.clear()


def test_export_wipe_import_gives_an_identical_export(server):
    ada = server.sign_in()
    fill(server, ada)
    before = export(ada)
    history = ada.client.get(f"/api/v1/exercises/{BENCH}/history").json()
    records = ada.client.get("/api/v1/records").json()
    wipe(server, ada)
    ada = server.sign_in()
    assert json.loads(export(ada))["workouts"] == []
    done = import_file(server, ada, before)
    assert (done["status"], done["preview"]["counts"]["workouts"]) == ("done", 3), done
    assert done["result"]["workouts_added"] == 3
    assert export(ada) == before
    assert ada.client.get(f"/api/v1/exercises/{BENCH}/history").json() == history
    assert ada.client.get("/api/v1/records").json() == records


def test_the_export_holds_everything_but_what_was_deleted(server):
    ada = server.sign_in()
    own = fill(server, ada)
    document = json.loads(export(ada))
    assert (document["format"], document["version"]) == ("fitfolio", 3)
    assert document["profile"]["display_name"] == "Ada „L.“"
    assert "ada@example.org" not in json.dumps(document)
    names = {item["name"]: item["archived_at"] is None for item in document["exercises"]}
    assert names == {"Zercher-Trage": True, "Gone": False, "Zercher Wobble Lift": True}
    assert [item["title"] for item in document["workouts"]] == ["Push", "Pull", '-Leg, "day"']
    leg = document["workouts"][2]
    assert leg["exercises"][0]["exercise_id"] == own[0]
    assert leg["exercises"][1]["sets"][1]["weight"] == 225
    assert [item["value"] for item in document["metrics"]] == [82.4]
    (past,) = document["imports"]
    assert len(past["workouts"]) == 2
    assert document["workouts"][0]["import_id"] == past["id"]
    assert document["preferences"] == [
        {"exercise_id": BENCH, "favourite": True, "weight_unit": "kg", "notes": "elbows in",
         "rest_s": 180, "rest_warm_up_s": None, "bar_id": "olympic", "step": 2.5,
         "step_unit": "lb"}
    ]  # fmt: skip
    assert document["profile"]["gym"] == GYM
    assert document["profile"]["rest"]["working_s"] == 180
    assert (document["profile"]["effort_scale"], document["profile"]["keep_awake"]) == (
        "rir",
        False,
    )
    (template,) = document["templates"]
    assert (template["name"], template["folder"], template["position"]) == ("Carry", "Odd", 2)
    assert template["exercises"][0]["exercise_id"] == own[0]
    assert template["exercises"][0]["sets"][1]["side"] == "left"
    assert leg["template_id"] == template["id"]
    assert list(document["name_choices"].values()) == [
        load_catalogue().by_slug["deadlift-barbell"].id
    ]
    read_document(export(ada))


def test_importing_an_export_twice_or_into_the_account_it_came_from_adds_nothing(server):
    ada = server.sign_in()
    fill(server, ada)
    before = export(ada)
    for _ in range(2):
        done = import_file(server, ada, before)
        assert done["status"] == "done"
        assert done["preview"]["duplicates"] == done["result"]["duplicates_skipped"] == 3
        assert {key for key, count in done["result"].items() if count} == {"duplicates_skipped"}
        assert export(ada) == before


def test_after_a_restore_old_files_add_nothing_and_old_imports_can_be_undone(server):
    ada = server.sign_in()
    fill(server, ada)
    before = export(ada)
    wipe(server, ada)
    ada = server.sign_in()
    import_file(server, ada, before)
    again = import_file(server, ada, STRONG, unit="kg", time_zone="Europe/Berlin")
    assert (again["result"]["workouts_added"], again["result"]["duplicates_skipped"]) == (0, 2)
    assert again["result"]["created_exercises"] == 0
    first = json.loads(before)["imports"][0]["id"]
    assert ada.client.post(f"/api/v1/imports/{first}/undo").status_code == 202
    server.run_jobs()
    left = ada.client.get("/api/v1/workouts").json()["workouts"]
    assert [item["title"] for item in left] == ['-Leg, "day"']


def test_a_restore_itself_cannot_be_undone_and_says_so(server):
    ada = server.sign_in()
    done = import_file(server, ada, export(ada))
    assert done["status"] == "done"
    answer = ada.client.post(f"/api/v1/imports/{done['id']}/undo")
    assert (answer.status_code, answer.json()["code"]) == (409, "import.wrong_state")


def test_a_second_account_on_the_same_server_gets_a_copy_with_ids_of_its_own(server):
    ada, bob = server.sign_in(), server.sign_in("bob@example.org")
    fill(server, ada)
    before = export(ada)
    assert import_file(server, bob, before)["result"]["workouts_added"] == 3
    assert export(ada) == before
    copy, original = json.loads(export(bob)), json.loads(before)
    assert [item["title"] for item in copy["workouts"]] == [
        item["title"] for item in original["workouts"]
    ]
    ids = re.compile(r'"id":"([0-9a-f-]{36})"')
    assert not set(ids.findall(export(bob).decode())) & set(ids.findall(before.decode()))
    # References were renamed along: the custom exercise of the copy is the copy's own.
    own = {item["id"] for item in copy["exercises"]}
    assert copy["workouts"][2]["exercises"][0]["exercise_id"] in own
    assert copy["imports"][0]["id"] == copy["workouts"][0]["import_id"]
    assert copy["templates"][0]["exercises"][0]["exercise_id"] in own
    assert copy["templates"][0]["id"] == copy["workouts"][2]["template_id"]
    assert import_file(server, bob, before)["result"]["workouts_added"] == 0
    assert json.loads(export(bob)) == copy


def test_settings_are_taken_from_an_export_only_into_an_empty_account(server):
    ada = server.sign_in()
    fill(server, ada)
    before = export(ada)
    bob = server.sign_in("bob@example.org")
    own_exercise(server, bob, "Mine")
    import_file(server, bob, before)
    assert json.loads(export(bob))["profile"]["weight_unit"] == "kg"


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_any_account_comes_back_byte_for_byte(sqlite_server, document):
    db = sqlite_server.state.db
    key = "any@example.org"
    user_id = db.write_now(auth_service.create_user, key, 1)
    try:
        text = msgspec.json.encode(document)
        db.write_now(restore, user_id, read_document(text))
        first = b"".join(stream(db, lambda conn: export_json(conn, user_id)))
        assert msgspec.json.decode(first) == msgspec.json.decode(text)
        db.write_now(workout_service.rebuild, user_id)
        db.write_now(auth_service.delete_user, user_id)
        user_id = db.write_now(auth_service.create_user, key, 2)
        db.write_now(restore, user_id, read_document(first))
        assert b"".join(stream(db, lambda conn: export_json(conn, user_id))) == first
    finally:
        db.write_now(auth_service.delete_user, user_id)


def valid():
    zero = "01900000-0000-7000-8000-00000000000"
    row = {"id": f"{zero}2", "kind": "working", "completed": True, "weight": 100.0,
           "weight_unit": "kg", "reps": 5, "duration_s": None, "distance": None,
           "distance_unit": None, "rpe": None, "rir": None, "notes": "", "flagged": None,
           "logged_at": None, "import_id": None, "side": None}  # fmt: skip
    entry = {"id": f"{zero}1", "exercise_id": BENCH, "superset": None, "notes": "", "sets": [row]}
    workout = {"id": f"{zero}0", "started_at": "2026-01-01T10:00:00.000Z", "finished_at": None,
               "has_time": True, "time_zone": "UTC", "local_date": "2026-01-01", "title": "",
               "notes": "", "bodyweight_kg": None, "source": "fitfolio", "import_id": None,
               "exercises": [entry], "template_id": None}  # fmt: skip
    profile = {"display_name": "", "language": "en", "weight_unit": "kg", "length_unit": "cm",
               "distance_unit": "km", "time_zone": "UTC", "week_start": 1, "weekly_goal": 3,
               "equipment": None, "welcomed": True}  # fmt: skip
    return {"format": "fitfolio", "version": 2, "profile": profile, "exercises": [],
            "preferences": [], "workouts": [workout], "metrics": [], "imports": [],
            "name_choices": {}}  # fmt: skip


def first_set(document):
    return document["workouts"][0]["exercises"][0]["sets"][0]


def twice(document):
    document["workouts"].append(document["workouts"][0])


def a_value(day):
    return {"id": "01900000-0000-7000-8000-000000000005", "metric": "weight",
            "measured_at": "2026-02-28T10:00:00Z", "local_date": day, "value": 80.0, "unit": "kg",
            "notes": "", "source": "fitfolio", "source_key": None, "import_id": None,
            "deleted_at": None}  # fmt: skip


def past_import(**changes):
    return {"id": "01900000-0000-7000-8000-000000000006", "file_name": "x.csv", "size_bytes": 1,
            "sha256": "00", "format": "strong", "options": {"time_zone": "UTC"}, "result": None,
            "created_at": "2026-01-01T10:00:00Z", "finished_at": None, "undone_at": None,
            "workouts": []} | changes  # fmt: skip


def a_plan(**changes):
    zero = "01900000-0000-7000-8000-00000000000"
    row = {"kind": "working", "reps": 5, "weight": 80.0, "weight_unit": "kg", "duration_s": None,
           "distance": None, "distance_unit": None, "rpe": None, "rir": None, "side": None}  # fmt: skip
    entry = {"id": f"{zero}8", "exercise_id": BENCH, "superset": None, "notes": "",
             "sets": [row | changes.pop("set", {})]} | changes.pop("entry", {})  # fmt: skip
    return {"id": f"{zero}7", "name": "Push", "folder": "", "notes": "", "position": 0,
            "created_at": "2026-01-01T10:00:00Z", "exercises": [entry]} | changes  # fmt: skip


def preference(**changes):
    return {"exercise_id": BENCH, "favourite": True, "weight_unit": None, "notes": ""} | changes


DAMAGES = {
    "a gym with an impossible bar": lambda d: d["profile"].update(
        gym=GYM | {"bars": [GYM["bars"][0] | {"weight": 900}]}
    ),
    "a gym with a bar twice": lambda d: d["profile"].update(gym=GYM | {"bars": [GYM["bars"][0]] * 2}),
    "a rest of days": lambda d: d["profile"].update(rest={"default_s": 86_400}),
    "a step without its unit": lambda d: d["preferences"].append(preference(step=2.5)),
    "a template twice": lambda d: d.update(templates=[a_plan(), a_plan()]),
    "a template of an unknown exercise": lambda d: d.update(
        templates=[a_plan(entry={"exercise_id": "01900000-0000-7000-8000-0000000000ff"})]
    ),
    "a planned weight without its unit": lambda d: d.update(
        templates=[a_plan(set={"weight_unit": None})]
    ),
    "an entry of a template twice": lambda d: d.update(
        templates=[a_plan(exercises=a_plan()["exercises"] * 2)]
    ),
    "a template of the far future": lambda d: d.update(
        templates=[a_plan(created_at="9999-01-01T00:00:00Z")]
    ),

    "an unknown field": lambda d: d.update(colour="red"),
    "a missing part": lambda d: d.pop("metrics"),
    "a wrong type": lambda d: first_set(d).update(reps="5"),
    "reps beyond any integer": lambda d: first_set(d).update(reps=2**40),
    "a weight without its unit": lambda d: first_set(d).update(weight_unit=None),
    "an id that is none": lambda d: first_set(d).update(id="../../etc"),
    "the same workout twice": twice,
    "an unknown kind of set": lambda d: first_set(d).update(kind="cluster"),
    "an unknown exercise": lambda d: d["workouts"][0]["exercises"][0].update(
        exercise_id="01900000-0000-7000-8000-0000000000ff"
    ),
    "a zone on Mars": lambda d: d["workouts"][0].update(time_zone="Mars/Base"),
    "a NUL": lambda d: d["workouts"][0].update(title="a\x00b"),
    "a year of the far future": lambda d: d["workouts"][0].update(started_at="9999-01-01T00:00:00Z"),
    "a day that is none": lambda d: d["workouts"][0].update(local_date="2026-99-99"),
    "a day of the middle ages": lambda d: d["workouts"][0].update(local_date="1026-01-01"),
    "a value on a day that is none": lambda d: d["metrics"].append(a_value("2026-02-30")),
    "a result that is none": lambda d: d["imports"].append(past_import(result={"sets": "many"})),
    "options that are none": lambda d: d["imports"].append(past_import(options={"unit": "stone"})),
    "a choice of an unknown exercise": lambda d: d["name_choices"].update(
        lift="01900000-0000-7000-8000-0000000000ff"
    ),
    "an own exercise with an id of the library": lambda d: d["exercises"].append(
        {"id": BENCH, "name": "Mine", "equipment": "other", "tracking": "reps",
         "primary_muscles": [], "secondary_muscles": [], "unilateral": False, "notes": "",
         "created_at": "2026-01-01T10:00:00Z", "archived_at": None, "import_id": None}
    ),
    "a time without a zone": lambda d: d["workouts"][0].update(started_at="2026-01-01T10:00:00"),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_export_is_refused_with_a_sentence(damage):
    document = valid()
    read_document(json.dumps(document).encode())
    damage(document)
    with pytest.raises(ImportRefused) as refusal:
        read_document(json.dumps(document).encode())
    assert refusal.value.code == "import.damaged_export"
    assert refusal.value.message.startswith("This FitFolio export is damaged: ")


def test_a_cut_or_deeply_nested_or_wrongly_encoded_export_is_refused():
    text = json.dumps(valid()).encode()
    nested = text.replace(b'"imports": []', b'"imports": [{"options":' + b'{"a":' * 100_000)
    for damaged in (text[:-5], nested, text.replace(b'"title": ""', b'"title": "\xff"')):
        with pytest.raises(ImportRefused) as refusal:
            read_document(damaged)
        assert refusal.value.code == "import.damaged_export"


def test_an_export_of_version_1_is_still_taken_and_gets_the_standard_timer(server):
    document = valid() | {"version": 1, "preferences": [preference()]}
    del first_set(document)["side"], document["workouts"][0]["template_id"]
    ada = server.sign_in()
    done = import_file(server, ada, json.dumps(document))
    assert (done["status"], done["result"]["workouts_added"]) == ("done", 1), done
    now = json.loads(export(ada))
    assert (now["version"], now["templates"], now["profile"]["gym"]) == (3, [], None)
    assert now["profile"]["rest"] == STANDARD_REST
    assert now["preferences"][0]["rest_s"] is None


def test_an_export_of_a_newer_version_asks_for_an_update():
    document = valid() | {"version": 4, "sessions": []}
    with pytest.raises(ImportRefused) as refusal:
        read_document(json.dumps(document).encode())
    assert refusal.value.code == "import.newer_export"


def test_a_damaged_export_leaves_the_account_untouched(server):
    ada = server.sign_in()
    fill(server, ada)
    before = export(ada)
    failed = import_file(server, ada, before[:-20])
    assert (failed["status"], failed["error_code"]) == ("failed", "import.damaged_export")
    assert export(ada) == before


def test_the_file_has_a_safe_name_and_comes_in_parts(server):
    ada = server.sign_in()
    fill(server, ada)
    answer = ada.client.get("/api/v1/export")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["content-disposition"] == (
        'attachment; filename="fitfolio-2026-11-18.json"'
    )
    for path in ("/api/v1/export", "/api/v1/export/sets.csv"):
        assert server.make_client().get(path).status_code == 401


def test_an_export_of_the_first_version_is_still_imported(sqlite_server):
    document = valid() | {"version": 1}
    for item in document["workouts"]:
        del item["template_id"]
        for entry in item["exercises"]:
            for row in entry["sets"]:
                del row["side"]
    ada = sqlite_server.sign_in()
    done = import_file(sqlite_server, ada, json.dumps(document).encode())
    assert done["status"] == "done", done
    after = json.loads(export(ada))
    assert after["version"] == 3
    assert first_set(after)["side"] is None
    assert after["workouts"][0]["template_id"] is None
