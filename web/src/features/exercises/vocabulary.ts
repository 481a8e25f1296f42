import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Exercise } from "@/db/documents.ts";

export type Muscle = Exercise["primary_muscles"][number];
export type Equipment = Exercise["equipment"];
export type Tracking = Exercise["tracking"];

/** What the words of the wire are called; `i18n._(MUSCLE_NAMES.chest)`. */
export const MUSCLE_NAMES: Readonly<Record<Muscle, MessageDescriptor>> = {
  abdominals: msg`Abs`,
  abductors: msg`Abductors`,
  adductors: msg`Adductors`,
  biceps: msg`Biceps`,
  calves: msg`Calves`,
  chest: msg`Chest`,
  forearms: msg`Forearms`,
  glutes: msg`Glutes`,
  hamstrings: msg`Hamstrings`,
  lats: msg`Lats`,
  lower_back: msg`Lower back`,
  middle_back: msg`Middle back`,
  neck: msg`Neck`,
  quadriceps: msg`Quads`,
  shoulders: msg`Shoulders`,
  traps: msg`Traps`,
  triceps: msg`Triceps`,
};

export const EQUIPMENT_NAMES: Readonly<Record<Equipment, MessageDescriptor>> = {
  barbell: msg`Barbell`,
  ez_bar: msg`EZ bar`,
  trap_bar: msg`Trap bar`,
  dumbbell: msg`Dumbbell`,
  kettlebell: msg`Kettlebell`,
  cable: msg`Cable`,
  machine: msg`Machine`,
  smith_machine: msg`Smith machine`,
  plate: msg`Plate`,
  band: msg`Band`,
  bodyweight: msg`Bodyweight`,
  medicine_ball: msg`Medicine ball`,
  exercise_ball: msg`Exercise ball`,
  foam_roller: msg`Foam roller`,
  sled: msg`Sled`,
  other: msg`Other equipment`,
};

export const TRACKING_NAMES: Readonly<Record<Tracking, MessageDescriptor>> = {
  weight_reps: msg`Weight × reps`,
  bodyweight_reps: msg`Bodyweight ± load × reps`,
  assisted_reps: msg`Assisted reps`,
  reps: msg`Reps`,
  duration: msg`Time`,
  weight_duration: msg`Weight × time`,
  distance_duration: msg`Distance and time`,
  weight_distance: msg`Weight × distance`,
};
