"""A route whose usual requests go past the framework's reading of them.

The framework reads a body, solves dependencies and checks each value by itself, in general and anew
for every request: twice the cost of what the hottest write then does. A `DirectRoute` is declared
and documented like any other, with the path's ids, `body`, `viewer` and `state` as parameters; a
request in good order is checked by the same model and handed over at once. Anything else, down to a
content type with a charset, takes the framework's way, which says what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import msgspec
from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.requests import ClientDisconnect

from fitfolio.auth.access import require_viewer
from fitfolio.core.http import State
from fitfolio.core.ids import is_uuid

_Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class DirectRoute(APIRoute):
    """For functions `(ids of the path…, body, viewer, state)` that return a `Response`."""

    def get_route_handler(self) -> _Handler:
        framework = super().get_route_handler()
        answer: Callable[..., Coroutine[Any, Any, Response]] = self.endpoint
        body_field = self.body_field
        assert body_field is not None  # noqa: S101  # a route of this kind has a body
        validate = body_field.field_info.annotation.__pydantic_validator__.validate_python  # type: ignore[union-attr]

        async def handle(request: Request) -> Response:
            ids = request.path_params
            if request.headers.get("content-type") != "application/json" or not all(
                map(is_uuid, ids.values())
            ):
                return await framework(request)
            try:
                # No text, no JSON, or refused by the model: all of them are ValueErrors.
                body = validate(msgspec.json.decode(await request.body()))
            except (ValueError, RecursionError, ClientDisconnect):
                return await framework(request)
            state: State = request.app.state.fitfolio
            viewer = await require_viewer(request, state)
            return await answer(**ids, body=body, viewer=viewer, state=state)

        return handle
