"""Serves the built web app: pre-compressed files, immutable assets, a revalidated shell.

The folder is listed once at start, so a request never touches a path that was not built
and path traversal has nothing to traverse.
"""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass, field
from pathlib import Path

import anyio.to_thread
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

API_PREFIXES = ("/api/", "/healthz", "/readyz", "/metrics", "/openapi.json", "/docs", "/p/")
ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
IMMUTABLE = "public, max-age=31536000, immutable"
REVALIDATE = "no-cache"

mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("application/manifest+json", ".webmanifest")
mimetypes.add_type("font/woff2", ".woff2")


@dataclass(frozen=True)
class _File:
    path: Path
    etag: str
    media_type: str
    cache: str
    encodings: dict[str, Path] = field(default_factory=dict)


def _list_files(root: Path) -> dict[str, _File]:
    files: dict[str, _File] = {}
    for path in sorted(root.rglob("*")):
        if not path.is_file() or path.suffix in {".br", ".gz"}:
            continue
        url = "/" + path.relative_to(root).as_posix()
        etag = hashlib.sha256(path.read_bytes()).hexdigest()[:20]
        media = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if media.startswith("text/") or media.endswith(("json", "xml")):
            media += "; charset=utf-8"
        variants = {
            name: path.with_name(path.name + suffix)
            for name, suffix in ENCODINGS
            if path.with_name(path.name + suffix).is_file()
        }
        cache = IMMUTABLE if url.startswith("/assets/") else REVALIDATE
        files[url] = _File(path, etag, media, cache, variants)
    return files


class WebApp:
    """Middleware: answers GET and HEAD outside the API from the built web app."""

    def __init__(self, app: ASGIApp, *, root: Path | None) -> None:
        self.app = app
        self.files = _list_files(root) if root is not None and root.is_dir() else {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            scope["type"] != "http"
            or scope["method"] not in {"GET", "HEAD"}
            or scope["path"].startswith(API_PREFIXES)
        ):
            await self.app(scope, receive, send)
            return
        answer = await self._answer(scope["path"], Headers(scope=scope))
        await answer(scope, receive, send)

    async def _answer(self, path: str, headers: Headers) -> Response:
        file = self.files.get("/index.html" if path == "/" else path)
        if file is None:
            # A missing file with an extension is an error; everything else is a page of the app.
            if "." in path.rsplit("/", 1)[-1] or "/index.html" not in self.files:
                text = (
                    "Not found." if self.files else "The web app has not been built; run make run."
                )
                return PlainTextResponse(text, 404)
            file = self.files["/index.html"]
        answer_headers = {"Cache-Control": file.cache, "Vary": "Accept-Encoding"}
        etag = f'"{file.etag}"'
        source = file.path
        accepted = headers.get("accept-encoding", "")
        for name, variant in file.encodings.items():
            if name in accepted:
                source = variant
                etag = f'"{file.etag}-{name}"'
                answer_headers["Content-Encoding"] = name
                break
        answer_headers["ETag"] = etag
        if etag in headers.get("if-none-match", ""):
            return Response(status_code=304, headers=answer_headers)
        content = await anyio.to_thread.run_sync(source.read_bytes)
        return Response(content, headers=answer_headers, media_type=file.media_type)
