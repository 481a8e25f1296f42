/** Why a number is what it is: a code with values, and the English sentence for it; the twin of the server's `reasons.py`. */
import type { WeightUnit } from "../units.ts";
import { written } from "./numbers.ts";

export type Values = Readonly<Record<string, string | number | null>>;

/** A code that stays, and the values of its sentence; weights in the enrolment's unit. */
export interface Reason {
  readonly code: string;
  readonly values: Values;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const QUANTITIES: Readonly<Record<string, string>> = {
  tm: "training max",
  weight: "weight",
  reps: "reps",
  "1rm": "1RM",
  e1rm: "e1RM",
};

export function reason(code: string, values: Values = {}): Reason {
  return { code, values };
}

/** The sentence of a reason, in English. */
export function reasonText(one: Reason, unit: WeightUnit): string {
  return SENTENCES[one.code]?.(one.values, unit) ?? one.code;
}

/** Mon 23 Nov, for a date YYYY-MM-DD; nothing for nothing. */
export function dayText(day: string): string {
  if (!day) return "";
  const found = new Date(`${day}T00:00:00Z`);
  return `${WEEKDAYS[found.getUTCDay()]} ${found.getUTCDate()} ${MONTHS[found.getUTCMonth()]}`;
}

/** What people call a quantity: training max, 5RM, squat 1RM, squat (volume). */
export function quantityText(name: string): string {
  const parts = name.split(".");
  const last = parts.at(-1) ?? "";
  if (parts.length === 1) return QUANTITIES[name] ?? (name.endsWith("rm") ? name.toUpperCase() : name);
  if (parts.length === 3) return `${parts[0]} (${parts[1]}) ${last}`;
  return last in QUANTITIES || last.endsWith("rm") ? `${parts[0]} ${quantityText(last)}` : `${parts[0]} (${last})`;
}

function number(values: Values, name: string): string {
  return written(Number(values[name]));
}

function weight(values: Values, name: string, unit: WeightUnit): string {
  return `${number(values, name)} ${unit}`;
}

function on(values: Values): string {
  return values["date"] ? ` on ${dayText(String(values["date"]))}` : "";
}

function quantity(values: Values, name: string): string {
  return quantityText(String(values[name]));
}

/** +2.5 kg: you made all 5 reps on Mon 23 Nov. */
function changed(values: Values, unit: WeightUnit): string {
  const { what, from, to, percent } = values;
  const rise = Number(to) - Number(from);
  let change = `${rise > 0 ? "+" : ""}${written(rise)} ${unit}`;
  if (what === "reps") change = `${number(values, "from")} → ${number(values, "to")} reps`;
  else if (percent !== null && percent !== undefined) change = `${rise < 0 ? "-" : "+"}${number(values, "percent")} %`;
  else if (from === null) change = weight(values, "to", unit);
  const name = what === "weight" || what === "reps" ? "" : `${quantity(values, "what")} `;
  return `${name}${change}: ${causeText(values)}`;
}

function causeText(values: Values): string {
  const { cause, times } = values;
  if (cause === "week_end") return `week ${values["week"]} is done`;
  if (cause === "cycle_end") return `cycle ${values["cycle"]} is done`;
  if (cause === "done") return `${amountText(values, "last")} in the last set${on(values)}`;
  const often = Number(times) > 1 ? ` ${times} times in a row, the last time` : "";
  return `${cause === "success" ? `you made all ${amountText(values, "wanted")}` : "reps were missing"}${often}${on(values)}`;
}

function amountText(values: Values, name: string): string {
  const units: Values = { seconds: "s", metres: "m" };
  return `${number(values, name)} ${units[String(values["goal"])] ?? "reps"}`;
}

function held(values: Values, unit: WeightUnit): string {
  const same = `the same ${weight(values, "weight", unit)}`;
  if (values["outcome"] !== "failure") return `${same} as${on(values) || " last time"}`;
  const count = Number(values["failures"]);
  return `${same} again: reps were missing${on(values)}${count > 1 ? ` (${count} times in a row)` : ""}`;
}

const SENTENCES: Readonly<Record<string, (values: Values, unit: WeightUnit) => string>> = {
  start: () => "your start weight",
  start_formula: (v) => `start: ${v["formula"]}`,
  ask: () => "choose a weight; what you use is where it goes on from",
  work_up: (v) => `work up to the heaviest weight for ${number(v, "reps")} reps`,
  missing: (v) => `needs your ${quantity(v, "what")}`,
  adopted: (v, unit) => `${weight(v, "weight", unit)} is what you used${on(v)}`,
  changed,
  estimated: (v) => `estimated from your sets${on(v)}`,
  held,
  by_hand: (v) => `${quantity(v, "what")} set by hand${on(v)}`,
  break: (v) => `-${number(v, "percent")} % after a break${on(v)}`,
  suppressed: (v) => `unchanged: you kept the change away${on(v)}`,
  percent: (v, unit) => `${number(v, "percent")} % of your ${quantity(v, "of")} of ${weight(v, "base", unit)}`,
  ramp: (v, unit) => `${number(v, "percent")} % of the top of ${weight(v, "base", unit)}`,
  effort: (v, unit) =>
    `${number(v, "percent")} % of your e1RM of ${weight(v, "base", unit)}: ${number(v, "reps")} reps at RPE ${number(v, "rpe")}`,
  top: (v, unit) => `${number(v, "percent")} % of today's top set of ${weight(v, "base", unit)}`,
  top_planned: (v, unit) => `${number(v, "percent")} % of today's top set, planned at ${weight(v, "base", unit)}`,
  top_pending: (v) => `${number(v, "percent")} % of today's top set, once it is done`,
  fixed: () => "the same for everyone",
  bodyweight: () => "your own body",
  formula: (v) => String(v["formula"]),
  rounded: (v, unit) => `${weight(v, "from", unit)} is loaded as ${weight(v, "to", unit)}`,
  stage: (v) => `stage ${v["stage"]}${on(v) && ` since${on(v).slice(3)}`}`,
  swapped: (v) => `${v["exercise"]} instead of ${v["planned"]}`,
  deload: () => "deload week: nothing changes by it",
  warm_up: () => "warm-up by the general rule",
};
