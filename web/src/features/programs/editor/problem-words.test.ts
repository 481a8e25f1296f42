import { i18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import { activateLocale, loadWords } from "@/i18n/locale.ts";
import { readProgram } from "@/training/programs/read-text.ts";
import { readWarnings } from "@/training/programs/warn.ts";
import { loadEditorWords } from "./editor-words.ts";
import { detailOf } from "./problem-details.ts";
import { problemWords } from "./problem-words.ts";

const CORE = import.meta.glob<string>("../../../training/programs/{read-*,tokens,warn,checks}.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** What the core says it expected or found, wherever in it; a name in a template stands for some word or number. */
function phrasesOfCore(): string[] {
  const calls = /\b(?:number|whole|word|text|fail|readName|refuse)\((?:cursor, )?(["`])((?:(?!\1).)+)\1/g;
  const constants = /^const (?:WHAT|AFTER_REPS) = (")([^"]+)"/gm;
  const reasons = /(?:"never", |return |\? |: )(["`])((?:it|its|all|an?|another|stage|there) (?:(?!\1).)+)\1/g;
  const found = Object.values(CORE).flatMap((text) =>
    [calls, constants, reasons].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[2] ?? "")),
  );
  return [...new Set(found)].map((text) =>
    text
      .replace("a number of ${name}", "a number of weeks")
      .replaceAll(/\$\{(?:name|other)\}/g, "rpe")
      .replaceAll(/\$\{[^}]+\}/g, "3"),
  );
}

/** Words of the language itself, listed where one of them is expected. */
const OF_THE_LANGUAGE = ["program, lift, scheme, week or day"];

async function inGerman(text: string): Promise<string[]> {
  await activateLocale("de");
  await loadWords("rest");
  loadEditorWords();
  const { problems } = readProgram(text);
  return [...problems, ...readWarnings(text)].map((one) => problemWords(one, i18n));
}

const DAY = "\nday A\n  squat fives\n";
const LIFT = 'program "P"\n  weeks 4\n  deload 4\nlift squat = squat-barbell\n';
const scheme = (...lines: string[]) => `${LIFT}scheme fives\n  sets 3x5\n${lines.map((line) => `  ${line}\n`).join("")}${DAY}`;

describe("what is wrong with a text", () => {
  it("has a phrase for everything the core expects or finds", () => {
    const phrases = phrasesOfCore();
    expect(phrases.length).toBeGreaterThan(50);
    const unknown = phrases.filter((one) => detailOf(one) === null && !/^[a-z]+$/.test(one));
    expect(unknown.filter((one) => !OF_THE_LANGUAGE.includes(one))).toEqual([]);
  });

  it.each([
    ['program "P"\n  weeks zwei\n', "Erwartet: eine Zahl von Wochen; gefunden: „zwei“."],
    ['program "P"\n  weeks 999\n', "Erwartet: eine Zahl von Wochen (1–104); gefunden: 999."],
    [
      scheme("on success: weight + step", "on success in week 3: weight - 10%"),
      "Diese Regel kann nie greifen: eine frühere kommt ihr immer zuvor.",
    ],
    [scheme("on failure in week 4 when week < 3: weight - 10%"), "Diese Regel kann nie greifen: ihre Bedingung gilt nie."],
    [scheme("on cycle end in week 3: weight - 10%"), "Diese Regel kann nie greifen: ein Zyklus endet mit Woche 4."],
    [scheme(`on ${"1 + ".repeat(70)}1: weight + 1`), "Eine so lange Formel: höchstens 60 Teile."],
  ])("is told in German", async (text, sentence) => {
    expect(await inGerman(text)).toContain(sentence);
  });
});
