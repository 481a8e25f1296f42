import { api, toResult } from "@/api/client.ts";
import type { ApiError } from "@/api/problem.ts";
import { ok, type Result } from "@/lib/result.ts";
import { askForPasskey, canUsePasskeys, namedPasskeys, type PasskeyChallenge } from "./passkeys.ts";
import { getSignInConfig, type SignInStarted } from "./sign-in.ts";

/** How somebody can show that it is still them: with a passkey of theirs if there is one, always by mail. */
export interface WaysToProve {
  /** For `provePasskey`; null where the account has no passkey or this browser or host can use none. */
  readonly challenge: PasskeyChallenge | null;
  readonly delivery: SignInStarted["delivery"];
}

export async function findWaysToProve(): Promise<Result<WaysToProve, ApiError>> {
  const config = await getSignInConfig();
  if (!config.ok) return config;
  const { delivery, passkeys } = config.value;
  if (!passkeys || !canUsePasskeys()) return ok({ challenge: null, delivery });
  const started = await toResult(api.POST("/api/v1/auth/webauthn/prove/start"));
  if (!started.ok) return started;
  return ok({ challenge: namedPasskeys(started.value) > 0 ? started.value : null, delivery });
}

/** `false` when the person closed the browser's window; the challenge is still good then. */
export async function provePasskey(challenge: PasskeyChallenge): Promise<Result<boolean, ApiError>> {
  const answered = await askForPasskey(challenge, { autofill: false });
  if (!answered.ok) return answered;
  if (answered.value === null) return ok(false);
  const taken = await toResult(api.POST("/api/v1/auth/webauthn/prove/finish", { body: answered.value }));
  return taken.ok ? ok(true) : taken;
}

export function sendProofCode(): Promise<Result<SignInStarted, ApiError>> {
  return toResult(api.POST("/api/v1/auth/proof/start"));
}

export async function proveCode(code: string): Promise<Result<void, ApiError>> {
  const taken = await toResult(api.POST("/api/v1/auth/proof/verify", { body: { code } }));
  return taken.ok ? ok(undefined) : taken;
}
