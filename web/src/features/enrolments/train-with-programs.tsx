import { useLingui } from "@lingui/react/macro";
import { TrainPage } from "@/features/workouts/train-page.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Section } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { useEnrolments, type EnrolmentState } from "./queries.ts";
import { SessionCard } from "./session-card.tsx";
import styles from "./session.module.css";

/** The Train page with the programs' next sessions on top. */
export function TrainWithPrograms() {
  const states = useEnrolments();
  return <TrainPage programs={<Programs states={states} />} is_following={(states?.length ?? 0) > 0} />;
}

function Programs({ states }: { readonly states: readonly EnrolmentState[] | undefined }) {
  const { t } = useLingui();
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
