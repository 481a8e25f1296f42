from __future__ import annotations

import contextlib

import pytest

from fitfolio.core.limits import network_of
from tests.conftest import make_settings, start_server
from tests.support.redis import running_redis


@pytest.fixture(params=["sqlite, memory", "postgresql, redis"])
def limited(request, tmp_path):
    """The smallest installation and the largest."""
    database, counts = request.param.split(", ")
    settings = {"rate_limit_enabled": True}
    with contextlib.ExitStack() as running:
        if counts == "redis":
            settings["redis_url"] = running.enter_context(running_redis(tmp_path)).url
        url = request.getfixturevalue(f"{database}_url")
        yield from start_server(make_settings(url, tmp_path, **settings))


def test_the_sixth_link_in_a_minute_is_refused_with_the_time_to_wait(limited):
    client = limited.make_client()
    answers = [
        client.post("/api/v1/auth/magic-link/start", json={"email": f"a{n}@example.org"})
        for n in range(6)
    ]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert [answer.headers["X-RateLimit-Remaining"] for answer in answers] == list("432100")
    assert answers[5].json()["code"] == "request.rate_limited"
    assert 1 <= int(answers[5].headers["Retry-After"]) <= 61
    assert answers[5].headers["X-RateLimit-Limit"] == "5"
    assert "Content-Security-Policy" in answers[5].headers


def test_a_forged_forwarded_address_does_not_get_around_the_limit(limited):
    client = limited.make_client()
    statuses = [
        client.post(
            "/api/v1/auth/magic-link/start",
            json={"email": f"a{n}@example.org"},
            headers={"X-Forwarded-For": f"10.0.0.{n}"},
        ).status_code
        for n in range(6)
    ]
    assert statuses[-1] == 429


@pytest.mark.parametrize("path", ["/healthz", "/openapi.json"])
def test_health_and_the_description_are_never_limited(limited, path):
    client = limited.make_client()
    assert all(client.get(path).status_code == 200 for _ in range(30))
    assert "X-RateLimit-Limit" not in client.get(path).headers


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "testclient"),
        ("", ""),
    ],
)
def test_all_addresses_of_a_household_count_as_one(address, network):
    assert network_of(address) == network
