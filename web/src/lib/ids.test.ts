import { describe, expect, it } from "vitest";
import { newId } from "./ids.ts";

describe("newId", () => {
  it("makes a version-7 UUID in lower case", () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("carries the time in its first twelve digits", () => {
    const zeros = (count: number) => new Uint8Array(count);
    expect(newId(0x0123_4567_89ab, zeros)).toBe("01234567-89ab-7000-8000-000000000000");
  });

  it("sorts by time of creation", () => {
    const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((now_ms) => newId(now_ms));
    expect(ids.toSorted()).toEqual(ids);
  });
});
