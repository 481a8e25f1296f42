"""The API against its own description: made-up requests, sensible and malformed, over HTTP.

No failure (5xx), no status, body or media type that the description does not name, and nothing
malformed taken for good: each operation by itself, signed in as an administrator and not signed in,
and sequences in which what one answer made is used by the next request. Short in every run;
FITFOLIO_TEST_LONG=1 tries many times as much.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi import checks

from fitfolio.app import create_app
from fitfolio.auth import sessions, sign_in
from fitfolio.auth.caller import Caller
from fitfolio.core.clock import SystemClock
from fitfolio.core.db import Database
from fitfolio.core.origin import csrf_token
from fitfolio.core.web_server import web_server_config
from tests.conftest import make_settings, sqlite_copy
from tests.permission_cases import belongings, description
from tests.workouts.builders import library_id

pytestmark = pytest.mark.long

LONG = bool(os.environ.get("FITFOLIO_TEST_LONG"))
EXAMPLES = 80 if LONG else 6
SEQUENCES, STEPS = (400, 12) if LONG else (12, 6)
QUIET: Any = {"deadline": None, "derandomize": True, "database": None,
              "suppress_health_check": list(HealthCheck)}  # fmt: skip
EXCLUDED = [
    # The rules of the domain (no workout tomorrow, no body of 900 kg) are no part of a schema.
    checks.positive_data_acceptance,
    # The framework names only the methods of the first route at an address.
    checks.allow_header_conformance,
    # "/workouts/calendar" asked with a method it lacks is "/workouts/{id}" with a wrong id.
    checks.unsupported_method,
]

TAKES_ANYTHING = {
    # Any bytes are a file, none as well; what is in it is told later.
    "/api/v1/imports",
    # No body, or the null that says the same.
    "/api/v1/admin/mail/test",
}

schema = schemathesis.openapi.from_dict(description())
# Signing out would end the session all other requests need; it has tests of its own.
schema = schema.exclude(operation_id=["auth.logout", "auth.pause_account"])


@dataclass(frozen=True)
class Served:
    """A running server, what makes a request one of somebody signed in, and what they have."""

    url: str
    headers: dict[str, str]
    kept: dict[str, str]
    disposable: dict[str, str]


def new_session(db: Database) -> str:
    """The secret of a new session of a new person."""
    now = SystemClock().now_ms()
    secrets = db.write_now(sign_in.make_sign_in, "ada@example.org", now)
    terms = sessions.SessionTerms(10**9, 10**9)
    session = db.write_now(
        sign_in.verify_token, secrets.token, now, terms, caller=Caller(), signup="open"
    )
    assert session is not None
    return session.secret


@dataclass(frozen=True)
class Person:
    """What `belongings` asks of somebody."""

    client: httpx2.Client


@pytest.fixture(scope="module")
def served(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("contract")
    app = create_app(make_settings(sqlite_copy(sqlite_template, folder), folder))
    config = web_server_config(app, https=False)
    config.port = 0
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.02)
    url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    secret = new_session(app.state.fitfolio.db)
    headers = {"Cookie": f"ff_sess={secret}", "X-CSRF-Token": csrf_token(secret)}
    with httpx2.Client(base_url=url, headers=headers) as client:
        kept, disposable = belongings(Person(client)), belongings(Person(client))
    yield Served(url, headers, kept, disposable)
    server.should_exit = True
    thread.join()


def real(part: Any, key: str = "") -> Any:
    """A body in which what a schema cannot describe is real: exercises and time zones."""
    match part:
        case dict():
            return {name: real(value, name) for name, value in part.items()}
        case list():
            return [real(value) for value in part]
        case str() if key == "exercise_id":
            return library_id()
        case str() if key == "time_zone":
            return "Europe/Berlin"
    return part


def excluded_for(case: schemathesis.Case) -> list[Any]:
    """The checks that say nothing about this operation."""
    return [*EXCLUDED, *([checks.negative_data_rejection] if case.path in TAKES_ANYTHING else [])]


def of_a_route(response: Any) -> bool:
    """Whether the request got to a route: one of more than 64 KiB before its body does not."""
    codes = (b"request.unreadable", b"request.headers_too_large")
    return not (
        response.status_code in {400, 431} and any(one in response.content for one in codes)
    )


@schema.parametrize()
@settings(max_examples=EXAMPLES, **QUIET)
def test_the_api_does_what_its_description_says_whoever_asks(case, served):
    if case.meta.generation.mode.is_positive:
        # Made-up ids would never get past "not found".
        owned = served.disposable if case.method == "DELETE" else served.kept
        case.path_parameters.update(
            {name: owned[name] for name in case.path_parameters if name in owned}
        )
        case.body = real(case.body)
    for headers in (served.headers, {}):
        response = case.call(base_url=served.url, headers=headers)
        if of_a_route(response):
            case.validate_response(response, excluded_checks=excluded_for(case))


def test_sequences_of_requests_are_answered_as_the_description_says(served):
    """Ids of one answer are used by the next request: created, read, changed, deleted, used again."""
    used: set[str] = set()

    class Sequence(schema.as_state_machine()):  # type: ignore[misc]  # made by the library
        def before_call(self, case: schemathesis.Case) -> None:
            if case.meta.generation.mode.is_positive:
                case.body = real(case.body)

        def get_call_kwargs(self, _case: schemathesis.Case) -> dict[str, Any]:
            return {"base_url": served.url, "headers": served.headers}

        def validate_response(
            self, response: Any, case: schemathesis.Case, *_args: Any, **_kwargs: Any
        ) -> None:
            if response.status_code < 300:
                used.add(f"{case.method} {case.path}")
            if of_a_route(response):
                case.validate_response(response, excluded_checks=excluded_for(case))

    Sequence.run(settings=settings(max_examples=SEQUENCES, stateful_step_count=STEPS, **QUIET))
    assert len(used) >= 8, used
