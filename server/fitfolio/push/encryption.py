"""Encrypts a push for one browser and signs it for its push service.

RFC 8291 (message encryption) over RFC 8188 (`aes128gcm`, one record), and RFC 8292 (VAPID).
Only this module needs `cryptography`, so it is imported when the first push is sent.
"""

from __future__ import annotations

import base64
import json
import os
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

RECORD_SIZE = 4096
PAYLOAD_LIMIT = 3993
"""What fits beside header (86 bytes), padding mark (1) and tag (16) into the 4096 bytes that every
push service takes."""
SIGNATURE_S = 12 * 3600
"""How long a signature holds [s]; RFC 8292 allows a day, and clocks differ."""


def encode(data: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    """Bytes of base64url, padded or not; ValueError for anything else."""
    return base64.b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), b"-_", True)


def new_private_key() -> str:
    """A new P-256 key: its 32 bytes in base64url, the form every push tool uses."""
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return encode(number.to_bytes(32, "big"))


def public_key(private_key: str) -> str:
    """The public key browsers subscribe with: 65 bytes in base64url."""
    return encode(_point(_private(private_key)))


def check_keys(p256dh: str, auth: str) -> None:
    """ValueError unless these are a point on the curve and a secret of 16 bytes."""
    ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decode(p256dh))
    if len(decode(auth)) != 16:
        msg = "the secret must have 16 bytes"
        raise ValueError(msg)


def encrypt(
    payload: bytes, p256dh: str, auth: str, *, salt: bytes | None = None,
    sender: ec.EllipticCurvePrivateKey | None = None,
) -> bytes:  # fmt: skip
    """The body of a push. `salt` (16 bytes) and `sender` are new for every message; tests fix them.

    Raises ValueError for keys that are none and for more than `PAYLOAD_LIMIT` bytes.
    """
    if len(payload) > PAYLOAD_LIMIT:
        msg = f"a push holds at most {PAYLOAD_LIMIT} bytes"
        raise ValueError(msg)
    salt = salt or os.urandom(16)
    sender = sender or ec.generate_private_key(ec.SECP256R1())
    receiver_point = decode(p256dh)
    receiver = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), receiver_point)
    sender_point = _point(sender)
    secret = sender.exchange(ec.ECDH(), receiver)
    info = b"WebPush: info\x00" + receiver_point + sender_point
    key_material = _derive(decode(auth), secret, info, 32)
    key = _derive(salt, key_material, b"Content-Encoding: aes128gcm\x00", 16)
    nonce = _derive(salt, key_material, b"Content-Encoding: nonce\x00", 12)
    header = salt + RECORD_SIZE.to_bytes(4, "big") + bytes([len(sender_point)]) + sender_point
    return header + AESGCM(key).encrypt(nonce, payload + b"\x02", None)


def authorization(private_key: str, audience: str, subject: str, now_ms: int) -> str:
    """The `Authorization` header for a push service; `audience` is its origin."""
    claims = {"aud": audience, "exp": now_ms // 1000 + SIGNATURE_S, "sub": subject}
    unsigned = f"{_json({'typ': 'JWT', 'alg': 'ES256'})}.{_json(claims)}"
    key = _private(private_key)
    r, s = utils.decode_dss_signature(key.sign(unsigned.encode(), ec.ECDSA(SHA256())))
    signature = encode(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
    return f"vapid t={unsigned}.{signature}, k={encode(_point(key))}"


def _json(value: dict[str, Any]) -> str:
    return encode(json.dumps(value, separators=(",", ":")).encode())


def _private(private_key: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(decode(private_key), "big"), ec.SECP256R1())


def _point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _derive(salt: bytes, material: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(material)
