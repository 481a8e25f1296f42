import { describe, expect, it } from "vitest";
import { suggestionsAt, type FindExercises } from "./suggestions.ts";

const findExercises: FindExercises = (text) =>
  [
    { text: "squat-barbell", name: "Squat (Barbell)" },
    { text: "My own thing", name: "My own thing" },
  ].filter(({ name }) => name.toLowerCase().includes(text));

/** Texts offered where | stands. */
function offered(text: string): readonly string[] {
  const at = text.indexOf("|");
  return suggestionsAt(text.replace("|", ""), at, findExercises).map((one) => one.text);
}

const PROGRAM = 'program "x"\nlift squat = squat-barbell\nscheme fives\n  sets 3x5\n';

describe("suggestions", () => {
  it("are blocks at the margin and lines of the block below it", () => {
    expect(offered("sch|")).toEqual(["scheme"]);
    expect(offered('program "x"\n  del|')).toEqual(["deload"]);
    expect(offered("scheme a\n  s|").slice(0, 3)).toEqual(["sets", "stage", "start"]);
  });

  it("are names of this program in a day", () => {
    expect(offered(`${PROGRAM}day A\n  |`)).toEqual(["squat"]);
    expect(offered(`${PROGRAM}day A\n  squat fi|`)).toEqual(["fives"]);
    expect(offered(`${PROGRAM}day A\n  squat fives; |`)).toContain("superset A");
  });

  it("are exercises behind the equals sign, in quotation marks where they need them", () => {
    const [one] = suggestionsAt("lift a = squ", 12, findExercises);
    expect(one).toEqual({ from: 9, to: 12, text: "squat-barbell", label: "Squat (Barbell)" });
    expect(offered('lift a = "my|')).toEqual(['"My own thing"']);
  });

  it("are what was meant where a word is spelt nearly so", () => {
    expect(offered("scheme a\n  stes| 3x5")).toEqual(["sets"]);
    expect(offered(`${PROGRAM}day A\n  sqaut| fives`)).toEqual(["squat"]);
  });

  it("know triggers, changes and loads", () => {
    expect(offered("scheme a\n  on suc|")[0]).toBe("success: ");
    expect(offered("scheme a\n  on success: we|").slice(0, 2)).toEqual(["weight + step", "weight - 10%"]);
    expect(offered("scheme a\n  sets 3x5@|")).toContain("75%");
    expect(offered("day A on |")).toContain("monday");
  });

  it("are none in comments and where the word is finished", () => {
    expect(offered("# sch|")).toEqual([]);
    expect(offered("scheme a\n  sets|")).toEqual([]);
  });
});
