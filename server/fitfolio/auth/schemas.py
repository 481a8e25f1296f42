"""Wire shapes of signing in and of one's own profile."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from fitfolio.auth.gym import EffortScale, EquipmentName, Gym, Rest, RestChange, WeightUnit
from fitfolio.core.schemas import Input, Output, ShortText, Text, TimeZoneName

LengthUnit = Literal["cm", "in"]
DistanceUnitChoice = Literal["km", "mi"]
Language = Literal["en", "de"]


class SignInStart(Input):
    """Asks for a link and a code."""

    email: Annotated[Text, StringConstraints(max_length=320, strip_whitespace=True)]


class SignInStarted(Output):
    """The same answer for every address. `delivery` says where link and code went."""

    message: str
    delivery: Literal["mail", "console"]


class SignInVerify(Input):
    """Either the token of the link, or the typed code together with the address."""

    token: Annotated[Text, StringConstraints(max_length=200)] | None = None
    email: Annotated[Text, StringConstraints(max_length=320, strip_whitespace=True)] | None = None
    code: Annotated[Text, StringConstraints(max_length=20)] | None = None


class Message(Output):
    """A sentence; the status says the rest."""

    message: str


class SignInConfig(Output):
    """What the sign-in page must know before anybody is signed in."""

    delivery: Literal["mail", "console"]
    first_account: bool
    version: str
    signup: Literal["closed", "invite", "open"]
    passkeys: bool
    """Whether passkeys can work here: they need TLS, or localhost."""
    account_delete_days: int
    """How long an account can still be kept after its owner has asked for its deletion [d]."""
    oidc_name: str | None
    """What the OpenID issuer is called to whom signing in through it is offered; null: there is none."""


class ProofGiven(Input):
    """The code that was mailed."""

    code: Annotated[Text, StringConstraints(max_length=20)]


class SessionRead(Output):
    """A device that is signed in. `place` stays null until a source of places is configured."""

    id: str
    created_at: str
    expires_at: str
    last_seen_at: str
    ip: str
    user_agent: str
    device: str
    place: str | None
    method: str
    is_current: bool


class SessionList(Output):
    """All living sessions of the account, newest first."""

    sessions: list[SessionRead]
    total: int


class SessionRevoked(Output):
    """Which session has been ended."""

    message: str
    revoked_session_id: str


class SessionsRevoked(Output):
    """How many sessions have been ended."""

    message: str
    revoked_count: int


class Me(Output):
    """The signed-in person, the session and the profile."""

    id: str
    email: str
    is_email_verified: bool
    is_admin: bool
    created_at: str
    last_login_at: str | None
    session_created_at: str
    session_expires_at: str | None
    delete_after: str | None
    display_name: str
    language: Language
    weight_unit: WeightUnit
    length_unit: LengthUnit
    distance_unit: DistanceUnitChoice
    time_zone: str
    week_start: int
    weekly_goal: int
    equipment: list[str] | None
    welcomed: bool
    effort_scale: EffortScale
    rest: Rest
    timer_sound: bool
    timer_vibration: bool
    keep_awake: bool
    gym: Gym | None


class ProfileChange(Input):
    """The named fields change, the others stay.

    `equipment: null` means "I have everything", `gym: null` the standard gym.
    """

    display_name: Annotated[ShortText, StringConstraints(max_length=80)] | None = None
    language: Language | None = None
    weight_unit: WeightUnit | None = None
    length_unit: LengthUnit | None = None
    distance_unit: DistanceUnitChoice | None = None
    time_zone: TimeZoneName | None = None
    week_start: Annotated[int, Field(ge=1, le=7)] | None = None
    weekly_goal: Annotated[int, Field(ge=1, le=14)] | None = None
    equipment: Annotated[list[EquipmentName], Field(max_length=16)] | None = None
    welcomed: bool | None = None
    effort_scale: EffortScale | None = None
    rest: RestChange | None = None
    timer_sound: bool | None = None
    timer_vibration: bool | None = None
    keep_awake: bool | None = None
    gym: Gym | None = None
