import type { WorkoutRow, WorkoutSet } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { yieldToPage } from "@/lib/yield-to-page.ts";
import type { DatedSet } from "@/training/sets.ts";

/** One exercise in one workout, as the workout's document holds it. */
export interface PastEntry {
  readonly workout_id: string;
  readonly title: string;
  readonly local_date: string;
  readonly started_at: string;
  readonly at_ms: number;
  readonly entry_id: string;
  readonly position: number;
  readonly notes: string;
  /** In the order performed. */
  readonly sets: readonly WorkoutSet[];
}

/** Everything this device knows of an exercise, oldest first; a new object whenever anything in it changes. */
export interface ExercisePast {
  readonly exercise_id: string;
  readonly entries: readonly PastEntry[];
}

/** Reading documents copies them on the main thread, and a tap that writes waits for the reads before it: few at a time. */
const WORKOUTS_PER_SLICE = 25;

/** Read the pasts of some exercises from the documents: only workouts with one of them, each once. */
export async function loadPasts(db: LocalDb, exercise_ids: readonly string[]): Promise<ReadonlyMap<string, ExercisePast>> {
  const ids = await db.workouts.where("exercise_ids").anyOf(exercise_ids).distinct().primaryKeys();
  const entries = new Map<string, PastEntry[]>(exercise_ids.map((exercise_id) => [exercise_id, []]));
  for (let start = 0; start < ids.length; start += WORKOUTS_PER_SLICE) {
    if (start > 0) await yieldToPage();
    const rows = await db.workouts.bulkGet(ids.slice(start, start + WORKOUTS_PER_SLICE));
    for (const row of rows) {
      if (row) for (const [exercise_id, found] of entries) found.push(...entriesOf(row, exercise_id));
    }
  }
  return new Map([...entries].map(([exercise_id, found]) => [exercise_id, { exercise_id, entries: found.toSorted(asPerformed) }]));
}

/** The past after some workouts were written, changed or (`undefined`) deleted; the same object if it has nothing of them. */
export function replaceWorkouts(past: ExercisePast, ids: ReadonlySet<string>, rows: readonly WorkoutRow[]): ExercisePast {
  const kept = past.entries.filter((entry) => !ids.has(entry.workout_id));
  const added = rows.flatMap((row) => entriesOf(row, past.exercise_id));
  if (added.length === 0 && kept.length === past.entries.length) return past;
  return { ...past, entries: [...kept, ...added].toSorted(asPerformed) };
}

/** Every set for the training core, in the order performed. */
export function* datedSets(past: ExercisePast): Generator<DatedSet> {
  for (const { workout_id, local_date, at_ms, sets } of past.entries) {
    for (const set of sets) yield { set_id: set.id, workout_id, local_date, at_ms, performed: set };
  }
}

function entriesOf(row: WorkoutRow, exercise_id: string): PastEntry[] {
  const { id: workout_id, title, local_date, started_at } = row;
  const at_ms = Date.parse(started_at);
  return row.exercises.flatMap(({ id: entry_id, exercise_id: of, position, notes, sets }) =>
    of === exercise_id
      ? [{ workout_id, title, local_date, started_at, at_ms, entry_id, position, notes, sets: sets.toSorted(byPlace) }]
      : [],
  );
}

/** The server's order: day, start, workout, place in the workout. */
function asPerformed(a: PastEntry, b: PastEntry): number {
  return (
    compare(a.local_date, b.local_date) ||
    a.at_ms - b.at_ms ||
    compare(a.workout_id, b.workout_id) ||
    a.position - b.position ||
    compare(a.entry_id, b.entry_id)
  );
}

function byPlace(a: WorkoutSet, b: WorkoutSet): number {
  return a.position - b.position || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
