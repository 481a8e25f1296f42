"""Servers whose people may sign in through an OpenID issuer."""

from __future__ import annotations

import pytest

from tests.auth.openid_steps import running


@pytest.fixture
def openid(database_url, tmp_path):
    yield from running(database_url, tmp_path)


@pytest.fixture
def openid_lite(sqlite_url, tmp_path):
    yield from running(sqlite_url, tmp_path)


@pytest.fixture
def openid_with(sqlite_url, tmp_path):
    """A server with more settings; made by calling it."""
    made = []

    def make(**settings):
        made.append(running(sqlite_url, tmp_path, **settings))
        return next(made[-1])

    yield make
    for one in made:
        with pytest.raises(StopIteration):
            next(one)
