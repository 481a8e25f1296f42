"""`/api/v1/shares`: one's own links; `/api/v1/shelf`, `/api/v1/shared` and what became of a copy's source."""

from __future__ import annotations

import hashlib
from typing import Annotated

from fastapi import Header, Path, Response

from fitfolio.auth.access import ViewerDep
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.limits import Rule
from fitfolio.core.schemas import EntityId
from fitfolio.sharing import copying, service
from fitfolio.sharing.schemas import (
    CopyRead,
    CopyRequest,
    ShareChange,
    ShareCreate,
    SharedRead,
    ShareList,
    ShareRead,
    Shelf,
    UpstreamRead,
)

router = PrefixRouter(prefix="/api/v1/shares", tags=["shares"])
shelf_router = PrefixRouter(prefix="/api/v1/shelf", tags=["shelf"])
shared_router = PrefixRouter(prefix="/api/v1/shared", tags=["shared"])
upstream_router = PrefixRouter(prefix="/api/v1/programs", tags=["programs"])

RULES = (
    Rule("shared pages", "/p/*", 120),
    Rule("shared copies", "/api/v1/shared/*", 30, method="POST"),
    Rule("shared", "/api/v1/shared/*", 120),
)
"""Whoever has no account may ask this often [per minute]."""

LIST = problem_responses(["auth.required"])
_WRITE = ["auth.required", "request.csrf"]
_EXPIRY = ["shares.already_expired", "shares.one_subject", "program_versions.not_found"]
CREATE = problem_responses(
    [*_WRITE, "shares.id_taken", "shares.too_many", "shares.nothing_to_share",
     "programs.not_found", "templates.not_found", *_EXPIRY]
)  # fmt: skip
CHANGE = problem_responses([*_WRITE, "shares.not_found", "shares.revoked", *_EXPIRY])
WRITE = problem_responses([*_WRITE, "shares.not_found"])
SHARED = problem_responses(["shared.not_found", "request.rate_limited"])
COPY = problem_responses(
    [*_WRITE, "shared.not_found", "programs.id_taken", "programs.too_many",
     "program_versions.id_taken", "templates.id_taken", "templates.too_many",
     "request.rate_limited"]
)  # fmt: skip
UPSTREAM = problem_responses(["auth.required", "programs.not_found", "shares.no_upstream"])

Token = Annotated[str, Path(max_length=64)]


@router.get("", operation_id="shares.list", responses=LIST)
async def list_shares(viewer: ViewerDep, state: StateDep) -> ShareList:
    """One's own links, newest first, revoked ones included."""
    now = state.clock.now_ms()
    return await state.db.read_heavy(service.list_shares, viewer.id, state.settings.base_url, now)


@router.post("", operation_id="shares.create", status_code=201, responses=CREATE)
async def create_share(body: ShareCreate, viewer: ViewerDep, state: StateDep) -> ShareRead:
    """Make a link to a program or a template. Who has it may read and copy what is behind it."""
    now = state.clock.now_ms()
    return await state.db.write(service.create_share, viewer.id, body, state.settings.base_url, now)


@router.patch("/{share_id}", operation_id="shares.change", responses=CHANGE)
async def change_share(
    share_id: EntityId, body: ShareChange, viewer: ViewerDep, state: StateDep
) -> ShareRead:
    """Change the fields that are sent."""
    now = state.clock.now_ms()
    return await state.db.write(
        service.change_share, viewer.id, share_id, body, state.settings.base_url, now
    )


@router.delete("/{share_id}", operation_id="shares.revoke", status_code=204, responses=WRITE)
async def revoke_share(share_id: EntityId, viewer: ViewerDep, state: StateDep) -> None:
    """Close a link for good. Copies stay with those who made them."""
    await state.db.write(service.revoke_share, viewer.id, share_id, state.clock.now_ms())


@shelf_router.get("", operation_id="shelf.list", responses=LIST)
async def list_shelf(viewer: ViewerDep, state: StateDep) -> Shelf:
    """What people of this instance show each other."""
    now = state.clock.now_ms()
    return await state.db.read_heavy(copying.list_shelf, viewer.id, state.settings.base_url, now)


@shared_router.get(
    "/{token}", operation_id="shared.get", response_model=SharedRead, responses=SHARED
)
async def get_shared(
    token: Token,
    state: StateDep,
    if_none_match: Annotated[str, Header(include_in_schema=False)] = "",
) -> Response:
    """What is behind a link, for everybody who has it."""
    now = state.clock.now_ms()
    found = await state.db.read_heavy(copying.read_shared, token, state.settings.base_url, now)
    return cached(found.model_dump_json(), "application/json", if_none_match)


@shared_router.post("/{token}/copy", operation_id="shared.copy", status_code=201, responses=COPY)
async def copy_shared(
    token: Token, body: CopyRequest, viewer: ViewerDep, state: StateDep
) -> CopyRead:
    """Copy what is behind a link into the viewer's account."""
    now = state.clock.now_ms()
    return await state.db.write(copying.copy_shared, viewer, token, body, now)


@upstream_router.get(
    "/{program_id}/upstream", operation_id="programs.get_upstream", responses=UPSTREAM
)
async def get_upstream(program_id: EntityId, viewer: ViewerDep, state: StateDep) -> UpstreamRead:
    """Whether the source of a copy has changed since it was taken over, and how."""
    now = state.clock.now_ms()
    return await state.db.read_heavy(copying.read_upstream, viewer.id, program_id, now)


def cached(body: str, media_type: str, if_none_match: str, **headers: str) -> Response:
    """An answer that may be kept for a minute and is revalidated by what it says."""
    etag = f'"{hashlib.sha256(body.encode()).hexdigest()[:20]}"'
    # No longer: a revoked link must be gone soon, in whichever cache it is.
    named = {"ETag": etag, "Cache-Control": "public, max-age=60", **headers}
    if etag in if_none_match:
        return Response(status_code=304, headers=named)
    return Response(body, headers=named, media_type=media_type)
