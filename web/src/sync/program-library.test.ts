import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UNREACHABLE } from "@/api/problem.ts";
import { createLocalDb, type LocalDb } from "@/db/schema.ts";
import { err, ok } from "@/lib/result.ts";
import { pullProgramLibrary, type FetchProgramLibrary } from "./program-library.ts";

const DAY_MS = 86_400_000;
let db: LocalDb;

beforeEach(() => {
  db = createLocalDb(`programs-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const FACTS = { days: 3, weeks: 4, level: "", goal: "", sources: [], notes: [] };

const libraryOf =
  (version: string, ...slugs: string[]): FetchProgramLibrary =>
  () =>
    Promise.resolve(ok({ version, programs: slugs.map((slug) => ({ ...FACTS, slug, title: slug, text: `program "${slug}"` })) }));

const slugs = async () => (await db.library_programs.toArray()).map(({ slug }) => slug);

describe("pullProgramLibrary", () => {
  it("keeps the famous programs, asks once a day and drops those that are gone", async () => {
    await pullProgramLibrary(db, 0, libraryOf("1", "a", "b"));
    await pullProgramLibrary(db, DAY_MS - 1, libraryOf("2", "c"));
    expect(await slugs()).toEqual(["a", "b"]);
    await pullProgramLibrary(db, DAY_MS, libraryOf("2", "b", "c"));
    expect(await slugs()).toEqual(["b", "c"]);
  });

  it("keeps what is there and asks again when the server cannot be reached", async () => {
    await pullProgramLibrary(db, 0, libraryOf("1", "a"));
    await pullProgramLibrary(db, DAY_MS, () => Promise.resolve(err(UNREACHABLE)));
    expect(await slugs()).toEqual(["a"]);
    await pullProgramLibrary(db, DAY_MS + 1, libraryOf("2", "b"));
    expect(await slugs()).toEqual(["b"]);
  });
});
