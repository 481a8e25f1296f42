import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { ExerciseLookup } from "@/features/programs/program-exercises.ts";
import type { Enrolment } from "@/training/programs/facts.ts";
import type { Loading } from "@/training/programs/loading.ts";
import type { Plan } from "@/training/programs/plan.ts";
import { preview } from "@/training/programs/preview.ts";
import { Card } from "@/ui/card.tsx";
import { SlotList } from "./slot-list.tsx";
import styles from "./enrol.module.css";

interface EnrolPreviewProps {
  readonly plan: Plan;
  readonly starts: Enrolment;
  readonly loading: Loading;
  readonly exerciseOf: ExerciseLookup;
}

/** The first week with the numbers typed so far. */
export function EnrolPreview({ plan, starts, loading, exerciseOf }: EnrolPreviewProps) {
  const { t } = useLingui();
  const typed = JSON.stringify(starts);
  // The loading is made anew at every render and says the same while the exercises do.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const sessions = useMemo(() => preview(plan, starts, loading, 1), [plan, typed]);
  return (
    <Card title={t`Your first week`}>
      <div className={styles.preview} aria-live="polite">
        {sessions.map((session) => (
          <section key={session.day} aria-label={session.name}>
            <h3 className={styles.day}>{session.name}</h3>
            <SlotList unit={starts.unit} exerciseOf={exerciseOf} session={session} />
          </section>
        ))}
      </div>
    </Card>
  );
}
