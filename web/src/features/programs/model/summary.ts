/** What a shelf and a page say about a program, read from its text. */
import type { Header } from "@/training/programs/model.ts";
import { makePlan, weekCount } from "@/training/programs/plan.ts";
import { readDraft } from "@/training/programs/read-text.ts";

export interface ProgramSummary {
  readonly title: string;
  readonly by: string;
  readonly goal: string;
  readonly level: string;
  /** Training days a week: as it says, else of its fullest week. */
  readonly days: number;
  readonly weeks: number;
  /** It begins again after the last week. */
  readonly repeats: boolean;
  readonly sources: readonly string[];
  readonly notes: readonly string[];
  /** Names of exercises, for the search. */
  readonly exercises: readonly string[];
  /** How many errors its text has. */
  readonly problems: number;
}

export function summaryOf(text: string): ProgramSummary {
  const { program, problems } = readDraft(text);
  const header = program?.blocks.find((block): block is Header => block.type === "program");
  const texts = (name: string) => (header?.lines ?? []).filter((line) => line.name === name).map((line) => line.text);
  const plan = program && problems.length === 0 ? makePlan(program) : null;
  const stated = header?.lines.find((line) => line.name === "days")?.numbers[0];
  return {
    title: header?.title ?? "",
    by: texts("by").join(", "),
    goal: texts("goal")[0] ?? "",
    level: texts("level")[0] ?? "",
    days: stated ?? Math.max(0, ...(plan?.weeks ?? []).map((days) => days.length)),
    weeks: program ? weekCount(program) : 0,
    repeats: plan?.repeats ?? true,
    sources: texts("source"),
    notes: texts("note"),
    exercises: [...(plan?.lifts.values() ?? [])].map((lift) => lift.exercise),
    problems: problems.length,
  };
}

export interface LibraryFilter {
  readonly text: string;
  /** Days a week; empty for any. */
  readonly days: string;
  readonly level: string;
  readonly goal: string;
}

export const NO_FILTER: LibraryFilter = { text: "", days: "", level: "", goal: "" };

/** Whether a program passes the filters; every word of the text must be somewhere in it. */
export function passes(summary: ProgramSummary, { text, days, level, goal }: LibraryFilter): boolean {
  if (days !== "" && summary.days !== Number(days)) return false;
  if (level !== "" && summary.level !== level) return false;
  if (goal !== "" && summary.goal !== goal) return false;
  const where = [summary.title, summary.by, summary.goal, summary.level, ...summary.exercises]
    .join(" ")
    .toLowerCase()
    .replaceAll("-", " ");
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => where.includes(word));
}

/** The values there are of a field, each once, in their own order. */
export function valuesOf(summaries: readonly ProgramSummary[], field: "level" | "goal" | "days"): readonly string[] {
  const found = [...new Set(summaries.map((summary) => String(summary[field])))].filter((value) => value !== "" && value !== "0");
  return found.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b, undefined, { numeric: true }));
}

const LEVELS = ["beginner", "intermediate", "advanced"];

function rank(value: string): number {
  return LEVELS.indexOf(value);
}
