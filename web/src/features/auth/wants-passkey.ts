import { api, toResult } from "@/api/client.ts";

/** Whether this device could keep a passkey, the server could take it, and the account has none. */
export async function wantsPasskey(): Promise<boolean> {
  const passkeys = globalThis.PublicKeyCredential as typeof PublicKeyCredential | undefined;
  if (!(await passkeys?.isUserVerifyingPlatformAuthenticatorAvailable())) return false;
  const config = await toResult(api.GET("/api/v1/auth/config"));
  if (!config.ok || !config.value.passkeys) return false;
  const known = await toResult(api.GET("/api/v1/auth/webauthn/credentials"));
  return known.ok && known.value.passkeys.length === 0;
}
