import { msg, plural } from "@lingui/core/macro";
import { i18n, type MessageDescriptor } from "@lingui/core";
import type { AuditEntry } from "./queries.ts";

type Extra = AuditEntry["extra"];

/** What each type of event means, for the list of types and where nothing more is known. */
const EVENTS: Readonly<Record<string, MessageDescriptor>> = {
  account_deleted: msg`The account was deleted with everything in it`,
  account_deletion_cancelled: msg`The account is kept after all`,
  account_deletion_scheduled: msg`Asked to delete the account`,
  account_paused: msg`Paused the account`,
  account_resumed: msg`Went on with a paused account`,
  admin_refused: msg`An act of administration was refused`,
  api_token_created: msg`Made an API token`,
  api_token_revoked: msg`Revoked an API token`,
  email_change_confirmed: msg`Confirmed a change of address`,
  email_change_started: msg`Asked for another address`,
  email_changed: msg`The address of the account changed`,
  email_verified: msg`Proved to own the address`,
  invitation_created: msg`Invited somebody`,
  invitation_revoked: msg`Took an invitation back`,
  lockout_cleared: msg`Let a locked address type codes again`,
  login_attempt_locked: msg`Tried to sign in while locked out`,
  logout: msg`Signed out`,
  magic_link_requested: msg`Asked for a sign-in mail`,
  magic_link_verified_failed: msg`Failed to sign in by mail`,
  magic_link_verified_success: msg`Signed in by mail`,
  mail_retried: msg`Had a letter tried again`,
  mail_tested: msg`Sent a test mail`,
  oidc_identity_linked: msg`Connected an account elsewhere`,
  oidc_identity_unlinked: msg`Removed the connection to an account elsewhere`,
  oidc_login: msg`Signed in with an account elsewhere`,
  oidc_login_failed: msg`Failed to sign in with an account elsewhere`,
  proof_failed: msg`Failed to prove who is there`,
  proof_given: msg`Proved again who is there`,
  proof_requested: msg`Asked for a code to prove who is there`,
  session_revoked: msg`Signed a device out`,
  session_rotated: msg`The secret of a session was exchanged`,
  sessions_revoked_all_others: msg`Signed all other devices out`,
  sessions_revoked_by_admin: msg`Was signed out everywhere by an administrator`,
  user_created: msg`The account was made`,
  user_deactivated: msg`The account was deactivated`,
  user_reactivated: msg`The account was reactivated`,
  user_role_changed: msg`The role was changed`,
  webauthn_auth_failed: msg`A passkey was not accepted`,
  webauthn_clone_suspected: msg`A passkey may have been copied`,
  webauthn_credential_created: msg`Added a passkey`,
  webauthn_credential_removed: msg`Removed a passkey`,
  webauthn_credential_renamed: msg`Renamed a passkey`,
  webauthn_login: msg`Signed in with a passkey`,
  webauthn_register_failed: msg`Failed to add a passkey`,
  webauthn_register_start: msg`Began to add a passkey`,
};

/** What a type of event is called; one that is newer than this app has its own name. */
export function eventName(event_type: string): string {
  const text = EVENTS[event_type];
  return text ? i18n._(text) : event_type;
}

/** What happened, in a sentence with what the event says about it. */
export function eventSentence({ event_type, extra }: Pick<AuditEntry, "event_type" | "extra">): string {
  const more = SENTENCES[event_type]?.(extra);
  return more ? i18n._(more) : eventName(event_type);
}

/** Events that say more about themselves; undefined where this one does not. */
const SENTENCES: Readonly<Record<string, (extra: Extra) => MessageDescriptor | undefined>> = {
  user_role_changed: (extra) =>
    textOf(extra, "role") === "admin" ? msg`Was made an administrator` : msg`Is no administrator any more`,
  invitation_created: (extra) => (textOf(extra, "role") === "admin" ? msg`Invited somebody as an administrator` : undefined),
  magic_link_verified_success: (extra) =>
    textOf(extra, "by") === "code" ? msg`Signed in with a mailed code` : msg`Signed in with a mailed link`,
  magic_link_verified_failed: (extra) =>
    textOf(extra, "by") === "code" ? msg`Typed a wrong code` : msg`Used a link that is wrong, used or too old`,
  proof_given: (extra) =>
    textOf(extra, "by") === "passkey" ? msg`Proved with a passkey who is there` : msg`Proved with a code who is there`,
  proof_failed: (extra) =>
    textOf(extra, "by") === "passkey"
      ? msg`Failed to prove with a passkey who is there`
      : msg`Typed a wrong code to prove who is there`,
  sessions_revoked_by_admin: (extra) =>
    withCount(extra, (count) =>
      msg({
        message: plural(count, {
          one: "Was signed out of # device by an administrator",
          other: "Was signed out of # devices by an administrator",
        }),
      }),
    ),
  sessions_revoked_all_others: (extra) =>
    withCount(extra, (count) =>
      msg({ message: plural(count, { one: "Signed # other device out", other: "Signed # other devices out" }) }),
    ),
  oidc_identity_linked: (extra) => withText(extra, "issuer", (issuer) => msg`Connected an account at ${issuer}`),
  oidc_identity_unlinked: (extra) => withText(extra, "issuer", (issuer) => msg`Removed the connection to ${issuer}`),
  email_change_started: (extra) => withText(extra, "new_email", (address) => msg`Asked to move to ${address}`),
  email_changed: (extra) => withText(extra, "old_email", (address) => msg`Moved here from ${address}`),
  api_token_created: (extra) => withText(extra, "name", (name) => msg`Made the API token “${name}”`),
  api_token_revoked: (extra) => withText(extra, "name", (name) => msg`Revoked the API token “${name}”`),
  webauthn_credential_created: (extra) => withText(extra, "nickname", (name) => msg`Added the passkey “${name}”`),
  webauthn_credential_removed: (extra) => withText(extra, "nickname", (name) => msg`Removed the passkey “${name}”`),
  webauthn_credential_renamed: (extra) => withText(extra, "nickname", (name) => msg`Renamed a passkey to “${name}”`),
  admin_refused: (extra) =>
    textOf(extra, "code") === "admin.last_admin"
      ? msg`Tried to take the last administrator's rights`
      : withText(extra, "path", (path) => msg`Tried to reach ${path} without being allowed to`),
};

function textOf(extra: Extra, name: string): string {
  const value = extra[name];
  return typeof value === "string" ? value : "";
}

function withText(extra: Extra, name: string, make: (text: string) => MessageDescriptor): MessageDescriptor | undefined {
  const text = textOf(extra, name);
  return text === "" ? undefined : make(text);
}

function withCount(extra: Extra, make: (count: number) => MessageDescriptor): MessageDescriptor | undefined {
  const count = extra["revoked_count"];
  return typeof count === "number" ? make(count) : undefined;
}

/** Who did it, where that is not whom it is about; the host's command line and the worker have no account. */
export function actorOf(entry: AuditEntry): string | null {
  if (entry.actor_id === null || entry.actor_id === entry.user_id) return null;
  return entry.actor_email ?? entry.actor_id;
}

/** The rest of what an event says, as text; nothing it holds is secret. */
export function extraLines(extra: Extra): readonly (readonly [string, string])[] {
  return Object.entries(extra)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const);
}

/** What the server writes in place of an address for the host who runs commands. */
const COMMAND_LINE = "command line";

/** Where an act came from, in words where it is no address. */
export function placeWords(ip: string): string {
  return ip === COMMAND_LINE ? i18n._(msg`Command line`) : ip;
}

export function isAddress(ip: string): boolean {
  return ip !== "" && ip !== COMMAND_LINE;
}
