import { msg } from "@lingui/core/macro";
import { i18n, type MessageDescriptor } from "@lingui/core";

/** What a queued operation did, in words. */
const OPERATIONS: Readonly<Record<string, MessageDescriptor>> = {
  "workouts.create": msg`Workout started`,
  "workouts.change": msg`Workout changed`,
  "workouts.delete": msg`Workout deleted`,
  "workouts.restore": msg`Workout restored`,
  "workouts.add_exercise": msg`Exercise added`,
  "workouts.change_exercise": msg`Exercise changed`,
  "workouts.reorder_exercises": msg`Exercises reordered`,
  "workouts.delete_exercise": msg`Exercise removed`,
  "workouts.restore_exercise": msg`Exercise put back`,
  "workouts.log_set": msg`Set logged`,
  "workouts.change_set": msg`Set changed`,
  "workouts.delete_set": msg`Set deleted`,
  "workouts.restore_set": msg`Set restored`,
  "templates.create": msg`Template made`,
  "templates.change": msg`Template changed`,
  "templates.delete": msg`Template deleted`,
  "templates.restore": msg`Template restored`,
  "programs.create": msg`Program made`,
  "programs.change": msg`Program changed`,
  "programs.delete": msg`Program deleted`,
  "programs.restore": msg`Program restored`,
  "program_versions.create": msg`Edition of a program saved`,
  "enrolments.create": msg`Program begun`,
  "enrolments.change": msg`Program you follow changed`,
  "enrolments.delete": msg`Program you follow deleted`,
  "enrolments.restore": msg`Program you follow restored`,
  "enrolments.add_fact": msg`Departure from a program noted`,
  "enrolments.delete_fact": msg`Departure from a program taken back`,
  "exercises.create": msg`Own exercise made`,
  "exercises.change": msg`Own exercise changed`,
  "exercises.change_preference": msg`Setting of an exercise changed`,
  "metrics.create": msg`Body value added`,
  "metrics.change": msg`Body value changed`,
  "metrics.delete": msg`Body value deleted`,
  "metrics.restore": msg`Body value restored`,
  "auth.change_profile": msg`Settings changed`,
  "sync.dismiss_recovered": msg`Recovered value dismissed`,
};

/** Fields that may be corrected by hand, and fields that two devices may have changed. */
const FIELDS: Readonly<Record<string, MessageDescriptor>> = {
  title: msg`Title`,
  name: msg`Name`,
  notes: msg`Notes`,
  started_at: msg`Start`,
  finished_at: msg`End`,
  position: msg`Place`,
  superset: msg`Superset`,
  exercise_id: msg`Exercise`,
  kind: msg`Kind of set`,
  completed: msg`Done`,
  weight: msg`Weight`,
  weight_unit: msg`Unit of weight`,
  reps: msg`Reps`,
  duration_s: msg`Duration in seconds`,
  distance: msg`Distance`,
  distance_unit: msg`Unit of distance`,
  rpe: msg`RPE`,
  rir: msg`Reps in reserve`,
  side: msg`Side`,
  value: msg`Value`,
  unit: msg`Unit`,
};

export function operationWords(name: string): string {
  const words = OPERATIONS[name];
  return words ? i18n._(words) : name;
}

export function fieldWords(field: string): string {
  const words = FIELDS[field];
  return words ? i18n._(words) : field;
}

export const isNamedField = (field: string): boolean => field in FIELDS;

/** A value of the wire for people; a missing one is a dash. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value as string | number | boolean);
}
