"""What the tests of permissions go by: every operation, a body for each, and one of everything owned."""

from __future__ import annotations

from typing import Any, NamedTuple

from fitfolio.app import create_app
from fitfolio.core.ids import uuid7
from fitfolio.settings import Settings
from tests.imports.test_service import STRONG, upload
from tests.programs.builders import a_template
from tests.programs.program_builders import (
    FIVES,
    a_fact,
    a_program,
    a_version,
    an_enrolment,
    follow,
    post,
)
from tests.push.builders import a_subscription
from tests.sharing.builders import a_copy, a_share
from tests.support.authenticator import Authenticator
from tests.sync.operations import PUSH, a_push
from tests.timers.builders import a_timer
from tests.workouts.builders import MISSING, a_set, a_workout, an_entry, create

MALFORMED = ("1", "not-an-id", MISSING.upper() + "A", "..%2f..%2fme", "%00")
PUBLIC = {
    ("GET", "/api/v1/auth/config"),
    ("POST", "/api/v1/auth/magic-link/start"),
    ("POST", "/api/v1/auth/magic-link/verify"),
    ("POST", "/api/v1/auth/logout"),
    ("GET", "/api/v1/shared/{token}"),
    ("POST", "/api/v1/auth/email/verify"),
    ("POST", "/api/v1/auth/email/resend-verification"),
    ("POST", "/api/v1/auth/webauthn/authenticate/start"),
    ("POST", "/api/v1/auth/webauthn/authenticate/finish"),
    ("POST", "/api/v1/auth/oidc/start"),
    ("GET", "/api/v1/auth/oidc/callback"),
}
WITHOUT_TOKEN = {
    "/api/v1/auth/email/verify",
    "/api/v1/auth/email/resend-verification",
    "/api/v1/auth/magic-link/start",
    "/api/v1/auth/magic-link/verify",
    "/api/v1/auth/oidc/start",
    "/api/v1/auth/webauthn/authenticate/start",
    "/api/v1/auth/webauthn/authenticate/finish",
}
"""Signing in is proven by the link; a browser with half of its cookies must be able to."""


class Operation(NamedTuple):
    """One method of one path, with the names of the ids in the path."""

    method: str
    path: str
    ids: tuple[str, ...]
    has_body: bool

    def url(self, ids: dict[str, str]) -> str:
        """The address with ids filled in."""
        return self.path.format_map(ids)


def description() -> dict[str, Any]:
    """What the API says about itself."""
    app = create_app(Settings(database_url="sqlite:///never-opened.sqlite3"), run_jobs=False)
    app.state.fitfolio.db.close()
    return app.openapi()


def operations() -> list[Operation]:
    """Everything the API's description lists."""
    found = []
    for path, methods in description()["paths"].items():
        for method, item in methods.items():
            ids = [one["name"] for one in item.get("parameters", []) if one["in"] == "path"]
            found.append(Operation(method.upper(), path, tuple(ids), "requestBody" in item))
    return found


OPERATIONS = operations()
ISSUERS_ANSWER = "/api/v1/auth/oidc/callback"
"""The one GET that acts and leads on: where an OpenID issuer sends a browser that has just been sent to it."""

EVERYBODYS = {"slug", "token"}
"""Names in paths that stand for the same thing for everybody."""

ADMINISTRATION = [item for item in OPERATIONS if item.path.startswith("/api/v1/admin/")]
WITH_IDS = [
    item for item in OPERATIONS if set(item.ids) - EVERYBODYS and item not in ADMINISTRATION
]
ASKED = {("GET", "/api/v1/enrolments/{enrolment_id}/changes"): ("workout_id",)}
"""Ids that some must be asked with."""
PRIVATE = [item for item in OPERATIONS if (item.method, item.path) not in PUBLIC]
CHANGING = [item for item in OPERATIONS if item.method != "GET"]


def a_metric() -> dict[str, Any]:
    return {
        "id": uuid7(), "metric": "weight", "measured_at": "2026-11-10T09:00:00Z", "value": 80.0,
        "unit": "kg",
    }  # fmt: skip


def a_token() -> dict[str, Any]:
    return {"name": "Secret script", "scopes": ["read"], "expires_at": None}


def an_assertion() -> dict[str, Any]:
    return {"challenge_id": uuid7(), "credential": {"id": "x", "response": {}}}


BODIES: dict[tuple[str, str], Any] = {
    ("PATCH", "/api/v1/auth/me"): lambda: {"display_name": "Eve"},
    ("POST", "/api/v1/auth/magic-link/start"): lambda: {"email": "eve@example.org"},
    ("POST", "/api/v1/auth/magic-link/verify"): lambda: {"token": "x"},
    ("POST", "/api/v1/admin/invitations"): lambda: {"email": "new@example.org"},
    ("POST", "/api/v1/admin/lockouts/clear"): lambda: {"email": "new@example.org"},
    ("POST", "/api/v1/admin/mail/test"): lambda: {"email": "new@example.org"},
    ("PUT", "/api/v1/admin/users/{user_id}/role"): lambda: {"role": "user"},
    ("POST", "/api/v1/auth/account/delete"): lambda: {"email": "nobody@example.org"},
    ("POST", "/api/v1/auth/email/change"): lambda: {"email": "new@example.org"},
    ("POST", "/api/v1/auth/email/resend-verification"): lambda: {"email": "eve@example.org"},
    ("POST", "/api/v1/auth/email/verify"): lambda: {"token": "x"},
    ("POST", "/api/v1/auth/tokens"): a_token,
    ("POST", "/api/v1/auth/oidc/start"): lambda: {"next": "/"},
    ("POST", "/api/v1/auth/proof/verify"): lambda: {"code": "000000"},
    ("POST", "/api/v1/auth/webauthn/authenticate/finish"): an_assertion,
    ("POST", "/api/v1/auth/webauthn/prove/finish"): an_assertion,
    ("POST", "/api/v1/auth/webauthn/register/finish"): an_assertion,
    ("PATCH", "/api/v1/auth/webauthn/credentials/{passkey_id}"): lambda: {"nickname": "Mine"},
    ("POST", "/api/v1/exercises"): lambda: {"id": uuid7(), "name": "Own"},
    ("PATCH", "/api/v1/exercises/{exercise_id}"): lambda: {"name": "Taken over"},
    ("PATCH", "/api/v1/exercises/{exercise_id}/preferences"): lambda: {"favourite": True},
    ("POST", "/api/v1/imports"): lambda: None,
    ("PATCH", "/api/v1/imports/{import_id}"): lambda: {"unit": "lb"},
    ("POST", "/api/v1/metrics"): a_metric,
    ("PATCH", "/api/v1/metrics/{metric_id}"): lambda: {"value": 1.0},
    ("PUT", "/api/v1/push/subscriptions"): a_subscription,
    ("PUT", "/api/v1/rest-timer"): a_timer,
    ("POST", "/api/v1/programs"): a_program,
    ("POST", "/api/v1/programs/check"): lambda: {"text": FIVES},
    ("POST", "/api/v1/programs/preview"): lambda: {"text": FIVES},
    ("PATCH", "/api/v1/programs/{program_id}"): lambda: {"title": "Taken over"},
    ("POST", "/api/v1/program-versions"): lambda: a_version(uuid7()),
    ("POST", "/api/v1/enrolments"): lambda: an_enrolment(uuid7(), uuid7()),
    ("PATCH", "/api/v1/enrolments/{enrolment_id}"): lambda: {"name": "Taken over"},
    ("POST", "/api/v1/enrolments/{enrolment_id}/facts"): a_fact,
    ("POST", "/api/v1/templates"): a_template,
    ("PATCH", "/api/v1/templates/{template_id}"): lambda: {"name": "Taken over"},
    ("POST", "/api/v1/shares"): lambda: a_share(program_id=uuid7()),
    ("PATCH", "/api/v1/shares/{share_id}"): lambda: {"on_shelf": True},
    ("POST", "/api/v1/shared/{token}/copy"): a_copy,
    ("POST", "/api/v1/sync/operations"): lambda: a_push(("workouts.create", {}, a_workout())),
    ("POST", "/api/v1/workouts"): a_workout,
    ("PATCH", "/api/v1/workouts/{workout_id}"): lambda: {"title": "Taken over"},
    ("POST", "/api/v1/workouts/{workout_id}/exercises"): lambda: an_entry(a_set()),
    ("POST", "/api/v1/workouts/{workout_id}/exercises/order"): lambda: {"ids": [uuid7()]},
    ("PATCH", "/api/v1/workouts/{workout_id}/exercises/{entry_id}"): lambda: {"notes": "x"},
    ("POST", "/api/v1/workouts/{workout_id}/exercises/{entry_id}/sets"): a_set,
    ("PATCH", "/api/v1/workouts/{workout_id}/sets/{set_id}"): lambda: {"reps": 1},
}
"""A believable body for every operation that takes one."""

DONE_ALREADY = {("DELETE", "/api/v1/rest-timer/{timer_id}")}
"""Stopping what does not run: nothing happens, whoever's it is."""

EMPTY_FOR_UNKNOWN = {("GET", "/api/v1/exercises/{exercise_id}/sessions")}
"""A list of an exercise nobody trained: empty, whoever's exercise it is."""

OWNED = {
    "workout_id",
    "entry_id",
    "set_id",
    "exercise_id",
    "metric_id",
    "import_id",
    "template_id",
    "program_id",
    "version_id",
    "enrolment_id",
    "fact_id",
    "share_id",
    "timer_id",
    "recovered_id",
    "session_id",
    "passkey_id",
    "token_id",
    "identity_id",
}


def belongings(person: Any) -> dict[str, str]:
    """One of everything, with its ids under the names the paths use."""
    client = person.client
    exercise = {"id": uuid7(), "name": "Secret lift"}
    assert client.post("/api/v1/exercises", json=exercise).status_code == 201
    entry = an_entry(a_set(notes="secret"), exercise_id=exercise["id"])
    workout = create(client, entry, title="Secret workout")
    metric = a_metric()
    assert client.post("/api/v1/metrics", json=metric).status_code == 201
    template = a_template(exercise_id=exercise["id"]) | {"name": "Secret template"}
    assert client.post("/api/v1/templates", json=template).status_code == 201
    enrolment = follow(client, name="Secret enrolment")
    program_id, enrolment_id = enrolment["program_id"], enrolment["id"]
    change = {"title": "Secret program", "draft_text": "secret draft"}
    assert client.patch(f"/api/v1/programs/{program_id}", json=change).status_code == 200
    fact = a_fact()
    post(client, f"enrolments/{enrolment_id}/facts", fact)
    share = post(client, "shares", a_share(program_id=program_id, author_name="Secret"))
    timer = a_timer() | {"next": "secret"}
    assert client.put("/api/v1/rest-timer", json=timer).status_code == 200
    import_id = upload(person, STRONG)
    return {
        "workout_id": workout["id"],
        "entry_id": workout["exercises"][0]["id"],
        "set_id": workout["exercises"][0]["sets"][0]["id"],
        "exercise_id": exercise["id"],
        "metric_id": metric["id"],
        "import_id": import_id,
        "template_id": template["id"],
        "program_id": program_id,
        "version_id": enrolment["program_version_id"],
        "enrolment_id": enrolment_id,
        "fact_id": fact["id"],
        "share_id": share["id"],
        "token": share["token"],
        "timer_id": timer["id"],
        "recovered_id": lose_a_value(client, workout),
        # What administrators name: nobody's, so that nothing happens to whoever asks.
        "user_id": uuid7(),
        "invitation_id": uuid7(),
        "mail_id": uuid7(),
        # Made by an issuer only; the tests of signing in through one have somebody else's.
        "identity_id": uuid7(),
        "passkey_id": a_passkey(client),
        "token_id": client.post("/api/v1/auth/tokens", json=a_token()).json()["id"],
        "session_id": client.get("/api/v1/auth/sessions").json()["sessions"][0]["id"],
    }


def a_passkey(client: Any) -> str:
    """The id of a new passkey of the account."""
    base = "/api/v1/auth/webauthn/register"
    started = client.post(f"{base}/start").json()
    credential = Authenticator("http://localhost").create(started["options"])
    body = {"challenge_id": started["challenge_id"], "credential": credential}
    answer = client.post(f"{base}/finish", json=body | {"nickname": "Secret key"})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["credential_id"])


def lose_a_value(client: Any, workout: dict[str, Any]) -> str:
    """Two devices name the workout without knowing of each other; the id of the name that lost."""
    for title, stamp in (("Secret name", 2), ("Other name", 1)):
        operation = ("workouts.change", {"workout_id": workout["id"]}, {"title": title})
        answer = client.post(PUSH, json=a_push(operation, stamp=stamp))
        assert answer.json()["results"][0]["status"] == "applied", answer.text
    listed = client.get("/api/v1/sync/recovered").json()["recovered"]
    (lost,) = (item["id"] for item in listed if item["workout_id"] == workout["id"])
    return lost


def everything(client: Any) -> list[Any]:
    """All a person can see of what is theirs; revisions are among it."""
    feed = client.get("/api/v1/sync", params={"limit": 500}).json()["changes"]
    timer = client.get("/api/v1/rest-timer").json()
    imports, records = client.get("/api/v1/imports").json(), client.get("/api/v1/records").json()
    return [feed, timer, imports, records, client.get("/api/v1/shares").json()]


def call(client: Any, operation: Operation, ids: dict[str, str]) -> Any:
    body = BODIES[operation.method, operation.path]() if operation.has_body else None
    params = {name: ids[name] for name in ASKED.get((operation.method, operation.path), ())}
    return client.request(operation.method, operation.url(ids), json=body, params=params)
