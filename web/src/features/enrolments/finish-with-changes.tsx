import { FinishPage } from "@/features/workouts/finish/finish-page.tsx";
import { WhatChanges } from "./what-changes.tsx";

/** The end of a workout, with what it changes in the program it belongs to. */
export function FinishWithChanges() {
  return <FinishPage renderChanges={(workout) => <WhatChanges workout={workout} />} />;
}
