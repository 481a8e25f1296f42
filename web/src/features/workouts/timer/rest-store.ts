import { findDb, onDbChange } from "@/db/current.ts";
import { nowMs } from "@/lib/clock.ts";
import { newId } from "@/lib/ids.ts";
import { createStore, useStore } from "@/lib/store.ts";
import { extendRest, isCurrent, type Rest, type RestAbout } from "./rest-time.ts";

const KEY = "rest_timer";

/** The rest under way on this device; null when there is none. */
const running = createStore<Rest | null>(null);

export function useRest(): Rest | null {
  return useStore(running);
}

export function findRest(): Rest | null {
  return running.get();
}

export function onRestChange(listener: () => void): () => void {
  return running.subscribe(listener);
}

/** Bring back the rest that was under way when the page went away. */
export async function restoreRest(): Promise<void> {
  const row = await findDb()?.state.get(KEY);
  const rest = row?.value as Rest | null | undefined;
  if (rest && isCurrent(rest, nowMs()) && running.get() === null) running.set(rest);
}

// Another person's rest is none of this one's business.
onDbChange(() => running.set(null));

/** Begin to rest now; a rest under way is replaced. Zero seconds end it. */
export function startRest(workout_id: string, set_id: string | null, duration_s: number, about: RestAbout): void {
  const now_ms = nowMs();
  if (duration_s <= 0) keep(null);
  else keep({ id: newId(), workout_id, set_id, started_at_ms: now_ms, ends_at_ms: now_ms + duration_s * 1000, about });
}

export function changeRest(by_s: number): void {
  const rest = running.get();
  if (rest) keep(extendRest(rest, by_s, nowMs()));
}

/** End the rest; answers what it takes to bring it back. */
export function skipRest(): Rest | null {
  const rest = running.get();
  keep(null);
  return rest;
}

export function resumeRest(rest: Rest): void {
  keep(rest);
}

/** Painted at once; stored so that a reload finds it, and told to the server so that it can wake the phone. */
function keep(rest: Rest | null): void {
  const before = running.get();
  running.set(rest);
  void store(rest).catch(() => undefined);
  // The shell shows the rest from the first view on; talking to the server may come later.
  void import("./rest-server.ts").then(({ tellServer }) => tellServer(rest, before)).catch(() => undefined);
}

async function store(rest: Rest | null): Promise<void> {
  const state = findDb()?.state;
  if (rest) await state?.put({ key: KEY, value: rest });
  else await state?.delete(KEY);
}
