import { useLocation } from "wouter";
import { currentDb } from "@/db/current.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { startWorkout } from "@/features/workouts/commands.ts";
import { lastComparableSets } from "@/features/workouts/local-history.ts";
import { useBegin } from "@/features/workouts/use-begin.ts";
import { nowMs, toIso } from "@/lib/clock.ts";
import { enrolmentHref } from "./href.ts";
import type { Running } from "./run.ts";
import { placeOf, sessionExercises, titleOf } from "./session-workout.ts";

/** Start the next session of an enrolment as a workout and show it; one under way is gone on with. */
export function useStartSession(): { readonly start: (running: Running) => Promise<void>; readonly busy: boolean } {
  const { time_zone } = useFormat();
  const [, navigate] = useLocation();
  const { begin, busy } = useBegin();
  const start = async (running: Running) => {
    const { session, live, enrolment } = running;
    if (live) return navigate(`/train/${live.id}`);
    // An exercise nobody knows is a question, not a gap in the workout.
    if (running.unknown.length > 0) return navigate(enrolmentHref(enrolment.id));
    if (session === null) return;
    await begin(async () => {
      const before_ms = nowMs();
      const lastSets = async (id: string) => (await lastComparableSets(currentDb(), id, { before_ms })).last?.sets ?? null;
      return startWorkout({
        title: titleOf(running, session),
        notes: "",
        started_at: toIso(before_ms),
        finished_at: null,
        time_zone,
        program: placeOf(running, session),
        exercises: await sessionExercises(running, session, lastSets),
      });
    });
  };
  return { start, busy };
}
