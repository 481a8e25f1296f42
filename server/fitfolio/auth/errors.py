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
        "auth.scope_missing": (403, "The API token may not do this: it lacks a scope."),
        "auth.session_required": (403, "An API token cannot do this; it needs somebody signed in."),
        "auth.proof_required": (
            403,
            "This is dangerous: prove again that it is you, by a passkey or a mailed code.",
        ),
        "auth.current_session": (400, "This is the session you are using; sign out instead."),
        "auth.session_not_found": (404, "There is no such session, or it has ended already."),
        "passkeys.impossible": (409, "Passkeys need https or localhost, and a host name."),
        "passkeys.not_accepted": (400, "The passkey was not accepted."),
        "passkeys.not_found": (404, "There is no such passkey."),
        "passkeys.exists": (409, "This passkey is registered already."),
        "passkeys.name_taken": (409, "Another passkey of the account has this name already."),
        "passkeys.too_many": (409, "The account has as many passkeys as it may have."),
        "oidc.off": (409, "Signing in through an OpenID issuer is not set up here."),
        "oidc.unreachable": (503, "The OpenID issuer cannot be reached."),
        "oidc.failed": (400, "The OpenID issuer's answer does not hold; begin again."),
        "oidc.cancelled": (400, "Signing in was cancelled at the OpenID issuer."),
        "oidc.email_unverified": (
            403,
            "The OpenID issuer does not say that it has verified the address.",
        ),
        "oidc.no_account": (403, "There is no account with this address, and none may be made."),
        "oidc.refused": (403, "This account may not be used."),
        "oidc.other_identity": (
            409,
            "The account belongs to another identity at the OpenID issuer.",
        ),
        "identities.not_found": (404, "There is no such identity."),
        "tokens.not_found": (404, "There is no such API token, or it was revoked."),
        "tokens.expired": (400, "The day on which the token expires has passed already."),
        "tokens.too_many": (409, "The account has as many API tokens as it may have."),
        "account.same_email": (400, "This is the account's address already."),
        "account.not_confirmed": (400, "The address typed to confirm is not the account's."),
        "account.not_leaving": (404, "The account is not waiting to be deleted."),
        "admin.last_admin": (409, "There is always at least one administrator."),
        "admin.user_not_found": (404, "There is no such account."),
        "admin.invitation_not_found": (404, "There is no such invitation, or it was used."),
        "admin.bad_cursor": (400, "This is not a cursor of this list."),
        "admin.mail_not_found": (404, "There is no such letter, or it was not given up."),
        "admin.signup_closed": (409, "Sign-up is closed by the host; nobody can be invited."),
        "auth.exists": (409, "There is an account with this e-mail address already."),
    }
)
