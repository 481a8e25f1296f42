import type { Tracking } from "@/training/sets.ts";
import type { SetField } from "../set-limits.ts";

type EditedField = Exclude<SetField, "rpe" | "rir">;

const FIELDS: Readonly<Record<Tracking, readonly EditedField[]>> = {
  weight_reps: ["weight", "reps"],
  bodyweight_reps: ["weight", "reps"],
  assisted_reps: ["weight", "reps"],
  reps: ["reps"],
  duration: ["duration_s"],
  weight_duration: ["weight", "duration_s"],
  distance_duration: ["distance", "duration_s"],
  weight_distance: ["weight", "distance"],
};

/** What a set of a tracking kind is edited by, in the order it is typed. */
export function fieldsOf(tracking: Tracking): readonly EditedField[] {
  return FIELDS[tracking];
}

/** "130" on a number pad is 1:30, "90" are ninety seconds: the last two digits are seconds. */
export function durationFromDigits(digits: number): number {
  return Math.floor(digits / 10_000) * 3600 + (Math.floor(digits / 100) % 100) * 60 + (digits % 100);
}

/** What has to be typed for a time: 90 s are "130". */
export function digitsOfDuration(duration_s: number): number {
  const whole_s = Math.round(duration_s);
  return Math.floor(whole_s / 3600) * 10_000 + (Math.floor(whole_s / 60) % 60) * 100 + (whole_s % 60);
}
