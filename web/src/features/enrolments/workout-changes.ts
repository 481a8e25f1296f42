import type { Workout } from "@/db/documents.ts";
import { toIso } from "@/lib/clock.ts";
import { whatChanges, type Change } from "@/training/programs/changes.ts";
import { exerciseTexts, factsOfWorkouts } from "@/training/programs/logged.ts";
import type { Running } from "./run.ts";

/** What a workout changes in its program, saved or about to be. */
export function changesOf(running: Running, workout: Workout): readonly Change[] {
  const { begun, start, facts, loading, plans, enrolment, exercises } = running;
  const slugById = new Map(exercises.map(({ id, slug }) => [id, slug]));
  const textOf = exerciseTexts(enrolment.exercises, (id) => slugById.get(id) ?? null);
  const finished = { ...workout, finished_at: workout.finished_at ?? toIso(Date.parse(workout.started_at)) };
  const own = factsOfWorkouts([finished], textOf, enrolment.id);
  const others = facts.filter(({ id }) => id !== workout.id);
  return whatChanges(begun, start, [...others, ...own], workout.id, loading, plans);
}
