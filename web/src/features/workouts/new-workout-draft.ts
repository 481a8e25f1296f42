import { findDb } from "@/db/current.ts";
import type { Workout } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { useLive } from "@/db/use-live.ts";
import { nowMs, toIso } from "@/lib/clock.ts";
import { newId } from "@/lib/ids.ts";
import { isEmptySet, toDraft, type DraftSet, type WorkoutDraft } from "./workout-draft.ts";

/** A workout that is being written down. It has its id from the start, so saving it twice makes one. */
export interface StoredDraft {
  readonly id: string;
  readonly draft: WorkoutDraft;
}

const KEY = "workout_draft";
const LENGTH_MS = 60 * 60_000;
const ROUND_TO_MS = 5 * 60_000;

/** An empty workout that has just ended. */
export function emptyDraft(time_zone: string, now_ms = nowMs()): StoredDraft {
  const end_ms = Math.floor(now_ms / ROUND_TO_MS) * ROUND_TO_MS;
  const draft: WorkoutDraft = {
    title: "",
    notes: "",
    started_at: toIso(end_ms - LENGTH_MS),
    finished_at: toIso(end_ms),
    time_zone,
    exercises: [],
  };
  return { id: newId(), draft };
}

/** The same workout again: its exercises and sets under new ids, at the time of an empty one. */
export function repeatDraft(workout: Workout, empty: StoredDraft): StoredDraft {
  const { title, exercises } = toDraft(workout);
  const repeated = exercises.map((entry) => ({ ...entry, id: newId(), notes: "", sets: repeatSets(entry.sets) }));
  return { id: empty.id, draft: { ...empty.draft, title, exercises: repeated.filter((entry) => entry.sets.length > 0) } };
}

/** Sets as a start for the next time: what was done, without the effort and the remarks of that day. */
export function repeatSets(sets: readonly DraftSet[]): readonly DraftSet[] {
  return sets
    .filter((set) => set.completed && !isEmptySet(set))
    .map((set) => ({ ...set, id: newId(), rpe: null, rir: null, notes: "", logged_at: null }));
}

/** Whether there is anything in it that would be missed. */
export function isWorthKeeping({ title, notes, exercises }: WorkoutDraft): boolean {
  return title.trim() !== "" || notes.trim() !== "" || exercises.length > 0;
}

export function countSets(draft: WorkoutDraft): number {
  return draft.exercises.reduce((sum, entry) => sum + entry.sets.filter((set) => !isEmptySet(set)).length, 0);
}

/** The draft on this device; null when there is none. */
export function useStoredDraft(): StoredDraft | null | undefined {
  return useLive(readDraft, []);
}

export async function readDraft(db: LocalDb): Promise<StoredDraft | null> {
  const row = await db.state.get(KEY);
  return (row?.value as StoredDraft | undefined) ?? null;
}

/** Keep the draft on this device, so that it survives a reload and a lost battery; null clears it. */
export async function keepDraft(stored: StoredDraft | null): Promise<void> {
  const db = findDb();
  if (!db) return;
  if (stored && isWorthKeeping(stored.draft)) await db.state.put({ key: KEY, value: stored });
  else await db.state.delete(KEY);
}
