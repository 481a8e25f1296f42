"""A passkey authenticator in software: ES256, attestation "none", resident keys, flags and counts."""

from __future__ import annotations

import hashlib
import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

UP, UV, BE, BS, AT = 1, 4, 8, 16, 64


def to_text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def to_bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass
class Key:
    """One resident credential."""

    private: ec.EllipticCurvePrivateKey
    rp_id: str
    handle: bytes
    count: int = 0


@dataclass
class Authenticator:
    """Answers options as a browser with this authenticator would. `origin` is the page's."""

    origin: str
    synced: bool = False
    counts: bool = True
    keys: dict[bytes, Key] = field(default_factory=dict)
    cross_origin: bool = False

    def _client_data(self, kind: str, challenge: str) -> bytes:
        return json.dumps(
            {"type": kind, "challenge": challenge, "origin": self.origin,
             "crossOrigin": self.cross_origin}
        ).encode()  # fmt: skip

    def _flags(self) -> int:
        return UP | UV | (BE | BS if self.synced else 0)

    def create(self, options: dict[str, Any], rp_id: str | None = None) -> dict[str, Any]:
        """`navigator.credentials.create()`."""
        assert options["authenticatorSelection"]["residentKey"] == "required"
        assert -7 in [one["alg"] for one in options["pubKeyCredParams"]]
        known = {to_bytes(one["id"]) for one in options.get("excludeCredentials", [])}
        assert not known & self.keys.keys(), "a browser would say InvalidStateError"
        rp_id = rp_id or options["rp"]["id"]
        credential_id = os.urandom(32)
        key = Key(ec.generate_private_key(ec.SECP256R1()), rp_id, to_bytes(options["user"]["id"]))
        self.keys[credential_id] = key
        point = key.private.public_key().public_numbers()
        cose = cbor2.dumps(
            {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")}
        )
        data = (
            hashlib.sha256(rp_id.encode()).digest() + bytes([self._flags() | AT])
            + key.count.to_bytes(4, "big") + bytes(16) + len(credential_id).to_bytes(2, "big")
            + credential_id + cose
        )  # fmt: skip
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return self._answer(
            credential_id,
            clientDataJSON=to_text(self._client_data("webauthn.create", options["challenge"])),
            attestationObject=to_text(attestation), transports=["internal", "hybrid", "made-up"],
        )  # fmt: skip

    def get(self, options: dict[str, Any], rp_id: str | None = None) -> dict[str, Any]:
        """`navigator.credentials.get()` with the first key that fits."""
        allowed = {to_bytes(one["id"]) for one in options.get("allowCredentials", [])}
        credential_id, key = next(
            (one, key) for one, key in self.keys.items() if not allowed or one in allowed
        )
        if self.counts:
            key.count += 1
        rp_id = rp_id or options["rpId"]
        data = (
            hashlib.sha256(rp_id.encode()).digest() + bytes([self._flags()])
            + key.count.to_bytes(4, "big")
        )  # fmt: skip
        client_data = self._client_data("webauthn.get", options["challenge"])
        signed = data + hashlib.sha256(client_data).digest()
        return self._answer(
            credential_id, clientDataJSON=to_text(client_data), authenticatorData=to_text(data),
            signature=to_text(key.private.sign(signed, ec.ECDSA(hashes.SHA256()))),
            userHandle=to_text(key.handle),
        )  # fmt: skip

    def _answer(self, credential_id: bytes, **response: Any) -> dict[str, Any]:
        text = to_text(credential_id)
        return {
            "id": text, "rawId": text, "type": "public-key", "response": response,
            "authenticatorAttachment": "platform", "clientExtensionResults": {},
        }  # fmt: skip
