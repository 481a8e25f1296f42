import { describe, expect, it } from "vitest";
import { formatBytes } from "./bytes.ts";
import { groupLimits, limitWords } from "./limit-words.ts";

describe("amounts of data", () => {
  it("stand in the largest fitting unit", () => {
    expect([0, 999, 1_000, 561_152, 1_500_000, 72_500_000_000, 271e9].map((bytes) => formatBytes("en-GB", bytes))).toEqual([
      "0 byte",
      "999 byte",
      "1 kB",
      "561 kB",
      "1.5 MB",
      "72.5 GB",
      "271 GB",
    ]);
  });
});

describe("limits", () => {
  it("that count together are one line with all their paths", () => {
    const rule = (name: string, path: string, amount = 5) => ({ name, path, amount, seconds: 60 });
    expect(groupLimits([rule("a", "/1"), rule("b", "/2"), rule("a", "/3"), rule("a", "/4", 9)])).toEqual([
      { name: "a", path: "/1", paths: ["/1", "/3"], amount: 5, seconds: 60 },
      { name: "b", path: "/2", paths: ["/2"], amount: 5, seconds: 60 },
      { name: "a", path: "/4", paths: ["/4"], amount: 9, seconds: 60 },
    ]);
  });

  it("have the server's name where they are newer than this app", () => {
    expect([limitWords("logout"), limitWords("teleport")]).toEqual(["Signing out", "teleport"]);
  });
});
