/** How many hard sets a week of a program plans for each muscle; the twin of the server's `planned_volume.py`. */
import { HARD_SET_MAX_RIR } from "../sets.ts";
import { hardSetsByMuscle } from "../volume.ts";
import type { SetGroup } from "./model.ts";
import { groupsFor, lineFor, type Plan } from "./plan.ts";

/** A total of reps is planned as sets of ten: how many it will be is the lifter's choice. */
const REPS_OF_A_SET = 10;

/**
 * Fractional hard sets [sets] of each muscle in one week (from 1) of the program, by the muscle's name.
 *
 * `shares` has the share of each muscle in a set by the program's text of the exercise; one that is missing
 * adds nothing. `stages` has the stage of each track, its first where missing. Warm-ups never count, nor do
 * sets that are planned with more than 4 reps in reserve (as in `isHardSet`).
 */
export function plannedVolume(
  plan: Plan,
  week: number,
  shares: ReadonlyMap<string, ReadonlyMap<string, number>>,
  stages: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const slot of (plan.weeks[week - 1] ?? []).flatMap((day) => day.slots)) {
    const stage = stages.get(slot.track) ?? slot.scheme.stages[0] ?? 1;
    const exercise = lineFor(slot, week, stage)?.exercise ?? plan.lifts.get(slot.slot.lift)?.exercise ?? "";
    const hard = groupsFor(slot, week, stage).reduce((sum, group) => sum + hardSets(group), 0);
    counts.set(exercise, (counts.get(exercise) ?? 0) + hard);
  }
  const volume = [...hardSetsByMuscle(counts, shares)].filter(([, sets]) => sets > 0);
  return new Map(volume.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function hardSets(group: SetGroup): number {
  const rir = group.rir ?? (group.rpe === null ? null : 10 - group.rpe);
  if (rir !== null && rir > HARD_SET_MAX_RIR) return 0;
  return group.goal === "total" ? group.sets * Math.ceil(group.low / REPS_OF_A_SET) : group.sets;
}
