import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const documented = [...readFileSync("../docs/errors.md", "utf8").matchAll(/^\| `([a-z_.]+)` \|/gm)].map((match) => match[1] ?? "");
const sources = globSync("src/**/{error-message,error-texts,failure-text}.ts").map((file) => readFileSync(file, "utf8"));
const translated = new Set(sources.flatMap((source) => [...source.matchAll(/"([a-z_]+\.[a-z_]+)":/g)].map((match) => match[1])));

describe("error texts", () => {
  it("exist for every code that the server documents", () => {
    expect(documented.length).toBeGreaterThan(40);
    expect(documented.filter((code) => !translated.has(code))).toEqual([]);
  });
});
