"""`/p/…`: the public page of a link, its text, its QR code and the page's stylesheet."""

from __future__ import annotations

from typing import Annotated

from fastapi import Header, Response

from fitfolio.core.http import PrefixRouter, StateDep
from fitfolio.sharing.errors import SharedNotFound
from fitfolio.sharing.opening import open_share
from fitfolio.sharing.page import gone_page, qr_svg, shared_page, stylesheet
from fitfolio.sharing.page_texts import language_of
from fitfolio.sharing.routes import cached
from fitfolio.sharing.service import page_url

router = PrefixRouter(prefix="/p", tags=["pages"])

HTML = "text/html; charset=utf-8"
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""Stricter than the app's: there is no script on the page, and none may come to it."""

POLICY = {"Content-Security-Policy": CONTENT_SECURITY_POLICY, "X-Robots-Tag": "noindex"}
METHODS = ["GET", "HEAD"]

Asked = Annotated[str, Header(alias="If-None-Match")]
Languages = Annotated[str, Header(alias="Accept-Language")]


@router.api_route("/page.css", methods=METHODS, include_in_schema=False)
async def get_stylesheet(if_none_match: Asked = "") -> Response:
    """The page's stylesheet."""
    return cached(stylesheet(), "text/css; charset=utf-8", if_none_match)


@router.api_route("/{token}.txt", methods=METHODS, include_in_schema=False)
async def get_text(
    token: str, state: StateDep, if_none_match: Asked = "", accept_language: Languages = ""
) -> Response:
    """The text of a program as a file."""
    try:
        shared = await state.db.read_heavy(open_share, token, state.clock.now_ms())
    except SharedNotFound:
        return _gone(accept_language)
    if shared.text is None:
        return _gone(accept_language)
    named = {"Content-Disposition": f'attachment; filename="{_file_name(shared.title)}"'}
    return cached(shared.text, "text/plain; charset=utf-8", if_none_match, **named, **POLICY)


@router.api_route("/{token}.svg", methods=METHODS, include_in_schema=False)
async def get_qr_code(
    token: str, state: StateDep, if_none_match: Asked = "", accept_language: Languages = ""
) -> Response:
    """The page's address as a QR code."""
    try:
        await state.db.read_heavy(open_share, token, state.clock.now_ms())
    except SharedNotFound:
        return _gone(accept_language)
    svg = qr_svg(page_url(state.settings.base_url, token)).decode()
    return cached(svg, "image/svg+xml", if_none_match, **POLICY)


@router.api_route("/{token}", methods=METHODS, include_in_schema=False)
async def get_page(
    token: str, state: StateDep, if_none_match: Asked = "", accept_language: Languages = ""
) -> Response:
    """The page, in the language the browser prefers."""
    language = language_of(accept_language)
    try:
        shared = await state.db.read_heavy(open_share, token, state.clock.now_ms())
    except SharedNotFound:
        return _gone(accept_language)
    base_url = state.settings.base_url
    html = shared_page(shared, page_url(base_url, token), base_url, language)
    return cached(
        html, HTML, if_none_match, **POLICY,
        **{"Content-Language": language, "Vary": "Accept-Language, Accept-Encoding"},
    )  # fmt: skip


def _gone(accept_language: str) -> Response:
    """Revoked, expired or never there: the same answer, kept nowhere."""
    page = gone_page(language_of(accept_language))
    return Response(page, 404, {**POLICY, "Cache-Control": "no-store"}, HTML)


def _file_name(title: str) -> str:
    """A name for the file in letters that every system takes."""
    kept = "".join(char if char.isascii() and char.isalnum() else "-" for char in title.lower())
    return f"{'-'.join(part for part in kept.split('-') if part)[:60] or 'program'}.txt"
