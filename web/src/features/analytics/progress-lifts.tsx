import { Trans, useLingui } from "@lingui/react/macro";
import { ChevronRight, CircleHelp, Clock, MoveRight, TrendingDown, TrendingUp, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import type { Format } from "@/features/auth/use-format.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import type { ExerciseRow, Workout } from "@/db/documents.ts";
import { fromKg } from "@/training/units.ts";
import { Card } from "@/ui/card.tsx";
import { Sparkline } from "@/ui/sparkline.tsx";
import { mainLifts } from "./muscle-weeks.ts";
import type { HistoryRange, TrendSummary } from "./local-exercise-history.ts";
import { useExerciseHistory } from "./use-exercise-history.ts";
import { trendSentence } from "./trend-sentence.ts";
import styles from "./progress.module.css";

const LIFTS = 6;

interface ProgressLiftsProps {
  /** Three months, or everything after a longer pause. */
  readonly range: HistoryRange;
  readonly recent: readonly Workout[];
  readonly exercises: ExerciseMap;
  readonly format: Format;
}

/** Am I getting stronger? The lifts trained most, each with its trend or "too early to say". */
export function ProgressLifts({ range, recent, exercises, format }: ProgressLiftsProps) {
  const { t } = useLingui();
  const lifts = mainLifts(recent, exercises, LIFTS).flatMap((id) => exercises.get(id) ?? []);
  return (
    <Card title={t`Am I getting stronger?`} flush>
      {lifts.length === 0 ? (
        <p className={styles.none}>
          <Trans>Estimates need exercises with weights and reps; there are none yet.</Trans>
        </p>
      ) : (
        <ul className={styles.lifts}>
          {lifts.map((exercise) => (
            <li key={exercise.id}>
              <Lift exercise={exercise} range={range} format={format} />
            </li>
          ))}
        </ul>
      )}
      <Method />
    </Card>
  );
}

function Lift({
  exercise,
  range,
  format,
}: {
  readonly exercise: ExerciseRow;
  readonly range: HistoryRange;
  readonly format: Format;
}) {
  const { t, i18n } = useLingui();
  const history = useExerciseHistory(exercise, range, format.today);
  const unit = exercise.weight_unit ?? format.weight_unit;
  const summary = history?.summary ?? null;
  const levels = history?.days.flatMap((day) => day.level_kg ?? []) ?? [];
  const sentence = summary ? trendSentence({ summary, name: exercise.name, unit }, i18n, format) : "";
  return (
    <Link href={`/exercises/${exercise.id}`} className={styles.lift}>
      <span className={styles.liftTexts}>
        <span className={styles.liftName}>{exercise.name}</span>
        {summary && <Verdict summary={summary} />}
        {!history && <span className={styles.detail}>{t`Reading …`}</span>}
      </span>
      <Sparkline label={sentence} values={levels} width_px={84} height_px={32} />
      <span className={styles.liftValues}>
        {summary?.now_kg !== null && summary?.now_kg !== undefined && (
          <span className={styles.liftNow}>{`${format.number(fromKg(summary.now_kg, unit), 1)}\u00a0${unit}`}</span>
        )}
        {summary && summary.verdict !== "too_early" && summary.change_kg !== null && (
          <span className={styles.detail}>{format.weightChange(summary.change_kg, unit)}</span>
        )}
      </span>
      <ChevronRight size={18} className={styles.chevron} aria-hidden="true" />
    </Link>
  );
}

function Verdict({ summary }: { readonly summary: TrendSummary }) {
  const { t } = useLingui();
  const looks: Readonly<Record<TrendSummary["verdict"], { icon: LucideIcon; text: string }>> = {
    rising: { icon: TrendingUp, text: t`Rising` },
    falling: { icon: TrendingDown, text: t`Falling` },
    plateau: { icon: MoveRight, text: t`Steady` },
    unclear: { icon: CircleHelp, text: t`Not clear yet` },
    too_early: { icon: Clock, text: t`Too early to say` },
  };
  const look = looks[summary.verdict];
  return (
    <span className={styles.verdict} data-verdict={summary.verdict}>
      <look.icon size={15} aria-hidden="true" />
      {look.text}
    </span>
  );
}

/** Every number can say where it comes from. */
function Method() {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.method} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Trans>How this is told</Trans>
      </summary>
      <p>
        <Trans>
          Each training day gives an estimate of your one-rep maximum from its best set. A smoothed line through the last three
          months says where you stand; it is called rising or falling only when the change is clearly larger than its uncertainty.
        </Trans>
      </p>
    </details>
  );
}
