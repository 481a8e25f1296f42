import { api, toResult } from "@/api/client.ts";
import { isTransient, type ApiError } from "@/api/problem.ts";
import { ANYBODY, csrfToken, speakFor } from "@/api/request.ts";
import { closeDb, deleteCurrentDb, findDb } from "@/db/current.ts";
import type { Profile } from "@/db/documents.ts";
import { ok, type Result } from "@/lib/result.ts";
import { createStore, useStore } from "@/lib/store.ts";
import { requestSync } from "@/sync/scheduler.ts";
import { onTabs, tellTabs } from "./tabs.ts";

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
/** Sign-outs of this page: an answer from before one of them is nobody's any more. */
let sign_outs = 0;

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
  // The code of the database comes with the first person: who is not signed in has none.
  const { openDb } = await import("@/db/open.ts");
  speakFor(user_id);
  openDb(user_id);
  session.set({ status: "signed_in", user_id });
}

/** Ask the server who is signed in, whoever that is, and open that person's data. */
export async function refreshMe(): Promise<Result<void, ApiError>> {
  const before = sign_outs;
  const is_over = () => sign_outs !== before;
  const answer = await toResult(api.GET("/api/v1/auth/me", { headers: ANYBODY }));
  if (!answer.ok) return answer;
  const { id } = answer.value;
  const [{ storeFetched }, { openDb }] = await Promise.all([import("@/sync/store-pulled.ts"), import("@/db/open.ts")]);
  if (is_over()) return ok(undefined);
  speakFor(id);
  try {
    // A choice of this device that has not been sent yet stays on top.
    await storeFetched(openDb(id), { kind: "profile", id, data: { ...answer.value } });
  } catch (error) {
    // Signing out closes the database under it; that is no failure.
    if (!is_over()) throw error;
  }
  if (is_over()) return ok(undefined);
  remember(id);
  session.set((current) =>
    current.status === "signed_in" && current.user_id === id ? current : { status: "signed_in", user_id: id },
  );
  tellTabs({ type: "signed_in", user_id: id });
  return ok(undefined);
}

/** The server knows who is here: open that person's data and bring it up to date. */
export async function openAccount(): Promise<Result<void, ApiError>> {
  const me = await refreshMe();
  if (me.ok) void requestSync();
  return me;
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
  const user_id = remembered();
  forget();
  if (user_id !== null) tellTabs({ type: "signed_out", user_id, keeps });
  await leave(keeps);
}

async function leave(keeps: boolean): Promise<void> {
  sign_outs += 1;
  session.set({ status: "signed_out" });
  speakFor(null);
  if (keeps) closeDb();
  else await deleteCurrentDb();
}

/** Whose data is open on this device; readable also when the server wants a new sign-in. */
export async function findOwner(): Promise<Profile | undefined> {
  return findDb()?.profile.get("me");
}

/** Do here what another tab of this browser has done: its cookies are this tab's as well. */
export function followTabs(): () => void {
  return onTabs((news) => {
    const now = session.get();
    if (news.type === "signed_out") {
      if (now.status !== "signed_out" && now.user_id === news.user_id) void leave(news.keeps);
    } else if (now.status !== "signed_out" && now.user_id !== news.user_id) {
      // Somebody else: what is open here stays as it was, for the person it belongs to.
      expireSession();
    } else if (now.status !== "signed_in") {
      void openAccount();
    }
  });
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
