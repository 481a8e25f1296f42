import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { SetKind } from "@/training/sets.ts";

export const SET_KINDS: readonly SetKind[] = ["warm_up", "working", "drop", "back_off", "amrap", "failure"];

export const KIND_NAMES: Readonly<Record<SetKind, MessageDescriptor>> = {
  warm_up: msg`Warm-up`,
  working: msg`Working set`,
  drop: msg`Drop set`,
  back_off: msg`Back-off set`,
  amrap: msg`As many reps as possible`,
  failure: msg`To failure`,
};

/** One letter for the badge of a set; working sets show their number instead. */
export const KIND_LETTERS: Readonly<Record<SetKind, MessageDescriptor | null>> = {
  warm_up: msg({ message: "W", comment: "One letter for a warm-up set" }),
  working: null,
  drop: msg({ message: "D", comment: "One letter for a drop set" }),
  back_off: msg({ message: "B", comment: "One letter for a back-off set" }),
  amrap: msg({ message: "A", comment: "One letter for an as-many-reps-as-possible set" }),
  failure: msg({ message: "F", comment: "One letter for a set to failure" }),
};

/** The number of each set among the working sets of its exercise; null for the other kinds. */
export function numberSets(sets: readonly { readonly kind: SetKind }[]): (number | null)[] {
  let count = 0;
  return sets.map(({ kind }) => (kind === "working" ? ++count : null));
}

/** Why a value is not believed, by the code the import left on the set. */
export const FLAG_REASONS: Readonly<Record<string, MessageDescriptor>> = {
  "set.reps": msg`The number of reps is not believable, so this set counts nowhere.`,
  "set.load": msg`The weight is not believable, so this set counts nowhere.`,
  "set.duration": msg`The time is not believable, so this set counts nowhere.`,
  "set.distance": msg`The distance is not believable, so this set counts nowhere.`,
};
export const FLAG_UNKNOWN = msg`A value is not believable, so this set counts nowhere.`;
