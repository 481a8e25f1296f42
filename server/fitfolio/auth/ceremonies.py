"""The WebAuthn library, spoken to in one place.

Imported when the first passkey is used: it costs 0.35 s and 26 MB that most starts do not need.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    CredentialDeviceType,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

RP_NAME = "FitFolio"
KNOWN_TRANSPORTS = frozenset(item.value for item in AuthenticatorTransport)


class NotAccepted(Exception):
    """The authenticator's answer does not hold; the text is for the audit log only."""


class Unknown(NotAccepted):
    """There is no passkey with this id, or no longer."""


@dataclass(frozen=True)
class RelyingParty:
    """For whom passkeys are made: a host name, and the one origin whose pages may use them."""

    id: str
    origin: str


@dataclass(frozen=True)
class Stated:
    """What a good answer says about the passkey; ids and keys in base64url."""

    credential_id: str
    public_key: str
    sign_count: int
    aaguid: str
    backup_eligible: bool
    backup_state: bool


def transports_of(credential: dict[str, Any]) -> list[str]:
    """How the authenticator says it can be reached; what is not known is left out."""
    response = credential.get("response")
    given = response.get("transports") if isinstance(response, dict) else None
    return [one for one in given if one in KNOWN_TRANSPORTS] if isinstance(given, list) else []


def _descriptor(row: Any) -> PublicKeyCredentialDescriptor:
    return PublicKeyCredentialDescriptor(
        id=base64url_to_bytes(row.credential_id),
        transports=[AuthenticatorTransport(one) for one in json.loads(row.transports)],
    )


def creation_options(
    rp: RelyingParty, challenge: str, handle: str, name: str, display_name: str, known: Any,
    timeout_ms: int,
) -> dict[str, Any]:  # fmt: skip
    """Options for `navigator.credentials.create()`; `known` passkeys are not made a second time."""
    options = generate_registration_options(
        rp_id=rp.id, rp_name=RP_NAME, user_name=name, user_id=base64url_to_bytes(handle),
        user_display_name=display_name, challenge=base64url_to_bytes(challenge),
        timeout=timeout_ms, exclude_credentials=[_descriptor(row) for row in known],
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, require_resident_key=True,
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
    )  # fmt: skip
    return dict(json.loads(options_to_json(options)))


def request_options(rp: RelyingParty, challenge: str, own: Any, timeout_ms: int) -> dict[str, Any]:
    """Options for `navigator.credentials.get()`; with no `own` passkeys named, any may answer."""
    options = generate_authentication_options(
        rp_id=rp.id, challenge=base64url_to_bytes(challenge), timeout=timeout_ms,
        allow_credentials=[_descriptor(row) for row in own],
        user_verification=UserVerificationRequirement.PREFERRED,
    )  # fmt: skip
    return dict(json.loads(options_to_json(options)))


def _check_frame(challenge: str, credential: dict[str, Any]) -> None:
    """What the library does not look at: an answer to nothing, and pages in frames of other sites."""
    if not challenge:
        raise NotAccepted("no such challenge")
    client_data = json.loads(base64url_to_bytes(credential["response"]["clientDataJSON"]))
    if client_data.get("crossOrigin") is True or client_data.get("topOrigin"):
        raise NotAccepted("in a frame of another site")


def check_creation(rp: RelyingParty, challenge: str, credential: dict[str, Any]) -> Stated:
    """What a new passkey says about itself; NotAccepted if anything about the answer is wrong."""
    try:
        _check_frame(challenge, credential)
        made = verify_registration_response(
            credential=credential, expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=rp.id, expected_origin=rp.origin,
        )  # fmt: skip
    except NotAccepted:
        raise
    except Exception as error:  # noqa: BLE001  # it parses what a stranger sent; any failure means no
        raise NotAccepted(type(error).__name__) from None
    return Stated(
        bytes_to_base64url(made.credential_id), bytes_to_base64url(made.credential_public_key),
        made.sign_count, made.aaguid,
        made.credential_device_type == CredentialDeviceType.MULTI_DEVICE,
        made.credential_backed_up,
    )  # fmt: skip


def check_assertion(
    rp: RelyingParty, challenge: str, credential: dict[str, Any], public_key: str
) -> Stated:
    """The same for the answer of a known passkey. Its count is given back unjudged."""
    try:
        _check_frame(challenge, credential)
        done = verify_authentication_response(
            credential=credential, expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=rp.id, expected_origin=rp.origin,
            credential_public_key=base64url_to_bytes(public_key), credential_current_sign_count=0,
        )  # fmt: skip
    except NotAccepted:
        raise
    except Exception as error:  # noqa: BLE001  # as above
        raise NotAccepted(type(error).__name__) from None
    return Stated(
        bytes_to_base64url(done.credential_id), public_key, done.new_sign_count, "",
        done.credential_device_type == CredentialDeviceType.MULTI_DEVICE,
        done.credential_backed_up,
    )  # fmt: skip
