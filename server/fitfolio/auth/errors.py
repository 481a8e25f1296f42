"""The error codes of signing in."""

from fitfolio.core.errors import register_codes

register_codes(
    {
        "auth.required": (401, "Nobody is signed in."),
        "auth.invalid_token": (400, "The link or code is wrong, was used already or is too old."),
        "auth.invalid_email": (400, "This is not an e-mail address."),
        "auth.too_many_codes": (
            429,
            "Too many wrong codes for this address; use the link instead.",
        ),
        "auth.admin_required": (403, "Only an administrator may do this."),
        "auth.exists": (409, "There is an account with this e-mail address already."),
    }
)
