"""A small OpenID provider on the loopback that signs with a real key, and can be told to do wrong.

As a program (`python -m tests.support.openid ADDRESS`) it signs in whoever has the address, prints where it
is, and serves until its input ends.
"""

from __future__ import annotations

import base64
import contextlib
import functools
import hashlib
import hmac
import json
import secrets
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

from fitfolio.core.clock import Clock, SystemClock

CLIENT, SECRET = "fitfolio", "the client's secret"


@functools.cache
def a_key(name: str, kid: str) -> RSAKey:
    """A key that signs, the same for a name: making one takes a quarter of a second."""
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig", "alg": "RS256"})


def in_base64(data: bytes) -> str:
    """As tokens write it."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unsigned(header: dict[str, Any], claims: dict[str, Any]) -> str:
    """The part of a token that is signed."""
    return ".".join(in_base64(json.dumps(part).encode()) for part in (header, claims))


class Provider:
    """What the provider is told: who signs in, and what is wrong about its answers."""

    def __init__(self) -> None:
        self.clock: Clock = SystemClock()
        self.url = ""
        self.key = a_key("own", "first")
        self.published = [self.key]
        self.person: dict[str, Any] = {
            "sub": "ada-at-the-issuer", "email": "ada@example.org", "email_verified": True,
        }  # fmt: skip
        self.changes: dict[str, Any] = {}
        """Claims of the ID token that are other than they should be; None leaves one out."""
        self.metadata: dict[str, Any] = {}
        self.sign: Callable[[dict[str, Any]], str] = self.sign_well
        self.keeps_tokens_minimal = False
        self.userinfo_changes: dict[str, Any] = {}
        self.status = 200
        self.asked: list[str] = []
        """Paths that were asked for, in order."""
        self.given: list[str] = []
        """Every code and token that was given out."""
        self._codes: dict[str, dict[str, str]] = {}

    def document(self) -> dict[str, Any]:
        """The discovery document."""
        paths = {"authorization_endpoint": "authorize", "token_endpoint": "token",
                 "jwks_uri": "jwks", "userinfo_endpoint": "userinfo"}  # fmt: skip
        known = {name: f"{self.url}/{path}" for name, path in paths.items()}
        return {"issuer": self.url, **known, **self.metadata}

    def authorize(self, query: dict[str, str]) -> str:
        """Where the browser is led after the person has agreed."""
        assert query["response_type"] == "code"
        assert query["client_id"] == CLIENT
        assert query["code_challenge_method"] == "S256"
        assert "openid" in query["scope"].split()
        code = self._note(secrets.token_urlsafe(16))
        self._codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def token(self, form: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        """Trade a code for tokens, once, for the right client and verifier."""
        expected = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if authorization != f"Basic {expected}":
            return 401, {"error": "invalid_client"}
        query = self._codes.pop(form["code"], None)
        challenge = in_base64(hashlib.sha256(form["code_verifier"].encode()).digest())
        if (
            query is None
            or query["code_challenge"] != challenge
            or query["redirect_uri"] != form["redirect_uri"]
        ):
            return 400, {"error": "invalid_grant"}
        access = self._note(secrets.token_urlsafe(16))
        self._access = access
        return 200, {
            "access_token": access, "token_type": "Bearer",
            "id_token": self._note(self.sign(self._claims(query))),
        }  # fmt: skip

    def _claims(self, query: dict[str, str]) -> dict[str, Any]:
        now = self.clock.now_ms() // 1000
        person = {"sub": self.person["sub"]} if self.keeps_tokens_minimal else self.person
        claims = {
            "iss": self.url, "aud": CLIENT, "exp": now + 300, "iat": now, "nonce": query["nonce"],
            **person, **self.changes,
        }  # fmt: skip
        return {name: value for name, value in claims.items() if value is not None}

    def sign_well(self, claims: dict[str, Any]) -> str:
        """With the provider's key."""
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, claims, self.key)

    def sign_with_none(self, claims: dict[str, Any]) -> str:
        """Not at all."""
        return f"{unsigned({'alg': 'none', 'kid': 'first'}, claims)}."

    def sign_with_the_public_key(self, claims: dict[str, Any]) -> str:
        """As if what everybody knows were a secret (confusion of algorithms)."""
        text = unsigned({"alg": "HS256", "kid": "first"}, claims)
        public = self.key.as_pem(private=False)
        return f"{text}.{in_base64(hmac.digest(public, text.encode(), 'sha256'))}"

    def sign_with_another_key(self, claims: dict[str, Any]) -> str:
        """With a key of somebody else who calls it by the provider's name."""
        return jwt.encode({"alg": "RS256", "kid": "first"}, claims, a_key("foreign", "first"))

    def rotate(self) -> None:
        """Sign with a new key from now on, and publish only that."""
        self.key = a_key("next", "second")
        self.published = [self.key]

    def userinfo(self, authorization: str) -> tuple[int, dict[str, Any]]:
        """What minimal tokens leave out."""
        if authorization != f"Bearer {self._access}":
            return 401, {"error": "invalid_token"}
        return 200, self.person | self.userinfo_changes

    def keys(self) -> dict[str, Any]:
        """The published keys, and one that is not for signing."""
        signing = [key.as_dict(private=False) for key in self.published]
        return {
            "keys": [a_key("encryption", "other").as_dict(private=False) | {"use": "enc"}, *signing]
        }

    def _note(self, secret: str) -> str:
        self.given.append(secret)
        return secret


class _Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:  # the library's name
        provider, parts = self.provider, urlsplit(self.path)
        provider.asked.append(parts.path)
        if parts.path == "/authorize":
            self.send_response(302)
            self.send_header("Location", provider.authorize(dict(parse_qsl(parts.query))))
            self.end_headers()
            return
        answers = {"/.well-known/openid-configuration": provider.document, "/jwks": provider.keys}
        if parts.path == "/userinfo":
            self._answer(*provider.userinfo(self.headers.get("Authorization", "")))
        elif parts.path == "/elsewhere":
            self.send_response(302)
            self.send_header("Location", f"{provider.url}/.well-known/openid-configuration")
            self.end_headers()
        else:
            self._answer(provider.status, answers[parts.path]())

    def do_POST(self) -> None:  # the library's name
        self.provider.asked.append(self.path)
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        authorization = self.headers.get("Authorization", "")
        self._answer(*self.provider.token(dict(parse_qsl(form)), authorization))

    def _answer(self, status: int, document: dict[str, Any]) -> None:
        body = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def running_provider() -> Iterator[Provider]:
    """The provider, while it runs."""
    provider = Provider()
    handler = type("Handler", (_Handler,), {"provider": provider})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    provider.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


if __name__ == "__main__":
    with running_provider() as provider:
        provider.person |= {"sub": sys.argv[1], "email": sys.argv[1]}
        sys.stdout.write(f"{provider.url}\n")
        sys.stdout.flush()
        sys.stdin.read()
