from __future__ import annotations

import pytest

from fitfolio.core.clock import to_iso
from fitfolio.push import encryption, queries, service
from tests.conftest import START_MS, make_settings, start_server
from tests.push.builders import a_browser, a_subscription

URL = "/api/v1/push/subscriptions"
TEST = "/api/v1/push/test"
KEY = "/api/v1/push/key"


def subscriptions(server, person):
    return server.state.db.read_now(queries.list_subscriptions, person.id)


def test_a_test_notification_reaches_every_browser_signed_and_readable(server, push_service):
    ada = server.sign_in()
    ada.client.patch("/api/v1/auth/me", json={"language": "de"})
    for path in ("/phone", "/laptop"):
        made = ada.client.put(URL, json=push_service.browser(path)).json()
        assert made["endpoint"] == push_service.base + path
    assert ada.client.post(TEST).json() == {"sent": 2, "failed": 0}
    pushes = push_service.wait(2)
    assert {push.path for push in pushes} == {"/phone", "/laptop"}
    for push in pushes:
        assert push.key == ada.client.get(KEY).json()["public_key"]
        assert push.claims["sub"] == "mailto:fitfolio@localhost"
        assert push.headers["TTL"] == "60"
        assert push.headers["Urgency"] == "high"
        assert push.headers["Topic"] == "test"
        assert push.document == {
            "web_push": 8030,
            "notification": {
                "title": "FitFolio", "body": "Benachrichtigungen kommen auf diesem Gerät an.",
                "tag": "test", "navigate": "http://localhost/settings", "data": {},
            },
        }  # fmt: skip


def test_the_key_is_made_once_and_kept(server):
    ada, eve = server.sign_in(), server.sign_in("eve@example.org")
    first = ada.client.get(KEY).json()["public_key"]
    assert eve.client.get(KEY).json()["public_key"] == first
    assert len(encryption.decode(first)) == 65
    stored = server.state.db.read_now(queries.find_key)
    assert encryption.public_key(stored) == first


def test_a_key_of_the_settings_is_used_instead(sqlite_url, tmp_path):
    key = encryption.new_private_key()
    settings = make_settings(sqlite_url, tmp_path, vapid_private_key=key)
    for server in start_server(settings):
        given = server.sign_in().client.get(KEY).json()["public_key"]
        assert given == encryption.public_key(key)
        assert server.state.db.read_now(queries.find_key) is None


def test_subscribing_again_changes_keys_and_owner(server, push_service):
    ada, eve = server.sign_in(), server.sign_in("eve@example.org")
    first = ada.client.put(URL, json=push_service.browser("/shared")).json()
    server.clock.advance(60)
    again = ada.client.put(URL, json=push_service.browser("/shared")).json()
    assert again == first
    assert first["created_at"] == to_iso(START_MS)
    assert eve.client.put(URL, json=push_service.browser("/shared")).status_code == 200
    answer = ada.client.post(TEST)
    assert (answer.status_code, answer.json()["code"]) == (409, "push.no_subscription")
    assert eve.client.post(TEST).json()["sent"] == 1


def test_unsubscribing_is_ones_own_affair_and_safe_to_repeat(server, push_service):
    ada, eve = server.sign_in(), server.sign_in("eve@example.org")
    body = push_service.browser("/phone")
    ada.client.put(URL, json=body)
    for person, left in ((eve, 1), (ada, 0), (ada, 0)):
        answer = person.client.delete(URL, params={"endpoint": body["endpoint"]})
        assert (answer.status_code, len(subscriptions(server, ada))) == (204, left)


def test_a_browser_that_signed_out_hears_nothing(server, push_service):
    ada = server.sign_in()
    ada.client.put(URL, json=push_service.browser("/phone"))
    del server.people[ada.email]
    tablet = server.sign_in()
    ada.client.post("/api/v1/auth/logout")
    assert tablet.client.post(TEST).status_code == 409
    tablet.client.put(URL, json=push_service.browser("/tablet"))
    assert [row.endpoint for row in subscriptions(server, ada)] == [push_service.base + "/tablet"]
    assert tablet.client.post(TEST).json()["sent"] == 1
    assert [push.path for push in push_service.pushes] == ["/tablet"]


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten(server, push_service, status):
    ada = server.sign_in()
    ada.client.put(URL, json=push_service.browser("/phone"))
    ada.client.put(URL, json=push_service.browser("/old"))
    push_service.answers["/old"] = [(status, {})]
    assert ada.client.post(TEST).json() == {"sent": 1, "failed": 1}
    assert ada.client.post(TEST).json() == {"sent": 1, "failed": 0}
    assert len(subscriptions(server, ada)) == 1


def test_a_service_in_trouble_is_left_alone_for_longer_and_longer(server, push_service):
    ada = server.sign_in()
    ada.client.put(URL, json=push_service.browser("/phone"))
    push_service.answers["/phone"] = [(500, {}), (503, {}), (429, {"Retry-After": "30"})]
    for pause_s in (2, 4, 30):
        assert ada.client.post(TEST).json() == {"sent": 0, "failed": 1}
        server.clock.advance(pause_s - 0.1)
        assert ada.client.post(TEST).status_code == 409
        server.clock.advance(0.1)
    assert ada.client.post(TEST).json() == {"sent": 1, "failed": 0}
    assert subscriptions(server, ada)[0].failures == 0


def test_who_is_refused_too_often_is_forgotten_but_not_who_cannot_be_reached(server, push_service):
    ada = server.sign_in()
    ada.client.put(URL, json=push_service.browser("/refused"))
    unreachable = a_browser().subscription("http://127.0.0.1:9/x")
    ada.client.put(URL, json=unreachable)
    push_service.answers["/refused"] = [(403, {})] * 20
    for _ in range(service.MAX_FAILURES + 2):
        ada.client.post(TEST)
        server.clock.advance(3600)
    assert [row.endpoint for row in subscriptions(server, ada)] == [unreachable["endpoint"]]
    assert len(push_service.pushes) == service.MAX_FAILURES


def test_a_redirect_is_not_followed(server, push_service):
    ada = server.sign_in()
    ada.client.put(URL, json=push_service.browser("/phone"))
    push_service.answers["/phone"] = [(307, {"Location": push_service.base + "/phone"})]
    assert ada.client.post(TEST).json() == {"sent": 0, "failed": 1}
    assert len(push_service.pushes) == 1


def test_what_no_browser_sends_is_refused(sqlite_server):
    client = sqlite_server.sign_in().client
    good = a_subscription()
    cases = [
        (good | {"endpoint": "http://push.example.org/x"}, 400, "push.invalid_endpoint"),
        (good | {"endpoint": "https://127.0.0.1/x"}, 400, "push.invalid_endpoint"),
        (good | {"endpoint": ""}, 422, "request.invalid"),
        (good | {"keys": good["keys"] | {"auth": "A" * 24}}, 400, "push.invalid_keys"),
        (good | {"keys": good["keys"] | {"p256dh": "A" * 87}}, 400, "push.invalid_keys"),
        (good | {"keys": good["keys"] | {"p256dh": "short"}}, 422, "request.invalid"),
        (good | {"user_id": "x"}, 422, "request.invalid"),
    ]
    for body, status, code in cases:
        answer = client.put(URL, json=body)
        assert (answer.status_code, answer.json()["code"]) == (status, code), body
    assert client.put(URL, json=good).status_code == 200


def test_an_address_that_was_allowed_once_is_not_called_when_it_no_longer_is(
    sqlite_url, tmp_path, push_service
):
    for server in start_server(make_settings(sqlite_url, tmp_path, push_allow_private=True)):
        ada = server.sign_in()
        ada.client.put(URL, json=push_service.browser("/phone"))
    for server in start_server(make_settings(sqlite_url, tmp_path)):
        ada = server.sign_in()
        # Its session of before lives on: the browser would be sent to.
        assert ada.client.post(TEST).json() == {"sent": 0, "failed": 1}
        assert subscriptions(server, ada) == []
    assert push_service.pushes == []


def test_an_account_has_a_limited_number_of_browsers(sqlite_server):
    ada = sqlite_server.sign_in()
    for _ in range(service.MAX_BROWSERS + 3):
        sqlite_server.clock.advance(1)
        assert ada.client.put(URL, json=a_subscription()).status_code == 200
    assert len(subscriptions(sqlite_server, ada)) == service.MAX_BROWSERS


def test_tests_are_limited(sqlite_url, tmp_path):
    for server in start_server(make_settings(sqlite_url, tmp_path, rate_limit_enabled=True)):
        client = server.sign_in().client
        statuses = [client.post(TEST).status_code for _ in range(6)]
        assert statuses == [409] * 5 + [429]


@pytest.mark.parametrize(
    ("changes", "subject"),
    [
        ({"vapid_subject": "mailto:me@example.org"}, "mailto:me@example.org"),
        ({"public_url": "https://gym.example.org"}, "https://gym.example.org"),
        ({"mail_from": "Gym <gym@example.org>"}, "mailto:gym@example.org"),
    ],
)
def test_push_services_learn_whom_to_ask(tmp_path, changes, subject):
    settings = make_settings("sqlite:///never-opened.sqlite3", tmp_path, **changes)
    assert service.subject_of(settings) == subject
