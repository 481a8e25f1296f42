"""A push service on the loopback: takes pushes, opens them with the browser's keys, checks the signature."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256

from tests.push.builders import Browser, a_browser


def from_base64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def hkdf(salt: bytes, material: bytes, info: bytes, length: int) -> bytes:
    """RFC 5869 for at most 32 bytes, written from the RFC."""
    key = hmac.new(salt, material, hashlib.sha256).digest()
    return hmac.new(key, info + b"\x01", hashlib.sha256).digest()[:length]


def decrypt(browser: Browser, body: bytes) -> bytes:
    """The receiving side of RFC 8291, written from the RFC and sharing nothing with the sender."""
    salt, record_size, id_length = body[:16], int.from_bytes(body[16:20], "big"), body[20]
    assert (record_size, id_length) == (4096, 65)
    assert len(body) <= record_size
    sender_point, sealed = body[21:86], body[86:]
    sender = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender_point)
    secret = browser.key.exchange(ec.ECDH(), sender)
    material = hkdf(browser.auth, secret, b"WebPush: info\x00" + browser.point + sender_point, 32)
    key = hkdf(salt, material, b"Content-Encoding: aes128gcm\x00", 16)
    nonce = hkdf(salt, material, b"Content-Encoding: nonce\x00", 12)
    opened = AESGCM(key).decrypt(nonce, sealed, None).rstrip(b"\x00")
    assert opened[-1:] == b"\x02"
    return opened[:-1]


def claims_of(authorization: str) -> tuple[dict[str, Any], str]:
    """Claims and public key of a `vapid` header whose signature is right."""
    scheme, _, rest = authorization.partition(" ")
    assert scheme == "vapid"
    parts = dict(part.strip().split("=", 1) for part in rest.split(","))
    unsigned, _, signature = parts["t"].rpartition(".")
    raw = from_base64(signature)
    r, s = int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), from_base64(parts["k"]))
    key.verify(utils.encode_dss_signature(r, s), unsigned.encode(), ec.ECDSA(SHA256()))
    header, claims = (json.loads(from_base64(part)) for part in unsigned.split("."))
    assert header == {"typ": "JWT", "alg": "ES256"}
    return claims, parts["k"]


class Push:
    """One push as it arrived."""

    def __init__(self, service: PushService, path: str, headers: Any, body: bytes) -> None:
        self.at = time.time()
        self.path = path
        self.headers = headers
        self.claims, self.key = claims_of(headers["Authorization"])
        assert self.claims["aud"] == service.base
        assert 0 < self.claims["exp"] - time.time() < 24 * 3600 or service.clock_is_set
        assert headers["Content-Encoding"] == "aes128gcm"
        self.document = json.loads(decrypt(service.browsers[path], body))


class PushService:
    """Answers 201, or what `answers` holds for a path."""

    def __init__(self, *, clock_is_set: bool = False) -> None:
        self.pushes: list[Push] = []
        self.failures: list[BaseException] = []
        self.browsers: dict[str, Browser] = {}
        self.answers: dict[str, list[tuple[int, dict[str, str]]]] = {}
        self.delay_s = 0.0
        self.clock_is_set = clock_is_set
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                time.sleep(service.delay_s)
                queue = service.answers.get(self.path, [])
                status, headers = queue.pop(0) if queue else (201, {})
                try:
                    push = Push(service, self.path, self.headers, body)
                except BaseException as error:
                    service.failures.append(error)
                    raise
                service.pushes.append(push)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self.server.server_port}"

    def browser(self, path: str) -> dict[str, Any]:
        """The subscription of a new browser at this service."""
        self.browsers[path] = a_browser()
        return self.browsers[path].subscription(self.base + path)

    def wait(self, count: int = 1, seconds: float = 10) -> list[Push]:
        """The pushes, once there are so many."""
        deadline = time.monotonic() + seconds
        while len(self.pushes) < count and not self.failures:
            assert time.monotonic() < deadline, f"{len(self.pushes)} pushes came"
            time.sleep(0.01)
        assert not self.failures, self.failures
        return self.pushes


@contextlib.contextmanager
def run_push_service(**options: Any) -> Iterator[PushService]:
    """A push service on a free port."""
    service = PushService(**options)
    thread = threading.Thread(target=service.server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield service
    finally:
        service.server.shutdown()
        service.server.server_close()
        thread.join()
    assert not service.failures, service.failures
