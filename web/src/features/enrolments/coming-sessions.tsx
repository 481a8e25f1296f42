import { useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import { slotWords } from "@/features/programs/target-text.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { sessionsAhead } from "./ahead.ts";
import type { Running } from "./run.ts";
import { useSessionPlace } from "./use-session-place.ts";
import { useWords, wordsOf } from "./use-words.ts";
import styles from "./enrolment.module.css";

const FIRST = 4;
const MOST = 60;

/** The sessions after the next one, if everything is done as planned. */
export function ComingSessions({ running }: { readonly running: Running }) {
  const { t } = useLingui();
  const words = useWords(wordsOf(running));
  const place = useSessionPlace();
  const [count, setCount] = useState(FIRST);
  const sessions = useMemo(() => sessionsAhead(running, count + 1).slice(1), [running, count]);
  if (sessions.length === 0) return null;
  return (
    <Card title={t`Coming`}>
      <p className={styles.muted}>{t`If everything is done as planned.`}</p>
      <ol className={styles.coming}>
        {sessions.map((session) => (
          <li key={`${session.cycle} ${session.week} ${session.day}`}>
            <h3>{session.name}</h3>
            <p className={styles.muted}>{place(running.plan, session)}</p>
            {session.slots.map((slot, index) => (
              // The same track may stand twice in a day; its place is its name.
              // oxlint-disable-next-line react/no-array-index-key
              <p key={index} className={styles.line}>
                <span>{words.exerciseName(slot.exercise)}</span>
                <span>{slotWords(slot.sets, words)}</span>
              </p>
            ))}
          </li>
        ))}
      </ol>
      {sessions.length >= count && count < MOST && (
        <Button variant="quiet" onClick={() => setCount(count + 8)}>
          {t`Show more`}
        </Button>
      )}
    </Card>
  );
}
