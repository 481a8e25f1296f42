import { msg } from "@lingui/core/macro";
import { i18n, type MessageDescriptor } from "@lingui/core";

const KINDS: Readonly<Record<string, MessageDescriptor>> = {
  "auth.sign_in": msg`Sign-in link and code`,
  "auth.proof": msg`Code that proves who is there`,
  "auth.invite": msg`Invitation`,
  "auth.confirm_email": msg`Change of address`,
  "auth.notice": msg`Notice about the account`,
  "auth.test": msg`Test mail`,
};

/** What a letter is about; a kind that is newer than this app has its own name. */
export function mailWords(kind: string): string {
  const text = KINDS[kind];
  return text ? i18n._(text) : kind;
}
