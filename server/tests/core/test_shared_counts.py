"""Limits that several processes count together, in a real Redis that also goes away."""

from __future__ import annotations

import logging

import pytest

from fitfolio.core import shared_counts
from tests.conftest import make_settings, start_server
from tests.support.redis import running_redis

PATH = "/api/v1/auth/magic-link/start"


@pytest.fixture
def redis(tmp_path):
    with running_redis(tmp_path) as server:
        yield server


@pytest.fixture
def fast(monkeypatch):
    """Nobody waits in a test."""
    monkeypatch.setattr(shared_counts, "RETRY_S", 0.05)


@pytest.fixture
def two(redis, postgresql_url, tmp_path):
    """Two processes, as far as memory goes, of one installation."""
    made = [
        start_server(
            make_settings(postgresql_url, tmp_path, rate_limit_enabled=True, redis_url=redis.url)
        )
        for _ in range(2)
    ]
    yield [next(one) for one in made]
    for one in made:
        with pytest.raises(StopIteration):
            next(one)


@pytest.fixture
def one(redis, sqlite_url, tmp_path):
    settings = make_settings(sqlite_url, tmp_path, rate_limit_enabled=True, redis_url=redis.url)
    yield from start_server(settings)


def ask(client):
    return client.post(PATH, json={"email": "ada@example.org"})


def state_of(server):
    answer = server.make_client().get("/readyz")
    assert answer.status_code == 200
    return answer.json()["status"]


def until_counted_together(server):
    """Ask until Redis is tried again."""
    for _ in range(200):
        if state_of(server) == "ok":
            return
    pytest.fail("Redis was not found again")


def test_two_processes_count_together_on_postgresql_and_redis(two):
    clients = [server.make_client() for server in two]
    answers = [ask(clients[number % 2]) for number in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert [answer.headers["X-RateLimit-Remaining"] for answer in answers] == list("432100")
    assert ask(clients[1]).json()["code"] == "request.rate_limited"
    assert [state_of(server) for server in two] == ["ok", "ok"]


def test_when_redis_dies_each_goes_on_counting_alone_and_comes_back(one, redis, fast, caplog):
    client = one.make_client()
    assert [ask(client).status_code for _ in range(3)] == [200] * 3
    redis.kill()
    with caplog.at_level(logging.WARNING, "fitfolio.core.shared_counts"):
        answers = [ask(client).status_code for _ in range(6)]
        assert answers == [200] * 5 + [429]
        assert state_of(one) == "degraded"
        assert client.get("/api/v1/auth/config").status_code == 200
        redis.start()
        until_counted_together(one)
    # What Redis had counted died with it; from now on it counts.
    assert [ask(client).status_code for _ in range(6)] == [200] * 5 + [429]
    said = [record.getMessage() for record in caplog.records]
    assert said == [
        "Redis does not answer; limits are counted in this process",
        "Redis answers again; limits are counted together",
    ]


def test_a_restart_between_two_requests_is_not_even_noticed(one, redis, caplog):
    client = one.make_client()
    assert ask(client).status_code == 200
    redis.kill()
    redis.start()
    with caplog.at_level(logging.WARNING, "fitfolio.core.shared_counts"):
        assert ask(client).headers["X-RateLimit-Remaining"] == "4"
    assert caplog.records == []


def test_a_redis_that_hangs_holds_up_one_request_and_no_more(one, redis, monkeypatch):
    monkeypatch.setattr(shared_counts, "TIMEOUT_S", 0.05)
    client = one.make_client()
    redis.hold()
    try:
        assert [ask(client).status_code for _ in range(6)] == [200] * 5 + [429]
        assert state_of(one) == "degraded"
    finally:
        redis.let_go()


def test_a_redis_without_room_counts_for_nobody(one, redis):
    client = one.make_client()
    assert ask(client).status_code == 200
    assert redis.say("CONFIG SET maxmemory 1").startswith(b"+OK")
    assert [ask(client).status_code for _ in range(6)] == [200] * 5 + [429]
    assert state_of(one) == "degraded"


def test_a_wrong_password_fails_no_request_and_is_never_told(redis, sqlite_url, tmp_path, caplog):
    redis.say("CONFIG SET requirepass right")
    url = redis.url.replace("//", "//:hunter2@")
    settings = make_settings(sqlite_url, tmp_path, rate_limit_enabled=True, redis_url=url)
    for server in start_server(settings):
        assert ask(server.make_client()).status_code == 200
        assert state_of(server) == "degraded"
        assert "hunter2" not in repr(settings) + caplog.text


def test_nothing_stays_in_redis_longer_than_its_window(one, redis):
    ask(one.make_client())
    keys = [line for line in redis.say("KEYS *").decode().split("\r\n") if "LIMIT" in line]
    assert len(keys) == 2
    for key in keys:
        assert key.startswith("fitfolio:")
        seconds = int(redis.say(f"TTL {key}")[1:-2])
        assert 0 < seconds <= 3601


def test_without_limits_redis_is_not_asked(redis, sqlite_url, tmp_path):
    redis.kill()
    for server in start_server(make_settings(sqlite_url, tmp_path, redis_url=redis.url)):
        assert ask(server.make_client()).status_code == 200
        assert state_of(server) == "ok"
