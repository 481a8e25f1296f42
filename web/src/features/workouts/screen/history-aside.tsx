import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { Sparkline } from "@/ui/sparkline.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { fromKg } from "@/training/units.ts";
import { setPhrase } from "../set-values.ts";
import { useActive, useScreen } from "./screen-context.ts";
import { useSessions, type PastSession } from "./use-sessions.ts";
import styles from "./history-aside.module.css";

/** Beside the table where there is room: what was done before. */
export function HistoryAside() {
  const { t } = useLingui();
  const { name } = useActive();
  return (
    <aside className={styles.aside} aria-label={t`History of ${name}`}>
      <h2 className={styles.title}>{t`History`}</h2>
      <ExerciseHistory />
    </aside>
  );
}

/** The latest times an exercise was done, with its estimated strength over them. */
export function ExerciseHistory() {
  const { t } = useLingui();
  const { workout, format } = useScreen();
  const { entry, unit, past } = useActive();
  const sessions = useSessions(entry.exercise_id, workout);
  if (!sessions) return <Skeleton heights={[64, 48, 48, 48]} />;
  if (sessions.length === 0) {
    return (
      <p className={styles.none}>
        <Trans>Nothing yet. After the first time it is here.</Trans>
      </p>
    );
  }
  const tops = sessions.flatMap((session) => (session.top_kg === null ? [] : [fromKg(session.top_kg, unit)])).toReversed();
  const e1rm = past?.bests?.e1rm ?? null;
  return (
    <div className={styles.history}>
      {e1rm && (
        <div className={styles.strength}>
          <div>
            <p className={styles.label}>{t`Estimated 1RM`}</p>
            <p className={styles.number}>{format.weight(Math.round(e1rm.level_kg * 2) / 2, unit)}</p>
            <p
              className={styles.range}
            >{t`likely ${format.number(fromKg(e1rm.low_kg, unit), 0)} to ${format.weight(Math.round(e1rm.high_kg), unit)}`}</p>
          </div>
          {tops.length > 2 && <Sparkline values={tops} label={t`Heaviest set of each time, oldest first`} />}
        </div>
      )}
      <ol className={styles.sessions}>
        {sessions.map((session) => (
          <Session key={session.entry_id} session={session} />
        ))}
      </ol>
    </div>
  );
}

function Session({ session }: { readonly session: PastSession }) {
  const { format } = useScreen();
  const { tracking, unit } = useActive();
  return (
    <li className={styles.session}>
      <Link href={`/workouts/${session.workout_id}`} className={styles.day}>
        {format.day(session.local_date)}
      </Link>
      <p className={styles.sets}>
        {session.sets.map((set) => (
          <span key={set.id} data-kind={set.kind}>
            {setPhrase(set, tracking, unit, format)}
          </span>
        ))}
      </p>
      {session.notes !== "" && <p className={styles.note}>“{session.notes}”</p>}
    </li>
  );
}
