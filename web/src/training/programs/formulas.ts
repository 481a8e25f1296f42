/** The value of a formula and its text; the twin of the server's `formulas.py`. */
import type { WeightUnit } from "../units.ts";
import type { Expr, Weight } from "./model.ts";
import { tidy, weightIn, written } from "./numbers.ts";

export type Names = (name: string) => number | null;

const LEVELS: Readonly<Record<string, number>> = { or: 1, and: 2, not: 3, "+": 5, "-": 5, "*": 6, "/": 6, neg: 7, percent: 7 };
const COMPARISON = 4;
const SINGLE = 8;
const COMPARISONS: ReadonlySet<string> = new Set(["<", "<=", ">", ">=", "=", "!="]);
const NOTHING: Weight = { kg: 0, lb: null };

/**
 * Value of a formula, weights in `unit`; null when a name it needs is not known yet.
 *
 * Every node is visited at most once and every value lies within ±1,000,000. Division by zero gives
 * 0; true is 1 and false 0.
 */
export function evaluate(formula: Expr, names: Names, unit: WeightUnit): number | null {
  if (formula.op === "number") return formula.number;
  if (formula.op === "name") return names(formula.name);
  if (formula.op === "weight") return weightIn(formula.weight ?? NOTHING, unit);
  if (formula.op === "call" && formula.name === "if") {
    const chosen = evaluateArg(formula, 0, names, unit);
    return chosen === null ? null : evaluateArg(formula, chosen === 0 ? 2 : 1, names, unit);
  }
  const values: number[] = [];
  for (const arg of formula.args) {
    const value = evaluate(arg, names, unit);
    if (value === null) return null;
    values.push(value);
  }
  return tidy(apply(formula, values, names));
}

function evaluateArg(formula: Expr, place: number, names: Names, unit: WeightUnit): number | null {
  const arg = formula.args[place];
  return arg ? evaluate(arg, names, unit) : null;
}

function apply(formula: Expr, values: readonly number[], names: Names): number {
  const [first = 0, second = 0] = values;
  if (values.length === 1) {
    if (formula.op === "percent") return (first * formula.number) / 100;
    if (formula.op === "call") return call(formula.name, first, names);
    return formula.op === "neg" ? -first : Number(first === 0);
  }
  if (formula.op === "call") return formula.name === "min" ? Math.min(first, second) : Math.max(first, second);
  if (formula.op === "and") return Number(first !== 0 && second !== 0);
  if (formula.op === "or") return Number(first !== 0 || second !== 0);
  if (COMPARISONS.has(formula.op)) return Number(compare(formula.op, first, second));
  if (formula.op === "/") return second === 0 ? 0 : first / second;
  if (formula.op === "*") return first * second;
  return formula.op === "+" ? first + second : first - second;
}

function call(name: string, value: number, names: Names): number {
  if (name === "reps") return names(`reps(${Math.floor(value)})`) ?? 0;
  if (name === "floor") return Math.floor(value);
  if (name === "ceil") return Math.ceil(value);
  return name === "round" ? Math.floor(value + 0.5) : Math.abs(value);
}

function compare(op: string, first: number, second: number): boolean {
  if (op === "=") return first === second;
  if (op === "!=") return first !== second;
  if (op === "<") return first < second;
  if (op === "<=") return first <= second;
  return op === ">" ? first > second : first >= second;
}

/** Every name that a formula reads, from left to right. */
export function namesIn(formula: Expr | null): readonly string[] {
  if (formula === null) return [];
  const own = formula.op === "name" ? [formula.name] : formula.op === "call" && formula.name === "reps" ? ["reps()"] : [];
  return [...own, ...formula.args.flatMap(namesIn)];
}

/** 2.5kg/5lb, or the one unit there is. */
export function weightText(weight: Weight): string {
  const parts: string[] = [];
  if (weight.kg !== null) parts.push(`${written(weight.kg)}kg`);
  if (weight.lb !== null) parts.push(`${written(weight.lb)}lb`);
  return parts.join("/");
}

/** The formula with as few brackets as its meaning needs. */
export function formulaText(formula: Expr): string {
  const { op, args } = formula;
  if (op === "number") return written(formula.number);
  if (op === "name") return formula.name;
  if (op === "weight") return weightText(formula.weight ?? NOTHING);
  if (op === "call") return `${formula.name}(${args.map(formulaText).join(", ")})`;
  const level = levelOf(formula);
  if (op === "not") return `not ${within(args[0], level)}`;
  if (op === "neg") return `-${within(args[0], level)}`;
  if (op === "percent") return `${written(formula.number)}% of ${within(args[0], level)}`;
  const left = level === COMPARISON ? level + 1 : level;
  return `${within(args[0], left)} ${op} ${within(args[1], level + 1)}`;
}

function levelOf(formula: Expr): number {
  return COMPARISONS.has(formula.op) ? COMPARISON : (LEVELS[formula.op] ?? SINGLE);
}

function within(formula: Expr | undefined, level: number): string {
  if (!formula) return "";
  const text = formulaText(formula);
  return levelOf(formula) >= level ? text : `(${text})`;
}
