from __future__ import annotations

import pytest

from tests.programs.builders import BENCH

URL = f"/api/v1/exercises/{BENCH}/preferences"


def test_rest_bar_and_step_of_an_exercise_change_field_by_field(server):
    client = server.sign_in().client
    first = client.patch(URL, json={"rest_s": 180, "step": 2.5, "step_unit": "lb"}).json()
    assert first == {
        "exercise_id": BENCH, "favourite": False, "weight_unit": None, "notes": "", "rest_s": 180,
        "rest_warm_up_s": None, "bar_id": None, "step": 2.5, "step_unit": "lb",
    }  # fmt: skip
    second = client.patch(URL, json={"bar_id": "ez-10", "rest_warm_up_s": 0}).json()
    assert second == first | {"bar_id": "ez-10", "rest_warm_up_s": 0}
    changes = client.get("/api/v1/sync").json()["changes"]
    assert [item["data"] for item in changes if item["kind"] == "exercise_preference"] == [second]
    third = client.patch(URL, json={"rest_s": None, "bar_id": None, "step": None}).json()
    assert third == first | {"rest_s": None, "step": None, "step_unit": None, "rest_warm_up_s": 0}


@pytest.mark.parametrize(
    "change",
    [{"rest_s": -1}, {"rest_s": 3601}, {"bar_id": "An Ä"}, {"step": 0}, {"step": 2, "step_unit": "st"}],
)  # fmt: skip
def test_impossible_preferences_are_refused(sqlite_server, change):
    client = sqlite_server.sign_in().client
    assert client.patch(URL, json=change).status_code == 422


def test_a_step_without_its_unit_is_refused(sqlite_server):
    client = sqlite_server.sign_in().client
    answer = client.patch(URL, json={"step": 2.5})
    assert (answer.status_code, answer.json()["code"]) == (400, "exercise.step_without_unit")
