/** What may stand where the caret is: words of the language, names of this program, exercises of the library. */
import { WEEKDAYS } from "@/training/programs/read-lines.ts";
import { closest } from "@/training/programs/problems.ts";
import { lineAt } from "./text-places.ts";

/** Put `text` between the offsets `from` and `to`. */
export interface Suggestion {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What is shown instead of the text: the name of an exercise. */
  readonly label?: string;
}

/** Exercises that fit a few letters, best first, as a program writes them. */
export type FindExercises = (text: string) => readonly { readonly text: string; readonly name: string }[];

const MOST = 12;
const BLOCKS = ["program", "lift", "scheme", "week", "day"];
const HEADER = ["by", "goal", "level", "source", "note", "days", "weeks", "once", "deload", "block"];
const SCHEME = ["sets", "on", "week", "stage", "reps", "warmup", "rest", "tempo", "start", "note", "var"];
const TRIGGERS = ["success:", "failure 3 times:", "success 2 times:", "failure:", "done:", "last >= ", "total >= ", "week end:", "cycle end:"];
const ACTIONS = ["weight + step", "weight - 10%", "tm + step", "tm - 10%", "reps + 1", "reps = 8", "next stage", "first stage"];
const SETS = ["3x5", "5x5", "3x8-12", "3x5, 5+", "4x10", "3x60s", "max"];
const LOADS = ["75%", "rpe 8", "rir 2", "bw", "ask", "60kg/135lb", "80% of 1rm", "85% of top"];
const AFTER_SETS = ["rest 2min", "ramp 10%", "tempo 3-1-1-0", "backoff", "drop", "rpe 8"];

interface Place {
  /** The block the line belongs to; empty at the margin. */
  readonly kind: string;
  /** The line up to the word that is being written. */
  readonly head: string;
}

/** Names of the lifts or schemes in a text, errors or not. */
function namesOf(text: string, kind: "lift" | "scheme"): readonly string[] {
  return [...text.matchAll(new RegExp(`^${kind}[ \\t]+([A-Za-z_][\\w-]*)`, "gm"))].map((match) => match[1] ?? "");
}

/** Suggestions for the caret, best first; those that begin as the word does, then what is spelt nearly so. */
export function suggestionsAt(text: string, offset: number, findExercises: FindExercises): readonly Suggestion[] {
  const { before } = lineAt(text, offset);
  if (before.includes("#")) return [];
  const quote = (before.split('"').length - 1) % 2 === 1;
  const word = quote ? (/[^"]*$/.exec(before)?.[0] ?? "") : (/[A-Za-z0-9_.-]*$/.exec(before)?.[0] ?? "");
  const head = before.slice(0, before.length - word.length);
  const rest = quote ? "" : (/^[A-Za-z0-9_.-]*/.exec(text.slice(offset))?.[0] ?? "");
  const span = { from: offset - word.length, to: offset + rest.length };
  if (/^lift\s+\S+\s*=\s*"?$/.test(head)) {
    const at = head.endsWith('"') ? 1 : 0;
    return findExercises(word.replaceAll("-", " "))
      .slice(0, MOST)
      .map((one) => ({ from: span.from - at, to: span.to, text: quoted(one.text), label: one.name }));
  }
  if (quote) return quotedWords(head, word).map((one) => ({ ...span, text: one }));
  const written = word + rest;
  const options = optionsAt(text, { kind: blockAt(text, offset), head });
  return fitting(options, word, written).map((one) => ({ ...span, text: one }));
}

function fitting(options: readonly string[], word: string, written: string): readonly string[] {
  const starts = options.filter((one) => one.toLowerCase().startsWith(word.toLowerCase()) && one !== written);
  if (starts.length > 0 || word.length < 3) return starts.slice(0, MOST);
  const near = closest(word, options);
  return near === "" || near === written ? [] : [near];
}

function quoted(text: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*$/.test(text) ? text : `"${text}"`;
}

function quotedWords(head: string, word: string): readonly string[] {
  const values = /^\s+level\s+"$/.test(head)
    ? ["beginner", "intermediate", "advanced"]
    : /^\s+goal\s+"$/.test(head)
      ? ["strength", "size", "strength and size"]
      : [];
  return values.filter((value) => value.startsWith(word) && value !== word).map((value) => `${value}"`);
}

/** The block that the line of an offset belongs to. */
function blockAt(text: string, offset: number): string {
  const { before } = lineAt(text, offset);
  if (!/^[ \t]/.test(before)) return "";
  const above = text.slice(0, offset - before.length).match(/^[a-z]+/gm);
  return above?.at(-1) ?? "";
}

function optionsAt(text: string, { kind, head }: Place): readonly string[] {
  const bare = head.trim();
  switch (kind) {
    case "":
      return headOptions(text, head);
    case "program":
      return bare === "" ? HEADER : [];
    case "scheme":
      return schemeOptions(bare);
    case "day":
      return slotOptions(text, bare);
    default:
      return [];
  }
}

function headOptions(text: string, head: string): readonly string[] {
  if (head === "") return BLOCKS;
  if (/^lift\s.*,\s*$/.test(head)) return ["step 2.5kg/5lb", "step 5kg/10lb", "tm 90%", "start 20kg/45lb"];
  if (/^scheme\s+\S+\s+$/.test(head)) return ["like"];
  if (/^scheme\s+\S+\s+like\s+$/.test(head)) return namesOf(text, "scheme");
  if (/^day\s+.+\son\s+$/.test(head)) return WEEKDAYS;
  return /^day\s+(?:"[^"]*"|\S+)\s+$/.test(head) ? ["on"] : [];
}

function schemeOptions(bare: string): readonly string[] {
  if (bare === "") return SCHEME;
  if (/^on\b.*[:,]$/.test(bare)) return ACTIONS;
  if (bare === "on") return TRIGGERS;
  if (bare === "warmup") return ["auto", "5@40%, 3@60%"];
  if (bare === "rest") return ["90s", "2min", "3min"];
  if (bare === "start") return ["70% of 1rm", "20kg/45lb"];
  if (bare === "reps") return ["8 to 12", "6 to 10"];
  if (bare === "tempo") return ["3-1-1-0"];
  return /^on\b/.test(bare) ? ["weight", "reps", "tm", "step"] : setOptions(bare);
}

function setOptions(bare: string): readonly string[] {
  if (bare.endsWith("@")) return LOADS;
  if (/^(?:sets|week [\d,-]+:|stage .*:)$/.test(bare) || bare.endsWith(",")) return bare.endsWith(":") ? [...SETS, "none"] : SETS;
  return /\d\S*$/.test(bare) && !/^(?:week|stage)\s+[\d,-]*$/.test(bare) ? AFTER_SETS : [];
}

function slotOptions(text: string, bare: string): readonly string[] {
  if (bare === "") return namesOf(text, "lift");
  if (bare.endsWith(";")) return ["superset A", "rest 2min", 'note ""'];
  if (bare.includes(":")) return setOptions(bare.endsWith(":") ? "sets" : bare);
  return /^\S+$/.test(bare) ? [...namesOf(text, "scheme"), "as"] : [];
}
