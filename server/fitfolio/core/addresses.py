"""Which addresses this server may be sent to by somebody else: push services are named by whoever
signs in, the parts of an OpenID issuer by the issuer.

Unless `allow_private` only `https` on its own port, and only hosts all of whose addresses are public. The address
that was checked is the one that is connected to, so a name cannot change in between.
"""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

MAX_LENGTH = 2000
NAT64 = IPv6Network("64:ff9b::/96")


class Refused(Exception):
    """The address must not be connected to; the text says why."""


class Endpoint(NamedTuple):
    """An address in parts. `target` is path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """What a signature names as its audience."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        default = {"https": 443, "http": 80}[self.scheme]
        return f"{self.scheme}://{host}" + ("" if self.port == default else f":{self.port}")

    @property
    def authority(self) -> str:
        """The `Host` header."""
        return self.origin.partition("://")[2]


def parse(endpoint: str, *, allow_private: bool) -> Endpoint:
    """The parts of an address; Refused when nothing to be asked can be there.

    `allow_private` also lets plain HTTP, other ports and addresses of the own network through.
    """
    if len(endpoint) > MAX_LENGTH or not endpoint.isascii() or not endpoint.isprintable():
        raise Refused("it is not an address")
    try:
        parts = urlsplit(endpoint)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise Refused("it is not an address") from None
    schemes = {"https": 443, "http": 80} if allow_private else {"https": 443}
    if parts.scheme not in schemes or not host or " " in endpoint:
        raise Refused("it is not an https address")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise Refused("it holds more than an address")
    port = port or schemes[parts.scheme]
    if not allow_private:
        if port != 443:
            raise Refused("it names another port than that of https")
        _refuse_private(host)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Endpoint(parts.scheme, host, port, target)


def _refuse_private(host: str) -> None:
    """What can be said without asking for a name."""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        raise Refused("it lies in the own network")
    try:
        address = ip_address(host)
    except ValueError:
        # No top-level domain begins with a digit; 2130706433, 0x7f000001 and 127.1 are other ways
        # to write an address.
        if not host.rpartition(".")[2][:1].isalpha():
            raise Refused("it is not a host name") from None
        return
    if not is_public(address):
        raise Refused("it lies in the own network")


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether anybody on the internet could reach it; addresses wrapped in others are unwrapped."""
    if isinstance(address, IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour
        if wrapped is None and address in NAT64:
            wrapped = IPv4Address(int(address) & 0xFFFFFFFF)
        if wrapped is not None:
            return is_public(wrapped)
        if address.teredo is not None or address.is_site_local:
            return False
    return address.is_global and not address.is_multicast


async def resolve(endpoint: Endpoint, *, allow_private: bool) -> str:
    """The address to connect to; Refused when one of the host's addresses is not public.

    Raises OSError when the name cannot be resolved.
    """
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(endpoint.host, endpoint.port, type=socket.SOCK_STREAM)
    addresses = [ip_address(str(item[4][0]).partition("%")[0]) for item in found]
    if not allow_private and not all(map(is_public, addresses)):
        raise Refused("it leads into the own network")
    return str(addresses[0])
