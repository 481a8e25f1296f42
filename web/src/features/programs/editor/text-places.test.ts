import { describe, expect, it } from "vitest";
import { readDraft } from "@/training/programs/read-text.ts";
import { lengthAt, lineAt, lineBreakAfter, offsetOf, rulesAt, withHint } from "./text-places.ts";

const TEXT = 'program "One"\n\nlift squat = squat-barbell\n\nscheme fives\n  stes 3x5\n\nday A\n  squat fives\n';

describe("places in a text", () => {
  it("lead from line and column to an offset and back", () => {
    const at = offsetOf(TEXT, 6, 3);
    expect(TEXT.slice(at, at + 4)).toBe("stes");
    expect(lineAt(TEXT, at)).toEqual({ line: 6, before: "  " });
    expect(offsetOf(TEXT, 2, 40)).toBe(14);
    expect(offsetOf(TEXT, 99, 1)).toBe(TEXT.length);
  });

  it("know how long the word is that is wrong", () => {
    expect(lengthAt("  stes 3x5", 3)).toBe(4);
    expect(lengthAt('day "A b" x', 5)).toBe(5);
    expect(lengthAt("  sets", 7)).toBe(1);
  });

  it("take what was meant", () => {
    const [problem] = readDraft(TEXT).problems;
    expect(problem?.hint).toBe("sets");
    const mended = problem ? withHint(TEXT, problem) : "";
    expect(readDraft(mended).problems).toEqual([]);
  });

  it("go on inside the block that Enter was pressed in", () => {
    expect(lineBreakAfter("scheme fives")).toBe("\n  ");
    expect(lineBreakAfter("  sets 3x5")).toBe("\n  ");
    expect(lineBreakAfter("lift squat = squat-barbell")).toBe("\n");
    expect(lineBreakAfter("")).toBe("\n");
  });

  it("show the rules of a scheme, or where it takes them from another", () => {
    const text =
      "scheme fives-2\n  sets 3x5\n\nscheme fives\n  # hard\n  sets 3x5\n\n  on success: weight + step\n\nday A\n  a fives\n";
    expect(text.slice(rulesAt(text, "fives") ?? 0)).toMatch(/^on success/);
    expect(rulesAt(text, "fives-2")).toBe(0);
    expect(rulesAt(text, "tens")).toBeNull();
  });
});
