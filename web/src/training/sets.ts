/** What a set is and which sets count for what; the twin of the server's `training/sets.py`. */
export type SetKind = "warm_up" | "working" | "drop" | "back_off" | "amrap" | "failure";
export type Tracking =
  | "weight_reps"
  | "bodyweight_reps"
  | "assisted_reps"
  | "reps"
  | "duration"
  | "weight_duration"
  | "distance_duration"
  | "weight_distance";

/** Reps in reserve up to which a set counts as hard, i.e. RPE ≥ 6. */
export const HARD_SET_MAX_RIR = 4;

const REP_TRACKINGS: ReadonlySet<Tracking> = new Set(["weight_reps", "bodyweight_reps", "assisted_reps", "reps"]);

/** One set as it was done; null is "not known". */
export interface PerformedSet {
  readonly kind: SetKind;
  readonly completed: boolean;
  /** Why a value is not believed: kept, but counted nowhere. */
  readonly flagged: string | null;
  readonly load_kg: number | null;
  readonly reps: number | null;
  readonly duration_s: number | null;
  readonly distance_m: number | null;
  readonly rpe: number | null;
  readonly rir: number | null;
}

/** A performed set with where and when it happened; lists are ordered by day and, inside a day, as performed. */
export interface DatedSet {
  readonly set_id: string;
  readonly workout_id: string;
  /** Training day `YYYY-MM-DD`. */
  readonly local_date: string;
  /** The moment that records show [ms since 1970 UTC]. */
  readonly at_ms: number;
  readonly performed: PerformedSet;
}

/** Whether volume and records see the set: completed, believed and not a warm-up. */
export function isCounted(set: PerformedSet): boolean {
  return set.completed && set.flagged === null && set.kind !== "warm_up";
}

/** Reps in reserve the lifter stated; RIR wins over RPE. Null when nothing says it. */
export function statedRir(set: PerformedSet): number | null {
  if (set.rir !== null) return set.rir;
  if (set.rpe !== null) return 10 - set.rpe;
  return set.kind === "amrap" || set.kind === "failure" ? 0 : null;
}

/** Reps the set would have had at failure: reps + RIR, an unknown RIR taken as 0; null without reps. */
export function effectiveReps(set: PerformedSet): number | null {
  if (!set.reps || set.reps < 1) return null;
  return set.reps + (statedRir(set) ?? 0);
}

/** Whether the set is near enough to failure to count as training volume; an unknown effort counts. */
export function isHardSet(set: PerformedSet, tracking: Tracking): boolean {
  if (!isCounted(set) || tracking === "distance_duration") return false;
  const done = REP_TRACKINGS.has(tracking) ? Boolean(set.reps) : Boolean(set.duration_s) || Boolean(set.distance_m);
  if (!done) return false;
  const rir = statedRir(set);
  return rir === null || rir <= HARD_SET_MAX_RIR;
}

/** Load × reps [kg] of a counted set; assistance and the own body weight are no load. */
export function tonnageKg(set: PerformedSet, tracking: Tracking): number {
  if (!isCounted(set) || tracking === "assisted_reps") return 0;
  if (set.load_kg === null || set.load_kg <= 0 || !set.reps) return 0;
  return set.load_kg * set.reps;
}

/**
 * Load [kg] on a scale where more is always better; null where load has no meaning.
 *
 * Assistance becomes negative, a bodyweight set without added load is 0, and an exercise with
 * weights needs a positive weight.
 */
export function rankedLoadKg(set: PerformedSet, tracking: Tracking): number | null {
  const load = set.load_kg;
  switch (tracking) {
    case "weight_reps":
    case "weight_duration":
    case "weight_distance":
      return load !== null && load > 0 ? load : null;
    case "bodyweight_reps":
      return load ?? 0;
    case "assisted_reps":
      return load === null ? null : -load;
    default:
      return null;
  }
}
