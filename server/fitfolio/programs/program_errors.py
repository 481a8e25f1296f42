"""The error codes of programs and their editions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fitfolio.core.errors import Conflict, NotFound, Refused, register_codes
from fitfolio.training.programs.problems import Problem, problem_text

register_codes(
    {
        "programs.not_found": (404, "There is no such program."),
        "programs.not_in_library": (404, "The library has no such program."),
        "programs.id_taken": (409, "This id belongs to another program."),
        "programs.too_many": (400, "There are as many programs as an account may have."),
        "programs.text_invalid": (
            400,
            "The text is no program yet; `problems` says where and why. A draft takes any text.",
        ),
        "programs.text_too_long": (400, "The text is longer than a program may be."),
        "programs.nothing_to_preview": (
            400,
            "A preview is of exactly one of a text, an edition or a program of the library.",
        ),
        "program_versions.not_found": (404, "There is no such edition of a program."),
        "program_versions.id_taken": (409, "This id belongs to another edition."),
        "program_versions.too_many": (
            400,
            "There are as many editions of this program as there may be.",
        ),
    }
)


def problem_document(problem: Problem) -> dict[str, Any]:
    """A problem of a text in its wire shape."""
    return {
        "line": problem.line, "column": problem.column, "code": problem.code,
        "message": problem_text(problem), "suggestion": problem.hint or None,
    }  # fmt: skip


class ProgramNotFound(NotFound):
    """Also for somebody else's program."""

    def __init__(self) -> None:
        super().__init__("programs.not_found", "There is no such program.")


class NotInLibrary(NotFound):
    """A slug nobody knows."""

    def __init__(self) -> None:
        super().__init__("programs.not_in_library", "The library has no such program.")


class ProgramIdTaken(Conflict):
    """A client-made id that belongs to another row."""

    def __init__(self) -> None:
        super().__init__("programs.id_taken", "This id belongs to another program.")


class TooManyPrograms(Refused):
    """A limit no lifter meets; it keeps the first pull small."""

    def __init__(self, limit: int) -> None:
        super().__init__("programs.too_many", f"An account may have {limit} programs.")


class TextInvalid(Refused):
    """No edition is made of it; as a draft it is kept."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(
            "programs.text_invalid",
            f"{first.line}:{first.column}: {problem_text(first)}",
            problems=[problem_document(one) for one in problems],
        )  # fmt: skip


class TextTooLong(Refused):
    """Longer than a device should have to read."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            "programs.text_too_long", f"The text is longer than {limit} characters.", limit=limit
        )


class NothingToPreview(Refused):
    """None of text, edition and slug, or more than one."""

    def __init__(self) -> None:
        super().__init__(
            "programs.nothing_to_preview",
            "A preview is of exactly one of a text, an edition or a program of the library.",
        )


class VersionNotFound(NotFound):
    """Also for somebody else's edition."""

    def __init__(self) -> None:
        super().__init__("program_versions.not_found", "There is no such edition of a program.")


class VersionIdTaken(Conflict):
    """A client-made id that belongs to another row."""

    def __init__(self) -> None:
        super().__init__("program_versions.id_taken", "This id belongs to another edition.")


class TooManyVersions(Refused):
    """A limit nobody meets who saves by hand."""

    def __init__(self, limit: int) -> None:
        super().__init__("program_versions.too_many", f"A program may have {limit} editions.")
