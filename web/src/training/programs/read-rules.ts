/** Rules: on failure 3 times: weight - 10%; the twin of the server's `read_rules.py`. */
import { MAX_ACTIONS, MAX_COUNT, MAX_STAGES, MAX_WEEKS } from "./limits.ts";
import { expr, PLAIN, type Action, type Expr, type Rule, type Trigger } from "./model.ts";
import { refuse } from "./problems.ts";
import { readFormula, readName, readSum, type NameMark } from "./read-formulas.ts";
import type { Cursor } from "./tokens.ts";

const OUTCOMES = ["success", "failure", "done"] as const;

/** Read week numbers: 1, 1-3 or 1-3,5. */
export function readWeeks(cursor: Cursor): readonly number[] {
  const weeks = new Set<number>();
  for (;;) {
    const start = cursor.now;
    const first = cursor.whole("a week", MAX_WEEKS);
    const last = cursor.takes("-") ? cursor.whole("the last week", MAX_WEEKS) : first;
    if (last < first) refuse(cursor.line, start.column, "range", start.text);
    for (let week = first; week <= last; week += 1) weeks.add(week);
    if (!(cursor.sees(",") && cursor.after.kind === "number")) return [...weeks].toSorted((one, other) => one - other);
    cursor.step();
  }
}

/** Read a rule behind its `on`; `names` are quantities, to tell a slip of a trigger from one. */
export function readRule(cursor: Cursor, marks: NameMark[], targets: NameMark[], names: readonly string[]): Rule {
  const { trigger, condition } = readTrigger(cursor, marks, names);
  let times = 1;
  if ((trigger === "success" || trigger === "failure") && cursor.now.kind === "number") {
    times = cursor.whole("how many times in a row", MAX_COUNT);
    cursor.needs("times");
  }
  let weeks: readonly number[] = [];
  let stage: number | null = null;
  while (cursor.takes("in")) {
    if (cursor.takes("week")) {
      weeks = readWeeks(cursor);
    } else {
      cursor.needs("stage");
      stage = cursor.whole("a stage", MAX_STAGES);
    }
  }
  const when = condition ?? (cursor.takes("when") ? readFormula(cursor, marks) : null);
  cursor.needs(":");
  const actions = [readAction(cursor, marks, targets)];
  while (cursor.takes(",")) {
    if (actions.length === MAX_ACTIONS) cursor.fail(`at most ${MAX_ACTIONS} changes in one rule`);
    actions.push(readAction(cursor, marks, targets));
  }
  return { type: "rule", trigger, times, weeks, stage, when, actions, trivia: PLAIN };
}

function readTrigger(cursor: Cursor, marks: NameMark[], names: readonly string[]): { trigger: Trigger; condition: Expr | null } {
  for (const outcome of OUTCOMES) if (cursor.takes(outcome)) return { trigger: outcome, condition: null };
  if (cursor.sees("week", "cycle") && cursor.after.text === "end") {
    const trigger = cursor.step().text === "week" ? "week_end" : "cycle_end";
    cursor.step();
    return { trigger, condition: null };
  }
  const { kind, text } = cursor.now;
  if (kind === "word" && [":", "in", "when"].includes(cursor.after.text) && !names.includes(text)) {
    cursor.fail("success, failure, done, week end, cycle end or a condition", OUTCOMES);
  }
  return { trigger: "done", condition: readFormula(cursor, marks) };
}

function readAction(cursor: Cursor, marks: NameMark[], targets: NameMark[]): Action {
  if (cursor.sees("next", "first") && cursor.after.text === "stage") {
    const is_next = cursor.step().text === "next";
    cursor.step();
    return { kind: is_next ? "next_stage" : "first_stage", target: "", value: null, is_percent: false };
  }
  const target = readName(cursor, "what changes, such as weight + step", targets);
  if (cursor.takes("=")) return { kind: "set", target, value: readFormula(cursor, marks), is_percent: false };
  if (!cursor.sees("+", "-")) cursor.fail("'+', '-' or '='");
  const kind = cursor.step().text === "+" ? "add" : "subtract";
  if (cursor.now.kind === "number" && cursor.after.text === "%") {
    const number = cursor.number("a percentage");
    cursor.step();
    if (!cursor.sees("of")) return { kind, target, value: expr("number", { number }), is_percent: true };
    cursor.place -= 2; // it is a formula after all: 10% of something
  }
  return { kind, target, value: readSum(cursor, marks), is_percent: false };
}

/** A trigger as it is written. */
export function endWords(trigger: Trigger): string {
  if (trigger === "week_end") return "week end";
  return trigger === "cycle_end" ? "cycle end" : trigger;
}
