import { useLingui } from "@lingui/react/macro";
import type { WorkoutSet } from "@/db/documents.ts";
import { fromKg } from "@/training/units.ts";
import { formatSigned } from "@/lib/format.ts";
import { comparableSet } from "../local-history.ts";
import { recordName, recordValue } from "../record-text.ts";
import { recordsInWorkout } from "./records-in-workout.ts";
import { useActive, useScreen } from "./screen-context.ts";

export interface Reason {
  readonly text: string;
  readonly is_record: boolean;
}

/** Why a row says what it says: a record, as last time, or how far it is from that. Null when nothing is known. */
export function useReason(set: WorkoutSet | null): Reason | null {
  const { t, i18n } = useLingui();
  const { format } = useScreen();
  const { entry, tracking, unit, past } = useActive();
  if (!set || !past) return null;
  const record = set.completed ? recordsInWorkout(entry.sets, tracking, past.bests).get(set.id) : undefined;
  if (record) {
    const name = recordName(record, i18n);
    // The name says for how many reps; here the old number is enough.
    const value = record.previous === null ? null : recordValue({ ...record, value: record.previous, reps: 0 }, unit, format);
    return { text: value === null ? name : t`${name}, before ${value}`, is_record: true };
  }
  if (!past.last) return null;
  const place = entry.sets.findIndex((one) => one.id === set.id);
  const nth = entry.sets.slice(0, place).filter((one) => one.kind === set.kind).length;
  const before = comparableSet(past.last.sets, set.kind, nth, place);
  if (!before) return null;
  const day = format.date(past.last.local_date, "day");
  const differences = [
    before.load_kg !== null && set.load_kg !== null && Math.abs(set.load_kg - before.load_kg) > 0.005
      ? `${formatSigned(format.locale, fromKg(set.load_kg - before.load_kg, unit), 2)}\u00a0${unit}`
      : null,
    before.reps !== null && set.reps !== null && set.reps !== before.reps
      ? t`${formatSigned(format.locale, set.reps - before.reps)} reps`
      : null,
  ].filter((part) => part !== null);
  if (differences.length > 0) {
    const difference = differences.join(", ");
    return { text: t`${difference} against ${day}`, is_record: false };
  }
  const is_same =
    set.load_kg === before.load_kg &&
    set.reps === before.reps &&
    set.duration_s === before.duration_s &&
    set.distance_m === before.distance_m;
  return is_same ? { text: t`As last time, ${day}`, is_record: false } : null;
}
