/** What the lines of a program must agree on: names, weeks, stages, rules; the twin of the server's `checks.py`. */
import { MAX_DAYS, MAX_LIFTS, MAX_RULES, MAX_SCHEMES, MAX_SLOTS } from "./limits.ts";
import type { Program, Rule, Scheme, SchemeLine } from "./model.ts";
import { EMPTY_SCHEME, plannedScheme, schemesOf, trackKey, weekCount, type PlannedScheme } from "./plan.ts";
import { closest, problem, type Problem } from "./problems.ts";
import type { NameMark } from "./read-formulas.ts";

const MAXIMA = Array.from({ length: 12 }, (_, index) => `${index + 1}rm`);
const OF_LIFT = ["tm", "e1rm", "step", ...MAXIMA];
const OF_TRACK = ["weight", "reps", "stage", "successes", "failures", "misses", "stalled"];
const OF_RESULT = ["first", "last", "lowest", "total", "target", "top", "rpe", "sets"];
export const QUANTITIES: readonly string[] = [...OF_LIFT, ...OF_TRACK, ...OF_RESULT, "week", "cycle"];
const OF_OTHER_TRACK = ["weight", "reps", "stage"];
const CHANGEABLE = ["weight", "reps", "stage", "tm", "1rm"];

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where names stand in the text: what could not be checked while its line was read. */
export class Marks {
  readonly lifts: NameMark[] = [];
  readonly schemes: NameMark[] = [];
  readonly names: [string, NameMark][] = [];
  readonly targets: [string, NameMark][] = [];
  readonly weeks: { weeks: readonly number[]; line: number; column: number }[] = [];
  readonly lines: { scope: string; line: SchemeLine; at: number; column: number }[] = [];
  readonly slots: (Place & { track: string })[] = [];
  readonly again: (Place & { name: string })[] = [];
  readonly headers: Place[] = [];
  lacks_head = false;
  readonly lacking = new Set<string>();
  private readonly places = new Map<string, Place>();

  /** Remember where a name was given, or that it was given twice. */
  place(kind: string, name: string | number, line: number, column: number): void {
    const key = `${kind} ${name}`;
    if (kind === "program") this.headers.push({ line, column });
    if (this.places.has(key) && typeof name === "string") this.again.push({ name, line, column });
    else this.places.set(key, { line, column });
  }

  placeOf(kind: string, name: string | number): Place {
    return this.places.get(`${kind} ${name}`) ?? { line: 1, column: 1 };
  }

  isPlaced(kind: string, name: string): boolean {
    return this.places.has(`${kind} ${name}`);
  }

  addNames(scope: string, found: readonly NameMark[]): void {
    for (const mark of found) this.names.push([scope, mark]);
  }
}

/** What is wrong between the lines of a program. */
export function checkProgram(program: Program, marks: Marks): readonly Problem[] {
  const schemes = schemesOf(program);
  const known = new Known(program, schemes);
  return [
    ...checkBlocks(program, marks),
    ...marks.again.map((one) => problem(one.line, one.column, "duplicate", one.name)),
    ...marks.lifts.filter((mark) => !marks.isPlaced("lift", mark.name)).map((mark) => unknown(mark, "unknown_lift", known.lifts)),
    ...marks.schemes
      .filter((mark) => !marks.isPlaced("scheme", mark.name))
      .map((mark) => unknown(mark, "unknown_scheme", schemes.keys())),
    ...marks.names.flatMap(([scope, mark]) => known.checkName(scope, mark)),
    ...marks.targets.flatMap(([scope, mark]) => known.checkTarget(scope, mark)),
    ...checkWeeks(program, marks),
    ...checkSchemes(schemes, marks, known),
  ];
}

function unknown(mark: NameMark, code: string, known: Iterable<string>): Problem {
  return problem(mark.line, mark.column, code, mark.name, "", closest(mark.name, known));
}

function checkBlocks(program: Program, marks: Marks): readonly Problem[] {
  const found: Problem[] = [];
  if (marks.headers.length === 0 && !marks.lacks_head) found.push(problem(1, 1, "no_program"));
  for (const { line, column } of marks.headers.slice(1)) found.push(problem(line, column, "second_program"));
  const count = (type: string) => program.blocks.filter((block) => block.type === type).length;
  if (count("day") === 0 && !marks.lacks_head) found.push(problem(1, 1, "no_days"));
  const sizes = [
    ["day", MAX_DAYS],
    ["lift", MAX_LIFTS],
    ["scheme", MAX_SCHEMES],
  ] as const;
  for (const [type, most] of sizes) {
    if (count(type) > most) found.push(problem(1, 1, "too_large", `${count(type)} ${type}s`, String(most)));
  }
  for (const [place, block] of program.blocks.entries()) {
    if (block.type !== "day") continue;
    const { line, column } = marks.placeOf("day", place);
    if (block.slots.length === 0 && !marks.lacking.has(`day ${place}`)) found.push(problem(line, column, "empty_day", block.name));
    if (block.slots.length > MAX_SLOTS) {
      found.push(problem(line, column, "too_large", `${block.slots.length} lifts`, String(MAX_SLOTS)));
    }
  }
  return found;
}

function checkWeeks(program: Program, marks: Marks): readonly Problem[] {
  const last = weekCount(program);
  const found: Problem[] = [];
  const beyond = (weeks: readonly number[], line: number, column: number) => {
    const latest = weeks.at(-1) ?? 0;
    if (latest > last) found.push(problem(line, column, "no_week", String(latest)));
  };
  for (const { weeks, line, column } of marks.weeks) beyond(weeks, line, column);
  for (const { line, at, column } of marks.lines) {
    if (line.type === "sets" || line.type === "rule") beyond(line.weeks, at, column);
  }
  const header = program.blocks.find((block) => block.type === "program");
  const { line, column } = marks.placeOf("program", 0);
  for (const one of header?.lines ?? []) {
    if (one.name === "deload" || one.name === "block") beyond(one.numbers, line, column);
  }
  return found;
}

function checkSchemes(schemes: ReadonlyMap<string, Scheme>, marks: Marks, known: Known): readonly Problem[] {
  const found: Problem[] = [];
  for (const name of schemes.keys()) {
    const { line, column } = marks.placeOf("scheme", name);
    const planned = known.plannedOf(name);
    if (isCircle(name, schemes)) found.push(problem(line, column, "like_circle", name));
    else if (planned.sets.length === 0 && !marks.lacking.has(`scheme ${name}`)) found.push(problem(line, column, "no_sets", name));
    if (planned.rules.length > MAX_RULES) {
      found.push(problem(line, column, "too_large", `${planned.rules.length} rules`, String(MAX_RULES)));
    }
  }
  const earlier = new Map<string, Rule[]>();
  for (const { scope, line, at, column } of marks.lines) {
    const planned = known.plannedOf(scope);
    if (line.type === "sets" && planned.climb === null && line.groups.some((group) => group.goal === "climb")) {
      found.push(problem(at, column, "no_climb", scope));
    } else if (line.type === "rule") {
      const rules = earlier.get(scope) ?? [];
      found.push(...checkRule(line, rules, planned, scope).map(([code, what]) => problem(at, column, code, what)));
      earlier.set(scope, [...rules, line]);
    }
  }
  return found;
}

function checkRule(rule: Rule, earlier: readonly Rule[], planned: PlannedScheme, scope: string): readonly [string, string][] {
  const found: [string, string][] = [];
  if (rule.stage !== null && !planned.stages.includes(rule.stage)) found.push(["never", `there is no stage ${rule.stage}`]);
  if (planned.stages.length === 0 && rule.actions.some((action) => action.kind.includes("stage"))) found.push(["no_stages", scope]);
  if (earlier.some((one) => comesFirst(one, rule))) found.push(["never", "an earlier rule always comes first"]);
  return found;
}

/** Whether the earlier rule fires whenever the later one could. */
function comesFirst(earlier: Rule, later: Rule): boolean {
  const after_set = earlier.trigger === "done" && (later.trigger === "success" || later.trigger === "failure");
  const weeks = earlier.weeks.length === 0 || (later.weeks.length > 0 && later.weeks.every((week) => earlier.weeks.includes(week)));
  const stage = earlier.stage === null || earlier.stage === later.stage;
  const same = earlier.trigger === later.trigger || after_set;
  return same && earlier.when === null && earlier.times <= later.times && weeks && stage;
}

function isCircle(name: string, schemes: ReadonlyMap<string, Scheme>): boolean {
  const seen = new Set([name]);
  let wanted = schemes.get(name)?.like;
  while (wanted && schemes.has(wanted)) {
    if (seen.has(wanted)) return true;
    seen.add(wanted);
    wanted = schemes.get(wanted)?.like;
  }
  return false;
}

/** All names there are. */
class Known {
  readonly lifts: readonly string[];
  private readonly planned: ReadonlyMap<string, PlannedScheme>;
  private readonly schemes_by_track = new Map<string, string | null>();

  constructor(program: Program, schemes: ReadonlyMap<string, Scheme>) {
    this.lifts = [...new Set(program.blocks.flatMap((block) => (block.type === "lift" ? [block.name] : [])))];
    this.planned = new Map([...schemes.keys()].map((name) => [name, plannedScheme(name, schemes)]));
    for (const slot of program.blocks.flatMap((block) => (block.type === "day" ? block.slots : []))) {
      const key = trackKey(slot);
      if (!this.schemes_by_track.has(key)) this.schemes_by_track.set(key, slot.scheme);
    }
  }

  plannedOf(scheme: string | null | undefined): PlannedScheme {
    return this.planned.get(scheme ?? "") ?? EMPTY_SCHEME;
  }

  checkName(scope: string, mark: NameMark): readonly Problem[] {
    const names = [...QUANTITIES, ...this.variables(scope)];
    if (mark.name.includes(".")) return this.checkDotted(mark, OF_LIFT, "unknown_name");
    return names.includes(mark.name) ? [] : [unknown(mark, "unknown_name", [...names, ...this.lifts])];
  }

  checkTarget(scope: string, mark: NameMark): readonly Problem[] {
    const names = [...CHANGEABLE, ...this.variables(scope)];
    if (mark.name.includes(".")) return this.checkDotted(mark, ["tm", "1rm"], "bad_target");
    return names.includes(mark.name) ? [] : [unknown(mark, "bad_target", names)];
  }

  private variables(scheme: string | null | undefined): readonly string[] {
    return this.plannedOf(scheme).variables.map((variable) => variable.name);
  }

  private checkDotted(mark: NameMark, of_lift: readonly string[], code: string): readonly Problem[] {
    const [lift = "", second = "", third] = mark.name.split(".");
    const track = `${lift}.${second}`;
    if (!this.lifts.includes(lift)) return [unknown({ ...mark, name: lift }, "unknown_lift", this.lifts)];
    if (third === undefined && of_lift.includes(second)) return [];
    if (!this.schemes_by_track.has(track)) return [unknown(mark, "unknown_track", this.schemes_by_track.keys())];
    if (third === undefined) return [];
    const names = [...OF_OTHER_TRACK, ...this.variables(this.schemes_by_track.get(track))];
    if (names.includes(third)) return [];
    return [
      unknown(
        mark,
        code,
        names.map((name) => `${track}.${name}`),
      ),
    ];
  }
}
