import { msg, plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { Link } from "wouter";
import type { Format } from "@/features/auth/use-format.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import type { HistoryHit } from "./history-query.ts";
import { setPhrase } from "./set-values.ts";
import { totalsOf, trackingOf, workoutTitle } from "./workout-totals.ts";
import styles from "./history.module.css";

interface HistoryRowProps {
  readonly hit: HistoryHit;
  readonly exercises: ExerciseMap;
  readonly format: Format;
  readonly href: string;
  readonly current: boolean;
}

const MATCHES_SHOWN = 3;

/** One workout of the history: day at the left, what it was, what it amounts to. */
export const HistoryRow = memo(function HistoryRow({ hit, exercises, format, href, current }: HistoryRowProps) {
  const { t, i18n } = useLingui();
  const { workout } = hit;
  const totals = totalsOf(workout, exercises);
  const names = [...new Set(workout.exercises.map((entry) => entry.exercise_id))].map(
    (id) => exercises.get(id)?.name ?? t`Exercise`,
  );
  const titled = workout.title.trim() !== "";
  const { week = 0, day = 0 } = workout.program ?? {};
  const facts = [
    week === 0 ? null : t`Week ${week}, day ${day}`,
    totals.duration_s === null ? null : format.hours(totals.duration_s),
    i18n._(msg({ message: plural(totals.sets, { one: "# set", other: "# sets" }) })),
    totals.tonnage_kg > 0 ? format.tonnage(totals.tonnage_kg) : null,
  ].filter((fact) => fact !== null);
  return (
    <Link href={href} className={styles.row} aria-current={current ? "true" : undefined}>
      <span className={styles.day} aria-hidden="true">
        <span className={styles.dayNumber}>{Number(workout.local_date.slice(8))}</span>
        <span className={styles.weekday}>{format.date(workout.local_date, "weekday")}</span>
      </span>
      <span className={styles.texts}>
        <span className={styles.hidden}>{format.day(workout.local_date)}: </span>
        <span className={styles.title}>{workoutTitle(workout, exercises) || t`Workout`}</span>
        <Matches hit={hit} exercises={exercises} format={format} />
        <span className={styles.names}>{(titled ? names : names.slice(2)).join(", ")}</span>
        <span className={styles.facts}>{facts.join(" · ")}</span>
      </span>
    </Link>
  );
});

/** The sets a search has found, so that nobody must open the workout to see them. */
function Matches({ hit, exercises, format }: Pick<HistoryRowProps, "hit" | "exercises" | "format">) {
  if (hit.exercise_id === null || hit.sets.length === 0) return null;
  const exercise = exercises.get(hit.exercise_id);
  const unit = exercise?.weight_unit ?? format.weight_unit;
  const phrases = hit.sets
    .slice(0, MATCHES_SHOWN)
    .map((set) => setPhrase(set, trackingOf(exercises, hit.exercise_id ?? ""), unit, format));
  return (
    <span className={styles.match}>
      {exercise?.name} {phrases.join(", ")}
      {hit.sets.length > MATCHES_SHOWN && " …"}
    </span>
  );
}
