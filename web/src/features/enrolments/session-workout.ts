/** The next session of a program as a workout to log: planned sets with the target's numbers. */
import type { WorkoutSet } from "@/db/documents.ts";
import type { Prescription, ProgramPlace } from "@/db/program-documents.ts";
import { SET_KINDS } from "@/features/programs/set-kinds.ts";
import { plannedSet } from "@/features/workouts/planned-sets.ts";
import type { DraftExercise, DraftSet } from "@/features/workouts/workout-draft.ts";
import { newId } from "@/lib/ids.ts";
import type { Session } from "@/training/programs/engine.ts";
import type { SlotTargets, Target } from "@/training/programs/targets.ts";
import type { WeightUnit } from "@/training/units.ts";
import type { Running } from "./run.ts";

/** A total is spread over so many rows when nobody knows how the lifter splits it. */
const ROWS_OF_TOTAL = 3;

export type LastSets = (exercise_id: string) => Promise<readonly WorkoutSet[] | null>;

/** Exercises of a session with their rows; those without an exercise on this device are left out. */
export async function sessionExercises(running: Running, session: Session, lastSets: LastSets): Promise<DraftExercise[]> {
  const groups = supersetNumbers(session.slots);
  const drafts = session.slots.map(async (slot): Promise<DraftExercise[]> => {
    const exercise = running.exerciseOf(slot.exercise);
    if (!exercise) return [];
    const last = await lastSets(exercise.id);
    return [
      {
        id: newId(),
        exercise_id: exercise.id,
        superset: slot.superset === null ? null : (groups.get(slot.superset) ?? null),
        notes: "",
        track: slot.track,
        prescription: prescriptionOf(slot, running.enrolment.unit),
        sets: plannedSets(slot, running.enrolment.unit, last, exercise.unilateral),
      },
    ];
  });
  return (await Promise.all(drafts)).flat();
}

/** A day called A says nothing by itself in a history. */
const TELLING_NAME = 3;

export function titleOf({ enrolment }: Pick<Running, "enrolment">, { name }: Pick<Session, "name">): string {
  return name.length < TELLING_NAME ? `${enrolment.name} · ${name}` : name;
}

export function placeOf({ enrolment, version }: Pick<Running, "enrolment" | "version">, session: Session): ProgramPlace {
  const { cycle, week, day, name } = session;
  return { enrolment_id: enrolment.id, program_version_id: version.id, cycle, week, day, name };
}

/** What the program asks for, copied into the workout: no later edit of the plan touches it. */
export function prescriptionOf({ lift, exercise, stage, note, reasons, sets }: SlotTargets, unit: WeightUnit): Prescription {
  return { lift, exercise, unit, stage, note, reasons, sets };
}

/**
 * Rows with the target's numbers; what it leaves open is as last time, as far as that lies within it.
 * A one-sided exercise has a left and a right row for each working set, unless the last time had none.
 */
export function plannedSets(
  slot: SlotTargets,
  unit: WeightUnit,
  last: readonly WorkoutSet[] | null,
  one_sided = false,
): DraftSet[] {
  const done = (last ?? []).filter((set) => set.completed && set.flagged === null && set.kind !== "warm_up");
  const sides: readonly Side[] = one_sided && (done.length === 0 || done.some(({ side }) => side)) ? ["left", "right"] : [null];
  const before = new Map(sides.map((side) => [side, done.filter((set) => side === null || (set.side ?? side) === side)]));
  let place = 0;
  return slot.sets.flatMap((target) => {
    if (target.kind === "warm_up") return [rowOf(target, unit, null, undefined)];
    if (target.goal === "total") return totalRows(target, unit, before);
    const at = place;
    place += 1;
    return sides.map((side) => rowOf(target, unit, side, before.get(side)?.[at] ?? before.get(side)?.at(-1)));
  });
}

type Side = NonNullable<WorkoutSet["side"]> | null;

function rowOf(target: Target, unit: WeightUnit, side: Side, before: WorkoutSet | undefined): DraftSet {
  return plannedSet({ ...numbersOf(target, unit), ...amountOf(target, before), side });
}

function numbersOf({ kind, weight }: Target, unit: WeightUnit): Partial<DraftSet> {
  return { kind: SET_KINDS.find((one) => one === kind) ?? "working", weight, weight_unit: weight === null ? null : unit };
}

/** A range: the last reps within it, else its low end. As many as possible: the low end. */
function amountOf({ goal, low, high }: Target, before: WorkoutSet | undefined): Partial<DraftSet> {
  switch (goal) {
    case "seconds":
      return { duration_s: within(before?.duration_s, low, high) };
    case "metres":
      return { distance: within(before?.distance_m, low, high), distance_unit: "m" };
    case "max":
      return { reps: before?.reps ?? null };
    default:
      return { reps: within(before?.reps, low, high) };
  }
}

function within(value: number | null | undefined, low: number, high: number): number {
  return typeof value === "number" && value >= low && value <= high ? value : low;
}

/** As many rows as last time, each side with its own reps. */
function totalRows(target: Target, unit: WeightUnit, before: ReadonlyMap<Side, readonly WorkoutSet[]>): DraftSet[] {
  const rows = Math.max(...[...before.values()].map(({ length }) => length)) || ROWS_OF_TOTAL;
  const reps = Math.ceil(target.low / rows);
  return Array.from({ length: rows }, (_, index) =>
    [...before].map(([side, done]) => plannedSet({ ...numbersOf(target, unit), reps: done[index]?.reps ?? reps, side })),
  ).flat();
}

function supersetNumbers(slots: readonly SlotTargets[]): ReadonlyMap<string, number> {
  const names = [...new Set(slots.flatMap(({ superset }) => superset ?? []))];
  return new Map(names.map((name, index) => [name, index]));
}
