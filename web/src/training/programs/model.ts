/** What a program is: lifts, schemes of sets and rules, weeks and days; the twin of the server's `model.py`. */
export type Goal = "reps" | "amrap" | "max" | "rm" | "climb" | "seconds" | "metres" | "total";
export type LoadKind = "work" | "percent" | "fixed" | "ask" | "bodyweight" | "effort" | "formula";
export type GroupKind = "working" | "drop" | "back_off";
export type Trigger = "success" | "failure" | "done" | "week_end" | "cycle_end";
export type ActionKind = "add" | "subtract" | "set" | "next_stage" | "first_stage";

/** Comments and blank lines (empty strings) before a line, and the comment at its end. */
export interface Trivia {
  readonly lead: readonly string[];
  readonly trail: string;
}

/** A weight in one unit or in both; the author decides what is a round number where. */
export interface Weight {
  readonly kg: number | null;
  readonly lb: number | null;
}

/** A formula: `op` with its operands, a number, a weight, or a name. */
export interface Expr {
  readonly op: string;
  readonly args: readonly Expr[];
  readonly number: number;
  readonly name: string;
  readonly weight: Weight | null;
}

/** Where a set's weight comes from; `of` is empty for the lift's own TM, or its 1RM without one. */
export interface Load {
  readonly kind: LoadKind;
  readonly percent: number;
  readonly of: string;
  readonly weight: Weight | null;
  readonly formula: Expr | null;
}

/** `sets` alike sets. `low`–`high` are reps, seconds, metres or the total, as `goal` says. */
export interface SetGroup {
  readonly sets: number;
  readonly goal: Goal;
  readonly low: number;
  readonly high: number;
  readonly load: Load;
  readonly ramp_pct: number | null;
  readonly rpe: number | null;
  readonly rir: number | null;
  readonly kind: GroupKind;
  readonly rest_s: number | null;
  readonly tempo: string | null;
  readonly label: string | null;
}

/** Sets of a scheme: always, in some weeks, in one stage, or both; no groups is a week off. */
export interface SetLine {
  readonly type: "sets";
  readonly weeks: readonly number[];
  readonly stage: number | null;
  readonly groups: readonly SetGroup[];
  /** A stage may have an exercise of its own, as the steps of a bodyweight ladder do. */
  readonly exercise: string | null;
  readonly trivia: Trivia;
}

/** One change: `target` is a quantity of the track, of its lift, or of another lift. */
export interface Action {
  readonly kind: ActionKind;
  readonly target: string;
  readonly value: Expr | null;
  readonly is_percent: boolean;
}

/** When `trigger` comes (`times` in a row, in these weeks, in this stage, while `when` holds): act. */
export interface Rule {
  readonly type: "rule";
  readonly trigger: Trigger;
  readonly times: number;
  readonly weeks: readonly number[];
  readonly stage: number | null;
  readonly when: Expr | null;
  readonly actions: readonly Action[];
  readonly trivia: Trivia;
}

/** A number of the track that rules remember something in. */
export interface Variable {
  readonly type: "variable";
  readonly name: string;
  readonly value: Expr;
  readonly trivia: Trivia;
}

/** Warm-up sets; no groups means the general rule. */
export interface WarmUp {
  readonly type: "warm_up";
  readonly groups: readonly SetGroup[];
  readonly trivia: Trivia;
}

/** A line with a name and one value: a text, seconds, numbers, or a formula. */
export interface Setting {
  readonly type: "setting";
  readonly name: string;
  readonly text: string;
  readonly numbers: readonly number[];
  readonly formula: Expr | null;
  readonly trivia: Trivia;
}

export type SchemeLine = SetLine | Rule | Variable | WarmUp | Setting;

export interface Header {
  readonly type: "program";
  readonly title: string;
  readonly lines: readonly Setting[];
  readonly trivia: Trivia;
}

/** A name for an exercise, with its step and training max. */
export interface Lift {
  readonly type: "lift";
  readonly name: string;
  readonly exercise: string;
  readonly step: Weight | null;
  readonly tm_pct: number | null;
  readonly tm_of: string | null;
  readonly start: Expr | null;
  readonly trivia: Trivia;
}

/** Sets and rules under a name, for any number of lifts; `like` takes over what is not written anew. */
export interface Scheme {
  readonly type: "scheme";
  readonly name: string;
  readonly like: string | null;
  readonly lines: readonly SchemeLine[];
  readonly trivia: Trivia;
}

/** One place in a day: a lift with a scheme, or with sets of its own (then without rules). */
export interface Slot {
  readonly lift: string;
  readonly scheme: string | null;
  readonly groups: readonly SetGroup[];
  readonly label: string | null;
  readonly superset: string | null;
  readonly rest_s: number | null;
  readonly note: string | null;
  readonly trivia: Trivia;
}

/** The days below belong to these weeks. */
export interface Week {
  readonly type: "week";
  readonly weeks: readonly number[];
  readonly trivia: Trivia;
}

/** A training day, in turn or on a weekday (1 = Monday … 7 = Sunday). */
export interface Day {
  readonly type: "day";
  readonly name: string;
  readonly weekday: number | null;
  readonly slots: readonly Slot[];
  readonly trivia: Trivia;
}

export type Block = Header | Lift | Scheme | Week | Day;

/** A whole program; `tail` are the comments after its last line. */
export interface Program {
  readonly blocks: readonly Block[];
  readonly tail: readonly string[];
}

export const PLAIN: Trivia = { lead: [], trail: "" };
export const WORK_LOAD: Load = { kind: "work", percent: 0, of: "", weight: null, formula: null };

/** A formula's node, with what is not given left empty. */
export function expr(op: string, rest: Partial<Omit<Expr, "op">> = {}): Expr {
  return { op, args: [], number: 0, name: "", weight: null, ...rest };
}

/** A setting, with what is not given left empty. */
export function setting(name: string, rest: Partial<Omit<Setting, "name" | "type">> = {}): Setting {
  return { type: "setting", name, text: "", numbers: [], formula: null, trivia: PLAIN, ...rest };
}
