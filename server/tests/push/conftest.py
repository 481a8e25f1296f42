from __future__ import annotations

import pytest

from tests.conftest import make_settings, start_server
from tests.push.push_service import run_push_service


@pytest.fixture
def push_service():
    """A push service for servers whose clock is set by hand."""
    with run_push_service(clock_is_set=True) as service:
        yield service


@pytest.fixture
def server(database_url, tmp_path):
    """A server that may talk to the loopback."""
    yield from start_server(make_settings(database_url, tmp_path, push_allow_private=True))
