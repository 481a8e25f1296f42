import { describe, expect, it } from "vitest";
import conformance from "../../../../conformance/exercise_search.json";
import aliases_csv from "../../../../server/fitfolio/exercises/library/aliases.csv?raw";
import exercises_csv from "../../../../server/fitfolio/exercises/library/exercises.csv?raw";
import search_words from "../../../../server/fitfolio/exercises/library/search_words.json";
import { readCsv } from "@/test-csv.ts";
import { osaDistance } from "./osa-distance.ts";
import { makeSearchIndex, normalizeName, searchExercises, type Searchable } from "./search.ts";
import { SEARCH_WORDS } from "./search-words.ts";

interface Case {
  readonly query: string;
  readonly language: "en" | "de";
  readonly equipment?: string;
  readonly muscle?: string;
  readonly first: readonly string[];
}

interface Entry extends Searchable {
  readonly slug: string;
}

const cases = conformance.cases as readonly Case[];

/** The library as the server would send it in a language, the commonest first. */
function readLibrary(language: "en" | "de"): readonly Entry[] {
  const searched = readCsv(aliases_csv).filter((row) => row["language"] === "" || row["language"] === "de");
  const aliases = Map.groupBy(searched, (row) => row["slug"]);
  const rows = readCsv(exercises_csv).toSorted((a, b) => Number(a["rank"]) - Number(b["rank"]));
  return rows.map((row) => {
    const { slug = "", name: name_en = "", name_de = "", facts_name = "", equipment = "", primary = "", secondary = "" } = row;
    const name = language === "de" && name_de !== "" ? name_de : name_en;
    const others = [...new Set([name_en, name_de, ...(aliases.get(slug) ?? []).map((alias) => alias["alias"] ?? "")])];
    return {
      slug,
      name,
      facts_name: facts_name || null,
      aliases: others.filter((one) => one !== "" && one !== name),
      equipment,
      primary_muscles: primary.split(";"),
      secondary_muscles: secondary === "" ? [] : secondary.split(";"),
    };
  });
}

const indexes = { en: makeSearchIndex(readLibrary("en")), de: makeSearchIndex(readLibrary("de")) };

describe("exercise search", () => {
  it.each(cases)("finds what was meant by “$query” ($language)", ({ query, language, equipment, muscle, first }) => {
    const hits = searchExercises(query, indexes[language], (entry) => {
      const fits = muscle === undefined || entry.primary_muscles.includes(muscle) || entry.secondary_muscles.includes(muscle);
      return fits && (equipment === undefined || entry.equipment === equipment);
    });
    const wanted = first.length === 0 ? [undefined] : first;
    expect(wanted).toContain(hits[0]?.slug);
  });

  it("keeps the order of popularity without a query", () => {
    const all = readLibrary("en");
    expect(searchExercises("", makeSearchIndex(all))).toEqual(all);
  });

  it.each(["en", "de"] as const)("answers every keystroke within a frame (%s)", (language) => {
    const typed = "incline dumbel bench press";
    searchExercises("warm up", indexes[language]);
    const started_ms = performance.now();
    for (let length = 1; length <= typed.length; length += 1) searchExercises(typed.slice(0, length), indexes[language]);
    expect((performance.now() - started_ms) / typed.length).toBeLessThan(16);
  });

  it("knows the same words for muscles and equipment as the server", () => {
    expect(SEARCH_WORDS).toEqual(search_words);
  });

  it("compares names without case, accents and punctuation", () => {
    expect(normalizeName("  Bankdrücken (Größe) – Farmer’s ")).toBe("bankdrucken grosse farmers");
  });
});

describe("typing errors", () => {
  it("count a swapped pair of neighbours once", () => {
    expect(osaDistance("bnech", "bench")).toBe(1);
    expect(osaDistance("squat", "squat")).toBe(0);
    expect(osaDistance("sqt", "squat")).toBe(2);
    expect(osaDistance("", "dip")).toBe(3);
  });

  it("are not counted beyond what is asked", () => {
    expect(osaDistance("bnech", "bench", 1)).toBe(1);
    expect(osaDistance("sqaut", "squat", 0)).toBe(1);
    expect(osaDistance("deadlift", "bench", 1)).toBeGreaterThan(1);
  });
});
