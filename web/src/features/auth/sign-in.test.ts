import { describe, expect, it } from "vitest";
import { safeNext } from "./sign-in.ts";

describe("safeNext", () => {
  it("leads to paths of this app only", () => {
    expect(safeNext("/history?x=1")).toBe("/history?x=1");
    for (const next of [
      null,
      "",
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
      "/sign-in?next=/x",
    ]) {
      expect(safeNext(next), String(next)).toBe("/");
    }
  });
});
