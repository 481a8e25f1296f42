import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const QUANTITIES: Readonly<Record<string, MessageDescriptor>> = {
  weight: msg`weight`,
  reps: msg({ message: "reps", comment: "The number of reps a rule changes" }),
  stage: msg`stage`,
  tm: msg`training max`,
  "1rm": msg`1RM`,
  e1rm: msg`e1RM`,
  step: msg`one step`,
  successes: msg`successes in a row`,
  failures: msg`failures in a row`,
  misses: msg`failures in this cycle`,
  stalled: msg`sessions without progress`,
  last: msg`reps of the last set`,
  first: msg`reps of the first set`,
  lowest: msg`reps of the worst set`,
  total: msg`all reps together`,
  target: msg`reps asked for`,
  top: msg`today’s heaviest set`,
  rpe: msg`RPE`,
  sets: msg`sets done`,
  week: msg`week`,
  cycle: msg`cycle`,
};

/** What people call a quantity of the language: training max, bench: training max, squat (volume). */
export function quantityWords(name: string, i18n: I18n): string {
  const parts = name.split(".");
  const last = parts.at(-1) ?? "";
  const known = QUANTITIES[last];
  const word = known ? i18n._(known) : /^\d+rm$/.test(last) ? last.toUpperCase() : last;
  if (parts.length === 1) return word;
  const owner = parts.slice(0, -1).join(" · ");
  return known || last.endsWith("rm") ? `${owner}: ${word}` : `${owner} (${word})`;
}
