import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { formatNumber } from "@/lib/format.ts";
import type { WeightUnit } from "@/training/units.ts";

/** A target as far as it is written on one line; of the core or of a workout's prescription. */
export interface ShownTarget {
  readonly kind: string;
  readonly goal: string;
  readonly low: number;
  readonly high: number;
  readonly weight: number | null;
  readonly rpe: number | null;
  readonly rir: number | null;
  readonly label?: string | null;
  readonly reasons: readonly { readonly code: string }[];
}

export interface TargetWords {
  readonly i18n: I18n;
  readonly locale: string;
  readonly unit: WeightUnit;
}

/** What is asked for: 5, 8–12, 5+, max, 5RM, 60 s, 50–100 in total. */
export function goalWords({ goal, low, high }: ShownTarget, { i18n, locale }: Omit<TargetWords, "unit">): string {
  const span = low === high ? formatNumber(locale, low) : `${formatNumber(locale, low)}–${formatNumber(locale, high)}`;
  switch (goal) {
    case "amrap":
      return `${formatNumber(locale, low)}+`;
    case "max":
      return i18n._(msg({ message: "max", comment: "As many reps as possible, very short" }));
    case "rm":
      return `${formatNumber(locale, low)}RM`;
    case "seconds":
      return `${span}\u00a0s`;
    case "metres":
      return `${span}\u00a0m`;
    case "total":
      return i18n._(msg`${span} in total`);
    default:
      return span;
  }
}

/** Weight and effort of a target: 82.5 kg, RPE 8, a question mark where a number is missing, nothing for one's own body. */
export function loadWords(target: ShownTarget, { i18n, locale, unit }: TargetWords): string {
  const effort = effortWords(target, { locale });
  if (target.weight !== null) return [`${formatNumber(locale, target.weight)}\u00a0${unit}`, effort].filter(Boolean).join(" ");
  if (target.reasons.some(({ code }) => code === "bodyweight")) return effort;
  if (effort) return effort;
  // A percentage of what is not known yet is not for the lifter to choose.
  if (target.reasons.some(({ code }) => code === "missing")) return "?";
  return i18n._(msg({ message: "your choice", comment: "The lifter chooses the weight of a set" }));
}

export function effortWords({ rpe, rir }: Pick<ShownTarget, "rpe" | "rir">, { locale }: Pick<TargetWords, "locale">): string {
  if (rpe !== null) return `RPE\u00a0${formatNumber(locale, rpe, 1)}`;
  return rir === null ? "" : `RIR\u00a0${formatNumber(locale, rir, 1)}`;
}

/** The working sets on one line: "5 × 82.5 kg, 5 × 95 kg, 5+ × 107.5 kg", "5 sets of 10 × 62.5 kg" as 5×10 @ 62.5 kg. */
export function slotWords(targets: readonly ShownTarget[], words: TargetWords): string {
  const parts: { readonly goal: string; readonly load: string; count: number }[] = [];
  for (const target of targets) {
    if (target.kind === "warm_up") continue;
    const [goal, load] = [goalWords(target, words), loadWords(target, words)];
    const last = parts.at(-1);
    if (last?.goal === goal && last.load === load) last.count += 1;
    else parts.push({ goal, load, count: 1 });
  }
  return parts
    .map(({ goal, load, count }) => {
      const sets = count > 1 ? `${count}\u202f×\u202f${goal}` : goal;
      return load === "" ? sets : `${sets}\u00a0@\u00a0${load}`;
    })
    .join(", ");
}
