import type { Workout } from "@/db/documents.ts";
import type { EnrolmentDoc, EnrolmentFact, ProgramVersion } from "@/db/program-documents.ts";
import { newSet } from "@/sync/apply-sets.ts";
import { buildExercise, buildWorkout } from "@/test-builders.ts";
import { runEnrolment, type EnrolmentRows, type Running } from "./run.ts";

export const FIVES = `program "Fives"

lift squat = squat-barbell, step 5kg/10lb
lift odd = sandbag-carry

scheme fives
  sets 3x5
  on success: weight + step

day A
  squat fives
  odd: 2x8-12

day B
  squat fives
`;

export function buildVersion(overrides: Partial<ProgramVersion> = {}): ProgramVersion {
  return {
    id: "v1",
    rev: 1,
    program_id: "p1",
    number: 1,
    title: "Fives",
    text: FIVES,
    note: "",
    parent_version_id: null,
    created_at: "2026-11-01T08:00:00.000Z",
    ...overrides,
  };
}

export function buildEnrolment(overrides: Partial<EnrolmentDoc> = {}): EnrolmentDoc {
  return {
    id: "n1",
    rev: 1,
    program_id: "p1",
    program_version_id: "v1",
    name: "Fives",
    unit: "kg",
    starts: { squat: 60 },
    exercises: { "sandbag-carry": "own-1" },
    started_on: "2026-11-01",
    ended_at: null,
    position: 0,
    created_at: "2026-11-01T08:00:00.000Z",
    facts: [],
    ...overrides,
  };
}

export function buildFact(overrides: Partial<EnrolmentFact> = {}): EnrolmentFact {
  return {
    id: "f1",
    kind: "skip",
    at: "2026-11-20T08:00:00.000Z",
    date: "2026-11-20",
    week: 0,
    day: 0,
    key: "",
    value: 0,
    lift: "",
    exercise: "",
    workout_id: null,
    track: "",
    program_version_id: null,
    ...overrides,
  };
}

export const SQUAT = buildExercise({ id: "ex-squat", slug: "squat-barbell", name: "Squat (Barbell)" });
export const SANDBAG = buildExercise({ id: "own-1", slug: null, name: "Sandbag carry", is_custom: true, equipment: "other" });

/** A finished workout of day A or B: squats with these reps. */
export function squatWorkout(id: string, day: number, weight: number, reps: readonly number[], cycle = 1): Workout {
  const date = `2026-11-${String(day + cycle * 2).padStart(2, "0")}`;
  const sets = reps.map((count, position) => newSet({ id: `${id}-${position}`, position, weight, weight_unit: "kg", reps: count }));
  const prescription = {
    lift: "squat",
    exercise: "squat-barbell",
    unit: "kg",
    stage: 1,
    note: null,
    reasons: [],
    sets: [],
  } as const;
  return buildWorkout({
    id,
    local_date: date,
    started_at: `${date}T17:00:00.000Z`,
    finished_at: `${date}T18:00:00.000Z`,
    program: { enrolment_id: "n1", program_version_id: "v1", cycle, week: 1, day, name: day === 1 ? "A" : "B" },
    exercises: [
      { id: `${id}-e`, exercise_id: SQUAT.id, position: 0, superset: null, notes: "", track: "squat.fives", prescription, sets },
    ],
  });
}

export function run(overrides: Partial<EnrolmentRows> = {}): Running {
  const running = runEnrolment({
    enrolment: buildEnrolment(),
    versions: [buildVersion()],
    workouts: [],
    exercises: [
      { ...SQUAT, origin: "library" },
      { ...SANDBAG, origin: "own" },
    ],
    gym: null,
    ...overrides,
  });
  if (!running) throw new Error("the program of the test cannot be read");
  return running;
}
