/** What is wrong with a program's text, where, and what it may have meant; the twin of the server's `problems.py`. */

/** One error: 1-based `line` and `column`, a stable code and the words its sentence needs. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

/** Ends the reading of one line; the reader collects the problem and goes on with the next. */
export class TextProblem extends Error {
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.code);
    this.problem = found;
  }
}

export function problem(line: number, column: number, code: string, found = "", expected = "", hint = ""): Problem {
  return { line, column, code, found, expected, hint };
}

export function refuse(line: number, column: number, code: string, found = "", expected = "", hint = ""): never {
  throw new TextProblem(problem(line, column, code, found, expected, hint));
}

/** Order by place, then by everything else. */
export function compareProblems(one: Problem, other: Problem): number {
  if (one.line !== other.line) return one.line - other.line;
  if (one.column !== other.column) return one.column - other.column;
  for (const name of ["code", "found", "expected", "hint"] as const) {
    if (one[name] !== other[name]) return one[name] < other[name] ? -1 : 1;
  }
  return 0;
}

const SENTENCES: Readonly<Record<string, (one: Problem) => string>> = {
  expected: (one) => `expected ${one.expected}, found ${one.found}`,
  unknown_block: (one) => `${one.found} begins nothing here; a line that is not indented begins with ${one.expected}`,
  unknown_line: (one) => `${one.found} is not a line of this block; expected ${one.expected}`,
  stray_line: () => "an indented line needs a block above it: program, lift, scheme or day",
  bad_character: (one) => `${one.found} has no meaning here`,
  bad_number: (one) => `${one.found}: a number has at most 6 digits, a point and 3 decimals`,
  open_text: () => "this text has no closing quotation mark",
  too_large: (one) => `${one.found}: at most ${one.expected}`,
  range: (one) => `the first number of a range is the smaller one, not ${one.found}`,
  language: (one) =>
    `this is written in language ${one.found}, which is newer than ${one.expected}, the one read here; update FitFolio`,
  no_program: () => 'a program begins with: program "its title"',
  second_program: () => "there is one program block in a file",
  no_days: () => "a program needs at least one day with a lift",
  empty_day: (one) => `day ${one.found} has no lift`,
  duplicate: (one) => `${one.found} is there already; names are used once`,
  unknown_lift: (one) => `there is no lift ${one.found}`,
  unknown_scheme: (one) => `there is no scheme ${one.found}`,
  unknown_name: (one) => `${one.found} is no quantity here`,
  unknown_track: (one) => `no day has ${one.found}`,
  like_circle: (one) => `scheme ${one.found} takes over from itself`,
  no_sets: (one) => `scheme ${one.found} has no sets`,
  bad_target: (one) => `${one.found} cannot be changed by a rule`,
  no_stages: (one) => `scheme ${one.found} has no stages to go to`,
  no_climb: (one) => `${one.found} uses reps without a line such as: reps 8 to 12`,
  no_week: (one) => `this program has no week ${one.found}`,
  unused_lift: (one) => `lift ${one.found} is trained on no day`,
  unused_scheme: (one) => `no day uses scheme ${one.found}`,
  never_trained: (one) => `${one.found} has sets in none of its weeks`,
  empty_week: (one) => `week ${one.found} has no training; it is passed over`,
  stage_unreached: (one) => `no rule leads to stage ${one.found}`,
  never: (one) => `this rule can never fire: ${one.found}`,
};

/** The sentence for people, with its suggestion. */
export function problemText(one: Problem): string {
  const sentence = SENTENCES[one.code]?.(one) ?? one.code;
  return one.hint ? `${sentence}; did you mean ${one.hint}?` : sentence;
}

/** The known word with the fewest differing letters, or nothing when none is near. */
export function closest(word: string, known: Iterable<string>): string {
  let best = "";
  let best_distance = word.length > 2 ? 3 : 2;
  for (const candidate of known) {
    const found = distance(word.toLowerCase(), candidate.toLowerCase());
    if (found < best_distance) {
      best = candidate;
      best_distance = found;
    }
  }
  return best;
}

/** Levenshtein's number of letters to change; long words are never alike, to bound the work. */
function distance(one: string, other: string): number {
  if (one.length > 40 || other.length > 40) return 40;
  const row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    let above_left = row[0] ?? 0;
    row[0] = i;
    for (let j = 1; j <= other.length; j += 1) {
      const cost = above_left + (one[i - 1] === other[j - 1] ? 0 : 1);
      above_left = row[j] ?? 0;
      row[j] = Math.min(above_left + 1, (row[j - 1] ?? 0) + 1, cost);
    }
  }
  return row[other.length] ?? 0;
}
