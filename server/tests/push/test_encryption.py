"""Against the example of RFC 8291, and against a receiver written from the RFC."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from fitfolio.push import encryption
from tests.push.builders import Browser, a_browser
from tests.push.push_service import claims_of, decrypt

# RFC 8291, section 5 and appendix A.
PLAIN = b"When I grow up, I want to be a watermelon"
SENDER_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
SENDER_PUBLIC = (
    "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"
)
RECEIVER_PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"
RECEIVER_PUBLIC = (
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
)
AUTH = "BTBZMqHH6r4Tts7J_aSIgg"
SALT = "DGv6ra1nlYgDCS1FRnbzlw"
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
    "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qu"
    "lcy4a-fN"
)


def key_of(text):
    return ec.derive_private_key(int.from_bytes(encryption.decode(text), "big"), ec.SECP256R1())


def test_the_example_of_the_rfc_comes_out_byte_for_byte():
    body = encryption.encrypt(
        PLAIN, RECEIVER_PUBLIC, AUTH, salt=encryption.decode(SALT), sender=key_of(SENDER_PRIVATE)
    )
    assert encryption.encode(body) == BODY
    browser = Browser(key_of(RECEIVER_PRIVATE), encryption.decode(AUTH))
    assert decrypt(browser, body) == PLAIN
    assert encryption.public_key(SENDER_PRIVATE) == SENDER_PUBLIC


@given(st.binary(max_size=encryption.PAYLOAD_LIMIT))
def test_a_browser_reads_what_was_sent(payload):
    browser = a_browser()
    keys = browser.subscription("x")["keys"]
    body = encryption.encrypt(payload, **keys)
    assert len(body) <= 4096
    assert decrypt(browser, body) == payload
    assert encryption.encrypt(payload, **keys) != body, "no two messages look alike"


def test_what_does_not_fit_is_refused():
    keys = a_browser().subscription("x")["keys"]
    with pytest.raises(ValueError, match="3993"):
        encryption.encrypt(b"x" * (encryption.PAYLOAD_LIMIT + 1), **keys)


@pytest.mark.parametrize(
    ("p256dh", "auth"),
    [
        (RECEIVER_PUBLIC, "c2hvcnQ"),
        (RECEIVER_PUBLIC, "not base64!"),
        ("BA" + "A" * 85, AUTH),
        (AUTH, AUTH),
        ("", AUTH),
    ],
)
def test_keys_that_are_none_are_refused(p256dh, auth):
    with pytest.raises(ValueError):  # noqa: PT011  # the words are the library's
        encryption.check_keys(p256dh, auth)


def test_the_signature_says_who_sends_to_whom():
    key = encryption.new_private_key()
    header = encryption.authorization(key, "https://push.example", "mailto:a@b.c", 1_000_000)
    claims, public = claims_of(header)
    assert claims == {"aud": "https://push.example", "exp": 1000 + 43_200, "sub": "mailto:a@b.c"}
    assert public == encryption.public_key(key)


def test_keys_are_different_and_padding_is_no_matter():
    assert encryption.new_private_key() != encryption.new_private_key()
    assert encryption.public_key(SENDER_PRIVATE + "=") == SENDER_PUBLIC
