"""A readable name for the device behind a `User-Agent`: "Firefox on Linux".

Good enough to recognise one's own devices in a list; nothing is decided by it.
"""

from __future__ import annotations

import re

# The order matters: everybody also claims to be those further down.
_BROWSERS = (
    ("Edge", r"\bEdg(?:e|A|iOS)?/"),
    ("Opera", r"\bOPR/"),
    ("Samsung Internet", r"\bSamsungBrowser/"),
    ("Vivaldi", r"\bVivaldi/"),
    ("Firefox", r"\b(?:Firefox|FxiOS)/"),
    ("Chrome", r"\b(?:Chrome|CriOS|Chromium)/"),
    ("Safari", r"\bVersion/[\d.]+.*\bSafari/"),
    ("curl", r"^curl/"),
    ("Python", r"^(?:python|aiohttp)"),
)
_SYSTEMS = (
    ("iPhone", r"\biPhone\b"),
    ("iPad", r"\biPad\b"),
    ("Android", r"\bAndroid\b"),
    ("Chromebook", r"\bCrOS\b"),
    ("Windows", r"\bWindows\b"),
    ("Mac", r"\bMacintosh\b"),
    ("Linux", r"\b(?:Linux|X11)\b"),
)


def device_name(user_agent: str) -> str:
    """`Firefox on Linux`, `Safari on iPhone`, `curl`; empty when nothing is known."""
    browser, system = _first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent)
    if browser and system:
        return f"{browser} on {system}"
    return browser or system


def _first(patterns: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for name, pattern in patterns if re.search(pattern, text)), "")
