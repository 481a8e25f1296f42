/** What is wrong with a program's text, in the person's language. */
import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { problemText, type Problem } from "@/training/programs/problems.ts";
import { detailWords } from "./problem-details.ts";

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
  never: (found) => msg`This rule can never fire: ${found}.`,
};

/** The sentence of a problem; the suggestion is a button of its own. */
export function problemWords(one: Problem, i18n: I18n): string {
  const sentence = SENTENCES[one.code];
  if (!sentence) return problemText({ ...one, hint: "" });
  return i18n._(sentence(detailWords(one.found, i18n), detailWords(one.expected, i18n)));
}
