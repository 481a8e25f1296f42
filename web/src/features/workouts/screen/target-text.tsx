import { useLingui } from "@lingui/react/macro";
import type { WorkoutSet } from "@/db/documents.ts";
import type { PrescribedSet } from "@/db/program-documents.ts";
import { reasonSentence } from "@/features/programs/reason-text.ts";
import { goalWords } from "@/features/programs/target-text.ts";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import type { WeightUnit } from "@/training/units.ts";
import type { SetColumn } from "../set-values.ts";
import { useActive, useScreen } from "./screen-context.ts";
import type { EffortScale } from "./use-effort-scale.ts";
import { useTargetWords } from "./use-target-words.ts";
import dock from "./set-dock.module.css";
import styles from "./set-rows.module.css";

interface TargetTextProps {
  readonly set: WorkoutSet;
  readonly target: PrescribedSet;
  readonly column: SetColumn;
}

/** A total is said above the table; the others stand in columns of their own. */
const NOT_IN_REPS: ReadonlySet<string> = new Set(["seconds", "metres", "total"]);

/** What is asked for, small under the number: the reps' goal, the label and tempo, a weight that was changed. */
export function TargetText({ set, target, column }: TargetTextProps) {
  const { t, i18n } = useLingui();
  const { format } = useScreen();
  const { entry } = useActive();
  const text = targetText();
  if (text === "") return null;
  return (
    <span className={styles.target}>
      <VisuallyHidden>{t`Target:`} </VisuallyHidden>
      {text}
    </span>
  );

  function targetText(): string {
    const goal = goalWords(target, { i18n, locale: format.locale });
    if (column === "weight") {
      const planned = target.weight;
      const unit = entry.prescription?.unit ?? null;
      const differs = planned !== null && (set.weight !== planned || set.weight_unit !== unit);
      return [differs ? t`plan ${format.number(planned)}` : "", target.label ?? "", target.tempo ?? ""].filter(Boolean).join(" · ");
    }
    if (column === "reps") {
      const is_as_planned = target.goal === "reps" && target.low === target.high && set.reps === target.low;
      return is_as_planned || NOT_IN_REPS.has(target.goal) ? "" : goal;
    }
    if (column === "duration") return target.goal === "seconds" ? goal : "";
    return column === "distance" && target.goal === "metres" ? goal : "";
  }
}

/** The effort asked for, in the scale the lifter writes it in. */
export function TargetEffort({ target, scale }: { readonly target: PrescribedSet; readonly scale: EffortScale }) {
  const { t } = useLingui();
  const { format } = useScreen();
  const rpe = target.rpe ?? (target.rir === null ? null : 10 - target.rir);
  if (rpe === null) return null;
  return (
    <span className={styles.target}>
      <VisuallyHidden>{t`Target:`} </VisuallyHidden>
      {format.number(scale === "rir" ? (target.rir ?? 10 - rpe) : rpe, 1)}
    </span>
  );
}

/** "Why 87.5?" with the first reason; a tap shows all of them. */
export function WhyTarget({ target, unit }: { readonly target: PrescribedSet; readonly unit: WeightUnit }) {
  const { t } = useLingui();
  const { format, openSheet } = useScreen();
  const words = useTargetWords(unit);
  const first = target.reasons[0];
  const weight = target.weight === null ? null : format.number(target.weight);
  return (
    <button type="button" className={dock.why} onClick={() => openSheet("why")}>
      <strong>{weight === null ? t`Why?` : t`Why ${weight}?`}</strong>
      {first && <span className={dock.clip}>{reasonSentence(first, words)}</span>}
    </button>
  );
}
