/** What is wrong with a program's text, in the person's language. */
import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { problemText, type Problem } from "@/training/programs/problems.ts";

type Sentence = (found: string, expected: string) => MessageDescriptor;

const SENTENCES: Readonly<Record<string, Sentence>> = {
  expected: (found, expected) => msg`Expected ${expected}, found ${found}.`,
  unknown_block: (found) => msg`${found} begins nothing here. A line at the margin begins with program, lift, scheme, week or day.`,
  unknown_line: (found, expected) => msg`${found} is no line of this block. Possible are: ${expected}.`,
  stray_line: () => msg`An indented line needs a block above it: program, lift, scheme or day.`,
  bad_character: (found) => msg`${found} has no meaning here.`,
  bad_number: (found) => msg`${found}: a number has at most 6 digits, a point and 3 decimals.`,
  open_text: () => msg`This text has no closing quotation mark.`,
  too_large: (found, expected) => msg`${found}: at most ${expected}.`,
  range: (found) => msg`The first number of a range is the smaller one, not ${found}.`,
  no_program: () => msg`A program begins with: program "its title"`,
  second_program: () => msg`There is one program block in a text.`,
  no_days: () => msg`A program needs at least one day with an exercise.`,
  empty_day: (found) => msg`Day ${found} has no exercise.`,
  duplicate: (found) => msg`${found} is there already. Names are used once.`,
  unknown_lift: (found) => msg`There is no lift ${found}.`,
  unknown_scheme: (found) => msg`There is no scheme ${found}.`,
  unknown_name: (found) => msg`${found} is no quantity here.`,
  unknown_track: (found) => msg`No day has ${found}.`,
  like_circle: (found) => msg`Scheme ${found} takes over from itself.`,
  no_sets: (found) => msg`Scheme ${found} has no sets.`,
  bad_target: (found) => msg`${found} cannot be changed by a rule.`,
  no_stages: (found) => msg`Scheme ${found} has no stages to go to.`,
  no_climb: (found) => msg`${found} uses reps without a line such as: reps 8 to 12`,
  no_week: (found) => msg`This program has no week ${found}.`,
  language: (found) =>
    msg`This is written in language ${found}, which is newer than this version of FitFolio. Update it to read this program.`,
  unused_lift: (found) => msg`Lift ${found} is trained on no day.`,
  unused_scheme: (found) => msg`No day uses scheme ${found}.`,
  never_trained: (found) => msg`${found} has sets in none of its weeks.`,
  empty_week: (found) => msg`Week ${found} has no training. It is passed over.`,
  stage_unreached: (found) => msg`No rule leads to stage ${found}.`,
  never: (found) => msg`This rule can never fire: ${found}`,
};

/** What the reader expects, where it says so in words; single words and signs of the language stay as they are. */
const EXPECTED: Readonly<Record<string, MessageDescriptor>> = {
  "a title in quotation marks": msg`a title in quotation marks`,
  "a text in quotation marks": msg`a text in quotation marks`,
  "the block's name in quotation marks": msg`the block’s name in quotation marks`,
  "a name for the lift": msg`a name for the lift`,
  "a name for the scheme": msg`a name for the scheme`,
  "a name for the day": msg`a name for the day`,
  "the name of a lift": msg`the name of a lift`,
  "the name of another lift": msg`the name of another lift`,
  "the name of another scheme": msg`the name of another scheme`,
  "an exercise": msg`an exercise`,
  "a scheme, or ':' and sets": msg`a scheme, or “:” and sets`,
  "a label": msg`a label`,
  "a number of reps": msg`a number of reps`,
  "a number of sets": msg`a number of sets`,
  "a week": msg`a week`,
  "a stage": msg`a stage`,
  "a weekday such as monday": msg`a weekday such as monday`,
  "a time such as 90s or 3min": msg`a time such as 90s or 3min`,
  "a tempo such as 4-0-2-0": msg`a tempo such as 4-0-2-0`,
  "a weight such as 2.5kg/5lb": msg`a weight such as 2.5kg/5lb`,
  "a load such as 75%, 60kg/135lb, rpe 8, ask or bw": msg`a load such as 75%, 60kg/135lb, rpe 8, ask or bw`,
  "a number, a name or a bracket": msg`a number, a name or a bracket`,
  "what changes, such as weight + step": msg`what changes, such as weight + step`,
  "success, failure, done, week end, cycle end or a condition": msg`success, failure, done, week end, cycle end or a condition`,
  "'@', another set after a comma, or the end of the line": msg`“@”, another set after a comma, or the end of the line`,
  "the end of the line": msg`the end of the line`,
  "a whole number from 1": msg`a whole number from 1`,
};

const END = msg`the end of the line`;

/** The sentence of a problem; the suggestion is a button of its own. */
export function problemWords(one: Problem, i18n: I18n): string {
  const sentence = SENTENCES[one.code];
  if (!sentence) return problemText({ ...one, hint: "" });
  const found = one.found === "the end of the line" ? i18n._(END) : one.found.replace(/^'(.*)'$/, "“$1”");
  const expected = EXPECTED[one.expected];
  return i18n._(sentence(found, expected ? i18n._(expected) : one.expected));
}
