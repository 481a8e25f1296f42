import { useLingui } from "@lingui/react/macro";
import { CircleCheck, CloudOff, Play } from "lucide-react";
import { useParams } from "wouter";
import { exerciseTextsOf } from "@/features/programs/program-exercises.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Chip } from "@/ui/chip.tsx";
import { Columns, Page } from "@/ui/page.tsx";
import { ProgressBar } from "@/ui/progress-bar.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState, Notice } from "@/ui/states.tsx";
import { AdjustList } from "./adjust-list.tsx";
import { changeEnrolment } from "./commands.ts";
import { ComingSessions } from "./coming-sessions.tsx";
import { ExerciseChoices } from "./exercise-choices.tsx";
import { FactList } from "./fact-list.tsx";
import { progressOf, shareDone } from "./progress.ts";
import { useEnrolment } from "./queries.ts";
import type { Running } from "./run.ts";
import { SlotList } from "./slot-list.tsx";
import { StandingList } from "./standing-list.tsx";
import { useSessionPlace } from "./use-session-place.ts";
import { useStartSession } from "./use-start-session.ts";
import { wordsOf } from "./use-words.ts";
import { WeekGrid } from "./week-grid.tsx";
import styles from "./enrolment.module.css";

/** Where a lifter is in a program, what comes next and why, and everything that departs from it. */
export function EnrolmentPage() {
  const { t } = useLingui();
  const { id } = useParams<{ id: string }>();
  const state = useEnrolment(id);
  if (state?.running) return <ShownEnrolment running={state.running} />;
  return (
    <Page title={state?.enrolment.name ?? t`Program`} back="/train">
      {state === undefined ? (
        <Skeleton heights={[220, 160, 160]} />
      ) : (
        <EmptyState icon={<CloudOff size={28} />} title={t`This program is not on the device`}>
          {t`It comes with the next sync, or it has been deleted.`}
        </EmptyState>
      )}
    </Page>
  );
}

function ShownEnrolment({ running }: { readonly running: Running }) {
  const { t } = useLingui();
  const { start, busy } = useStartSession();
  const { enrolment, session, live, unknown } = running;
  const has_ended = enrolment.ended_at !== null;
  const can_start = session !== null && unknown.length === 0 && !has_ended;
  return (
    <Page
      title={enrolment.name}
      subtitle={<Position running={running} />}
      back="/train"
      wide
      footer={
        can_start ? (
          <Button
            variant="primary"
            size="large"
            wide
            busy={busy}
            icon={<Play size={20} fill="currentColor" aria-hidden="true" />}
            onClick={() => void start(running)}
          >
            {live ? t`Continue workout` : t`Start workout`}
          </Button>
        ) : undefined
      }
    >
      {has_ended && (
        <Notice tone="plain" icon={<CircleCheck size={20} aria-hidden="true" />}>
          {t`You no longer follow this program. Nothing is lost; you can go on where you stopped.`}
        </Notice>
      )}
      <Columns aside={<Aside running={running} />}>
        <ExerciseChoices
          texts={exerciseTextsOf(running.plan).filter((text) => unknown.includes(text))}
          exerciseOf={running.exerciseOf}
          show_errors
          onChoose={(text, exercise_id) =>
            void changeEnrolment(enrolment.id, { exercises: { ...enrolment.exercises, [text]: exercise_id } })
          }
        />
        {session && (
          <Card title={t`Next: ${session.name}`} aside={session.is_deload && <Chip>{t`Deload`}</Chip>}>
            <SlotList session={session} {...wordsOf(running)} />
          </Card>
        )}
        {session === null && <p className={styles.muted}>{t`You have done all of it.`}</p>}
        <StandingList running={running} />
      </Columns>
    </Page>
  );
}

function Position({ running }: { readonly running: Running }) {
  const { t } = useLingui();
  const place = useSessionPlace();
  return running.session ? place(running.plan, running.session) : t`Done`;
}

function Aside({ running }: { readonly running: Running }) {
  const { t } = useLingui();
  const cells = progressOf(running);
  return (
    <>
      <Card title={t`Where you are`}>
        <ProgressBar label={t`Done of this cycle`} share={shareDone(cells)} />
        <WeekGrid running={running} />
      </Card>
      <ComingSessions running={running} />
      <AdjustList running={running} />
      <FactList running={running} />
    </>
  );
}
