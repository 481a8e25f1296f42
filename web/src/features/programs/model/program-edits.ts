/** Changes to a program's frame: its head, weeks and days. Every edit is pure; comments stay with their line. */
import {
  PLAIN,
  setting,
  type Block,
  type Day,
  type Header,
  type Program,
  type Setting,
  type Slot,
  type Trivia,
} from "@/training/programs/model.ts";
import { weekCount } from "@/training/programs/plan.ts";
import { freshName, toQuotable } from "./names.ts";

/** A day with its place among the program's blocks, which is its address in every edit. */
export interface PlacedDay {
  readonly at: number;
  readonly day: Day;
}

/** The days below one `week` line; those above any belong to every week, and `at` and `weeks` are null. */
export interface Section {
  readonly at: number | null;
  readonly weeks: readonly number[] | null;
  readonly days: readonly PlacedDay[];
}

const APART: Trivia = { lead: [""], trail: "" };

/** The weeks of a program as they are written. The first section is there even when it is empty. */
export function sectionsOf(program: Program): readonly Section[] {
  const sections: { at: number | null; weeks: readonly number[] | null; days: PlacedDay[] }[] = [
    { at: null, weeks: null, days: [] },
  ];
  for (const [at, block] of program.blocks.entries()) {
    if (block.type === "week") sections.push({ at, weeks: block.weeks, days: [] });
    else if (block.type === "day") sections.at(-1)?.days.push({ at, day: block });
  }
  return sections.length > 1 && sections[0]?.days.length === 0 ? sections.slice(1) : sections;
}

export function headerOf(program: Program): Header | undefined {
  return program.blocks.find((block) => block.type === "program");
}

function withBlocks(program: Program, blocks: readonly Block[]): Program {
  return { ...program, blocks };
}

/** Put another block in a place. */
export function withBlock(program: Program, at: number, block: Block): Program {
  return withBlocks(program, program.blocks.with(at, block));
}

export function insertBlocks(program: Program, at: number, blocks: readonly Block[]): Program {
  return withBlocks(program, program.blocks.toSpliced(at, 0, ...blocks));
}

/** Without the blocks in these places. */
export function withoutBlocks(program: Program, places: readonly number[]): Program {
  return withBlocks(
    program,
    program.blocks.filter((_, at) => !places.includes(at)),
  );
}

/** Change the program block, which is made where there is none. */
function changeHeader(program: Program, change: (header: Header) => Header): Program {
  const at = program.blocks.findIndex((block) => block.type === "program");
  const header = program.blocks[at];
  if (header?.type === "program") return withBlock(program, at, change(header));
  return insertBlocks(program, 0, [change({ type: "program", title: "", lines: [], trivia: PLAIN })]);
}

export function setTitle(program: Program, title: string): Program {
  return changeHeader(program, (header) => ({ ...header, title: toQuotable(title) }));
}

/** Set the one line of this name (`by`, `goal`, `level`, `days`, `weeks`, `deload`, `once`), or remove it with null. */
export function setHeaderLine(program: Program, name: string, fields: Partial<Omit<Setting, "name" | "type">> | null): Program {
  return changeHeader(program, (header) => {
    const at = header.lines.findIndex((line) => line.name === name);
    if (fields === null) return { ...header, lines: header.lines.filter((line) => line.name !== name) };
    const line = setting(name, { ...(header.lines[at] ? { trivia: header.lines[at].trivia } : {}), ...fields });
    return { ...header, lines: at === -1 ? [...header.lines, line] : header.lines.with(at, line) };
  });
}

/** All lines of a name that may stand many times: the notes, the sources. */
export function setHeaderTexts(program: Program, name: string, texts: readonly string[]): Program {
  const kept = texts.map(toQuotable).filter(Boolean);
  return changeHeader(program, (header) => {
    const before = header.lines.filter((line) => line.name === name);
    const lines = kept.map((text, index) => setting(name, { text, trivia: before[index]?.trivia ?? PLAIN }));
    const first = header.lines.findIndex((line) => line.name === name);
    const others = header.lines.filter((line) => line.name !== name);
    const at = first === -1 ? others.length : header.lines.slice(0, first).filter((line) => line.name !== name).length;
    return { ...header, lines: others.toSpliced(at, 0, ...lines) };
  });
}

function dayAt(program: Program, at: number): Day | null {
  const block = program.blocks[at];
  return block?.type === "day" ? block : null;
}

function changeDay(program: Program, at: number, change: (day: Day) => Day): Program {
  const day = dayAt(program, at);
  return day ? withBlock(program, at, change(day)) : program;
}

export function renameDay(program: Program, at: number, name: string): Program {
  const text = toQuotable(name);
  return text === "" ? program : changeDay(program, at, (day) => ({ ...day, name: text }));
}

/** Put a day on a weekday (1 = Monday), or back in turn with null. */
export function setWeekday(program: Program, at: number, weekday: number | null): Program {
  return changeDay(program, at, (day) => ({ ...day, weekday }));
}

/** A new day at the end of a section. */
export function addDay(program: Program, section: Section, name: string, slots: readonly Slot[] = []): Program {
  const last = section.days.at(-1)?.at ?? section.at ?? program.blocks.length - 1;
  const day: Day = { type: "day", name: toQuotable(name), weekday: null, slots, trivia: APART };
  return insertBlocks(program, last + 1, [day]);
}

/** The same day once more behind itself, under a free name. */
export function copyDay(program: Program, at: number): Program {
  const day = dayAt(program, at);
  if (!day) return program;
  const names = program.blocks.flatMap((block) => (block.type === "day" ? [block.name] : []));
  const copy: Day = { ...day, name: freshDayName(day.name, names), weekday: null, trivia: APART };
  return insertBlocks(program, at + 1, [copy]);
}

/** A follows Z's way: `Day 2` after `Day 1`, `B` after `A`, else a number behind the name. */
export function freshDayName(name: string, taken: readonly string[]): string {
  const number = /^(.*?)(\d+)$/.exec(name);
  if (number) {
    for (let next = Number(number[2]) + 1; ; next += 1) {
      if (!taken.includes(`${number[1]}${next}`)) return `${number[1]}${next}`;
    }
  }
  const letter = /^(.*\b)([A-Y])$/.exec(name);
  if (letter) {
    for (let code = (letter[2] ?? "A").charCodeAt(0) + 1; code <= 90; code += 1) {
      const next = `${letter[1]}${String.fromCharCode(code)}`;
      if (!taken.includes(next)) return next;
    }
  }
  return freshName(name, taken).replace(/-(\d+)$/, " $1");
}

export function removeDay(program: Program, at: number): Program {
  return dayAt(program, at) ? withoutBlocks(program, [at]) : program;
}

/** Move a day within its section, from one place among its days to another. */
export function moveDay(program: Program, section: Section, from: number, to: number): Program {
  const moved = section.days[from];
  if (!moved || to < 0 || to >= section.days.length) return program;
  const order = section.days.toSpliced(from, 1).toSpliced(to, 0, moved);
  return order.reduce((done, { day }, index) => withBlock(done, section.days[index]?.at ?? 0, day), program);
}

/**
 * One more week: the days of a section once more, or a single day without lifts.
 *
 * Days that belonged to every week so far are first told to belong to the weeks there are.
 */
export function addWeek(program: Program, copied: Section | null, first_day: string): Program {
  const general = sectionsOf(program).find((section) => section.weeks === null);
  const last = weekCount(program);
  let bound = program;
  const first = general?.days[0];
  if (general && first) {
    const weeks = Array.from({ length: last }, (_, index) => index + 1);
    const trivia = first.day.trivia;
    bound = withBlock(program, first.at, { ...first.day, trivia: PLAIN });
    bound = insertBlocks(bound, first.at, [{ type: "week", weeks, trivia }]);
  }
  const days: readonly Day[] = copied
    ? copied.days.map(({ day }, index) => ({ ...day, trivia: index === 0 ? PLAIN : APART }))
    : [{ type: "day", name: first_day, weekday: null, slots: [], trivia: PLAIN }];
  const added = insertBlocks(bound, bound.blocks.length, [{ type: "week", weeks: [last + 1], trivia: APART }, ...days]);
  return growWeeks(added, last + 1);
}

/** A stated number of weeks must not be smaller than the last week there is. */
function growWeeks(program: Program, last: number): Program {
  const stated = headerOf(program)?.lines.find((line) => line.name === "weeks");
  return stated && (stated.numbers[0] ?? 0) < last ? setHeaderLine(program, "weeks", { numbers: [last] }) : program;
}

/** Say which weeks a section's days belong to. */
export function setSectionWeeks(program: Program, section: Section, weeks: readonly number[]): Program {
  const block = section.at === null ? undefined : program.blocks[section.at];
  if (block?.type !== "week" || section.at === null || weeks.length === 0) return program;
  return growWeeks(withBlock(program, section.at, { ...block, weeks }), Math.max(...weeks));
}

/** A section with its days. What is left of a single one belongs to every week again. */
export function removeSection(program: Program, section: Section): Program {
  const places = [...(section.at === null ? [] : [section.at]), ...section.days.map(({ at }) => at)];
  return withoutBlocks(program, places);
}

/** Weeks of one round; null lets the last week that is named decide. */
export function setWeekTotal(program: Program, weeks: number | null): Program {
  return setHeaderLine(program, "weeks", weeks === null ? null : { numbers: [weeks] });
}

export function changeSlot(program: Program, at: number, index: number, fields: Partial<Slot>): Program {
  return changeDay(program, at, (day) => ({
    ...day,
    slots: day.slots.map((slot, place) => (place === index ? { ...slot, ...fields } : slot)),
  }));
}

export function addSlot(program: Program, at: number, slot: Slot): Program {
  return changeDay(program, at, (day) => ({ ...day, slots: [...day.slots, slot] }));
}

export function copySlot(program: Program, at: number, index: number): Program {
  return changeDay(program, at, (day) => {
    const slot = day.slots[index];
    return slot ? { ...day, slots: day.slots.toSpliced(index + 1, 0, { ...slot, trivia: PLAIN }) } : day;
  });
}

export function removeSlot(program: Program, at: number, index: number): Program {
  return changeDay(program, at, (day) => ({ ...day, slots: day.slots.toSpliced(index, 1) }));
}

export function moveSlot(program: Program, at: number, from: number, to: number): Program {
  return changeDay(program, at, (day) => {
    const slot = day.slots[from];
    if (!slot || to < 0 || to >= day.slots.length) return day;
    return { ...day, slots: day.slots.toSpliced(from, 1).toSpliced(to, 0, slot) };
  });
}

/** Take a slot to the end of another day. */
export function moveSlotToDay(program: Program, at: number, index: number, other_at: number): Program {
  const slot = dayAt(program, at)?.slots[index];
  if (!slot || !dayAt(program, other_at) || at === other_at) return program;
  return addSlot(removeSlot(program, at, index), other_at, slot);
}
