"""The OpenID issuer that the host has configured, and the conversation with it.

Only the issuer is asked, and what its discovery document names: over https, and outside the own
network unless the issuer itself is in there. Plain http is for an issuer on this machine.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from fitfolio.core import addresses
from fitfolio.core.clock import Clock
from fitfolio.core.fetch import Answer, exchange

logger = logging.getLogger(__name__)

CALLBACK = "/api/v1/auth/oidc/callback"
METADATA_MS = 3_600_000
"""How long the discovery document and the keys are believed [ms]."""
AGAIN_MS = 60_000
"""A token signed by an unknown key makes the keys be fetched anew, at most this often [ms]."""


class Unreachable(Exception):
    """The issuer does not answer, or answers nonsense; the text is for the log."""


@dataclass(frozen=True)
class Statement:
    """What the issuer says about who has signed in there. `auth_time` is when [s], if it tells."""

    issuer: str
    subject: str
    email: str
    is_email_verified: bool
    groups: tuple[str, ...]
    auth_time: int | None


class Issuer:
    """Off without settings. What was fetched is kept for an hour."""

    def __init__(self, settings: Any, clock: Clock) -> None:  # the composition root's Settings
        self.settings = settings
        self.clock = clock
        self._metadata: dict[str, Any] = {}
        self._keys: list[dict[str, Any]] = []
        self._metadata_at = self._keys_at = 0
        self._lock = asyncio.Lock()

    @property
    def is_on(self) -> bool:
        """Whether people can sign in through an issuer."""
        return self.settings.oidc_issuer is not None

    @property
    def redirect_uri(self) -> str:
        """Where the issuer sends the browser back to."""
        return f"{self.settings.base_url}{CALLBACK}"

    async def authorization_url(self, *, state: str, nonce: str, verifier: str) -> str:
        """Where the browser goes to sign in; Unreachable or NotAccepted."""
        from fitfolio.auth import oidc_tokens  # noqa: PLC0415  # lazy, see the module

        metadata = await self._find_metadata()
        self._parse(metadata["authorization_endpoint"])
        return oidc_tokens.authorization_url(
            metadata, self.settings.oidc_client_id, self.redirect_uri, self.settings.oidc_scopes,
            state=state, nonce=nonce, verifier=verifier,
        )  # fmt: skip

    async def redeem(self, code: str, iss: str, *, nonce: str, verifier: str) -> Statement:
        """Trade the code of a sign-in for what the issuer says; Unreachable or NotAccepted.

        `iss` is who the answer says it is from (RFC 9207), empty where issuers do not say it.
        """
        from fitfolio.auth import oidc_tokens  # noqa: PLC0415  # lazy, see the module

        metadata = await self._find_metadata()
        if iss != metadata["issuer"] and (
            iss or metadata.get("authorization_response_iss_parameter_supported") is True
        ):
            raise oidc_tokens.NotAccepted("the answer is from another issuer")
        secret = self.settings.oidc_client_secret
        headers, body = oidc_tokens.token_request(
            metadata, self.settings.oidc_client_id, secret and secret.get_secret_value(),
            code=code, redirect_uri=self.redirect_uri, verifier=verifier,
        )  # fmt: skip
        answer = await self._ask(metadata["token_endpoint"], "POST", headers, body)
        if answer.status != 200:
            # A wrong client or secret is for the host to mend; a code used twice is nobody's fault.
            logger.warning("the OpenID issuer gives no token", extra={"status": answer.status})
            raise oidc_tokens.NotAccepted(f"the token endpoint answered {answer.status}")
        tokens = oidc_tokens.read_object(answer.body)
        token, access = tokens.get("id_token"), tokens.get("access_token")
        if not isinstance(token, str):
            raise oidc_tokens.NotAccepted("no ID token")
        access = access if isinstance(access, str) else None
        claims = await self._read(token, nonce, access)
        return self._statement(await self._complete(claims, access), metadata["issuer"])

    async def _read(self, token: str, nonce: str, access_token: str | None) -> dict[str, Any]:
        from fitfolio.auth import oidc_tokens  # noqa: PLC0415  # lazy, see the module

        async def attempt() -> dict[str, Any]:
            return oidc_tokens.read_id_token(
                token, await self._find_keys(), issuer=self._metadata["issuer"],
                client_id=self.settings.oidc_client_id, nonce=nonce, access_token=access_token,
                now_s=self.clock.now_ms() // 1000,
            )  # fmt: skip

        try:
            return await attempt()
        except oidc_tokens.UnknownKey:
            if self.clock.now_ms() - self._keys_at < AGAIN_MS:
                raise
            self._keys_at = 0
            return await attempt()

    async def _complete(self, claims: dict[str, Any], access_token: str | None) -> dict[str, Any]:
        """With what only the userinfo endpoint tells: some issuers keep ID tokens minimal."""
        from fitfolio.auth import oidc_tokens  # noqa: PLC0415  # lazy, see the module

        wanted = {"email"} | ({self.settings.oidc_groups_claim} if self._has_admins else set())
        endpoint = self._metadata.get("userinfo_endpoint")
        if wanted <= claims.keys() or not isinstance(endpoint, str) or access_token is None:
            return claims
        headers = {"Authorization": f"Bearer {access_token}"}
        answer = await self._ask(endpoint, "GET", headers)
        if answer.status != 200:
            raise oidc_tokens.NotAccepted(f"the userinfo endpoint answered {answer.status}")
        more = oidc_tokens.read_object(answer.body)
        if more.get("sub") != claims["sub"]:
            raise oidc_tokens.NotAccepted("the userinfo endpoint speaks of somebody else")
        return more | claims

    @property
    def _has_admins(self) -> bool:
        return self.settings.oidc_admin_group is not None

    def _statement(self, claims: dict[str, Any], issuer: str) -> Statement:
        email, groups = claims.get("email"), claims.get(self.settings.oidc_groups_claim)
        auth_time = claims.get("auth_time")
        return Statement(
            issuer=issuer, subject=claims["sub"], email=email if isinstance(email, str) else "",
            # Some issuers write the word.
            is_email_verified=(
                claims.get("email_verified") in {True, "true"} or self.settings.oidc_trust_email
            ),
            groups=tuple(one for one in groups if isinstance(one, str))
            if isinstance(groups, list) else (),
            auth_time=int(auth_time) if isinstance(auth_time, int | float) else None,
        )  # fmt: skip

    # -- asking

    async def _find_metadata(self) -> dict[str, Any]:
        from fitfolio.auth import oidc_tokens  # noqa: PLC0415  # lazy, see the module

        async with self._lock:
            now = self.clock.now_ms()
            if not self._metadata or now - self._metadata_at > METADATA_MS:
                issuer = self.settings.oidc_issuer
                url = f"{issuer.rstrip('/')}/.well-known/openid-configuration"
                self._metadata = oidc_tokens.read_metadata(await self._get(url), issuer)
                self._metadata_at = now
        return self._metadata

    async def _find_keys(self) -> list[dict[str, Any]]:
        from fitfolio.auth import oidc_tokens  # noqa: PLC0415  # lazy, see the module

        async with self._lock:
            now = self.clock.now_ms()
            if not self._keys or now - self._keys_at > METADATA_MS:
                self._keys = oidc_tokens.read_keys(await self._get(self._metadata["jwks_uri"]))
                self._keys_at = now
        return self._keys

    async def _get(self, url: str) -> bytes:
        answer = await self._ask(url, "GET")
        if answer.status != 200:
            raise Unreachable(f"it answered {answer.status}")
        return answer.body

    async def _ask(
        self, url: str, method: str, headers: dict[str, str] | None = None, body: str = ""
    ) -> Answer:
        place = self._parse(url)
        try:
            address = await addresses.resolve(place, allow_private=await self._may_be_inside(place))
            answer = await exchange(place, address, method=method, headers=headers, body=body)
        except addresses.Refused as error:
            raise Unreachable(f"{place.host}: {error}") from None
        except (OSError, TimeoutError, ValueError) as error:
            raise Unreachable(f"{place.host}: {error!r}") from None
        if answer.status >= 500:
            raise Unreachable(f"{place.host} answered {answer.status}")
        return answer

    def _parse(self, url: str) -> addresses.Endpoint:
        try:
            place = addresses.parse(url, allow_private=True)
        except addresses.Refused as error:
            raise Unreachable(f"an address of the issuer: {error}") from None
        if place.scheme != "https" and not is_this_machine(place.host):
            raise Unreachable("an address of the issuer is not https")
        return place

    async def _may_be_inside(self, place: addresses.Endpoint) -> bool:
        """What the host has configured may be anywhere; what it names, only where it is itself."""
        own = addresses.parse(self.settings.oidc_issuer, allow_private=True)
        if place.host == own.host:
            return True
        return not addresses.is_public(ip_address(await addresses.resolve(own, allow_private=True)))


def is_this_machine(host: str) -> bool:
    """Whether a host name or address stands for the machine itself."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
