"""Every failure a client can see, as RFC 9457 problem documents.

    AppError                 code + status + one clear sentence
    ├── NotFound       404   also for rows of somebody else
    ├── Conflict       409
    ├── Refused        400   a rule of the domain says no
    ├── Forbidden      403
    ├── Unauthorised   401
    ├── TooLarge       413
    ├── TooMany        429   carries retry_after_s
    └── Unavailable    503

422 (`request.invalid`) means a malformed payload and nothing else; it is made by the
framework's validation and rendered in `core.http`.
"""

from __future__ import annotations

import errno
from typing import Any

CODES: dict[str, tuple[int, str]] = {}
"""Every documented code with its status and meaning; slices register theirs at import."""


def register_codes(codes: dict[str, tuple[int, str]]) -> None:
    """Document codes. Registering one twice with another meaning is a bug and raises ValueError."""
    for code, meaning in codes.items():
        if CODES.setdefault(code, meaning) != meaning:
            msg = f"error code {code} is defined twice"
            raise ValueError(msg)


class AppError(Exception):
    """An expected failure. `detail` is a sentence for people; `code` is for programs."""

    status = 400

    def __init__(self, code: str, detail: str, **extra: Any) -> None:  # JSON values
        super().__init__(detail)
        if code not in CODES:
            msg = f"error code {code} is not registered"
            raise LookupError(msg)
        self.code = code
        self.detail = detail
        self.extra = extra
        self.headers: dict[str, str] = {}


class Refused(AppError):
    """A rule of the domain says no."""

    status = 400


class Unauthorised(AppError):
    """Nobody is signed in."""

    status = 401


class Forbidden(AppError):
    """Signed in, but not allowed."""

    status = 403


class NotFound(AppError):
    """It does not exist, or belongs to somebody else."""

    status = 404


class Conflict(AppError):
    """It contradicts what is stored."""

    status = 409


class TooLarge(AppError):
    """The body or file is over its limit."""

    status = 413


class TooMany(AppError):
    """A limit was reached; try again after `retry_after_s` [s]."""

    status = 429

    def __init__(self, code: str, detail: str, retry_after_s: int) -> None:
        super().__init__(code, detail, retry_after_s=retry_after_s)
        self.headers["Retry-After"] = str(retry_after_s)


class Unavailable(AppError):
    """Something this server needs does not answer; trying again later helps."""

    status = 503


def is_storage_full(error: BaseException) -> bool:
    """Whether the disk, as the system or either database reports it, has no room left."""
    if isinstance(error, OSError):
        return error.errno in {errno.ENOSPC, errno.EDQUOT}
    text = str(getattr(error, "orig", "")).lower()
    return "full" in text or "no space" in text


register_codes(
    {
        "request.invalid": (422, "The request does not have the expected form."),
        "request.too_large": (413, "The request is larger than this address takes."),
        "request.headers_too_large": (
            431,
            "The request's headers are larger than this server takes.",
        ),
        "request.unreadable": (400, "This is no HTTP request that the server understands."),
        "request.not_found": (404, "There is nothing at this address."),
        "request.method_not_allowed": (405, "This address does not take that method."),
        "request.csrf": (
            403,
            "The request does not prove that it comes from FitFolio's own pages.",
        ),
        "request.wrong_host": (421, "This server does not answer to that host name."),
        "request.rate_limited": (429, "Too many requests; wait and try again."),
        "server.failed": (500, "Something went wrong on the server; it has been logged."),
        "server.busy": (503, "The database is busy or out of reach; try again shortly."),
        "server.storage_full": (507, "The server's disk is full; nothing was changed."),
    }
)
