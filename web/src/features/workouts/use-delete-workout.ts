import { useLingui } from "@lingui/react/macro";
import type { Workout } from "@/db/documents.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { showToast } from "@/ui/toast-store.ts";
import { deleteWorkout, restoreWorkout } from "./commands.ts";

/** Delete with a way back; resolves to whether it is gone. */
export function useDeleteWorkout(): (workout: Workout) => Promise<boolean> {
  const { t } = useLingui();
  return async (workout) => {
    const answer = await deleteWorkout(workout.id);
    if (!answer.ok) {
      showToast(errorMessage(answer.error), { tone: "danger" });
      return false;
    }
    const undo = async () => {
      const restored = await restoreWorkout(workout);
      if (!restored.ok) showToast(errorMessage(restored.error), { tone: "danger" });
    };
    showToast(t`Workout deleted`, { action: { label: t`Undo`, run: () => void undo() } });
    return true;
  };
}
