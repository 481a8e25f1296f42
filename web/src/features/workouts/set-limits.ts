import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Tracking } from "@/training/sets.ts";

/** A number of a set that is typed or stepped. */
export type SetField = "weight" | "reps" | "duration_s" | "distance" | "rpe" | "rir";

interface Limits {
  readonly min: number;
  readonly max: number;
  /** Decimals that are kept. */
  readonly digits: number;
}

/** What the server accepts too (`workouts/schemas.py`); lb are allowed as many as kg. */
const LIMITS: Readonly<Record<SetField, Limits>> = {
  weight: { min: 0, max: 2000, digits: 2 },
  reps: { min: 0, max: 2000, digits: 0 },
  duration_s: { min: 0, max: 86_400, digits: 0 },
  distance: { min: 0, max: 1_000_000, digits: 3 },
  rpe: { min: 1, max: 10, digits: 1 },
  rir: { min: 0, max: 20, digits: 1 },
};
const LIGHTEST_BODYWEIGHT = -500;

export function limitsOf(field: SetField, tracking: Tracking): Limits {
  const limits = LIMITS[field];
  // A load taken off one's own weight, such as a band's.
  return field === "weight" && tracking === "bodyweight_reps" ? { ...limits, min: LIGHTEST_BODYWEIGHT } : limits;
}

/** What is wrong with a number, as a sentence; null when nothing is. */
export function refuse(field: SetField, value: number, tracking: Tracking): MessageDescriptor | null {
  const { min, max } = limitsOf(field, tracking);
  if (value >= min && value <= max) return null;
  switch (field) {
    case "weight":
      if (value < min) return min === 0 ? msg`A weight cannot be below 0.` : msg`That is more help than anybody weighs.`;
      return msg`Nobody lifts more than 2,000. Is a separator missing?`;
    case "reps":
      return value < 0 ? msg`Reps cannot be below 0.` : msg`A set has at most 2,000 reps.`;
    case "duration_s":
      return msg`A set lasts at most 24 hours.`;
    case "distance":
      return value < 0 ? msg`A distance cannot be below 0.` : msg`That distance is too long for one set.`;
    case "rpe":
      return msg`RPE goes from 1 to 10.`;
    case "rir":
      return msg`Reps in reserve go from 0 to 20.`;
  }
}

const EARLIEST_MS = Date.UTC(1950, 0, 2);
const DAY_MS = 86_400_000;

/** What is wrong with the time of a workout, as a sentence; null when nothing is. */
export function refuseTimes(started_at: string, finished_at: string | null, now_ms: number): MessageDescriptor | null {
  const start_ms = Date.parse(started_at);
  if (Number.isNaN(start_ms) || start_ms < EARLIEST_MS) return msg`A workout cannot be older than 1950.`;
  if (start_ms > now_ms + DAY_MS) return msg`A workout cannot lie in the future.`;
  if (finished_at === null) return null;
  const length_ms = Date.parse(finished_at) - start_ms;
  if (length_ms < 0) return msg`A workout cannot end before it starts.`;
  return length_ms > DAY_MS ? msg`A workout lasts at most 24 hours.` : null;
}
