"""The error codes of links and what is behind them."""

from fitfolio.core.errors import Conflict, NotFound, Refused, register_codes

GONE = "There is nothing behind this link, or not any more."

register_codes(
    {
        "shares.not_found": (404, "There is no such link."),
        "shares.id_taken": (409, "This id belongs to another link."),
        "shares.too_many": (400, "There are as many links as an account may have."),
        "shares.one_subject": (400, "A link is to exactly one program or template."),
        "shares.nothing_to_share": (400, "A program needs an edition before it can be shared."),
        "shares.already_expired": (400, "A link cannot expire in the past."),
        "shares.revoked": (409, "The link was revoked; make a new one."),
        "shares.no_upstream": (404, "This program was not copied from a link or the library."),
        "shared.not_found": (404, GONE),
    }
)


class ShareNotFound(NotFound):
    """Also for somebody else's link."""

    def __init__(self) -> None:
        super().__init__("shares.not_found", "There is no such link.")


class ShareIdTaken(Conflict):
    """A client-made id that belongs to another row."""

    def __init__(self) -> None:
        super().__init__("shares.id_taken", "This id belongs to another link.")


class TooManyShares(Refused):
    """A limit nobody meets who shares with people."""

    def __init__(self, limit: int) -> None:
        super().__init__("shares.too_many", f"An account may have {limit} links.")


class OneSubject(Refused):
    """Neither or both of a program and a template."""

    def __init__(self) -> None:
        super().__init__("shares.one_subject", "A link is to exactly one program or template.")


class NothingToShare(Refused):
    """A draft is nobody else's business."""

    def __init__(self) -> None:
        super().__init__(
            "shares.nothing_to_share", "A program needs an edition before it can be shared."
        )


class AlreadyExpired(Refused):
    """An expiry that is over."""

    def __init__(self) -> None:
        super().__init__("shares.already_expired", "A link cannot expire in the past.")


class ShareRevoked(Conflict):
    """What was given away and taken back is not opened again under the same address."""

    def __init__(self) -> None:
        super().__init__("shares.revoked", "The link was revoked; make a new one.")


class NoUpstream(NotFound):
    """A program that was written here, or brought as a file."""

    def __init__(self) -> None:
        super().__init__(
            "shares.no_upstream", "This program was not copied from a link or the library."
        )


class SharedNotFound(NotFound):
    """Revoked, expired, deleted or never there: nobody can tell which."""

    def __init__(self) -> None:
        super().__init__("shared.not_found", GONE)
