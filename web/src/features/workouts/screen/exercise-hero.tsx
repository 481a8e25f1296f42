import { useLingui } from "@lingui/react/macro";
import { ArrowLeftRight, Ellipsis, Info, NotebookPen } from "lucide-react";
import { Link } from "wouter";
import { IconButton } from "@/ui/button.tsx";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import { setPhrase } from "../set-values.ts";
import { useActive, useScreen } from "./screen-context.ts";
import { TargetLine } from "./target-line.tsx";
import styles from "./exercise-hero.module.css";

/** The exercise on the screen and what is known of the last time. */
export function ExerciseHero() {
  const { t } = useLingui();
  const { openSheet } = useScreen();
  const { entry, name } = useActive();
  return (
    <div className={styles.hero}>
      <div className={styles.line}>
        <h2 className={styles.name}>{name}</h2>
        <Link href={`/exercises/${entry.exercise_id}`} className={styles.info} aria-label={t`About ${name}`}>
          <Info size={20} aria-hidden="true" />
        </Link>
        <IconButton
          label={t`Swap exercise`}
          icon={<ArrowLeftRight size={20} aria-hidden="true" />}
          onClick={() => openSheet("swap")}
        />
        <IconButton
          label={t`More about ${name}`}
          icon={<Ellipsis size={22} aria-hidden="true" />}
          onClick={() => openSheet("exercise")}
        />
      </div>
      <LastTime />
      <TargetLine />
      {entry.notes !== "" && (
        <p className={styles.note}>
          <NotebookPen size={14} aria-hidden="true" />
          {entry.notes}
        </p>
      )}
    </div>
  );
}

function LastTime() {
  const { t } = useLingui();
  const { format, openSheet } = useScreen();
  const { past, tracking, unit } = useActive();
  // The line has its place before it is known, so that the table does not jump.
  if (!past) return <p className={styles.last}> </p>;
  const { last, note } = past;
  if (!last) return <p className={styles.last}>{t`First time here`}</p>;
  const day = format.date(last.local_date, "day");
  const sets = last.sets.filter((set) => set.kind !== "warm_up");
  const shown = (sets.length > 0 ? sets : last.sets).map((set) => shortPhrase(setPhrase(set, tracking, unit, format), unit));
  return (
    <button type="button" className={styles.lastButton} onClick={() => openSheet("history")}>
      <VisuallyHidden>{t`Last time:`}</VisuallyHidden>
      <span className={styles.lastDay}>{day}</span>
      <span className={styles.lastSets}>
        {shown.map((text, index) => (
          // The same set may come twice; its place is its name.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index}>{text}</span>
        ))}
      </span>
      {note && <span className={styles.lastNote}>“{note.text}”</span>}
      <VisuallyHidden>{t`Show the history`}</VisuallyHidden>
    </button>
  );
}

/** "85×8" instead of "85 kg × 8": the unit stands above the table. */
function shortPhrase(phrase: string, unit: string): string {
  return phrase.replace(`\u00a0${unit}`, "").replace("\u00a0×\u00a0", "×");
}
