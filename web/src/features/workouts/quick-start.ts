/** "What shall I train?": what is rested longest, from the workouts on this device. */
import type { Template, Workout } from "@/db/documents.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import type { Muscle } from "@/features/exercises/vocabulary.ts";
import { daysBetween } from "@/lib/clock.ts";
import { isHardSet } from "@/training/sets.ts";

/** Muscles people think of when they plan a session; the others come along with them. */
const ASKED: readonly Muscle[] = [
  "chest",
  "lats",
  "shoulders",
  "quadriceps",
  "hamstrings",
  "glutes",
  "biceps",
  "triceps",
  "calves",
  "abdominals",
];
/** What was not trained for so long is as rested as it gets [days]. */
const LONGEST = 28;
const FEWEST_MUSCLES = 3;

export interface RestedMuscle {
  readonly muscle: Muscle;
  /** Days since its last hard set; null when there is none in the last four weeks. */
  readonly days: number | null;
}

export interface Suggestion {
  readonly rested: readonly RestedMuscle[];
  /** The template whose muscles are rested longest; null without templates. */
  readonly template: Template | null;
  /** Exercises that train the rested muscles, the ones done most often, for a workout without a template. */
  readonly exercise_ids: readonly string[];
}

/** Suggest what to train today; null where nothing has been trained yet. `recent` are workouts of the last four weeks. */
export function suggestTraining(
  recent: readonly Workout[],
  templates: readonly Template[],
  exercises: ExerciseMap,
  today: string,
): Suggestion | null {
  if (recent.length === 0) return null;
  const last = lastDays(recent, exercises);
  const daysOf = (muscle: Muscle) => {
    const day = last.get(muscle);
    return day === undefined ? null : daysBetween(day, today);
  };
  const restOf = (muscle: Muscle) => Math.min(daysOf(muscle) ?? LONGEST, LONGEST);
  const rested = ASKED.map((muscle) => ({ muscle, days: daysOf(muscle) })).toSorted((a, b) => restOf(b.muscle) - restOf(a.muscle));
  const scored = templates
    .map((template) => ({ template, muscles: musclesOf(template.exercises, exercises) }))
    .filter(({ muscles }) => muscles.length > 0)
    .map(({ template, muscles }) => ({ template, rest: average(muscles.map(restOf)) }))
    .toSorted((a, b) => b.rest - a.rest);
  const shown = rested.slice(0, FEWEST_MUSCLES);
  return { rested: shown, template: scored[0]?.template ?? null, exercise_ids: exercisesFor(shown, recent, exercises) };
}

/** The last day each muscle had a hard set as a primary one. */
function lastDays(workouts: readonly Workout[], exercises: ExerciseMap): ReadonlyMap<Muscle, string> {
  const last = new Map<Muscle, string>();
  for (const workout of workouts) {
    for (const entry of workout.exercises) {
      const exercise = exercises.get(entry.exercise_id);
      if (!exercise || !entry.sets.some((set) => isHardSet(set, exercise.tracking))) continue;
      for (const muscle of exercise.primary_muscles) {
        if (workout.local_date > (last.get(muscle) ?? "")) last.set(muscle, workout.local_date);
      }
    }
  }
  return last;
}

function musclesOf(entries: readonly { readonly exercise_id: string }[], exercises: ExerciseMap): readonly Muscle[] {
  return [...new Set(entries.flatMap(({ exercise_id }) => exercises.get(exercise_id)?.primary_muscles ?? []))];
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** For each muscle the exercise done most often in these weeks, else the commonest of the library. */
function exercisesFor(rested: readonly RestedMuscle[], recent: readonly Workout[], exercises: ExerciseMap): readonly string[] {
  const times = new Map<string, number>();
  for (const id of recent.flatMap((workout) => workout.exercises.map((entry) => entry.exercise_id)))
    times.set(id, (times.get(id) ?? 0) + 1);
  const byUse = [...exercises.values()]
    .filter((exercise) => !exercise.is_archived)
    .toSorted((a, b) => (times.get(b.id) ?? 0) - (times.get(a.id) ?? 0) || (a.rank ?? Infinity) - (b.rank ?? Infinity));
  const found = rested.flatMap(({ muscle }) => byUse.find((exercise) => exercise.primary_muscles.includes(muscle))?.id ?? []);
  return [...new Set(found)];
}
