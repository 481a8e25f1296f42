import { Skeleton } from "@/ui/skeleton.tsx";
import { useEnrolments, type EnrolmentState } from "./queries.ts";
import { SessionCard } from "./session-card.tsx";
import { TODAY_HEIGHT_PX } from "./today-height.ts";
import styles from "./session.module.css";

/** The next session of every program that is followed, those under way first; `count` keeps room for those still on their way here. */
export function Today({ count }: { readonly count: number }) {
  const states = useEnrolments() ?? [];
  const missing = Math.max(0, count - states.length);
  const is_live = ({ running }: EnrolmentState) => (running?.live ? 0 : 1);
  return (
    <div className={styles.today}>
      <div className={styles.cards}>
        {states
          .toSorted((a, b) => is_live(a) - is_live(b))
          .map((state) => (
            <SessionCard key={state.enrolment.id} state={state} />
          ))}
        {missing > 0 && <Skeleton heights={Array.from({ length: missing }, () => TODAY_HEIGHT_PX)} />}
      </div>
    </div>
  );
}
