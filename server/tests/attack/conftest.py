"""A real web server for attacks on the transport, and answers of everybody's for attacks on the rest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.live.conftest import Running, run_server


@pytest.fixture
def running(sqlite_url, tmp_path) -> Iterator[Running]:
    """The product's own web server on loopback; what is attacked through it knows no database."""
    with run_server(sqlite_url, tmp_path) as found:
        yield found
