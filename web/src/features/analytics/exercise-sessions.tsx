import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Format } from "@/features/auth/use-format.ts";
import { SetBadge } from "@/features/workouts/set-badge.tsx";
import { setPhrase } from "@/features/workouts/set-values.ts";
import type { Tracking } from "@/training/sets.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Card } from "@/ui/card.tsx";
import { MoreButton } from "./more-button.tsx";
import type { ExerciseHistory, ExerciseSession } from "./local-exercise-history.ts";
import { useShownPart } from "./use-more.ts";
import styles from "./exercise-sessions.module.css";

/** So many at first, and with every tap on "more". */
const SESSIONS = 10;

interface ExerciseSessionsProps {
  readonly history: ExerciseHistory;
  readonly tracking: Tracking;
  readonly unit: WeightUnit;
  readonly format: Format;
}

/** Every time the exercise was trained, newest first. */
export function ExerciseSessions({ history, tracking, unit, format }: ExerciseSessionsProps) {
  const { t } = useLingui();
  const more = useShownPart(history.sessions, SESSIONS);
  if (more.items.length === 0) return null;
  return (
    <Card title={t`History`} flush>
      <ul className={styles.list}>
        {more.items.map((session) => (
          <li key={session.workout_id} className={styles.item}>
            <Session session={session} tracking={tracking} unit={unit} format={format} />
          </li>
        ))}
      </ul>
      <MoreButton more={more} />
    </Card>
  );
}

interface SessionProps extends Omit<ExerciseSessionsProps, "history"> {
  readonly session: ExerciseSession;
}

function Session({ session, tracking, unit, format }: SessionProps) {
  return (
    <Link href={`/workouts/${session.workout_id}`} className={styles.session}>
      <span className={styles.head}>
        <span className={styles.date}>{format.day(session.local_date)}</span>
        <span className={styles.title}>{session.title}</span>
      </span>
      <span className={styles.sets}>
        {session.sets.map((set) => (
          <span
            key={set.id}
            className={styles.set}
            data-kind={set.kind}
            data-doubted={set.flagged !== null || !set.completed || undefined}
          >
            {set.kind !== "working" && <SetBadge kind={set.kind} number={null} />}
            {shortPhrase(setPhrase(set, tracking, unit, format), unit)}
          </span>
        ))}
      </span>
      {session.notes !== "" && <span className={styles.notes}>{session.notes}</span>}
    </Link>
  );
}

/** Where every set has the same unit, saying it each time is noise: "85 × 8". */
function shortPhrase(phrase: string, unit: WeightUnit): string {
  return phrase.replace(`\u00a0${unit}\u00a0×`, "\u00a0×");
}
