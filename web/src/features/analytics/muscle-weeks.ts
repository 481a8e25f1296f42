import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import type { Muscle } from "@/features/exercises/vocabulary.ts";
import type { Workout } from "@/db/documents.ts";
import { isHardSet } from "@/training/sets.ts";
import { muscleShares } from "@/training/volume.ts";

/** Hard sets by muscle over some workouts, most first. */
export function hardSetsByMuscle(workouts: readonly Workout[], exercises: ExerciseMap): [Muscle, number][] {
  const byMuscle = new Map<Muscle, number>();
  for (const entry of workouts.flatMap((workout) => workout.exercises)) {
    const exercise = exercises.get(entry.exercise_id);
    if (!exercise) continue;
    const count = entry.sets.filter((set) => isHardSet(set, exercise.tracking)).length;
    if (count === 0) continue;
    for (const [muscle, share] of muscleShares(exercise.primary_muscles, exercise.secondary_muscles)) {
      byMuscle.set(muscle as Muscle, (byMuscle.get(muscle as Muscle) ?? 0) + share * count);
    }
  }
  return [...byMuscle].toSorted((a, b) => b[1] - a[1]);
}

/** Exercises by the number of workouts they were hard-trained in, the commonest first. */
export function mainLifts(workouts: readonly Workout[], exercises: ExerciseMap, count: number): string[] {
  const byExercise = new Map<string, number>();
  for (const workout of workouts) {
    for (const id of new Set(workout.exercises.map((entry) => entry.exercise_id))) {
      // An estimate needs weights and reps; of equals, the compound lift says more.
      if (exercises.get(id)?.tracking !== "weight_reps") continue;
      const weight = exercises.get(id)?.mechanic === "compound" ? 1.5 : 1;
      byExercise.set(id, (byExercise.get(id) ?? 0) + weight);
    }
  }
  return [...byExercise]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([id]) => id);
}
