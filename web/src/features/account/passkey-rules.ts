import type { Passkey } from "./queries.ts";

interface Here {
  /** Whether the server's public address allows passkeys at all. */
  readonly possible: boolean;
  /** For which host name they are made. */
  readonly rp_id: string;
  /** Under which this page was opened. */
  readonly hostname: string;
  /** Whether this browser has them, which on http:// pages it does not. */
  readonly supported: boolean;
}

/** Why no passkey can be made here and now; null when one can. */
export function passkeyObstacle({ possible, rp_id, hostname, supported }: Here): "server" | "host_name" | "browser" | null {
  if (!possible) return "server";
  // Passkeys of a name count below it too.
  if (hostname !== rp_id && !hostname.endsWith(`.${rp_id}`)) return "host_name";
  return supported ? null : "browser";
}

/** Whether losing one device would cost the account its only passkey. */
export function needsSecond(passkeys: readonly Pick<Passkey, "backup_state">[]): boolean {
  return passkeys.length === 1 && passkeys[0]?.backup_state === false;
}

/** The code under which a failure of the browser's own dialogue is explained. */
export function passkeyFailure(error: unknown): string {
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  if (code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED" || name === "InvalidStateError") return "passkeys.exists";
  // Closed, refused or timed out: browsers do not tell these apart.
  if (name === "NotAllowedError" || name === "AbortError") return "device.passkey_cancelled";
  return "device.passkey_failed";
}
