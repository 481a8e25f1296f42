import type { SharedTemplate } from "./queries.ts";

type SharedSet = SharedTemplate["exercises"][number]["sets"][number];

/** Alike sets that follow each other, as one with a count. */
export function groupSets(sets: readonly SharedSet[]): { readonly set: SharedSet; readonly count: number }[] {
  const groups: { set: SharedSet; count: number; told: string }[] = [];
  for (const set of sets) {
    const told = JSON.stringify(set);
    const last = groups.at(-1);
    if (last?.told === told) last.count += 1;
    else groups.push({ set, count: 1, told });
  }
  return groups.map(({ set, count }) => ({ set, count }));
}
