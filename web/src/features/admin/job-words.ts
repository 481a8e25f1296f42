import { msg } from "@lingui/core/macro";
import { i18n, type MessageDescriptor } from "@lingui/core";

const KINDS: Readonly<Record<string, MessageDescriptor>> = {
  "auth.clean_up": msg`Forgetting what is too old`,
  "auth.delete_account": msg`Deleting accounts whose time has come`,
  "imports.read": msg`Reading imported files`,
  "imports.take": msg`Taking in imported files`,
  "imports.undo": msg`Undoing imports`,
  "mail.send": msg`Sending mail`,
};

/** What jobs of a kind do; a kind that is newer than this app has its own name. */
export function jobWords(kind: string): string {
  const text = KINDS[kind];
  return text ? i18n._(text) : kind;
}
