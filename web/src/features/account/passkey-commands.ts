import { sendSignal, startRegistration } from "@simplewebauthn/browser";
import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from "@simplewebauthn/browser";
import { api, toResult } from "@/api/client.ts";
import type { Profile } from "@/db/documents.ts";
import type { CodedError } from "@/i18n/error-message.ts";
import { err, ok, type Result } from "@/lib/result.ts";
import "./error-texts.ts";
import { passkeyFailure } from "./passkey-rules.ts";
import type { PasskeyList } from "./queries.ts";

/** Have the device make a passkey and give it to the account. An empty name becomes the device's. */
export async function addPasskey(name: string): Promise<Result<unknown, CodedError>> {
  const started = await toResult(api.POST("/api/v1/auth/webauthn/register/start"));
  if (!started.ok) return started;
  const { options, challenge_id } = started.value;
  const made = await createOnDevice(options as unknown as PublicKeyCredentialCreationOptionsJSON);
  if (!made.ok) return made;
  const body = { credential: { ...made.value }, challenge_id, nickname: name.trim() || null };
  return toResult(api.POST("/api/v1/auth/webauthn/register/finish", { body }));
}

async function createOnDevice(
  optionsJSON: PublicKeyCredentialCreationOptionsJSON,
): Promise<Result<RegistrationResponseJSON, CodedError>> {
  try {
    return ok(await startRegistration({ optionsJSON }));
  } catch (error) {
    return err({ code: passkeyFailure(error), detail: error instanceof Error ? error.message : String(error) });
  }
}

export function renamePasskey(passkey_id: string, nickname: string): Promise<Result<unknown, CodedError>> {
  const init = { params: { path: { passkey_id } }, body: { nickname: nickname.trim() } };
  return toResult(api.PATCH("/api/v1/auth/webauthn/credentials/{passkey_id}", init));
}

export function removePasskey(passkey_id: string): Promise<Result<unknown, CodedError>> {
  return toResult(api.DELETE("/api/v1/auth/webauthn/credentials/{passkey_id}", { params: { path: { passkey_id } } }));
}

/** Tell password managers which passkeys still count, so that they stop offering others; see `signalled`. */
export async function signalPasskeys({ rp_id, user_handle, passkeys }: PasskeyList): Promise<void> {
  if (user_handle === null) return;
  const ids = passkeys.map((passkey) => passkey.credential_id);
  await signalled("signalAllAcceptedCredentials", () =>
    sendSignal({ signalName: "allAcceptedCredentials", rpID: rp_id, userID: user_handle, allAcceptedCredentialIDs: ids }),
  );
}

/** Tell password managers under which address and name the account is known now. */
export async function signalAddress(
  { rp_id, user_handle, passkeys }: PasskeyList,
  { email, display_name }: Pick<Profile, "email" | "display_name">,
): Promise<void> {
  if (user_handle === null || passkeys.length === 0) return;
  await signalled("signalCurrentUserDetails", () =>
    sendSignal({
      signalName: "currentUserDetails",
      rpID: rp_id,
      userID: user_handle,
      userName: email,
      userDisplayName: display_name || email,
    }),
  );
}

type Signal = "signalAllAcceptedCredentials" | "signalCurrentUserDetails";

async function signalled(signal: Signal, send: () => Promise<unknown>): Promise<void> {
  // Firefox, and any browser on a page without https, has no such thing.
  if (typeof PublicKeyCredential === "undefined" || !(signal in PublicKeyCredential)) return;
  try {
    await send();
  } catch {
    // A courtesy to the password manager: the account is right without it.
  }
}
