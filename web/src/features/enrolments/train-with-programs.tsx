import { useLingui } from "@lingui/react/macro";
import { TrainPage } from "@/features/workouts/train-page.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Section } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { useEnrolments } from "./queries.ts";
import { SessionCard } from "./session-card.tsx";
import styles from "./session.module.css";

/** The Train page with the programs' next sessions on top. */
export function TrainWithPrograms() {
  return <TrainPage programs={<Programs />} />;
}

function Programs() {
  const { t } = useLingui();
  const states = useEnrolments();
  return (
    <Section
      title={t`Programs`}
      actions={
        <ButtonLink href="/programs" variant="quiet">
          {t`All programs`}
        </ButtonLink>
      }
    >
      {states === undefined && <Skeleton heights={[220]} />}
      {states?.length === 0 && (
        <p className={styles.muted}>{t`A program says what to lift next and why. Choose a famous one or write your own.`}</p>
      )}
      {states && states.length > 0 && (
        <div className={styles.cards}>
          {states.map((state) => (
            <SessionCard key={state.enrolment.id} state={state} />
          ))}
        </div>
      )}
    </Section>
  );
}
