import { useLingui } from "@lingui/react/macro";
import { useActive, useScreen } from "./screen-context.ts";
import { DockLine } from "./dock-line.tsx";
import { DockPad } from "./dock-pad.tsx";
import { EffortChips } from "./effort-chips.tsx";
import { FieldStepper } from "./field-stepper.tsx";
import { fieldsOf } from "./fields.ts";
import { WorkTimer } from "./work-timer.tsx";
import styles from "./set-dock.module.css";

/** The editor of the chosen row, where the thumb is. */
export function SetDock() {
  const { t } = useLingui();
  const { view } = useScreen();
  const { set, tracking } = useActive();
  if (!set) return null;
  const fields = fieldsOf(tracking);
  return (
    <section className={styles.dock} aria-label={t`Edit the set`}>
      <DockLine set={set} />
      <div className={styles.steppers} data-count={fields.length}>
        {fields.map((field) => (
          <FieldStepper key={`${set.id}-${field}`} set={set} field={field} />
        ))}
        {fields.includes("duration_s") && !set.completed && <WorkTimer key={set.id} set={set} />}
      </div>
      {view.pad ? <DockPad set={set} pad={view.pad} /> : <EffortChips />}
    </section>
  );
}
