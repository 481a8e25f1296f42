"""Push services are named by whoever signs in; this server must not be sent into its own network."""

from __future__ import annotations

import asyncio
import socket
from ipaddress import ip_address

import pytest

from fitfolio.core import addresses
from fitfolio.push import sending


def parse(text, **options):
    return addresses.parse(text, **({"allow_private": False} | options))


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
        "https://fcm.googleapis.com/fcm/send/abc:def?x=1",
        "https://web.push.apple.com/QGfP",
        "https://93.184.216.34/x",
        "https://[2606:4700::1111]/x",
        "https://push.example.org:443/x",
    ],
)
def test_public_push_services_are_taken(endpoint):
    assert parse(endpoint).port == 443


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.example.org/x",
        "ftp://push.example.org/x",
        "file:///etc/passwd",
        "https:///x",
        "https://push.example.org:8443/x",
        "https://push.example.org:22/x",
        "https://push.example.org:99999/x",
        "https://user:secret@push.example.org/x",
        "https://push.example.org/x#part",
        "https://push.example.org/a b",
        "https://push.example.org/\r\nHost: evil",
        "https://localhost/x",
        "https://a.localhost/x",
        "https://printer.local/x",
        "https://127.0.0.1/x",
        "https://127.1/x",
        "https://2130706433/x",
        "https://0x7f000001/x",
        "https://0177.0.0.1/x",
        "https://0.0.0.0/x",
        "https://10.0.0.1/x",
        "https://172.16.0.1/x",
        "https://192.168.1.1/x",
        "https://169.254.169.254/latest",
        "https://100.64.0.1/x",
        "https://224.0.0.1/x",
        "https://255.255.255.255/x",
        "https://[::1]/x",
        "https://[::]/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://[::ffff:10.0.0.1]/x",
        "https://[2002:7f00:1::]/x",
        "https://[64:ff9b::7f00:1]/x",
        "https://[fe80::1]/x",
        "https://[fc00::1]/x",
        "https://[fec0::1]/x",
        "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/x",
        "https://pußh.example/x",
        "https://" + "a" * 2000,
        "https://[::1/x",
        "",
    ],
)
def test_everything_else_is_refused(endpoint):
    with pytest.raises(addresses.Refused):
        parse(endpoint)


def test_a_push_service_of_ones_own_must_be_allowed():
    place = parse("http://127.0.0.1:8080/x?y=1", allow_private=True)
    assert place == ("http", "127.0.0.1", 8080, "/x?y=1")
    assert place.origin == "http://127.0.0.1:8080"
    assert parse("https://[::1]/x", allow_private=True).authority == "[::1]"
    with pytest.raises(addresses.Refused):
        parse("ftp://127.0.0.1/x", allow_private=True)


@pytest.mark.parametrize(
    "found",
    [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::1"], ["fe80::1%eth0"], ["::ffff:127.0.0.1"]],
)
def test_a_name_that_leads_into_the_own_network_is_refused(monkeypatch, found):
    def getaddrinfo(_host, port, *_args, **_options):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (item, port)) for item in found]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    place = parse("https://push.example.org/x")
    with pytest.raises(addresses.Refused, match="own network"):
        asyncio.run(addresses.resolve(place, allow_private=False))
    assert asyncio.run(addresses.resolve(place, allow_private=True)) == str(
        ip_address(found[0].partition("%")[0])
    )


def test_what_was_resolved_is_what_is_connected_to(monkeypatch):
    """A name that changes between check and connection gains nothing: it is asked for once."""
    asked = []

    def getaddrinfo(host, port, *_args, **_options):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with pytest.raises(OSError, match=r"refused|failed"):
        asyncio.run(sending.post("http://push.example.org:9/x", {}, b"", allow_private=True))
    assert asked[0] == "push.example.org"
    assert set(asked[1:]) <= {"127.0.0.1"}
