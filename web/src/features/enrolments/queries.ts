import type { Workout } from "@/db/documents.ts";
import type { EnrolmentDoc, ProgramVersion } from "@/db/program-documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { useLive } from "@/db/use-live.ts";
import { exerciseTextsOf, readProgramExercises } from "@/features/programs/program-exercises.ts";
import type { Gym } from "@/training/gym.ts";
import { planOf, runEnrolment, type Running } from "./run.ts";

/** An enrolment with what is derived from it; `running` is null while its program is not here or cannot be read. */
export interface EnrolmentState {
  readonly enrolment: EnrolmentDoc;
  readonly running: Running | null;
}

/** Every enrolment that goes on, in the lifter's order; `undefined` until read. */
export function useEnrolments(): readonly EnrolmentState[] | undefined {
  return useLive(async (db) => {
    const going = (await db.enrolments.orderBy("position").toArray()).filter(({ ended_at }) => ended_at === null);
    return Promise.all(going.map((enrolment) => readState(db, enrolment)));
  }, []);
}

/** Programs that are no longer followed, the one that ended last first. */
export function useEndedEnrolments(): readonly EnrolmentDoc[] {
  const ended = useLive(async (db) => {
    const all = await db.enrolments.filter(({ ended_at }) => ended_at !== null).toArray();
    return all.toSorted((a, b) => ((a.ended_at ?? "") < (b.ended_at ?? "") ? 1 : -1));
  }, []);
  return ended ?? [];
}

/** One enrolment, ended or not; null when this device does not have it. */
export function useEnrolment(enrolment_id: string): EnrolmentState | null | undefined {
  return useLive(
    async (db) => {
      const enrolment = await db.enrolments.get(enrolment_id);
      return enrolment ? readState(db, enrolment) : null;
    },
    [enrolment_id],
  );
}

export async function readState(db: LocalDb, enrolment: EnrolmentDoc): Promise<EnrolmentState> {
  const { id, program_id } = enrolment;
  const [of_program, workouts, profile] = await Promise.all([
    db.program_versions.where("program_id").equals(program_id).toArray(),
    db.workouts.where("program.enrolment_id").equals(id).toArray(),
    db.profile.get("me"),
  ]);
  const versions = await withMoved(db, enrolment, of_program);
  const texts = [...versions.flatMap(textsOf), ...enrolment.facts.map(({ exercise }) => exercise).filter(Boolean)];
  const ids = [...Object.values(enrolment.exercises), ...texts, ...exerciseIdsOf(workouts)];
  const exercises = await readProgramExercises(db, texts, ids);
  const gym = (profile?.gym ?? null) as Gym | null;
  return { enrolment, running: runEnrolment({ enrolment, versions, workouts, exercises, gym }) };
}

/** An edition may belong to a program that was deleted, or to another one: the enrolment names it. */
async function withMoved(
  db: LocalDb,
  { program_version_id, facts }: EnrolmentDoc,
  known: readonly ProgramVersion[],
): Promise<readonly ProgramVersion[]> {
  const named = [program_version_id, ...facts.flatMap((fact) => fact.program_version_id ?? [])];
  const missing = named.filter((id) => !known.some((version) => version.id === id));
  const found = missing.length === 0 ? [] : await db.program_versions.bulkGet(missing);
  return [...known, ...found.filter((version) => version !== undefined)];
}

function textsOf(version: ProgramVersion): readonly string[] {
  const plan = planOf(version);
  return plan ? exerciseTextsOf(plan) : [];
}

function exerciseIdsOf(workouts: readonly Workout[]): readonly string[] {
  return [...new Set(workouts.flatMap(({ exercises }) => exercises.map(({ exercise_id }) => exercise_id)))];
}
