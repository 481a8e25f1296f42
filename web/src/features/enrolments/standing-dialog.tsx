import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useFormat } from "@/features/auth/use-format.ts";
import { reasonSentence, type ReasonWords } from "@/features/programs/reason-text.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import type { Running } from "./run.ts";
import type { Standing, StandingChange } from "./standings.ts";
import type { NoteFact } from "./use-note-fact.ts";
import styles from "./enrolment.module.css";

interface StandingDialogProps {
  readonly running: Running;
  readonly standing: Standing;
  /** What the number is called, beside its lift. */
  readonly name: string;
  readonly words: Required<ReasonWords>;
  readonly readHistory: () => readonly StandingChange[];
  readonly note: NoteFact["note"];
  readonly onClose: () => void;
}

/** One number: set it by hand, and how it came about. */
export function StandingDialog({ running, standing, name, words, readHistory, note, onClose }: StandingDialogProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [value, setValue] = useState(standing.value);
  const [history] = useState(readHistory);
  const lift = running.plan.lifts.get(standing.lift);
  const exercise = words.exerciseName(running.state.lifts.get(standing.lift)?.exercise ?? lift?.exercise ?? standing.lift);
  const { unit } = running.enrolment;
  const in_unit = standing.kind === "reps" ? {} : { unit };
  const save = () => {
    onClose();
    if (value !== null && value !== standing.value) void note("set", { key: standing.key, value }, t`${exercise}: ${name} changed`);
  };
  return (
    <Dialog
      open
      title={`${exercise}: ${name}`}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={save}>
          {t`Save`}
        </Button>
      }
    >
      <div className={styles.stack}>
        <NumberField
          label={t`From now on`}
          value={value}
          min={0}
          step={standing.kind === "reps" ? 1 : unit === "kg" ? 2.5 : 5}
          digits={standing.kind === "reps" ? 0 : 2}
          onValue={setValue}
          {...in_unit}
        />
        <p className={styles.muted}>{t`The program goes on from it; what you did before stays as it was.`}</p>
        {history.length > 0 && (
          <section aria-label={t`History`}>
            <ol className={styles.history}>
              {history.map((change) => (
                <li key={change.fact_id}>
                  <span>
                    <strong>
                      {format.number(change.value)}
                      {standing.kind === "reps" ? "" : `\u00a0${unit}`}
                    </strong>
                    {change.date !== "" && ` · ${format.day(change.date)}`}
                  </span>
                  {change.why && <span className={styles.muted}>{reasonSentence(change.why, words)}</span>}
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </Dialog>
  );
}
