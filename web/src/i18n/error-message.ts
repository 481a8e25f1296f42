import { msg } from "@lingui/core/macro";
import { i18n, type MessageDescriptor } from "@lingui/core";

/** What every failure has: a stable code, and an English sentence for codes without a translation. */
export interface CodedError {
  readonly code: string;
  readonly detail: string;
}

const OUTDATED = msg`This page has become outdated. Reload it and try again.`;
const SIGNED_OUT = msg`You are signed out. Sign in again; nothing on this device is lost.`;

type ErrorTexts = Readonly<Record<string, MessageDescriptor>>;

const texts = new Map<string, MessageDescriptor>();

/** A slice's own failures; called once, where the slice's commands are (`error-texts.ts`). */
export function registerErrorTexts(by_code: ErrorTexts): void {
  for (const [code, text] of Object.entries(by_code)) texts.set(code, text);
}

registerErrorTexts({
  "network.unreachable": msg`The server cannot be reached. Check the connection; what is on this device still works.`,
  "device.storage_failed": msg`This device cannot store the data. Free some space, or allow this site to keep data.`,
  "request.invalid": msg`Something in this entry is not in the form the server expects.`,
  "request.too_large": msg`This is larger than the server accepts.`,
  "request.headers_too_large": msg`This is larger than the server accepts.`,
  "request.unreadable": OUTDATED,
  "request.not_found": msg`There is nothing at this address.`,
  "request.csrf": OUTDATED,
  "request.rate_limited": msg`Too many tries in a short time. Wait a moment and try again.`,
  "server.failed": msg`Something went wrong on the server. It has been noted in its log.`,
  "server.busy": msg`The server is busy or starting. Try again shortly.`,
  "server.storage_full": msg`The server's disk is full. Nothing was changed.`,
  "auth.required": SIGNED_OUT,
  "auth.signed_out": SIGNED_OUT,
  "auth.invalid_token": msg`The link or code is wrong, has been used, or is too old.`,
  "auth.invalid_email": msg`This does not look like an e-mail address.`,
  "auth.too_many_codes": msg`Too many wrong codes. Ask for a new one.`,
  "auth.admin_required": msg`Only an administrator may do this.`,
  "auth.exists": msg`There is an account with this address already.`,
  "request.method_not_allowed": OUTDATED,
});

/** The sentence for a failure in the current language; unknown codes fall back to the server's own words. */
export function errorMessage(error: CodedError): string {
  const text = texts.get(error.code);
  return text ? i18n._(text) : error.detail;
}
