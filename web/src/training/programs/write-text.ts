/** From program to text: the one canonical way to write it, comments kept; the twin of the server's `write_text.py`. */
import { formulaText, weightText } from "./formulas.ts";
import type { Action, Block, Lift, Load, Program, Rule, SchemeLine, SetGroup, SetLine, Setting, Slot, Trivia } from "./model.ts";
import { written } from "./numbers.ts";
import { TEXTS, WEEKDAYS } from "./read-lines.ts";
import { endWords } from "./read-rules.ts";

const BARE = /^[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*$/;
const DIGITS = /^[0-9]{1,4}$/;

/** The program's text; reading it gives the same program again. */
export function writeProgram(program: Program): string {
  return `${[...program.blocks.flatMap(blockLines), ...program.tail].join("\n")}\n`;
}

/** All lines of a block, with the comments and blank lines before it. */
export function blockLines(block: Block): readonly string[] {
  return [
    ...withTrivia("", blockHead(block), block.trivia),
    ...parts(block).flatMap(([text, trivia]) => withTrivia("  ", text, trivia)),
  ];
}

function withTrivia(indent: string, text: string, trivia: Trivia): readonly string[] {
  const lead = trivia.lead.map((line) => (line ? `${indent}${line}` : ""));
  return [...lead, trivia.trail ? `${indent}${text}  ${trivia.trail}` : `${indent}${text}`];
}

function parts(block: Block): readonly (readonly [string, Trivia])[] {
  if (block.type === "program") return block.lines.map((line) => [headerLineText(line), line.trivia]);
  if (block.type === "scheme") return block.lines.map((line) => [schemeLineText(line), line.trivia]);
  return block.type === "day" ? block.slots.map((slot) => [slotText(slot), slot.trivia]) : [];
}

/** The line that begins a block. */
export function blockHead(block: Block): string {
  switch (block.type) {
    case "program":
      return `program "${block.title}"`;
    case "lift":
      return liftText(block);
    case "scheme":
      return block.like ? `scheme ${block.name} like ${block.like}` : `scheme ${block.name}`;
    case "week":
      return `week ${weeksText(block.weeks)}`;
    case "day": {
      const name = DIGITS.test(block.name) ? block.name : nameText(block.name);
      return block.weekday ? `day ${name} on ${WEEKDAYS[block.weekday - 1]}` : `day ${name}`;
    }
  }
}

function liftText(lift: Lift): string {
  let text = `lift ${lift.name} = ${nameText(lift.exercise)}`;
  if (lift.step) text += `, step ${weightText(lift.step)}`;
  if (lift.tm_pct !== null) text += `, tm ${written(lift.tm_pct)}%`;
  if (lift.tm_of) text += `, tm of ${lift.tm_of}`;
  return lift.start ? `${text}, start ${formulaText(lift.start)}` : text;
}

function nameText(text: string): string {
  return BARE.test(text) ? text : `"${text}"`;
}

/** 1-3,5 for [1, 2, 3, 5]. */
export function weeksText(weeks: readonly number[]): string {
  const found: string[] = [];
  let [first = 0] = weeks;
  let last = first;
  for (const week of [...weeks.slice(1), 0]) {
    if (week !== last + 1) {
      found.push(last > first ? `${first}-${last}` : `${first}`);
      first = week;
    }
    last = week;
  }
  return found.join(",");
}

/** A line of the program block. */
export function headerLineText(line: Setting): string {
  if (TEXTS.includes(line.name)) return `${line.name} "${line.text}"`;
  if (line.name === "once") return line.name;
  const weeks = weeksText(line.numbers);
  return line.name === "block" ? `block "${line.text}" ${weeks}` : `${line.name} ${weeks}`;
}

/** A line of a scheme. */
export function schemeLineText(line: SchemeLine): string {
  switch (line.type) {
    case "sets":
      return setLineText(line);
    case "rule":
      return ruleText(line);
    case "variable":
      return `var ${line.name} = ${formulaText(line.value)}`;
    case "warm_up":
      return `warmup ${line.groups.length > 0 ? groupsText(line.groups) : "auto"}`;
    case "setting":
      return settingText(line);
  }
}

function settingText(line: Setting): string {
  const [first = 0, second = 0] = line.numbers;
  if (line.formula !== null) return `${line.name} ${formulaText(line.formula)}`;
  if (line.name === "note") return `note "${line.text}"`;
  if (line.name === "rest") return `rest ${secondsText(first)}`;
  return line.name === "tempo" ? `tempo ${line.text}` : `reps ${first} to ${second}`;
}

function setLineText(line: SetLine): string {
  const groups = line.groups.length > 0 ? groupsText(line.groups) : "none";
  if (line.stage === null && line.weeks.length === 0) return `sets ${groups}`;
  const weeks = line.weeks.length > 0 ? `week ${weeksText(line.weeks)}` : "";
  if (line.stage === null) return `${weeks}: ${groups}`;
  const exercise = line.exercise === null ? "" : ` with ${nameText(line.exercise)}`;
  return `stage ${line.stage}${exercise}${weeks ? ` ${weeks}` : ""}: ${groups}`;
}

/** A rule, with the condition in the trigger's place where that is what fires it. */
export function ruleText(rule: Rule): string {
  const condition = rule.trigger === "done" ? rule.when : null;
  let text = `on ${condition ? formulaText(condition) : endWords(rule.trigger)}`;
  if (rule.times > 1) text += ` ${rule.times} times`;
  if (rule.weeks.length > 0) text += ` in week ${weeksText(rule.weeks)}`;
  if (rule.stage !== null) text += ` in stage ${rule.stage}`;
  if (rule.when !== null && condition === null) text += ` when ${formulaText(rule.when)}`;
  return `${text}: ${rule.actions.map(actionText).join(", ")}`;
}

const SIGNS: Readonly<Record<string, string>> = { add: "+", subtract: "-" };

function actionText(action: Action): string {
  if (action.value === null) return action.kind === "next_stage" ? "next stage" : "first stage";
  return `${action.target} ${SIGNS[action.kind] ?? "="} ${formulaText(action.value)}${action.is_percent ? "%" : ""}`;
}

/** A line of a day. */
export function slotText(slot: Slot): string {
  let text = slot.scheme ? `${slot.lift} ${slot.scheme}` : slot.lift;
  if (slot.label) text += ` as ${slot.label}`;
  if (slot.scheme === null) text += `: ${groupsText(slot.groups)}`;
  if (slot.superset) text += `; superset ${slot.superset}`;
  if (slot.rest_s !== null) text += `; rest ${secondsText(slot.rest_s)}`;
  return slot.note === null ? text : `${text}; note "${slot.note}"`;
}

/** Sets, separated by commas. */
export function groupsText(groups: readonly SetGroup[]): string {
  return groups.map(groupText).join(", ");
}

function groupText(group: SetGroup): string {
  let is_load = group.load.kind === "effort";
  let text = `${group.sets > 1 ? `${group.sets}x` : ""}${goalText(group)}${loadText(group.load)}${is_load ? "@" : ""}`;
  for (const name of ["rpe", "rir"] as const) {
    const value = group[name];
    if (value === null) continue;
    text += `${is_load ? "" : " "}${name} ${written(value)}`;
    is_load = false;
  }
  if (group.ramp_pct !== null) text += ` ramp ${written(group.ramp_pct)}%`;
  if (group.kind !== "working") text += group.kind === "drop" ? " drop" : " backoff";
  if (group.rest_s !== null) text += ` rest ${secondsText(group.rest_s)}`;
  if (group.tempo) text += ` tempo ${group.tempo}`;
  return group.label === null ? text : `${text} "${group.label}"`;
}

const UNITS: Readonly<Record<string, string>> = { seconds: "s", metres: "m", total: " total", rm: "rm", amrap: "+" };

/** An amount as it is written: 5, 8-12, 5+, max, 60s. */
export function goalText(group: Pick<SetGroup, "goal" | "low" | "high">): string {
  if (group.goal === "max") return "max";
  if (group.goal === "climb") return "reps";
  const amount = group.low === group.high ? written(group.low) : `${written(group.low)}-${written(group.high)}`;
  return `${amount}${UNITS[group.goal] ?? ""}`;
}

function loadText(load: Load): string {
  if (load.kind === "percent") return `@${written(load.percent)}%${load.of ? ` of ${load.of}` : ""}`;
  if (load.weight) return `@${weightText(load.weight)}`;
  if (load.formula) return `@(${formulaText(load.formula)})`;
  if (load.kind === "ask") return "@ask";
  return load.kind === "bodyweight" ? "@bw" : "";
}

function secondsText(seconds: number): string {
  return seconds > 0 && seconds % 60 === 0 ? `${seconds / 60}min` : `${seconds}s`;
}
