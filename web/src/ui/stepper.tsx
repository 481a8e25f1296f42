import { useLingui } from "@lingui/react/macro";
import { Minus, Plus } from "lucide-react";
import { useHold } from "./use-hold.ts";
import styles from "./stepper.module.css";
import { VisuallyHidden } from "./visually-hidden.tsx";

interface StepperProps {
  /** What the number is, read aloud: "Weight of set 2". */
  readonly label: string;
  /** The number as it is shown; null for none yet. */
  readonly text: string | null;
  readonly unit?: string | undefined;
  /** The number is being typed: the pad is open for it. */
  readonly active?: boolean;
  readonly invalid?: boolean;
  readonly can_decrease?: boolean;
  readonly can_increase?: boolean;
  readonly onStep: (direction: 1 | -1) => void;
  /** A tap on the number itself: opens the pad. */
  readonly onPress: () => void;
}

/** − number + for the thumb: 56 px buttons that repeat while held; a tap on the number types it. */
export function Stepper({
  label,
  text,
  unit,
  active = false,
  invalid = false,
  can_decrease = true,
  can_increase = true,
  onStep,
  onPress,
}: StepperProps) {
  const { t } = useLingui();
  const down = useHold(() => onStep(-1));
  const up = useHold(() => onStep(1));
  return (
    <div className={styles.stepper} role="group" aria-label={label} data-active={active || undefined}>
      <button type="button" className={styles.step} aria-label={t`Less: ${label}`} disabled={!can_decrease} {...down}>
        <Minus size={22} aria-hidden="true" />
      </button>
      <button type="button" className={styles.value} aria-pressed={active} data-invalid={invalid || undefined} onClick={onPress}>
        <VisuallyHidden>{`${label}:`}</VisuallyHidden> <span className={styles.number}>{text ?? "–"}</span>{" "}
        {unit !== undefined && <span className={styles.unit}>{unit}</span>}
      </button>
      <button type="button" className={styles.step} aria-label={t`More: ${label}`} disabled={!can_increase} {...up}>
        <Plus size={22} aria-hidden="true" />
      </button>
    </div>
  );
}
