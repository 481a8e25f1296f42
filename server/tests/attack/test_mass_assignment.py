"""Fields that are not the client's to set; which there are comes from the description and the tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fitfolio.core.schema import metadata
from fitfolio.sync.operations import OPERATIONS as OPERATIONS_TO_PUSH
from tests.permission_cases import BODIES, OPERATIONS, belongings, description, everything
from tests.sync.operations import PUSH, a_push, example_body

COLUMNS = sorted({column.name for table in metadata.sorted_tables for column in table.columns})
CREDENTIALS = {"NewPasskey.credential", "PasskeyAnswer.credential"}
"""What an authenticator says is read by the WebAuthn library, of which nothing is stored by its name."""


def objects(schema: Any, parts: dict[str, Any], seen: set[str], where: str) -> Iterator[Any]:
    """Every object a schema may hold, by the name of the component it belongs to."""
    if isinstance(schema, list):
        for item in schema:
            yield from objects(item, parts, seen, where)
    if not isinstance(schema, dict):
        return
    name = schema.get("$ref", "").rpartition("/")[2]
    if name and name not in seen:
        seen.add(name)
        yield from objects(parts[name], parts, seen, name)
    if schema.get("type") == "object":
        yield where, schema
    for key in ("anyOf", "oneOf", "allOf", "items", "additionalProperties"):
        yield from objects(schema.get(key), parts, seen, where)
    for inner in schema.get("patternProperties", {}).values():
        yield from objects(inner, parts, seen, where)
    for field, inner in schema.get("properties", {}).items():
        yield from objects(inner, parts, seen, f"{where}.{field}")


def test_every_object_in_every_request_body_refuses_fields_it_does_not_know():
    document = description()
    parts = document["components"]["schemas"]
    bodies = [
        item["requestBody"]["content"]["application/json"]["schema"]
        for path in document["paths"].values()
        for item in path.values()
        if "application/json" in item.get("requestBody", {}).get("content", {})
    ]
    found = list(objects(bodies, parts, set(), ""))
    assert len(found) >= 45
    for where, schema in found:
        if schema.get("additionalProperties") is False:
            continue
        # A map of the client's own names: of a limited size, to values of a known kind.
        assert schema["maxProperties"] <= 5000, where
        values = schema.get("patternProperties") or schema["additionalProperties"]
        assert values is not True or where in CREDENTIALS, where


def slipped_in(body: Any, fields: dict[str, Any]) -> Iterator[Any]:
    """The body with the fields in it, and in each object inside it."""
    if isinstance(body, dict):
        yield body | {name: value for name, value in fields.items() if name not in body}
        for key, inner in body.items():
            yield from (body | {key: changed} for changed in slipped_in(inner, fields))
    elif isinstance(body, list) and body:
        yield from ([changed, *body[1:]] for changed in slipped_in(body[0], fields))


def taken(document: dict[str, Any], schema: Any) -> set[str]:
    """The fields a body may have."""
    (reference,) = [one["$ref"] for one in schema.get("anyOf", [schema]) if "$ref" in one]
    name = reference.rpartition("/")[2]
    return set(document["components"]["schemas"][name]["properties"])


def test_no_body_takes_the_name_of_a_column_that_it_does_not_list(sqlite_server):
    """`user_id`, `rev`, `is_admin`, `token_hash` and every other column there is or will be."""
    eve = sqlite_server.sign_in()
    mine, document = belongings(eve), description()
    before = everything(eve.client)
    for item in OPERATIONS:
        if not item.has_body or item.path == "/api/v1/imports":
            continue
        content = document["paths"][item.path][item.method.lower()]["requestBody"]["content"]
        known = taken(document, content["application/json"]["schema"])
        foreign = [name for name in COLUMNS if name not in known]
        assert {"user_id", "rev", "token_hash"} <= set(foreign) | known
        for start in range(0, len(foreign), 40):
            some = dict.fromkeys(foreign[start : start + 40], "1")
            body = BODIES[item.method, item.path]() | some
            answer = eve.client.request(item.method, item.url(mine), json=body)
            assert answer.status_code == 422, f"{item.method} {item.path}"
            named = {one["field"] for one in answer.json()["fields"]}
            assert named >= set(some), f"{item.method} {item.path}"
    assert everything(eve.client) == before


def test_no_object_inside_a_body_takes_them_either(sqlite_server):
    eve = sqlite_server.sign_in()
    mine = belongings(eve)
    before = everything(eve.client)
    fields = dict.fromkeys(("user_id", "owner_id", "rev", "is_admin", "created_at", "load_kg"), "1")
    for item in OPERATIONS:
        if item.has_body and item.path not in {"/api/v1/imports", PUSH}:
            for body in slipped_in(BODIES[item.method, item.path](), fields):
                answer = eve.client.request(item.method, item.url(mine), json=body)
                refused = answer.status_code in {400, 422}
                assert refused, f"{item.method} {item.path} {body}: {answer.text}"
    assert everything(eve.client) == before


def test_nothing_that_is_pushed_takes_them_either(sqlite_server):
    eve = sqlite_server.sign_in()
    mine = belongings(eve)
    before = everything(eve.client)
    for name, operation in OPERATIONS_TO_PUSH.items():
        body = example_body(name, mine)
        if body is None:
            continue
        path = {key: mine[key] for key in operation.path}
        for field in ("user_id", "rev", "is_admin", "source", "import_id"):
            pushed = a_push((name, path, body | {field: "1"}))
            (result,) = eve.client.post(PUSH, json=pushed).json()["results"]
            assert (result["status"], result["code"]) == ("refused", "request.invalid"), name
    assert everything(eve.client) == before


def test_a_person_cannot_become_an_administrator_by_any_field(sqlite_server):
    sqlite_server.sign_in("ada@example.org")
    eve = sqlite_server.sign_in("eve@example.org")
    for field in ("is_admin", "role", "is_active", "is_email_verified", "email", "paused_at"):
        answer = eve.client.patch("/api/v1/auth/me", json={field: True})
        assert answer.status_code == 422, field
    assert eve.client.get("/api/v1/auth/me").json()["is_admin"] is False
