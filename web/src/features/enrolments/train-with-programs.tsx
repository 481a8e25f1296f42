import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/features/auth/use-format.ts";
import { TrainPage } from "@/features/workouts/train-page.tsx";
import { List, Row } from "@/ui/list.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Section } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { useEndedEnrolments, useEnrolments, type EnrolmentState } from "./queries.ts";
import { enrolmentHref } from "./href.ts";
import { SessionCard } from "./session-card.tsx";
import styles from "./session.module.css";

/** The Train page with the programs' next sessions on top. */
export function TrainWithPrograms() {
  const states = useEnrolments();
  return <TrainPage programs={<Programs states={states} />} is_following={(states?.length ?? 0) > 0} />;
}

function Programs({ states }: { readonly states: readonly EnrolmentState[] | undefined }) {
  const { t } = useLingui();
  const format = useFormat();
  const ended = useEndedEnrolments();
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
      {ended.length > 0 && (
        <details>
          <summary className={styles.summary}>{t`Ended`}</summary>
          <List>
            {ended.map(({ id, name, ended_at }) => (
              <Row key={id} href={enrolmentHref(id)} title={name} subtitle={format.day((ended_at ?? "").slice(0, 10))} />
            ))}
          </List>
        </details>
      )}
    </Section>
  );
}
