import { useScreen } from "./screen-context.ts";
import { ExerciseStrip } from "./exercise-strip.tsx";
import { ScreenHeader } from "./screen-header.tsx";
import { ExerciseHero } from "./exercise-hero.tsx";
import { SetRows } from "./set-rows.tsx";
import { SetDock } from "./set-dock.tsx";
import { RestStrip } from "./rest-strip.tsx";
import { AddRow } from "./add-row.tsx";
import { EmptyWorkout } from "./empty-workout.tsx";
import { HistoryAside } from "./history-aside.tsx";
import { Sheets } from "./sheets.tsx";
import { useSwipe } from "@/ui/use-swipe.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { useStepExercise } from "./use-step-exercise.ts";
import { useRoomy } from "./use-roomy.ts";
import styles from "./layout.module.css";

/** Phone: header, strip, table, and the editor at the thumb. With room: table left, history right. */
export function Layout() {
  const { active, is_live } = useScreen();
  const roomy = useRoomy();
  const stepExercise = useStepExercise();
  const swipe = useSwipe(stepExercise);
  useShortcuts(stepExercise);
  return (
    <div className={styles.screen} data-live={is_live || undefined}>
      <div className={styles.main}>
        <ScreenHeader />
        <ExerciseStrip />
        {active ? (
          <>
            <div className={styles.table} {...swipe}>
              <ExerciseHero key={active.entry.id} />
              <SetRows />
              <AddRow />
            </div>
            <div className={styles.dock}>
              {is_live && <RestStrip />}
              <SetDock />
            </div>
          </>
        ) : (
          <div className={styles.table}>
            <EmptyWorkout />
          </div>
        )}
      </div>
      {roomy && active && <HistoryAside key={active.entry.exercise_id} />}
      <Sheets />
    </div>
  );
}
