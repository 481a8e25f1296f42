/** What was found and what was expected in a program's text, in the person's language. */
import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const PHRASES: Readonly<Record<string, MessageDescriptor>> = {
  "a title in quotation marks": msg`a title in quotation marks`,
  "a text in quotation marks": msg`a text in quotation marks`,
  "the block's name in quotation marks": msg`the block’s name in quotation marks`,
  "a name for the lift": msg`a name for the lift`,
  "a name for the scheme": msg`a name for the scheme`,
  "a name for the day": msg`a name for the day`,
  "a name for the variable": msg`a name for the variable`,
  "a letter or name for the superset": msg`a letter or name for the superset`,
  "the name of a lift": msg`the name of a lift`,
  "the name of another lift": msg`the name of another lift`,
  "the name of another scheme": msg`the name of another scheme`,
  "an exercise": msg`an exercise`,
  "a scheme, or ':' and sets": msg`a scheme, or “:” and sets`,
  "step, tm or start": msg`step, tm or start`,
  "superset, rest or note": msg`superset, rest or note`,
  "a label": msg`a label`,
  "a number of reps": msg`a number of reps`,
  "a number of sets": msg`a number of sets`,
  "a number of days": msg`a number of days`,
  "a number of weeks": msg`a number of weeks`,
  "the fewest reps": msg`the fewest reps`,
  "the most reps": msg`the most reps`,
  "reps of a maximum": msg`reps of a maximum`,
  "the upper end of the range": msg`the upper end of the range`,
  "the number of the language": msg`the number of the language`,
  "the number of the stage": msg`the number of the stage`,
  "how many times in a row": msg`how many times in a row`,
  "a week": msg`a week`,
  "the last week": msg`the last week`,
  "a stage": msg`a stage`,
  "a weekday such as monday": msg`a weekday such as monday`,
  "a time such as 90s or 3min": msg`a time such as 90s or 3min`,
  seconds: msg`seconds`,
  "a tempo such as 4-0-2-0": msg`a tempo such as 4-0-2-0`,
  "a weight": msg`a weight`,
  "a weight such as 2.5kg/5lb": msg`a weight such as 2.5kg/5lb`,
  "a load such as 75%, 60kg/135lb, rpe 8, ask or bw": msg`a load such as 75%, 60kg/135lb, rpe 8, ask or bw`,
  "a percentage": msg`a percentage`,
  "a percentage of the 1RM, or 'of' another lift": msg`a percentage of the 1RM, or “of” another lift`,
  "a percentage between two sets": msg`a percentage between two sets`,
  "what it is a share of": msg`what it is a share of`,
  "a number, a name or a bracket": msg`a number, a name or a bracket`,
  "what changes, such as weight + step": msg`what changes, such as weight + step`,
  "success, failure, done, week end, cycle end or a condition": msg`success, failure, done, week end, cycle end or a condition`,
  "'@', another set after a comma, or the end of the line": msg`“@”, another set after a comma, or the end of the line`,
  "the end of the line": msg`the end of the line`,
  "a whole number from 1": msg`a whole number from 1`,
  "'+', '-' or '='": msg`“+”, “-” or “=”`,
  "a line this long": msg`a line this long`,
  "a formula this long": msg`a formula this long`,
  "brackets this deep": msg`brackets this deep`,
  "too many sets": msg`too many sets`,
  "an earlier rule always comes first": msg`an earlier rule always comes first`,
  "it is not trained in that week": msg`it is not trained in that week`,
  "all its weeks are deload weeks": msg`all its weeks are deload weeks`,
  "its condition never holds": msg`its condition never holds`,
};

/** Phrases with a number or a word of the program in them. */
const PATTERNS: readonly (readonly [RegExp, (one: string, other: string) => MessageDescriptor])[] = [
  [/^'(.*)' or '(.*)'$/, (one, other) => msg`“${one}” or “${other}”`],
  [/^'(.*)'$/, (one) => msg`“${one}”`],
  [/^a number behind (\w+)$/, (name) => msg`a number behind ${name}`],
  [/^(\d+)–10 in half steps$/, (least) => msg`${least}–10 in half steps`],
  [/^at most (\d+) changes in one rule$/, (most) => msg`at most ${most} changes in one rule`],
  [/^(\d+) characters$/, (count) => msg`${count} characters`],
  [/^(\d+) lines$/, (count) => msg`${count} lines`],
  [/^(\d+) days$/, (count) => msg`${count} days`],
  [/^(\d+) lifts$/, (count) => msg`${count} lifts`],
  [/^(\d+) schemes$/, (count) => msg`${count} schemes`],
  [/^(\d+) rules$/, (count) => msg`${count} rules`],
  [/^(\d+) parts$/, (count) => msg`${count} parts`],
  [/^(\d+) levels$/, (count) => msg`${count} levels`],
  [/^there is no stage (\d+)$/, (stage) => msg`there is no stage ${stage}`],
  [/^stage (\d+) is never reached$/, (stage) => msg`stage ${stage} is never reached`],
  [/^a cycle ends with week (\d+)$/, (week) => msg`a cycle ends with week ${week}`],
  [
    /^another rule changes something before it comes (\d+) times in a row$/,
    (times) => msg`another rule changes something before it comes ${times} times in a row`,
  ],
];

const WITH_RANGE = /^(.*) (\(\d+–\d+\))$/;

/** A phrase of the reader in the person's language; words, signs and names of the program stay as they are. */
export function detailWords(phrase: string, i18n: I18n): string {
  const [, inner, range] = WITH_RANGE.exec(phrase) ?? [];
  if (inner !== undefined) return `${detailWords(inner, i18n)} ${range}`;
  const found = detailOf(phrase);
  return found ? i18n._(found) : phrase;
}

/** The message for a phrase, if it is one of people rather than of the language. */
export function detailOf(phrase: string): MessageDescriptor | null {
  const exact = PHRASES[phrase];
  if (exact) return exact;
  for (const [pattern, message] of PATTERNS) {
    const match = pattern.exec(phrase);
    if (match) return message(match[1] ?? "", match[2] ?? "");
  }
  return null;
}
