"""`/api/v1/program-library`: famous programs for offline use."""

from __future__ import annotations

import functools
import hashlib
from typing import Annotated

from fastapi import Header, Path, Response

import fitfolio.programs.program_errors  # noqa: F401  # registers the codes used below
from fitfolio.auth.access import ViewerDep
from fitfolio.core.http import PrefixRouter, problem_responses
from fitfolio.programs.catalogue import LibraryProgram, load_programs
from fitfolio.programs.library_schemas import LibraryProgramRead, ProgramLibrary
from fitfolio.programs.program_errors import NotInLibrary

router = PrefixRouter(prefix="/api/v1/program-library", tags=["program library"])

READ = problem_responses(["auth.required"])
ONE = problem_responses(["auth.required", "programs.not_in_library"])


@functools.cache
def library_body() -> tuple[str, bytes]:
    """Version and JSON of the library; made once per process."""
    programs = [_read(one) for one in load_programs().values()]
    digest = hashlib.sha256()
    for program in programs:
        digest.update(program.model_dump_json().encode())
    version = digest.hexdigest()[:16]
    return version, ProgramLibrary(version=version, programs=programs).model_dump_json().encode()


@router.get("", operation_id="program_library.get", response_model=ProgramLibrary, responses=READ)
async def get_library(
    _viewer: ViewerDep, if_none_match: Annotated[str, Header(include_in_schema=False)] = ""
) -> Response:
    """All programs of the library in one document, revalidated by its version."""
    version, body = library_body()
    headers = {"ETag": f'"{version}"', "Cache-Control": "private, no-cache"}
    if headers["ETag"] in if_none_match:
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


@router.get("/{slug}", operation_id="program_library.get_program", responses=ONE)
async def get_program(
    slug: Annotated[str, Path(max_length=100)], _viewer: ViewerDep
) -> LibraryProgramRead:
    """One program of the library."""
    found = load_programs().get(slug)
    if found is None:
        raise NotInLibrary
    return _read(found)


def _read(program: LibraryProgram) -> LibraryProgramRead:
    return LibraryProgramRead(
        slug=program.slug, title=program.title, days=program.days, weeks=program.weeks,
        level=program.level, goal=program.goal, sources=list(program.sources),
        notes=list(program.notes), text=program.text,
    )  # fmt: skip
