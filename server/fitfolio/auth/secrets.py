"""Makes secrets and compares them; only their SHA-256 is ever stored."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata

TOKEN_BYTES = 32
CODE_DIGITS = 6
EMAIL_LIMIT = 254


def new_token() -> str:
    """43 URL-safe characters from 256 random bits."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def next_secret(secret: str) -> str:
    """The secret that follows another of the same session: its first part, which the token against
    cross-site requests is made of, stays; 256 bits of it are new."""
    return f"{secret.partition('.')[0]}.{new_token()}"


def new_handle() -> str:
    """64 random bytes in base64url, without padding: how authenticators know an account."""
    return secrets.token_urlsafe(64)


def new_code() -> str:
    """Six random digits for typing."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def hash_secret(secret: str) -> str:
    """Hex SHA-256; enough for secrets that are random, not chosen."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def hash_code(token_hash: str, code: str) -> str:
    """A short code is bound to its token, so equal codes of two people differ."""
    return hash_secret(f"{token_hash}:{code}")


def clean_code(typed: str) -> str:
    """What was typed without blanks and dashes, in ASCII digits."""
    return "".join(char for char in unicodedata.normalize("NFKC", typed) if char.isdigit())


def email_key(email: str) -> str | None:
    """The form addresses are compared in, or None when it cannot be an address.

    Unicode is normalised (NFKC), the domain goes to ASCII (IDNA), letters to lower case.
    """
    text = unicodedata.normalize("NFKC", email).strip()
    local, at, domain = text.rpartition("@")
    if not at or not local or not domain or "@" in local:
        return None
    if any(char.isspace() or not char.isprintable() or char in '<>()[],;:"\\' for char in text):
        return None
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    if ascii_domain.startswith(".") or ascii_domain.endswith("."):
        return None
    key = f"{local.lower()}@{ascii_domain.lower()}"
    return key if len(key) <= EMAIL_LIMIT else None
