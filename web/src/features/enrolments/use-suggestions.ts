import { useEffect, useState } from "react";
import type { WorkoutSet } from "@/db/documents.ts";
import { currentDb } from "@/db/current.ts";
import type { LocalDb } from "@/db/schema.ts";
import type { ExerciseLookup } from "@/features/programs/program-exercises.ts";
import { exerciseBests, lastComparableSets } from "@/features/workouts/local-history.ts";
import { roundTo } from "@/lib/decimal.ts";
import { estimate } from "@/training/e1rm.ts";
import type { NeededStart } from "@/training/programs/starts.ts";
import { fromKg, type WeightUnit } from "@/training/units.ts";

/** A start value that this device's history speaks for, and what it comes from. */
export type Suggestion =
  | { readonly from: "trend"; readonly value: number; readonly share_pct: number }
  | { readonly from: "set"; readonly reps: number; readonly value: number; readonly local_date: string }
  | { readonly from: "last"; readonly value: number; readonly local_date: string };

export type Suggestions = ReadonlyMap<string, Suggestion>;

/** A training max is this much of what the trend says, where the program does not say itself [%]. */
const TM_SHARE_PCT = 90;
const MOST_REPS = 12;
const NONE: Suggestions = new Map();

/** Suggestions for the needed values from the history on this device; empty until they have been read. */
export function useSuggestions(needed: readonly NeededStart[], exerciseOf: ExerciseLookup, unit: WeightUnit): Suggestions {
  const [found, setFound] = useState<Suggestions>(NONE);
  const asked = needed.map((one) => `${one.key}=${exerciseOf(one.exercise)?.id ?? ""}`).join(" ");
  useEffect(() => {
    let is_current = true;
    void readSuggestions(currentDb(), needed, exerciseOf, unit).then((read) => {
      if (is_current) setFound(read);
    });
    return () => {
      is_current = false;
    };
    // `asked` says all that matters of `needed` and `exerciseOf`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, unit]);
  return found;
}

async function readSuggestions(
  db: LocalDb,
  needed: readonly NeededStart[],
  exerciseOf: ExerciseLookup,
  unit: WeightUnit,
): Promise<Suggestions> {
  const found = new Map<string, Suggestion>();
  for (const { key, kind, exercise } of needed) {
    const id = exerciseOf(exercise)?.id;
    const suggestion = id === undefined ? null : kind === "weight" ? await lastWeight(db, id, unit) : await max(db, id, kind, unit);
    if (suggestion) found.set(key, suggestion);
  }
  return found;
}

async function max(db: LocalDb, exercise_id: string, kind: "max" | "tm", unit: WeightUnit): Promise<Suggestion | null> {
  const { e1rm } = await exerciseBests(db, exercise_id);
  const share_pct = kind === "tm" ? TM_SHARE_PCT : 100;
  if (e1rm) return { from: "trend", value: roundTo((fromKg(e1rm.level_kg, unit) * share_pct) / 100, 1), share_pct };
  if (kind === "tm") return null;
  const { last } = await lastComparableSets(db, exercise_id);
  const best = last?.sets
    .flatMap((set) => judged(set))
    .toSorted((a, b) => b.e1rm_kg - a.e1rm_kg)
    .at(0);
  if (!last || !best) return null;
  return { from: "set", reps: best.reps, value: roundTo(fromKg(best.load_kg, unit), 2), local_date: last.local_date };
}

function judged({ kind, load_kg, reps }: WorkoutSet): { reps: number; load_kg: number; e1rm_kg: number }[] {
  if (kind === "warm_up" || load_kg === null || load_kg <= 0 || reps === null || reps < 1 || reps > MOST_REPS) return [];
  const e1rm_kg = estimate(load_kg, reps, 0)?.e1rm_kg ?? load_kg;
  return [{ reps, load_kg, e1rm_kg }];
}

async function lastWeight(db: LocalDb, exercise_id: string, unit: WeightUnit): Promise<Suggestion | null> {
  const { last } = await lastComparableSets(db, exercise_id);
  const loads = last?.sets.flatMap(({ kind, load_kg }) =>
    kind === "warm_up" || load_kg === null || load_kg <= 0 ? [] : [load_kg],
  );
  if (!last || !loads || loads.length === 0) return null;
  return { from: "last", value: roundTo(fromKg(Math.max(...loads), unit), 2), local_date: last.local_date };
}
