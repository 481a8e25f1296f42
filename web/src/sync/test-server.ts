import type { ApiError } from "@/api/problem.ts";
import type { ChangeKind } from "@/db/changes.ts";
import type { WorkoutRow } from "@/db/documents.ts";
import { err, ok, type Result } from "@/lib/result.ts";
import { docKey, docOf, parseDocKey } from "./operations.ts";
import type { ChangeFeed, FetchChanges } from "./pull.ts";
import type { PushAnswer, PushRequest, PushResult, SendOperations } from "./push.ts";
import { replay } from "./replay.ts";
import { toOperation } from "./to-operation.ts";

const UNREACHABLE: ApiError = { code: "network.unreachable", status: 0, detail: "No answer." };

interface Stored {
  readonly rev: number;
  readonly data: object | null;
}

export interface TestServer {
  readonly send: SendOperations;
  readonly fetchChanges: FetchChanges;
  /** Every request's number of operations. */
  readonly batches: number[];
  /** What happens to the next requests, one by one; afterwards all is well. */
  readonly faults: ("lost_request" | "lost_answer" | ApiError)[];
  /** Operations that are refused, by what they are about. */
  refuses: (name: string, body: object | null) => boolean;
  readonly document: (key: string) => object | null;
  readonly write: (key: string, data: object | null) => void;
  /** Forget everything, as after a restored backup that is older than all devices. */
  readonly wipe: () => void;
  /** Operations that changed something, in order. */
  readonly applied: string[];
}

/**
 * A server in memory that keeps its side of the contract: keys are remembered, revisions only grow,
 * the feed is in their order. It merges nothing: operations are applied as they arrive.
 */
export function startTestServer(page_size = 200): TestServer {
  const stored = new Map<string, Stored>();
  const answers = new Map<string, PushResult>();
  const kept = new Map<string, object>();
  let revision = 0;
  const server: TestServer = {
    batches: [],
    faults: [],
    applied: [],
    refuses: () => false,
    document: (key) => stored.get(key)?.data ?? null,
    write: (key, data) => void stored.set(key, { rev: ++revision, data }),
    wipe: () => {
      stored.clear();
      answers.clear();
      revision = 0;
    },
    send: (request) => Promise.resolve(answerPush(request)),
    fetchChanges: (since) => Promise.resolve(answerPull(since)),
  };

  function answerPush(request: PushRequest): Result<PushAnswer, ApiError> {
    server.batches.push(request.operations.length);
    const fault = server.faults.shift();
    if (fault === "lost_request") return err(UNREACHABLE);
    if (fault && fault !== "lost_answer") return err(fault);
    // As over a wire: nothing is shared with the device.
    const results = (structuredClone(request.operations) as PushRequest["operations"]).map(perform);
    if (fault === "lost_answer") return err(UNREACHABLE);
    return ok({ results, server_time_ms: Date.now(), revision });
  }

  function perform(sent: PushRequest["operations"][number]): PushResult {
    const known = answers.get(sent.key);
    if (known) return known;
    if (server.refuses(sent.name, sent.body))
      return { key: sent.key, status: "refused", rev: null, code: "request.invalid", detail: "No." };
    const key = docKey(docOf(toOperation(sent as never)));
    const before = stored.get(key) ?? { rev: 0, data: null };
    if (key.startsWith("workout:")) remember(before.data as WorkoutRow | null);
    const operation = toOperation({ ...sent, local: localOf(sent) } as never);
    const after = replay(before.data, [operation], before.data);
    const missing = before.data === null && after === null;
    if (missing) return { key: sent.key, status: "refused", rev: null, code: "workouts.not_found", detail: "No such workout." };
    if (JSON.stringify(after) !== JSON.stringify(before.data)) {
      server.write(key, after);
      server.applied.push(sent.key);
    }
    const result: PushResult = { key: sent.key, status: "applied", rev: stored.get(key)?.rev ?? 0, code: null, detail: null };
    answers.set(sent.key, result);
    return result;
  }

  /** A server marks rows as deleted and keeps them: that is what it restores. */
  function remember(workout: WorkoutRow | null): void {
    if (!workout) return;
    kept.set(workout.id, workout);
    for (const entry of workout.exercises) {
      kept.set(entry.id, entry);
      for (const set of entry.sets) kept.set(set.id, { entry_id: entry.id, set });
    }
  }

  function localOf({ path }: PushRequest["operations"][number]): unknown {
    return kept.get(path["set_id"] ?? path["entry_id"] ?? path["workout_id"] ?? "") ?? null;
  }

  function answerPull(since: number): Result<ChangeFeed, ApiError> {
    if (since > revision) return ok({ changes: [], checkpoint: 0, more: false, reset: true, server_time_ms: Date.now() });
    const changed = [...stored].filter(([, { rev }]) => rev > since).toSorted(([, a], [, b]) => a.rev - b.rev);
    const page = changed.slice(0, page_size);
    const changes = page.map(([key, { rev, data }]) => {
      const { kind, id } = parseDocKey(key);
      return { kind: kind as ChangeKind, id, rev, deleted: data === null, data: structuredClone(data) };
    });
    const checkpoint = page.at(-1)?.[1].rev ?? since;
    return ok({
      changes,
      checkpoint,
      more: changed.length > page.length,
      reset: false,
      server_time_ms: Date.now(),
    } as unknown as ChangeFeed);
  }
  return server;
}
