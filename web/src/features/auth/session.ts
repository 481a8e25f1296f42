import { api, toResult } from "@/api/client.ts";
import { isTransient, type ApiError } from "@/api/problem.ts";
import { csrfToken } from "@/api/request.ts";
import { closeDb, deleteCurrentDb, openDb } from "@/db/current.ts";
import { ok, type Result } from "@/lib/result.ts";
import { createStore, useStore } from "@/lib/store.ts";

/**
 * Who uses this device. `expired` means that the server wants a new sign-in while the local data
 * is still there and readable: an expired login never costs anything that was logged.
 */
export type Session =
  | { readonly status: "signed_out" }
  | { readonly status: "signed_in"; readonly user_id: string }
  | { readonly status: "expired"; readonly user_id: string };

const KEY = "fitfolio.user_id";
const session = createStore<Session>({ status: "signed_out" });

export function useSession(): Session {
  return useStore(session);
}

export function findSession(): Session {
  return session.get();
}

/** Here the OpenID issuer leads back to, with somebody new signed in; or with an error. */
const ARRIVAL = "/auth/oidc";

/**
 * Open the data of the last person on this device, before and without any network. A browser that
 * forgot who it was but kept its cookies asks the server, and so does one that comes back from an issuer.
 */
export async function restoreSession(): Promise<void> {
  const is_back = location.pathname === ARRIVAL && !/[#&]error=/.test(location.hash);
  const user_id = is_back ? null : remembered();
  if (user_id === null) {
    if (csrfToken() !== "") await refreshMe();
    return;
  }
  openDb(user_id);
  session.set({ status: "signed_in", user_id });
}

/** Ask the server who is signed in, and open that person's data. */
export async function refreshMe(): Promise<Result<void, ApiError>> {
  const answer = await toResult(api.GET("/api/v1/auth/me"));
  if (!answer.ok) return answer;
  const db = openDb(answer.value.id);
  // A choice of this device that has not been sent yet stays on top.
  const { storeFetched } = await import("@/sync/store-pulled.ts");
  await storeFetched(db, { kind: "profile", id: answer.value.id, data: { ...answer.value } });
  remember(answer.value.id);
  session.set({ status: "signed_in", user_id: answer.value.id });
  return ok(undefined);
}

/** The server no longer knows this session. */
export function expireSession(): void {
  session.set((current) => (current.status === "signed_in" ? { status: "expired", user_id: current.user_id } : current));
}

/**
 * Sign out here and on the server. `keeps` leaves this person's data on the device, with whatever
 * the server does not have yet; it is there again after the next sign-in.
 */
export async function signOut({ keeps }: { readonly keeps: boolean }): Promise<Result<void, ApiError>> {
  const answer = await toResult(api.POST("/api/v1/auth/logout"));
  // Without an answer the cookie would still be valid: say so instead of pretending.
  if (!answer.ok && isTransient(answer.error)) return answer;
  await leaveDevice({ keeps });
  return ok(undefined);
}

/** The same where the server has ended the session already. */
export async function leaveDevice({ keeps }: { readonly keeps: boolean }): Promise<void> {
  if (keeps) return switchPerson();
  forget();
  session.set({ status: "signed_out" });
  await deleteCurrentDb();
}

/** Put the local data aside without deleting it: somebody else signs in on this device. */
export function switchPerson(): void {
  forget();
  session.set({ status: "signed_out" });
  closeDb();
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(user_id: string): void {
  try {
    localStorage.setItem(KEY, user_id);
  } catch {
    // Storage is blocked: the next start asks the server who is there.
  }
}

function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was remembered either.
  }
}
