import { i18n } from "@lingui/core";
import { beforeEach, describe, expect, it } from "vitest";
import errors_md from "../../../../docs/errors.md?raw";
import { formatBytes } from "./file-size.ts";
import { importFailure, rowProblem } from "./failure-text.ts";

const DETAIL = "only the server's own words";
const CODES = [...new Set(errors_md.match(/`import\.[a-z_]+`/g) ?? [])].map((code) => code.replaceAll("`", ""));

beforeEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

describe("failed imports", () => {
  it("knows the documented codes", () => {
    expect(CODES.length).toBeGreaterThan(15);
  });

  it.each(CODES)("have a sentence of our own for %s", (code) => {
    expect(importFailure({ code, detail: DETAIL })).not.toBe(DETAIL);
  });

  it("fall back to the server's words for a code that nobody knows", () => {
    expect(importFailure({ code: "import.from_the_future", detail: DETAIL })).toBe(DETAIL);
  });
});

describe("rows with a problem", () => {
  const problem = { code: "set.reps", reason: "877777 repetitions are not believable." };

  it("keep the server's sentence with the value in English", () => {
    expect(rowProblem(problem)).toBe(problem.reason);
  });

  it("say the kind of problem in other languages", () => {
    i18n.loadAndActivate({ locale: "de", messages: {} });
    expect(rowProblem(problem)).not.toBe(problem.reason);
    expect(rowProblem({ code: "row.unheard_of", reason: "As it is." })).toBe("As it is.");
  });
});

describe("sizes of files", () => {
  it("are short, with one decimal where it tells something", () => {
    expect(formatBytes("en", 512)).toBe("512 bytes");
    expect(formatBytes("en", 84_300)).toBe("84 kB");
    expect(formatBytes("en", 1_240_000)).toBe("1.2 MB");
    expect(formatBytes("en", 0)).toBe("0 bytes");
  });
});
