"""How answers look: problem documents, prefix routing, and the access to shared state from routes."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

import sqlalchemy as sa
from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fitfolio.core.clock import Clock
from fitfolio.core.db import Database
from fitfolio.core.errors import CODES, AppError, is_storage_full

logger = logging.getLogger(__name__)

PROBLEM = "application/problem+json"
FIELDS_LIMIT = 50
"""Malformed fields that an answer names; a body of nothing but unknown fields has hundred thousands."""


@dataclass(frozen=True)
class State:
    """What routes may use; made once by the composition root and kept in `app.state.fitfolio`."""

    db: Database
    clock: Clock
    settings: Any
    jobs: Any


async def get_state(request: Request) -> State:
    """Dependency: the shared state. A plain function would cost every request a thread."""
    state: State = request.app.state.fitfolio
    return state


StateDep = Annotated[State, Depends(get_state)]


class PrefixRouter(APIRouter):
    """A router that is skipped at once when the path has another prefix.

    The framework scans included routers linearly; with this, a request costs the same
    whichever slice answers it. It also looks through a router's routes twice, to choose the router
    and to choose the route; one that has its prefix for itself is chosen by the prefix.
    """

    _known: ClassVar[list[PrefixRouter]] = []

    def __init__(self, *, prefix: str, tags: list[str | Any]) -> None:
        super().__init__(prefix=prefix, tags=tags)
        self.full_prefix = prefix
        self.shares_prefix = False
        for other in self._known:
            if prefix.startswith(other.full_prefix) or other.full_prefix.startswith(prefix):
                self.shares_prefix = other.shares_prefix = True
        self._known.append(self)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if not scope["path"].startswith(self.full_prefix):
            return Match.NONE, {}
        if self.shares_prefix:
            return super().matches(scope)
        return Match.FULL, {}


def problem(
    code: str, detail: str | None = None, headers: dict[str, str] | None = None, **extra: object
) -> JSONResponse:
    """An RFC 9457 document for a registered code."""
    status, meaning = CODES[code]
    return problem_with_status(status, code, detail or meaning, headers, **extra)


def problem_with_status(
    status: int, code: str, detail: str, headers: dict[str, str] | None = None, **extra: object
) -> JSONResponse:
    body = {"type": f"urn:fitfolio:error:{code}", "title": CODES[code][1], "status": status,
            "detail": detail, "code": code, **extra}  # fmt: skip
    return JSONResponse(body, status, headers, media_type=PROBLEM)


async def _app_error(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, AppError)  # noqa: S101  # registered for this class only
    return problem_with_status(
        error.status, error.code, error.detail, dict(error.headers), **error.extra
    )


async def _validation_error(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    # The rejected input is not echoed: it may be a secret, or a NaN that JSON cannot hold.
    fields = [
        {"field": ".".join(str(part) for part in item["loc"][1:])[:200], "message": item["msg"]}
        for item in error.errors()[:FIELDS_LIMIT]
    ]
    first = fields[0] if fields else {"field": "", "message": "not valid"}
    detail = f"{first['field'] or 'The request'}: {first['message']}."
    return problem("request.invalid", detail, fields=fields)


_BY_STATUS = {
    403: "request.csrf", 404: "request.not_found", 405: "request.method_not_allowed",
    413: "request.too_large", 422: "request.invalid",
}  # fmt: skip


async def _http_exception(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101
    # 400 is the framework's word for a body that is no JSON: as malformed as any other.
    status = 422 if error.status_code == 400 else error.status_code
    code = _BY_STATUS.get(status, "server.failed")
    headers = dict(error.headers) if error.headers else None
    return problem_with_status(status, code, CODES[code][1], headers)


def _is_busy(error: sa.exc.DBAPIError) -> bool:
    text = str(error.orig).lower()
    return error.connection_invalidated or any(
        word in text for word in ("locked", "busy", "connection", "timeout", "server closed")
    )


async def _database_error(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, sa.exc.DBAPIError)  # noqa: S101
    if is_storage_full(error):
        logger.error("storage full", exc_info=error)
        return problem("server.storage_full")
    if _is_busy(error):
        logger.error("database busy or out of reach", exc_info=error)
        return problem("server.busy", headers={"Retry-After": "2"})
    return await _unexpected(_request, error)


async def _no_connection(_request: Request, error: Exception) -> JSONResponse:
    logger.error("every database connection is in use", exc_info=error)
    return problem("server.busy", headers={"Retry-After": "2"})


async def _system_error(request: Request, error: Exception) -> JSONResponse:
    if is_storage_full(error):
        logger.error("storage full", exc_info=error)
        return problem("server.storage_full")
    return await _unexpected(request, error)


async def _unexpected(_request: Request, error: Exception) -> JSONResponse:
    logger.error("unhandled error", exc_info=error)
    return problem("server.failed")


class LastResort:
    """Middleware: what no handler took becomes a 500 that says nothing.

    The framework's own place for it lies outside every middleware: its answer would have no security
    headers and no request id, and it raises the error again, so that it would be logged twice.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def send_noting(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, send_noting)
        except Exception:
            if scope["type"] != "http" or started:
                raise
            logger.exception("unhandled error")
            await problem("server.failed")(scope, receive, send)


def install_error_handlers(app: FastAPI) -> None:
    """Render every expected failure as a problem document; `LastResort` renders the others."""
    app.add_exception_handler(AppError, _app_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_exception)
    app.add_exception_handler(sa.exc.DBAPIError, _database_error)
    app.add_exception_handler(sa.exc.TimeoutError, _no_connection)
    app.add_exception_handler(OSError, _system_error)


def problem_responses(codes: Sequence[str]) -> dict[int | str, dict[str, Any]]:
    """`responses=` of a route: its documented failures by status, each with its codes."""
    by_status: dict[int, list[str]] = {}
    for code in codes:
        by_status.setdefault(CODES[code][0], []).append(code)
    return {
        status: {
            "description": "; ".join(f"`{code}`: {CODES[code][1]}" for code in group),
            "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status, group in by_status.items()
    }
