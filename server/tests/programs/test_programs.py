"""Programs and their editions over HTTP: drafts take anything, editions are whole and never change."""

from __future__ import annotations

import pytest

from fitfolio.core.ids import uuid7
from fitfolio.programs import editions, shelf
from fitfolio.programs.texts import MAX_DRAFT_CHARACTERS
from fitfolio.training.programs.limits import MAX_CHARACTERS
from tests.programs.program_builders import FIVES, a_program, a_version, post
from tests.sync.operations import PUSH, a_push

PROGRAMS = "/api/v1/programs"
VERSIONS = "/api/v1/program-versions"
WRONG = FIVES.replace("sets 3x5", "stes 3x5").replace("squat fives", "sqaut fives")


def push(client, *operations):
    return client.post(PUSH, json=a_push(*operations)).json()["results"]


def test_a_program_is_stored_changed_deleted_and_restored_and_repeating_changes_nothing(server):
    ada = server.sign_in()
    provenance = {"kind": "library", "slug": "531-bbb", "title": "5/3/1"}
    body = a_program(folder="Strength", provenance=provenance)
    stored = post(ada.client, "programs", body)
    assert post(ada.client, "programs", body | {"title": "Other"}) == stored
    assert (stored["title"], stored["latest_version_id"], stored["draft_text"]) == (
        "Fives", None, None
    )  # fmt: skip
    assert stored["provenance"] == provenance | {"token": None, "version_id": None, "by": None}
    path = f"{PROGRAMS}/{body['id']}"
    changed = ada.client.patch(path, json={"title": "Sixes", "position": 2}).json()
    assert (changed["title"], changed["position"], changed["folder"]) == ("Sixes", 2, "Strength")
    assert ada.client.patch(path, json={"title": "Sixes"}).json() == changed
    assert ada.client.patch(path, json={"provenance": None}).json()["provenance"] is None
    for _ in range(2):
        assert ada.client.delete(path).status_code == 204
    assert ada.client.get(path).status_code == 404
    assert ada.client.patch(path, json={"title": "Gone"}).status_code == 404
    assert ada.client.get(PROGRAMS).json()["programs"] == []
    back = [ada.client.post(f"{path}/restore").json() for _ in range(2)]
    assert back[0] == back[1] == ada.client.get(path).json()
    feed = ada.client.get("/api/v1/sync").json()["changes"]
    assert [item["data"] for item in feed if item["kind"] == "program"] == [back[0]]


@pytest.mark.parametrize(
    "text",
    ["", " ", "no program", WRONG, "\t\r\n", "\u202e\U0001d518\u0338 \ufdfa \U0001f3cb\ufe0f\u200d\u2640\ufe0f",
     "x" * MAX_DRAFT_CHARACTERS, "(" * 10_000],
)  # fmt: skip
def test_a_draft_takes_any_text_and_gives_it_back_as_it_was(server, text):
    ada = server.sign_in()
    body = a_program()
    post(ada.client, "programs", body)
    path = f"{PROGRAMS}/{body['id']}"
    assert ada.client.patch(path, json={"draft_text": text}).status_code == 200
    assert ada.client.get(path).json()["draft_text"] == text
    assert ada.client.patch(path, json={"draft_text": None}).json()["draft_text"] is None


def test_a_draft_that_is_far_too_long_is_refused_with_a_code_and_the_old_one_stays(server):
    ada = server.sign_in()
    body = a_program(draft_text="kept")
    post(ada.client, "programs", body)
    path = f"{PROGRAMS}/{body['id']}"
    for size, status, code in (
        (MAX_DRAFT_CHARACTERS + 1, 400, "programs.text_too_long"),
        (5_000_000, 413, "request.too_large"),
    ):
        answer = ada.client.patch(path, json={"draft_text": "x" * size})
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    for text in ("\\u0000", "\\ud83d"):
        answer = ada.client.request(
            "PATCH", path, content=f'{{"draft_text": "x{text}"}}',
            headers={"Content-Type": "application/json"},
        )  # fmt: skip
        assert answer.status_code == 422
    assert ada.client.get(path).json()["draft_text"] == "kept"


def test_editions_are_numbered_by_the_server_and_never_change(server):
    ada = server.sign_in()
    program = post(ada.client, "programs", a_program())
    first = post(ada.client, "program-versions", a_version(program["id"], note="begin"))
    second_body = a_version(
        program["id"], FIVES.replace("3x5", "5x5"), parent_version_id=first["id"]
    )
    second = post(ada.client, "program-versions", second_body)
    assert [(item["number"], item["title"]) for item in (first, second)] == [
        (1, "Fives"), (2, "Fives")
    ]  # fmt: skip
    again = post(ada.client, "program-versions", second_body | {"text": FIVES, "note": "other"})
    assert again == second == ada.client.get(f"{VERSIONS}/{second['id']}").json()
    listed = ada.client.get(VERSIONS, params={"program_id": program["id"]}).json()
    assert listed["program_versions"] == [second, first]
    assert ada.client.get(f"{PROGRAMS}/{program['id']}").json()["latest_version_id"] == second["id"]


def test_what_an_edition_changed_is_told_block_by_block(server):
    ada = server.sign_in()
    program = post(ada.client, "programs", a_program())
    first = post(ada.client, "program-versions", a_version(program["id"]))
    changed = post(
        ada.client, "program-versions", a_version(program["id"], FIVES.replace("3x5", "5x5"))
    )
    alone = ada.client.get(f"{VERSIONS}/{first['id']}/diff").json()
    assert (alone["against_id"], alone["blocks"]) == (None, [])
    told = ada.client.get(f"{VERSIONS}/{changed['id']}/diff").json()
    assert told["against_id"] == first["id"]
    (block,) = told["blocks"]
    assert (block["kind"], block["name"], block["change"]) == ("scheme", "fives", "changed")
    lines = [(line["change"], line["text"].strip()) for line in block["lines"]]
    assert ("removed", "sets 3x5") in lines
    assert ("added", "sets 5x5") in lines
    backwards = ada.client.get(f"{VERSIONS}/{first['id']}/diff", params={"against": changed["id"]})
    assert backwards.json()["blocks"][0]["lines"] != block["lines"]
    missing = ada.client.get(f"{VERSIONS}/{first['id']}/diff", params={"against": uuid7()})
    assert (missing.status_code, missing.json()["code"]) == (404, "program_versions.not_found")


def test_a_text_with_errors_becomes_no_edition_and_all_of_them_are_told(server):
    ada = server.sign_in()
    program = post(ada.client, "programs", a_program(draft_text=WRONG))
    answer = ada.client.post(VERSIONS, json=a_version(program["id"], WRONG))
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (400, "programs.text_invalid")
    assert {(one["code"], one["suggestion"]) for one in problem["problems"]} >= {
        ("unknown_line", "sets"), ("unknown_lift", "squat")
    }  # fmt: skip
    assert problem["detail"].startswith(f"{problem['problems'][0]['line']}:")
    (refused,) = push(ada.client, ("program_versions.create", {}, a_version(program["id"], WRONG)))
    assert (refused["code"], refused["detail"]) == (problem["code"], problem["detail"])
    assert ada.client.get(f"{PROGRAMS}/{program['id']}").json()["draft_text"] == WRONG
    too_long = FIVES + "#" * MAX_CHARACTERS
    answer = ada.client.post(VERSIONS, json=a_version(program["id"], too_long))
    assert (answer.status_code, answer.json()["code"]) == (400, "programs.text_too_long")


def test_saving_brings_a_deleted_program_back_and_so_does_a_device_that_had_not_heard(server):
    ada = server.sign_in()
    program = post(ada.client, "programs", a_program())
    path = f"{PROGRAMS}/{program['id']}"
    ada.client.delete(path)
    post(ada.client, "program-versions", a_version(program["id"]))
    assert ada.client.get(path).status_code == 200
    ada.client.delete(path)
    (result,) = push(
        ada.client, ("programs.change", {"program_id": program["id"]}, {"draft_text": "typed"})
    )
    assert result["status"] == "applied"
    assert ada.client.get(path).json()["draft_text"] == "typed"


def test_limits_are_told_before_anything_is_lost(server, monkeypatch):
    ada = server.sign_in()
    program = post(ada.client, "programs", a_program())
    post(ada.client, "program-versions", a_version(program["id"]))
    monkeypatch.setattr(shelf, "MAX_PROGRAMS", 1)
    monkeypatch.setattr(editions, "MAX_VERSIONS", 1)
    for path, body, code in (
        (PROGRAMS, a_program(), "programs.too_many"),
        (VERSIONS, a_version(program["id"]), "program_versions.too_many"),
    ):
        answer = ada.client.post(path, json=body)
        assert (answer.status_code, answer.json()["code"]) == (400, code)
