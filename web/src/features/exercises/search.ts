import { osaDistance } from "./osa-distance.ts";
import { SEARCH_WORDS } from "./search-words.ts";

/**
 * Finding exercises while somebody types: prefixes, typing errors, other names, muscles, equipment.
 *
 * The twin of the server's `exercises/search.py`; both are held to `conformance/exercise_search.json`,
 * so change them together.
 */

/** What an exercise must say about itself. Where it has a name in another language, that comes first of the aliases. */
export interface Searchable {
  readonly name: string;
  readonly facts_name: string | null;
  readonly aliases: readonly string[];
  readonly equipment: string;
  readonly primary_muscles: readonly string[];
  readonly secondary_muscles: readonly string[];
}

/** The words of an exercise, each with the weight of the best place it stands in. */
interface SearchDocument<Entry> {
  readonly entry: Entry;
  readonly weights: ReadonlyMap<string, number>;
  readonly movement: readonly string[];
  /** In the other language. */
  readonly other_movement: readonly string[];
  readonly name: string;
  readonly other_names: ReadonlySet<string>;
  /** Every name without its blanks, each after a line break. */
  readonly run_together: string;
}

export interface SearchIndex<Entry extends Searchable> {
  readonly documents: readonly SearchDocument<Entry>[];
  readonly vocabulary: readonly string[];
}

const PLACE = { name: 1, other_name: 0.9, equipment: 0.8, primary: 0.85, secondary: 0.4 } as const;
const FIT = { whole: 1, plural: 0.95, beginning: 0.85, mistyped: 0.6, mistyped_beginning: 0.5 } as const;
const BEGINNINGS: ReadonlySet<number> = new Set([FIT.beginning, FIT.mistyped_beginning]);
/** "pullup" for "Pull-Up". */
const RUN_TOGETHER = 0.95;
const BONUS = { same_name: 0.1, same_other_name: 0.3, coverage: 0.3, popularity: 0.25 } as const;
/** The place in the order at which popularity counts half. */
const POPULARITY_HALF = 40;
const IGNORED = new Set(["a", "an", "the", "with", "on", "and", "mit", "am", "der", "die", "das"]);

/** Case, accents, punctuation and blanks away; one blank between words. */
export function normalizeName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/['’]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Prepare a list, ordered by popularity; worth keeping while the list stays the same. */
export function makeSearchIndex<Entry extends Searchable>(entries: readonly Entry[]): SearchIndex<Entry> {
  const documents = entries.map(toDocument);
  return { documents, vocabulary: [...new Set(documents.flatMap(({ weights }) => [...weights.keys()]))] };
}

/** Every entry that fits and is kept, best first; without a query all that are kept, in their order. */
export function searchExercises<Entry extends Searchable>(
  query: string,
  { documents, vocabulary }: SearchIndex<Entry>,
  keep: (entry: Entry) => boolean = () => true,
): readonly Entry[] {
  const plain = normalizeName(query);
  const words = plain.split(" ").filter((word) => word !== "" && !IGNORED.has(word));
  const pool = documents.filter(({ entry }) => keep(entry));
  if (words.length === 0) return plain === "" ? pool.map(({ entry }) => entry) : [];
  const hits = words.map((word) => alike(word, vocabulary));
  const typed: Typed = {
    words: new Set(hits.flatMap((meant) => [...meant.keys()])),
    whole_words: new Set(hits.flatMap((meant) => [...meant].flatMap(([word, fit]) => (BEGINNINGS.has(fit) ? [] : [word])))),
  };
  const joined = `\n${plain.replaceAll(" ", "")}`;
  const scored = pool.flatMap((document, place) => {
    const fit = fitOf(document, hits, joined);
    if (fit === 0) return [];
    const popularity = (BONUS.popularity * POPULARITY_HALF) / (POPULARITY_HALF + place);
    return [{ entry: document.entry, place, score: Math.round((fit + bonusOf(document, typed, plain) + popularity) * 1e6) }];
  });
  return scored.toSorted((a, b) => b.score - a.score || a.place - b.place).map(({ entry }) => entry);
}

type Alike = ReadonlyMap<string, number>;

/** The words a typed one may mean, with how well they fit. */
function alike(typed: string, vocabulary: readonly string[]): Alike {
  const { length } = typed;
  const errors = length >= 8 ? 2 : length >= 4 ? 1 : 0;
  const found = new Map<string, number>();
  for (const word of vocabulary) {
    const longer = word.length - length;
    if (word.startsWith(typed)) found.set(word, longer === 0 ? FIT.whole : FIT.beginning);
    else if (longer === -1 && length >= 4 && typed === `${word}s`) found.set(word, FIT.plural);
    else if (errors === 0 || longer < -errors) continue;
    else if (longer <= errors && osaDistance(typed, word, errors) <= errors) found.set(word, FIT.mistyped);
    else if (longer > 0 && length >= 5 && osaDistance(typed, word.slice(0, length), 1) <= 1)
      found.set(word, FIT.mistyped_beginning);
  }
  return found;
}

/** The mean of the query's words, 0 if one of them is nowhere. */
function fitOf({ weights, run_together }: SearchDocument<unknown>, hits: readonly Alike[], joined: string): number {
  let total = 0;
  for (const words of hits) {
    const best = words.size < weights.size ? bestOf(words, weights) : bestOf(weights, words);
    if (best === 0) return joined.length > 4 && run_together.includes(joined) ? RUN_TOGETHER : 0;
    total += best;
  }
  return total / hits.length;
}

/** The best product of two tables, walking the shorter one. */
function bestOf(shorter: ReadonlyMap<string, number>, longer: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const [word, factor] of shorter) best = Math.max(best, factor * (longer.get(word) ?? 0));
  return best;
}

/** The words a query may mean, and those of them that were typed to the end. */
interface Typed {
  readonly words: ReadonlySet<string>;
  readonly whole_words: ReadonlySet<string>;
}

function bonusOf(document: SearchDocument<unknown>, typed: Typed, plain: string): number {
  // People type either language, whichever is shown; a beginning says too little to tell which.
  const covered = Math.max(
    PLACE.name * partCovered(document.movement, typed.words),
    PLACE.other_name * partCovered(document.other_movement, typed.whole_words),
  );
  if (plain === document.name) return BONUS.coverage * covered + BONUS.same_name;
  return BONUS.coverage * covered + (document.other_names.has(plain) ? BONUS.same_other_name : 0);
}

/** The part of a name's words that was typed, 0..1. */
function partCovered(movement: readonly string[], words: ReadonlySet<string>): number {
  return movement.filter((word) => words.has(word)).length / Math.max(1, movement.length);
}

function toDocument<Entry extends Searchable>(entry: Entry): SearchDocument<Entry> {
  const name = normalizeName(entry.name);
  const other_names = new Set([...entry.aliases, entry.facts_name ?? ""].filter(Boolean).map(normalizeName));
  const muscleWords = (muscles: readonly string[]) => muscles.flatMap((muscle) => wordsFor("muscles", muscle));
  const places: readonly (readonly [number, readonly string[]])[] = [
    [PLACE.name, name.split(" ")],
    [PLACE.other_name, [...other_names].flatMap((one) => one.split(" "))],
    [PLACE.equipment, wordsFor("equipment", entry.equipment)],
    [PLACE.primary, muscleWords(entry.primary_muscles)],
    [PLACE.secondary, muscleWords(entry.secondary_muscles)],
  ];
  const weights = new Map<string, number>();
  for (const [weight, words] of places) {
    for (const word of words) if (word !== "") weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  }
  const [other_name = ""] = entry.aliases;
  const run_together = [name, ...other_names].map((one) => `\n${one.replaceAll(" ", "")}`).join("");
  return {
    entry,
    weights,
    movement: movementOf(entry.name),
    other_movement: movementOf(other_name),
    name,
    other_names,
    run_together,
  };
}

/** The words before the equipment in parentheses, each once. */
function movementOf(name: string): readonly string[] {
  const movement = normalizeName(name.split("(", 1)[0] ?? "") || normalizeName(name);
  return movement === "" ? [] : [...new Set(movement.split(" "))];
}

const normalizedWords = new Map<string, readonly string[]>();

function wordsFor(kind: keyof typeof SEARCH_WORDS, key: string): readonly string[] {
  const cache_key = `${kind}.${key}`;
  const known = normalizedWords.get(cache_key);
  if (known) return known;
  const table: Readonly<Record<string, readonly string[]>> = SEARCH_WORDS[kind];
  const words = (table[key] ?? []).map(normalizeName);
  normalizedWords.set(cache_key, words);
  return words;
}
