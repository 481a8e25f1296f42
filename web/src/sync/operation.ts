import type { MaybeOptionalInit } from "openapi-fetch";
import type { HttpMethod, PathsWithMethod } from "openapi-typescript-helpers";
import { api, toResult } from "@/api/client.ts";
import type { paths } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import { markPagesStale } from "@/db/changes.ts";
import { currentDb } from "@/db/current.ts";
import type { LocalDb } from "@/db/schema.ts";
import { newId } from "@/lib/ids.ts";
import type { Result } from "@/lib/result.ts";
import { requestSync } from "./scheduler.ts";
import { syncStatus } from "./status.ts";

type WriteMethod = Extract<HttpMethod, "post" | "put" | "patch" | "delete">;
type SuccessBody<Declared> = Declared extends { responses: infer Responses }
  ? Extract<Responses[keyof Responses & (200 | 201 | 202)], { content: unknown }> extends {
      content: { "application/json": infer Content };
    }
    ? Content
    : undefined
  : undefined;

/** A write as data, so that it can be kept and sent later. */
export interface Operation<Method extends WriteMethod, Path extends PathsWithMethod<paths, Method>> {
  readonly method: Method;
  readonly path: Path;
  readonly init: MaybeOptionalInit<paths[Path], Method>;
}

type Body<Method extends WriteMethod, Path extends PathsWithMethod<paths, Method>> = SuccessBody<
  paths[Path][Method & keyof paths[Path]]
>;

/**
 * The door for writes that need the server's answer (imports, archiving an exercise).
 *
 * What is queued goes first, since this may refer to it. The operation is sent with an idempotency key, the answered document is put into the local
 * database by `apply`, and cached pages are marked stale. Components repaint by themselves.
 */
export async function runOperation<Method extends WriteMethod, Path extends PathsWithMethod<paths, Method>>(
  operation: Operation<Method, Path>,
  apply?: (db: LocalDb, answer: Body<Method, Path>) => Promise<unknown>,
): Promise<Result<Body<Method, Path>, ApiError>> {
  const db = currentDb();
  countPending(1);
  try {
    if ((await db.outbox.count()) > 0) await requestSync();
    const init = { ...(operation.init as object), headers: { "Idempotency-Key": newId() } };
    const call = api.request(operation.method, operation.path as never, init as never);
    const answer = (await toResult(call)) as Result<Body<Method, Path>, ApiError>;
    if (answer.ok) {
      await apply?.(db, answer.value);
      await markPagesStale(db);
      void requestSync();
    }
    return answer;
  } finally {
    countPending(-1);
  }
}

function countPending(change: number): void {
  syncStatus.set((current) => ({ ...current, pending: Math.max(0, current.pending + change) }));
}
