"""Puts the built web app and the licence into the wheel; without the app there is no wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WebAppHook(BuildHookInterface):  # type: ignore[type-arg]  # the configuration type is not ours to name
    """Runs when a wheel is built; an editable install serves web/dist from where it is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files of web/dist as fitfolio/web_dist."""
        if version == "editable":
            return
        repository = Path(self.root).parent
        build_data["force_include"][str(repository / "LICENSE")] = "fitfolio/LICENSE"
        built = repository / "web" / "dist"
        if not (built / "index.html").is_file():
            message = f"The web app is not built ({built}); run `make dist`."
            raise FileNotFoundError(message)
        for file in sorted(built.rglob("*")):
            name = file.relative_to(built)
            if file.is_file() and not name.parts[0].startswith("."):
                build_data["force_include"][str(file)] = f"fitfolio/web_dist/{name.as_posix()}"
