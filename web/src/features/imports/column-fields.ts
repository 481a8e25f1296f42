import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export type ColumnField =
  | "date"
  | "time"
  | "exercise"
  | "weight"
  | "weight_unit"
  | "reps"
  | "duration_s"
  | "distance"
  | "distance_unit"
  | "rpe"
  | "rir"
  | "kind"
  | "notes"
  | "workout"
  | "workout_notes";

export const REQUIRED_FIELDS: readonly ColumnField[] = ["date", "exercise"];
export const MAIN_FIELDS: readonly ColumnField[] = ["date", "exercise", "weight", "reps"];
export const MORE_FIELDS: readonly ColumnField[] = [
  "time",
  "weight_unit",
  "kind",
  "rpe",
  "rir",
  "duration_s",
  "distance",
  "distance_unit",
  "notes",
  "workout",
  "workout_notes",
];

export const FIELD_NAMES: Readonly<Record<ColumnField, MessageDescriptor>> = {
  date: msg`Date`,
  time: msg`Time of day`,
  exercise: msg`Exercise`,
  weight: msg`Weight`,
  weight_unit: msg`Unit of the weight`,
  reps: msg`Reps`,
  duration_s: msg`Duration`,
  distance: msg`Distance`,
  distance_unit: msg`Unit of the distance`,
  rpe: msg`RPE`,
  rir: msg`Reps in reserve`,
  kind: msg`Kind of set`,
  notes: msg`Note on the set`,
  workout: msg`Name of the workout`,
  workout_notes: msg`Note on the workout`,
};
