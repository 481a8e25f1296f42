/** What the editor offers where the caret is: what the language allows there, and what people mostly write. */
import { completions } from "@/training/programs/completions.ts";
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
/** A word shorter than this may become anything: nothing is guessed from it. */
const LEAST_LETTERS = 3;
const EXERCISE = /^(?:lift\s+\S+\s*=|\s+stage\s+\d+\s+with)\s*"?$/;

/** Whole pieces of lines, by what stands before them: on a phone a tap is worth ten letters. */
const PIECES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^lift\s.*,\s*$/, ["step 2.5kg/5lb", "step 5kg/10lb", "tm 90%"]],
  [/^\s+sets\s+$|^\s+(?:week|stage)\s[^:]*:\s*$/, ["3x5", "5x5", "3x8-12", "3x5, 5+", "4x10"]],
  [/^\s+[\w-]+(?:\s+as\s+[\w-]+)?:\s*$/, ["3x5", "3x8-12", "4x10", "3x60s"]],
  [/@\s*$/, ["75%", "rpe 8", "60kg/135lb"]],
  [/^\s+on\s+$/, ["success: ", "failure 3 times: ", "last >= 6: ", "cycle end: "]],
  [/^\s+on\s[^:]*:(?:.*,)?\s*$/, ["weight + step", "weight - 10%", "tm + step", "reps + 1"]],
  [/^\s+warmup\s+$/, ["auto", "5@40%, 3@60%"]],
  [/(?:^|;)\s*rest\s+$/, ["90s", "2min", "3min"]],
  [/^\s+start\s+$/, ["70% of 1rm", "20kg/45lb"]],
  [/^\s+reps\s+$/, ["8 to 12", "6 to 10"]],
  [/^\s+level\s+"$/, ['beginner"', 'intermediate"', 'advanced"']],
  [/^\s+goal\s+"$/, ['strength"', 'size"', 'strength and size"']],
  [/;\s*$/, ["superset A", "rest 2min"]],
];

/** Suggestions for the caret, best first; where nothing begins as the word does, what is spelt nearly so. */
export function suggestionsAt(text: string, offset: number, findExercises: FindExercises): readonly Suggestion[] {
  const { before } = lineAt(text, offset);
  if (before.includes("#")) return [];
  const { from, to, items } = completions(text, offset);
  const word = text.slice(from, offset);
  const head = before.slice(0, before.length - word.length);
  if (EXERCISE.test(head)) {
    const start = head.endsWith('"') ? from - 1 : from;
    return findExercises(word.replaceAll("-", " "))
      .slice(0, MOST)
      .map((one) => ({ from: start, to, text: quoted(one.text), label: one.name }));
  }
  const written = text.slice(from, to);
  const pieces = PIECES.find(([place]) => place.test(head))?.[1] ?? [];
  const fitting = [...pieces.filter((one) => one.startsWith(word) && one !== written), ...items.map((item) => item.text)];
  const found = fitting.length > 0 || word.length < LEAST_LETTERS ? fitting : nearly(text, from, to, word);
  return [...new Set(found)].slice(0, MOST).map((one) => ({ from, to, text: one }));
}

/** The word of this place that a slip of the keys may have meant. */
function nearly(text: string, from: number, to: number, word: string): readonly string[] {
  const without = text.slice(0, from) + text.slice(to);
  const near = closest(
    word,
    completions(without, from).items.map((item) => item.text),
  );
  return near === "" || near === word ? [] : [near];
}

function quoted(text: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*$/.test(text) ? text : `"${text}"`;
}
