/** What a program asks of the rows of an exercise. The targets are the copy that the workout began with. */
import type { WorkoutExercise, WorkoutSet } from "@/db/documents.ts";
import type { PrescribedSet, Prescription } from "@/db/program-documents.ts";
import { fromKg, toKg, type WeightUnit } from "@/training/units.ts";

type Placed = Pick<WorkoutSet, "id" | "kind" | "side">;

/** The target of each row by its id: warm-ups and the others each in their order, left and right as one. */
export function targetsOfSets(
  prescription: Prescription | null | undefined,
  sets: readonly Placed[],
): ReadonlyMap<string, PrescribedSet> {
  const found = new Map<string, PrescribedSet>();
  if (!prescription) return found;
  const warm_ups = prescription.sets.filter(({ kind }) => kind === "warm_up");
  const others = prescription.sets.filter(({ kind }) => kind !== "warm_up");
  const places = placesOf(sets);
  for (const { id, kind } of sets) {
    const list = kind === "warm_up" ? warm_ups : others;
    const place = places.get(id) ?? 0;
    // A total is done in as many sets as it takes.
    const target = list[place] ?? (list.at(-1)?.goal === "total" ? list.at(-1) : undefined);
    if (target) found.set(id, target);
  }
  return found;
}

/** The place of each row among the warm-ups or the other sets; a row and the other side's next one are one place. */
function placesOf(sets: readonly Placed[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const waiting = { left: [] as number[], right: [] as number[] };
  let [warm_up, other] = [0, 0];
  for (const { id, kind, side } of sets) {
    if (kind === "warm_up") {
      places.set(id, warm_up);
      warm_up += 1;
      continue;
    }
    const partner = side === "left" ? waiting.right : side === "right" ? waiting.left : [];
    const found = partner.shift();
    places.set(id, found ?? other);
    if (found !== undefined) continue;
    if (side) waiting[side].push(other);
    other += 1;
  }
  return places;
}

/**
 * What is left of a total of reps, and how many there may be; null where no total is asked for.
 * Of a left and a right row the one with fewer reps counts, and neither alone, as the core judges them.
 */
export function totalLeft(
  prescription: Prescription | null | undefined,
  sets: readonly (Placed & Pick<WorkoutSet, "completed" | "reps">)[],
): { readonly low: number; readonly high: number; readonly left: number } | null {
  const target = prescription?.sets.find(({ goal }) => goal === "total");
  if (!target) return null;
  const places = placesOf(sets);
  const rows = Map.groupBy(
    sets.filter(({ kind }) => kind !== "warm_up"),
    ({ id }) => places.get(id),
  );
  const both = new Set(sets.flatMap(({ kind, side }) => (kind !== "warm_up" && side ? [side] : []))).size > 1;
  let done = 0;
  for (const place of rows.values()) {
    const alone = both && place.length === 1 && Boolean(place[0]?.side);
    done += alone ? 0 : Math.min(...place.map(({ completed, reps }) => (completed ? (reps ?? 0) : 0)));
  }
  return { low: target.low, high: target.high, left: Math.max(0, target.low - done) };
}

const OF_TOP: ReadonlySet<string> = new Set(["top", "top_planned", "top_pending"]);

export interface Followed {
  readonly set_id: string;
  readonly weight: number;
  readonly weight_unit: WeightUnit;
}

/**
 * New weights of the sets that are a share of today's top set of their lift, after `changed` was logged,
 * taken back or corrected. Sets that are done stay, and a set of that kind moves none of the others.
 */
export function followTop(
  exercises: readonly WorkoutExercise[],
  changed: WorkoutExercise,
  set_id: string,
  nearest: (weight: number, unit: WeightUnit) => number,
): readonly Followed[] {
  const lift = changed.prescription?.lift;
  if (lift === undefined || topShare(targetsOfSets(changed.prescription, changed.sets).get(set_id)) !== null) return [];
  const of_lift = exercises.filter(({ prescription }) => prescription?.lift === lift);
  return of_lift.flatMap(({ prescription, sets }) => {
    if (!prescription) return [];
    const { unit } = prescription;
    const top = topOf(of_lift, unit);
    return [...targetsOfSets(prescription, sets)].flatMap(([id, target]) => {
      const share = topShare(target);
      const set = sets.find((one) => one.id === id);
      if (share === null || !set || set.completed) return [];
      const weight = top === null ? target.weight : nearest((top * share) / 100, unit);
      if (weight === null || (set.weight === weight && set.weight_unit === unit)) return [];
      return [{ set_id: id, weight, weight_unit: unit }];
    });
  });
}

/** How much of today's top set a target is [%]; null where it is none of it. */
function topShare(target: PrescribedSet | undefined): number | null {
  const why = target?.reasons.find(({ code }) => OF_TOP.has(code));
  const percent = why?.values["percent"];
  return typeof percent === "number" ? percent : null;
}

/** The heaviest set that was done, of those that are no share of it. */
function topOf(exercises: readonly WorkoutExercise[], unit: WeightUnit): number | null {
  const weights = exercises.flatMap(({ prescription, sets }) => {
    const targets = targetsOfSets(prescription, sets);
    return sets.flatMap((set) => {
      if (!set.completed || set.kind === "warm_up" || set.weight === null || topShare(targets.get(set.id)) !== null) return [];
      const { weight, weight_unit } = set;
      return weight_unit === null || weight_unit === unit ? weight : fromKg(toKg(weight, weight_unit), unit);
    });
  });
  return weights.length === 0 ? null : Math.max(...weights);
}
