import { api, toResult } from "@/api/client.ts";
import type { ApiError } from "@/api/problem.ts";
import { ok, type Result } from "@/lib/result.ts";
import { askForPasskey, canAutofill, tellUnknown } from "./passkeys.ts";
import { openAccount } from "./session.ts";

/**
 * Sign in with a passkey: in the browser's own window, or (`autofill`) when one is picked among what it
 * offers in the e-mail field. `false` when none was chosen.
 */
export async function signInWithPasskey({ autofill }: { readonly autofill: boolean }): Promise<Result<boolean, ApiError>> {
  if (autofill && !(await canAutofill())) return ok(false);
  const started = await toResult(api.POST("/api/v1/auth/webauthn/authenticate/start"));
  if (!started.ok) return started;
  const answered = await askForPasskey(started.value, { autofill });
  if (!answered.ok) return answered;
  if (answered.value === null) return ok(false);
  const taken = await toResult(api.POST("/api/v1/auth/webauthn/authenticate/finish", { body: answered.value }));
  if (!taken.ok) {
    if (taken.error.unknown_credential) await tellUnknown(started.value, answered.value);
    return taken;
  }
  const opened = await openAccount();
  return opened.ok ? ok(true) : opened;
}
