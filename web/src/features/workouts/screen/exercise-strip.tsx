import { useLingui } from "@lingui/react/macro";
import { Check, Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import type { WorkoutExercise } from "@/db/documents.ts";
import { classNames } from "@/lib/class-names.ts";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import { groupSupersets } from "../superset-groups.ts";
import { useScreen } from "./screen-context.ts";
import styles from "./exercise-strip.module.css";

/** Every exercise in one row: how far each is, which is on the screen, what is done in turns. */
export function ExerciseStrip() {
  const { t } = useLingui();
  const { workout, openSheet } = useScreen();
  if (workout.exercises.length === 0) return <div className={styles.none} />;
  return (
    <nav className={styles.strip} aria-label={t`Exercises of this workout`}>
      <ul className={styles.list}>
        {groupSupersets(workout.exercises).map((group) => (
          <li key={group.entries[0]?.id} className={classNames(styles.group, group.letter !== null && styles.superset)}>
            {group.letter !== null && (
              <span className={styles.letter} aria-hidden="true">
                {group.letter}
              </span>
            )}
            {group.entries.map((entry) => (
              <StripButton key={entry.id} entry={entry} letter={group.letter} />
            ))}
          </li>
        ))}
        <li className={styles.group}>
          <button type="button" className={styles.add} aria-label={t`Add exercise`} onClick={() => openSheet("add")}>
            <Plus size={22} aria-hidden="true" />
          </button>
        </li>
      </ul>
    </nav>
  );
}

function StripButton({ entry, letter }: { readonly entry: WorkoutExercise; readonly letter: string | null }) {
  const { t } = useLingui();
  const { exercises, active, setView } = useScreen();
  const ref = useRef<HTMLButtonElement>(null);
  const name = exercises?.get(entry.exercise_id)?.name ?? t`Exercise`;
  const done = entry.sets.filter((set) => set.completed).length;
  const total = entry.sets.length;
  const is_shown = active?.entry.id === entry.id;
  const is_done = total > 0 && done === total;
  useEffect(() => {
    if (is_shown) ref.current?.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
  }, [is_shown]);
  return (
    <button
      ref={ref}
      type="button"
      className={styles.item}
      aria-current={is_shown ? "true" : undefined}
      data-done={is_done || undefined}
      onClick={() => setView({ entry_id: entry.id, set_id: null, pad: null, scope: null })}
    >
      <span className={styles.name}>{shortName(name)}</span>
      <span className={styles.count}>
        {is_done ? <Check size={14} strokeWidth={3} aria-hidden="true" /> : `${done}/${total}`}
        <VisuallyHidden>{is_done ? t`${total} sets done` : t`sets`}</VisuallyHidden>
      </span>
      {letter !== null && <VisuallyHidden>{t`superset ${letter}`}</VisuallyHidden>}
    </button>
  );
}

/** Names end with their equipment in brackets; here the movement is enough. */
function shortName(name: string): string {
  return name.replace(/\s*\([^)]*\)\s*$/, "") || name;
}
