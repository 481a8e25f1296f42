/** Changes to lifts and schemes: what is lifted, by which sets, and what changes by what was lifted. */
import {
  PLAIN,
  setting,
  type Block,
  type Lift,
  type Program,
  type Rule,
  type Scheme,
  type SchemeLine,
  type SetGroup,
  type SetLine,
  type Setting,
  type Slot,
  type Trivia,
} from "@/training/programs/model.ts";
import { OWN_SETS, schemesOf } from "@/training/programs/plan.ts";
import { readDraft } from "@/training/programs/read-text.ts";
import { writeProgram } from "@/training/programs/write-text.ts";
import { freshName, liftNameFor, liftNames, schemeNames, toName } from "./names.ts";
import { addSlot, changeSlot, insertBlocks, withBlock, withoutBlocks } from "./program-edits.ts";

const APART: Trivia = { lead: [""], trail: "" };

export function liftOf(program: Program, name: string): Lift | undefined {
  return program.blocks.find((block) => block.type === "lift" && block.name === name) as Lift | undefined;
}

export function schemeOf(program: Program, name: string | null): Scheme | undefined {
  return program.blocks.find((block) => block.type === "scheme" && block.name === name) as Scheme | undefined;
}

/** The lift of an exercise, made where there is none; its name comes with it. */
export function withLiftFor(program: Program, exercise: string, fields: Partial<Lift> = {}): { program: Program; name: string } {
  const there = program.blocks.find((block) => block.type === "lift" && block.exercise === exercise);
  if (there?.type === "lift") return { program, name: there.name };
  const name = freshName(liftNameFor(exercise), liftNames(program));
  const last = program.blocks.findLastIndex((block) => block.type === "lift");
  const after = last === -1 ? program.blocks.findIndex((block) => block.type === "program") : last;
  const lift: Lift = {
    type: "lift",
    name,
    exercise,
    step: null,
    tm_pct: null,
    tm_of: null,
    start: null,
    trivia: last === -1 ? APART : PLAIN,
    ...fields,
  };
  return { program: insertBlocks(program, after + 1, [lift]), name };
}

export function changeLift(program: Program, name: string, fields: Partial<Omit<Lift, "type" | "name">>): Program {
  const at = program.blocks.findIndex((block) => block.type === "lift" && block.name === name);
  const lift = program.blocks[at];
  return lift?.type === "lift" ? withBlock(program, at, { ...lift, ...fields }) : program;
}

/** Put an exercise of the lifter in the place of one that is not known, in lifts and in stages. */
export function replaceExercise(program: Program, text: string, exercise: string): Program {
  const blocks = program.blocks.map((block): Block => {
    if (block.type === "lift" && block.exercise === text) return { ...block, exercise };
    if (block.type !== "scheme") return block;
    return {
      ...block,
      lines: block.lines.map((line) => (line.type === "sets" && line.exercise === text ? { ...line, exercise } : line)),
    };
  });
  return { ...program, blocks };
}

/** A slot of an exercise with sets of its own, at the end of a day. */
export function addExercise(
  program: Program,
  at: number,
  exercise: string,
  groups: readonly SetGroup[],
  fields: Partial<Lift> = {},
): Program {
  const before = program.blocks.length;
  const made = withLiftFor(program, exercise, fields);
  // Lifts stand before the days, as a rule: a new one moves them down by one.
  const place =
    made.program.blocks[at]?.type === "day" && made.program.blocks.length === before ? at : placeOf(program, made.program, at);
  const slot: Slot = {
    lift: made.name,
    scheme: null,
    groups,
    label: null,
    superset: null,
    rest_s: null,
    note: null,
    trivia: PLAIN,
  };
  return addSlot(made.program, place, unlabelled(made.program, place, slot));
}

/** Where the block that stood at `at` stands now. */
function placeOf(before: Program, after: Program, at: number): number {
  const block = before.blocks[at];
  return block ? after.blocks.indexOf(block) : at;
}

/** The same lift twice with sets of its own in one day would be one track; a label keeps them apart. */
function unlabelled(program: Program, at: number, slot: Slot): Slot {
  const day = program.blocks[at];
  const taken =
    day?.type === "day" ? day.slots.filter((one) => one.lift === slot.lift).map((one) => one.label ?? one.scheme ?? OWN_SETS) : [];
  return taken.includes(OWN_SETS) ? { ...slot, label: freshName("more", taken) } : slot;
}

function changeScheme(program: Program, name: string, change: (lines: readonly SchemeLine[]) => readonly SchemeLine[]): Program {
  const at = program.blocks.findIndex((block) => block.type === "scheme" && block.name === name);
  const scheme = program.blocks[at];
  if (scheme?.type !== "scheme") return program;
  return withBlock(program, at, { ...scheme, like: null, lines: change(linesOf(program, scheme)) });
}

/** All lines of a scheme, those it takes over from another one included. */
export function linesOf(program: Program, scheme: Scheme): readonly SchemeLine[] {
  const schemes = schemesOf(program);
  const chain = [scheme];
  for (let like = scheme.like; like !== null;) {
    const other: Scheme | undefined = schemes.get(like);
    if (!other || chain.includes(other)) break;
    chain.push(other);
    like = other.like;
  }
  return chain.reduceRight<readonly SchemeLine[]>(
    (taken, one) => [...taken.filter((line) => !replaces(one, line)), ...one.lines],
    [],
  );
}

/** Whether what a scheme writes itself takes the place of a line it took over. */
function replaces(scheme: Scheme, line: SchemeLine): boolean {
  if (line.type === "variable") return false;
  return scheme.lines.some((own) => own.type === line.type && (own.type !== "setting" || own.name === (line as Setting).name));
}

/** Change a line of sets: its groups, weeks or stage; `index` counts the scheme's lines of sets. */
export function changeSetLine(program: Program, name: string, index: number, fields: Partial<Omit<SetLine, "type">>): Program {
  return changeScheme(program, name, (lines) => {
    let seen = -1;
    return lines.map((line) => {
      if (line.type !== "sets") return line;
      seen += 1;
      return seen === index ? { ...line, ...fields } : line;
    });
  });
}

export function addSetLine(program: Program, name: string, line: Pick<SetLine, "groups" | "weeks" | "stage">): Program {
  return changeScheme(program, name, (lines) => {
    const last = lines.findLastIndex((one) => one.type === "sets");
    return lines.toSpliced(last + 1, 0, { type: "sets", exercise: null, trivia: PLAIN, ...line });
  });
}

export function removeSetLine(program: Program, name: string, index: number): Program {
  return changeScheme(program, name, (lines) => {
    let seen = -1;
    return lines.filter((line) => line.type !== "sets" || ++seen !== index);
  });
}

/** Rules in the place of those there are. */
export function setRules(program: Program, name: string, rules: readonly Rule[]): Program {
  return changeScheme(program, name, (lines) => [...lines.filter((line) => line.type !== "rule"), ...rules]);
}

/** A setting of a scheme (`rest`, `tempo`, `note`, `reps`, `start`), or without it. */
export function setSchemeSetting(
  program: Program,
  name: string,
  key: string,
  fields: Partial<Omit<Setting, "name" | "type">> | null,
): Program {
  return changeScheme(program, name, (lines) => {
    const at = lines.findIndex((line) => line.type === "setting" && line.name === key);
    const found = lines[at];
    if (fields === null) return lines.filter((_, place) => place !== at);
    const made = setting(key, { ...(found ? { trivia: found.trivia } : {}), ...fields });
    return at === -1 ? [made, ...lines] : lines.with(at, made);
  });
}

/** How a scheme warms up: by the general rule, or not at all. */
export function setWarmUp(program: Program, name: string, on: boolean): Program {
  return changeScheme(program, name, (lines) => {
    const others = lines.filter((line) => line.type !== "warm_up");
    return on ? [{ type: "warm_up", groups: [], trivia: PLAIN }, ...others] : others;
  });
}

/** Which lifts train by a scheme. */
export function liftsBy(program: Program, scheme: string): readonly string[] {
  const slots = program.blocks.flatMap((block) => (block.type === "day" ? block.slots : []));
  return [...new Set(slots.filter((slot) => slot.scheme === scheme).map((slot) => slot.lift))];
}

/** A scheme of its own for a slot with sets of its own, so that it can have rules; its track stays the same. */
export function toScheme(program: Program, at: number, index: number): { program: Program; name: string } {
  const day = program.blocks[at];
  const slot = day?.type === "day" ? day.slots[index] : undefined;
  if (!slot) return { program, name: "" };
  if (slot.scheme !== null) return { program, name: slot.scheme };
  const name = freshName(toName(`${slot.lift}-sets`, "sets"), schemeNames(program));
  const line: SetLine = { type: "sets", weeks: [], stage: null, exercise: null, groups: slot.groups, trivia: PLAIN };
  const scheme: Scheme = { type: "scheme", name, like: null, lines: [line], trivia: APART };
  const own_key = slot.label ?? OWN_SETS;
  // Other days that train this very track by the same sets go along: they are one progression.
  const same = (one: Slot) =>
    one.scheme === null && one.lift === slot.lift && (one.label ?? OWN_SETS) === own_key && sameGroups(one, slot);
  const moved: Program = {
    ...program,
    blocks: program.blocks.map((block) =>
      block.type === "day"
        ? { ...block, slots: block.slots.map((one) => (same(one) ? { ...one, scheme: name, groups: [] } : one)) }
        : block,
    ),
  };
  return { program: insertBlocks(moved, schemePlace(moved), [scheme]), name };
}

function sameGroups(one: Slot, other: Slot): boolean {
  return JSON.stringify(one.groups) === JSON.stringify(other.groups);
}

/** Behind the last scheme, else before the first day or week. */
function schemePlace(program: Program): number {
  const last = program.blocks.findLastIndex((block) => block.type === "scheme");
  if (last !== -1) return last + 1;
  const first = program.blocks.findIndex((block) => block.type === "day" || block.type === "week");
  return first === -1 ? program.blocks.length : first;
}

/** A copy of a scheme for one lift alone, wherever it trains by it; the track keeps its name, and so its progress. */
export function forkScheme(program: Program, lift: string, scheme: string): { program: Program; name: string } {
  const found = schemeOf(program, scheme);
  if (!found) return { program, name: scheme };
  const name = freshName(toName(`${lift}-${scheme}`, scheme), schemeNames(program));
  const copy: Scheme = { ...found, name, trivia: APART };
  const inserted = insertBlocks(program, program.blocks.indexOf(found) + 1, [copy]);
  const blocks = inserted.blocks.map((block) => {
    if (block.type !== "day") return block;
    const slots = block.slots.map((slot) =>
      slot.lift === lift && slot.scheme === scheme ? { ...slot, scheme: name, label: slot.label ?? scheme } : slot,
    );
    return { ...block, slots };
  });
  return { program: { ...inserted, blocks }, name };
}

/** Give a slot a scheme there is; its own sets are dropped. */
export function giveScheme(program: Program, at: number, index: number, scheme: string): Program {
  return changeSlot(program, at, index, { scheme, groups: [] });
}

/** Without lifts and schemes that nothing names any more. */
export function withoutUnused(program: Program): Program {
  const unused = program.blocks.flatMap((block, at) => {
    if (block.type !== "lift" && block.type !== "scheme") return [];
    const others = writeProgram({ blocks: program.blocks.filter((_, place) => place !== at), tail: [] });
    const name = new RegExp(`(?<![\\w-])${block.name}(?![\\w-])`);
    return name.test(others.replaceAll(/#.*$|"[^"]*"/gm, "")) ? [] : [at];
  });
  return unused.length === 0 ? program : withoutUnused(withoutBlocks(program, unused));
}

/** Lines of a scheme from their text: what the builder offers is written in the language itself. */
export function schemeLines(lines: readonly string[]): readonly SchemeLine[] {
  const text = `program "x"\nlift a = a, tm 90%\nscheme s\n${lines.map((line) => `  ${line}\n`).join("")}`;
  const scheme = readDraft(text).program?.blocks.find((block) => block.type === "scheme");
  return scheme?.type === "scheme" ? scheme.lines : [];
}

/** Sets from their text, such as 3x5 or 5+@85%. */
export function groupsFrom(text: string): readonly SetGroup[] {
  const [line] = schemeLines([`sets ${text}`]);
  return line?.type === "sets" ? line.groups : [];
}
