"""Wire shapes of notifications."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from fitfolio.core.schemas import Input, Output, Text

Endpoint = Annotated[Text, StringConstraints(min_length=1, max_length=2000)]
Base64Url = r"^[A-Za-z0-9_-]+={0,2}$"


class PushKey(Output):
    """What browsers subscribe with (`applicationServerKey`): a P-256 point in base64url."""

    public_key: str


class SubscriptionKeys(Input):
    """The browser's own keys, as `PushSubscription.toJSON()` gives them."""

    p256dh: Annotated[str, StringConstraints(min_length=87, max_length=88, pattern=Base64Url)]
    auth: Annotated[str, StringConstraints(min_length=22, max_length=24, pattern=Base64Url)]


class SubscriptionWrite(Input):
    """A browser that wants notifications while this session lives."""

    endpoint: Endpoint
    keys: SubscriptionKeys


class SubscriptionRead(Output):
    """What is stored of a browser; never its keys."""

    id: str
    endpoint: str
    created_at: str


class TestResult(Output):
    """To how many browsers a test notification went, and how many could not be reached."""

    sent: int
    failed: int
