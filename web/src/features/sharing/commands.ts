import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import { currentDb } from "@/db/current.ts";
import type { LocalDb } from "@/db/schema.ts";
import { nowMs, toIso } from "@/lib/clock.ts";
import { ok, type Result } from "@/lib/result.ts";
import { runOperation } from "@/sync/operation.ts";
import { requestSync } from "@/sync/scheduler.ts";
import "./error-texts.ts";
import { dismissedKey, SHARES_KEY, type Share } from "./queries.ts";

type Schemas = components["schemas"];
export type NewShare = Schemas["ShareCreate"];

/** Make a link; its id is made by the caller, so that asking again makes no second one. */
export function createShare(body: NewShare): Promise<Result<Share, ApiError>> {
  return runOperation({ method: "post", path: "/api/v1/shares", init: { body } }, keep);
}

/** Put a link on the instance's shelf or take it off. */
export function changeShelved(share_id: string, on_shelf: boolean): Promise<Result<Share, ApiError>> {
  return runOperation(
    { method: "patch", path: "/api/v1/shares/{share_id}", init: { params: { path: { share_id } }, body: { on_shelf } } },
    keep,
  );
}

/** Close a link for good. */
export function revokeShare(share_id: string): Promise<Result<unknown, ApiError>> {
  return runOperation(
    { method: "delete", path: "/api/v1/shares/{share_id}", init: { params: { path: { share_id } } } },
    async (db) => {
      const revoked = { is_open: false, on_shelf: false, revoked_at: toIso(nowMs()) };
      await changeList(db, (shares) => shares.map((one) => (one.id === share_id ? { ...one, ...revoked } : one)));
    },
  );
}

export interface CopyIds {
  readonly id: string;
  readonly version_id: string;
}

const TRIES = 3;

/**
 * Copy what is behind a link into one's own account, under ids that stay the same when it is tried again.
 *
 * Resolves to the path of the copy, or to null when it was made but has not come to this device yet.
 */
export async function copyShared(token: string, ids: CopyIds): Promise<Result<string | null, ApiError>> {
  const path = "/api/v1/shared/{token}/copy";
  const answer = await runOperation({ method: "post", path, init: { params: { path: { token } }, body: { ...ids } } });
  if (!answer.ok) return answer;
  const { kind } = answer.value;
  const db = currentDb();
  for (let tried = 0; tried < TRIES; tried += 1) {
    // A sync that was under way before the answer may have passed the copy already.
    await requestSync();
    if (await (kind === "program" ? db.programs : db.templates).get(ids.id)) return ok(`/${kind}s/${ids.id}`);
  }
  return ok(null);
}

/** Do not offer this text on this device again. */
export async function dismissUpdate(program_id: string, text: string): Promise<void> {
  await currentDb().state.put({ key: dismissedKey(program_id), value: text });
}

/** Show the answer at once; the list is asked for again anyway. */
function keep(db: LocalDb, answer: Share): Promise<void> {
  return changeList(db, (shares) => [answer, ...shares.filter((one) => one.id !== answer.id)].toSorted(newestFirst));
}

function newestFirst(a: Share, b: Share): number {
  return b.created_at.localeCompare(a.created_at);
}

async function changeList(db: LocalDb, change: (shares: readonly Share[]) => readonly Share[]): Promise<void> {
  const page = await db.pages.get(SHARES_KEY);
  if (page) await db.pages.put({ ...page, data: change(page.data as readonly Share[]) });
}
