from __future__ import annotations

from datetime import UTC, datetime

import pytest

from fitfolio.core.ids import uuid7
from fitfolio.core.revisions import current_revision
from fitfolio.recovery import queries, service
from fitfolio.recovery.service import ImportedMetric

URL = "/api/v1/metrics"


def body(**changes):
    return {"id": uuid7(), "metric": "weight", "measured_at": "2026-11-17T06:30:00Z",
            "value": 82.4, "unit": "kg"} | changes  # fmt: skip


def create(person, **changes):
    answer = person.client.post(URL, json=body(**changes))
    assert answer.status_code == 201, answer.text
    return answer.json()


def listed(person, **params):
    return person.client.get(URL, params=params).json()["metrics"]


def test_a_value_is_kept_as_typed_with_the_day_of_the_lifters_zone(server):
    ada = server.sign_in()
    ada.client.patch("/api/v1/auth/me", json={"time_zone": "America/Los_Angeles"})
    stored = create(ada, value=181.7, unit="lb", notes="after breakfast")
    assert (stored["value"], stored["unit"], stored["notes"]) == (181.7, "lb", "after breakfast")
    assert stored["measured_at"] == "2026-11-17T06:30:00.000Z"
    assert stored["local_date"] == "2026-11-16"
    assert listed(ada) == [stored]


def test_sending_a_value_again_changes_nothing(server):
    ada = server.sign_in()
    first = create(ada, id=(metric_id := uuid7()))
    assert create(ada, id=metric_id, value=99) == first
    assert len(listed(ada)) == 1


def test_pages_show_every_value_once_newest_first(server):
    ada = server.sign_in()
    # Several values share a moment, so the id must decide between them.
    made = [create(ada, measured_at=f"2026-11-{day:02d}T06:00:00Z") for day in (1, 2, 2, 2, 3, 4)]
    seen, cursor = [], None
    while True:
        page = ada.client.get(URL, params={"limit": 2} | ({"cursor": cursor} if cursor else {}))
        assert page.status_code == 200, page.text
        seen += page.json()["metrics"]
        cursor = page.json()["next_cursor"]
        if cursor is None:
            break
    assert seen == sorted(made, key=lambda row: (row["measured_at"], row["id"]), reverse=True)


def test_lists_can_be_narrowed_to_a_metric_and_to_days(server):
    ada = server.sign_in()
    waist = create(ada, metric="waist", value=84, unit="cm", measured_at="2026-11-10T10:00:00Z")
    old = create(ada, measured_at="2026-11-01T10:00:00Z")
    new = create(ada, measured_at="2026-11-12T10:00:00Z")
    assert listed(ada, metric="waist") == [waist]
    assert listed(ada, **{"from": "2026-11-10"}) == [new, waist]
    assert listed(ada, to="2026-11-10") == [waist, old]


def test_an_edit_changes_the_named_fields_and_takes_a_new_revision(server):
    ada = server.sign_in()
    stored = create(ada)
    url = f"{URL}/{stored['id']}"
    changed = ada.client.patch(url, json={"value": 81.9}).json()
    assert changed == stored | {"value": 81.9, "rev": changed["rev"]}
    assert changed["rev"] > stored["rev"]
    moved = ada.client.patch(url, json={"measured_at": "2026-11-20T23:30:00+02:00"}).json()
    assert (moved["measured_at"], moved["local_date"]) == ("2026-11-20T21:30:00.000Z", "2026-11-20")
    assert ada.client.patch(url, json={}).json() == moved


def test_a_deleted_value_leaves_a_tombstone_and_can_be_restored(server):
    ada = server.sign_in()
    stored = create(ada)
    url = f"{URL}/{stored['id']}"
    assert [ada.client.delete(url).status_code for _ in range(2)] == [204, 204]
    assert listed(ada) == []
    assert ada.client.patch(url, json={"value": 80}).status_code == 404
    changes = server.state.db.read_now(queries.changed_since, ada.id, stored["rev"], 10)
    assert [(row.id, row.deleted_at is not None) for row in changes] == [(stored["id"], True)]
    restored = ada.client.post(f"{url}/restore").json()
    assert listed(ada) == [restored]
    assert restored == stored | {"rev": restored["rev"]}


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"metric": "mood"}, 400, "metric.unknown"),
        ({"metric": "we\u0000ight"}, 400, "metric.unknown"),
        ({"unit": "cm"}, 400, "metric.wrong_unit"),
        ({"value": 824}, 400, "metric.implausible"),
        ({"value": -1}, 422, "request.invalid"),
        ({"unit": "stone"}, 422, "request.invalid"),
        ({"measured_at": "1900-01-01T00:00:00Z"}, 422, "request.invalid"),
        ({"notes": "a\u0000b"}, 422, "request.invalid"),
        ({"colour": "red"}, 422, "request.invalid"),
    ],
)
def test_what_cannot_be_a_body_value_is_refused(server, changes, status, code):
    ada = server.sign_in()
    answer = ada.client.post(URL, json=body(**changes))
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert listed(ada) == []


def test_an_edit_may_not_make_a_value_unbelievable(server):
    ada = server.sign_in()
    url = f"{URL}/{create(ada, value=300)['id']}"
    answer = ada.client.patch(url, json={"value": 600})
    assert (answer.status_code, answer.json()["code"]) == (400, "metric.implausible")
    assert ada.client.patch(url, json={"value": 600, "unit": "lb"}).status_code == 200


@pytest.mark.parametrize("cursor", ["x", "1.2", "9" * 30 + "." + "a" * 36, "1.\u0000"])
def test_a_made_up_cursor_is_a_malformed_request(server, cursor):
    assert server.sign_in().client.get(URL, params={"cursor": cursor}).status_code == 422


def test_nobody_sees_or_touches_the_values_of_another(server):
    stored = create(server.sign_in())
    bob = server.sign_in("bob@example.org")
    url = f"{URL}/{stored['id']}"
    answers = [
        bob.client.patch(url, json={"value": 70}),
        bob.client.delete(url),
        bob.client.post(f"{url}/restore"),
    ]
    assert [(a.status_code, a.json()["code"]) for a in answers] == [(404, "metric.not_found")] * 3
    taken = bob.client.post(URL, json=body(id=stored["id"]))
    assert (taken.status_code, taken.json()["code"]) == (409, "metric.id_taken")
    assert listed(bob) == []
    assert server.make_client().get(URL).status_code == 401


def test_the_kinds_say_which_units_a_metric_may_have(server):
    kinds = server.sign_in().client.get(f"{URL}/kinds").json()["kinds"]
    units = {kind["key"]: kind["units"] for kind in kinds}
    assert units["weight"] == ["kg", "lb"]
    assert units["left_biceps"] == ["cm", "in"]


def rows(source="hevy"):
    morning = datetime(2026, 3, 1, 7, 0)  # a local time of the file
    return [
        ImportedMetric(morning, "weight", 83.0, "kg", source),
        ImportedMetric(morning, "weight", 83.2, "kg", source, "second weighing"),
        ImportedMetric(datetime(2026, 3, 2, 23, 30, tzinfo=UTC), "waist", 33, "in", source),
        ImportedMetric(morning, "Upper arm", 12, "palms", source),
        ImportedMetric(morning, "weight", 8300, "kg", source),
    ]


def test_an_import_adds_believable_values_once_and_keeps_unknown_names(server):
    ada, db = server.sign_in(), server.state.db
    import_id = uuid7()
    zone = "Europe/Berlin"
    assert db.write_now(service.insert_imported, ada.id, rows(), import_id, zone) == 4
    assert db.write_now(service.insert_imported, ada.id, rows(), uuid7(), zone) == 0
    found = {(row["metric"], row["value"]): row for row in listed(ada)}
    assert found["weight", 83.0]["measured_at"] == "2026-03-01T06:00:00.000Z"
    assert found["weight", 83.2]["notes"] == "second weighing"
    assert found["waist", 33]["local_date"] == "2026-03-03"
    assert found["custom:upper_arm", 12]["unit"] == "palms"
    revisions = [row["rev"] for row in found.values()]
    assert len(set(revisions)) == 4
    assert max(revisions) == db.read_now(current_revision, ada.id)


def test_a_value_deleted_by_hand_does_not_come_back_with_the_next_import(server):
    ada, db = server.sign_in(), server.state.db
    db.write_now(service.insert_imported, ada.id, rows(), uuid7(), "UTC")
    ada.client.delete(f"{URL}/{listed(ada)[0]['id']}")
    assert db.write_now(service.insert_imported, ada.id, rows(), uuid7(), "UTC") == 0


def test_an_undone_import_leaves_tombstones_and_can_come_in_again(server):
    ada, db = server.sign_in(), server.state.db
    own = create(ada)
    import_id = uuid7()
    db.write_now(service.insert_imported, ada.id, rows(), import_id, "UTC")
    assert db.write_now(service.remove_import, ada.id, import_id, 1) == 4
    assert db.write_now(service.remove_import, ada.id, import_id, 1) == 0
    assert listed(ada) == [own]
    assert db.write_now(service.insert_imported, ada.id, rows(), uuid7(), "UTC") == 4
