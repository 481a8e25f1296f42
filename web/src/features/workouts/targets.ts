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
  const waiting = { left: [] as number[], right: [] as number[] };
  let [warm_up, other] = [0, 0];
  for (const { id, kind, side } of sets) {
    const partner = side === "left" ? waiting.right : side === "right" ? waiting.left : [];
    let place = kind === "warm_up" ? warm_up : (partner.shift() ?? other);
    if (kind === "warm_up") {
      warm_up += 1;
    } else if (place === other) {
      if (side) waiting[side].push(place);
      other += 1;
    }
    const list = kind === "warm_up" ? warm_ups : others;
    // A total is done in as many sets as it takes.
    if (place >= list.length && list.at(-1)?.goal === "total") place = list.length - 1;
    const target = list[place];
    if (target) found.set(id, target);
  }
  return found;
}

/** What is left of a total of reps, and how many there may be; null where no total is asked for. */
export function totalLeft(
  prescription: Prescription | null | undefined,
  sets: readonly Pick<WorkoutSet, "kind" | "completed" | "reps">[],
): { readonly low: number; readonly high: number; readonly left: number } | null {
  const target = prescription?.sets.find(({ goal }) => goal === "total");
  if (!target) return null;
  const done = sets.reduce((sum, set) => sum + (set.completed && set.kind !== "warm_up" ? (set.reps ?? 0) : 0), 0);
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
