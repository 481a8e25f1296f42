/** What a lifter stands at: training maxes by lift, weights by track, each with the reason it is what it is. */
import { fold } from "@/training/programs/fold.ts";
import { ordered } from "@/training/programs/facts.ts";
import type { Reason } from "@/training/programs/reasons.ts";
import { hasTrainingMax, tmLift, type State } from "@/training/programs/state.ts";
import type { Running } from "./run.ts";

/** One number that progresses, by the key a `set` fact changes it with (`squat.tm`, `squat.t1`). */
export interface Standing {
  readonly key: string;
  readonly kind: "tm" | "max" | "weight" | "reps";
  readonly lift: string;
  /** The label of the track; null for a number of the lift. */
  readonly track: string | null;
  /** The lift has no other track, so that its label says nothing. */
  readonly alone: boolean;
  readonly value: number | null;
  readonly why: Reason | null;
  readonly stage: number | null;
}

export interface LiftStanding {
  readonly lift: string;
  readonly exercise: string;
  readonly planned: string;
  readonly numbers: readonly Standing[];
}

export function standingsOf({ plan, state }: Pick<Running, "plan" | "state">): readonly LiftStanding[] {
  return [...plan.lifts.values()].map(({ name, exercise: planned }) => {
    const lift = state.lifts.get(name);
    const of_tracks = [...plan.tracks].filter(([, slot]) => slot.slot.lift === name);
    const has_own_max = hasTrainingMax(plan, state, name) && tmLift(plan, name) === name;
    const max: Standing = has_own_max
      ? {
          key: `${name}.tm`,
          kind: "tm",
          lift: name,
          track: null,
          alone: true,
          value: lift?.tm ?? null,
          why: lift?.why ?? null,
          stage: null,
        }
      : {
          key: `${name}.1rm`,
          kind: "max",
          lift: name,
          track: null,
          alone: true,
          value: lift?.maxima.get("1rm") ?? null,
          why: lift?.why ?? null,
          stage: null,
        };
    const weights = of_tracks.flatMap(([key]) => trackStanding(state, name, key, of_tracks.length === 1));
    const numbers = has_own_max || max.value !== null ? [max, ...weights] : weights;
    return { lift: name, exercise: lift?.exercise ?? planned, planned, numbers };
  });
}

function trackStanding(state: State, lift: string, key: string, alone: boolean): readonly Standing[] {
  const track = state.tracks.get(key);
  if (!track) return [];
  const stage = track.stage > 1 ? track.stage : null;
  const label = key.slice(lift.length + 1);
  const found: Standing[] = [];
  if (track.weight !== null)
    found.push({ key, kind: "weight", lift, track: label, alone, value: track.weight, why: track.why, stage });
  if (track.reps > 0)
    found.push({
      key: `${key}.reps`,
      kind: "reps",
      lift,
      track: label,
      alone,
      value: track.reps,
      why: track.why_stage ?? track.why,
      stage,
    });
  return found;
}

/** A value from some day on, and why. */
export interface StandingChange {
  readonly fact_id: string;
  readonly date: string;
  readonly value: number;
  readonly why: Reason | null;
}

/** Every fold is the price of one step back: enough to see where a number came from. */
const LOOKED_BACK = 40;

/** How a number came about, newest first. */
export function historyOf(running: Running, key: string): readonly StandingChange[] {
  const { begun, start, loading, plans } = running;
  const facts = ordered(running.facts);
  const changes: StandingChange[] = [];
  const from = Math.max(0, facts.length - LOOKED_BACK);
  let before = valueAt(fold(begun, start, facts.slice(0, from), loading, plans), key)?.value ?? null;
  for (let count = from + 1; count <= facts.length; count += 1) {
    const found = valueAt(fold(begun, start, facts.slice(0, count), loading, plans), key);
    const fact = facts[count - 1];
    if (!found || !fact || found.value === null || found.value === before) continue;
    changes.push({ fact_id: fact.id, date: fact.date, value: found.value, why: found.why });
    before = found.value;
  }
  return changes.reverse();
}

function valueAt(state: State, key: string): { readonly value: number | null; readonly why: Reason | null } | null {
  const [lift = "", second = "", third] = key.split(".");
  if (second === "tm") return { value: state.lifts.get(lift)?.tm ?? null, why: state.lifts.get(lift)?.why ?? null };
  if (second === "1rm") return { value: state.lifts.get(lift)?.maxima.get("1rm") ?? null, why: state.lifts.get(lift)?.why ?? null };
  const track = state.tracks.get(`${lift}.${second}`);
  if (!track) return null;
  return { value: third === "reps" ? track.reps : track.weight, why: track.why };
}
