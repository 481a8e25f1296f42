import { nextSession, type Session } from "@/training/programs/engine.ts";
import { fact, type Fact } from "@/training/programs/facts.ts";
import { doneAsPlanned } from "@/training/programs/preview.ts";
import type { Running } from "./run.ts";

/** Later than every fact there is, so that what is only imagined comes last [ms]. */
const FUTURE_MS = Date.UTC(2200, 0, 1);

/** The sessions that come, the next one first, if everything is done as planned; at most `count`. */
export function sessionsAhead(
  running: Pick<Running, "begun" | "start" | "facts" | "loading" | "plans">,
  count: number,
): readonly Session[] {
  const { begun, start, facts, loading, plans } = running;
  const imagined: Fact[] = [];
  const sessions: Session[] = [];
  while (sessions.length < count) {
    const session = nextSession(begun, start, [...facts, ...imagined], loading, [], plans);
    if (session === null) break;
    sessions.push(session);
    imagined.push(asPlanned(session, sessions.length));
  }
  return sessions;
}

function asPlanned({ week, day, slots }: Session, number: number): Fact {
  return fact({
    kind: "workout",
    id: `ahead-${String(number).padStart(4, "0")}`,
    at: FUTURE_MS + number,
    week,
    day,
    slots: slots.map((slot) => doneAsPlanned(slot, {})),
  });
}
