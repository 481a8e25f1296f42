from __future__ import annotations

import pytest

ME = "/api/v1/auth/me"

GYM = {
    "bars": [
        {"id": "olympic", "name": "Olympic bar", "weight": 20, "unit": "kg", "equipment": "barbell"},
        {"id": "smith", "name": "Smith", "weight": 0, "unit": "lb", "equipment": "smith_machine"},
    ],
    "plates": [
        {"weight": 20, "unit": "kg", "pairs": 4},
        {"weight": 45, "unit": "lb", "pairs": 2},
        {"weight": 1.25, "unit": "kg", "pairs": 1},
    ],
    "dumbbells": [{"min": 2, "max": 30, "step": 2, "unit": "kg"}],
    "machine_steps": [{"min": 10, "max": 200, "step": 10, "unit": "lb"}],
    "collar": {"weight": 2.5, "unit": "kg"},
}  # fmt: skip


def profile_change(client, since=0):
    changes = client.get("/api/v1/sync", params={"since": since}).json()["changes"]
    (found,) = [change["data"] for change in changes if change["kind"] == "profile"]
    return found


def test_a_new_account_has_the_standard_timer_and_gym(server):
    client = server.sign_in().client
    wanted = {
        "effort_scale": "rpe", "timer_sound": True, "timer_vibration": True, "keep_awake": True,
        "gym": None,
        "rest": {"default_s": 120, "warm_up_s": 60, "working_s": None, "drop_s": 0,
                 "back_off_s": None, "amrap_s": None, "failure_s": None},
    }  # fmt: skip
    me, document = client.get(ME).json(), profile_change(client)
    assert {name: me[name] for name in wanted} == wanted
    assert {name: document[name] for name in wanted} == wanted


def test_the_timer_changes_field_by_field(server):
    client = server.sign_in().client
    change = {"effort_scale": "rir", "timer_sound": False, "rest": {"working_s": 180, "drop_s": 15}}
    me = client.patch(ME, json=change).json()
    assert me["rest"] == {
        "default_s": 120, "warm_up_s": 60, "working_s": 180, "drop_s": 15, "back_off_s": None,
        "amrap_s": None, "failure_s": None,
    }  # fmt: skip
    me = client.patch(ME, json={"rest": {"working_s": None}, "keep_awake": False}).json()
    assert (me["rest"]["working_s"], me["rest"]["drop_s"]) == (None, 15)
    assert (me["effort_scale"], me["timer_sound"], me["keep_awake"]) == ("rir", False, False)
    assert profile_change(client)["rest"] == me["rest"]


def test_a_gym_with_kilograms_and_pounds_is_kept_and_cleared(server):
    client = server.sign_in().client
    assert client.patch(ME, json={"gym": GYM}).json()["gym"] == GYM
    assert client.patch(ME, json={"timer_sound": False}).json()["gym"] == GYM
    assert profile_change(client)["gym"] == GYM
    assert client.patch(ME, json={"gym": None}).json()["gym"] is None
    assert client.patch(ME, json={"rest": None, "timer_sound": None}).status_code == 200


@pytest.mark.parametrize(
    ("part", "rows", "words"),
    [
        ("bars", [GYM["bars"][0] | {"weight": -1}], "gym.bars.0.weight"),
        ("bars", [GYM["bars"][0] | {"weight": 300}], "gym.bars.0.weight"),
        ("bars", [GYM["bars"][0] | {"id": "Ä"}], "gym.bars.0.id"),
        ("bars", [GYM["bars"][0] | {"name": " "}], "gym.bars.0.name"),
        ("bars", [GYM["bars"][0] | {"unit": "st"}], "gym.bars.0.unit"),
        ("bars", [GYM["bars"][0]] * 2, "the same bar stands in the gym twice"),
        ("bars", [GYM["bars"][0] | {"id": f"b{n}"} for n in range(31)], "at most 30"),
        ("plates", [{"weight": 0, "unit": "kg", "pairs": 1}], "gym.plates.0.weight"),
        ("plates", [{"weight": 20, "unit": "kg", "pairs": 51}], "gym.plates.0.pairs"),
        ("plates", [{"weight": 20, "unit": "kg", "pairs": 1.5}], "gym.plates.0.pairs"),
        ("plates", [GYM["plates"][0]] * 2, "the same plate stands in the gym twice"),
        ("plates", [{"weight": n + 1, "unit": "kg", "pairs": 1} for n in range(41)], "at most 40"),
        ("dumbbells", [{"min": 30, "max": 2, "step": 2, "unit": "kg"}], "above the largest"),
        ("dumbbells", [{"min": 2, "max": 30, "step": 0, "unit": "kg"}], "gym.dumbbells.0.step"),
        ("machine_steps", [{"min": 0, "max": 999, "step": 0.1, "unit": "kg"}], "more than 1000"),
        ("collar", {"weight": 30, "unit": "kg"}, "gym.collar.weight"),
    ],
)  # fmt: skip
def test_an_impossible_gym_is_refused_where_it_is_wrong(sqlite_server, part, rows, words):
    client = sqlite_server.sign_in().client
    answer = client.patch(ME, json={"gym": GYM | {part: rows}})
    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")
    assert words in answer.json()["detail"]
    assert client.get(ME).json()["gym"] is None


@pytest.mark.parametrize(
    "change",
    [
        {"rest": {"default_s": -1}},
        {"rest": {"default_s": 3601}},
        {"rest": {"default_s": None}},
        {"rest": {"pause_s": 1}},
        {"effort_scale": "borg"},
    ],
)
def test_an_impossible_rest_is_refused(sqlite_server, change):
    client = sqlite_server.sign_in().client
    assert client.patch(ME, json=change).status_code == 422
