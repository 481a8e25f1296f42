/** The lines of each block; the twin of the server's `read_lines.py`. */
import { QUANTITIES, type Marks } from "./checks.ts";
import { MAX_STAGES, MAX_WEEKS } from "./limits.ts";
import {
  PLAIN,
  setting,
  type Day,
  type Lift,
  type Scheme,
  type SchemeLine,
  type SetGroup,
  type SetLine,
  type Setting,
  type Slot,
  type Week,
} from "./model.ts";
import { trackKey } from "./plan.ts";
import { refuse } from "./problems.ts";
import { readSum, readWeight, type NameMark } from "./read-formulas.ts";
import { readRule, readWeeks } from "./read-rules.ts";
import { readGroups, readSeconds, readTempo } from "./read-sets.ts";
import type { Cursor } from "./tokens.ts";

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
export const TEXTS: readonly string[] = ["by", "goal", "level", "note", "source"];
/** The language that is read here. What changes its meaning, or adds to it, makes the number greater. */
const LANGUAGE = 1;
export const HEADER_LINES = [...TEXTS, "language", "days", "weeks", "once", "deload", "block"];
export const SCHEME_LINES = ["note", "on", "reps", "rest", "sets", "stage", "start", "tempo", "var", "warmup", "week"];

/** Read a line of the program block. */
export function readHeaderLine(cursor: Cursor): Setting {
  known(cursor, HEADER_LINES);
  const name = cursor.step().text;
  if (TEXTS.includes(name)) return setting(name, { text: cursor.text("a text in quotation marks") });
  if (name === "once") return setting(name);
  if (name === "language") {
    const { column, text } = cursor.now;
    const number = cursor.whole("the number of the language", 999);
    if (number > LANGUAGE) refuse(cursor.line, column, "language", text, String(LANGUAGE));
    return setting(name, { numbers: [number] });
  }
  if (name === "deload") return setting(name, { numbers: readWeeks(cursor) });
  if (name === "block") {
    const text = cursor.text("the block's name in quotation marks");
    return setting(name, { text, numbers: readWeeks(cursor) });
  }
  return setting(name, { numbers: [cursor.whole(`a number of ${name}`, name === "days" ? 14 : MAX_WEEKS)] });
}

/** Read: NAME = EXERCISE, step 5kg/10lb, tm 90%, tm of NAME, start FORMULA. */
export function readLift(cursor: Cursor, marks: Marks): Lift {
  const { column } = cursor.now;
  const name = cursor.word("a name for the lift");
  marks.place("lift", name, cursor.line, column);
  cursor.needs("=");
  const exercise = readExercise(cursor);
  const options: Partial<Lift>[] = [];
  const lift: Lift = { type: "lift", name, exercise, step: null, tm_pct: null, tm_of: null, start: null, trivia: PLAIN };
  while (cursor.takes(",")) {
    if (cursor.takes("step")) {
      options.push({ step: readWeight(cursor) });
    } else if (cursor.takes("start")) {
      const found: NameMark[] = [];
      options.push({ start: readSum(cursor, found) });
      marks.addNames("", found);
    } else if (cursor.takes("tm")) {
      options.push(readTrainingMax(cursor, marks));
    } else {
      cursor.fail("step, tm or start", ["step", "tm", "start"]);
    }
  }
  return Object.assign(lift, ...options) as Lift;
}

/** Read an exercise: a slug of the library, or any text in quotation marks. */
function readExercise(cursor: Cursor): string {
  return cursor.now.kind === "text" ? cursor.step().text : cursor.word("an exercise");
}

function readTrainingMax(cursor: Cursor, marks: Marks): Partial<Lift> {
  if (cursor.takes("of")) {
    const { column } = cursor.now;
    const tm_of = cursor.word("the name of another lift");
    marks.lifts.push({ name: tm_of, line: cursor.line, column });
    return { tm_of };
  }
  const tm_pct = cursor.number("a percentage of the 1RM, or 'of' another lift");
  cursor.needs("%");
  return { tm_pct };
}

/** Read: NAME, or NAME like OTHER. */
export function readScheme(cursor: Cursor, marks: Marks): Scheme {
  const name_column = cursor.now.column;
  const name = cursor.word("a name for the scheme");
  marks.place("scheme", name, cursor.line, name_column);
  const scheme: Scheme = { type: "scheme", name, like: null, lines: [], trivia: PLAIN };
  if (!cursor.takes("like")) return scheme;
  const { column } = cursor.now;
  const like = cursor.word("the name of another scheme");
  marks.schemes.push({ name: like, line: cursor.line, column });
  return { ...scheme, like };
}

/** Read a line of a scheme. */
export function readSchemeLine(cursor: Cursor, marks: Marks, scope: string): SchemeLine {
  known(cursor, SCHEME_LINES);
  const start = cursor.step();
  const found: NameMark[] = [];
  const targets: NameMark[] = [];
  const line = schemeLine(cursor, start.text, found, targets);
  marks.addNames(scope, found);
  for (const mark of targets) marks.targets.push([scope, mark]);
  marks.lines.push({ scope, line: line, at: cursor.line, column: start.column });
  return line;
}

function setLine(
  weeks: readonly number[],
  stage: number | null,
  groups: readonly SetGroup[],
  exercise: string | null = null,
): SetLine {
  return { type: "sets", weeks, stage, groups, exercise, trivia: PLAIN };
}

function schemeLine(cursor: Cursor, name: string, found: NameMark[], targets: NameMark[]): SchemeLine {
  switch (name) {
    case "on":
      return readRule(cursor, found, targets, QUANTITIES);
    case "sets":
      return setLine([], null, readGroups(cursor, found));
    case "stage": {
      const stage = cursor.whole("the number of the stage", MAX_STAGES);
      const exercise = cursor.takes("with") ? readExercise(cursor) : null;
      const weeks = cursor.takes("week") ? readWeeks(cursor) : [];
      return setLine(weeks, stage, afterColon(cursor, found), exercise);
    }
    case "week":
      return setLine(readWeeks(cursor), null, afterColon(cursor, found));
    case "warmup":
      return { type: "warm_up", groups: cursor.takes("auto") ? [] : readGroups(cursor, found), trivia: PLAIN };
    case "var": {
      const variable = cursor.word("a name for the variable");
      cursor.needs("=");
      return { type: "variable", name: variable, value: readSum(cursor, found), trivia: PLAIN };
    }
    case "rest":
      return setting(name, { numbers: [readSeconds(cursor)] });
    case "tempo":
      return setting(name, { text: readTempo(cursor) });
    case "start":
      return setting(name, { formula: readSum(cursor, found) });
    case "note":
      return setting(name, { text: cursor.text("a text in quotation marks") });
    default: {
      const low = cursor.whole("the fewest reps", 100);
      cursor.needs("to");
      return setting(name, { numbers: [low, cursor.whole("the most reps", 100, low)] });
    }
  }
}

function afterColon(cursor: Cursor, found: NameMark[]): readonly SetGroup[] {
  cursor.needs(":");
  return cursor.takes("none") ? [] : readGroups(cursor, found);
}

/** Read the weeks that the days below belong to. */
export function readWeeksBlock(cursor: Cursor, marks: Marks): Week {
  const { column } = cursor.now;
  const weeks = readWeeks(cursor);
  marks.weeks.push({ weeks, line: cursor.line, column });
  return { type: "week", weeks, trivia: PLAIN };
}

/** Read: NAME, or NAME on monday. */
export function readDay(cursor: Cursor, marks: Marks, place: number): Day {
  marks.place("day", place, cursor.line, cursor.now.column);
  if (!["word", "number", "text"].includes(cursor.now.kind)) cursor.fail("a name for the day");
  const day: Day = { type: "day", name: cursor.step().text, weekday: null, slots: [], trivia: PLAIN };
  if (!cursor.takes("on")) return day;
  if (!cursor.sees(...WEEKDAYS)) cursor.fail("a weekday such as monday", WEEKDAYS);
  return { ...day, weekday: WEEKDAYS.indexOf(cursor.step().text) + 1 };
}

/** Read: LIFT SCHEME [as LABEL], or LIFT [as LABEL]: SETS; then superset, rest and note. */
export function readSlot(cursor: Cursor, marks: Marks): Slot {
  const { column } = cursor.now;
  const lift = cursor.word("the name of a lift");
  marks.lifts.push({ name: lift, line: cursor.line, column });
  let slot: Slot = { lift, scheme: null, groups: [], label: null, superset: null, rest_s: null, note: null, trivia: PLAIN };
  if (cursor.now.kind === "word" && !cursor.sees("as")) {
    const token = cursor.step();
    slot = { ...slot, scheme: token.text };
    marks.schemes.push({ name: token.text, line: cursor.line, column: token.column });
  }
  if (cursor.takes("as")) slot = { ...slot, label: cursor.word("a label") };
  if (slot.scheme === null) {
    if (!cursor.sees(":")) cursor.fail("a scheme, or ':' and sets");
    cursor.step();
    const found: NameMark[] = [];
    slot = { ...slot, groups: readGroups(cursor, found) };
    marks.addNames("", found);
  }
  while (cursor.takes(";")) slot = { ...slot, ...readSlotOption(cursor) };
  marks.slots.push({ track: trackKey(slot), line: cursor.line, column });
  return slot;
}

function readSlotOption(cursor: Cursor): Partial<Slot> {
  if (cursor.takes("superset")) return { superset: cursor.word("a letter or name for the superset") };
  if (cursor.takes("rest")) return { rest_s: readSeconds(cursor) };
  if (cursor.takes("note")) return { note: cursor.text("a text in quotation marks") };
  return cursor.fail("superset, rest or note", ["superset", "rest", "note"]);
}

function known(cursor: Cursor, names: readonly string[]): void {
  if (!cursor.sees(...names)) cursor.fail(names.join(", "), names, "unknown_line");
}
