import type { components } from "@/api/generated/schema";
import { api, toResult } from "@/api/client.ts";
import type { ApiError } from "@/api/problem.ts";
import type { Workout } from "@/db/documents.ts";
import { useLive } from "@/db/use-live.ts";
import type { Result } from "@/lib/result.ts";

export type RecordRead = components["schemas"]["RecordRead"];
export type RecordPage = components["schemas"]["RecordPage"];

/** One workout of this device; null when the device does not have it. */
export function useWorkout(workout_id: string): Workout | null | undefined {
  return useLive(async (db) => (await db.workouts.get(workout_id)) ?? null, [workout_id]);
}

interface RecordFilter {
  readonly workout_id?: string;
  readonly exercise_id?: string;
  /** Without first times, which beat nothing. */
  readonly improved?: boolean;
  readonly cursor?: string;
  readonly limit?: number;
}

/** Records, newest first. */
export function fetchRecords(query: RecordFilter): Promise<Result<RecordPage, ApiError>> {
  return toResult(api.GET("/api/v1/records", { params: { query } }));
}
