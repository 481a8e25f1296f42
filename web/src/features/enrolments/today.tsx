import { useEnrolments, type EnrolmentState } from "./queries.ts";
import { SessionCard } from "./session-card.tsx";
import styles from "./session.module.css";

/** The next session of every program that is followed, those under way first; nothing where there is none. */
export function Today() {
  const states = useEnrolments();
  if (!states || states.length === 0) return null;
  const is_live = ({ running }: EnrolmentState) => (running?.live ? 0 : 1);
  return (
    <div className={styles.cards}>
      {states
        .toSorted((a, b) => is_live(a) - is_live(b))
        .map((state) => (
          <SessionCard key={state.enrolment.id} state={state} />
        ))}
    </div>
  );
}
