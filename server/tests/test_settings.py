from __future__ import annotations

from pathlib import Path

import pytest

from fitfolio.settings import Settings, SettingsError, load_settings


def test_defaults_need_no_variable():
    settings = load_settings({})
    assert (settings.host, settings.port, settings.data_dir) == ("127.0.0.1", 8000, Path("data"))
    assert settings.database == "sqlite:///data/fitfolio.sqlite3"
    assert settings.delivery == "console"
    assert settings.base_url == "http://127.0.0.1:8000"


def test_every_setting_can_come_from_a_file(tmp_path):
    secret = tmp_path / "password"
    secret.write_text("s3cret\n")
    settings = load_settings(
        {"FITFOLIO_SMTP_PASSWORD_FILE": str(secret), "FITFOLIO_SMTP_HOST": "mail"}
    )
    assert settings.smtp_password.get_secret_value() == "s3cret"
    assert "s3cret" not in repr(settings)


@pytest.mark.parametrize(
    ("variable", "value", "word"),
    [
        ("FITFOLIO_PROT", "1", "FITFOLIO_PROT"),
        ("FITFOLIO_PORT", "eighty", "FITFOLIO_PORT"),
        ("FITFOLIO_PORT", "70000", "FITFOLIO_PORT"),
        ("FITFOLIO_PUBLIC_URL", "gym.example.org", "FITFOLIO_PUBLIC_URL"),
        ("FITFOLIO_PUBLIC_URL", "ftp://gym.example.org", "FITFOLIO_PUBLIC_URL"),
        ("FITFOLIO_TRUSTED_PROXIES", "localhost", "localhost"),
        ("FITFOLIO_DATABASE_URL", "mysql://x", "FITFOLIO_DATABASE_URL"),
        ("FITFOLIO_SMTP_PASSWORD_FILE", "/nowhere/at/all", "FITFOLIO_SMTP_PASSWORD_FILE"),
        ("FITFOLIO_SIGNUP", "maybe", "FITFOLIO_SIGNUP"),
        ("FITFOLIO_REDIS_URL", "http://localhost:6379", "redis://"),
        ("FITFOLIO_OIDC_ISSUER", "https://auth.example.org", "FITFOLIO_OIDC_CLIENT_ID"),
        ("FITFOLIO_OIDC_ISSUER", "http://auth.example.org", "must look like"),
        ("FITFOLIO_OIDC_ISSUER", "auth.example.org", "must look like"),
        ("FITFOLIO_OIDC_ISSUER", "https://auth.example.org?x=1", "must look like"),
        ("FITFOLIO_OIDC_ISSUER", "https://me:pw@auth.example.org", "must look like"),
        ("FITFOLIO_VAPID_SUBJECT", "me@example.org", "FITFOLIO_VAPID_SUBJECT"),
        ("FITFOLIO_VAPID_PRIVATE_KEY", "c2hvcnQ", "32 bytes"),
        ("FITFOLIO_VAPID_PRIVATE_KEY", "no base64!", "32 bytes"),
        ("FITFOLIO_VAPID_PRIVATE_KEY", "A" * 43, "32 bytes"),
        ("FITFOLIO_VAPID_PRIVATE_KEY", "_" * 43, "32 bytes"),
    ],
)
def test_a_wrong_setting_is_named_in_one_sentence(variable, value, word):
    with pytest.raises(SettingsError) as caught:
        load_settings({variable: value})
    assert word in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_issuer_is_asked_for_more_than_an_identity_only_with_it():
    with pytest.raises(SettingsError, match="openid"):
        load_settings(
            {"FITFOLIO_OIDC_ISSUER": "http://localhost:9000", "FITFOLIO_OIDC_CLIENT_ID": "x",
             "FITFOLIO_OIDC_SCOPES": "email"}
        )  # fmt: skip


def test_a_secret_never_appears_in_the_complaint_about_it():
    with pytest.raises(SettingsError) as caught:
        load_settings({"FITFOLIO_DATABASE_URL": "mysql://ada:hunter2@db/x"})
    assert "hunter2" not in str(caught.value)


def test_lists_take_blanks_and_commas():
    settings = load_settings({"FITFOLIO_TRUSTED_PROXIES": "10.0.0.0/8, ::1 127.0.0.1"})
    assert settings.trusted_proxies == ("10.0.0.0/8", "::1", "127.0.0.1")


def test_https_follows_the_public_url():
    assert load_settings({"FITFOLIO_PUBLIC_URL": "https://gym.example.org/"}).is_https
    assert (
        load_settings({"FITFOLIO_PUBLIC_URL": "https://gym.example.org/"}).base_url
        == "https://gym.example.org"
    )


def test_every_setting_is_described():
    assert all(field.description for field in Settings.model_fields.values())


def test_a_value_and_its_file_are_not_both_set(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("from the file")
    both = {"FITFOLIO_SMTP_PASSWORD_FILE": str(secret), "FITFOLIO_SMTP_PASSWORD": "plain"}
    for environ in (both, dict(reversed(both.items()))):
        with pytest.raises(SettingsError) as caught:
            load_settings(environ)
        assert str(caught.value) == (
            "Both FITFOLIO_SMTP_PASSWORD and FITFOLIO_SMTP_PASSWORD_FILE are set; keep one of them."
        )
    settings = load_settings(both | {"FITFOLIO_SMTP_PASSWORD": ""})
    assert settings.smtp_password.get_secret_value() == "from the file"
