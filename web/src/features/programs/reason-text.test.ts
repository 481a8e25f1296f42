import { i18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import { activateLocale, loadWords } from "@/i18n/locale.ts";
import { reason } from "@/training/programs/reasons.ts";
import { hasSentence, reasonSentence, type ReasonWords } from "./reason-text.ts";

const CORE = import.meta.glob<string>("../../training/programs/*.ts", { query: "?raw", import: "default", eager: true });

/** Every code the core gives a reason by, wherever in it. */
function codesOfCore(): string[] {
  const found = Object.values(CORE).flatMap((text) => [...text.matchAll(/\breason\(\s*"([a-z_]+)"/g)]);
  // Some are chosen where they are given; the core's own sentences name them all.
  const [, sentences = ""] = (CORE["../../training/programs/reasons.ts"] ?? "").split("const SENTENCES");
  const told = [...sentences.matchAll(/^  ([a-z_]+)(?:: \(|,$)/gm)];
  return [...new Set([...found, ...told].map((match) => match[1] ?? ""))].toSorted();
}

async function speak(locale: "en" | "de"): Promise<ReasonWords> {
  await activateLocale(locale);
  await loadWords("rest");
  return { i18n, locale, unit: "kg" };
}

const ROSE = reason("changed", {
  what: "weight",
  from: 85,
  to: 87.5,
  cause: "success",
  wanted: 5,
  date: "2026-11-23",
  goal: "reps",
});

describe("the sentence of a reason", () => {
  it("exists for every code of the core", () => {
    const codes = codesOfCore();
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => !hasSentence(code))).toEqual([]);
  });

  it("says in English what a lifter would", async () => {
    const words = await speak("en");
    expect(reasonSentence(ROSE, words)).toBe("+2.5\u00a0kg: you made all 5 reps on Mon, Nov 23");
    const bump = reason("changed", { what: "tm", from: 126, to: 131, cause: "cycle_end", cycle: 1 });
    expect(reasonSentence(bump, words)).toBe("Training max +5\u00a0kg: cycle 1 is done");
    const drop = reason("changed", { what: "tm", from: 126, to: 113.4, percent: 10, cause: "failure", times: 3 });
    expect(reasonSentence(drop, words)).toBe("Training max −10\u00a0%: reps were missing, 3 times in a row");
    expect(reasonSentence(reason("percent", { percent: 85, of: "tm", base: 126 }), words)).toBe(
      "85\u00a0% of your training max of 126\u00a0kg",
    );
    expect(reasonSentence(reason("rounded", { from: 107.1, to: 107.5 }), words)).toBe("107.1\u00a0kg is loaded as 107.5\u00a0kg");
  });

  it("says it in German too", async () => {
    const words = await speak("de");
    expect(reasonSentence(ROSE, words)).toBe("+2,5\u00a0kg: alle 5 Wdh. am Mo., 23. Nov. geschafft");
    expect(reasonSentence(reason("held", { outcome: "failure", failures: 2, weight: 60, date: "2026-11-23" }), words)).toBe(
      "Wieder 60\u00a0kg: Am Mo., 23. Nov. fehlten Wdh., 2-mal in Folge",
    );
  });

  it("of a code nobody knows is the code", async () => {
    expect(reasonSentence(reason("new_one"), await speak("en"))).toBe("new_one");
  });
});
