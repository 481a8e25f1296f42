"""Everything a host can set, from `FITFOLIO_…` variables or the files named by `FITFOLIO_…_FILE`."""

from __future__ import annotations

import base64
import functools
import ipaddress
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

PREFIX = "FITFOLIO_"


REDIS_SCHEMES = frozenset({"redis", "rediss", "redis+unix"})


class SettingsError(Exception):
    """A setting is unknown, unreadable or wrong; the text is one sentence for the host."""


def _words(value: object) -> object:
    if isinstance(value, str):
        return tuple(word for word in value.replace(",", " ").split() if word)
    return value


WordList = Annotated[tuple[str, ...], BeforeValidator(_words)]


class Settings(BaseModel):
    """The settings of one server process. Each field is documented in docs/settings.md by generation."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")
    data_dir: Path = Field(Path("data"), description="Folder for the database and uploaded files.")
    database_url: SecretStr | None = Field(
        None,
        description="PostgreSQL (`postgresql://user:password@host/name`); SQLite in the data folder if unset.",
    )
    redis_url: SecretStr | None = Field(
        None,
        description="Redis or Valkey (`redis://:password@host:6379/0`, `rediss://…` with TLS) in which several processes count limits together; unset: each counts alone.",
    )
    sqlite_synchronous: Literal["FULL", "NORMAL"] = Field(
        "FULL",
        description="`NORMAL` is faster on slow SD cards but may lose the last seconds at a power cut.",
    )
    public_url: str | None = Field(
        None,
        description="The address people open, e.g. `https://gym.example.org`; drives links and cookies.",
    )
    smtp_host: str | None = Field(
        None, description="Mail server; unset: links and codes are printed."
    )
    smtp_port: int = Field(587, ge=1, le=65535, description="Port of the mail server.")
    smtp_security: Literal["none", "starttls", "tls"] = Field(
        "starttls", description="How the connection to the mail server is protected."
    )
    smtp_username: str | None = Field(None, description="Account at the mail server.")
    smtp_password: SecretStr | None = Field(None, description="Password at the mail server.")
    mail_from: str = Field("FitFolio <fitfolio@localhost>", description="Sender of mails.")
    signup: Literal["closed", "invite", "open"] = Field(
        "closed",
        description="Who may make an account: `closed` only the first person (then `fitfolio user create`), `invite` also whom an administrator invites, `open` everybody.",
    )
    oidc_issuer: str | None = Field(
        None,
        description="OpenID Connect issuer that people may sign in through, e.g. `https://auth.example.org/realms/home`; unset: none.",
    )
    oidc_client_id: str | None = Field(
        None, description="How this server is called at the OpenID issuer."
    )
    oidc_client_secret: SecretStr | None = Field(
        None, description="Its secret there; unset for a public client."
    )
    oidc_name: str = Field(
        "OpenID Connect",
        min_length=1,
        max_length=60,
        description="What the OpenID issuer is called on the sign-in page.",
    )
    oidc_scopes: WordList = Field(
        ("openid", "email", "profile"),
        description="What is asked of the OpenID issuer, separated by blanks.",
    )
    oidc_create_accounts: bool = Field(
        False,
        description="Whether everybody the OpenID issuer lets in gets an account, whatever `FITFOLIO_SIGNUP` says.",
    )
    oidc_trust_email: bool = Field(
        False,
        description="Whether the OpenID issuer's addresses count as verified even if it does not say so. Whoever can type an address there can then enter its account here.",
    )
    oidc_admin_group: str | None = Field(
        None,
        description="Members of this group at the OpenID issuer are administrators here; whoever manages its groups then decides about that.",
    )
    oidc_groups_claim: str = Field(
        "groups", description="The claim in which the OpenID issuer names groups."
    )
    vapid_private_key: SecretStr | None = Field(
        None,
        description="Key that signs push notifications (P-256, 32 bytes in base64url); unset: made once and kept in the database.",
    )
    vapid_subject: str | None = Field(
        None,
        description="How push services reach you: `mailto:…` or `https://…`; unset: the public address or the sender of mails.",
    )
    push_allow_private: bool = Field(
        False,
        description="Lets pushes go to your own network and over plain HTTP, for a push service of your own; every account could then make this server call addresses there.",
    )
    session_days: int = Field(
        14, ge=1, le=365, description="Days without use after which a session ends [d]."
    )
    session_max_days: int = Field(
        90, ge=1, le=730, description="Days after which a session ends in any case [d]."
    )
    session_rotate_days: int = Field(
        7, ge=1, le=90, description="Days after which a session's secret is exchanged [d]."
    )
    account_delete_days: int = Field(
        14,
        ge=1,
        le=365,
        description="Days between asking for the deletion of an account and the deletion [d].",
    )
    audit_days: int = Field(365, ge=7, le=3650, description="How long the audit log is kept [d].")
    rate_limit_enabled: bool = Field(True, description="Whether requests are limited.")
    trusted_proxies: WordList = Field(
        (),
        description="Addresses or networks whose `X-Forwarded-For` is believed, separated by blanks.",
    )
    allowed_hosts: WordList = Field(
        (),
        description="Host names this server answers to, separated by blanks; `*` any. Unset: the public address and this machine if that is `https://…`, else any.",
    )
    metrics_token: SecretStr | None = Field(
        None, description="Bearer token for `/metrics`; without it the page does not exist."
    )
    max_body_kb: int = Field(2048, ge=16, description="Largest ordinary request body [KiB].")
    max_import_mb: int = Field(200, ge=1, description="Largest import file [MiB].")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="How much is logged."
    )
    log_format: Literal["json", "text"] = Field(
        "json", description="Form of log lines on standard error."
    )

    @property
    def database(self) -> str:
        """The database URL in force."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.data_dir / 'fitfolio.sqlite3'}"

    @property
    def redis(self) -> str | None:
        """The URL of Redis, if there is one."""
        return None if self.redis_url is None else self.redis_url.get_secret_value()

    @property
    def base_url(self) -> str:
        """The address in links, without a trailing slash."""
        if self.public_url:
            return self.public_url.rstrip("/")
        host = "127.0.0.1" if self.host in {"0.0.0.0", "::"} else self.host  # noqa: S104
        return f"http://{host}:{self.port}"

    @functools.cached_property
    def is_https(self) -> bool:
        """Whether people reach this server over TLS."""
        return urlsplit(self.base_url).scheme == "https"

    @functools.cached_property
    def hosts(self) -> frozenset[str] | None:
        """Host names that are answered, lower-case; None for any."""
        if self.allowed_hosts:
            names = frozenset(name.lower() for name in self.allowed_hosts)
            return None if "*" in names else names
        if not self.is_https:
            return None  # at home people use addresses and names that nobody has listed
        return frozenset({urlsplit(self.base_url).hostname or "", "localhost", "127.0.0.1", "::1"})

    @property
    def delivery(self) -> Literal["mail", "console"]:
        """Where sign-in links and codes go."""
        return "mail" if self.smtp_host else "console"


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings; SettingsError names the first thing that is wrong."""
    environ = os.environ if environ is None else environ
    values: dict[str, str] = {}
    for variable, text in environ.items():
        if not variable.startswith(PREFIX):
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name.endswith("_file") and name.removesuffix("_file") in Settings.model_fields:
            plain = variable[: -len("_FILE")]
            if environ.get(plain):
                msg = f"Both {plain} and {variable} are set; keep one of them."
                raise SettingsError(msg)
            values[name.removesuffix("_file")] = _read_secret(variable, text)
        elif name in Settings.model_fields:
            if text != "":
                values.setdefault(name, text)
        else:
            msg = f"Unknown setting {variable}; docs/settings.md lists the known ones."
            raise SettingsError(msg)
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        variable = PREFIX + str(first["loc"][0]).upper()
        msg = f"Setting {variable} is not valid: {first['msg']}."
        raise SettingsError(msg) from None
    _check(settings)
    return settings


def _read_secret(variable: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        msg = f"The file named by {variable} cannot be read: {error.strerror}."
        raise SettingsError(msg) from None


P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""A private key is a number between 1 and this one (SEC 2, curve P-256)."""


def _check_push(settings: Settings) -> None:
    subject = settings.vapid_subject
    if subject is not None and not subject.startswith(("mailto:", "https://")):
        msg = "Setting FITFOLIO_VAPID_SUBJECT is not valid: it must start with mailto: or https://."
        raise SettingsError(msg)
    if settings.vapid_private_key is None:
        return
    text = settings.vapid_private_key.get_secret_value().rstrip("=")
    try:
        key = base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
    except ValueError:
        key = b""
    if len(key) != 32 or not 0 < int.from_bytes(key, "big") < P256_ORDER:
        msg = "Setting FITFOLIO_VAPID_PRIVATE_KEY is not valid: it must be 32 bytes in base64url."
        raise SettingsError(msg)


def _check_oidc(settings: Settings) -> None:
    if settings.oidc_issuer is None:
        return
    parts = urlsplit(settings.oidc_issuer)
    local = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if (
        not (parts.scheme == "https" or (parts.scheme == "http" and local))
        or not parts.hostname
        or parts.query
        or parts.fragment
        or parts.username is not None
    ):
        msg = "Setting FITFOLIO_OIDC_ISSUER is not valid: it must look like https://auth.example.org (http only on this machine)."
        raise SettingsError(msg)
    if settings.oidc_client_id is None:
        msg = "Setting FITFOLIO_OIDC_ISSUER needs FITFOLIO_OIDC_CLIENT_ID."
        raise SettingsError(msg)
    if "openid" not in settings.oidc_scopes:
        msg = "Setting FITFOLIO_OIDC_SCOPES is not valid: it must hold openid."
        raise SettingsError(msg)


def _check(settings: Settings) -> None:
    if settings.public_url is not None:
        parts = urlsplit(settings.public_url)
        if (
            parts.scheme not in {"http", "https"}
            or not parts.hostname
            or parts.query
            or parts.fragment
        ):
            msg = "Setting FITFOLIO_PUBLIC_URL is not valid: it must look like https://gym.example.org."
            raise SettingsError(msg)
    for proxy in settings.trusted_proxies:
        try:
            ipaddress.ip_network(proxy, strict=False)
        except ValueError:
            msg = f"Setting FITFOLIO_TRUSTED_PROXIES is not valid: {proxy} is not an address or network."
            raise SettingsError(msg) from None
    _check_push(settings)
    _check_oidc(settings)
    scheme = settings.database.split(":", 1)[0]
    if scheme not in {"sqlite", "postgresql", "postgresql+psycopg"}:
        msg = "Setting FITFOLIO_DATABASE_URL is not valid: it must start with postgresql:// or sqlite:///."
        raise SettingsError(msg)
    if settings.redis is not None and urlsplit(settings.redis).scheme not in REDIS_SCHEMES:
        msg = "Setting FITFOLIO_REDIS_URL is not valid: it must start with redis:// or rediss://."
        raise SettingsError(msg)
