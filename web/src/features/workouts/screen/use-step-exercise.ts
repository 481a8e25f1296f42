import { useScreen } from "./screen-context.ts";

/** Go to the exercise before or after the one on the screen. */
export function useStepExercise(): (direction: 1 | -1) => void {
  const { workout, active, setView } = useScreen();
  return (direction) => {
    const index = workout.exercises.findIndex((entry) => entry.id === active?.entry.id);
    const next = workout.exercises[index + direction];
    if (next) setView({ entry_id: next.id, set_id: null, pad: null, scope: null });
  };
}
