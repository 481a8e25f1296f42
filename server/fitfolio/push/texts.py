"""What notifications of this slice say, in the language of the profile."""

from __future__ import annotations

from fitfolio.push.service import Message

_TEST = {
    "en": "Notifications arrive on this device.",
    "de": "Benachrichtigungen kommen auf diesem Gerät an.",
}


def test_message(language: str) -> Message:
    """Shows that notifications work."""
    return Message(
        title="FitFolio", body=_TEST.get(language, _TEST["en"]), tag="test", topic="test",
        path="/settings", ttl_s=60, data={},
    )  # fmt: skip
