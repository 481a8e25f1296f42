/** Rules and sets in words: what a lifter reads who never saw the language. */
import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Action, Expr, Load, Rule, SetGroup, Trigger, Weight } from "@/training/programs/model.ts";
import { formulaText } from "@/training/programs/formulas.ts";
import { quantityWords } from "./quantity-words.ts";
import { weeksText } from "@/training/programs/write-text.ts";

const TRIGGERS = {
  success: msg`When all sets are made`,
  failure: msg`When reps are missed`,
  done: msg`Each time`,
  week_end: msg`At the end of the week`,
  cycle_end: msg`At the end of the cycle`,
} as const satisfies Readonly<Record<Trigger, unknown>>;

/** "When all sets are made: add the step to the weight." */
export function ruleWords(rule: Rule, i18n: I18n): string {
  return `${whenWords(rule, i18n)}: ${rule.actions.map((action) => actionWords(action, i18n)).join(", ")}`;
}

function whenWords(rule: Rule, i18n: I18n): string {
  const { trigger, times, weeks, stage, when } = rule;
  const parts: string[] = [];
  if (trigger === "done" && when !== null) parts.push(i18n._(msg`When ${conditionWords(when, i18n)}`));
  else if (trigger === "success" && times > 1) parts.push(i18n._(msg`When all sets are made ${times} times in a row`));
  else if (trigger === "failure" && times > 1) parts.push(i18n._(msg`When reps are missed ${times} times in a row`));
  else parts.push(i18n._(TRIGGERS[trigger]));
  if (weeks.length > 0) parts.push(i18n._(msg`in week ${weeksText(weeks)}`));
  if (stage !== null) parts.push(i18n._(msg`in stage ${stage}`));
  if (when !== null && trigger !== "done") parts.push(i18n._(msg`if ${conditionWords(when, i18n)}`));
  return parts.join(" ");
}

function actionWords(action: Action, i18n: I18n): string {
  const { kind, value, is_percent } = action;
  if (kind === "next_stage") return i18n._(msg`go on with the next stage`);
  if (kind === "first_stage" || value === null) return i18n._(msg`begin again with the first stage`);
  const what = quantityWords(action.target, i18n);
  const amount = is_percent ? `${formulaText(value)} %` : amountWords(value, i18n);
  if (kind === "add") return i18n._(msg`${what} + ${amount}`);
  return kind === "subtract" ? i18n._(msg`${what} − ${amount}`) : i18n._(msg`${what} becomes ${amount}`);
}

/** A value in words where it is a simple one, else as it is written. */
function amountWords(value: Expr, i18n: I18n): string {
  switch (value.op) {
    case "name":
      return quantityWords(value.name, i18n);
    case "number":
      return String(value.number);
    case "weight":
      return weightWords(value.weight);
    case "percent":
      return i18n._(msg`${value.number} % of ${amountWords(argOf(value, 0), i18n)}`);
    case "*":
      return `${amountWords(argOf(value, 0), i18n)} × ${amountWords(argOf(value, 1), i18n)}`;
    default:
      return formulaText(value);
  }
}

const SIGNS: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤", "!=": "≠", ">": ">", "<": "<", "=": "=" };

function conditionWords(condition: Expr, i18n: I18n): string {
  const first = () => conditionWords(argOf(condition, 0), i18n);
  const second = () => conditionWords(argOf(condition, 1), i18n);
  const sign = SIGNS[condition.op];
  if (sign) return `${first()} ${sign} ${second()}`;
  if (condition.op === "and") return i18n._(msg`${first()} and ${second()}`);
  if (condition.op === "or") return i18n._(msg`${first()} or ${second()}`);
  if (condition.op === "not") return i18n._(msg`not (${first()})`);
  return amountWords(condition, i18n);
}

const NOTHING: Expr = { op: "number", args: [], number: 0, name: "", weight: null };

function argOf(value: Expr, place: number): Expr {
  return value.args[place] ?? NOTHING;
}

/** 5 kg / 10 lb, or the one there is. */
export function weightWords(weight: Weight | null): string {
  if (weight === null) return "";
  const parts = [weight.kg === null ? "" : `${weight.kg} kg`, weight.lb === null ? "" : `${weight.lb} lb`];
  return parts.filter(Boolean).join(" / ");
}

/** Sets in words: "3 × 5 · 75 % of the training max". */
export function setsWords(groups: readonly SetGroup[], i18n: I18n): string {
  return groups.map((group) => groupWords(group, i18n, groups.length > 1)).join(", ");
}

export function groupWords(group: SetGroup, i18n: I18n, one_of_many = false): string {
  const goal = goalWords(group, i18n);
  const count = group.sets > 1 || (group.goal === "reps" && !one_of_many) ? `${group.sets} × ${goal}` : goal;
  const parts = [count, loadWords(group.load, i18n)];
  if (group.rpe !== null) parts.push(`RPE ${group.rpe}`);
  if (group.rir !== null) parts.push(`RIR ${group.rir}`);
  if (group.ramp_pct !== null) parts.push(i18n._(msg`ramp of ${group.ramp_pct} %`));
  if (group.kind === "drop") parts.push(i18n._(msg`drop set`));
  if (group.kind === "back_off") parts.push(i18n._(msg`back-off`));
  if (group.label) parts.push(`“${group.label}”`);
  return parts.filter(Boolean).join(" · ");
}

/** The amount of one set: 5, 8–12, 5+, 60 s. */
export function goalWords({ goal, low, high }: Pick<SetGroup, "goal" | "low" | "high">, i18n: I18n): string {
  const amount = low === high ? String(low) : `${low}–${high}`;
  switch (goal) {
    case "amrap":
      return `${amount}+`;
    case "max":
      return i18n._(msg`as many as possible`);
    case "climb":
      return i18n._(msg`climbing reps`);
    case "seconds":
      return `${amount} s`;
    case "metres":
      return `${amount} m`;
    case "total":
      return i18n._(msg`${amount} reps in all`);
    case "rm":
      return i18n._(msg`work up to ${amount}RM`);
    case "reps":
      return amount;
  }
}

function loadWords(load: Load, i18n: I18n): string {
  switch (load.kind) {
    case "percent":
      return load.of === "" ? `${load.percent} %` : i18n._(msg`${load.percent} % of ${quantityWords(load.of, i18n)}`);
    case "fixed":
      return weightWords(load.weight);
    case "formula":
      return load.formula ? formulaText(load.formula) : "";
    case "ask":
      return i18n._(msg`weight by choice`);
    case "bodyweight":
      return i18n._(msg`bodyweight`);
    case "work":
    case "effort":
      return "";
  }
}
