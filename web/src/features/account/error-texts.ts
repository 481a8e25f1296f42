import { msg } from "@lingui/core/macro";
import { registerErrorTexts } from "@/i18n/error-message.ts";
import { loadWords } from "./words.ts";

loadWords();

registerErrorTexts({
  "auth.scope_missing": msg`This API token may not do that: it lacks a scope.`,
  "auth.session_required": msg`An API token cannot do this. Sign in instead.`,
  "auth.proof_required": msg`This needs proof that it is you: use a passkey or a mailed code.`,
  "auth.current_session": msg`This is the device you are using. Sign out instead.`,
  "auth.session_not_found": msg`This device is signed out already.`,
  "passkeys.not_found": msg`There is no such passkey any more.`,
  "device.passkey_cancelled": msg`No passkey was made. Try again, or choose another place for it.`,
  "device.passkey_failed": msg`This device could not make a passkey. Try another one, or a security key.`,
  "passkeys.exists": msg`This passkey is registered already.`,
  "passkeys.name_taken": msg`Another passkey has this name already.`,
  "passkeys.too_many": msg`There are as many passkeys as an account may have. Remove one first.`,
  "tokens.not_found": msg`There is no such API token any more.`,
  "tokens.expired": msg`That day has passed already.`,
  "account.same_email": msg`This is your address already.`,
  "account.not_confirmed": msg`Type your address to confirm.`,
  "account.not_leaving": msg`The account is not waiting to be deleted.`,
  "admin.last_admin": msg`There is always at least one administrator.`,
  "admin.user_not_found": msg`There is no such account.`,
  "admin.invitation_not_found": msg`There is no such invitation, or it has been used.`,
  "admin.signup_closed": msg`Sign-up is closed on this server. Its host can allow invitations.`,
  "admin.bad_cursor": msg`This list has changed. Load it again.`,
  "admin.mail_not_found": msg`There is no such letter, or it was not given up.`,
  "tokens.too_many": msg`There are as many API tokens as an account may have. Revoke one first.`,
  "oidc.off": msg`Signing in this way is not set up on this server.`,
  "oidc.unreachable": msg`The place where you sign in cannot be reached. Try again later, or sign in by mail.`,
  "oidc.failed": msg`Signing in took too long or was interrupted. Begin again from the sign-in page.`,
  "oidc.cancelled": msg`You cancelled. Nothing has happened.`,
  "oidc.email_unverified": msg`Your address is not confirmed where you sign in. Confirm it there, or sign in by mail.`,
  "oidc.no_account": msg`There is no account for you on this server. Ask its host for one.`,
  "oidc.refused": msg`This account may not be used. Ask the host of this server.`,
  "oidc.other_identity": msg`This account belongs to another identity. Sign in by mail and remove that one first.`,
  "identities.not_found": msg`This way to sign in has been removed already.`,
  "request.wrong_host": msg`The server does not answer to this address. Open it by its public one.`,
});
