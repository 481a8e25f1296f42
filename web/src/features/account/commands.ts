import { api, toResult } from "@/api/client.ts";
import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import { leaveDevice, refreshMe } from "@/features/auth/session.ts";
import type { Result } from "@/lib/result.ts";
import "./error-texts.ts";

type Schemas = components["schemas"];

/** Sign out another device; its open connections end at once. */
export function signOutDevice(session_id: string): Promise<Result<unknown, ApiError>> {
  return toResult(api.DELETE("/api/v1/auth/sessions/{session_id}", { params: { path: { session_id } } }));
}

export function signOutOthers(): Promise<Result<unknown, ApiError>> {
  return toResult(api.POST("/api/v1/auth/sessions/revoke-all-others"));
}

/** Make an API token. The answer is the only place where its secret ever stands. */
export function createToken(body: Schemas["ApiTokenCreate"]): Promise<Result<Schemas["ApiTokenCreated"], ApiError>> {
  return toResult(api.POST("/api/v1/auth/tokens", { body }));
}

export function revokeToken(token_id: string): Promise<Result<unknown, ApiError>> {
  return toResult(api.DELETE("/api/v1/auth/tokens/{token_id}", { params: { path: { token_id } } }));
}

/** Ask both mailboxes. For the address that waits already, only those that have not confirmed get another letter. */
export function startEmailChange(email: string): Promise<Result<unknown, ApiError>> {
  return toResult(api.POST("/api/v1/auth/email/change", { body: { email: email.trim() } }));
}

export function cancelEmailChange(): Promise<Result<unknown, ApiError>> {
  return toResult(api.DELETE("/api/v1/auth/email/change"));
}

/** `keeps` leaves what this device has not sent on it, for the next sign-in. */
interface Leaving {
  readonly keeps: boolean;
}

/** Sign out everywhere until the next sign-in. */
export async function pauseAccount({ keeps }: Leaving): Promise<Result<unknown, ApiError>> {
  const answer = await toResult(api.POST("/api/v1/auth/account/pause"));
  if (answer.ok) await leaveDevice({ keeps });
  return answer;
}

/** Have the account deleted after the days in which it can be kept; `email` repeats its address. */
export async function deleteAccount(email: string, { keeps }: Leaving): Promise<Result<Schemas["DeletionScheduled"], ApiError>> {
  const answer = await toResult(api.POST("/api/v1/auth/account/delete", { body: { email: email.trim() } }));
  if (answer.ok) await leaveDevice({ keeps });
  return answer;
}

/** Do not delete the account after all. */
export async function keepAccount(): Promise<Result<unknown, ApiError>> {
  const answer = await toResult(api.POST("/api/v1/auth/account/keep"));
  // Also when another device was first: then the banner goes too.
  if (answer.ok || answer.error.code === "account.not_leaving") await refreshMe();
  return answer;
}
