import { describe, expect, it } from "vitest";
import { offerStateOf } from "./offer-state.ts";
import type { Upstream } from "./queries.ts";

const CHANGED: Upstream = { status: "changed", kind: "share", title: "Fives", author_name: null, text: "new", blocks: [] };
const KNOWN = { taken_text: "old", dismissed_text: null };

describe("offerStateOf", () => {
  it("offers what differs from the edition that was taken over", () => {
    expect(offerStateOf(CHANGED, KNOWN)).toBe("offered");
    expect(offerStateOf({ ...CHANGED, status: "same", text: null }, KNOWN)).toBe("none");
  });

  it("does not offer what was taken over after the answer came", () => {
    expect(offerStateOf(CHANGED, { ...KNOWN, taken_text: "new" })).toBe("none");
  });

  it("remembers what was turned down until the source changes again", () => {
    expect(offerStateOf(CHANGED, { ...KNOWN, dismissed_text: "new" })).toBe("dismissed");
    expect(offerStateOf({ ...CHANGED, text: "newer" }, { ...KNOWN, dismissed_text: "new" })).toBe("offered");
  });

  it("says that a link was closed, and nothing of a program that left the library", () => {
    expect(offerStateOf({ ...CHANGED, status: "gone", text: null }, KNOWN)).toBe("gone");
    expect(offerStateOf({ ...CHANGED, status: "gone", kind: "library", text: null }, KNOWN)).toBe("none");
  });
});
