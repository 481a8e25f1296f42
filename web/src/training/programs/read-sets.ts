/** Sets as lifters write them: 5x5, 3x8-12, 5+@85%, 3x5@rpe 8; the twin of the server's `read_sets.py`. */
import { MAX_COUNT, MAX_GROUPS, MAX_NUMBER, MAX_SETS } from "./limits.ts";
import { WORK_LOAD, type Goal, type SetGroup } from "./model.ts";
import { refuse } from "./problems.ts";
import { readFormula, readName, readWeight, type NameMark } from "./read-formulas.ts";
import type { Cursor } from "./tokens.ts";

const MODIFIERS = ["ramp", "rpe", "rir", "rest", "tempo", "drop", "backoff"];
const AFTER_REPS = "'@', another set after a comma, or the end of the line";

/** Read sets separated by commas. */
export function readGroups(cursor: Cursor, marks: NameMark[]): readonly SetGroup[] {
  const groups = [readGroup(cursor, marks)];
  while (cursor.sees(",")) {
    const comma = cursor.step();
    if (groups.length === MAX_GROUPS) tooMany(cursor, comma.column, `${MAX_GROUPS} different sets`);
    groups.push(readGroup(cursor, marks));
    if (groups.reduce((sum, group) => sum + group.sets, 0) > MAX_SETS) tooMany(cursor, comma.column, `${MAX_SETS} sets`);
  }
  return groups;
}

function tooMany(cursor: Cursor, column: number, most: string): never {
  return refuse(cursor.line, column, "too_large", "too many sets", most);
}

function readGroup(cursor: Cursor, marks: NameMark[]): SetGroup {
  let sets = 1;
  if (cursor.now.kind === "number" && cursor.after.text === "x") {
    sets = cursor.whole("a number of sets", MAX_COUNT);
    cursor.step();
  }
  const group: SetGroup = {
    sets,
    ...readGoal(cursor),
    load: WORK_LOAD,
    ramp_pct: null,
    rpe: null,
    rir: null,
    kind: "working",
    rest_s: null,
    tempo: null,
    label: null,
  };
  return readModifiers(cursor, cursor.takes("@") ? readLoad(cursor, group, marks) : group);
}

function readGoal(cursor: Cursor): Pick<SetGroup, "goal" | "low" | "high"> {
  if (cursor.takes("max")) return { goal: "max", low: 1, high: 1 };
  if (cursor.takes("reps")) return { goal: "climb", low: 1, high: 1 };
  const start = cursor.now;
  const low = cursor.number("a number of reps");
  let high = low;
  if (cursor.takes("-")) {
    high = cursor.number("the upper end of the range");
    if (high < low) refuse(cursor.line, start.column, "range", start.text);
  }
  const { goal, factor } = readUnit(cursor);
  const is_whole = Number.isInteger(low) && Number.isInteger(high);
  if (low * factor < 1 || (goal !== "seconds" && goal !== "metres" && !is_whole)) {
    refuse(cursor.line, start.column, "expected", start.text, "a whole number from 1");
  }
  return { goal, low: low * factor, high: high * factor };
}

function readUnit(cursor: Cursor): { goal: Goal; factor: number } {
  if (cursor.sees("s", "sec", "min")) return { goal: "seconds", factor: cursor.step().text === "min" ? 60 : 1 };
  if (cursor.sees("m", "km")) return { goal: "metres", factor: cursor.step().text === "km" ? 1000 : 1 };
  if (cursor.takes("total")) return { goal: "total", factor: 1 };
  if (cursor.takes("rm")) return { goal: "rm", factor: 1 };
  return { goal: cursor.takes("+") ? "amrap" : "reps", factor: 1 };
}

function readLoad(cursor: Cursor, group: SetGroup, marks: NameMark[]): SetGroup {
  if (cursor.takes("ask")) return { ...group, load: { ...WORK_LOAD, kind: "ask" } };
  if (cursor.takes("bw")) return { ...group, load: { ...WORK_LOAD, kind: "bodyweight" } };
  if (cursor.sees("rpe", "rir")) return { ...group, load: { ...WORK_LOAD, kind: "effort" }, ...readEffort(cursor) };
  if (cursor.takes("(")) {
    const formula = readFormula(cursor, marks);
    cursor.needs(")");
    return { ...group, load: { ...WORK_LOAD, kind: "formula", formula } };
  }
  if (cursor.now.kind === "number" && ["kg", "lb"].includes(cursor.after.text)) {
    return { ...group, load: { ...WORK_LOAD, kind: "fixed", weight: readWeight(cursor) } };
  }
  const percent = cursor.number("a load such as 75%, 60kg/135lb, rpe 8, ask or bw");
  cursor.needs("%");
  if (percent > 1000) tooMany(cursor, cursor.now.column, "1000 %");
  const of = cursor.takes("of") ? readName(cursor, "what it is a share of", marks) : "";
  return { ...group, load: { ...WORK_LOAD, kind: "percent", percent, of } };
}

function readEffort(cursor: Cursor): Partial<SetGroup> {
  const name = cursor.step().text;
  const token = cursor.now;
  const value = cursor.number(`a number behind ${name}`);
  const least = name === "rpe" ? 1 : 0;
  if (value < least || value > 10 || (value * 2) % 1 !== 0) {
    refuse(cursor.line, token.column, "expected", token.text, `${least}–10 in half steps`);
  }
  return name === "rpe" ? { rpe: value } : { rir: value };
}

type Modifier = (cursor: Cursor) => Partial<SetGroup>;

function afterWord(change: Modifier): Modifier {
  return (cursor) => {
    cursor.step();
    return change(cursor);
  };
}

const READERS: Readonly<Record<string, Modifier>> = {
  ramp: afterWord((cursor) => {
    const ramp_pct = cursor.number("a percentage between two sets");
    cursor.needs("%");
    return { ramp_pct };
  }),
  rpe: readEffort,
  rir: readEffort,
  rest: afterWord((cursor) => ({ rest_s: readSeconds(cursor) })),
  tempo: afterWord((cursor) => ({ tempo: readTempo(cursor) })),
  drop: afterWord(() => ({ kind: "drop" })),
  backoff: afterWord(() => ({ kind: "back_off" })),
};

function readModifiers(cursor: Cursor, group: SetGroup): SetGroup {
  const found: Partial<SetGroup>[] = [];
  for (;;) {
    const read = cursor.now.kind === "word" ? READERS[cursor.now.text] : undefined;
    if (cursor.now.kind === "text") found.push({ label: cursor.step().text });
    else if (read) found.push(read(cursor));
    else if (cursor.now.kind === "word" || cursor.now.kind === "number") cursor.fail(AFTER_REPS, MODIFIERS);
    else return Object.assign(group, ...found) as SetGroup;
  }
}

/** Read a time: 90s or 3min. */
export function readSeconds(cursor: Cursor): number {
  const number = cursor.number("a time such as 90s or 3min");
  if (!cursor.sees("s", "sec", "min")) cursor.fail("'s' or 'min'", ["s", "min"]);
  const seconds = cursor.step().text === "min" ? number * 60 : number;
  if (!Number.isInteger(seconds) || seconds > MAX_NUMBER) tooMany(cursor, cursor.now.column, "whole seconds");
  return seconds;
}

/** Read a tempo: seconds down, pause, up, pause, as in 4-0-2-0. */
export function readTempo(cursor: Cursor): string {
  const parts = [cursor.whole("a tempo such as 4-0-2-0", 60, 0)];
  for (let more = 0; more < 3; more += 1) {
    cursor.needs("-");
    parts.push(cursor.whole("seconds", 60, 0));
  }
  return parts.join("-");
}
