"""Browsers as they would subscribe."""

from __future__ import annotations

import secrets
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from fitfolio.core.ids import uuid7
from fitfolio.push.encryption import encode


class Browser(NamedTuple):
    """The keys of one subscription."""

    key: ec.EllipticCurvePrivateKey
    auth: bytes

    @property
    def point(self) -> bytes:
        """The public key that travels."""
        return self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def subscription(self, endpoint: str) -> dict[str, Any]:
        """What the page sends to the server."""
        return {
            "endpoint": endpoint,
            "keys": {"p256dh": encode(self.point), "auth": encode(self.auth)},
        }


def a_browser() -> Browser:
    """A browser with new keys."""
    return Browser(ec.generate_private_key(ec.SECP256R1()), secrets.token_bytes(16))


def a_subscription() -> dict[str, Any]:
    """A subscription at a push service that exists in no test."""
    return a_browser().subscription(f"https://push.example.org/send/{uuid7()}")
