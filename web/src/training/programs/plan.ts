/** A program made ready for running: schemes taken over, weeks laid out; the twin of the server's `plan.py`. */
import { MAX_LIKES } from "./limits.ts";
import type {
  Day,
  Expr,
  Header,
  Lift,
  Program,
  Rule,
  Scheme,
  SchemeLine,
  SetGroup,
  SetLine,
  Setting,
  Slot,
  Variable,
  WarmUp,
  Weight,
} from "./model.ts";

/** Label of a track whose sets stand in the day itself and have no label. */
export const OWN_SETS = "work";
export const STANDARD_STEP: Weight = { kg: 2.5, lb: 5 };

/** A scheme with what it took over; `stages` in order, `climb` the lower and upper reps. */
export interface PlannedScheme {
  readonly sets: readonly SetLine[];
  readonly rules: readonly Rule[];
  readonly variables: readonly Variable[];
  readonly warm_up: WarmUp | null;
  readonly rest_s: number | null;
  readonly tempo: string | null;
  readonly start: Expr | null;
  readonly climb: readonly [number, number] | null;
  readonly note: string | null;
  readonly stages: readonly number[];
}

export const EMPTY_SCHEME: PlannedScheme = {
  sets: [],
  rules: [],
  variables: [],
  warm_up: null,
  rest_s: null,
  tempo: null,
  start: null,
  climb: null,
  note: null,
  stages: [],
};

/** A slot with the track it trains. */
export interface PlannedSlot {
  readonly slot: Slot;
  readonly track: string;
  readonly scheme: PlannedScheme;
}

/** A training day of one week; `number` counts from 1 within the week. */
export interface PlannedDay {
  readonly number: number;
  readonly name: string;
  readonly weekday: number | null;
  readonly slots: readonly PlannedSlot[];
}

/** What the engine runs. `weeks[0]` are the days of week 1; `tracks` has each in order of first use. */
export interface Plan {
  readonly title: string;
  readonly repeats: boolean;
  readonly weeks: readonly (readonly PlannedDay[])[];
  readonly deloads: ReadonlySet<number>;
  readonly blocks: readonly Setting[];
  readonly lifts: ReadonlyMap<string, Lift>;
  readonly tracks: ReadonlyMap<string, PlannedSlot>;
}

/** The plan of a program that was read without problems. */
export function makePlan(program: Program): Plan {
  const header = program.blocks.find((block): block is Header => block.type === "program");
  const lines = header?.lines ?? [];
  const schemes = schemesOf(program);
  const planned = new Map([...schemes.keys()].map((name) => [name, plannedScheme(name, schemes)]));
  const weeks = layOut(program, planned);
  const tracks = new Map<string, PlannedSlot>();
  for (const slot of weeks.flatMap((days) => days.flatMap((day) => day.slots))) {
    if (!tracks.has(slot.track)) tracks.set(slot.track, slot);
  }
  return {
    title: header?.title ?? "",
    repeats: lines.every((line) => line.name !== "once"),
    weeks,
    deloads: new Set(lines.filter((line) => line.name === "deload").flatMap((line) => line.numbers)),
    blocks: lines.filter((line) => line.name === "block"),
    lifts: new Map(program.blocks.flatMap((block) => (block.type === "lift" ? [[block.name, block]] : []))),
    tracks,
  };
}

export function schemesOf(program: Program): ReadonlyMap<string, Scheme> {
  return new Map(program.blocks.flatMap((block) => (block.type === "scheme" ? [[block.name, block]] : [])));
}

/** What progresses together: the same lift under the same label, else under the same scheme. */
export function trackKey(slot: Slot): string {
  return `${slot.lift}.${slot.label ?? slot.scheme ?? OWN_SETS}`;
}

/** A scheme with everything it takes over; unknown names and circles end the chain. */
export function plannedScheme(name: string, schemes: ReadonlyMap<string, Scheme>): PlannedScheme {
  const chain: Scheme[] = [];
  let wanted = schemes.get(name);
  while (wanted && chain.length < MAX_LIKES) {
    chain.push(wanted);
    wanted = wanted.like === null ? undefined : schemes.get(wanted.like);
  }
  return chain.reverse().reduce(over, EMPTY_SCHEME);
}

/** What a scheme writes anew replaces what it took over: all its sets, all its rules. */
function over(before: PlannedScheme, scheme: Scheme): PlannedScheme {
  const own_sets = scheme.lines.filter((line) => line.type === "sets");
  const own_rules = scheme.lines.filter((line) => line.type === "rule");
  const variables = scheme.lines.filter((line) => line.type === "variable");
  const sets = own_sets.length > 0 ? own_sets : before.sets;
  const stages = new Set(sets.flatMap((line) => (line.stage === null ? [] : [line.stage])));
  const start: PlannedScheme = {
    ...before,
    sets,
    rules: own_rules.length > 0 ? own_rules : before.rules,
    variables: [...before.variables, ...variables],
    stages: [...stages].toSorted((one, other) => one - other),
  };
  return scheme.lines.reduce(withLine, start);
}

function withLine(planned: PlannedScheme, line: SchemeLine): PlannedScheme {
  if (line.type === "warm_up") return { ...planned, warm_up: line };
  if (line.type !== "setting") return planned;
  const [first = 0, second = 0] = line.numbers;
  switch (line.name) {
    case "rest":
      return { ...planned, rest_s: first };
    case "tempo":
      return { ...planned, tempo: line.text };
    case "start":
      return { ...planned, start: line.formula };
    case "note":
      return { ...planned, note: line.text };
    default:
      return { ...planned, climb: [first, second] };
  }
}

/** Weeks of one round: as written, else the last one that anything names, else 1. */
export function weekCount(program: Program): number {
  let last = 1;
  for (const block of program.blocks) {
    if (block.type === "program") {
      const written = block.lines.find((line) => line.name === "weeks")?.numbers[0];
      if (written !== undefined) return written;
    } else if (block.type === "week") {
      last = Math.max(last, ...block.weeks);
    } else if (block.type === "scheme") {
      for (const line of block.lines) if (line.type === "sets") last = Math.max(last, ...line.weeks);
    }
  }
  return last;
}

function layOut(program: Program, schemes: ReadonlyMap<string, PlannedScheme>): readonly (readonly PlannedDay[])[] {
  const days_by_week: Day[][] = Array.from({ length: weekCount(program) }, () => []);
  let weeks: readonly number[] = days_by_week.map((_, index) => index + 1);
  for (const block of program.blocks) {
    if (block.type === "week") weeks = block.weeks;
    else if (block.type === "day") for (const week of weeks) days_by_week[week - 1]?.push(block);
  }
  return days_by_week.map((days, index) => planDays(index + 1, days, schemes));
}

function planDays(week: number, days: readonly Day[], schemes: ReadonlyMap<string, PlannedScheme>): readonly PlannedDay[] {
  const planned: PlannedDay[] = [];
  for (const day of days) {
    const slots = day.slots
      .map((slot) => ({ slot, track: trackKey(slot), scheme: schemes.get(slot.scheme ?? "") ?? EMPTY_SCHEME }))
      .filter((slot) => isTrained(slot, week));
    if (slots.length > 0) planned.push({ number: planned.length + 1, name: day.name, weekday: day.weekday, slots });
  }
  return planned;
}

function isTrained(slot: PlannedSlot, week: number): boolean {
  const stages = slot.scheme.stages.length > 0 ? slot.scheme.stages : [1];
  return stages.some((stage) => groupsFor(slot, week, stage).length > 0);
}

/** Sets of a slot in a week and stage; none is a rest. */
export function groupsFor(slot: PlannedSlot, week: number, stage: number): readonly SetGroup[] {
  return slot.slot.scheme === null ? slot.slot.groups : (lineFor(slot, week, stage)?.groups ?? []);
}

/** Of the scheme's lines that fit a week and stage the one that says most, the first among equals. */
export function lineFor(slot: PlannedSlot, week: number, stage: number): SetLine | null {
  let best: SetLine | null = null;
  let best_rank = -1;
  for (const line of slot.scheme.sets) {
    if ((line.weeks.length > 0 && !line.weeks.includes(week)) || (line.stage !== null && line.stage !== stage)) continue;
    const rank = (line.stage === null ? 0 : 2) + (line.weeks.length > 0 ? 1 : 0);
    if (rank > best_rank) {
      best = line;
      best_rank = rank;
    }
  }
  return best;
}
