import type { I18n } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import type { Format } from "@/features/auth/use-format.ts";
import { formatDuration } from "@/lib/format.ts";
import { fromKg, type WeightUnit } from "@/training/units.ts";
import type { RecordRead } from "./queries.ts";

/** What a record is about: "Heaviest set of 5", "Most volume in a workout". */
export function recordName(record: Pick<RecordRead, "kind" | "reps">, i18n: I18n): string {
  const { reps } = record;
  switch (record.kind) {
    case "load":
      return reps > 0
        ? i18n._(msg({ message: plural(reps, { one: "Heaviest single", other: "Heaviest set of #" }) }))
        : i18n._(msg`Heaviest set`);
    case "tonnage":
      return i18n._(msg`Most volume in a workout`);
    case "e1rm":
      return i18n._(msg`1RM record (trend)`);
    case "reps":
      return i18n._(msg`Most reps`);
    case "duration":
      return i18n._(msg`Longest time`);
    case "distance":
      return i18n._(msg`Longest distance`);
    case "assistance":
      return reps > 0
        ? i18n._(msg({ message: plural(reps, { one: "Least help for # rep", other: "Least help for # reps" }) }))
        : i18n._(msg`Least help`);
  }
}

/** A record's value with its unit: "92.5 kg × 5", "12,450 kg", "1:30". */
export function recordValue(record: Pick<RecordRead, "kind" | "reps" | "value">, unit: WeightUnit, format: Format): string {
  switch (record.kind) {
    case "load":
    case "assistance":
      return record.reps > 0
        ? `${format.weight(record.value, unit)}\u00a0×\u00a0${record.reps}`
        : format.weight(record.value, unit);
    case "tonnage":
      return format.tonnage(record.value);
    case "e1rm":
      // An estimate: more than one decimal would pretend to know.
      return `${format.number(fromKg(record.value, unit), 1)}\u00a0${unit}`;
    case "reps":
      return format.number(record.value, 0);
    case "duration":
      return formatDuration(record.value);
    case "distance":
      return format.distance(record.value);
  }
}

/** The most telling record of each set; estimates and whole-workout records belong to no row. */
export function recordsBySet(records: readonly RecordRead[], i18n: I18n): Map<string, string> {
  const bySet = new Map<string, string>();
  const order: readonly RecordRead["kind"][] = ["load", "assistance", "reps", "duration", "distance", "e1rm"];
  for (const kind of order) {
    for (const record of records) {
      if (record.kind !== kind || record.set_id === null || bySet.has(record.set_id)) continue;
      bySet.set(record.set_id, recordName(record, i18n));
    }
  }
  return bySet;
}
