import { useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import { useFormat } from "@/features/auth/use-format.ts";
import { reasonSentence } from "@/features/programs/reason-text.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import type { Running } from "./run.ts";
import { historyOf, type Standing } from "./standings.ts";
import { useNoteFact } from "./use-note-fact.ts";
import { useStandingName } from "./use-standing-name.ts";
import { useWords, wordsOf } from "./use-words.ts";
import styles from "./enrolment.module.css";

interface StandingDialogProps {
  readonly running: Running;
  readonly standing: Standing;
  readonly onClose: () => void;
}

/** One number: set it by hand, and how it came about. */
export function StandingDialog({ running, standing, onClose }: StandingDialogProps) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useWords(wordsOf(running));
  const nameOf = useStandingName();
  const { note } = useNoteFact(running.enrolment);
  const [value, setValue] = useState(standing.value);
  const history = useMemo(() => historyOf(running, standing.key), [running, standing.key]);
  const lift = running.plan.lifts.get(standing.lift);
  const exercise = words.exerciseName(running.state.lifts.get(standing.lift)?.exercise ?? lift?.exercise ?? standing.lift);
  const name = nameOf(standing);
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
