import type { components } from "@/api/generated/schema";
import type { SetKind } from "@/training/sets.ts";

/** A rest under way, as it is stored: only moments, so that it runs on while no page is open. */
export interface Rest {
  readonly id: string;
  readonly workout_id: string;
  /** The set it follows; null when it was started by hand. */
  readonly set_id: string | null;
  readonly started_at_ms: number;
  readonly ends_at_ms: number;
  /** What a notification says: the exercise, and what comes after the rest. */
  readonly about: RestAbout;
}

export interface RestAbout {
  readonly exercise_name: string;
  readonly next: string;
}

/** The profile's seconds of rest by set kind; null means `default_s`. */
export type RestDefaults = components["schemas"]["Rest"];

/** What an exercise asks for instead. */
export interface ExerciseRest {
  readonly rest_s?: number | null | undefined;
  readonly rest_warm_up_s?: number | null | undefined;
}

export const STANDARD_REST: RestDefaults = {
  default_s: 120,
  warm_up_s: 60,
  working_s: null,
  drop_s: 0,
  back_off_s: null,
  amrap_s: null,
  failure_s: null,
};

const LONGEST_S = 3600;

/**
 * Seconds of rest after a set, 0 for none.
 *
 * The exercise's own time wins over the profile's; a drop set follows at once unless the profile says otherwise,
 * since that is what makes it one.
 */
export function restAfter(kind: SetKind, exercise: ExerciseRest | undefined, defaults: RestDefaults = STANDARD_REST): number {
  if (kind === "warm_up") return exercise?.rest_warm_up_s ?? defaults.warm_up_s;
  if (kind === "drop") return defaults.drop_s;
  return exercise?.rest_s ?? defaults[`${kind}_s`] ?? defaults.default_s;
}

/** What a clock shows of a rest at a moment. */
export interface RestView {
  /** Seconds left, rounded up: "0:00" is shown only when it is over. */
  readonly left_s: number;
  readonly total_s: number;
  /** How much is over, 0 to 1. */
  readonly done: number;
  readonly is_over: boolean;
}

export function viewRest(rest: Rest, now_ms: number): RestView {
  const total_ms = Math.max(1, rest.ends_at_ms - rest.started_at_ms);
  const left_ms = Math.max(0, rest.ends_at_ms - now_ms);
  return {
    left_s: Math.ceil(left_ms / 1000),
    total_s: Math.round(total_ms / 1000),
    done: Math.min(1, Math.max(0, 1 - left_ms / total_ms)),
    is_over: left_ms === 0,
  };
}

/** Longer or shorter by some seconds: never over before now, never more than an hour away. */
export function extendRest(rest: Rest, by_s: number, now_ms: number): Rest {
  const from_ms = Math.max(rest.ends_at_ms, now_ms);
  const ends_at_ms = Math.min(now_ms + LONGEST_S * 1000, Math.max(now_ms, from_ms + by_s * 1000));
  return { ...rest, ends_at_ms };
}

/** How long a rest that is over stays on the screen before the strip is quiet again [ms]. */
export const SHOWN_AFTER_END_MS = 10 * 60_000;

/** Whether a stored rest still says anything: one from yesterday does not. */
export function isCurrent(rest: Rest, now_ms: number): boolean {
  return now_ms - rest.ends_at_ms < SHOWN_AFTER_END_MS;
}
