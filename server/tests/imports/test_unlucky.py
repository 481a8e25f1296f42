"""Imports in unlucky order, with unlucky answers and unlucky files."""

from __future__ import annotations

import json

import pytest

from fitfolio.imports import jobs
from fitfolio.workouts import rebuild
from tests.imports.test_service import STRONG, bring_in, follow, upload, workouts
from tests.workouts.builders import a_set, library_id


def patch(person, import_id, **body):
    answer = person.client.patch(f"/api/v1/imports/{import_id}", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_no_zone_as_an_answer_leaves_the_zone_as_it_is(server):
    ada = server.sign_in()
    import_id = upload(ada, STRONG)
    follow(server, ada, import_id)
    assert patch(ada, import_id, time_zone=None, unit="kg")["time_zone"] == "UTC"
    assert follow(server, ada, import_id)["status"] == "preview"
    ada.client.post(f"/api/v1/imports/{import_id}/confirm")
    assert follow(server, ada, import_id)["status"] == "done"


@pytest.mark.parametrize("late", [{"unit": "kg"}, {"names": {"Zercher Wobble Lift": library_id()}}])
def test_an_answer_given_while_the_file_is_read_counts(server, monkeypatch, late):
    ada = server.sign_in()
    import_id = upload(ada, STRONG)
    read_file = jobs.read_file
    sent = []

    def slow(*args, **kwargs):
        reading = read_file(*args, **kwargs)
        if not sent:
            sent.append(True)
            patch(ada, import_id, **late)
        return reading

    monkeypatch.setattr(jobs, "read_file", slow)
    read = follow(server, ada, import_id)
    assert sent
    assert read["status"] == "preview"
    chosen = [item for item in read["preview"]["names"] if item["chosen_by_you"]]
    assert len(chosen) == len(late.get("names", {}))
    assert read["unit"] == late.get("unit")
    # The file looks like pounds, so only the answer makes them kilograms.
    assert (read["preview"]["counts"]["tonnage_kg"] > 100_000_000) == ("unit" in late)


def test_a_reader_that_breaks_ends_the_import_with_a_sentence(sqlite_server, monkeypatch):
    ada = sqlite_server.sign_in()
    import_id = upload(ada, STRONG)

    def broken(*_args, **_kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(jobs, "read_file", broken)
    failed = follow(sqlite_server, ada, import_id)
    assert (failed["status"], failed["error_code"]) == ("failed", "import.failed")
    assert "nothing was changed" in failed["error_detail"]


LIFTOSAUR_NAMES = ["Half \ud83d a smile", "nothing\x00there"]


@pytest.mark.parametrize("name", LIFTOSAUR_NAMES)
def test_characters_that_cannot_be_stored_do_not_stop_a_file(server, name):
    # JSON files may hold, escaped, what no text file can.
    ada = server.sign_in()
    document = {
        "history": [
            {
                "startTime": 1_767_261_600_000, "endTime": 1_767_265_200_000, "dayName": name,
                "entries": [
                    {"exercise": {"id": name},
                     "sets": [{"completedReps": 5, "completedWeight": {"value": 50, "unit": "kg"}}]}
                ],
            }
        ],
        "version": "1",
    }  # fmt: skip
    _, done = bring_in(server, ada, json.dumps({"storage": document} | document))
    assert done["status"] in {"done", "failed"}
    if done["status"] == "failed":
        assert done["error_code"] != "import.failed", done["error_detail"]


def test_an_evening_in_which_the_clocks_go_back_does_not_end_before_it_starts(server):
    ada = server.sign_in()
    text = STRONG.replace("2024-01-01 18:00:00", "2026-10-25 02:50:00").replace("1h 5m", "30m")
    _, done = bring_in(server, ada, text, time_zone="Europe/Berlin")
    assert done["status"] == "done"
    times = [(row["started_at"], row["finished_at"]) for row in workouts(ada)]
    assert all(start <= end for start, end in times)
    assert ("2026-10-25T00:50:00.000Z", "2026-10-25T01:20:00.000Z") in times


def test_an_undone_import_takes_edited_sets_along_and_leaves_added_ones(server):
    ada = server.sign_in()
    import_id, _ = bring_in(server, ada, STRONG)
    push = next(row for row in workouts(ada) if row["title"] == "Push")
    base = f"/api/v1/workouts/{push['id']}"
    entry, other = ada.client.get(base).json()["exercises"]
    first = entry["sets"][0]["id"]
    assert ada.client.patch(f"{base}/sets/{first}", json={"weight": 300}).status_code == 200
    assert ada.client.delete(f"{base}/sets/{entry['sets'][1]['id']}").status_code == 200
    swap = ada.client.patch(f"{base}/exercises/{other['id']}", json={"exercise_id": library_id()})
    assert swap.status_code == 200
    moved = ada.client.patch(base, json={"started_at": "2025-05-05T10:00:00Z", "finished_at": None})
    assert moved.status_code == 200
    own = ada.client.post(f"{base}/exercises/{entry['id']}/sets", json=a_set(weight=90))
    assert own.status_code == 201
    assert ada.client.post(f"/api/v1/imports/{import_id}/undo").status_code == 202
    assert follow(server, ada, import_id)["status"] == "undone"
    left = ada.client.get(base).json()["exercises"]
    assert [[row["weight"] for row in item["sets"]] for item in left] == [[90]]
    assert len(workouts(ada)) == 1
    assert server.state.db.write_now(rebuild.rebuild_and_count, ada.id) == 0
    # The same file comes in whole again, beside what was added by hand.
    _, again = bring_in(server, ada, STRONG)
    assert again["result"]["sets_added"] == 5
    assert server.state.db.write_now(rebuild.rebuild_and_count, ada.id) == 0


def test_two_imports_of_one_file_confirmed_together_bring_it_in_once(server):
    ada = server.sign_in()
    ids = [upload(ada, STRONG) for _ in range(2)]
    server.run_jobs()
    for import_id in ids:
        patch(ada, import_id, unit="kg")
    server.run_jobs()
    for import_id in ids:
        assert ada.client.post(f"/api/v1/imports/{import_id}/confirm").status_code == 202
    server.run_jobs()
    results = [ada.client.get(f"/api/v1/imports/{key}").json()["result"] for key in ids]
    assert sorted(result["sets_added"] for result in results) == [0, 5]
    assert len(workouts(ada)) == 2
