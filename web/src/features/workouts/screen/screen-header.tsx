import { useLingui } from "@lingui/react/macro";
import { ChevronDown, ChevronLeft, Ellipsis } from "lucide-react";
import { Link, useLocation } from "wouter";
import { formatDuration } from "@/lib/format.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { useNow } from "../timer/use-now.ts";
import { useWorkoutHeading } from "../use-workout-heading.ts";
import { useScreen } from "./screen-context.ts";
import styles from "./screen-header.module.css";

/** What is being trained and for how long; the way out and the way to the end. */
export function ScreenHeader() {
  const { t } = useLingui();
  const { workout, is_live, format, openSheet, flush } = useScreen();
  const { title } = useWorkoutHeading(workout);
  const [, navigate] = useLocation();
  const finish = async () => {
    await flush();
    navigate(`/train/${workout.id}/finish`);
  };
  return (
    <header className={styles.header}>
      <Link
        href={is_live ? "/train" : `/workouts/${workout.id}`}
        className={styles.back}
        aria-label={is_live ? t`Put aside` : t`Back`}
      >
        {is_live ? <ChevronDown size={24} aria-hidden="true" /> : <ChevronLeft size={24} aria-hidden="true" />}
      </Link>
      <div className={styles.titles}>
        <h1 tabIndex={-1} className={styles.title}>
          {is_live && workout.title.trim() === "" ? t`Workout` : title}
        </h1>
        <p className={styles.time}>
          {is_live ? (
            <Elapsed started_at={workout.started_at} />
          ) : (
            `${format.day(workout.local_date)}, ${format.timeIn(workout.started_at, workout.time_zone)}`
          )}
        </p>
      </div>
      <Button variant={is_live ? "secondary" : "primary"} onClick={() => void finish()}>
        {is_live ? t`Finish` : t`Done`}
      </Button>
      <IconButton
        label={t`More about this workout`}
        icon={<Ellipsis size={22} aria-hidden="true" />}
        onClick={() => openSheet("workout")}
      />
    </header>
  );
}

/** Ticks by itself, so that nothing else is painted every second. */
function Elapsed({ started_at }: { readonly started_at: string }) {
  const { t } = useLingui();
  const now_ms = useNow(1000);
  const text = formatDuration((now_ms - Date.parse(started_at)) / 1000);
  return (
    <span role="timer" aria-label={t`Running for ${text}`}>
      {text}
    </span>
  );
}
