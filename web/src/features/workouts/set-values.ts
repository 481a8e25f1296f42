import type { Format } from "@/features/auth/use-format.ts";
import type { WorkoutSet } from "@/db/documents.ts";
import type { Tracking } from "@/training/sets.ts";
import type { WeightUnit } from "@/training/units.ts";
import { formatDuration } from "@/lib/format.ts";

export type DistanceUnit = NonNullable<WorkoutSet["distance_unit"]>;
export type SetColumn = "weight" | "distance" | "duration" | "reps" | "effort";

/** The numbers of a set, as far as tables and sentences need them. */
export type SetValues = Pick<
  WorkoutSet,
  "weight" | "weight_unit" | "load_kg" | "reps" | "duration_s" | "distance" | "distance_unit" | "distance_m" | "rpe" | "rir"
>;

const COLUMNS_OF: Readonly<Record<Tracking, readonly SetColumn[]>> = {
  weight_reps: ["weight", "reps"],
  bodyweight_reps: ["weight", "reps"],
  assisted_reps: ["weight", "reps"],
  reps: ["reps"],
  duration: ["duration"],
  weight_duration: ["weight", "duration"],
  distance_duration: ["distance", "duration"],
  weight_distance: ["weight", "distance"],
};

/** Columns an exercise's table needs: those of its tracking kind and every other one that holds a value. */
export function columnsOf(tracking: Tracking, sets: readonly SetValues[]): SetColumn[] {
  const has: Readonly<Record<SetColumn, boolean>> = {
    weight: sets.some((set) => set.weight !== null),
    reps: sets.some((set) => set.reps !== null),
    duration: sets.some((set) => set.duration_s !== null),
    distance: sets.some((set) => set.distance !== null),
    effort: sets.some((set) => set.rpe !== null || set.rir !== null),
  };
  const order: readonly SetColumn[] = ["weight", "distance", "duration", "reps", "effort"];
  const own = COLUMNS_OF[tracking];
  // A bodyweight exercise shows its load only once there is one.
  const wanted = tracking === "bodyweight_reps" && !has.weight ? own.filter((column) => column !== "weight") : own;
  return order.filter((column) => wanted.includes(column) || has[column]);
}

/** The weight in a unit: as typed when it was typed in that unit, else converted. */
export function weightIn(
  set: Pick<SetValues, "weight" | "weight_unit" | "load_kg">,
  unit: WeightUnit,
  format: Format,
): string | null {
  if (set.weight === null) return null;
  if (set.weight_unit === unit) return format.number(set.weight, 4);
  return set.load_kg === null ? format.number(set.weight, 4) : format.weightValue(set.load_kg, unit);
}

export function distanceText(set: Pick<SetValues, "distance" | "distance_unit">, format: Format): string | null {
  if (set.distance === null) return null;
  return `${format.number(set.distance, 3)}\u00a0${set.distance_unit ?? "m"}`;
}

/** A set in one phrase for lists and labels: "87.5 kg × 8", "+10 kg × 6", "1:30", "5 km, 24:10". */
export function setPhrase(set: SetValues, tracking: Tracking, unit: WeightUnit, format: Format): string {
  const weight = weightIn(set, unit, format);
  const load = weight === null ? null : `${weightSign(set, tracking)}${weight}\u00a0${unit}`;
  const distance = distanceText(set, format);
  const duration = set.duration_s === null ? null : formatDuration(set.duration_s);
  const reps = set.reps === null ? null : format.number(set.reps);
  const moved = [distance, duration].filter((part) => part !== null).join(", ") || null;
  const done = [reps, moved].filter((part) => part !== null).join(", ");
  if (load === null) return done;
  return done === "" ? load : `${load}\u00a0×\u00a0${done}`;
}

/** The sign that says what a weight beside a bodyweight exercise means. */
export function weightSign(set: Pick<SetValues, "weight">, tracking: Tracking): string {
  if (set.weight === null || set.weight === 0) return "";
  if (tracking === "assisted_reps") return "\u2212";
  return tracking === "bodyweight_reps" && set.weight > 0 ? "+" : "";
}

/** Seconds from what people type: "90", "1:30", "1:02:03"; null when it is none of these. */
export function parseDuration(text: string): number | null {
  const match = /^\s*(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})\s*$/.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds] = match;
  if (minutes !== undefined && Number(seconds) > 59) return null;
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
}
