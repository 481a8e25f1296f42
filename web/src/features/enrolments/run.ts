/** An enrolment put together with its program, facts and gym: everything about it is derived from these. */
import type { Workout } from "@/db/documents.ts";
import type { EnrolmentDoc, EnrolmentFact, ProgramVersion } from "@/db/program-documents.ts";
import type { ExerciseForMe } from "@/features/exercises/use-exercises.ts";
import { exerciseTextsOf, makeExerciseLookup, type ExerciseLookup } from "@/features/programs/program-exercises.ts";
import { currentPlan, type Plans } from "@/training/programs/carry.ts";
import { loadableFor, type Gym } from "@/training/gym.ts";
import type { Loadable } from "@/training/plates.ts";
import { sessionOf, type Session } from "@/training/programs/engine.ts";
import { fact, type Enrolment, type Fact } from "@/training/programs/facts.ts";
import { fold } from "@/training/programs/fold.ts";
import { gymLoading, type Loading } from "@/training/programs/loading.ts";
import { exerciseTexts, factsOfWorkouts } from "@/training/programs/logged.ts";
import { makePlan, type Plan } from "@/training/programs/plan.ts";
import { readProgram } from "@/training/programs/read-text.ts";
import type { State } from "@/training/programs/state.ts";
import type { WeightUnit } from "@/training/units.ts";

/** What an enrolment is derived from. */
export interface EnrolmentRows {
  readonly enrolment: EnrolmentDoc;
  /** Every edition it has been on, and newer ones. */
  readonly versions: readonly ProgramVersion[];
  /** Workouts done for it, the unfinished one included. */
  readonly workouts: readonly Workout[];
  readonly exercises: readonly ExerciseForMe[];
  readonly gym: Gym | null;
}

export interface Running extends EnrolmentRows {
  /** The edition in force. */
  readonly version: ProgramVersion;
  readonly plan: Plan;
  /** The edition it began with, from which everything is derived. */
  readonly begun: Plan;
  readonly plans: Plans;
  readonly start: Enrolment;
  readonly facts: readonly Fact[];
  readonly loading: Loading;
  readonly state: State;
  /** Null when the program is over. */
  readonly session: Session | null;
  readonly exerciseOf: ExerciseLookup;
  /** Texts that no exercise is known for: the lifter has to choose. */
  readonly unknown: readonly string[];
  /** The workout of this enrolment that is under way. */
  readonly live: Workout | null;
}

/** Derive where a lifter stands; null while the text of the edition is not on this device or cannot be read. */
export function runEnrolment(rows: EnrolmentRows): Running | null {
  const { enrolment, versions, workouts, exercises, gym } = rows;
  const first = versions.find(({ id }) => id === enrolment.program_version_id);
  const begun = first ? planOf(first) : null;
  if (!first || !begun) return null;
  const plans: Plans = new Map(versions.flatMap((one) => [[one.id, planOf(one)] as const]).filter(isRead));
  const { unit, starts } = enrolment;
  const start: Enrolment = { unit, starts };
  const exerciseOf = makeExerciseLookup(exercises, enrolment.exercises);
  const slugById = new Map(exercises.map(({ id, slug }) => [id, slug]));
  const textOf = exerciseTexts(enrolment.exercises, (id) => slugById.get(id) ?? null);
  const texts = [
    ...[...plans.values()].flatMap(exerciseTextsOf),
    ...enrolment.facts.map(({ exercise }) => exercise).filter(Boolean),
  ];
  const loading = loadingFor(texts, exerciseOf, gym, unit);
  const finished = workouts.filter(({ finished_at }) => finished_at !== null);
  const facts = [...factsOfWorkouts(finished, textOf, enrolment.id), ...factsOfEnrolment(enrolment)];
  const state = fold(begun, start, facts, loading, plans);
  const plan = currentPlan(begun, state, plans);
  return {
    ...rows,
    version: versions.find(({ id }) => id === state.program_version_id) ?? first,
    plan,
    begun,
    plans,
    start,
    facts,
    loading,
    state,
    session: sessionOf(plan, start, state, loading),
    exerciseOf,
    unknown: exerciseTextsOf(plan).filter((text) => exerciseOf(text) === null),
    live: workouts.find(({ finished_at }) => finished_at === null) ?? null,
  };
}

const isRead = (entry: readonly [string, Plan | null]): entry is readonly [string, Plan] => entry[1] !== null;

/** Departures from the program as the core reads them. */
export function factsOfEnrolment({ facts }: EnrolmentDoc): readonly Fact[] {
  return facts.map(toFact);
}

function toFact({ at, workout_id, program_version_id, ...given }: EnrolmentFact): Fact {
  return fact({ ...given, at: Date.parse(at), workout: workout_id ?? "", program_version_id: program_version_id ?? "" });
}

const plans = new Map<string, Plan | null>();

/** Editions never change: each is read once. */
export function planOf({ id, text }: Pick<ProgramVersion, "id" | "text">): Plan | null {
  const known = plans.get(id);
  if (known !== undefined) return known;
  const plan = planOfText(text);
  plans.set(id, plan);
  return plan;
}

export function planOfText(text: string): Plan | null {
  const { program } = readProgram(text);
  return program === null ? null : makePlan(program);
}

/** What the program's exercises are loaded with in this lifter's gym, in the enrolment's unit. */
export function loadingFor(texts: readonly string[], exerciseOf: ExerciseLookup, gym: Gym | null, unit: WeightUnit): Loading {
  const loadables = new Map<string, Loadable>();
  for (const text of texts) {
    const exercise = exerciseOf(text);
    if (!exercise) continue;
    const { equipment, bar_id = null, step = null, step_unit = null } = exercise;
    loadables.set(text, loadableFor(gym, equipment, unit, bar_id, step === null ? null : { step, unit: step_unit ?? unit }));
  }
  return gymLoading(loadables, unit);
}
