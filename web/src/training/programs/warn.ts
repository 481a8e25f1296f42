/** What a program says without effect: rules that can never fire and the like; the twin of the server's `warn.py`. */
import type { Marks } from "./checks.ts";
import { evaluate, namesIn } from "./formulas.ts";
import { MAX_LIKES } from "./limits.ts";
import type { Expr, Program, Rule, Scheme } from "./model.ts";
import { makePlan, schemesOf, type Plan, type PlannedScheme } from "./plan.ts";
import { problem, type Problem } from "./problems.ts";

/** What a rule changes of its own track or lift so that successes and failures are counted anew. */
const COUNTS_ANEW: ReadonlySet<string> = new Set(["weight", "reps", "stage", "tm", "1rm"]);

/** A scheme as days use it: what it has in the end, the weeks it is trained in, stages it comes to. */
interface Use {
  readonly planned: PlannedScheme;
  readonly weeks: ReadonlySet<number>;
  readonly stages: ReadonlySet<number>;
}

type Schemes = ReadonlyMap<string, Scheme>;
type Uses = ReadonlyMap<string, Use>;

/** What has no effect in a program without problems, in no order. */
export function findWarnings(program: Program, marks: Marks): readonly Problem[] {
  const plan = makePlan(program);
  const schemes = schemesOf(program);
  const uses = usesOf(plan);
  const found = [...unused(program, marks, schemes)];
  for (const { track, line, column } of marks.slots) {
    if (!plan.tracks.has(track)) found.push(problem(line, column, "never_trained", track));
  }
  const head = marks.headers[0] ?? { line: 1, column: 1 };
  for (const [index, days] of plan.weeks.entries()) {
    if (days.length === 0) found.push(problem(head.line, head.column, "empty_week", String(index + 1)));
  }
  for (const { scope, line, at, column } of marks.lines) {
    if (line.type === "rule") {
      const why = usersOf(scope, schemes, uses, "rule").map((use) => hopeless(line, use, plan));
      if (why[0] && why.every(Boolean)) found.push(problem(at, column, "never", why[0]));
    } else if (line.type === "sets" && line.stage !== null) {
      const { stage } = line;
      const own = usersOf(scope, schemes, uses, "sets");
      if (own.length > 0 && own.every((use) => !use.stages.has(stage))) {
        found.push(problem(at, column, "stage_unreached", String(stage)));
      }
    }
  }
  return found;
}

function unused(program: Program, marks: Marks, schemes: Schemes): readonly Problem[] {
  const slots = program.blocks.flatMap((block) => (block.type === "day" ? block.slots : []));
  const lifts = new Set([
    ...slots.map((slot) => slot.lift),
    ...[...marks.names, ...marks.targets].map(([, mark]) => mark.name.split(".")[0]),
    ...program.blocks.flatMap((block) => (block.type === "lift" ? (block.tm_of ?? []) : [])),
  ]);
  const used = new Set(slots.flatMap((slot) => chain(slot.scheme, schemes)));
  return program.blocks.flatMap((block) => {
    if (block.type !== "lift" && block.type !== "scheme") return [];
    if ((block.type === "lift" ? lifts : used).has(block.name)) return [];
    const { line, column } = marks.placeOf(block.type, block.name);
    return problem(line, column, `unused_${block.type}`, block.name);
  });
}

/** A scheme and those it takes over from, nearest first. */
function chain(name: string | null, schemes: Schemes): readonly string[] {
  const found: string[] = [];
  let wanted = name === null ? undefined : schemes.get(name);
  while (wanted && found.length < MAX_LIKES) {
    found.push(wanted.name);
    wanted = wanted.like === null ? undefined : schemes.get(wanted.like);
  }
  return found;
}

function usesOf(plan: Plan): Uses {
  const planned = new Map<string, PlannedScheme>();
  const weeks = new Map<string, Set<number>>();
  for (const [index, days] of plan.weeks.entries()) {
    for (const { slot, scheme } of days.flatMap((day) => day.slots)) {
      if (slot.scheme === null) continue;
      planned.set(slot.scheme, scheme);
      weeks.set(slot.scheme, (weeks.get(slot.scheme) ?? new Set()).add(index + 1));
    }
  }
  // A rule may set the stage of another track, which is as good as coming to it.
  const actions = [...planned.values()].flatMap((one) => one.rules.flatMap((rule) => rule.actions));
  const is_set = actions.some((action) => action.target.split(".").at(-1) === "stage");
  return new Map(
    [...planned].map(([name, one]) => [name, { planned: one, weeks: weeks.get(name) ?? new Set(), stages: reached(one, is_set) }]),
  );
}

function reached(scheme: PlannedScheme, is_set: boolean): ReadonlySet<number> {
  const stages = scheme.stages.length > 0 ? scheme.stages : [1];
  if (is_set) return new Set(stages);
  const found = new Set(stages.slice(0, 1));
  // Rules lead one on or back to the first.
  for (const stage of stages) {
    const later = stages.find((one) => one > stage) ?? stage;
    const leads_on = scheme.rules.some(
      (rule) => (rule.stage ?? stage) === stage && rule.actions.some((action) => action.kind === "next_stage"),
    );
    if (found.has(stage) && leads_on) found.add(later);
  }
  return found;
}

/** Uses of schemes that have their rules (or sets) from this one. */
function usersOf(scope: string, schemes: Schemes, uses: Uses, type: "rule" | "sets"): readonly Use[] {
  const sourceOf = (name: string) => chain(name, schemes).find((one) => schemes.get(one)?.lines.some((line) => line.type === type));
  return [...uses].flatMap(([name, use]) => (sourceOf(name) === scope ? [use] : []));
}

/** Why a rule can never fire where it is used, or nothing. */
function hopeless(rule: Rule, use: Use, plan: Plan): string {
  const weeks = weeksOf(rule, use, plan);
  if (weeks.length === 0) {
    if (rule.weeks.length > 0 && rule.trigger === "cycle_end") return `a cycle ends with week ${plan.weeks.length}`;
    return rule.weeks.length > 0 ? "it is not trained in that week" : "all its weeks are deload weeks";
  }
  if (rule.stage !== null && !use.stages.has(rule.stage)) return `stage ${rule.stage} is never reached`;
  const { rules } = use.planned;
  if (rules.some((one) => countsAnew(one, rule, rules))) {
    return `another rule changes something before it comes ${rule.times} times in a row`;
  }
  return rule.when !== null && neverHolds(rule.when, rule, use, weeks) ? "its condition never holds" : "";
}

/** Weeks in which a rule could fire. */
function weeksOf(rule: Rule, use: Use, plan: Plan): readonly number[] {
  let weeks = rule.trigger === "cycle_end" ? [plan.weeks.length] : [...use.weeks];
  if (rule.trigger !== "cycle_end" && rule.trigger !== "week_end" && rule.weeks.length === 0) {
    weeks = weeks.filter((week) => !plan.deloads.has(week));
  }
  return weeks.filter((week) => rule.weeks.length === 0 || rule.weeks.includes(week));
}

/** Whether a rule fires on every outcome before enough have come in a row for another, and resets them. */
function countsAnew(one: Rule, rule: Rule, rules: readonly Rule[]): boolean {
  if (rule.trigger !== "success" && rule.trigger !== "failure") return false;
  const competes = (other: Rule) => !isSame(other, rule) && (other.trigger === rule.trigger || other.trigger === "done");
  const before = rules.slice(0, rules.indexOf(one));
  return (
    one.times < rule.times &&
    competes(one) &&
    one.when === null &&
    one.weeks.length === 0 &&
    (one.stage === null || one.stage === rule.stage) &&
    !before.some(competes) &&
    one.actions.some((action) => action.value === null || COUNTS_ANEW.has(action.target))
  );
}

/** Whether it is the same rule; the marks have it without its comments. */
function isSame(one: Rule, other: Rule): boolean {
  return one.actions === other.actions;
}

/** Whether a condition is false whatever happens: it hangs on nothing, or on few values that are known. */
function neverHolds(when: Expr, rule: Rule, use: Use, weeks: readonly number[]): boolean {
  const [name, ...others] = new Set(namesIn(when));
  if (others.length > 0) return false;
  const values = name === undefined ? [0] : valuesOf(name, rule, use, weeks);
  return values.length > 0 && !values.some((value) => holds(when, value));
}

function valuesOf(name: string, rule: Rule, use: Use, weeks: readonly number[]): readonly number[] {
  if (name === "week") return weeks;
  if (name === "stage") return rule.stage === null ? [...use.stages] : [rule.stage];
  if (name !== "reps" || use.planned.climb === null) return [];
  const [low, high] = use.planned.climb;
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

/** Whether a condition holds in either unit when every name in it has this value. */
function holds(when: Expr, value: number): boolean {
  return Boolean(evaluate(when, () => value, "kg")) || Boolean(evaluate(when, () => value, "lb"));
}
