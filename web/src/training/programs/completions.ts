/**
 * What may be written at a place of a program's text, for the editor.
 *
 * Only the line up to the place is looked at, and the names of the whole text, which need not be without
 * errors: while people write, it never is.
 */
import { QUANTITIES } from "./checks.ts";
import { ARGUMENTS } from "./read-formulas.ts";
import { HEADER_LINES, SCHEME_LINES, WEEKDAYS } from "./read-lines.ts";

export type CompletionKind = "word" | "lift" | "scheme" | "track" | "quantity" | "exercise";

export interface Completion {
  readonly text: string;
  readonly kind: CompletionKind;
}

/** What may stand in the text from `from` to `to` instead of what stands there; offsets in UTF-16 units. */
export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
}

const MOST = 50;
const BLOCKS = ["program", "lift", "scheme", "week", "day"];
const EVENTS = ["success", "failure", "done", "week end", "cycle end"];
const CHANGES = ["weight", "reps", "stage", "tm", "1rm", "next stage", "first stage"];
const LOADS = ["ask", "bw", "rpe", "rir"];
const MODIFIERS = ["ramp", "rpe", "rir", "rest", "tempo", "drop", "backoff"];
const OF = ["top", "weight", "tm", "1rm", "e1rm"];

/** What may follow at an offset of the text; `exercises` are slugs of the library, offered behind `lift x =`. */
export function completions(text: string, offset: number, exercises: readonly string[] = []): Completions {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(start, offset);
  const typed = /[\w.-]*$/.exec(before)?.[0] ?? "";
  const to = offset + (/^[\w.-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const rest = before.slice(0, before.length - typed.length);
  const found = isSilent(rest) ? [] : offered(rest, namesOf(text, start), blockAbove(text, start), exercises);
  const wanted = typed.toLowerCase();
  const fitting = found.filter((one) => one.text.toLowerCase().includes(wanted) && one.text !== typed);
  // What begins as typed comes before what only contains it.
  const rank = ({ text: one }: Completion) => (one.toLowerCase().startsWith(wanted) ? 0 : 1);
  return { from: offset - typed.length, to, items: fitting.toSorted((one, other) => rank(one) - rank(other)).slice(0, MOST) };
}

interface Names {
  readonly lifts: readonly string[];
  readonly schemes: readonly string[];
  readonly tracks: readonly string[];
  readonly variables: readonly string[];
}

/** Inside of a comment or of a text in quotation marks nothing is offered. */
function isSilent(rest: string): boolean {
  const outside = rest.replaceAll(/"[^"]*"/g, "");
  return outside.includes('"') || outside.includes("#");
}

function offered(rest: string, names: Names, block: string, exercises: readonly string[]): readonly Completion[] {
  const is_indented = /^[ \t]/.test(rest);
  if (!is_indented) return rest === "" ? words(BLOCKS) : inHead(rest, names, exercises);
  const line = rest.trimStart();
  switch (block) {
    case "program":
      return line === "" ? words(HEADER_LINES) : [];
    case "scheme":
      return line === "" ? words(SCHEME_LINES) : inSchemeLine(line, names, exercises);
    case "day":
      return inSlot(line, names);
    default:
      return [];
  }
}

/** Behind the word that begins a block. */
function inHead(rest: string, names: Names, exercises: readonly string[]): readonly Completion[] {
  if (/^lift\s+\S+\s*=\s*$/.test(rest)) return of("exercise", exercises);
  if (/^lift\s.*,\s*$/.test(rest)) return words(["step", "tm", "start"]);
  if (/^lift\s.*,\s*tm\s+$/.test(rest)) return words(["of"]);
  if (/^lift\s.*,\s*tm\s+of\s+$/.test(rest)) return of("lift", names.lifts);
  if (/^lift\s.*,\s*start\s/.test(rest)) return formulaNames(names);
  if (/^scheme\s+\S+\s+$/.test(rest)) return words(["like"]);
  if (/^scheme\s+\S+\s+like\s+$/.test(rest)) return of("scheme", names.schemes);
  if (/^day\s+(\S+|"[^"]*")\s+$/.test(rest)) return words(["on"]);
  return /^day\s.*\son\s+$/.test(rest) ? words(WEEKDAYS) : [];
}

function inSchemeLine(line: string, names: Names, exercises: readonly string[]): readonly Completion[] {
  if (line.startsWith("on ")) return inRule(line.slice(3), names);
  if (/^stage\s+\d+\s+$/.test(line)) return words(["with", "week"]);
  if (/^stage\s+\d+\s+with\s+$/.test(line)) return of("exercise", exercises);
  if (/^warmup\s+$/.test(line)) return words(["auto"]);
  if (/^(start|var\s+\S+\s*=)\s/.test(line)) return formulaNames(names);
  if (/^(week|stage)\s[^:]*:\s*$/.test(line)) return words(["none", "max", "reps"]);
  return /^(sets|warmup|week|stage)\s/.test(line) ? inSets(line, names) : [];
}

function inRule(line: string, names: Names): readonly Completion[] {
  const colon = line.indexOf(":");
  if (colon >= 0) {
    const change = line.slice(Math.max(colon, line.lastIndexOf(",")) + 1);
    if (/^\s*$/.test(change)) return [...words(CHANGES), ...of("quantity", names.variables), ...dotted(names)];
    return formulaNames(names);
  }
  if (line.trim() === "") return [...words(EVENTS), ...formulaNames(names)];
  if (/\sin\s+$/.test(line)) return words(["week", "stage"]);
  if (/\d+\s+$/.test(line) && /^(success|failure)\s+\d+\s+$/.test(line)) return words(["times"]);
  if (/^(success|failure|done|week end|cycle end)[^:]*\s$/.test(line) && !/\swhen\s/.test(line)) return words(["in", "when"]);
  return formulaNames(names);
}

/** In a list of sets: a load behind @, what a percentage is of, and what may follow a set. */
function inSets(line: string, names: Names): readonly Completion[] {
  const group = line.slice(line.lastIndexOf(",") + 1);
  if (/@\s*$/.test(group)) return words(LOADS);
  if (/%\s+of\s+$/.test(group)) return [...of("quantity", OF), ...dotted(names)];
  if (/@\([^)]*$/.test(group)) return formulaNames(names);
  if (/%\s+$/.test(group)) return words(["of", ...MODIFIERS]);
  if (/\d\S*\s+$/.test(group) && !/^(week|stage)\s+\S*\s*$/.test(group)) return words(MODIFIERS);
  return /(^sets\s+|^\s*|x)$/.test(group) ? words(["max", "reps"]) : [];
}

function inSlot(line: string, names: Names): readonly Completion[] {
  if (line === "") return of("lift", names.lifts);
  if (/;\s*$/.test(line)) return words(["superset", "rest", "note"]);
  if (line.includes(":")) return line.includes(";") ? [] : inSets(line.slice(line.indexOf(":") + 1), names);
  if (/^\S+\s+$/.test(line)) return [...of("scheme", names.schemes), ...words(["as"])];
  return /^\S+\s+\S+\s+$/.test(line) && !/^\S+\s+as\s/.test(line) ? words(["as"]) : [];
}

function formulaNames(names: Names): readonly Completion[] {
  return [...of("quantity", [...QUANTITIES, ...names.variables]), ...dotted(names), ...words(Object.keys(ARGUMENTS))];
}

/** Quantities of other lifts and tracks. */
function dotted(names: Names): readonly Completion[] {
  return [
    ...of(
      "quantity",
      names.lifts.map((lift) => `${lift}.tm`),
    ),
    ...of("track", names.tracks),
  ];
}

function words(texts: readonly string[]): readonly Completion[] {
  return of("word", texts);
}

function of(kind: CompletionKind, texts: readonly string[]): readonly Completion[] {
  return texts.map((text) => ({ text, kind }));
}

/** The word that begins the block a line belongs to. */
function blockAbove(text: string, start: number): string {
  const heads = text
    .slice(0, start)
    .split("\n")
    .filter((line) => /^[a-z]/.test(line));
  return /^[a-z]+/.exec(heads.at(-1) ?? "")?.[0] ?? "";
}

/** Names that the text gives, and the variables of the scheme that the line at `start` is in. */
function namesOf(text: string, start: number): Names {
  const all = (pattern: RegExp, within = text) => [...new Set([...within.matchAll(pattern)].map((match) => match[1] ?? ""))];
  const lifts = all(/^lift[ \t]+([\w-]+)/gm);
  const scheme = text.slice(text.lastIndexOf("\nscheme ", start) + 1, start);
  const slots = [...text.matchAll(/^[ \t]+([\w-]+)(?:[ \t]+(?!as\b)([\w-]+))?(?:[ \t]+as[ \t]+([\w-]+))?[ \t]*(?:[:;#]|$)/gm)];
  const tracks = slots.flatMap(([, lift = "", name, label]) => (lifts.includes(lift) ? `${lift}.${label ?? name ?? "work"}` : []));
  return {
    lifts,
    schemes: all(/^scheme[ \t]+([\w-]+)/gm),
    tracks: [...new Set(tracks)],
    variables: all(/^[ \t]+var[ \t]+([\w-]+)/gm, scheme),
  };
}
