"""Where a request comes from, as the audit log and the list of devices show it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Self

from fastapi import Depends, Request

from fitfolio.core.logs import request_id

USER_AGENT_LIMIT = 512
ADDRESS_LIMIT = 64


@dataclass(frozen=True)
class Caller:
    """Address and browser of a request; `actor_id` is the account that acts, if one is known."""

    address: str = ""
    user_agent: str = ""
    request_id: str = ""
    actor_id: str | None = None

    def acting_as(self, account_id: str) -> Self:
        """The same caller as the account that the audit log shows as the one who acted."""
        return replace(self, actor_id=account_id)


HOST = Caller(address="command line", user_agent="fitfolio")
"""The person who can run commands where the server runs."""


def stored_text(text: str, limit: int) -> str:
    """A header as it may be stored: no control characters (logs, terminals), at most `limit` long."""
    kept = text[:limit]
    if kept.isprintable():
        return kept
    return "".join(char if char.isprintable() else " " for char in kept)


def caller_of(request: Request) -> Caller:
    """Where this request comes from."""
    return Caller(
        address=stored_text(request.scope.get("client_address", ""), ADDRESS_LIMIT),
        user_agent=stored_text(request.headers.get("user-agent", ""), USER_AGENT_LIMIT),
        request_id=stored_text(request_id.get(), 64),
    )


async def get_caller(request: Request) -> Caller:
    """Dependency: where this request comes from. A plain function would cost a thread."""
    return caller_of(request)


CallerDep = Annotated[Caller, Depends(get_caller)]
