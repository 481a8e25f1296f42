import { describe, expect, it } from "vitest";
import { diffHunks, diffLines } from "./text-diff.ts";

const BEFORE = 'program "x"\n\nscheme fives\n  sets 3x5\n  on success: weight + step\n\nday A\n  squat fives\n';

describe("the difference of two editions", () => {
  it("is nothing where they are alike", () => {
    expect(diffHunks(BEFORE, BEFORE)).toEqual([]);
  });

  it("is the block with its changed line, what stays around it", () => {
    const after = BEFORE.replace("sets 3x5", "sets 5x5");
    expect(diffHunks(BEFORE, after)).toEqual([
      {
        head: "scheme fives",
        lines: [
          { kind: "same", text: "scheme fives" },
          { kind: "old", text: "  sets 3x5" },
          { kind: "new", text: "  sets 5x5" },
          { kind: "same", text: "  on success: weight + step" },
        ],
      },
    ]);
  });

  it("keeps a renamed head in its block", () => {
    const [hunk] = diffHunks(BEFORE, BEFORE.replace("day A", "day B"));
    expect(hunk?.lines.map(({ kind, text }) => `${kind} ${text}`)).toEqual(["old day A", "new day B", "same   squat fives"]);
  });

  it("gives both texts back", () => {
    const after = `${BEFORE.replace("  squat fives\n", "")}  bench fives\n\nday C\n  squat fives\n`;
    const lines = diffLines(BEFORE, after);
    const side = (kind: "old" | "new") =>
      `${lines
        .filter((line) => line.kind !== (kind === "old" ? "new" : "old"))
        .map((line) => line.text)
        .join("\n")}\n`;
    expect(side("old")).toBe(BEFORE);
    expect(side("new")).toBe(after);
  });
});
