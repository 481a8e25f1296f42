import { useLingui } from "@lingui/react/macro";
import type { Workout } from "@/db/documents.ts";
import { showToast } from "@/ui/toast-store.ts";
import { deleteWorkout, restoreWorkout } from "./commands.ts";

/** Delete with a way back; resolves to whether it is gone. */
export function useDeleteWorkout(): (workout: Workout) => Promise<boolean> {
  const { t } = useLingui();
  return async (workout) => {
    await deleteWorkout(workout.id);
    showToast(t`Workout deleted`, { action: { label: t`Undo`, run: () => void restoreWorkout(workout) } });
    return true;
  };
}
