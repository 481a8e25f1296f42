import { useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";
import type { Workout } from "@/db/documents.ts";
import { useExerciseMap } from "@/features/exercises/use-exercises.ts";
import { createTemplate, deleteTemplate } from "@/features/programs/commands.ts";
import { exercisesFromDone } from "@/features/programs/template-changes.ts";
import { newId } from "@/lib/ids.ts";
import { showToast } from "@/ui/toast-store.ts";
import { workoutTitle } from "./workout-totals.ts";

/** Keep a workout as a template and open it. */
export function useSaveAsTemplate(): (workout: Workout) => Promise<void> {
  const { t } = useLingui();
  const exercises = useExerciseMap();
  const [, navigate] = useLocation();
  return async (workout) => {
    const id = newId();
    const name = workoutTitle(workout, exercises) || t`Workout`;
    await createTemplate({ id, name, folder: "", notes: "", position: 0, exercises: exercisesFromDone(workout.exercises) });
    showToast(t`Template made`, {
      action: {
        label: t`Undo`,
        run: () => {
          void deleteTemplate(id);
          navigate("/templates");
        },
      },
    });
    navigate(`/templates/${id}`);
  };
}
