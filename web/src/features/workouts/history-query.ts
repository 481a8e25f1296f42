import { hasWord, normalizeText } from "@/features/exercises/normalize.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import type { Workout, WorkoutSet } from "@/db/documents.ts";
import { parseDecimal } from "@/lib/decimal.ts";

/** What somebody typed into the history's search, understood. */
export interface HistoryQuery {
  /** Words that must begin a word of the title, a note, an exercise, or a month's name. */
  readonly words: readonly string[];
  readonly years: readonly string[];
  /** Weights as typed in any unit: "bench 100". */
  readonly weights: readonly number[];
  /** Reps: "x5", "100x5". */
  readonly reps: readonly number[];
}

const WEIGHT_REPS = /^(\d+(?:[.,]\d+)?)?[x×*](\d{1,3})$/;
const YEAR = /^(19|20)\d\d$/;

/** Read a search: every token must hold. Four-digit years are years, other numbers are weights. */
export function parseHistoryQuery(text: string): HistoryQuery {
  const words: string[] = [];
  const years: string[] = [];
  const weights: number[] = [];
  const reps: number[] = [];
  for (const token of text
    .trim()
    .toLowerCase()
    .replace(/(\d)\s*(kg|lbs?)\b/g, "$1")
    .split(/\s+/)
    .filter(Boolean)) {
    const pair = WEIGHT_REPS.exec(token);
    const number = parseDecimal(token);
    if (pair) {
      if (pair[1] !== undefined) weights.push(parseDecimal(pair[1]) ?? Number.NaN);
      reps.push(Number(pair[2]));
    } else if (YEAR.test(token)) years.push(token);
    else if (number !== null) weights.push(number);
    else words.push(...normalizeText(token).split(" ").filter(Boolean));
  }
  return { words, years, weights, reps };
}

export function isEmptyQuery({ words, years, weights, reps }: HistoryQuery): boolean {
  return words.length + years.length + weights.length + reps.length === 0;
}

/** A workout that fits, with the sets that made it fit. */
export interface HistoryHit {
  readonly workout: Workout;
  readonly exercise_id: string | null;
  readonly sets: readonly WorkoutSet[];
}

/** Prepared once per search, because every workout asks for the same names. */
export interface SearchNames {
  /** Normalized name and aliases by exercise id. */
  readonly textById: ReadonlyMap<string, string>;
  /** Normalized month names, January first. */
  readonly months: readonly string[];
}

export function searchNames(exercises: ExerciseMap, locale: string): SearchNames {
  const month = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return {
    textById: new Map([...exercises].map(([id, { name, aliases }]) => [id, [name, ...aliases].map(normalizeText).join(" ")])),
    months: Array.from({ length: 12 }, (_, index) => normalizeText(month.format(Date.UTC(2024, index, 15)))),
  };
}

/**
 * Whether a workout answers a search, and by which sets.
 *
 * Words may be spread over title, notes, month and exercises; weights and reps must be found in
 * one set, of an exercise the words name if they name one.
 */
export function matchWorkout(workout: Workout, query: HistoryQuery, names: SearchNames): HistoryHit | null {
  if (!query.years.every((year) => workout.local_date.startsWith(year))) return null;
  const month = names.months[Number(workout.local_date.slice(5, 7)) - 1] ?? "";
  const frame = normalizeText(`${workout.title} ${workout.notes}`);
  const inFrame = (word: string) => hasWord(frame, word) || month.startsWith(word);
  const wants_set = query.weights.length > 0 || query.reps.length > 0;
  let named: string | null = null;
  for (const entry of workout.exercises) {
    const text = `${names.textById.get(entry.exercise_id) ?? ""} ${entry.notes === "" ? "" : normalizeText(entry.notes)}`;
    if (!query.words.every((word) => hasWord(text, word) || inFrame(word))) continue;
    const by_exercise = query.words.some((word) => hasWord(text, word));
    const sets = wants_set ? entry.sets.filter((set) => fits(set, query)) : [];
    if (wants_set && sets.length === 0) continue;
    if (wants_set || by_exercise) return { workout, exercise_id: entry.exercise_id, sets };
    named ??= entry.exercise_id;
  }
  if (wants_set) return null;
  return named !== null || query.words.every(inFrame) ? { workout, exercise_id: null, sets: [] } : null;
}

function fits(set: WorkoutSet, { weights, reps }: HistoryQuery): boolean {
  return (
    weights.every((weight) => near(set.weight, weight) || near(set.load_kg, weight)) && reps.every((count) => set.reps === count)
  );
}

/** Typed weights are compared as typed; half a tenth covers what conversion leaves. */
function near(value: number | null, wanted: number): boolean {
  return value !== null && Math.abs(value - wanted) < 0.05;
}
