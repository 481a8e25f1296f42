"""Links: made, changed, revoked, copied; and what became of a copy's source."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from fitfolio.auth.tables import user_account
from fitfolio.core.ids import uuid7
from fitfolio.sharing import service
from tests.programs.builders import a_template
from tests.programs.program_builders import FIVES, a_program, a_version, post
from tests.sharing.builders import a_copy, a_share, publish, share


def code(answer):
    return answer.status_code, answer.json()["code"]


def test_a_link_is_made_once_however_often_it_is_sent(server):
    client = server.sign_in().client
    version = publish(client)
    body = a_share(program_id=version["program_id"], author_name="Ada", on_shelf=True)
    stored = post(client, "shares", body)
    assert stored["kind"] == "program"
    assert stored["title"] == "Fives"
    assert stored["is_open"] is True
    assert stored["url"] == f"http://localhost/p/{stored['token']}"
    assert len(stored["token"]) == 22
    assert post(client, "shares", body) == stored
    assert client.get("/api/v1/shares").json() == {"shares": [stored]}
    other = server.sign_in("eve@example.org").client
    mine = publish(other)
    answer = other.post("/api/v1/shares", json=body | {"program_id": mine["program_id"]})
    assert code(answer) == (409, "shares.id_taken")


def test_only_what_is_ones_own_and_written_can_be_shared(server, monkeypatch):
    client = server.sign_in().client
    version = publish(client)
    draft = post(client, "programs", a_program(draft_text="secret"))
    template = post(client, "templates", a_template())
    theirs = publish(server.sign_in("eve@example.org").client)

    def refused(**fields):
        return code(client.post("/api/v1/shares", json=a_share(**fields)))

    program_id = version["program_id"]
    assert refused() == (400, "shares.one_subject")
    both = {"program_id": program_id, "template_id": template["id"]}
    assert refused(**both) == (400, "shares.one_subject")
    fixed = {"template_id": template["id"], "program_version_id": version["id"]}
    assert refused(**fixed) == (400, "shares.one_subject")
    assert refused(program_id=draft["id"]) == (400, "shares.nothing_to_share")
    assert refused(program_id=theirs["program_id"]) == (404, "programs.not_found")
    assert refused(template_id=uuid7()) == (404, "templates.not_found")
    foreign = {"program_id": program_id, "program_version_id": theirs["id"]}
    assert refused(**foreign) == (404, "program_versions.not_found")
    past = {"program_id": program_id, "expires_at": "2026-11-01T00:00:00Z"}
    assert refused(**past) == (400, "shares.already_expired")
    monkeypatch.setattr(service, "MAX_SHARES", 0)
    assert refused(program_id=program_id) == (400, "shares.too_many")


def test_a_link_changes_only_what_is_sent_and_stays_revoked(server):
    client = server.sign_in().client
    stored = share(client, author_name="Ada")
    path = f"/api/v1/shares/{stored['id']}"
    assert client.patch(path, json={}).json() == stored
    changed = client.patch(path, json={"on_shelf": True, "expires_at": "2026-12-24T18:00:00.000Z"})
    assert changed.json() == stored | {"on_shelf": True, "expires_at": "2026-12-24T18:00:00.000Z"}
    assert client.patch(path, json={"expires_at": None, "author_name": None}).json() == stored | {
        "on_shelf": True, "author_name": None,
    }  # fmt: skip
    assert client.delete(path).status_code == 204
    assert client.delete(path).status_code == 204
    (listed,) = client.get("/api/v1/shares").json()["shares"]
    assert (listed["is_open"], listed["on_shelf"]) == (False, False)
    assert listed["revoked_at"] is not None
    assert code(client.patch(path, json={"on_shelf": True})) == (409, "shares.revoked")


def test_a_link_shows_the_latest_edition_or_the_one_it_is_fixed_to(server):
    client, reader = server.sign_in().client, server.make_client()
    stored = share(client)
    path = f"/api/v1/shared/{stored['token']}"
    first = reader.get(path).json()
    assert first == {
        "token": stored["token"], "kind": "program", "title": "Fives", "author_name": None,
        "url": stored["url"], "text": FIVES, "template": None,
    }  # fmt: skip
    sixes = FIVES.replace('"Fives"', '"Sixes"').replace("3x5", "3x6")
    post(client, "program-versions", a_version(stored["program_id"], sixes))
    assert reader.get(path).json()["text"] == sixes
    versions = client.get(f"/api/v1/program-versions?program_id={stored['program_id']}").json()
    oldest = versions["program_versions"][-1]["id"]
    change = {"program_version_id": oldest}
    client.patch(f"/api/v1/shares/{stored['id']}", json=change)
    assert reader.get(path).json() == first
    client.patch(f"/api/v1/shares/{stored['id']}", json={"program_version_id": None})
    assert reader.get(path).json()["title"] == "Sixes"


def test_an_answer_is_kept_for_a_minute_and_revalidated(server):
    reader = server.make_client()
    path = f"/api/v1/shared/{share(server.sign_in().client)['token']}"
    answer = reader.get(path)
    assert answer.headers["cache-control"] == "public, max-age=60"
    again = reader.get(path, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


OF_THE_ACCOUNT = {
    "locked out": {"is_active": False},
    "pausing": {"paused_at": 1},
    "leaving": {"delete_after": 1},
}


@pytest.mark.parametrize(
    "how", ["revoked", "expired", "deleted", *OF_THE_ACCOUNT, "unknown", "odd"]
)
def test_what_is_closed_looks_like_what_was_never_there(server, how):
    ada = server.sign_in()
    stored = share(ada.client, expires_at="2026-11-19T00:00:00Z", on_shelf=True)
    token, reader = stored["token"], server.make_client()
    eve = server.sign_in("eve@example.org").client
    assert reader.get(f"/api/v1/shared/{token}").status_code == 200
    if how == "revoked":
        ada.client.delete(f"/api/v1/shares/{stored['id']}")
    elif how == "expired":
        server.clock.advance(24 * 3600)
    elif how == "deleted":
        ada.client.delete(f"/api/v1/programs/{stored['program_id']}")
    elif how in OF_THE_ACCOUNT:
        values = OF_THE_ACCOUNT[how]
        change = sa.update(user_account).where(user_account.c.id == ada.id).values(values)
        server.state.db.write_now(lambda conn: conn.execute(change).rowcount)
    else:
        token = {"unknown": "A" * 22, "odd": "..%00%22"}[how]
    never = reader.get("/api/v1/shared/BBBBBBBBBBBBBBBBBBBBBB")
    answer = reader.get(f"/api/v1/shared/{token}")
    assert code(answer) == (404, "shared.not_found")
    assert answer.json() == never.json()
    assert code(eve.post(f"/api/v1/shared/{token}/copy", json=a_copy())) == (
        404,
        "shared.not_found",
    )
    if how not in ("unknown", "odd"):
        assert eve.get("/api/v1/shelf").json() == {"items": []}
    for ending in ("", ".txt", ".svg"):
        page = reader.get(f"/p/{token}{ending}")
        gone = reader.get(f"/p/CCCCCCCCCCCCCCCCCCCCCC{ending}")
        assert (page.status_code, page.text) == (404, gone.text)
        assert page.headers["cache-control"] == "no-store"
        assert "html" in page.headers["content-type"]


def test_a_copy_is_ones_own_and_is_made_once(server):
    ada, eve = server.sign_in().client, server.sign_in("eve@example.org").client
    stored = share(ada, author_name="Ada L.")
    path, body = f"/api/v1/shared/{stored['token']}/copy", a_copy()
    answer = eve.post(path, json=body)
    expected = {
        "kind": "program", "program_id": body["id"], "program_version_id": body["version_id"],
        "template_id": None,
    }  # fmt: skip
    assert (answer.status_code, answer.json()) == (201, expected)
    program = eve.get(f"/api/v1/programs/{body['id']}").json()
    assert program["title"] == "Fives"
    assert program["provenance"] == {
        "kind": "share", "slug": None, "token": stored["token"], "version_id": body["version_id"],
        "title": "Fives", "by": "Ada L.",
    }  # fmt: skip
    assert eve.get(f"/api/v1/program-versions/{body['version_id']}").json()["text"] == FIVES
    ada.delete(f"/api/v1/shares/{stored['id']}")
    assert eve.post(path, json=body).json() == expected  # the first answer may have been lost
    assert len(eve.get("/api/v1/programs").json()["programs"]) == 1
    assert eve.get(f"/api/v1/programs/{body['id']}").json() == program


def test_a_copy_never_takes_over_rows_that_are_there(server):
    ada, eve = server.sign_in().client, server.sign_in("eve@example.org").client
    stored = share(ada)
    path = f"/api/v1/shared/{stored['token']}/copy"
    mine = publish(eve)
    taken = a_copy() | {"id": stored["program_id"]}
    assert code(eve.post(path, json=taken)) == (409, "programs.id_taken")
    other = a_copy() | {"version_id": mine["id"]}
    assert code(eve.post(path, json=other)) == (409, "program_versions.id_taken")
    assert len(eve.get("/api/v1/programs").json()["programs"]) == 1


def test_a_template_is_shared_without_ids_and_weights_and_copied_with_its_exercises(server):
    ada, eve = server.sign_in().client, server.sign_in("eve@example.org").client
    own = {"id": uuid7(), "name": "Odd press", "tracking": "reps", "equipment": "sled"}
    assert ada.post("/api/v1/exercises", json=own).status_code == 201
    body = a_template() | {"notes": "slowly"}
    body["exercises"].append({"id": uuid7(), "exercise_id": own["id"], "superset": 1,
                              "sets": [{"reps": 8, "rir": 2}, {"duration_s": 30}]})  # fmt: skip
    template = post(ada, "templates", body)
    stored = post(ada, "shares", a_share(template_id=template["id"]))
    assert (stored["kind"], stored["title"]) == ("template", "Push")
    shared = eve.get(f"/api/v1/shared/{stored['token']}").json()
    assert shared["text"] is None
    assert [one["slug"] for one in shared["template"]["exercises"]] == ["bench-press-barbell", None]
    assert "weight" not in str(shared["template"]["exercises"][0]["sets"])
    path = f"/api/v1/shared/{stored['token']}/copy"
    for _ in range(2):  # the second copy finds the exercise that the first one made
        copy = a_copy()
        for _ in range(2):
            assert eve.post(path, json=copy).json()["template_id"] == copy["id"]
        copied = eve.get(f"/api/v1/templates/{copy['id']}").json()
        assert (copied["name"], copied["notes"]) == ("Push", "slowly")
        assert copied["exercises"][0]["sets"][0]["weight"] is None
        exercise = eve.get(f"/api/v1/exercises/{copied['exercises'][1]['exercise_id']}").json()
        assert (exercise["name"], exercise["tracking"]) == ("Odd press", "reps")
        assert exercise["id"] != own["id"]
    own_ones = eve.get("/api/v1/exercises", params={"search": "Odd press"}).json()
    assert sum(one["name"] == "Odd press" for one in own_ones["exercises"]) == 1
    ada.delete(f"/api/v1/templates/{template['id']}")
    assert code(eve.get(f"/api/v1/shared/{stored['token']}")) == (404, "shared.not_found")


def test_the_shelf_shows_what_is_open_and_put_there(server):
    ada, eve = server.sign_in().client, server.sign_in("eve@example.org").client
    text = FIVES.replace("\n\n", '\n  days 3\n  goal "Strength"\n  level "Beginner"\n\n', 1)
    stored = share(ada, text, on_shelf=True, author_name="Ada")
    share(ada)
    template = post(ada, "templates", a_template())
    post(ada, "shares", a_share(template_id=template["id"], on_shelf=True))
    first, second = eve.get("/api/v1/shelf").json()["items"]
    assert second == {
        "token": stored["token"], "kind": "program", "title": "Fives", "author_name": "Ada",
        "url": stored["url"], "is_own": False, "days": 3, "weeks": 1, "goal": "Strength",
        "level": "Beginner",
    }  # fmt: skip
    assert (first["kind"], first["days"], first["weeks"]) == ("template", None, None)
    assert ada.get("/api/v1/shelf").json()["items"][1]["is_own"] is True
    assert server.make_client().get("/api/v1/shelf").status_code == 401


def test_an_update_of_the_source_is_offered_as_a_difference(server):
    ada, eve = server.sign_in().client, server.sign_in("eve@example.org").client
    stored, body = share(ada, author_name="Ada"), a_copy()
    eve.post(f"/api/v1/shared/{stored['token']}/copy", json=body)
    path = f"/api/v1/programs/{body['id']}/upstream"
    same = {
        "status": "same", "kind": "share", "title": "Fives", "author_name": "Ada", "text": None,
        "blocks": [],
    }  # fmt: skip
    assert eve.get(path).json() == same
    sixes = FIVES.replace("3x5", "3x6")
    post(ada, "program-versions", a_version(stored["program_id"], sixes))
    changed = eve.get(path).json()
    assert (changed["status"], changed["text"]) == ("changed", sixes)
    (block,) = changed["blocks"]
    assert [line["text"] for line in block["lines"] if line["change"] == "added"] == ["  sets 3x6"]
    # What the reader changed meanwhile is not the source's doing.
    mine = post(eve, "program-versions", a_version(body["id"], FIVES.replace("3x5", "5x5")))
    assert eve.get(path).json() == changed
    taken = post(
        eve, "program-versions", a_version(body["id"], sixes, parent_version_id=mine["id"])
    )
    provenance = eve.get(f"/api/v1/programs/{body['id']}").json()["provenance"]
    change = {"provenance": provenance | {"version_id": taken["id"]}}
    assert eve.patch(f"/api/v1/programs/{body['id']}", json=change).status_code == 200
    assert eve.get(path).json() == same
    ada.delete(f"/api/v1/shares/{stored['id']}")
    assert eve.get(path).json()["status"] == "gone"


def test_the_library_is_a_source_too_and_a_file_is_none(server):
    client = server.sign_in().client
    text = client.get("/api/v1/program-library/gzclp").json()["text"]
    old = text.replace("GZCLP", "GZCLP of yesterday", 1)
    provenance = {"kind": "library", "slug": "gzclp", "title": "GZCLP"}
    program = publish(client, old, provenance=provenance)
    path = f"/api/v1/programs/{program['program_id']}/upstream"
    assert client.get(path).json()["status"] == "changed"
    unknown = publish(client, provenance=provenance | {"slug": "no-such-program"})
    answer = client.get(f"/api/v1/programs/{unknown['program_id']}/upstream").json()
    assert answer["status"] == "gone"
    bare = post(client, "programs", a_program(provenance=provenance))
    assert client.get(f"/api/v1/programs/{bare['id']}/upstream").json()["status"] == "same"
    for given in (None, {"kind": "file", "title": "mine.txt"}):
        program = publish(client, provenance=given)
        answer = client.get(f"/api/v1/programs/{program['program_id']}/upstream")
        assert code(answer) == (404, "shares.no_upstream")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('program "P"\n  language 2\nplanet mars\n', ["language"]),
        ("x" * 70_000, None),
        (FIVES + "\n" * 2_100, ["too_large"]),
        (FIVES.replace("weight + step", f"weight + {'(' * 20}1{')' * 20}"), ["too_large"]),
        ('program "P"\nlift a = b\nday A\n  c: 5\n  a: 5x\n', ["unknown_lift", "expected"]),
    ],
    ids=["newer language", "too long", "too many lines", "too deep", "several errors"],
)
def test_a_file_from_elsewhere_is_refused_with_everything_that_is_wrong(server, text, expected):
    client = server.sign_in().client
    program = post(client, "programs", a_program(provenance={"kind": "file", "title": "x.txt"}))
    answer = client.post("/api/v1/program-versions", json=a_version(program["id"], text))
    assert answer.status_code == 400
    if expected is None:
        assert answer.json()["code"] == "programs.text_too_long"
    else:
        assert [one["code"] for one in answer.json()["problems"]] == expected
