import type { Template, WorkoutSet } from "@/db/documents.ts";
import { newId } from "@/lib/ids.ts";
import type { SetKind, Tracking } from "@/training/sets.ts";
import { isEmptySet, type DraftSet } from "./workout-draft.ts";

/** How many empty rows an exercise starts with that was never done. */
const FIRST_TIME_SETS = 3;

export type SetTargets = Partial<Template["exercises"][number]["sets"][number]>;

/** A row that is waiting to be done. */
export function plannedSet(targets: SetTargets = {}): DraftSet {
  return {
    kind: "working",
    weight: null,
    weight_unit: null,
    reps: null,
    duration_s: null,
    distance: null,
    distance_unit: null,
    rpe: null,
    rir: null,
    side: null,
    ...targets,
    id: newId(),
    completed: false,
    notes: "",
    logged_at: null,
  };
}

/** The same sets to do again: their numbers, without the effort, the notes and the time of that day. */
export function planFromSets(sets: readonly WorkoutSet[]): DraftSet[] {
  return sets
    .filter((set) => set.completed && set.flagged === null && !isEmptySet(set))
    .map(({ kind, weight, weight_unit, reps, duration_s, distance, distance_unit, side }) =>
      plannedSet({ kind, weight, weight_unit, reps, duration_s, distance, distance_unit, side: side ?? null }),
    );
}

/** Rows for an exercise: as last time, or empty ones for the first time; left and right in turns where it is done so. */
export function planSets(last: readonly WorkoutSet[] | null, one_sided: boolean): DraftSet[] {
  const again = planFromSets(last ?? []);
  if (again.length > 0) return again;
  if (!one_sided) return Array.from({ length: FIRST_TIME_SETS }, () => plannedSet());
  return Array.from({ length: FIRST_TIME_SETS }, () => [plannedSet({ side: "left" }), plannedSet({ side: "right" })]).flat();
}

/** As many of the rows as make the sets that stand open, at least one; a left and a right row are one set. */
export function asManySets(rows: readonly DraftSet[], open: readonly Pick<DraftSet, "side">[]): DraftSet[] {
  const sided = rows.some(({ side }) => side) ? 2 : 1;
  const sets = open.reduce((sum, { side }) => sum + (side ? 0.5 : 1), 0);
  return rows.slice(0, Math.max(1, Math.ceil(sets)) * sided);
}

/** Targets of a template, with the numbers it leaves open taken from the last time's set in the same place. */
export function fillTargets(targets: readonly SetTargets[], last: readonly WorkoutSet[] | null): DraftSet[] {
  const done = (last ?? []).filter((set) => set.completed && set.flagged === null);
  return targets.map((target, index) => {
    const kind = target.kind ?? "working";
    const place = targets.slice(0, index).filter((one) => (one.kind ?? "working") === kind).length;
    const alike = done.filter((set) => set.kind === kind);
    const before = alike[place] ?? alike.at(-1);
    if (!before) return plannedSet(target);
    const own_weight = target.weight ?? null;
    return plannedSet({
      ...target,
      weight: own_weight ?? before.weight,
      weight_unit: own_weight === null ? before.weight_unit : (target.weight_unit ?? "kg"),
      reps: target.reps ?? before.reps,
      duration_s: target.duration_s ?? before.duration_s,
      distance: target.distance ?? before.distance,
      distance_unit: target.distance_unit ?? before.distance_unit,
    });
  });
}

/** One more set after those there are: like the last one of its kind, for drop and back-off sets lighter. */
export function setAfter(
  sets: readonly DraftSet[],
  kind: SetKind,
  lighten: (weight: number, share: number) => number,
  one_sided: boolean,
): DraftSet {
  // A drop set follows whatever came before it; the other kinds go on with their own.
  const alike = kind === "drop" ? undefined : sets.findLast((set) => set.kind === kind);
  const last = alike ?? sets.findLast((set) => set.kind !== "warm_up") ?? sets.at(-1);
  if (!last) return plannedSet({ kind, side: one_sided ? "left" : null });
  const share = alike ? 1 : LIGHTER[kind];
  const { weight_unit, reps, duration_s, distance, distance_unit } = last;
  const weight = last.weight === null || share === 1 ? last.weight : lighten(last.weight, share);
  const side = last.side === "left" ? "right" : last.side === "right" ? "left" : null;
  return plannedSet({ kind, weight, weight_unit, reps, duration_s, distance, distance_unit, side });
}

/** How much of the last set's weight is left on the bar. */
const LIGHTER: Readonly<Record<SetKind, number>> = { working: 1, warm_up: 0.5, drop: 0.8, back_off: 0.9, amrap: 1, failure: 1 };

/** Whether a row says enough to be logged with one tap. */
export function isLoggable(set: DraftSet, tracking: Tracking): boolean {
  switch (tracking) {
    case "weight_reps":
    case "assisted_reps":
      return set.weight !== null && set.reps !== null;
    case "bodyweight_reps":
    case "reps":
      return set.reps !== null;
    case "duration":
      return set.duration_s !== null;
    case "weight_duration":
      return set.duration_s !== null && set.weight !== null;
    case "distance_duration":
      return set.distance !== null || set.duration_s !== null;
    case "weight_distance":
      return set.distance !== null;
  }
}
