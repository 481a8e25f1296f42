import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import { formatDate, formatNumber, formatSigned } from "@/lib/format.ts";
import type { WeightUnit } from "@/training/units.ts";

type Values = Readonly<Record<string, string | number | boolean | null>>;

/** A reason of the core, or of a workout's prescription. */
export interface ShownReason {
  readonly code: string;
  readonly values: Values;
}

/** What a sentence needs besides the reason itself. */
export interface ReasonWords {
  readonly i18n: I18n;
  /** The `Intl` locale for numbers and dates. */
  readonly locale: string;
  readonly unit: WeightUnit;
  /** What an exercise's text in the program is called. */
  readonly exerciseName?: (text: string) => string;
}

/** The sentence of a reason in the person's language; a code nobody knows says itself. */
export function reasonSentence(reason: ShownReason, words: ReasonWords): string {
  const sentence = SENTENCES[reason.code];
  return sentence ? sentence(reason.values, words) : reason.code;
}

export const hasSentence = (code: string): boolean => code in SENTENCES;

type Sentence = (values: Values, words: ReasonWords) => string;

const number = ({ locale }: ReasonWords, value: Values[string] | undefined) => formatNumber(locale, Number(value), 2);
const weight = (words: ReasonWords, value: Values[string] | undefined) => `${number(words, value)}\u00a0${words.unit}`;
const percent = (words: ReasonWords, values: Values) => `${number(words, values["percent"])}\u00a0%`;
const dayOf = ({ locale }: ReasonWords, values: Values): string | null =>
  values["date"] ? formatDate(locale, String(values["date"]), "weekday_day") : null;

const QUANTITIES: Readonly<Record<string, MessageDescriptor>> = {
  tm: msg`training max`,
  weight: msg`weight`,
  reps: msg`reps`,
  stage: msg`stage`,
};

/** What people call a quantity: training max, 5RM, squat (volume). */
export function quantityWords(name: string, { i18n }: Pick<ReasonWords, "i18n">): string {
  const parts = name.split(".");
  const last = parts.at(-1) ?? "";
  const known = QUANTITIES[last];
  const is_max = /^\d+rm$/.test(last);
  const own = known ? i18n._(known) : is_max ? last.toUpperCase() : last === "e1rm" ? "e1RM" : last;
  if (parts.length === 1) return own;
  if (parts.length === 3) return `${parts[0]} (${parts[1]}) ${own}`;
  return known || is_max || last === "e1rm" ? `${parts[0]} ${own}` : `${parts[0]} (${last})`;
}

function amount(words: ReasonWords, values: Values, name: string): string {
  const count = Number(values[name]);
  if (values["goal"] === "seconds") return `${number(words, count)}\u00a0s`;
  if (values["goal"] === "metres") return `${number(words, count)}\u00a0m`;
  return words.i18n._(msg({ message: plural(count, { one: "# rep", other: "# reps" }) }));
}

/** +2.5 kg: you made all 5 reps on Mon 23 Nov. */
const changed: Sentence = (values, words) => {
  const { what, from, to, percent: share } = values;
  const rise = Number(to) - Number(from);
  let change = `${formatSigned(words.locale, rise, 2)}\u00a0${words.unit}`;
  if (what === "reps") {
    const [before, after] = [number(words, from), number(words, to)];
    change = words.i18n._(msg`${before} → ${after} reps`);
  } else if (share !== null && share !== undefined) {
    change = `${formatSigned(words.locale, Math.sign(rise) * Number(share), 2)}\u00a0%`;
  } else if (from === null || from === undefined) {
    change = weight(words, to);
  }
  const subject = what === "weight" || what === "reps" ? "" : `${quantityWords(String(what), words)} `;
  return capital(`${subject}${change}: ${cause(values, words)}`, words);
};

function cause(values: Values, words: ReasonWords): string {
  const { i18n } = words;
  const day = dayOf(words, values);
  switch (values["cause"]) {
    case "week_end": {
      const week = number(words, values["week"]);
      return i18n._(msg`week ${week} is done`);
    }
    case "cycle_end": {
      const cycle = number(words, values["cycle"]);
      return i18n._(msg`cycle ${cycle} is done`);
    }
    case "done": {
      const last = amount(words, values, "last");
      return day ? i18n._(msg`${last} in the last set on ${day}`) : i18n._(msg`${last} in the last set`);
    }
    case "success": {
      const wanted = amount(words, values, "wanted");
      return often(values, words, day ? i18n._(msg`you made all ${wanted} on ${day}`) : i18n._(msg`you made all ${wanted}`));
    }
    default:
      return often(values, words, day ? i18n._(msg`reps were missing on ${day}`) : i18n._(msg`reps were missing`));
  }
}

function often(values: Values, { i18n }: ReasonWords, text: string): string {
  const times = Number(values["times"]);
  return times > 1 ? i18n._(msg`${text}, ${times} times in a row`) : text;
}

const held: Sentence = (values, words) => {
  const { i18n } = words;
  const same = weight(words, values["weight"]);
  const day = dayOf(words, values);
  if (values["outcome"] !== "failure")
    return day ? i18n._(msg`The same ${same} as on ${day}`) : i18n._(msg`The same ${same} as last time`);
  const text = day
    ? i18n._(msg`The same ${same} again: reps were missing on ${day}`)
    : i18n._(msg`The same ${same} again: reps were missing`);
  return often({ times: values["failures"] ?? 0 }, words, text);
};

const SENTENCES: Readonly<Record<string, Sentence>> = {
  start: (_, { i18n }) => i18n._(msg`Your start weight`),
  start_formula: (values, { i18n }) => {
    const formula = String(values["formula"]);
    return i18n._(msg`Start: ${formula}`);
  },
  ask: (_, { i18n }) => i18n._(msg`Choose a weight; what you use is where it goes on from`),
  work_up: (values, words) => {
    const reps = number(words, values["reps"]);
    return words.i18n._(msg`Work up to your heaviest weight for ${reps} reps`);
  },
  missing: (values, words) => {
    const what = quantityWords(String(values["what"]), words);
    return words.i18n._(msg`Needs your ${what}`);
  },
  adopted: (values, words) => {
    const used = weight(words, values["weight"]);
    const day = dayOf(words, values);
    return day ? words.i18n._(msg`${used} is what you used on ${day}`) : words.i18n._(msg`${used} is what you used`);
  },
  changed,
  held,
  by_hand: (values, words) => {
    const what = quantityWords(String(values["what"]), words);
    const day = dayOf(words, values);
    return capital(day ? words.i18n._(msg`${what} set by hand on ${day}`) : words.i18n._(msg`${what} set by hand`), words);
  },
  estimated: (values, words) => {
    const day = dayOf(words, values);
    return day ? words.i18n._(msg`Estimated from your sets on ${day}`) : words.i18n._(msg`Estimated from your sets`);
  },
  break: (values, words) => {
    const less = `\u2212${percent(words, values)}`;
    const day = dayOf(words, values);
    return day ? words.i18n._(msg`${less} after a break, on ${day}`) : words.i18n._(msg`${less} after a break`);
  },
  suppressed: (values, words) => {
    const day = dayOf(words, values);
    return day
      ? words.i18n._(msg`Unchanged: you kept the change of ${day} away`)
      : words.i18n._(msg`Unchanged: you kept the change away`);
  },
  percent: (values, words) => {
    const [share, of, base] = [percent(words, values), quantityWords(String(values["of"]), words), weight(words, values["base"])];
    return words.i18n._(msg`${share} of your ${of} of ${base}`);
  },
  ramp: (values, words) => {
    const [share, base] = [percent(words, values), weight(words, values["base"])];
    return words.i18n._(msg`${share} of the heaviest set, ${base}`);
  },
  effort: (values, words) => {
    const [share, base] = [percent(words, values), weight(words, values["base"])];
    const [reps, rpe] = [number(words, values["reps"]), number(words, values["rpe"])];
    return words.i18n._(msg`${share} of your e1RM of ${base}: ${reps} reps at RPE ${rpe}`);
  },
  top: (values, words) => {
    const [share, base] = [percent(words, values), weight(words, values["base"])];
    return words.i18n._(msg`${share} of today's top set of ${base}`);
  },
  top_planned: (values, words) => {
    const [share, base] = [percent(words, values), weight(words, values["base"])];
    return words.i18n._(msg`${share} of today's top set, planned at ${base}`);
  },
  top_pending: (values, words) => {
    const share = percent(words, values);
    return words.i18n._(msg`${share} of today's top set, once it is done`);
  },
  fixed: (_, { i18n }) => i18n._(msg`The same for everyone`),
  bodyweight: (_, { i18n }) => i18n._(msg`Your own body`),
  formula: (values) => String(values["formula"]),
  rounded: (values, words) => {
    const [from, to] = [weight(words, values["from"]), weight(words, values["to"])];
    return words.i18n._(msg`${from} is loaded as ${to}`);
  },
  stage: (values, words) => {
    const stage = number(words, values["stage"]);
    const day = dayOf(words, values);
    return day ? words.i18n._(msg`Stage ${stage} since ${day}`) : words.i18n._(msg`Stage ${stage}`);
  },
  swapped: (values, { i18n, exerciseName = (text) => text }) => {
    const [now, planned] = [exerciseName(String(values["exercise"])), exerciseName(String(values["planned"]))];
    return i18n._(msg`${now} instead of ${planned}`);
  },
  deload: (_, { i18n }) => i18n._(msg`Deload week: nothing changes by it`),
  warm_up: (_, { i18n }) => i18n._(msg`Warm-up by the general rule`),
};

function capital(text: string, { locale }: ReasonWords): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
