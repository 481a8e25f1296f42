import { lazy, Suspense } from "react";
import { useLingui } from "@lingui/react/macro";
import { ErrorFallback } from "@/ui/error-fallback.tsx";
import { MUSCLE_NAMES, type Muscle } from "./vocabulary.ts";
import styles from "./muscle-map.module.css";

const Figure = lazy(async () => ({ default: (await import("./muscle-figure.tsx")).MuscleFigure }));

interface MuscleMapProps {
  readonly primary: readonly Muscle[];
  readonly secondary: readonly Muscle[];
}

const COLORS = ["var(--heat-2)", "var(--accent)"];

/** What an exercise trains: a figure for the eye, and the same as words. */
export function MuscleMap({ primary, secondary }: MuscleMapProps) {
  const { t, i18n } = useLingui();
  const levelByMuscle = new Map<Muscle, number>([
    ...secondary.map((muscle) => [muscle, 1] as const),
    ...primary.map((muscle) => [muscle, 2] as const),
  ]);
  const words = (muscles: readonly Muscle[]) => muscles.map((muscle) => i18n._(MUSCLE_NAMES[muscle])).join(", ");
  return (
    <div className={styles.map}>
      <MuscleFigureSlot levelByMuscle={levelByMuscle} colors={COLORS} scale={0.62} />
      <dl className={styles.legend}>
        {primary.length > 0 && <LegendItem level="primary" name={t`Main muscles`} text={words(primary)} />}
        {secondary.length > 0 && <LegendItem level="secondary" name={t`Also trained`} text={words(secondary)} />}
      </dl>
    </div>
  );
}

interface SlotProps {
  readonly levelByMuscle: ReadonlyMap<Muscle, number>;
  readonly colors: readonly string[];
  readonly scale: number;
}

/** The lazily loaded figure with the room it will take; without it the words still stand. */
export function MuscleFigureSlot({ levelByMuscle, colors, scale }: SlotProps) {
  const waiting = <div className={styles.waiting} style={{ height: 400 * scale }} />;
  return (
    <ErrorFallback fallback={null}>
      <Suspense fallback={waiting}>
        <Figure levelByMuscle={levelByMuscle} colors={colors} scale={scale} />
      </Suspense>
    </ErrorFallback>
  );
}

function LegendItem({ level, name, text }: { readonly level: string; readonly name: string; readonly text: string }) {
  return (
    <div className={styles.item}>
      <dt className={styles.name}>
        <span className={styles.swatch} data-level={level} aria-hidden="true" />
        {name}
      </dt>
      <dd>{text}</dd>
    </div>
  );
}
