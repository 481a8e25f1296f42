import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  sendSignal,
  startAuthentication,
  WebAuthnAbortService,
  WebAuthnError,
} from "@simplewebauthn/browser";
import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import { err, ok, type Result } from "@/lib/result.ts";
import "./error-texts.ts";

export type PasskeyChallenge = components["schemas"]["PasskeyChallenge"];
export type PasskeyAnswer = components["schemas"]["PasskeyAnswer"];

/** Whether this browser knows passkeys at all; pages without TLS have none either. */
export const canUsePasskeys = browserSupportsWebAuthn;

/** Whether it can offer passkeys in a text field. */
export const canAutofill = browserSupportsWebAuthnAutofill;

/**
 * Ask the browser for a passkey. `null` when the person closed its window, let it run out, or another
 * request took its place: none of these is an error.
 */
export async function askForPasskey(
  challenge: PasskeyChallenge,
  { autofill }: { readonly autofill: boolean },
): Promise<Result<PasskeyAnswer | null, ApiError>> {
  try {
    const credential = await startAuthentication({
      optionsJSON: optionsOf(challenge),
      useBrowserAutofill: autofill,
    });
    return ok({ challenge_id: challenge.challenge_id, credential: { ...credential } satisfies AuthenticationResponseJSON });
  } catch (error) {
    return isCancelled(error) ? ok(null) : err(failure(error));
  }
}

/** Passkeys of the account that the server knows; none for a challenge that names nobody. */
export function namedPasskeys(challenge: PasskeyChallenge): number {
  return optionsOf(challenge).allowCredentials?.length ?? 0;
}

/** Take back the offer in the e-mail field, or the browser's window. */
export function stopAsking(): void {
  WebAuthnAbortService.cancelCeremony();
}

/** Have the authenticator forget a passkey that the server does not know any more, where it can be told. */
export async function tellUnknown(challenge: PasskeyChallenge, { credential }: PasskeyAnswer): Promise<void> {
  const { rpId } = optionsOf(challenge);
  const { id } = credential;
  if (rpId === undefined || typeof id !== "string") return;
  // Young and optional: browsers without it say so by failing.
  await sendSignal({ signalName: "unknownCredential", rpID: rpId, credentialID: id }).catch(() => undefined);
}

function optionsOf(challenge: PasskeyChallenge): PublicKeyCredentialRequestOptionsJSON {
  return challenge.options as unknown as PublicKeyCredentialRequestOptionsJSON;
}

function isCancelled(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === "NotAllowedError" || error.name === "AbortError";
}

/** What only the browser knows of: another host name than the passkeys' own, a key that does not answer. */
function failure(error: unknown): ApiError {
  const is_wrong_host = error instanceof WebAuthnError && /INVALID_(RP_ID|DOMAIN)/.test(error.code);
  return {
    code: is_wrong_host ? "passkeys.wrong_host" : "passkeys.no_answer",
    status: 0,
    detail: error instanceof Error ? error.message : String(error),
  };
}
