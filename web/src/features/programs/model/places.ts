import type { Day, Program, Slot } from "@/training/programs/model.ts";

/** A slot by the number of its day in the text and its place in it: these stay while lifts and schemes come and go. */
export interface SlotPlace {
  readonly day: number;
  readonly slot: number;
}

/** Where the days stand among the blocks. */
export function dayPlaces(program: Program): readonly number[] {
  return program.blocks.flatMap((block, at) => (block.type === "day" ? [at] : []));
}

/** The block of a day by its number, and the slot in it. */
export function slotAt(program: Program, place: SlotPlace): { readonly at: number; readonly day: Day; readonly slot: Slot } | null {
  const at = dayPlaces(program)[place.day];
  const day = at === undefined ? undefined : program.blocks[at];
  if (at === undefined || day?.type !== "day") return null;
  const slot = day.slots[place.slot];
  return slot ? { at, day, slot } : null;
}

/** Texts of exercises that a program names: of its lifts, and of stages with exercises of their own. */
export function exercisesOf(program: Program): readonly string[] {
  const found = program.blocks.flatMap((block) => {
    if (block.type === "lift") return [block.exercise];
    if (block.type !== "scheme") return [];
    return block.lines.flatMap((line) => (line.type === "sets" && line.exercise !== null ? [line.exercise] : []));
  });
  return [...new Set(found)];
}
