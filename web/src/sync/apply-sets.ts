import type { WorkoutSet } from "@/db/documents.ts";
import { toKg, distanceM } from "@/training/units.ts";
import type { SetBody, SetFields } from "./operations.ts";

/** What a flag doubts: a change of any of these is a correction and lifts it. */
const MEASURED = ["weight", "weight_unit", "reps", "duration_s", "distance", "distance_unit"] as const;

/** A logged set as the server would store it. */
export function newSet(body: SetBody): WorkoutSet {
  return withDerived({
    id: body.id,
    position: body.position,
    kind: body.kind ?? "working",
    completed: body.completed ?? true,
    weight: body.weight ?? null,
    weight_unit: body.weight_unit ?? null,
    load_kg: null,
    reps: body.reps ?? null,
    duration_s: body.duration_s ?? null,
    distance: body.distance ?? null,
    distance_unit: body.distance_unit ?? null,
    distance_m: null,
    rpe: body.rpe ?? null,
    rir: body.rir ?? null,
    side: body.side ?? null,
    notes: body.notes ?? "",
    flagged: null,
    logged_at: body.logged_at ?? null,
  });
}

/** Change the named fields; a corrected value loses its flag. The same object when nothing changes. */
export function changedSet(set: WorkoutSet, fields: SetFields): WorkoutSet {
  const next = withDerived({ ...set, ...fields } as WorkoutSet);
  const names = Object.keys(fields) as (keyof SetFields)[];
  if (names.every((name) => Object.is(set[name] ?? null, next[name] ?? null))) return set;
  const corrected = MEASURED.some((name) => set[name] !== next[name]);
  return corrected ? { ...next, flagged: null } : next;
}

/** Kilograms and metres of what was typed; null where nothing was. */
function withDerived(set: WorkoutSet): WorkoutSet {
  const { weight, weight_unit, distance, distance_unit } = set;
  return {
    ...set,
    load_kg: weight === null || weight_unit === null ? null : toKg(weight, weight_unit),
    distance_m: distance === null || distance_unit === null ? null : distanceM(distance, distance_unit),
  };
}

interface Placed {
  readonly id: string;
  readonly position: number;
}

/** The server's order: by position, and by id where two devices chose the same one. */
export function inOrder<Item extends Placed>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}
