import { useLingui } from "@lingui/react/macro";
import { Minus, Plus } from "lucide-react";
import { IconButton } from "@/ui/button.tsx";
import styles from "./page.module.css";

interface RepsStepperProps {
  readonly label: string;
  readonly reps: number;
  readonly onReps: (reps: number) => void;
}

/** Reps of an open set, by taps. */
export function RepsStepper({ label, reps, onReps }: RepsStepperProps) {
  const { t } = useLingui();
  return (
    <div className={styles.reps} role="group" aria-label={label}>
      <IconButton
        variant="filled"
        label={t`One rep less`}
        disabled={reps <= 0}
        icon={<Minus size={18} aria-hidden="true" />}
        onClick={() => onReps(reps - 1)}
      />
      <output className={styles.repsValue}>{reps}</output>
      <IconButton
        variant="filled"
        label={t`One rep more`}
        disabled={reps >= 99}
        icon={<Plus size={18} aria-hidden="true" />}
        onClick={() => onReps(reps + 1)}
      />
    </div>
  );
}
