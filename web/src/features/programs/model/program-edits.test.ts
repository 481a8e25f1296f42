import { describe, expect, it } from "vitest";
import type { Program } from "@/training/programs/model.ts";
import { readDraft, readProgram } from "@/training/programs/read-text.ts";
import { writeProgram } from "@/training/programs/write-text.ts";
import { LIBRARY } from "./test-library.ts";
import { freshName, liftNameFor, toName } from "./names.ts";
import {
  addDay,
  addWeek,
  copyDay,
  freshDayName,
  moveDay,
  moveSlot,
  moveSlotToDay,
  removeDay,
  removeSection,
  removeSlot,
  renameDay,
  sectionsOf,
  setHeaderLine,
  setHeaderTexts,
  setSectionWeeks,
  setTitle,
  setWeekday,
} from "./program-edits.ts";

const TEXT = `# mine
program "Two days"
  by "me"
  note "first"
  note "second"

lift squat = squat-barbell, step 5kg/10lb  # heavy
lift bench = bench-press-barbell

scheme fives
  # three of five
  sets 3x5
  on success: weight + step  # up

# the first day
day A
  squat fives  # first
  bench fives

day B
  bench fives
`;

function read(text: string): Program {
  const { program } = readDraft(text);
  if (!program) throw new Error("the text of a test cannot be read");
  return program;
}

const edit = (change: (program: Program) => Program) => writeProgram(change(read(TEXT)));
const at = (name: string) => read(TEXT).blocks.findIndex((block) => block.type === "day" && block.name === name);
const general = (program: Program) => sectionsOf(program)[0] as NonNullable<ReturnType<typeof sectionsOf>[0]>;

describe("edits of a program", () => {
  it("change their own line and nothing else, comments included", () => {
    expect(edit((program) => renameDay(program, at("A"), "Heavy day"))).toBe(TEXT.replace("day A", 'day "Heavy day"'));
    expect(edit((program) => setWeekday(program, at("B"), 3))).toBe(TEXT.replace("day B", "day B on wednesday"));
    expect(edit((program) => setTitle(program, 'A "new" one'))).toBe(TEXT.replace("Two days", "A 'new' one"));
    expect(edit((program) => moveSlot(program, at("A"), 0, 1))).toContain("day A\n  bench fives\n  squat fives  # first\n");
  });

  it("set, change and remove lines of the head", () => {
    const weeks = edit((program) => setHeaderLine(program, "weeks", { numbers: [8] }));
    expect(weeks).toContain('  note "second"\n  weeks 8\n');
    expect(writeProgram(setHeaderLine(read(weeks), "weeks", null))).toBe(TEXT);
    expect(edit((program) => setHeaderTexts(program, "note", ["only"]))).toBe(
      TEXT.replace('  note "first"\n  note "second"\n', '  note "only"\n'),
    );
  });

  it("add, copy, move and remove days", () => {
    expect(edit((program) => addDay(program, general(program), "C"))).toBe(`${TEXT}\nday C\n`);
    expect(edit((program) => copyDay(program, at("B")))).toBe(`${TEXT}\nday C\n  bench fives\n`);
    expect(edit((program) => moveDay(program, general(program), 1, 0))).toContain("bench fives\n\n# the first day\nday A");
    expect(edit((program) => removeDay(program, at("B")))).toBe(TEXT.replace("\nday B\n  bench fives\n", ""));
  });

  it("move a slot to another day", () => {
    const moved = edit((program) => moveSlotToDay(program, at("A"), 0, at("B")));
    expect(moved).toContain("day A\n  bench fives\n\nday B\n  bench fives\n  squat fives  # first\n");
    expect(edit((program) => removeSlot(program, at("A"), 1))).toContain("squat fives  # first\n\nday B");
  });

  it("give the days there are their weeks when another week is added", () => {
    const two = edit((program) => addWeek(program, general(program), "A"));
    expect(two).toContain("# the first day\nweek 1\nday A\n");
    expect(two).toContain("\nweek 2\nday A\n  squat fives  # first\n  bench fives\n\nday B\n");
    expect(readProgram(two).problems).toEqual([]);
    const sections = sectionsOf(read(two));
    expect(sections.map(({ weeks, days }) => [weeks, days.length])).toEqual([
      [[1], 2],
      [[2], 2],
    ]);
    const [first, second] = sections;
    if (!first || !second) throw new Error("two sections");
    expect(writeProgram(setSectionWeeks(read(two), second, [2, 3, 4]))).toContain("week 2-4\n");
    expect(writeProgram(removeSection(read(two), second))).toBe(TEXT.replace("\nday A", "\nweek 1\nday A"));
  });

  it("raise a stated number of weeks that has become too small", () => {
    const stated = setHeaderLine(read(TEXT), "weeks", { numbers: [3] });
    const more = writeProgram(addWeek(stated, null, "A"));
    expect(more).toContain("  weeks 4\n");
    expect(more).toContain("week 1-3\n");
    expect(more).toContain("\nweek 4\nday A\n");
  });
});

describe("names", () => {
  it("follow the days there are", () => {
    expect(freshDayName("A", ["A", "B"])).toBe("C");
    expect(freshDayName("Day 1", ["Day 1"])).toBe("Day 2");
    expect(freshDayName("Push", ["Push"])).toBe("Push 2");
    expect(freshDayName("Pull A", ["Pull A"])).toBe("Pull B");
  });

  it("are what the language can read", () => {
    expect(toName("Übung für 2 Hände!")).toBe("ubung-fur-2-hande");
    expect(toName("21s")).toBe("x21s");
    expect(toName("!!!")).toBe("lift");
    expect(liftNameFor("bench-press-barbell")).toBe("bench-press");
    expect(freshName("squat", ["squat", "squat-2"])).toBe("squat-3");
  });
});

describe("every program of the library", () => {
  it.each(LIBRARY)("%s survives edits that lead back", (_, text) => {
    const program = read(text);
    expect(writeProgram(program)).toBe(text);
    for (const [index, section] of sectionsOf(program).entries()) {
      const last = section.days.length - 1;
      const moved = moveDay(program, section, 0, last);
      expect(writeProgram(moveDay(moved, sectionsOf(moved)[index] ?? section, last, 0))).toBe(text);
      for (const { at: place, day } of section.days) {
        const end = day.slots.length - 1;
        expect(writeProgram(moveSlot(moveSlot(program, place, 0, end), place, end, 0))).toBe(text);
        expect(writeProgram(removeDay(copyDay(program, place), place + 1))).toBe(text);
      }
    }
  });
});
