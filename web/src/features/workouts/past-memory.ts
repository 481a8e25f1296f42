import Dexie, { type IntervalTree, type IntervalTreeNode, type ObservabilitySet } from "dexie";
import { useEffect, useState } from "react";
import { useDb } from "@/db/current.ts";
import type { LocalDb } from "@/db/schema.ts";
import { loadPasts, replaceWorkouts, type ExercisePast } from "./exercise-past.ts";

/** Pasts kept for the next look; the longest ones are a few megabytes. */
const MAX_PASTS = 24;
/** Above this, reading everything again costs less than looking at each changed workout. */
const MAX_CHANGED = 500;

interface Memory {
  readonly db: LocalDb;
  readonly pasts: Map<string, Promise<ExercisePast>>;
  readonly listeners: Map<string, Set<() => void>>;
  readonly stop: () => void;
  /** Ends when every committed change known of is in the pasts. */
  updating: Promise<void>;
}

let memory: Memory | null = null;

/**
 * The pasts of some exercises on this device, including every change committed before the call.
 *
 * They are read once and then kept up to date: a logged set costs the reading of one workout.
 */
export async function readPasts(db: LocalDb, exercise_ids: readonly string[]): Promise<readonly ExercisePast[]> {
  const held = memoryOf(db);
  await held.updating;
  const missing = exercise_ids.filter((id) => !held.pasts.has(id));
  if (missing.length > 0) beginReading(held, missing);
  const reading = exercise_ids.flatMap((id) => held.pasts.get(id) ?? []);
  forgetOldest(held, exercise_ids);
  return Promise.all(reading);
}

/** The past of one exercise. */
export async function readPast(db: LocalDb, exercise_id: string): Promise<ExercisePast> {
  const [past] = await readPasts(db, [exercise_id]);
  return past ?? { exercise_id, entries: [] };
}

/** Call back whenever the past of an exercise has changed, in any tab. */
export function watchPast(db: LocalDb, exercise_id: string, listener: () => void): () => void {
  const { listeners } = memoryOf(db);
  const known = listeners.get(exercise_id) ?? new Set();
  listeners.set(exercise_id, known.add(listener));
  return () => known.delete(listener);
}

/** What `compute` makes of an exercise's past, anew after every change; `undefined` until it has been read. */
export function usePast<T>(
  exercise_id: string,
  compute: (past: ExercisePast, db: LocalDb) => Promise<T> | T,
  deps: readonly unknown[],
): T | undefined {
  return usePasts([exercise_id], ([past], db) => compute(past ?? { exercise_id, entries: [] }, db), deps);
}

/** The same for several exercises at once. */
export function usePasts<T>(
  exercise_ids: readonly string[],
  compute: (pasts: readonly ExercisePast[], db: LocalDb) => Promise<T> | T,
  deps: readonly unknown[],
): T | undefined {
  const db = useDb();
  const key = [db, exercise_ids.join(" "), ...deps];
  const [shown, setShown] = useState<{ key: readonly unknown[]; value?: T; error?: unknown }>({ key: [] });
  useEffect(() => {
    if (!db) return;
    let asked = 0;
    const read = async () => {
      asked += 1;
      const turn = asked;
      try {
        const value = await compute(await readPasts(db, exercise_ids), db);
        if (turn === asked) setShown({ key, value });
      } catch (error) {
        if (turn === asked) setShown({ key, error });
      }
    };
    const stops = exercise_ids.map((exercise_id) => watchPast(db, exercise_id, () => void read()));
    void read();
    return () => {
      asked = Number.NaN;
      for (const stop of stops) stop();
    };
    // `compute` closes over `deps`; the caller lists them.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, key);
  if (!sameKey(shown.key, key)) return undefined;
  if (shown.error !== undefined) throw shown.error as Error;
  return shown.value;
}

function sameKey(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}

/** One account is open at a time; another connection, even to the same account, begins with nothing. */
function memoryOf(db: LocalDb): Memory {
  if (memory?.db === db) return memory;
  memory?.stop();
  const onMutation = (parts: ObservabilitySet) => noteChanges(made, parts);
  const made: Memory = {
    db,
    pasts: new Map(),
    listeners: new Map(),
    updating: Promise.resolve(),
    stop: () => Dexie.on.storagemutated.unsubscribe(onMutation),
  };
  Dexie.on("storagemutated", onMutation);
  memory = made;
  return made;
}

function beginReading({ db, pasts }: Memory, exercise_ids: readonly string[]): void {
  const loading = loadPasts(db, exercise_ids);
  for (const exercise_id of exercise_ids) {
    const one = loading.then((read) => read.get(exercise_id) ?? { exercise_id, entries: [] });
    pasts.set(exercise_id, one);
    one.catch(() => pasts.delete(exercise_id));
  }
}

/** Pasts that nobody watches go first come, first gone. */
function forgetOldest({ pasts, listeners }: Memory, needed: readonly string[]): void {
  const unwatched = [...pasts.keys()].filter((id) => !needed.includes(id) && !listeners.get(id)?.size);
  for (const id of unwatched.slice(0, Math.max(0, pasts.size - MAX_PASTS))) pasts.delete(id);
}

function noteChanges(held: Memory, parts: ObservabilitySet): void {
  const table = `idb://${held.db.name}/${held.db.workouts.name}/`;
  const changed = [parts[table], parts[`${table}:dels`]].flatMap((tree) => [...nodesOf(tree)]);
  if (changed.length === 0 || held.pasts.size === 0) return;
  // A key of its own is a range of one; anything wider says only that much has changed.
  const ids = new Set(changed.flatMap(({ from, to }) => (typeof from === "string" && from === to ? [from] : [])));
  if (ids.size > MAX_CHANGED || changed.some(({ from, to }) => from !== to)) return forgetAll(held);
  held.updating = held.updating.then(() => takeIn(held, ids)).catch(() => forgetAll(held));
}

async function takeIn(held: Memory, ids: ReadonlySet<string>): Promise<void> {
  const found = await held.db.workouts.bulkGet([...ids]);
  const rows = found.filter((row) => row !== undefined);
  for (const [exercise_id, reading] of held.pasts) {
    const past = await reading;
    const changed = replaceWorkouts(past, ids, rows);
    if (changed === past) continue;
    held.pasts.set(exercise_id, Promise.resolve(changed));
    notify(held, exercise_id);
  }
}

function forgetAll(held: Memory): void {
  const ids = [...held.pasts.keys()];
  held.pasts.clear();
  for (const exercise_id of ids) notify(held, exercise_id);
}

function notify(held: Memory, exercise_id: string): void {
  for (const listener of held.listeners.get(exercise_id) ?? []) listener();
}

function* nodesOf(tree: IntervalTree | null | undefined): Generator<IntervalTreeNode> {
  if (!tree || !("from" in tree)) return;
  yield* nodesOf(tree.l);
  yield tree;
  yield* nodesOf(tree.r);
}
