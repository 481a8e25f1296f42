"""For whom passkeys count here: derived from the public address and nothing else."""

from __future__ import annotations

import ipaddress
from typing import Any
from urllib.parse import urlsplit

RP_NAME = "FitFolio"


def rp_id(settings: Any) -> str:  # the composition root's Settings
    """The relying party's id: the host name people open."""
    return urlsplit(settings.base_url).hostname or "localhost"


def origin(settings: Any) -> str:
    """The one origin whose pages may use passkeys."""
    parts = urlsplit(settings.base_url)
    return f"{parts.scheme}://{parts.netloc}"


def passkeys_possible(settings: Any) -> bool:
    """Browsers ask for TLS (or localhost) and for a name, not an address."""
    name = rp_id(settings)
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return bool(settings.is_https)
    return False
