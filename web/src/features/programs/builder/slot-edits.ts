/** What the dialog of a slot changes, wherever its sets and rules stand. */
import type { Program, Rule, SetGroup, Slot } from "@/training/programs/model.ts";
import { slotAt, type SlotPlace } from "../model/places.ts";
import { changeSlot } from "../model/program-edits.ts";
import { fitGroups, progressionOf, progressionRules, type Progression, type ProgressionKind } from "../model/progressions.ts";
import {
  changeLift,
  changeSetLine,
  liftOf,
  linesOf,
  schemeOf,
  setRules,
  setSchemeSetting,
  setWarmUp,
  toScheme,
  withLiftFor,
  withoutUnused,
} from "../model/scheme-edits.ts";

/** Sets as the dialog shows them: of the slot itself (`line` null), or of one line of its scheme. */
export interface ShownSets {
  readonly line: number | null;
  readonly weeks: readonly number[];
  readonly stage: number | null;
  readonly groups: readonly SetGroup[];
}

export function shownSets(program: Program, slot: Slot): readonly ShownSets[] {
  const scheme = schemeOf(program, slot.scheme);
  if (!scheme) return [{ line: null, weeks: [], stage: null, groups: slot.groups }];
  const lines = linesOf(program, scheme).filter((line) => line.type === "sets");
  return lines.map(({ weeks, stage, groups }, line) => ({ line, weeks, stage, groups }));
}

export function rulesOf(program: Program, slot: Slot): readonly Rule[] {
  const scheme = schemeOf(program, slot.scheme);
  return scheme ? linesOf(program, scheme).filter((line) => line.type === "rule") : [];
}

/** Whether a slot warms up first, by the general rule or by sets that are written. */
export function hasWarmUp(program: Program, slot: Slot): boolean {
  const scheme = schemeOf(program, slot.scheme);
  return scheme !== undefined && linesOf(program, scheme).some((line) => line.type === "warm_up");
}

export function setSlotWarmUp(program: Program, place: SlotPlace, on: boolean): Program {
  const found = slotAt(program, place);
  if (!found) return program;
  const made = toScheme(program, found.at, place.slot);
  return setWarmUp(made.program, made.name, on);
}

export function progressionOfSlot(program: Program, slot: Slot): Progression {
  const scheme = schemeOf(program, slot.scheme);
  return progressionOf(scheme ? linesOf(program, scheme) : []);
}

export function setGroups(program: Program, place: SlotPlace, line: number | null, groups: readonly SetGroup[]): Program {
  const found = slotAt(program, place);
  if (!found || groups.length === 0) return program;
  if (line === null || found.slot.scheme === null) return changeSlot(program, found.at, place.slot, { groups });
  return changeSetLine(program, found.slot.scheme, line, { groups });
}

/** Give a slot a progression; its own sets become a scheme for it, and the sets fit what it needs. */
export function setProgression(program: Program, place: SlotPlace, progression: Progression): Program {
  const found = slotAt(program, place);
  if (!found) return program;
  if (progression.kind === "none" && found.slot.scheme === null) return program;
  const made = toScheme(program, found.at, place.slot);
  let next = setRules(made.program, made.name, progressionRules(progression));
  next = setSchemeSetting(
    next,
    made.name,
    "reps",
    progression.kind === "climb" ? { numbers: [progression.low, progression.high] } : null,
  );
  const scheme = schemeOf(next, made.name);
  const lines = scheme ? linesOf(next, scheme).filter((line) => line.type === "sets") : [];
  for (const [index, line] of lines.entries()) {
    next = changeSetLine(next, made.name, index, {
      groups: fitGroups(progression.kind as ProgressionKind, line.groups, progression),
    });
  }
  if (progression.kind !== "wave") return next;
  const lift = liftOf(next, found.slot.lift);
  // A wave needs a training max to rise; 90 % of the 1RM is what its authors advise.
  return lift && lift.tm_pct === null && lift.tm_of === null ? changeLift(next, lift.name, { tm_pct: 90 }) : next;
}

/** Another exercise in a slot, under a lift of its own. */
export function setExercise(program: Program, place: SlotPlace, exercise: string): Program {
  const before = slotAt(program, place);
  if (!before) return program;
  const step = liftOf(program, before.slot.lift)?.step ?? null;
  const made = withLiftFor(program, exercise, { step });
  const found = slotAt(made.program, place);
  return found ? withoutUnused(changeSlot(made.program, found.at, place.slot, { lift: made.name })) : program;
}
