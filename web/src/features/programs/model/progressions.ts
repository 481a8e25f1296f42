/** Progressions people know, as rules; and which of them a scheme's rules are. */
import type { Rule, SchemeLine, SetGroup } from "@/training/programs/model.ts";
import { ruleText } from "@/training/programs/write-text.ts";
import { schemeLines } from "./scheme-edits.ts";

export const PROGRESSIONS = ["none", "linear", "double", "climb", "amrap", "total", "wave", "stages"] as const;
export type ProgressionKind = (typeof PROGRESSIONS)[number];

/** A progression with its numbers; those a kind does not have are ignored. */
export interface Progression {
  readonly kind: ProgressionKind | "custom";
  /** Successes in a row before the weight rises. */
  readonly successes: number;
  /** Failures in a row before it falls; 0 for never. */
  readonly failures: number;
  /** By how many per cent it falls. */
  readonly reset_pct: number;
  /** Reps: of the last set for one step (amrap), of all sets (total), the range's ends (climb). */
  readonly low: number;
  readonly high: number;
}

const STANDARD: Progression = { kind: "none", successes: 1, failures: 3, reset_pct: 10, low: 8, high: 12 };

export function standardProgression(kind: ProgressionKind): Progression {
  if (kind === "amrap") return { ...STANDARD, kind, low: 5, high: 10 };
  if (kind === "total") return { ...STANDARD, kind, low: 50, high: 50 };
  if (kind === "wave") return { ...STANDARD, kind, failures: 1 };
  return { ...STANDARD, kind };
}

/** The rules of a progression as they are written. */
export function progressionLines(progression: Progression): readonly string[] {
  const { kind, successes, failures, reset_pct, low, high } = progression;
  const success = successes > 1 ? `on success ${successes} times` : "on success";
  const failure = failures > 1 ? `on failure ${failures} times` : "on failure";
  const reset = failures > 0 ? [`${failure}: weight - ${reset_pct}%`] : [];
  switch (kind) {
    case "linear":
    case "double":
      return [`${success}: weight + step`, ...reset];
    case "climb":
      return [`on success when reps >= ${high}: weight + step, reps = ${low}`, "on success: reps + 1", ...reset];
    case "amrap":
      return [`on last >= ${high}: weight + step * 2`, `on last >= ${low}: weight + step`, `on done: weight - ${reset_pct}%`];
    case "total":
      return [`on total >= ${low}: weight + step`];
    case "wave":
      return [...(failures > 0 ? [`on cycle end when misses > 0: tm - ${reset_pct}%`] : []), "on cycle end: tm + step"];
    case "stages":
      return ["on success: weight + step", "on failure: next stage"];
    case "none":
    case "custom":
      return [];
  }
}

export function progressionRules(progression: Progression): readonly Rule[] {
  return schemeLines(progressionLines(progression)).filter((line) => line.type === "rule");
}

/** Which progression these lines of a scheme are; `custom` for rules nobody offers. */
export function progressionOf(lines: readonly SchemeLine[]): Progression {
  const rules = lines.filter((line) => line.type === "rule").map(ruleText);
  const climbs = lines.find((line) => line.type === "setting" && line.name === "reps");
  if (rules.length === 0) return STANDARD;
  const found = numbersOf(rules);
  const ranges = lines.some((line) => line.type === "sets" && line.groups.some((group) => group.low < group.high));
  const kinds: readonly ProgressionKind[] = climbs ? ["climb"] : [ranges ? "double" : "linear", "amrap", "total", "wave", "stages"];
  for (const kind of kinds) {
    const guess: Progression = { ...standardProgression(kind), ...found, kind };
    if (progressionLines(guess).join("\n") === rules.join("\n")) return guess;
  }
  return { ...STANDARD, kind: "custom" };
}

/** The numbers that stand in rules of the offered kinds. */
function numbersOf(rules: readonly string[]): Partial<Progression> {
  const text = rules.join("\n");
  const first = (pattern: RegExp) => {
    const match = pattern.exec(text);
    return match ? Number(match[1]) : null;
  };
  const falls = /on failure|misses|on done: weight -/.test(text);
  const low = first(/^on last >= (\d+): weight \+ step$/m) ?? first(/^on total >= (\d+)/m) ?? first(/reps = (\d+)/);
  const high = first(/^on last >= (\d+): weight \+ step \* 2/m) ?? first(/when reps >= (\d+)/) ?? low;
  return {
    successes: first(/on success (\d+) times/) ?? 1,
    failures: falls ? (first(/on failure (\d+) times/) ?? 1) : 0,
    reset_pct: first(/- (\d+(?:\.\d+)?)%/) ?? STANDARD.reset_pct,
    ...(low === null ? {} : { low }),
    ...(high === null ? {} : { high }),
  };
}

/** Sets that a progression can work with: a range for double progression, an open last set for AMRAP steps. */
export function fitGroups(
  kind: ProgressionKind,
  groups: readonly SetGroup[],
  range: Pick<Progression, "low" | "high">,
): readonly SetGroup[] {
  switch (kind) {
    case "double":
      return groups.map((group) => (group.goal === "reps" && group.low === group.high ? { ...group, high: group.low + 4 } : group));
    case "linear":
      return groups.map((group) => (group.goal === "climb" ? { ...group, goal: "reps", low: range.low, high: range.low } : group));
    case "climb":
      return groups.map((group) => (group.goal === "reps" ? { ...group, goal: "climb", low: 1, high: 1 } : group));
    case "amrap":
      return withOpenLast(groups);
    default:
      return groups;
  }
}

function withOpenLast(groups: readonly SetGroup[]): readonly SetGroup[] {
  const last = groups.at(-1);
  if (!last || last.goal !== "reps") return groups;
  const open: SetGroup = { ...last, sets: 1, goal: "amrap", high: last.low };
  return last.sets > 1 ? [...groups.slice(0, -1), { ...last, sets: last.sets - 1 }, open] : [...groups.slice(0, -1), open];
}
