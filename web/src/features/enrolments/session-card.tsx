import { useLingui } from "@lingui/react/macro";
import { Play } from "lucide-react";
import { Link } from "wouter";
import { slotWords } from "@/features/programs/target-text.ts";
import type { Session } from "@/training/programs/engine.ts";
import { Button } from "@/ui/button.tsx";
import { Chip } from "@/ui/chip.tsx";
import { enrolmentHref } from "./href.ts";
import type { EnrolmentState } from "./queries.ts";
import type { Running } from "./run.ts";
import { useSessionPlace } from "./use-session-place.ts";
import { useStartSession } from "./use-start-session.ts";
import { useWords, wordsOf } from "./use-words.ts";
import styles from "./session.module.css";

const SHOWN = 3;

/** The next session of an enrolment: what it is, its first exercises with targets, and one button. */
export function SessionCard({ state }: { readonly state: EnrolmentState }) {
  const { t } = useLingui();
  const { enrolment, running } = state;
  return (
    <section className={styles.card} aria-label={enrolment.name}>
      <Link href={enrolmentHref(enrolment.id)} className={styles.head}>
        <span className={styles.name}>{enrolment.name}</span>
        {running?.session && <SessionPlace running={running} session={running.session} />}
      </Link>
      {running === null && <p className={styles.muted}>{t`This program is not on the device yet.`}</p>}
      {running?.session === null && <p className={styles.muted}>{t`You have done all of it.`}</p>}
      {running?.session && <NextSession running={running} session={running.session} />}
    </section>
  );
}

interface SessionProps {
  readonly running: Running;
  readonly session: Session;
}

function SessionPlace({ running, session }: SessionProps) {
  const place = useSessionPlace();
  return <span className={styles.place}>{place(running.plan, session)}</span>;
}

function NextSession({ running, session }: SessionProps) {
  const { t } = useLingui();
  const words = useWords(wordsOf(running));
  const { start, busy } = useStartSession();
  const { live, unknown } = running;
  const more = session.slots.length - SHOWN;
  const label = live ? t`Continue workout` : unknown.length > 0 ? t`Choose exercises` : t`Start workout`;
  return (
    <>
      <div className={styles.title}>
        <h2>{session.name}</h2>
        {session.is_deload && <Chip>{t`Deload`}</Chip>}
      </div>
      <ul className={styles.slots}>
        {session.slots.slice(0, SHOWN).map((slot, index) => (
          // The same track may stand twice in a day; its place is its name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <span className={styles.exercise}>{words.exerciseName(slot.exercise)}</span>
            <span className={styles.targets}>{slotWords(slot.sets, words)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.muted}>{t`and ${more} more`}</p>}
      <Button
        variant="primary"
        size="large"
        wide
        busy={busy}
        icon={<Play size={20} fill="currentColor" aria-hidden="true" />}
        onClick={() => void start(running)}
      >
        {label}
      </Button>
    </>
  );
}
