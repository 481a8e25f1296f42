import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLocalDb, type LocalDb } from "@/db/schema.ts";
import { ok } from "@/lib/result.ts";
import { buildExercise, buildProfile } from "@/test-builders.ts";
import { pullLibrary, type FetchLibrary, type Library } from "./library.ts";

const DAY_MS = 86_400_000;
const NAMES = { en: "Squat (Barbell)", de: "Kniebeuge (Langhantel)" };

let db: LocalDb;

beforeEach(() => {
  db = createLocalDb(`library-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

function libraryIn(language: Library["language"]): { fetchLibrary: FetchLibrary; asked: () => number } {
  let asked = 0;
  const fetchLibrary: FetchLibrary = () => {
    asked += 1;
    return Promise.resolve(ok({ version: `1-${language}`, language, exercises: [buildExercise({ name: NAMES[language] })] }));
  };
  return { fetchLibrary, asked: () => asked };
}

const speak = (language: Library["language"]) => db.profile.put({ ...buildProfile({ language }), key: "me" });
const names = async () => (await db.exercises.toArray()).map((exercise) => exercise.name);

describe("pullLibrary", () => {
  it("asks once a day", async () => {
    const { fetchLibrary, asked } = libraryIn("en");
    await speak("en");
    await pullLibrary(db, 0, fetchLibrary);
    await pullLibrary(db, DAY_MS - 1, fetchLibrary);
    expect(asked()).toBe(1);
    await pullLibrary(db, DAY_MS, fetchLibrary);
    expect(asked()).toBe(2);
  });

  it("asks at once when the person speaks another language", async () => {
    await speak("en");
    await pullLibrary(db, 0, libraryIn("en").fetchLibrary);
    expect(await names()).toEqual([NAMES.en]);
    await speak("de");
    await pullLibrary(db, 1, libraryIn("de").fetchLibrary);
    expect(await names()).toEqual([NAMES.de]);
  });

  it("does not ask again while the profile is not there yet", async () => {
    const { fetchLibrary, asked } = libraryIn("en");
    await pullLibrary(db, 0, fetchLibrary);
    await pullLibrary(db, 1, fetchLibrary);
    expect(asked()).toBe(1);
  });
});
