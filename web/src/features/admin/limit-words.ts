import { msg } from "@lingui/core/macro";
import { i18n, type MessageDescriptor } from "@lingui/core";
import type { LockoutList } from "./queries.ts";

const NAMES: Readonly<Record<string, MessageDescriptor>> = {
  "magic-link-start": msg`Asking for a sign-in mail`,
  "magic-link-verify": msg`Signing in by link or code`,
  "webauthn-start": msg`Beginning with a passkey`,
  "webauthn-finish": msg`Answering with a passkey`,
  "oidc-start": msg`Leaving for the sign-in service`,
  "oidc-callback": msg`Coming back from the sign-in service`,
  "proof-start": msg`Asking for a proof code`,
  "proof-verify": msg`Giving a proof code`,
  "email-verify": msg`Confirming an address`,
  "email-change": msg`Changing the address`,
  logout: msg`Signing out`,
  "mail-test": msg`Sending a test mail`,
  imports: msg`Uploading a file`,
  export: msg`Exporting`,
  "push-test": msg`Trying a notification`,
  "push-subscriptions": msg`Registering for notifications`,
  "rest-timer": msg`Rest timer`,
  shared: msg`Looking at what was shared`,
  "shared copies": msg`Copying what was shared`,
  "shared pages": msg`Public pages of links`,
  api: msg`Everything else`,
};

/** Rules of one name and amount count together, however many paths they cover. */
export interface LimitGroup {
  readonly name: string;
  readonly paths: readonly string[];
  readonly amount: number;
  readonly seconds: number;
}

/** What counts together, in the order in which the server lists it. */
export function groupLimits(limits: LockoutList["limits"]): readonly LimitGroup[] {
  const groups = Object.groupBy(limits, ({ name, amount, seconds }) => `${name} ${amount} ${seconds}`);
  return Object.values(groups).flatMap((rules) => {
    const [first] = rules ?? [];
    return first ? [{ ...first, paths: (rules ?? []).map(({ path }) => path) }] : [];
  });
}

/** What a rule limits; one that is newer than this app has its own name. */
export function limitWords(name: string): string {
  const text = NAMES[name];
  return text ? i18n._(text) : name;
}
