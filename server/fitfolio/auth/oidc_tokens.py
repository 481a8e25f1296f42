"""Authlib and joserfc, spoken to in one place: what is sent to an OpenID issuer and what it says.

Imported at the first sign-in through an issuer: it costs 0.2 s and 10 MB that most starts do not
need. What is checked beside what the libraries check stands here too.
"""

from __future__ import annotations

import json
from typing import Any

from authlib.oauth2.auth import ClientAuth
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri, prepare_token_request
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import Key, import_key

ALGORITHMS = (
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "Ed25519",
)
"""Only with keys of which the issuer alone has the secret half: neither `none` nor HMAC."""
KEY_TYPES = frozenset({"RSA", "EC", "OKP"})
LEEWAY_S = 60
"""How far the issuer's clock may be off [s]."""
NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class NotAccepted(Exception):
    """What the issuer said does not hold; the text is for the audit log only."""


class UnknownKey(NotAccepted):
    """No known key has signed it; the issuer may have a new one."""


def read_metadata(body: bytes, issuer: str) -> dict[str, Any]:
    """The discovery document, if it is one of this issuer (a slash at the end aside)."""
    document = read_object(body)
    named = document.get("issuer")
    if not isinstance(named, str) or named.rstrip("/") != issuer.rstrip("/"):
        raise NotAccepted("the discovery document names another issuer")
    for name in NEEDED:
        if not isinstance(document.get(name), str):
            raise NotAccepted(f"the discovery document lacks {name}")
    return document


def read_object(body: bytes) -> dict[str, Any]:
    """A JSON object, or NotAccepted."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        raise NotAccepted("no JSON") from None
    if not isinstance(document, dict):
        raise NotAccepted("no JSON object")
    return document


def authorization_url(
    metadata: dict[str, Any], client_id: str, redirect_uri: str, scopes: tuple[str, ...],
    *, state: str, nonce: str, verifier: str,
) -> str:  # fmt: skip
    """Where the browser goes to sign in (authorization code, PKCE S256)."""
    return str(
        prepare_grant_uri(
            metadata["authorization_endpoint"], client_id, "code", redirect_uri=redirect_uri,
            scope=list(scopes), state=state, nonce=nonce, code_challenge_method="S256",
            code_challenge=create_s256_code_challenge(verifier),
        )
    )  # fmt: skip


def token_request(
    metadata: dict[str, Any], client_id: str, secret: str | None, *, code: str, redirect_uri: str,
    verifier: str,
) -> tuple[dict[str, str], str]:  # fmt: skip
    """Headers and body that trade a code for tokens, in the way this issuer takes the secret."""
    known = metadata.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    method = "client_secret_basic" if "client_secret_basic" in known else "client_secret_post"
    body = prepare_token_request(
        "authorization_code", code=code, redirect_uri=redirect_uri, code_verifier=verifier
    )
    auth = ClientAuth(client_id, secret, method if secret else "none")
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    _, headers, body = auth.prepare("POST", metadata["token_endpoint"], headers, body)
    return headers, str(body)


def read_keys(body: bytes) -> list[dict[str, Any]]:
    """The issuer's keys that sign (a JWK set)."""
    keys = read_object(body).get("keys")
    if not isinstance(keys, list):
        raise NotAccepted("no key set")
    return [
        key for key in keys
        if isinstance(key, dict) and key.get("kty") in KEY_TYPES and key.get("use", "sig") == "sig"
    ]  # fmt: skip


def read_id_token(
    token: str, keys: list[dict[str, Any]], *, issuer: str, client_id: str, nonce: str,
    access_token: str | None, now_s: int,
) -> dict[str, Any]:  # fmt: skip
    """The claims of an ID token; NotAccepted unless all of it holds now."""
    signed = _verify(token, keys)
    claims = CodeIDToken(
        signed.claims, signed.header,
        options={"iss": {"essential": True, "value": issuer},
                 "aud": {"essential": True, "value": client_id}, "sub": {"essential": True},
                 "nonce": {"essential": True, "value": nonce}},
        params={"client_id": client_id, "nonce": nonce, "access_token": access_token},
    )  # fmt: skip
    try:
        claims.validate(now=now_s, leeway=LEEWAY_S)
    except JoseError as error:
        name = getattr(error, "claim", None)
        raise NotAccepted(f"{type(error).__name__} {name or ''}".strip()) from None
    except (TypeError, ValueError, AttributeError) as error:
        raise NotAccepted(type(error).__name__) from None
    if not isinstance(claims["sub"], str):
        raise NotAccepted("the subject is no text")
    return dict(claims)


def _verify(token: str, keys: list[dict[str, Any]]) -> jwt.Token:
    try:
        header = jws.extract_compact(token.encode()).headers()
    except (JoseError, ValueError) as error:
        raise NotAccepted(f"no token: {type(error).__name__}") from None
    if header.get("alg") not in ALGORITHMS:
        raise NotAccepted("signed in a way that does not count")
    kid = header.get("kid")
    for candidate in keys:
        if kid is not None and candidate.get("kid") not in {None, kid}:
            continue
        try:
            return jwt.decode(token, _key(candidate), algorithms=list(ALGORITHMS))
        except (JoseError, ValueError, TypeError):
            continue
    raise UnknownKey("signed by no key of the issuer")


def _key(candidate: dict[str, Any]) -> Key:
    key: Key = import_key(candidate, candidate["kty"])
    return key
