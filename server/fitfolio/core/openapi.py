"""The OpenAPI document: byte-stable, with the problem shape described once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

PROBLEM_SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "description": "RFC 9457 problem document. Programs switch on `code`; `detail` is a sentence.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
    },
}


def install_openapi(app: FastAPI, messages: Sequence[type[BaseModel]]) -> None:
    """Make `app.openapi()` describe problems instead of the framework's own 422 shape.

    `messages` travel over sockets, which OpenAPI has no place for: they join the components.
    """

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = get_openapi(
                title=app.title, version=app.version, summary=app.summary, routes=app.routes,
                license_info=app.license_info,
            )  # fmt: skip
            schemas = document.setdefault("components", {}).setdefault("schemas", {})
            schemas.pop("HTTPValidationError", None)
            schemas.pop("ValidationError", None)
            schemas["Problem"] = PROBLEM_SCHEMA
            for message in messages:
                schemas[message.__name__] = message.model_json_schema(mode="serialization")
            for path in document.get("paths", {}).values():
                for operation in path.values():
                    if "422" in operation["responses"]:
                        operation["responses"]["422"] = {
                            "description": "`request.invalid`: malformed payload",
                            "content": {
                                "application/problem+json": {
                                    "schema": {"$ref": "#/components/schemas/Problem"}
                                }
                            },
                        }
            app.openapi_schema = document
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # the framework's documented way
