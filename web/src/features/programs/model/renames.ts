/** A lift or a scheme under another name, wherever the program names it. */
import type { Block, Expr, Program, SchemeLine, SetGroup, Slot } from "@/training/programs/model.ts";
import { liftNames, schemeNames } from "./names.ts";

type Rename = (name: string) => string;

/** Unchanged where the new name is another lift's. */
export function renameLift(program: Program, from: string, to: string): Program {
  if (liftNames(program).includes(to)) return program;
  const rename: Rename = (name) => (name === from ? to : name);
  const blocks = program.blocks.map((block): Block => {
    if (block.type === "lift")
      return { ...block, name: rename(block.name), tm_of: block.tm_of === null ? null : rename(block.tm_of) };
    return block.type === "day" ? withSlots(block, (slot) => ({ ...slot, lift: rename(slot.lift) })) : block;
  });
  return withNames({ ...program, blocks }, (name) => {
    const [lift = "", ...rest] = name.split(".");
    return rest.length === 0 ? name : [rename(lift), ...rest].join(".");
  });
}

/** Names that a scheme cannot have: those of the others, and labels, which would make one track of two. */
export function takenSchemeNames(program: Program): readonly string[] {
  return [...schemeNames(program), ...slotsOf(program).flatMap(({ label }) => label ?? [])];
}

/** Unchanged where the new name is taken. Tracks are named by their scheme, so they are new ones under the new name. */
export function renameScheme(program: Program, from: string, to: string): Program {
  if (takenSchemeNames(program).includes(to)) return program;
  const rename: Rename = (name) => (name === from ? to : name);
  const slots = slotsOf(program);
  const labelled = new Set(slots.flatMap(({ lift, label }) => (label === from ? [lift] : [])));
  const blocks = program.blocks.map((block): Block => {
    if (block.type === "scheme")
      return { ...block, name: rename(block.name), like: block.like === null ? null : rename(block.like) };
    if (block.type !== "day") return block;
    return withSlots(block, (slot) => ({ ...slot, scheme: slot.scheme === null ? null : rename(slot.scheme) }));
  });
  return withNames({ ...program, blocks }, (name) => {
    const [lift = "", track, ...rest] = name.split(".");
    return track === from && !labelled.has(lift) ? [lift, to, ...rest].join(".") : name;
  });
}

function slotsOf(program: Program): readonly Slot[] {
  return program.blocks.flatMap((block) => (block.type === "day" ? block.slots : []));
}

function withSlots<Day extends { readonly slots: readonly Slot[] }>(day: Day, change: (slot: Slot) => Slot): Day {
  return { ...day, slots: day.slots.map(change) };
}

/** Every name in formulas, loads and rules. */
function withNames(program: Program, rename: Rename): Program {
  const blocks = program.blocks.map((block): Block => {
    switch (block.type) {
      case "lift":
        return { ...block, start: formula(block.start, rename) };
      case "scheme":
        return { ...block, lines: block.lines.map((line) => schemeLine(line, rename)) };
      case "day":
        return withSlots(block, (slot) => ({ ...slot, groups: groups(slot.groups, rename) }));
      default:
        return block;
    }
  });
  return { ...program, blocks };
}

function schemeLine(line: SchemeLine, rename: Rename): SchemeLine {
  switch (line.type) {
    case "sets":
    case "warm_up":
      return { ...line, groups: groups(line.groups, rename) };
    case "variable":
      return { ...line, value: known(line.value, rename) };
    case "setting":
      return { ...line, formula: formula(line.formula, rename) };
    case "rule":
      return {
        ...line,
        when: formula(line.when, rename),
        actions: line.actions.map((one) => ({ ...one, target: rename(one.target), value: formula(one.value, rename) })),
      };
  }
}

function groups(all: readonly SetGroup[], rename: Rename): readonly SetGroup[] {
  return all.map((group) => ({
    ...group,
    load: { ...group.load, of: rename(group.load.of), formula: formula(group.load.formula, rename) },
  }));
}

function formula(found: Expr | null, rename: Rename): Expr | null {
  return found === null ? null : known(found, rename);
}

function known(found: Expr, rename: Rename): Expr {
  return { ...found, name: rename(found.name), args: found.args.map((one) => known(one, rename)) };
}
