"""The error codes of notifications."""

from fitfolio.core.errors import register_codes

register_codes(
    {
        "push.invalid_endpoint": (400, "This is not the address of a push service."),
        "push.invalid_keys": (400, "These are not the keys of a browser."),
        "push.no_subscription": (409, "No browser of this account wants notifications."),
    }
)
