import { i18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import { errorMessage, type CodedError } from "./error-message.ts";
import { chooseLocale, loadWords, LOCALES } from "./locale.ts";

const [documented_text = ""] = Object.values(
  import.meta.glob<string>("../../../docs/errors.md", { query: "?raw", import: "default", eager: true }),
);
const rows = documented_text.split("\n").filter((line) => line.startsWith("| `"));
const documented = rows.map((row) => /^\| `([^`]+)` \| \d{3} \| \S/.exec(row)?.[1] ?? `unread: ${row}`);

/** Every slice's texts, loaded as its pages load them. */
const texts = import.meta.glob("../features/*/error-texts.ts", { eager: true });
const imports = import.meta.glob<{ importFailure: (error: CodedError) => string }>("../features/imports/failure-text.ts", {
  eager: true,
});
const [{ importFailure } = { importFailure: errorMessage }] = Object.values(imports);

/** What a lifter reads for each code, the server's own words being none. */
async function sentences(locale: (typeof LOCALES)[number]): Promise<ReadonlyMap<string, string>> {
  await loadWords("rest");
  await chooseLocale(locale);
  await loadWords("rest");
  return new Map(documented.map((code) => [code, importFailure({ code, detail: "" })]));
}

describe("error texts", () => {
  it("are looked for under every code of the server's list", () => {
    expect(documented.length).toBeGreaterThan(100);
    expect(documented.filter((code) => !/^[a-z_]+\.[a-z0-9_]+$/.test(code))).toEqual([]);
    expect(documented).toContain("auth.proof_required");
    expect(Object.keys(texts).length).toBeGreaterThan(6);
  });

  it.each(LOCALES)("are whole sentences for every code in %s", async (locale) => {
    const found = await sentences(locale);
    expect(i18n.locale).toBe(locale);
    expect([...found].filter(([, sentence]) => !/^\p{Lu}.{8,}[.!?]$/u.test(sentence))).toEqual([]);
  });

  it("are other sentences in German than in English", async () => {
    const english = await sentences("en");
    const german = await sentences("de");
    expect([...english].filter(([code, sentence]) => german.get(code) === sentence)).toEqual([]);
  });

  it("are the server's own words for a code that nobody knows yet", () => {
    expect(errorMessage({ code: "future.code", detail: "Something new." })).toBe("Something new.");
  });
});
