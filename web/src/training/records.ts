/** Records as a chronology, computed from the sets alone; the twin of the server's `training/records.py`. */
import { isCounted, rankedLoadKg, tonnageKg, type DatedSet, type PerformedSet, type Tracking } from "./sets.ts";
import { probabilityAbove, type TrendState } from "./trend.ts";

/** Rep records are kept for 1 to 20 reps; longer sets count for 20. */
export const MAX_RECORD_REPS = 20;
/** An e1RM record is announced only when the level is this likely to be above the old one. */
const E1RM_RECORD_PROBABILITY = 0.8;

export type RecordKind = "load" | "tonnage" | "e1rm" | "reps" | "duration" | "distance" | "assistance";
/** Kind and rep count (0 where there is none) in one word, such as `load:5`. */
export type RecordKey = `${RecordKind}:${number}`;
export type Bests = ReadonlyMap<RecordKey, number>;

/**
 * Something was better than ever before.
 *
 * `value` is kg for load, assistance, tonnage and e1rm, reps, seconds or metres otherwise; less is
 * better for assistance only. `previous` is what it beat, null the first time; `set_id` is null for
 * tonnage, which a whole workout brought.
 */
export interface RecordEvent {
  readonly kind: RecordKind;
  readonly reps: number;
  readonly value: number;
  readonly previous: number | null;
  readonly set_id: string | null;
  readonly workout_id: string;
  readonly local_date: string;
  readonly at_ms: number;
}

interface Candidate {
  readonly kind: RecordKind;
  readonly reps: number;
  readonly value: number;
  readonly set_id: string | null;
  readonly dated: DatedSet;
}

export function recordKey(kind: RecordKind, reps: number): RecordKey {
  return `${kind}:${reps}`;
}

/**
 * Records that one exercise's sets of one day set, against the best values before the day.
 *
 * Only the best of the day is a record, and of equal sets the first. The rep record at r is the
 * heaviest load done for at least r reps, so the first rep count a set does not improve ends the
 * search. At most one event per kind and rep count, ordered by both.
 */
export function setEvents(sets: readonly DatedSet[], tracking: Tracking, bests: Bests): RecordEvent[] {
  const found = new Map<RecordKey, Candidate>();
  const workouts = new Map<string, { tonnage_kg: number; first: DatedSet }>();
  for (const dated of sets) {
    const { performed, set_id, workout_id } = dated;
    if (!isCounted(performed)) continue;
    for (const [kind, most_reps, value] of achievements(performed, tracking)) {
      let reps = most_reps;
      while (improves(kind, reps, value, found, bests)) {
        found.set(recordKey(kind, reps), { kind, reps, value, set_id, dated });
        reps -= 1;
        if (reps < 1) break;
      }
    }
    const tonnage_kg = tonnageKg(performed, tracking);
    const workout = workouts.get(workout_id);
    if (workout) workout.tonnage_kg += tonnage_kg;
    else workouts.set(workout_id, { tonnage_kg, first: dated });
  }
  for (const { tonnage_kg, first } of workouts.values()) {
    if (tonnage_kg > 0 && improves("tonnage", 0, tonnage_kg, found, bests)) {
      found.set("tonnage:0", { kind: "tonnage", reps: 0, value: tonnage_kg, set_id: null, dated: first });
    }
  }
  return [...found]
    .toSorted(([, a], [, b]) => (a.kind === b.kind ? a.reps - b.reps : a.kind < b.kind ? -1 : 1))
    .map(([key, candidate]) => toEvent(candidate, bests.get(key) ?? null));
}

/** An e1RM record, if the trend's level is at least 80 % likely to be above that of the last one (`best`). */
export function e1rmEvent(state: TrendState, best: TrendState | null, dated: DatedSet): RecordEvent | null {
  if (best !== null && probabilityAbove(state, best) < E1RM_RECORD_PROBABILITY) return null;
  const candidate: Candidate = { kind: "e1rm", reps: 0, value: Math.exp(state.level), set_id: dated.set_id, dated };
  return toEvent(candidate, best === null ? null : Math.exp(best.level));
}

/** Best values after the events. */
export function advanceBests(bests: Bests, events: readonly RecordEvent[]): Map<RecordKey, number> {
  const after = new Map(bests);
  for (const event of events) after.set(recordKey(event.kind, event.reps), event.value);
  return after;
}

/** What one counted set could be a record in: kind, most reps it stands for (0: none), value. */
function achievements(set: PerformedSet, tracking: Tracking): [RecordKind, number, number][] {
  const reps = set.reps ?? 0;
  const load = rankedLoadKg(set, tracking);
  const found: [RecordKind, number, number][] = [];
  if (tracking === "weight_reps" || tracking === "bodyweight_reps") {
    if (load !== null && reps >= 1) found.push(["load", Math.min(reps, MAX_RECORD_REPS), load]);
  } else if (tracking === "assisted_reps") {
    if (load !== null && reps >= 1) found.push(["assistance", Math.min(reps, MAX_RECORD_REPS), -load]);
  } else if (load !== null && (set.duration_s || set.distance_m)) {
    found.push(["load", 0, load]);
  }
  if ((tracking === "reps" || tracking === "bodyweight_reps") && reps >= 1 && (load ?? 0) >= 0) found.push(["reps", 0, reps]);
  if (tracking === "duration" || tracking === "weight_duration" || tracking === "distance_duration") {
    if (set.duration_s) found.push(["duration", 0, set.duration_s]);
  }
  if (tracking === "distance_duration" || tracking === "weight_distance") {
    if (set.distance_m) found.push(["distance", 0, set.distance_m]);
  }
  return found;
}

function improves(kind: RecordKind, reps: number, value: number, found: ReadonlyMap<RecordKey, Candidate>, bests: Bests): boolean {
  const key = recordKey(kind, reps);
  const standing = found.get(key)?.value ?? bests.get(key);
  if (standing === undefined) return true;
  return kind === "assistance" ? value < standing : value > standing;
}

function toEvent({ kind, reps, value, set_id, dated }: Candidate, previous: number | null): RecordEvent {
  const { workout_id, local_date, at_ms } = dated;
  return { kind, reps, value, previous, set_id, workout_id, local_date, at_ms };
}
