import type { ApiError } from "@/api/problem.ts";
import { findDb } from "@/db/current.ts";
import type { Workout } from "@/db/documents.ts";
import { nowMs } from "@/lib/clock.ts";
import { err, ok, type Result } from "@/lib/result.ts";
import { writeOperations } from "@/sync/outbox.ts";
import { editOperation } from "./operations.ts";
import type { Edit } from "./workout-diff.ts";

const DAY_MS = 86_400_000;

/**
 * Write the edits of a workout at once; resolves to the workout with them, null when there were none.
 *
 * `before` is the workout that rows to restore are taken from.
 */
export async function saveEdits(before: Workout, edits: readonly Edit[]): Promise<Workout | null> {
  const operations = edits.flatMap((edit) => editOperation(before, edit) ?? []);
  await writeOperations(operations);
  return operations.length === 0 ? null : ((await findDb()?.workouts.get(before.id)) ?? null);
}

/** What the server would say about the times, without asking it. */
export function checkTimes({ started_at, finished_at }: Pick<Workout, "started_at" | "finished_at">): Result<void, ApiError> {
  const started_ms = Date.parse(started_at);
  if (finished_at !== null && Date.parse(finished_at) < started_ms) return refused("workouts.ends_before_start");
  if (started_ms > nowMs() + DAY_MS) return refused("workouts.in_the_future");
  return ok(undefined);
}

function refused(code: string): Result<void, ApiError> {
  return err({ code, status: 400, detail: code });
}
