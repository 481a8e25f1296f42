import { useLingui } from "@lingui/react/macro";
import { Pencil, Star } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { useFormat, type Format } from "@/features/auth/use-format.ts";
import type { ExerciseRow } from "@/db/documents.ts";
import { IconButton } from "@/ui/button.tsx";
import { changePreference } from "./commands.ts";
import { OwnExerciseDialog } from "./own-exercise-dialog.tsx";
import { useExerciseDetail } from "./use-exercise-detail.ts";
import type { ExerciseUse } from "./use-exercise-use.ts";
import styles from "./exercises.module.css";

interface ExerciseListProps {
  readonly exercises: readonly ExerciseRow[];
  readonly uses: ReadonlyMap<string, ExerciseUse>;
}

/** Rows drawn at first, and added whenever the end comes near: a keystroke never draws a thousand. */
const CHUNK = 40;

export function ExerciseList({ exercises, uses }: ExerciseListProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [shown, setShown] = useState(CHUNK);
  const [editing, setEditing] = useState<ExerciseRow | null>(null);
  const end = useRef<HTMLDivElement>(null);
  const more = shown < exercises.length;
  useEffect(() => {
    const element = end.current;
    if (!element || !more) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setShown((count) => count + 2 * CHUNK);
      },
      { rootMargin: "800px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
    // A new observer after every chunk: an end that is still near reports itself again.
  }, [more, shown]);
  return (
    <>
      <ul className={styles.list} aria-label={t`Exercises`}>
        {exercises.slice(0, shown).map((exercise) => (
          <ExerciseItem key={exercise.id} exercise={exercise} use={uses.get(exercise.id)} format={format} onEdit={setEditing} />
        ))}
      </ul>
      <div ref={end} />
      {editing && <OwnExerciseDialog exercise={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

interface ExerciseItemProps {
  readonly exercise: ExerciseRow;
  readonly use: ExerciseUse | undefined;
  readonly format: Format;
  readonly onEdit: (exercise: ExerciseRow) => void;
}

function ExerciseItem({ exercise, use, format, onEdit }: ExerciseItemProps) {
  const { t } = useLingui();
  const detail = useExerciseDetail();
  const { id, name, favourite, is_custom } = exercise;
  const favour = () => changePreference(id, { favourite: !favourite });
  return (
    <li className={styles.item}>
      <Link href={`/exercises/${id}`} className={styles.link}>
        <span className={styles.name}>{name}</span>
        <span className={styles.detail}>
          {detail(exercise)}
          {use && <span className={styles.use}> · {t`last ${format.day(use.last_date)}`}</span>}
        </span>
      </Link>
      {is_custom && (
        <IconButton label={t`Edit ${name}`} icon={<Pencil size={18} aria-hidden="true" />} onClick={() => onEdit(exercise)} />
      )}
      <IconButton
        label={t`Favourite: ${name}`}
        pressed={favourite}
        icon={<Star size={20} fill={favourite ? "currentColor" : "none"} aria-hidden="true" />}
        onClick={() => void favour()}
      />
    </li>
  );
}
